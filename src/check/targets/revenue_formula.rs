//! OP020: revenue is not visitors × conversion × order value.

use crate::analysis::targets::{Metric, figure};
use crate::check::sum::{metric_label, range};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP020" "revenue-formula" Targets Error,
    "营业额 ≠ 访客数 × 转化率 × 客单价", "revenue is not visitors × conversion × order value");

const FACTORS: [Metric; 3] = [Metric::Visitors, Metric::Conversion, Metric::OrderValue];

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for formula in &context.analysis.targets.formula {
        let said = range(formula.revenue.face, Metric::Revenue);
        let follows = range(formula.follows, Metric::Revenue);
        let message = text!(
            "营业额写的是 {said}，按访客数 × 转化率 × 客单价只能是 {follows}",
            "revenue says {said}; visitors × conversion × order value come to {follows}"
        );
        let target = &context.resolved.targets[formula.target];
        let finding = report
            .find(target, formula.revenue.span, message)
            .help(text!(
                "改正四个数中的一个",
                "correct one of the four figures"
            ));
        let factors = FACTORS
            .into_iter()
            .filter_map(|metric| Some((metric, figure(formula.table, metric)?)));
        factors.fold(finding, |finding, (metric, figure)| {
            finding.with(figure.span, metric_label(metric))
        });
    }
}
