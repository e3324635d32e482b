//! Visitors, orders and pieces of which there are too few.

use super::words::{Words, metric_label};
use crate::analysis::targets::{Least, Metric, TooFew, figure};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Text, text, thousands};

/// Reports the figures that are below others of some kind.
pub(in crate::check) fn too_few(
    context: Context<'_, '_>,
    is_meant: impl Fn(&TooFew<'_>) -> bool,
    report: &mut Reporter<'_>,
) {
    let words = Words {
        resolved: context.resolved,
    };
    let found = context.analysis.targets.too_few.iter();
    for few in found.filter(|few| is_meant(few)) {
        let target = &context.resolved.plan.targets[few.place.target];
        let finding = report
            .find(target, few.said.span, message(words, few))
            .help(text!("改正其中一个数", "correct one of the figures"));
        match few.least {
            Least::Orders(orders) => {
                finding.with(orders.span, Text::fixed("订单数", "orders"));
            }
            Least::Buyers { from, .. } => {
                let figures = from
                    .into_iter()
                    .filter_map(|metric| Some((metric, figure(few.table, metric)?)));
                figures.fold(finding, |finding, (metric, figure)| {
                    finding.with(figure.span, metric_label(metric))
                });
            }
        }
    }
}

fn message<'p>(words: Words<'_, 'p>, few: &TooFew<'p>) -> Text {
    let (name, metric) = (words.name(&few.place), metric_label(few.metric));
    let said = words.range(few.said.range, few.metric, few.said.unit);
    let what = text!("{name}{metric}目标{said}", "the {metric} target of {name} is {said}"; name, metric, said);
    let most = few.said.range.high.map_or(0, |most| most.exact);
    let (why, least) = match few.least {
        Least::Orders(orders) => {
            let least = orders.range.low.map_or(0, |least| least.exact);
            let shown = words.range(orders.range, Metric::Orders, 1);
            (
                text!("订单数{shown}，每单至少一件", "there are {shown} orders, each of at least one piece"; shown),
                least,
            )
        }
        Least::Buyers { count, from } => {
            let of = match from[0] {
                Metric::Revenue => Text::fixed("营业额 ÷ 客单价", "revenue ÷ order value"),
                _ => Text::fixed("访客数 × 转化率", "visitors × conversion"),
            };
            let buyers = Text::same(thousands(count));
            let each = match few.metric {
                Metric::Visitors => Text::fixed("每个买家都先是访客", "each of whom is a visitor"),
                _ => Text::fixed("每个买家至少一单", "each with at least one order"),
            };
            (
                text!("按{of}至少有{buyers} 个买家，{each}", "by {of} there are at least {buyers} buyers, {each}"; of, buyers, each),
                count,
            )
        }
    };
    let by = words.shown(few.metric, least - most, 1);
    text!("{what}；{why}，少{by}", "{what}; {why}: {by} too few"; what, why, by)
}
