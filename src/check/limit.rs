//! What the checks of eligibility have in common: a limit that is not met shows the limit
//! and the figure outside it; a limit that cannot be decided names the missing field.

use super::{Context, Reporter};
use crate::analysis::eligibility::{Asked, Criterion, Measured, Ours, Verdict, Way};
use crate::diagnostic::{CriterionRef, Text, text};
use crate::plan::value::{Money, Quantity};
use crate::plan::{Campaign, Entry, Limit, Program};
use answers::{There, What};

mod answers;

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
            one(criterion, about, (campaign, program), report, &words);
        }
    }
}

fn one(
    criterion: &Criterion,
    about: CriterionRef,
    (campaign, program): (&Entry<Campaign>, &Entry<Program>),
    report: &mut Reporter<'_>,
    words: &impl Fn(&Unmet<'_>) -> Words,
) {
    let (name, rules) = (campaign.label(), program.label());
    let (ours, outside) = match &criterion.verdict {
        Verdict::Met(_) | Verdict::NoLimit(_) => return,
        Verdict::Unknown(_, want) if !want.is_missing() => return,
        Verdict::Unknown(_, want) => {
            return report.unknown(
                campaign,
                want.field.clone(),
                cannot_say(name, rules, criterion),
            );
        }
        Verdict::NotMet(ours, outside) => (*ours, *outside),
    };
    let what = What {
        limit: criterion.limit,
        part: criterion.part,
    };
    let (asked, ours) = (&criterion.asked, There { ours, outside });
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

/// Whether sign-up and start are known: what remains open is the review.
fn is_started(criterion: &Criterion) -> bool {
    let is_known = matches!(criterion.verdict.ours(), Some(Ours::SignUp { .. }));
    let asks_status = match &criterion.verdict {
        Verdict::Unknown(_, want) => want.field.keys == ["status"],
        _ => false,
    };
    is_known && asks_status
}

fn cannot_say(campaign: &str, program: &str, criterion: &Criterion) -> Text {
    let limit = criterion.limit;
    match criterion.asked {
        Asked::Unstated => text!(
            "「{program}」对{limit}有要求但数字不详，无法判断「{campaign}」是否满足",
            "{program} limits the {limit}, by an unknown figure: {campaign} cannot be decided";
            limit
        ),
        Asked::StartFrom(Some(day)) if is_started(criterion) => text!(
            "按「{program}」的规则审核最长到 {day} 才结束，审核结果未写，无法判断「{campaign}」能否如期开始",
            "by the rules of {program} the review may last until {day}: whether {campaign} can start in time cannot be decided before it is over"
        ),
        _ => text!(
            "无法判断「{campaign}」是否满足「{program}」的{limit}要求",
            "whether {campaign} meets the {limit} limit of {program} cannot be decided";
            limit
        ),
    }
}
