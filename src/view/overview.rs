//! One page that answers what a reader asks first: what is to be reached, with how much money,
//! who must do what by when, and what is still open.

use super::asked;
use super::field;
use super::figures;
use super::legend;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet, Tone};
use super::phases;
use super::said::names;
use super::task_groups::by_due;
use super::task_rows::day_of;
use super::tasks::day;
use super::value::{DayForm, Value};
use crate::analysis::money::{Revenue, revenue_by_phase};
use crate::diagnostic::{Text, text};
use crate::plan::{Campaign, CampaignStatus, Entry, TaskStatus};

/// What is listed of tasks, of sign-ups and of questions; the chapters have them all.
const TASKS: usize = 8;
const OTHERS: usize = 6;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let figures = figures::figures(material);
    let summary = Value::line(material.resolved.head().summary.as_ref());
    let mut parts: Vec<Part<'p>> = Vec::new();
    parts.extend((!figures.is_empty()).then_some(Part::Cards(figures)));
    parts.extend(summary.map(Part::Prose));
    let goals = goals(material);
    let columns = [
        tasks(material),
        [sign_ups(material), questions(material)].concat(),
    ];
    let shown = goals.iter().chain(columns.iter().flatten());
    let legend = legend::signs(shown.flat_map(rows)).map(Part::Note);
    parts.extend(goals);
    let mut columns: Vec<_> = columns
        .into_iter()
        .filter(|column| !column.is_empty())
        .collect();
    if columns.len() > 1 {
        parts.push(Part::Beside(columns));
    } else {
        parts.extend(columns.pop().into_iter().flatten());
    }
    parts.extend(legend);
    (!parts.is_empty()).then(|| Chapter {
        id: "summary",
        title: Text::fixed("一页摘要", "At a glance"),
        what: Text::default(),
        is_form: false,
        parts,
    })
}

fn rows<'v, 'p>(part: &'v Part<'p>) -> &'v [Row<'p>] {
    match part {
        Part::Sheet(sheet) => &sheet.rows,
        _ => &[],
    }
}

fn heading<'p>(zh: &'static str, en: &'static str) -> Part<'p> {
    Part::Heading(Value::words(zh, en), Vec::new())
}

/// What each phase is to achieve, with its days and its money.
fn goals<'p>(material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let phases = &material.resolved.plan.phases;
    let revenue = revenue_by_phase(material.resolved);
    let rows = phases.iter().zip(revenue).map(|(phase, revenue)| {
        Row::new([
            Cell::new(Value::plain(phase.label())),
            Cell::new(phases::dates(phase)),
            Cell::new(Value::line(phase.goal.as_ref())),
            revenue.map(money).unwrap_or_default(),
        ])
    });
    let columns = vec![
        Column::new("name", "阶段", "Phase", Fit::Head),
        Column::new("days", "起止", "Dates", Fit::Tight),
        Column::new("goal", "目标", "Goal", Fit::Text),
        Column::new("revenue", "营业额目标", "Revenue target", Fit::Figure),
    ];
    let title = Text::fixed("各阶段目标", "Goals by phase");
    let sheet = Sheet::new("goals", title, columns, rows.collect()).without_empty_columns();
    match phases.len() {
        0 => Vec::new(),
        _ => vec![heading("各阶段目标", "Goals by phase"), Part::Sheet(sheet)],
    }
}

/// What a phase is to bring in.
fn money<'p>(revenue: Revenue) -> Cell<'p> {
    let (amount, tone) = match revenue {
        Revenue::Own(amount) => (amount, Tone::Plain),
        Revenue::Summed(amount) => (amount, Tone::Derived),
    };
    Cell::new(Value::Figure(amount.map(Into::into))).tone(tone)
}

