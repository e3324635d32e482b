//! OP036: a key of a target that can have no effect where it stands.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::Choice;
use crate::plan::{Entry, PartKind, Target};
use crate::resolve::TargetPeriod;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP036" "target-key-without-effect" Targets Warning,
    "目标上的字段在这里不起作用", "a key of a target has no effect where it stands");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for target in &*context.resolved.plan.targets {
        let period = context.resolved.period(target);
        let mut idle = Vec::new();
        if let Some(counted) = target.counted
            && !matches!(period, None | Some(TargetPeriod::Event(_)))
        {
            idle.push((counted.span, only_events()));
        }
        keys(&target.item, None, target, &mut idle);
        for (span, message) in idle {
            report.find(target, span, message).help(text!(
                "删去，或移到起作用的位置",
                "remove it, or move it to where it has an effect"
            ));
        }
    }
}

/// The keys of a table and of its parts that have no effect.
fn keys(
    table: &Target,
    kind: Option<PartKind>,
    target: &Entry<Target>,
    found: &mut Vec<(Span, Text)>,
) {
    if let Some(overlap) = table.overlap
        && kind != Some(PartKind::Channels)
    {
        let message = text!(
            "`overlap` 只对渠道起作用：写在 `channels` 下面的某个渠道里",
            "`overlap` only has an effect on a channel: write it in one of `channels`"
        );
        found.push((overlap.span, message));
    }
    if let (Some(counted), Some(_)) = (table.counted, kind) {
        found.push((counted.span, only_events()));
    }
    for complete in &table.complete {
        let word = complete.value.word();
        let mut parts = table.parts().filter(|(kind, _)| *kind == complete.value);
        if parts.all(|(_, parts)| parts.is_empty()) && !target.unread.holds(word) {
            let message = text!(
                "写了 `{word}` 是完整的细分，这里却没有 `{word}`",
                "`{word}` are declared complete, but there are none here"
            );
            found.push((complete.span, message));
        }
    }
    for (kind, parts) in table.parts() {
        for part in parts {
            keys(&part.item, Some(kind), target, found);
        }
    }
}

fn only_events() -> Text {
    text!(
        "`counted` 只对节点的目标起作用",
        "`counted` only has an effect on the target of an event"
    )
}
