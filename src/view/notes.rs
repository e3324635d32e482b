//! What the document assumes, and where the plan comes from.

use serde::Serialize;

use super::format::Wording;
use super::line;
use crate::diagnostic::{Text, text};
use crate::library;
use crate::plan::value::Choice;
use crate::plan::{Holidays, Weekday};
use crate::resolve::Resolved;

/// Notes on the plan as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct Notes {
    /// Which days are work days.
    pub work_days: String,
    /// What is done on statutory holidays, and by which notice.
    pub holidays: String,
    /// Years whose holidays are not known.
    pub unknown_years: Option<String>,
    /// How derived figures are marked.
    pub currency: String,
    /// Where the plan comes from.
    pub source: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

pub(super) fn notes(resolved: &Resolved<'_>, wording: &Wording) -> Notes {
    let head = resolved.head();
    let currency = head
        .currency
        .as_ref()
        .map_or("CNY", |currency| &*currency.value);
    let currency = if currency == "CNY" {
        Text::fixed("人民币（¥）", "Chinese yuan (¥)")
    } else {
        text!("{currency}", "{currency}")
    };
    Notes {
        work_days: work_days(resolved, wording),
        holidays: holidays(resolved, wording),
        unknown_years: unknown_years(resolved, wording),
        currency: wording.say(currency),
        source: line(&head.source),
        note: line(&head.note),
    }
}

fn work_days(resolved: &Resolved<'_>, wording: &Wording) -> String {
    let days = (0..7)
        .filter(|day| resolved.calendar.week[*day])
        .filter_map(Weekday::at);
    let days = wording.list(days.map(|day| wording.label(day)));
    if resolved.head().work_days.is_empty() {
        return wording.say(text!(
            "{days}（计划没有写，按默认）",
            "{days} (the default; the plan does not say)"
        ));
    }
    days
}

fn holidays(resolved: &Resolved<'_>, wording: &Wording) -> String {
    if matches!(resolved.head().holidays, Some(holidays) if holidays.value == Holidays::Work) {
        return wording.say(Text::fixed(
            "节假日照常，只看工作日设置",
            "worked through; only the work days count",
        ));
    }
    let (start, end) = resolved.span();
    let years = start.map_or(0, |day| chrono::Datelike::year(&day))
        ..=end.or(start).map_or(-1, |day| chrono::Datelike::year(&day));
    let notices = super::distinct(
        years
            .filter_map(library::holidays)
            .map(|calendar| calendar.source.clone()),
    );
    let rest = wording.say(Text::fixed(
        "法定节假日放假，调休日上班",
        "rest on statutory holidays, work on make-up days",
    ));
    match notices.is_empty() {
        true => rest,
        false => {
            let notices = wording.list(notices);
            wording.say(text!("{rest}（{notices}）", "{rest} ({notices})"))
        }
    }
}

fn unknown_years(resolved: &Resolved<'_>, wording: &Wording) -> Option<String> {
    let years = &resolved.calendar.unknown_years;
    let words = wording.list(years.iter().map(i32::to_string));
    (!years.is_empty()).then(|| {
        wording.say(text!(
            "{words} 年的放假安排尚未收录，这些年按平日计算",
            "holidays of {words} are not known yet; these years are counted as plain weeks"
        ))
    })
}
