//! OP038: sales are wanted before the shop opens.

use crate::analysis::targets::Early;
use crate::check::sum::{Words, metric_label};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP038" "target-before-opening" Targets Warning,
    "开店之前就有销售目标", "a sales target before the shop opens");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for early in &context.analysis.targets.early {
        one(early, context, report);
    }
}

fn one<'p>(early: &Early<'p>, context: Context<'_, 'p>, report: &mut Reporter<'_>) {
    let resolved = context.resolved;
    let store = &resolved.plan.stores[early.store];
    let Some(opened_on) = store.opened_on else {
        return;
    };
    let name = Words { resolved }.name(&early.place);
    let (metric, shop) = (metric_label(early.metric), store.label());
    let (last, opens) = (early.last, opened_on.value.0);
    let message = text!(
        "{name}有{metric}目标，到 {last} 为止，「{shop}」{opens} 才开店",
        "{name} has a {metric} target until {last}, before {shop} opens on {opens}";
        name, metric
    );
    report
        .find(
            &resolved.plan.targets[early.place.target],
            early.span,
            message,
        )
        .with(
            opened_on.span,
            text!("「{shop}」的开店日", "{shop} opens here"),
        )
        .help(text!(
            "删去开店之前的目标，或改正开店日期",
            "remove the target before the opening, or correct the opening day"
        ));
}