/// The tasks that may not slip, else those that are due first.
fn tasks<'p>(material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let rows = &material.tasks.rows;
    let is_open =
        |at: &usize| rows[*at].repeat.is_none() && rows[*at].status != Some(TaskStatus::Done);
    let open: Vec<usize> = (0..rows.len()).filter(is_open).collect();
    let critical: Vec<usize> = open
        .iter()
        .copied()
        .filter(|at| rows[*at].is_critical)
        .collect();
    let dated = |at: &usize| day_of(&rows[*at]).is_some();
    let (title, mut listed) = match critical.is_empty() {
        true => (
            Text::fixed("最先到期的任务", "Tasks due first"),
            open.into_iter().filter(dated).collect(),
        ),
        false => (Text::fixed("关键任务", "Critical tasks"), critical),
    };
    by_due(&mut listed, rows);
    let rest = listed.len().saturating_sub(TASKS);
    let lines = listed.iter().take(TASKS).map(|at| {
        let owners = rows[*at]
            .owners
            .iter()
            .map(|owner| Value::plain(owner.name));
        Row::new([
            Cell::new(Value::plain(rows[*at].title)),
            Cell::new(Value::list(owners)),
            day(rows[*at].due.or(rows[*at].start)),
        ])
    });
    let columns = vec![
        Column::new("title", "任务", "Task", Fit::Head),
        Column::new("owner", "负责人", "Owner", Fit::Text),
        Column::new("due", "截止", "Due", Fit::Tight),
    ];
    let sheet = Sheet::new("first", title.clone(), columns, lines.collect());
    listing(title, sheet.without_empty_columns(), rest, "tasks")
}

/// The campaigns that are still to be signed up, by day.
fn sign_ups<'p>(material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let resolved = material.resolved;
    let is_ahead = |campaign: &&'p Entry<Campaign>| {
        let status = campaign.status.map(|status| status.value);
        campaign.goes_on() && status.is_none_or(|status| status == CampaignStatus::Planned)
    };
    let ahead = resolved.plan.campaigns.iter().filter(is_ahead);
    let mut ahead: Vec<_> = ahead
        .filter_map(|campaign| Some((campaign.signup_on?.value.0, campaign)))
        .collect();
    ahead.sort_by_key(|(day, _)| *day);
    let rest = ahead.len().saturating_sub(OTHERS);
    let lines = ahead.into_iter().take(OTHERS).map(|(day, campaign)| {
        Row::new([
            Cell::new(Value::plain(campaign.label())),
            Cell::new(Value::list(names(&campaign.owners, resolved))),
            Cell::new(Value::Day(day, DayForm::Weekday)),
        ])
    });
    let columns = vec![
        Column::new("title", "活动", "Campaign", Fit::Head),
        Column::new("owner", "负责人", "Owner", Fit::Text),
        Column::new("signup", "报名", "Sign-up", Fit::Tight),
    ];
    let title = Text::fixed("接下来的报名", "Next sign-ups");
    let sheet = Sheet::new("first", title.clone(), columns, lines.collect());
    listing(title, sheet.without_empty_columns(), rest, "campaigns")
}

/// What has to be answered.
fn questions<'p>(material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let questions = &material.questions.list;
    let rest = questions.len().saturating_sub(OTHERS);
    let lines = questions
        .iter()
        .take(OTHERS)
        .enumerate()
        .map(|(at, question)| {
            Row::new([
                Cell::new(asked::link(at + 1)),
                Cell::new(field::field(question.field, material.resolved)),
            ])
        });
    let columns = vec![
        Column::new("number", "编号", "No.", Fit::Tight),
        Column::new("missing", "所缺信息", "What is missing", Fit::Head),
    ];
    let title = Text::fixed("待确认事项", "Open questions");
    let sheet = Sheet::new("first", title.clone(), columns, lines.collect());
    listing(title, sheet, rest, "questions")
}

/// A short table, and where the rest of it stands.
fn listing<'p>(title: Text, sheet: Sheet<'p>, rest: usize, chapter: &'static str) -> Vec<Part<'p>> {
    if sheet.rows.is_empty() {
        return Vec::new();
    }
    let words = || Value::Words(text!("其余 {rest} 项见后", "{rest} more"));
    let more = (rest > 0).then(|| Value::Link(Box::new(words()), chapter.to_owned()));
    vec![
        Part::Heading(Value::Words(title), more.into_iter().collect()),
        Part::Sheet(sheet),
    ]
}
