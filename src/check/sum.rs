//! What the checks of sums have in common: figures that others do not add up to, and sums
//! with something missing.

mod few;
mod message;
mod shown;
mod words;

use super::{Context, Reporter};
use crate::analysis::targets::{Against, Mismatch, Missing, Undecided, Way};
use crate::diagnostic::{FieldPath, Text, text};
use crate::plan::value::Choice;
use crate::plan::{Entry, PartKind, Period, Section, Target};
pub(super) use few::too_few;
use message::{help, message};
use words::in_both;
pub(super) use words::{Words, listed, metric_label};

/// One comparison: the calendar period of the whole, and what it is held against.
#[derive(Clone, Copy)]
pub(super) struct Compared {
    pub(super) period: Option<Period>,
    pub(super) against: Against,
    /// Nothing where the comparison cannot be decided.
    pub(super) way: Option<Way>,
}

/// Reports the comparisons that a check is about.
pub(super) fn sums(
    context: Context<'_, '_>,
    is_meant: impl Fn(Compared) -> bool,
    report: &mut Reporter<'_>,
) {
    let words = Words {
        resolved: context.resolved,
    };
    let answers = &context.analysis.targets;
    for mismatch in &answers.sums {
        let compared = Compared {
            period: words.calendar(&mismatch.place),
            against: mismatch.against,
            way: Some(mismatch.way),
        };
        if is_meant(compared) {
            differs(words, mismatch, report);
        }
    }
    for undecided in &answers.undecided {
        let compared = Compared {
            period: words.calendar(&undecided.place),
            against: undecided.against,
            way: None,
        };
        if is_meant(compared) {
            cannot_add(words, undecided, report);
        }
    }
}

fn differs<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>, report: &mut Reporter<'_>) {
    let target = &words.resolved.plan.targets[mismatch.place.target];
    let message = message(words, mismatch);
    let (primary, others) = match &mismatch.said.summands[..] {
        [first, others @ ..] => (first.span, others),
        [] => return,
    };
    let finding = report
        .find(target, primary, message)
        .help(help(words, mismatch));
    let summands = others.iter().chain(&mismatch.parts.summands);
    summands.fold(finding, |finding, summand| {
        finding.with(summand.span, words.name(&summand.place))
    });
}

fn cannot_add<'p>(words: Words<'_, 'p>, undecided: &Undecided<'p>, report: &mut Reporter<'_>) {
    let target = &words.resolved.plan.targets[undecided.place.target];
    let (name, metric) = (words.name(&undecided.place), metric_label(undecided.metric));
    let (field, why) = missing(words, undecided, &metric);
    let message = text!(
        "{why}，无法判断{name}的{metric}目标是否对得上",
        "{why}: whether the {metric} target of {name} adds up cannot be decided";
        why, name, metric
    );
    report.unknown(target, field, message);
}

/// The field that would decide, and what is the matter with it.
fn missing<'p>(
    words: Words<'_, 'p>,
    undecided: &Undecided<'p>,
    metric: &Text,
) -> (FieldPath, Text) {
    let plan = words.resolved.plan;
    let field = |key: &str, path: &[(PartKind, &Entry<Target>)]| {
        let target = Section::Targets.item(key);
        let parts = path.iter();
        let part = parts.fold(target, |part, (kind, inner)| {
            part.part(kind.word(), &inner.id.value)
        });
        part.field(undecided.metric.key())
    };
    let silent = |name: Text| text!("{name}没有写确定的{metric}", "{name} states no exact {metric}"; name, metric);
    match &undecided.missing {
        Missing::Period(period, path) => {
            let name = words.with_parts(in_both(period), path);
            (field(&period.to_string(), path), silent(name))
        }
        Missing::Part(place) => {
            let key = &plan.targets[place.target].id.value;
            (field(key, &place.path), silent(words.name(place)))
        }
    }
}
