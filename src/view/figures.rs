//! Key figures at a glance.

use super::material::Material;
use super::questions;
use super::value::Value;
use crate::analysis::figures::{outcomes, total_revenue};
use crate::analysis::tri::Tri;
use crate::diagnostic::{Text, text};
use crate::plan::value::{Amount, Quantity};

/// One figure.
#[derive(Clone, Debug)]
pub struct Figure<'p> {
    /// `days`, `revenue`, `tasks`, `campaigns`, `team`, `questions`, `accepted`
    pub key: &'static str,
    /// What it is about.
    pub label: Text,
    /// The figure.
    pub value: Value<'p>,
    /// Of what.
    pub unit: Text,
    /// What it is made of.
    pub more: Option<Value<'p>>,
    /// Whether it asks to be looked at.
    pub is_alert: bool,
}

impl<'p> Figure<'p> {
    fn new(key: &'static str, label: Text, value: Value<'p>, unit: Text) -> Self {
        Self {
            key,
            label,
            value,
            unit,
            more: None,
            is_alert: false,
        }
    }

    fn counted(key: &'static str, label: Text, count: usize, unit: Text) -> Option<Self> {
        let value = Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
        (count > 0).then(|| Self::new(key, label, value, unit))
    }

    fn more(mut self, more: Option<Value<'p>>) -> Self {
        self.more = more;
        self
    }
}

pub(super) fn figures<'p>(material: &Material<'_, 'p>) -> Vec<Figure<'p>> {
    let figures = [
        days(material),
        revenue(material),
        tasks(material),
        campaigns(material),
        team(material),
        questions(material),
        accepted(material),
    ];
    figures.into_iter().flatten().collect()
}

fn days<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let (start, end) = material.resolved.span();
    let (start, end) = (start?, end?);
    let days = (end - start).num_days() + 1;
    let work = i64::from(material.resolved.calendar.work_days(start, end)?);
    let more = [Value::Days(start, end), Value::Number(work)];
    let more = Value::phrase("{0}，{1} 个工作日", "{0}, {1} workdays", more);
    let label = Text::fixed("计划期", "Period");
    let figure = Figure::new(
        "days",
        label,
        Value::Number(days),
        Text::fixed("天", "days"),
    );
    Some(figure.more(Some(more)))
}

fn revenue<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let total = total_revenue(material.resolved)?;
    let (value, more) = match total {
        Amount::Within(bounds) => {
            let least = bounds.low.map(|low| Value::exactly(low.value));
            let more = Value::words(
                "各期目标之和，其中有的只写了下限",
                "sum of the targets, some of which only say the least",
            );
            (Value::phrase("≥ {0}", "{0}+", least), more)
        }
        exact => {
            let more = Value::words("计划期内各期目标之和", "sum of the targets of the plan");
            (Value::Figure(exact.map(Quantity::from)), more)
        }
    };
    let label = Text::fixed("营业额目标", "Revenue target");
    Some(Figure::new("revenue", label, value, Text::default()).more(Some(more)))
}

fn tasks<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let rows = &material.tasks.rows;
    let critical = material
        .analysis
        .schedule
        .windows
        .iter()
        .filter(|one| one.critical)
        .count();
    let routines = rows.iter().filter(|row| row.repeat.is_some()).count();
    let critical = (critical > 0).then(|| {
        text!(
            "关键 {critical} 项，必须按期",
            "{critical} on the critical path"
        )
    });
    let routines = (routines > 0).then(|| text!("例行 {routines} 项", "{routines} routines"));
    let more = Value::beside([critical, routines].map(|words| words.map(Value::Words)));
    let unit = Text::fixed("项", "");
    let figure = Figure::counted("tasks", Text::fixed("任务", "Tasks"), rows.len(), unit)?;
    Some(figure.more(more))
}

fn campaigns<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let campaigns = material.resolved.campaigns.len();
    let outcomes = outcomes(&material.analysis.eligibility, material.resolved);
    let count = |wanted: Option<Tri>| outcomes.iter().filter(|one| **one == wanted).count();
    let said = |outcome, zh, en| {
        let number = Value::Number(i64::try_from(count(outcome)).unwrap_or(i64::MAX));
        (count(outcome) > 0).then(|| Value::phrase(zh, en, [number]))
    };
    let more = Value::beside([
        said(Some(Tri::Yes), "达标 {0}", "{0} eligible"),
        said(Some(Tri::No), "不达标 {0}", "{0} not eligible"),
        said(Some(Tri::Unknown), "待确认 {0}", "{0} not known"),
        said(None, "自办 {0}", "{0} our own"),
    ]);
    let label = Text::fixed("活动", "Campaigns");
    let figure = Figure::counted("campaigns", label, campaigns, Text::fixed("场", ""))?.more(more);
    Some(Figure {
        is_alert: count(Some(Tri::No)) > 0,
        ..figure
    })
}

fn team<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let (roles, people) = (&material.resolved.roles, material.resolved.people.len());
    let posts = roles.len();
    let heads: Option<i64> = roles
        .iter()
        .map(|role| role.headcount.map(|count| count.value.0))
        .sum();
    let heads = heads
        .and_then(|heads| usize::try_from(heads).ok())
        .filter(|_| posts > 0);
    let label = Text::fixed("团队", "Team");
    let heads_unit = Text::fixed("人", "people");
    match heads {
        Some(0) => Some(Figure::new("team", label, Value::Number(0), heads_unit)),
        Some(heads) => Figure::counted("team", label, heads, heads_unit),
        None if people > 0 => return Figure::counted("team", label, people, heads_unit),
        None => return Figure::counted("team", label, posts, Text::fixed("个岗位", "posts")),
    }
    .map(|figure| {
        figure.more(Some(Value::Words(text!(
            "{posts} 个岗位",
            "posts: {posts}"
        ))))
    })
}

fn questions<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let count = questions::count(material.report);
    let label = Text::fixed("待确认", "Open questions");
    let more = Value::words(
        "缺少这些信息，有的事还不能判断",
        "something cannot be decided until they are answered",
    );
    let figure = Figure::counted("questions", label, count, Text::fixed("项", ""))?;
    Some(Figure {
        is_alert: true,
        ..figure.more(Some(more))
    })
}

fn accepted<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let label = Text::fixed("已接受的例外", "Accepted exceptions");
    Figure::counted(
        "accepted",
        label,
        material.report.accepted.len(),
        Text::fixed("项", ""),
    )
}
