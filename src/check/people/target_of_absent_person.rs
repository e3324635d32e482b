//! OP053: a target of a person for days on which they are not there at all.

use crate::analysis::targets::Place;
use crate::check::sum::{Words, metric_label};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::PartKind;

pub(in crate::check) static RULE: Rule = rule!("OP053" "target-of-absent-person" People Error,
    "给不在岗的人定了目标", "a target for somebody who is not there");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let words = Words { resolved: plan };
    for absent in &context.analysis.targets.absent {
        // A target in the wrong year is another mistake.
        if context.analysis.outside.is_slip(absent.place.target) {
            continue;
        }
        let person = &plan.plan.people[absent.person];
        let day = if absent.has_left {
            person.end
        } else {
            person.start
        };
        let Some(day) = day else {
            continue;
        };
        let (who, on) = (person.label(), day.value.0);
        let (name, metric) = (
            words.name(&beside_people(&absent.place)),
            metric_label(absent.metric),
        );
        let (message, label) = if absent.has_left {
            (
                text!(
                    "「{who}」最后在岗日是 {on}，却有{name}的{metric}目标",
                    "{who} leaves on {on}, but has a {metric} target for {name}"; name, metric
                ),
                text!("最后在岗日", "leaves here"),
            )
        } else {
            (
                text!(
                    "「{who}」{on} 才到岗，却有{name}的{metric}目标",
                    "{who} starts on {on}, but has a {metric} target for {name}"; name, metric
                ),
                text!("到岗日", "starts here"),
            )
        };
        report
            .find(
                &plan.plan.targets[absent.place.target],
                absent.span,
                message,
            )
            .with(day.span, label)
            .help(text!(
                "把这项目标分给在岗的人，或改正日期",
                "give the target to somebody who is there, or correct the date"
            ));
    }
}

/// What a figure is for, but for the person, who has been named.
fn beside_people<'p>(place: &Place<'p>) -> Place<'p> {
    let path = place.path.iter().copied();
    Place {
        target: place.target,
        path: path.filter(|(kind, _)| *kind != PartKind::People).collect(),
    }
}
