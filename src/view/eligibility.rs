//! One table a campaign: what its programme asks, what is there, and the answer.

use chrono::NaiveDate;

use super::field;
use super::material::Material;
use super::part::{Cell, Column, Fit, Part, Row, RowKind, Sheet};
use super::said::{points, texts};
use super::value::Value;
use crate::analysis::eligibility::{Application, Asked, Criterion, Ours, ScoreKind, Verdict};
use crate::analysis::figures::rounded;
use crate::analysis::tri::Tri;
use crate::diagnostic::{CriterionRef, Diagnostic, Text};
use crate::plan::Weekday;
use crate::plan::value::{Amount, Discount, Money};

/// A table an application to a programme with rules, in the order of the campaigns.
pub(super) fn tables<'p>(material: &Material<'_, 'p>, order: &[usize]) -> Vec<Part<'p>> {
    let place =
        |application: &&Application| order.iter().position(|at| *at == application.campaign.at());
    let with_rules = material
        .analysis
        .eligibility
        .iter()
        .filter(|one| !one.without_rules);
    let mut applications: Vec<_> = with_rules.collect();
    applications.sort_by_cached_key(place);
    applications
        .into_iter()
        .flat_map(|application| table(application, material))
        .collect()
}

fn table<'p>(application: &Application, material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let program = &material.resolved.plan.programs[application.program];
    let campaign = &material.resolved.plan.campaigns[application.campaign];
    let title = Value::plain(campaign.label());
    let organiser = program
        .organiser
        .map(|organiser| Value::choice(organiser.value));
    let meta = [Some(Value::plain(program.label())), organiser];
    let meta = meta
        .into_iter()
        .flatten()
        .chain([Value::Verdict(application.outcome())])
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
    let documents = Value::list(points(&program.documents).into_iter().map(Value::plain));
    let documents = documents
        .map(|documents| Value::phrase("须提交的资料：{0}", "To hand in: {0}", [documents]));
    let mut parts = vec![Part::Heading(title, meta), Part::Sheet(sheet)];
    parts.extend(documents.map(Part::Note));
    parts.extend(Value::line(program.note.as_ref()).map(Part::Note));
    parts.extend(super::said::sources([texts(&program.source)]));
    parts
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
    let ours = ours.unwrap_or(Value::words("未填写", "not given"));
    let missing = match &criterion.verdict {
        Verdict::Unknown(_, want) => material.questions.link(&want.field),
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
            Cell::new(Value::Verdict(answer)),
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
            "知道有这项要求，不知道数字",
            "the rule is known to exist, its figure is not",
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
    }
}

fn limit<'p>(criterion: &Criterion) -> Value<'p> {
    let label = Value::choice(criterion.limit);
    let detail = match criterion.part {
        Some(ScoreKind::Description) => Value::words("描述", "description"),
        Some(ScoreKind::Service) => Value::words("服务", "service"),
        Some(ScoreKind::Logistics) => Value::words("物流", "logistics"),
        None => return label,
    };
    Value::Beside(vec![label, detail])
}

/// What is asked, and what is there if that is stated.
fn sides<'p>(criterion: &Criterion) -> (Value<'p>, Option<Value<'p>>) {
    let ours = criterion.verdict.ours();
    let ours = match criterion.asked {
        Asked::Unstated => Some(Value::plain("—")),
        _ => ours.and_then(|ours| there(ours, &criterion.asked)),
    };
    (asked(&criterion.asked), ours)
}

fn asked<'p>(asked: &Asked) -> Value<'p> {
    match asked {
        Asked::Within(bounds) => Value::Figure(Amount::Within(*bounds)),
        Asked::OneOf(words) => Value::List(words.iter().map(|word| Value::Word(word)).collect()),
        Asked::Required => Value::words("必须", "required"),
        Asked::StartFrom(Some(day)) => {
            Value::phrase("{0} 起可以开始", "may start from {0}", [Value::day(*day)])
        }
        Asked::StartFrom(None) => Value::words(
            "报名与审核须在开始前完成",
            "sign-up and review before the start",
        ),
        Asked::Unstated => Value::words("规则没有给出数字", "the rules give no figure"),
    }
}

fn there<'p>(ours: Ours, asked: &Asked) -> Option<Value<'p>> {
    Some(match ours {
        Ours::Figure(figure) => Value::exactly(figure),
        Ours::Word(word) => Value::Word(word),
        Ours::Flag(is_so) => match (asked, is_so) {
            (Asked::Required, true) => Value::words("包邮", "free"),
            (Asked::Required, false) => Value::words("不包邮", "not free"),
            (_, true) => Value::words("已加入", "joined"),
            (_, false) => Value::words("未加入", "not joined"),
        },
        Ours::Day(day) => Value::phrase(
            "{0} {1}",
            "{0} {1}",
            [Value::day(day), Value::choice(Weekday::of(day))],
        ),
        Ours::Price { price, original } => return discount(price, original),
        Ours::Open { since, on } => age(since, on),
        Ours::SignUp { on, start } => Value::phrase(
            "{0} 报名，{1} 开始",
            "sign-up {0}, start {1}",
            [Value::day(on), Value::day(start)],
        ),
    })
}

/// How many days the shop is open on the day that counts.
fn age<'p>(opened: NaiveDate, on: NaiveDate) -> Value<'p> {
    let days = (on - opened).num_days();
    match days {
        ..0 => Value::words("还没有开店", "not open yet"),
        _ => Value::phrase("{0} 天", "{0} days", [Value::Number(days)]),
    }
}

fn discount<'p>(price: Money, original: Money) -> Option<Value<'p>> {
    let permille = rounded(i128::from(price.cents) * 1_000, i128::from(original.cents));
    let permille = i64::try_from(permille).unwrap_or(i64::MAX);
    (original.cents > 0).then(|| Value::exactly(Discount { permille }))
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
        Verdict::NotMet(Ours::Open { since, on }, _) => {
            let days = [Value::day(*since), Value::day(*on)];
            Some(Value::phrase(
                "{0} 开店，算到 {1}",
                "opened {0}, measured on {1}",
                days,
            ))
        }
        _ => None,
    }
}
