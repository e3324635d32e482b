//! What is to be reached, by period and by part.

use super::drawn::{Chart, ChartMonth};
use super::legend;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, RowKind, Sheet};
use super::said::{counted, texts};
use super::target_more;
use super::target_names::{label, part_name};
use super::target_parts::{self, Months};
use super::value::Value;
use crate::analysis::targets::{Metric, days};
use crate::diagnostic::Text;
use crate::plan::value::{Amount, Choice};
use crate::plan::{Counted, Entry, Period, Section, Target};
use crate::resolve::{Resolved, TargetPeriod};

pub(super) const SECTIONS: &[Section] = &[Section::Targets];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let mut targets: Vec<&'p Entry<Target>> = resolved.plan.targets.iter().collect();
    targets.sort_by_key(|target| order(target, resolved));
    let (rows, columns) = table(&targets, resolved);
    let title = Text::fixed("分期目标", "By period");
    let sheet = Sheet::new("figures", title.clone(), columns, rows).without_empty_columns();
    let legend = legend::signs(&sheet.rows).map(Part::Note);
    let heading = Part::Heading(Value::Words(title), Vec::new());
    let chart = chart(resolved).map(Part::Chart).into_iter();
    let mut parts: Vec<_> = chart.chain([heading, Part::Sheet(sheet)]).collect();
    parts.extend(legend);
    parts.extend(target_more::sheet(&targets, resolved).map(Part::Sheet));
    let mut notes = Vec::new();
    for target in &targets {
        notes_of(target, &label(target, resolved).1, resolved, &mut notes);
    }
    parts.extend(notes.into_iter().map(Part::Note));
    let mut sources = Vec::new();
    targets
        .iter()
        .for_each(|target| sources_of(target, &mut sources));
    parts.extend(super::said::sources(sources));
    let months = targets
        .iter()
        .filter(|target| is_month(target, resolved))
        .count();
    (!targets.is_empty()).then(|| Chapter {
        id: "targets",
        title: Text::fixed("经营目标", "Targets"),
        what: match months {
            0 => counted(targets.len(), "个时段", "period", "periods"),
            _ => counted(months, "个月", "month", "months"),
        },
        is_form: false,
        parts,
    })
}

/// A row a target; parts in rows below it, or in columns where a few will do.
fn table<'p>(
    targets: &[&'p Entry<Target>],
    resolved: &Resolved<'p>,
) -> (Vec<Row<'p>>, Vec<Column>) {
    let abreast = target_parts::abreast(targets);
    let months = Months::new(targets, resolved);
    let mut rows = Vec::new();
    for target in targets {
        let (kind, label) = label(target, resolved);
        let mut line = row(kind, 0, label, target);
        if let Some(TargetPeriod::Calendar(period)) = resolved.period(target)
            && kind == RowKind::Sum
        {
            months.fill(&mut line, period);
        }
        let columns = abreast.iter().map(|part| target_parts::cell(target, part));
        line.cells.extend(columns);
        rows.push(line);
        if abreast.is_empty() {
            parts(target, 1, resolved, &mut rows);
        }
    }
    let mut columns = columns();
    let metrics = columns.clone();
    columns.extend(abreast.iter().map(|named| {
        let parts = targets.iter().flat_map(|target| target.parts());
        let mut parts = parts.flat_map(|(kind, parts)| parts.iter().map(move |part| (kind, part)));
        let part = parts.find(|(kind, part)| *kind == named.0 && *part.id.value == *named.1);
        let name = part.map_or(named.1, |(kind, part)| part_name(kind, part, resolved));
        target_parts::column(named, name, &metrics)
    }));
    (rows, columns)
}

fn is_month(target: &Entry<Target>, resolved: &Resolved<'_>) -> bool {
    matches!(
        resolved.period(target),
        Some(TargetPeriod::Calendar(Period::Month(..)))
    )
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("period", "时段", "Period", Fit::Head),
        Column::new("revenue", "营业额", "Revenue", Fit::Figure),
        Column::new("visitors", "访客数", "Visitors", Fit::Figure),
        Column::new("conversion", "转化率", "Conversion", Fit::Figure),
        Column::new("order_value", "客单价", "Order value", Fit::Figure),
        Column::new("orders", "订单数", "Orders", Fit::Figure),
        Column::new("units", "销量（件）", "Units", Fit::Figure),
    ]
}

/// By last day, shorter periods first; phases and events after the calendar.
fn order(target: &Entry<Target>, resolved: &Resolved<'_>) -> (u8, Option<chrono::NaiveDate>, i64) {
    let days = days(target, resolved);
    let group = match resolved.period(target) {
        Some(TargetPeriod::Calendar(_)) => 0,
        Some(TargetPeriod::Phase(_)) => 1,
        Some(TargetPeriod::Event(_)) => 2,
        None => 3,
    };
    let length = days.map_or(0, |(first, last)| (last - first).num_days());
    (group, days.map(|(_, last)| last), length)
}

