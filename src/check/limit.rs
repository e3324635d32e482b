//! What the checks of eligibility have in common: a limit that is not met shows the limit
//! and the figure outside it; a limit that cannot be decided names the missing field.

use super::Context;
use crate::analysis::eligibility::{Criterion, Measure, Verdict};
use crate::diagnostic::Language::{Chinese, English};
use crate::diagnostic::{Diagnostic, Report, Rule, Text, Unknown, text};
use crate::plan::value::{Bounds, Choice};
use crate::plan::{Campaign, Entry, Limit, Section};
use crate::resolve::{Resolved, To};
use crate::source::Span;

/// One limit that is not met, for the words of a check.
pub(super) struct Unmet<'a, 'p> {
    /// The campaign's name.
    pub(super) campaign: &'p str,
    /// The programme's name.
    pub(super) program: &'p str,
    /// The limit.
    pub(super) limit: Limit,
    /// What is asked and what is there.
    pub(super) measure: &'a Measure<'p>,
}

/// What a check says of a limit that is not met.
pub(super) struct Words {
    /// What is wrong.
    pub(super) message: Text,
    /// What to do.
    pub(super) help: Text,
}

/// Reports all criteria of some limits.
pub(super) fn report(
    context: Context<'_, '_>,
    rule: &'static Rule,
    limits: &[Limit],
    report: &mut Report,
    words: impl Fn(&Unmet<'_, '_>) -> Words,
) {
    for application in &context.analysis.eligibility {
        let campaign = &context.resolved.campaigns[application.campaign.at()];
        let program = &context.resolved.programs[application.program.at()];
        let names = (campaign.label(), program.label());
        for criterion in application
            .criteria
            .iter()
            .filter(|criterion| limits.contains(&criterion.limit))
        {
            match &criterion.verdict {
                Verdict::Met => {}
                Verdict::NotMet(span) => {
                    let unmet = Unmet {
                        campaign: names.0,
                        program: names.1,
                        limit: criterion.limit,
                        measure: &criterion.measure,
                    };
                    let Words { message, help } = words(&unmet);
                    let finding = Diagnostic::new(rule, *span, message)
                        .with(criterion.rule, asked_here(names.1))
                        .help(help)
                        .on(campaign.path());
                    let finding = other_half(criterion.limit, campaign, context.resolved)
                        .into_iter()
                        .fold(finding, |finding, (span, words)| finding.with(span, words));
                    let of_campaign = [
                        Limit::Quantity,
                        Limit::Value,
                        Limit::Discount,
                        Limit::FreeShipping,
                    ];
                    report.find(if of_campaign.contains(&criterion.limit) {
                        finding
                    } else {
                        finding.with(campaign.key_span(), applied_here(names.0))
                    });
                }
                Verdict::Unknown(_) if is_unread(criterion.limit, campaign, context.resolved) => {}
                Verdict::Unknown(missing) => report.cannot_say(Unknown {
                    rule,
                    item: campaign.path(),
                    span: campaign.key_span(),
                    missing: missing.clone(),
                    message: cannot_say(names, criterion),
                }),
            }
        }
    }
}

/// The second of two figures that are outside a limit together.
fn other_half(
    limit: Limit,
    campaign: &Entry<Campaign>,
    resolved: &Resolved<'_>,
) -> Option<(Span, Text)> {
    match limit {
        Limit::Value => Some((campaign.price?.span, Text::fixed("活动价", "the price"))),
        Limit::Discount => {
            let product = &resolved.products[resolved.find(&campaign.product)?.at()];
            Some((
                product.original_price?.span,
                Text::fixed("原价", "the original price"),
            ))
        }
        _ => None,
    }
}

/// Whether a limit is measured on a shop or product that is written but could not be read:
/// nothing is missing that could be added.
fn is_unread(limit: Limit, campaign: &Entry<Campaign>, resolved: &Resolved<'_>) -> bool {
    match limit {
        Limit::Platform
        | Limit::Level
        | Limit::Scores
        | Limit::PositiveRate
        | Limit::Guarantees
        | Limit::Age => match &campaign.store {
            Some(store) => resolved.follow(store) == To::Unread,
            None => {
                resolved.store_of(campaign).is_none() && resolved.incomplete.lacks(Section::Stores)
            }
        },
        Limit::Sales | Limit::Reviews | Limit::Discount => {
            let product = campaign.product.as_ref();
            product.is_some_and(|product| resolved.follow(product) == To::Unread)
        }
        _ => false,
    }
}

/// Whether a figure that is outside some bounds lies above them: what helps a shop that is
/// too small does not help one that is too large.
pub(super) fn is_above<T: Copy + PartialOrd>(bounds: &Bounds<T>, figure: T) -> bool {
    !Bounds {
        low: None,
        high: bounds.high,
    }
    .contain(figure)
}

fn asked_here(program: &str) -> Text {
    text!("「{program}」的规则", "the rule of {program}")
}

fn applied_here(campaign: &str) -> Text {
    text!("「{campaign}」在这里报名", "{campaign} applies here")
}

fn cannot_say((campaign, program): (&str, &str), criterion: &Criterion<'_>) -> Text {
    let (zh, en) = (
        criterion.limit.label(Chinese),
        criterion.limit.label(English),
    );
    match criterion.measure {
        Measure::Unstated => text!(
            "「{program}」对{zh}有要求但数字不详，无法判断「{campaign}」是否满足",
            "{program} limits the {en}, by an unknown figure: {campaign} cannot be decided"
        ),
        _ => text!(
            "无法判断「{campaign}」是否满足「{program}」的{zh}要求",
            "whether {campaign} meets the {en} limit of {program} cannot be decided"
        ),
    }
}

/// Chinese words that follow Chinese words: figures are set off by a space.
pub(super) fn spaced(words: &Text) -> Text {
    let begins_with_figure = words
        .zh
        .starts_with(|first: char| first.is_ascii_alphanumeric());
    let zh = if begins_with_figure {
        format!(" {}", words.zh)
    } else {
        words.zh.to_string()
    };
    Text {
        zh: zh.into(),
        en: words.en.clone(),
    }
}
