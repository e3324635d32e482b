//! One table a campaign: what its programme asks, what is there, and the answer.

use super::field;
use super::limit::{limit, sides};
use super::material::Material;
use super::part::{Cell, Column, Fit, Part, Row, RowKind, Sheet};
use super::programs;
use super::said::points;
use super::value::{DayForm, Value};
use crate::analysis::eligibility::{
    Application, Asked, Criterion, Gap, InForce, NoLimit, Ours, Verdict,
};
use crate::analysis::tri::Tri;
use crate::diagnostic::{CriterionRef, Diagnostic, Text};
use crate::plan::Program;
use crate::plan::value::Day;
use crate::source::Located;

/// A table an application to a programme with rules, in the order of the campaigns.
pub(super) fn tables<'p>(material: &Material<'_, 'p>, order: &[usize]) -> Vec<Part<'p>> {
    let mut places = vec![usize::MAX; material.resolved.plan.campaigns.len()];
    for (place, at) in order.iter().enumerate() {
        places[*at] = place;
    }
    let with_rules = material
        .analysis
        .eligibility
        .iter()
        .filter(|one| !one.without_rules);
    let mut applications: Vec<_> = with_rules.collect();
    applications.sort_by_key(|application| places[application.campaign.at()]);
    applications
        .into_iter()
        .flat_map(|application| table(application, material))
        .collect()
}

fn table<'p>(application: &Application<'p>, material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let program = &material.resolved.plan.programs[application.program];
    let campaign = &material.resolved.plan.campaigns[application.campaign];
    let title = Value::plain(campaign.label());
    let organiser = program
        .organiser
        .map(|organiser| Value::choice(organiser.value));
    let meta = [
        Some(Value::plain(program.label())),
        organiser,
        version(application.rules),
    ];
    let meta = meta
        .into_iter()
        .flatten()
        .chain([Value::Outcome(application.outcome())])
        .collect();
    let criteria = application.criteria.iter().enumerate();
    let rows = criteria.map(|(number, criterion)| {
        let about = CriterionRef {
            campaign: application.campaign.at(),
            number,
        };
        row(criterion, about, material)
    });
    let sheet = Sheet {
        label: title.clone(),
        ..Sheet::new("limits", Text::default(), columns(), rows.collect())
    };
    let rules = application.rules;
    let documents = Value::list(points(rules.documents()).into_iter().map(Value::plain));
    let documents = documents
        .map(|documents| Value::phrase("须提交的资料：{0}", "To hand in: {0}", [documents]));
    let mut parts = vec![Part::Heading(title, meta), Part::Sheet(sheet)];
    parts.extend(documents.map(Part::Note));
    parts.extend(checked_on(rules).map(Part::Note));
    parts.extend(Value::line(rules.note()).map(Part::Note));
    parts.extend(programs::versions(program, material.resolved));
    if rules.version.is_some() {
        parts.extend(base(program).map(Part::Note));
    }
    let sources = [rules.source(), program.source.as_ref()];
    let sources = sources.map(|source| source.map(|source| source.trim()));
    parts.extend(super::said::sources(sources));
    parts
}

/// What the rules say apart from their version: papers and note.
fn base<'p>(program: &'p Program) -> Option<Value<'p>> {
    let papers = points(&program.documents).into_iter().map(Value::plain);
    let said = [Value::list(papers), Value::line(program.note.as_ref())];
    let said = Value::beside(said)?;
    Some(Value::phrase("原规则：{0}", "Rules otherwise: {0}", [said]))
}

/// The days of the version that holds.
fn version<'p>(rules: InForce<'p>) -> Option<Value<'p>> {
    let version = rules.version?;
    let day = |day: Located<Day>| Value::Day(day.value.0, DayForm::Full);
    Some(match (version.from, version.until) {
        (Some(from), None) => Value::phrase("{0} 起的规则", "rules from {0}", [day(from)]),
        (None, Some(until)) => Value::phrase("{0} 前的规则", "rules until {0}", [day(until)]),
        (Some(from), Some(until)) => Value::phrase(
            "{0} 至 {1} 的规则",
            "rules from {0} to {1}",
            [day(from), day(until)],
        ),
        (None, None) => return None,
    })
}

