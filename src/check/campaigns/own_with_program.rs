//! OP119: a campaign of the shop's own that names a programme.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Host;

pub(in crate::check) static RULE: Rule = rule!("OP119" "own-with-program" Campaigns Error,
    "写明店铺自办，却又写了活动规则", "a campaign of the shop's own with a programme");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for campaign in &plan.campaigns {
        let (Some(host), Some(program)) = (campaign.organiser, &campaign.program) else {
            continue;
        };
        if host.value != Host::Store {
            continue;
        }
        let (name, rules) = (campaign.label(), plan.name(program));
        let message = text!(
            "「{name}」写明店铺自办，却又按「{rules}」报名",
            "{name} is the shop's own, but also signs up for {rules}"
        );
        report
            .find(campaign, host.span, message)
            .with(program.span, text!("报名的活动", "the programme"))
            .help(text!(
                "店铺自己办的，删去 `program`；要报名的，删去 `organiser`",
                "if it is the shop's own, remove `program`; if it signs up, remove `organiser`"
            ));
    }
}