fn row<'p>(kind: RowKind, depth: usize, label: Value<'p>, target: &'p Target) -> Row<'p> {
    let figure = |metric: Metric| Cell::new(metric.said(target).map(Value::Figure));
    let mut cells = vec![
        Cell {
            badge: Value::line(target.title.as_ref()),
            ..Cell::new(label)
        }
        .detail(how_counted(target)),
    ];
    cells.extend(Metric::MAIN.into_iter().map(figure));
    Row {
        kind,
        depth,
        cells,
        ..Row::default()
    }
}

/// How its figures and those of its parts are counted, where that is said.
fn how_counted<'p>(target: &'p Target) -> Option<Value<'p>> {
    let is_beside = target
        .counted
        .is_some_and(|counted| counted.value == Counted::Beside);
    let beside = is_beside.then(|| Value::words("不含在所在月份里", "not part of its months"));
    let overlaps = target.overlap.is_some_and(|overlap| overlap.value);
    let overlap =
        overlaps.then(|| Value::words("与其他渠道有重叠", "shares sales with other channels"));
    let complete = target
        .complete
        .iter()
        .map(|kind| Value::Word(kind.value.entry()));
    let complete: Vec<_> = complete.collect();
    let complete = (!complete.is_empty())
        .then(|| Value::phrase("{0}已写全", "complete {0}", [Value::List(complete)]));
    Value::beside([beside, overlap, complete])
}

fn parts<'p>(target: &'p Target, depth: usize, resolved: &Resolved<'p>, rows: &mut Vec<Row<'p>>) {
    let kinds = target.parts().filter(|(_, parts)| !parts.is_empty());
    let is_mixed = kinds.count() > 1;
    for (kind, parts) in target.parts() {
        for part in parts {
            // A key is no name once a title stands beside it.
            let name = texts(&part.title).unwrap_or_else(|| part_name(kind, part, resolved));
            let mut row = row(RowKind::Part, depth, Value::plain(name), part);
            row.cells[0].badge = is_mixed.then(|| Value::choice(kind));
            rows.push(row);
            self::parts(part, depth + 1, resolved, rows);
        }
    }
}

/// Where a target and its parts come from.
fn sources_of<'p>(target: &'p Target, sources: &mut Vec<Option<&'p str>>) {
    sources.push(texts(&target.source));
    let parts = target.parts().flat_map(|(_, parts)| parts.iter());
    parts.for_each(|part| sources_of(part, sources));
}

/// The notes of a target and of its parts, each with what it is about.
fn notes_of<'p>(
    target: &'p Entry<Target>,
    name: &Value<'p>,
    resolved: &Resolved<'p>,
    notes: &mut Vec<Value<'p>>,
) {
    notes.extend(
        Value::line(target.note.as_ref())
            .map(|note| Value::phrase("{0}：{1}", "{0}: {1}", [name.clone(), note])),
    );
    for (kind, parts) in target.parts() {
        for part in parts {
            let of = texts(&part.title).unwrap_or_else(|| part_name(kind, part, resolved));
            let name = Value::phrase("{0} · {1}", "{0} · {1}", [name.clone(), Value::plain(of)]);
            notes_of(part, &name, resolved, notes);
        }
    }
}

/// All months between the first and the last that has a target; nothing where no figure is
/// said twice.
fn chart(resolved: &Resolved<'_>) -> Option<Chart> {
    let stated = resolved
        .targets
        .iter()
        .filter_map(|target| match resolved.period(target) {
            Some(TargetPeriod::Calendar(period @ Period::Month(..))) => Some((period, target)),
            _ => None,
        });
    let stated: std::collections::BTreeMap<Period, &Entry<Target>> = stated.collect();
    let (first, last) = (
        stated.keys().next()?.days().0,
        stated.keys().next_back()?.days().0,
    );
    let months = Period::months_between(first, last)
        .into_iter()
        .filter_map(|period| {
            let Period::Month(year, month) = period else {
                return None;
            };
            let target = stated.get(&period);
            let revenue = target.and_then(|target| drawable(target.revenue.as_ref()?.value));
            let visitors = target.and_then(|target| drawable(target.visitors.as_ref()?.value));
            Some(ChartMonth {
                year,
                month,
                revenue,
                visitors,
            })
        });
    let months: Vec<_> = months.collect();
    let said = |figure: fn(&ChartMonth) -> bool| months.iter().filter(|one| figure(one)).count();
    let is_worth_it =
        said(|month| month.revenue.is_some()) >= 2 || said(|month| month.visitors.is_some()) >= 2;
    is_worth_it.then_some(Chart { months })
}

/// An amount that says a figure at all.
fn drawable<T>(amount: Amount<T>) -> Option<Amount<T>> {
    match &amount {
        Amount::Within(bounds) if bounds.low.is_none() && bounds.high.is_none() => None,
        _ => Some(amount),
    }
}
