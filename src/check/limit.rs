//! What the checks of eligibility have in common: a limit that is not met shows the limit
//! and the figure outside it; a limit that cannot be decided names the missing field.

use super::{Context, Reporter};
use crate::analysis::eligibility::{Asked, Criterion, Measured, Ours, Verdict, Way};
use crate::diagnostic::{CriterionRef, Text, text};
use crate::plan::value::{Money, Quantity};
use crate::plan::{Campaign, Entry, Limit, Program};
use answers::{There, What};
use open::Open;
pub(super) use open::quoted;

mod answers;
mod open;

/// One limit that is not met, for the words of a check.
pub(super) struct Unmet<'a> {
    /// The names of the campaign and of its programme.
    pub(super) names: (&'a str, &'a str),
    /// What is limited.
    pub(super) what: What,
    /// What is asked.
    pub(super) asked: &'a Asked,
    /// What is there.
    pub(super) ours: There,
}

/// What a check says of a limit that is not met.
pub(super) struct Words {
    /// What is wrong.
    pub(super) message: Text,
    /// What to do.
    pub(super) help: Text,
    /// What the second of two figures is that are outside together.
    pub(super) other: Option<Text>,
}

impl Words {
    pub(super) fn new(message: Text, help: Text) -> Self {
        Self {
            message,
            help,
            other: None,
        }
    }

    pub(super) fn other(self, other: Text) -> Self {
        Self {
            other: Some(other),
            ..self
        }
    }
}

impl Unmet<'_> {
    /// Whether there is too much: what helps a shop that is too small does not help one that
    /// is too large.
    pub(super) fn is_above(&self) -> bool {
        self.ours.outside.way == Way::Above
    }

    /// How much too little or too much there is, where the limit and what is there are money.
    pub(super) fn money_apart(&self) -> Option<Money> {
        let (Asked::Within(bounds), Ours::Figure(Quantity::Money(ours))) =
            (self.asked, self.ours.ours)
        else {
            return None;
        };
        let edge = if self.is_above() {
            bounds.high
        } else {
            bounds.low
        };
        match edge?.value {
            Quantity::Money(edge) => Some(Money::from_cents((edge.cents - ours.cents).abs())),
            _ => None,
        }
    }

    /// The price and the original one, where the limit is on the part that is paid.
    pub(super) fn prices(&self) -> Option<(Money, Money)> {
        match self.ours.ours {
            Ours::Price { price, original } => Some((price, original)),
            _ => None,
        }
    }
}

/// Reports all criteria of some limits.
pub(super) fn report(
    context: Context<'_, '_>,
    limits: &[Limit],
    report: &mut Reporter<'_>,
    words: impl Fn(&Unmet<'_>) -> Words,
) {
    let mut open = Open::default();
    for application in &context.analysis.eligibility {
        let campaign = &context.resolved.campaigns[application.campaign];
        let program = &context.resolved.programs[application.program];
        for (number, criterion) in application.criteria.iter().enumerate() {
            if !limits.contains(&criterion.limit) {
                continue;
            }
            let about = CriterionRef {
                campaign: application.campaign.at(),
                number,
            };
            match &criterion.verdict {
                Verdict::Met(_) | Verdict::NoLimit(_) => {}
                Verdict::Unknown(_, want) => open.add(criterion, want, (campaign, program)),
                Verdict::NotMet(ours, outside) => {
                    let there = There {
                        ours: *ours,
                        outside: *outside,
                    };
                    not_met(
                        (criterion, there),
                        about,
                        (campaign, program),
                        report,
                        &words,
                    );
                }
            }
        }
    }
    open.report(report);
}

fn not_met(
    (criterion, ours): (&Criterion, There),
    about: CriterionRef,
    (campaign, program): (&Entry<Campaign>, &Entry<Program>),
    report: &mut Reporter<'_>,
    words: &impl Fn(&Unmet<'_>) -> Words,
) {
    let (name, rules) = (campaign.label(), program.label());
    let outside = ours.outside;
    let what = What {
        limit: criterion.limit,
        part: criterion.part,
    };
    let asked = &criterion.asked;
    let names = (name, rules);
    let words = words(&Unmet {
        names,
        what,
        asked,
        ours,
    });
    let mut finding = report
        .find(campaign, outside.span, words.message)
        .with(
            criterion.rule,
            text!("「{rules}」的规则", "the rule of {rules}"),
        )
        .help(words.help)
        .criterion(about);
    if let (Some(span), Some(words)) = (outside.other, words.other) {
        finding = finding.with(span, words);
    }
    if criterion.measured() != Measured::Offer {
        finding.with(
            campaign.key_span(),
            text!("「{name}」在这里报名", "{name} applies here"),
        );
    }
}
