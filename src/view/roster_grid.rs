//! Rosters as a month on paper: a row a person, a column a day.

use chrono::{Datelike, NaiveDate};

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said;
use super::value::Value;
use crate::diagnostic::{Language, Text, text};
use crate::plan::value::Choice;
use crate::plan::{Entry, Period, Roster, Weekday};
use crate::resolve::Resolved;

/// The keys of the columns, by the day of the month.
const DAYS: [&str; 31] = [
    "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12", "d13", "d14", "d15",
    "d16", "d17", "d18", "d19", "d20", "d21", "d22", "d23", "d24", "d25", "d26", "d27", "d28",
    "d29", "d30", "d31",
];

/// A roster of years is a slip, and no paper.
const MOST: usize = 366;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let rosters = resolved.plan.rosters.iter();
    let mut parts: Vec<_> = rosters.flat_map(|one| months(one, resolved)).collect();
    if parts.is_empty() {
        return None;
    }
    parts.extend(legend(resolved).map(Part::Note));
    Some(Chapter {
        id: "roster-grid",
        title: Text::fixed("值班表", "Duty roster"),
        what: Text::fixed("可张贴", "to pin up"),
        is_form: true,
        parts,
    })
}

/// Who works when: the codes of a person's shifts, from the first day of the roster on.
type Shifts<'p> = (Value<'p>, Vec<&'p str>);

/// The months of a roster, a table each; none where its first day is not known.
fn months<'p>(roster: &'p Entry<Roster>, resolved: &Resolved<'p>) -> Vec<Part<'p>> {
    let Some(first) = roster.from.map(|day| day.value.0) else {
        return Vec::new();
    };
    let rows = roster.rows.iter().map(|row| {
        let person = row.value.person.as_ref();
        let name = person.map_or("", |person| resolved.name(person));
        (Value::plain(name), row.value.codes())
    });
    let rows: Vec<Shifts<'p>> = rows.collect();
    let Some(longest) = rows.iter().map(|(_, codes)| codes.len()).max() else {
        return Vec::new();
    };
    let is_within = |day: &NaiveDate| roster.until.is_none_or(|until| *day <= until.value.0);
    let length = match roster.until {
        Some(_) => MOST,
        None => longest.clamp(1, MOST),
    };
    let days = first.iter_days().take_while(is_within).take(length);
    let days: Vec<NaiveDate> = days.collect();
    let months = days.chunk_by(|one, next| one.month() == next.month());
    let mut before = 0;
    let month = |month: &[NaiveDate]| {
        let sheet = sheet(month, before, &rows);
        before += month.len();
        let period = Period::Month(month[0].year(), month[0].month());
        Part::Sheet(sheet.headed(Value::plain(roster.label()), vec![Value::Period(period)]))
    };
    months.map(month).collect()
}

/// The days of a month, of which so many of the roster lie before it.
fn sheet<'p>(month: &[NaiveDate], before: usize, rows: &[Shifts<'p>]) -> Sheet<'p> {
    let rows = rows.iter().map(|(name, codes)| {
        let codes = (before..before + month.len()).map(|at| match codes.get(at) {
            Some(code) => Cell::new(Value::plain(code)),
            None => Cell::blank(),
        });
        Row::new(std::iter::once(Cell::new(name.clone())).chain(codes))
    });
    let person = Column::new("person", "人员", "Person", Fit::Head);
    let columns = std::iter::once(person).chain(month.iter().map(|day| column(*day)));
    Sheet::new("roster", Text::default(), columns.collect(), rows.collect())
}

fn column(day: NaiveDate) -> Column {
    let weekday = Weekday::of(day);
    let zh = weekday.label(Language::Chinese).trim_start_matches('周');
    let en = &weekday.label(Language::English)[..2];
    let number = day.day();
    Column {
        key: DAYS[day.day0() as usize],
        label: text!("{number} {zh}", "{number} {en}"),
        fit: Fit::Tight,
    }
}

/// What the codes of shifts mean.
fn legend<'p>(resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let shifts = resolved.plan.shifts.iter().filter_map(|shift| {
        let code = said::texts(&shift.code)?;
        let hours = shift.from.zip(shift.until).map(|(from, until)| {
            let [from, until] = [from, until].map(|time| Value::Time(time.value.0));
            Value::between(from, until)
        });
        let title = Value::plain(shift.label());
        let named = Value::phrase("{0}：{1}", "{0}: {1}", [Value::plain(code), title]);
        Value::beside([Some(named), hours])
    });
    Value::list(shifts)
}
