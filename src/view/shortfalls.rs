//! In words: which conditions campaigns do not meet, and which cannot be decided.

use super::conditions::Condition;
use super::field;
use super::limit::{limit, our_side, requirement};
use super::material::Material;
use super::part::Part;
use super::value::Value;
use crate::analysis::eligibility::{Application, Asked, Criterion, Gap, Ours, Verdict, Want};
use crate::analysis::tri::Tri;
use crate::diagnostic::{CriterionRef, Diagnostic};
use crate::plan::{Campaign, Idx};

/// A line a shortfall, each said once for all campaigns that have it.
pub(super) fn lines<'p>(
    conditions: &[Condition<'p>],
    group: &[&Application<'p>],
    material: &Material<'_, 'p>,
) -> Option<Part<'p>> {
    let title = |at: Idx<Campaign>| Value::plain(material.resolved.plan.campaigns[at].label());
    let mut lines = Vec::new();
    for (said, campaigns) in merged(conditions, group, material) {
        let is_for_all = campaigns.len() == group.len();
        let titles = campaigns.into_iter().map(title);
        lines.push(said.line(Value::titles(titles).filter(|_| !is_for_all)));
    }
    (!lines.is_empty()).then_some(Part::Lines(lines))
}

/// The shortfalls, each with the campaigns that have it.
fn merged<'p>(
    conditions: &[Condition<'p>],
    group: &[&Application<'p>],
    material: &Material<'_, 'p>,
) -> Vec<(Shortfall<'p>, Vec<Idx<Campaign>>)> {
    let mut merged: Vec<(Shortfall<'p>, Vec<Idx<Campaign>>)> = Vec::new();
    let of_each = |condition| group.iter().map(move |one| (condition, *one));
    for (condition, application) in conditions.iter().flat_map(of_each) {
        let campaign = application.campaign;
        for said in shortfalls(condition, application, material) {
            match merged.iter_mut().find(|(other, _)| *other == said) {
                Some((_, campaigns)) if campaigns.contains(&campaign) => {}
                Some((_, campaigns)) => campaigns.push(campaign),
                None => merged.push((said, vec![campaign])),
            }
        }
    }
    merged
}

/// Where a campaign falls short of a condition.
fn shortfalls<'p>(
    condition: &Condition<'p>,
    application: &Application<'p>,
    material: &Material<'_, 'p>,
) -> Vec<Shortfall<'p>> {
    let campaign = application.campaign.at();
    let shortfalls = condition.of(application).filter_map(|(number, criterion)| {
        shortfall(criterion, CriterionRef { campaign, number }, material)
    });
    shortfalls.collect()
}

/// What is not met or not known.
#[derive(PartialEq)]
struct Shortfall<'p> {
    answer: Tri,
    said: Value<'p>,
    /// The question that has to be answered first.
    question: Option<Value<'p>>,
}

impl<'p> Shortfall<'p> {
    /// The line that says so; of which campaigns, if not of all.
    fn line(self, campaigns: Option<Value<'p>>) -> Vec<Value<'p>> {
        let said = match campaigns {
            Some(titles) => Value::phrase("{0}：{1}", "{0}: {1}", [titles, self.said]),
            None => self.said,
        };
        let said = Value::mark(self.answer, Some(said));
        std::iter::once(said).chain(self.question).collect()
    }
}

fn shortfall<'p>(
    criterion: &Criterion,
    about: CriterionRef,
    material: &Material<'_, 'p>,
) -> Option<Shortfall<'p>> {
    let label = limit(criterion);
    let (said, question) = match &criterion.verdict {
        Verdict::Met(_) | Verdict::NoLimit(_) => return None,
        Verdict::NotMet(ours, _) => (not_met(criterion, ours, about, material), None),
        Verdict::Unknown(_, want) => {
            let why = not_known(criterion, want, material);
            let question = material.questions.link(&want.field);
            let said = Value::phrase("{0}：{1}", "{0}: {1}", [label, why]);
            (said, question.filter(|_| want.is_missing()))
        }
    };
    Some(Shortfall {
        answer: criterion.verdict.answer(),
        said,
        question,
    })
}

/// What is asked and what is there, and what to do about it.
fn not_met<'p>(
    criterion: &Criterion,
    ours: &Ours,
    about: CriterionRef,
    material: &Material<'_, 'p>,
) -> Value<'p> {
    let sides = [
        limit(criterion),
        requirement(&criterion.asked),
        our_side(criterion).unwrap_or(Value::words("不符合", "not met")),
    ];
    let said = Value::phrase("{0}（要求：{1}）：{2}", "{0} (required: {1}): {2}", sides);
    let more = [worked_out(ours), remedy(about, material)];
    more.into_iter().flatten().fold(said, |said, more| {
        Value::phrase("{0}；{1}", "{0}; {1}", [said, more])
    })
}

/// Why a limit cannot be decided.
fn not_known<'p>(criterion: &Criterion, want: &Want, material: &Material<'_, 'p>) -> Value<'p> {
    match (&criterion.asked, want.gap) {
        (Asked::Unstated, _) => Value::words(
            "有此要求，门槛未知",
            "required, but the figure is not known",
        ),
        (_, Gap::OutOfForce) => Value::words(
            "这一天不在规则有效期内",
            "the rules are not in force on that day",
        ),
        (_, Gap::Refuted) => Value::words(
            "原价与成交记录不符",
            "the original price is not what was charged",
        ),
        (_, Gap::Crossing) => Value::words(
            "这一天有两个版本的规则，互相冲突",
            "two versions of the rules contradict each other on that day",
        ),
        (_, Gap::Missing | Gap::Unread) => {
            let what = field::field(&want.field, material.resolved);
            Value::phrase("缺少{0}", "not known without the {0}", [what])
        }
    }
}

/// What the finding about a limit says to do, or why it was accepted.
fn remedy<'p>(criterion: CriterionRef, material: &Material<'_, 'p>) -> Option<Value<'p>> {
    let about = |finding: &Diagnostic| finding.criteria.contains(&criterion);
    let report = material.report;
    if let Some(finding) = report.findings.iter().find(|finding| about(finding)) {
        return finding.help.clone().map(Value::Words);
    }
    let accepted = report
        .accepted
        .iter()
        .find(|accepted| about(&accepted.finding))?;
    let reason = Value::Plain(accepted.reason.clone().into());
    Some(Value::phrase("已接受：{0}", "accepted: {0}", [reason]))
}

/// What led to an answer, where the two sides do not show it.
fn worked_out<'p>(ours: &Ours) -> Option<Value<'p>> {
    Some(match ours {
        Ours::Price { price, original } => {
            let prices = [Value::exactly(*price), Value::exactly(*original)];
            Value::phrase("{0} ÷ {1}", "{0} ÷ {1}", prices)
        }
        Ours::Open { since, on, .. } => {
            let days = [Value::day(*since), Value::day(*on)];
            Value::phrase("{0} 开店，截至 {1}", "opened {0}, measured on {1}", days)
        }
        _ => return None,
    })
}
