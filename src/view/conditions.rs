//! The conditions of a programme as rows, the campaigns as columns.

use super::limit::{limit, our_side, requirement};
use super::material::Material;
use super::part::{Cell, Column, Fit, Row, RowKind, Sheet};
use super::value::Value;
use crate::analysis::eligibility::{
    Application, Asked, Criterion, InForce, NoLimit, Ours, Verdict,
};
use crate::analysis::tri::Tri;
use crate::diagnostic::Text;
use crate::plan::Limit;
use crate::plan::value::{Amount, Bound, Bounds, Choice, Duration, Quantity};
use crate::source::Located;

/// What a limit asks of all campaigns under the same rules.
#[derive(PartialEq)]
pub(super) struct Condition<'p> {
    limit: Limit,
    label: Value<'p>,
    asked: Value<'p>,
}

impl<'p> Condition<'p> {
    fn new(criterion: &Criterion, rules: InForce<'_>) -> Self {
        // The first day that is left differs from campaign to campaign.
        let asked = match criterion.asked {
            Asked::StartFrom(_) => before_start(rules),
            _ => requirement(&criterion.asked),
        };
        Self {
            limit: criterion.limit,
            label: limit(criterion),
            asked,
        }
    }

    /// The criteria of an application that ask this, with their numbers.
    pub(super) fn of<'a>(
        &self,
        application: &'a Application<'_>,
    ) -> impl Iterator<Item = (usize, &'a Criterion)> {
        let criteria = application.criteria.iter().enumerate();
        let rules = application.rules;
        criteria.filter(move |(_, criterion)| Condition::new(criterion, rules) == *self)
    }
}

/// How long before the start a campaign has to be signed up, and how long the review takes.
fn before_start<'p>(rules: InForce<'_>) -> Value<'p> {
    let lead = rules.lead_time().map(|lead| {
        let lead = [Value::exactly(lead.value)];
        Value::phrase("至少提前 {0}报名", "sign-up at least {0} ahead", lead)
    });
    let review = rules.review_time().map(|review| Bounds {
        low: review.at_least.map(bound),
        high: review.at_most.map(bound),
    });
    let review = review.map(|time| {
        let time = [Value::Figure(Amount::Within(time))];
        Value::phrase(
            "审核 {0}，须在开始前完成",
            "review takes {0}, over before the start",
            time,
        )
    });
    Value::beside([lead, review]).unwrap_or_else(|| requirement(&Asked::StartFrom(None)))
}

fn bound(time: Located<Duration>) -> Bound<Quantity> {
    Bound {
        value: time.value.into(),
        strict: false,
    }
}

/// The conditions of some applications, each once; that the platform is right goes without
/// saying.
pub(super) fn conditions<'p>(group: &[&Application<'p>]) -> Vec<Condition<'p>> {
    let of_each = group.iter().flat_map(|one| {
        let criteria = one.criteria.iter();
        criteria.map(|criterion| Condition::new(criterion, one.rules))
    });
    let mut conditions = Vec::new();
    for condition in of_each {
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
    }
    conditions.sort_by_key(|condition| condition.limit.index());
    conditions.retain(|condition| condition.limit != Limit::Platform || !is_met(condition, group));
    conditions
}

fn is_met(condition: &Condition<'_>, group: &[&Application<'_>]) -> bool {
    let mut criteria = group.iter().flat_map(|one| condition.of(one));
    criteria.all(|(_, criterion)| criterion.verdict.answer() == Tri::Yes)
}

/// A table of conditions for some campaigns, with what follows for each below.
pub(super) fn sheet<'p>(
    program: &Value<'p>,
    conditions: &[Condition<'p>],
    campaigns: &[&Application<'p>],
    material: &Material<'_, 'p>,
) -> Sheet<'p> {
    let title = |one: &&Application<'_>| {
        let title = material.resolved.plan.campaigns[one.campaign].label();
        Column {
            label: Text::same(title),
            ..Column::new("campaign", "", "", Fit::Text)
        }
    };
    let columns = [
        Column::new("limit", "条件", "Condition", Fit::Head),
        Column::new("asked", "规则要求", "Required", Fit::Text),
    ];
    let rows = conditions.iter().map(|condition| row(condition, campaigns));
    Sheet {
        label: program.clone(),
        ..Sheet::new(
            "limits",
            Text::default(),
            columns
                .into_iter()
                .chain(campaigns.iter().map(title))
                .collect(),
            rows.chain([outcomes(campaigns)]).collect(),
        )
    }
}

fn row<'p>(condition: &Condition<'p>, campaigns: &[&Application<'_>]) -> Row<'p> {
    let head = [
        Cell::new(condition.label.clone()),
        Cell::new(condition.asked.clone()),
    ];
    let cells = campaigns.iter().map(|one| {
        let criteria = condition.of(one).map(|(_, criterion)| criterion);
        cell(criteria.collect())
    });
    Row::new(head.into_iter().chain(cells))
}

/// What becomes of each campaign.
fn outcomes<'p>(campaigns: &[&Application<'_>]) -> Row<'p> {
    let head = [Cell::new(Value::words("结论", "Result")), Cell::blank()];
    let outcomes = campaigns
        .iter()
        .map(|one| Cell::new(Value::Outcome(one.outcome())));
    Row {
        kind: RowKind::Sum,
        ..Row::new(head.into_iter().chain(outcomes))
    }
}

/// The answer as a sign, with what is there.
fn cell<'p>(criteria: Vec<&Criterion>) -> Cell<'p> {
    let mut lines = Vec::new();
    for criterion in &criteria {
        let line = match criterion.verdict {
            Verdict::NoLimit(_) => Value::words("不适用", "does not apply"),
            _ => Value::mark(criterion.verdict.answer(), our_side(criterion)),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let small = criteria.iter().filter_map(|criterion| small(criterion));
    small.fold(Cell::lines(lines), |cell, value| cell.detail(Some(value)))
}

/// What stands below the sign: what the answer follows from, where that is not plain.
fn small<'p>(criterion: &Criterion) -> Option<Value<'p>> {
    match (&criterion.verdict, &criterion.asked) {
        (Verdict::Met(Ours::Price { price, original }), _) => {
            let prices = [Value::exactly(*price), Value::exactly(*original)];
            Some(Value::phrase("{0} ÷ {1}", "{0} ÷ {1}", prices))
        }
        (Verdict::NoLimit(why), _) => Some(no_limit(*why)),
        (_, Asked::StartFrom(Some(_))) => Some(requirement(&criterion.asked)),
        _ => None,
    }
}

fn no_limit<'p>(why: NoLimit) -> Value<'p> {
    match why {
        NoLimit::OfPlatform(platform) => Value::phrase(
            "{0}店铺没有信用等级",
            "shops on {0} have no credit level",
            [Value::Word(platform)],
        ),
        NoLimit::AnyFigure => Value::words("任何数都满足", "any figure is inside"),
        NoLimit::Approved => Value::words("审核已通过", "approved"),
    }
}
