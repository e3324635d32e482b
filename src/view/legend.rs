//! What the signs in tables mean, as far as they occur.

use super::part::{Cell, Row, Tone};
use super::value::Value;
use crate::diagnostic::{Language, Text};
use crate::plan::value::Amount;

/// The signs in some rows.
pub(super) fn signs<'v, 'p: 'v>(rows: impl IntoIterator<Item = &'v Row<'p>>) -> Option<Value<'p>> {
    let cells: Vec<&Cell<'p>> = rows.into_iter().flat_map(|row| &row.cells).collect();
    let has = |is: &dyn Fn(&Cell<'p>) -> bool| cells.iter().any(|cell| is(cell));
    let signs = [
        (has(&|cell| is_least(cell, false)), "“≥”表示不低于", ""),
        (has(&|cell| is_least(cell, true)), "“>”表示超过", ""),
        (
            has(&|cell| *cell == Cell::default()),
            "“—”表示计划没有写",
            "“—” means that the plan does not say",
        ),
        (
            has(&|cell| cell.tone == Tone::Derived),
            "“*”表示推算值，计划里没有写",
            "“*” marks what is calculated and not stated",
        ),
    ];
    let signs = signs.into_iter().filter(|(occurs, ..)| *occurs);
    let signs: Vec<Text> = signs.map(|(_, zh, en)| Text::fixed(zh, en)).collect();
    let said = [
        (Language::Chinese, "；", "。"),
        (Language::English, "; ", "."),
    ];
    let [zh, en] = said.map(|(language, between, end)| {
        let words = signs.iter().map(|sign| sign.get(language));
        let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
        match words[..] {
            [] => String::new(),
            _ => words.join(between) + end,
        }
    });
    (!signs.is_empty()).then(|| {
        Value::Words(Text {
            zh: zh.into(),
            en: en.into(),
        })
    })
}

/// Whether a cell says a lowest figure alone; English has words for that.
fn is_least(cell: &Cell<'_>, is_strict: bool) -> bool {
    cell.lines.iter().any(|value| match value {
        Value::Figure(Amount::Within(bounds)) => {
            bounds.high.is_none() && bounds.low.is_some_and(|low| low.strict == is_strict)
        }
        _ => false,
    })
}
