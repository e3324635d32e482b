//! OP020: revenue is not visitors × conversion × order value.

use crate::analysis::targets::{Formula, Metric, figure};
use crate::check::Context;
use crate::check::sum::range;
use crate::diagnostic::{Diagnostic, Report, Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP020" "revenue-formula" Targets Error,
    "营业额 ≠ 访客数 × 转化率 × 客单价", "revenue is not visitors × conversion × order value");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    for formula in &context.analysis.targets.formula {
        let path = context.resolved.targets[formula.target].path();
        report.find(mismatch(formula).on(path));
    }
}

fn mismatch(formula: &Formula<'_>) -> Diagnostic {
    let (said, follows) = (
        range(formula.revenue.face, Metric::Revenue),
        range(formula.follows, Metric::Revenue),
    );
    let factors = [
        (Metric::Visitors, Text::fixed("访客数", "visitors")),
        (Metric::Conversion, Text::fixed("转化率", "conversion")),
        (Metric::OrderValue, Text::fixed("客单价", "order value")),
    ];
    let finding = Diagnostic::new(
        &RULE,
        formula.revenue.span,
        text!(
            "营业额写的是 {said}，按访客数 × 转化率 × 客单价只能是 {follows}",
            "revenue says {said}; visitors × conversion × order value come to {follows}"
        ),
    )
    .help(text!(
        "改正四个数中的一个",
        "correct one of the four figures"
    ));
    factors
        .into_iter()
        .fold(finding, |finding, (metric, words)| {
            match figure(formula.table, metric) {
                Some(figure) => finding.with(figure.span, words),
                None => finding,
            }
        })
}
