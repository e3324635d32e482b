//! What the checks of eligibility have in common: a limit that is not met shows the limit
//! and the figure outside it; a limit that cannot be decided names the missing field.

use super::{Context, Reporter};
use crate::analysis::eligibility::{Asked, Measured, Ours, Verdict, Way};
use crate::diagnostic::{Text, text};
use crate::plan::Limit;
use crate::plan::value::{Money, Quantity};
use answers::{There, What};
use cause::{Case, by_cause};
use open::Open;
pub(super) use open::quoted;

mod answers;
mod cause;
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

/// Reports all criteria of some limits; a fault of the shop once for all campaigns.
pub(super) fn report(
    context: Context<'_, '_>,
    limits: &[Limit],
    report: &mut Reporter<'_>,
    words: impl Fn(&Unmet<'_>) -> Words,
) {
    let (mut open, mut unmet) = (Open::default(), Vec::new());
    for application in &context.analysis.eligibility {
        let campaign = &context.resolved.campaigns[application.campaign];
        let program = &context.resolved.programs[application.program];
        let criteria = application.criteria.iter().enumerate();
        for (number, criterion) in criteria.filter(|(_, one)| limits.contains(&one.limit)) {
            match &criterion.verdict {
                Verdict::Unknown(_, want) => open.add(criterion, want, (campaign, program)),
                Verdict::NotMet(ours, outside) => unmet.push(Case {
                    application,
                    number,
                    criterion,
                    ours: *ours,
                    outside: *outside,
                }),
                Verdict::Met(_) | Verdict::NoLimit(_) => {}
            }
        }
    }
    for cases in by_cause(unmet, context) {
        not_met(&cases, context, report, &words);
    }
    open.report(report);
}

fn not_met<'p>(
    cases: &[Case<'_, 'p>],
    context: Context<'_, 'p>,
    report: &mut Reporter<'_>,
    words: &impl Fn(&Unmet<'_>) -> Words,
) {
    let case = cases[0];
    let (criterion, outside) = (case.criterion, case.outside);
    let campaign = case.campaign(context);
    let rules = context.resolved.programs[case.application.program].label();
    let what = What {
        limit: criterion.limit,
        part: criterion.part,
    };
    let words = words(&Unmet {
        names: (campaign.label(), rules),
        what,
        asked: &criterion.asked,
        ours: There {
            ours: case.ours,
            outside,
        },
    });
    let others = cases[1..].iter().map(|case| case.campaign(context).label());
    let others: Vec<&str> = others.collect();
    let message = of_all(by_version(words.message, &case), &others);
    let mut finding = report
        .find(campaign, outside.span, message)
        .with(criterion.rule, rule(rules, &case))
        .help(words.help);
    if let (Some(span), Some(words)) = (outside.other, words.other) {
        finding = finding.with(span, words);
    }
    for case in cases {
        finding = finding.criterion(case.about());
        if criterion.measured() != Measured::Offer {
            let campaign = case.campaign(context);
            let name = campaign.label();
            let words = text!("「{name}」在这里报名", "{name} signs up here");
            finding = finding.with(campaign.key_span(), words);
        }
    }
}

/// More campaigns than a message names.
const MOST_NAMED: usize = 4;

/// What is said of one campaign, and of which others it holds.
fn of_all(message: Text, others: &[&str]) -> Text {
    let (named, rest) = others.split_at(others.len().min(MOST_NAMED));
    if named.is_empty() {
        return message;
    }
    let count = others.len();
    let zh: String = named.iter().map(|name| format!("「{name}」")).collect();
    let en = named.join(", ");
    if rest.is_empty() {
        text!("{message}；{zh}同样", "{message}; the same applies to {en}"; message)
    } else {
        text!("{message}；{zh}等 {count} 个活动同样", "{message}; the same applies to {count} others, such as {en}"; message)
    }
}

/// By the rules of which day, where versions differ.
fn by_version(message: Text, case: &Case<'_, '_>) -> Text {
    let Some(on) = case.decided_on() else {
        return message;
    };
    let day = on.day;
    match on.is_signup {
        true => {
            text!("{message}（按报名日 {day} 的规则）", "{message} (by the rules of {day}, the day of sign-up)"; message)
        }
        false => {
            text!("{message}（按开始日 {day} 的规则）", "{message} (by the rules of {day}, the day it starts)"; message)
        }
    }
}

fn rule(rules: &str, case: &Case<'_, '_>) -> Text {
    let version = case.application.version_of(case.criterion.limit);
    match version.and_then(|version| version.from) {
        Some(from) => {
            let from = from.value.0;
            text!(
                "「{rules}」{from} 起的规则",
                "the rules of {rules} from {from} on"
            )
        }
        None => text!("「{rules}」的规则", "the rules of {rules}"),
    }
}
