//! What targets say besides their main figures: net revenue, advertising, customers, figures
//! of the plan's own, and who answers for them.

use super::part::{Cell, Column, Fit, Row, RowKind, Sheet};
use super::said::{names, texts};
use super::target_names::{label, part_name};
use super::value::Value;
use crate::analysis::targets::Metric;
use crate::diagnostic::Text;
use crate::plan::value::{Amount, Bound, Bounds, Figure};
use crate::plan::{Entry, OwnMetric, Target};
use crate::resolve::Resolved;
use crate::source::Located;

/// A row for every target and part that says such a thing; nothing if none does.
pub(super) fn sheet<'p>(
    targets: &[&'p Entry<Target>],
    resolved: &Resolved<'p>,
) -> Option<Sheet<'p>> {
    let mut rows = Vec::new();
    for target in targets {
        let (kind, label) = label(target, resolved);
        add(target, kind, label, resolved, &mut rows);
    }
    let title = Text::fixed("其他指标", "More figures");
    let sheet = Sheet::new("figures", title.clone(), columns(), rows).without_empty_columns();
    let is_needed = !sheet.rows.is_empty();
    is_needed.then(|| sheet.headed(Value::Words(title), Vec::new()))
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("period", "时段", "Period", Fit::Head),
        Column::new("net_revenue", "净销售额", "Net revenue", Fit::Figure),
        Column::new("refund_rate", "退款率", "Refund rate", Fit::Figure),
        Column::new("gross_profit", "毛利", "Gross profit", Fit::Figure),
        Column::new("ad_spend", "推广花费", "Ad spend", Fit::Figure),
        Column::new("roi", "投产比", "ROI", Fit::Figure),
        Column::new("new_customers", "新客数", "New customers", Fit::Figure),
        Column::new("repurchase_rate", "复购率", "Repurchase rate", Fit::Figure),
        Column::new("followers", "粉丝数", "Followers", Fit::Figure),
        Column::new("sessions", "场次", "Sessions", Fit::Figure),
        Column::new("own", "自定指标", "Own figures", Fit::Text),
        Column::new("beside", "占比与同期", "Share, last year", Fit::Text),
        Column::new("owners", "负责人", "Owners", Fit::Text),
    ]
}

/// Adds the row of a target, and those of its parts below it.
fn add<'p>(
    target: &'p Target,
    kind: RowKind,
    label: Value<'p>,
    resolved: &Resolved<'p>,
    rows: &mut Vec<Row<'p>>,
) {
    let row = row(target, kind, label.clone(), resolved);
    if row.cells[1..].iter().any(|cell| !cell.is_empty()) {
        rows.push(row);
    }
    for (kind, parts) in target.parts() {
        for part in parts {
            let of = texts(&part.title).unwrap_or_else(|| part_name(kind, part, resolved));
            let label = Value::phrase("{0} · {1}", "{0} · {1}", [label.clone(), Value::plain(of)]);
            add(part, RowKind::Part, label, resolved, rows);
        }
    }
}

fn row<'p>(
    target: &'p Target,
    kind: RowKind,
    label: Value<'p>,
    resolved: &Resolved<'p>,
) -> Row<'p> {
    let more = Metric::MORE.into_iter();
    let figures = more.map(|metric| Cell::new(metric.said(target).map(Value::Figure)));
    let own: Vec<_> = target.metrics.iter().map(own_figure).collect();
    let beside: Vec<_> = beside(target).into_iter().flatten().collect();
    let owners = Value::list(names(&target.owners, resolved));
    let cells = [Cell::new(label)].into_iter().chain(figures);
    Row {
        kind,
        ..Row::new(cells.chain([Cell::lines(own), Cell::lines(beside), Cell::new(owners)]))
    }
}

/// A figure of the plan's own: `直播时长：≥ 120 小时`.
fn own_figure(figure: &Entry<OwnMetric>) -> Value<'_> {
    let name = Value::plain(&figure.id.value);
    let amount = amount(figure).map(|amount| Value::Figure(amount.map(Into::into)));
    let unit = Value::line(figure.unit.as_ref());
    let note = Value::line(figure.note.as_ref());
    let said = match (amount, unit) {
        (Some(amount), Some(unit)) => Value::phrase("{0} {1}", "{0} {1}", [amount, unit]),
        (amount, unit) => match amount.or(unit) {
            Some(said) => said,
            None => return name,
        },
    };
    let said = Value::phrase("{0}：{1}", "{0}: {1}", [name, said]);
    match note {
        Some(note) => Value::phrase("{0}（{1}）", "{0} ({1})", [said, note]),
        None => said,
    }
}

/// What is to be reached of a figure of the plan's own; nothing if that is not said.
fn amount(of: &OwnMetric) -> Option<Amount<Figure>> {
    if let Some(target) = of.target {
        return Some(Amount::Exactly(target.value));
    }
    let bound = |figure: Option<Located<Figure>>, strict| {
        let value = figure?.value;
        Some(Bound { value, strict })
    };
    let low = bound(of.at_least, false).or(bound(of.more_than, true));
    let high = bound(of.at_most, false).or(bound(of.less_than, true));
    (low.is_some() || high.is_some()).then_some(Amount::Within(Bounds { low, high }))
}

/// What stands beside the figures: share of the whole, what is accepted, last year.
fn beside(target: &Target) -> [Option<Value<'_>>; 3] {
    let of = |zh, en, value| Value::phrase(zh, en, [value]);
    [
        target
            .share
            .map(|share| of("占比 {0}", "share {0}", Value::exactly(share.value))),
        target.accept.map(|accept| {
            let accept = Value::exactly(accept.value);
            of("完成 {0} 算达标", "{0} counts as reached", accept)
        }),
        target
            .last_year
            .map(|year| of("去年同期 {0}", "last year {0}", Value::exactly(year.value))),
    ]
}
