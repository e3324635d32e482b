//! What the document assumes, and where the plan comes from.

use chrono::Datelike;

use super::material::Material;
use super::part::{Chapter, Fact, Part};
use super::task_rows::TaskRow;
use super::value::Value;
use crate::diagnostic::{Text, text};
use crate::library;
use crate::plan::value::Choice;
use crate::plan::{Holidays, Section, Weekday};
use crate::resolve::Resolved;

pub(super) const SECTIONS: &[Section] = &[Section::Plan];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let head = resolved.plan.head();
    let facts = [
        Fact::new(
            Text::fixed("工作日", "Work days"),
            Some(work_days(resolved)),
        ),
        Fact::new(Text::fixed("节假日", "Holidays"), Some(holidays(resolved))),
        Fact::new(Text::fixed("", ""), unknown_years(material)),
        Fact::new(Text::fixed("币种", "Currency"), Some(currency(resolved))),
        Fact::new(Text::fixed("日期", "Dates"), plain_year(material)),
        Fact::new(
            Text::fixed("推算", "Calculated"),
            material.tasks.rows.iter().any(TaskRow::is_derived).then_some(Value::words(
                "带 * 的为推算值，由计划里的其他内容推算，计划本身没有写。",
                "What is marked * is calculated from what else the plan says; the plan itself does not state it.",
            )),
        ),
        Fact::new(
            Text::fixed("来源", "Source"),
            Value::line(head.source.as_ref()),
        ),
        Fact::new(Text::fixed("备注", "Note"), Value::line(head.note.as_ref())),
    ];
    Some(Chapter {
        id: "notes",
        title: Text::fixed("编制说明", "About this plan"),
        what: Text::fixed("工作日、来源与说明", "work days, sources"),
        is_form: false,
        parts: vec![
            Part::Facts(facts.into_iter().flatten().collect()),
            Part::SourceList(Vec::new()),
        ],
    })
}

fn work_days<'p>(resolved: &Resolved<'p>) -> Value<'p> {
    let days = (0..7)
        .filter(|day| resolved.calendar.week[*day])
        .filter_map(Weekday::at);
    let days = Value::List(days.map(Value::choice).collect());
    if !resolved.head().work_days.is_empty() {
        return days;
    }
    Value::phrase(
        "{0}（计划没有写，按默认）",
        "{0} (the default; the plan does not say)",
        [days],
    )
}

fn holidays<'p>(resolved: &Resolved<'p>) -> Value<'p> {
    let works = |holidays: crate::source::Located<Holidays>| holidays.value == Holidays::Work;
    if resolved.head().holidays.is_some_and(works) {
        return Value::words(
            "节假日照常，按工作日计",
            "worked as usual; only the days of the week count",
        );
    }
    if !counts_holidays(resolved) {
        return Value::words(
            "计划不在东八区，中国法定节假日不计，只看每周工作日",
            "outside UTC+8 Chinese statutory holidays do not count; the week alone does",
        );
    }
    let (start, end) = resolved.span();
    let years = start.map_or(0, |day| day.year())..=end.or(start).map_or(-1, |day| day.year());
    let notices = years
        .filter_map(library::holidays)
        .map(|calendar| &*calendar.source);
    let notices = Value::list(super::said::distinct(notices).into_iter().map(Value::plain));
    let rest = Value::words(
        "法定节假日放假，调休日上班",
        "rest on statutory holidays, work on make-up days",
    );
    match notices {
        Some(notices) => Value::phrase("{0}（{1}）", "{0} ({1})", [rest, notices]),
        None => rest,
    }
}

/// Whether the holidays of the library are those of the shop.
fn counts_holidays(resolved: &Resolved<'_>) -> bool {
    resolved.calendar.follows_holidays
}

/// The years within reach of the plan, or of what is worked out, that have no notice; a plan
/// without days needs none.
fn unknown_years<'p>(material: &Material<'_, 'p>) -> Option<Value<'p>> {
    let resolved = material.resolved;
    if resolved.span() == (None, None) || !counts_holidays(resolved) {
        return None;
    }
    let within = &material.resolved.calendar.unknown_years;
    let worked_out = material.analysis.schedule.unsure.iter();
    let worked_out = worked_out.flat_map(|(_, years)| years);
    let mut years: Vec<i32> = within.iter().chain(worked_out).copied().collect();
    years.sort_unstable();
    years.dedup();
    let years = years.iter();
    let years = Value::list(years.map(|year| Value::Plain(year.to_string().into())))?;
    Some(Value::phrase(
        "{0} 年的放假安排尚未收录，这些年按平日计算（法律固定的假日除外）",
        "holidays of {0} are not known yet; these years follow the week, but for the days that the law fixes",
        [years],
    ))
}

/// In which year the days lie that are written without one, where others lie elsewhere.
fn plain_year<'p>(material: &Material<'_, 'p>) -> Option<Value<'p>> {
    let year = material.resolved.span().0?.year();
    (material.years.len() > 1).then(|| {
        Value::Words(text!(
            "未写年份的日期均为 {year} 年",
            "days without a year are in {year}"
        ))
    })
}

fn currency<'p>(resolved: &Resolved<'p>) -> Value<'p> {
    match super::said::currency(resolved) {
        "CNY" => Value::words("人民币（¥）", "Chinese yuan (¥)"),
        code => {
            let code = code.to_owned();
            Value::Words(text!("{code}", "{code}"))
        }
    }
}