fn checked_on<'p>(rules: InForce<'p>) -> Option<Value<'p>> {
    let day = Value::Day(rules.checked_on()?.value.0, DayForm::Full);
    Some(match rules.are_complete() {
        true => Value::phrase(
            "报名条件已写全，查阅于 {0}。",
            "All limits are stated, as read on {0}.",
            [day],
        ),
        false => Value::phrase("规则查阅于 {0}。", "Rules as read on {0}.", [day]),
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("limit", "条件", "Limit", Fit::Head),
        Column::new("asked", "规则要求", "Asked", Fit::Text),
        Column::new("ours", "本店", "Ours", Fit::Text),
        Column::new("result", "结论", "Result", Fit::Text),
        Column::new("why", "说明", "Why", Fit::Text),
    ]
}

fn row<'p>(criterion: &Criterion, about: CriterionRef, material: &Material<'_, 'p>) -> Row<'p> {
    let (asked, ours) = sides(criterion);
    let ours = ours.unwrap_or_else(|| match criterion.verdict {
        Verdict::NoLimit(_) => Value::plain("—"),
        _ => Value::words("未填写", "not given"),
    });
    let missing = match &criterion.verdict {
        Verdict::Unknown(_, want) if want.is_missing() => material.questions.link(&want.field),
        _ => None,
    };
    let why = why(criterion, (&asked, &ours), about, material).unwrap_or(Value::plain(""));
    let answer = criterion.verdict.answer();
    Row {
        kind: if answer == Tri::No {
            RowKind::Failed
        } else {
            RowKind::Plain
        },
        cells: vec![
            Cell::new(limit(criterion)),
            Cell::new(asked),
            Cell::new(ours),
            Cell::new(match criterion.verdict {
                Verdict::NoLimit(_) => Value::words("不适用", "does not apply"),
                _ => Value::Verdict(answer),
            }),
            Cell::new(why).detail(missing),
        ],
        ..Row::default()
    }
}

/// Why the answer is as it is, where that needs saying.
fn why<'p>(
    criterion: &Criterion,
    (asked, ours): (&Value<'p>, &Value<'p>),
    about: CriterionRef,
    material: &Material<'_, 'p>,
) -> Option<Value<'p>> {
    let worked_out = worked_out(&criterion.verdict);
    match &criterion.verdict {
        Verdict::Unknown(..) if matches!(criterion.asked, Asked::Unstated) => Some(Value::words(
            "有此要求，门槛未知",
            "the rule is known to exist, its figure is not",
        )),
        Verdict::Unknown(_, want) if want.gap == Gap::OutOfForce => Some(Value::words(
            "这一天不在规则有效期内",
            "the rules are not in force on that day",
        )),
        Verdict::Unknown(_, want) if want.gap == Gap::Crossing => Some(Value::words(
            "这一天有两个版本的规则，互相冲突",
            "two versions of the rules contradict each other on that day",
        )),
        Verdict::Unknown(_, want) => {
            let what = field::field(&want.field, material.resolved);
            Some(Value::phrase("缺少{0}", "missing: {0}", [what]))
        }
        Verdict::NotMet(..) => Some(match (worked_out, remedy(about, material)) {
            (Some(why), Some(remedy)) => Value::phrase("{0}；{1}", "{0}; {1}", [why, remedy]),
            (why, remedy) => why.or(remedy).unwrap_or_else(|| {
                let sides = [asked.clone(), ours.clone()];
                Value::phrase("要求{0}，现在是{1}", "asked: {0}; there is: {1}", sides)
            }),
        }),
        Verdict::Met(_) => worked_out,
        Verdict::NoLimit(why) => Some(no_limit(*why)),
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

/// What the finding about a limit says to do, or why it was accepted.
fn remedy<'p>(criterion: CriterionRef, material: &Material<'_, 'p>) -> Option<Value<'p>> {
    let about = |finding: &Diagnostic| finding.criterion == Some(criterion);
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
fn worked_out<'p>(verdict: &Verdict) -> Option<Value<'p>> {
    match verdict {
        Verdict::Met(Ours::Price { price, original })
        | Verdict::NotMet(Ours::Price { price, original }, _) => {
            let prices = [Value::exactly(*price), Value::exactly(*original)];
            Some(Value::phrase("{0} ÷ {1}", "{0} ÷ {1}", prices))
        }
        Verdict::NotMet(Ours::Open { since, on, .. }, _) => {
            let days = [Value::day(*since), Value::day(*on)];
            Some(Value::phrase(
                "{0} 开店，截至 {1}",
                "opened {0}, measured on {1}",
                days,
            ))
        }
        _ => None,
    }
}
