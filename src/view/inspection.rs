//! Check sheets as forms: each item to tick off, with room for what was found, and a line to
//! sign.

use super::default;
use super::inner;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Sheet};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::Section;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let items = default::items(Section::Checklists, material);
    let sheets = inner::sheets(Section::Checklists, &items, &["items"], material.resolved);
    let parts = sheets.into_iter().flat_map(|sheet| {
        let signed = Value::words(
            "店铺：＿＿＿＿＿＿　检查人：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
            "Shop: ____________  Checked by: ____________  Date: ____________",
        );
        [Part::Sheet(to_fill_in(sheet)), Part::Note(signed)]
    });
    let parts: Vec<_> = parts.collect();
    (!parts.is_empty()).then(|| Chapter {
        id: "inspection",
        title: Text::fixed("检查记录表", "Inspection sheets"),
        what: Text::fixed("每次检查复印一张", "one copy a round"),
        is_form: true,
        parts,
    })
}

fn to_fill_in(sheet: Sheet<'_>) -> Sheet<'_> {
    let columns = [
        Column::new("done", "完成", "Done", Fit::Tick),
        Column::new("found", "问题记录", "What was found", Fit::Reply),
        Column::new(
            "follow",
            "跟进人与处理结果",
            "Who mends it, and the result",
            Fit::Reply,
        ),
    ];
    let blanks = vec![Cell::blank(); sheet.rows.len()];
    columns
        .into_iter()
        .fold(sheet, |sheet, column| sheet.with(column, blanks.clone()))
}
