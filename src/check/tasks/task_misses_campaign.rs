//! OP164: a task is not in time for the moment of its campaign that it is for.

use crate::analysis::schedule::{Miss, MomentTrouble, Side};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::plan::{Campaign, Entry, Moment, Task};
use crate::source::{Located, Span};

pub(in crate::check) static RULE: Rule = rule!("OP164" "task-misses-campaign" Tasks Error,
    "任务赶不上所属活动", "a task that is not in time for its campaign");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let (plan, outside) = (context.resolved, &context.analysis.outside);
    for missed in &context.analysis.schedule.missed {
        let task = &plan.tasks[missed.task];
        if missed.trouble == MomentTrouble::NoCampaign {
            no_campaign(task, report);
        }
        let Some(campaign) = plan.get(&task.campaign) else {
            continue;
        };
        // What stands in the wrong year is another mistake.
        let is_slip = plan
            .find(&task.campaign)
            .is_some_and(|at| outside.is_slip(at));
        if is_slip || outside.is_slip(missed.task) {
            continue;
        }
        match missed.trouble {
            MomentTrouble::Misses(miss) => misses(task, campaign, miss, report),
            MomentTrouble::Touches(miss) => touches(task, campaign, miss, report),
            MomentTrouble::CampaignUnsaid(field) => {
                undecided(task, campaign, campaign.field(field), report);
            }
            MomentTrouble::NoDay => undecided(task, campaign, task.field("due"), report),
            MomentTrouble::NoMoment => no_moment(task, campaign, report),
            MomentTrouble::NoCampaign => {}
        }
    }
}

fn no_campaign(task: &Entry<Task>, report: &mut Reporter<'_>) {
    let name = task.label();
    let Some(moment) = task.r#for else {
        return;
    };
    let message = text!(
        "「{name}」写了 `for`，却没有写是哪场活动",
        "{name} has `for`, but does not say for which campaign"
    );
    report.find(task, moment.span, message).help(text!(
        "补上 `campaign`，或删去 `for`",
        "add `campaign`, or remove `for`"
    ));
}

fn misses(task: &Entry<Task>, campaign: &Entry<Campaign>, miss: Miss, report: &mut Reporter<'_>) {
    let (name, of, day) = (task.label(), campaign.label(), day_of(miss));
    let by = miss.by;
    let message = match (moment(task), miss.field) {
        (Moment::Signup, _) => text!(
            "报名任务「{name}」{day}，「{of}」的报名日是 {by}",
            "{name}, the sign-up for {of}, {day}; the day of sign-up is {by}"; day
        ),
        (Moment::Start, _) => text!(
            "准备任务「{name}」{day}，它所属的活动「{of}」{by} 就开始了",
            "{name}, the preparation of {of}, {day}; the campaign starts on {by}"; day
        ),
        (Moment::Run, "start") => text!(
            "「{name}」{day}，它所属的活动「{of}」{by} 才开始",
            "{name}, part of the run of {of}, {day}; the campaign does not start until {by}"; day
        ),
        (Moment::Run, _) => text!(
            "「{name}」{day}，它所属的活动「{of}」{by} 就结束了",
            "{name}, part of the run of {of}, {day}; the campaign ends on {by}"; day
        ),
        (Moment::Review, _) => text!(
            "复盘任务「{name}」{day}，它所属的活动「{of}」{by} 才结束",
            "{name}, the review of {of}, {day}; the campaign does not end until {by}"; day
        ),
    };
    find(task, campaign, miss, message, report);
}

fn touches(task: &Entry<Task>, campaign: &Entry<Campaign>, miss: Miss, report: &mut Reporter<'_>) {
    let (name, of, by) = (task.label(), campaign.label(), miss.by);
    let message = if moment(task) == Moment::Review {
        text!(
            "复盘任务「{name}」{by} 就开始，它所属的活动「{of}」当天才结束",
            "{name}, the review of {of}, starts on {by}, the day on which the campaign ends"
        )
    } else {
        text!(
            "准备任务「{name}」{by} 才完成，它所属的活动「{of}」当天就开始",
            "{name}, the preparation of {of}, is not finished until {by}, the day on which the campaign starts"
        )
    };
    find(task, campaign, miss, message, report).severity(Severity::Warning);
}

fn find<'r>(
    task: &Entry<Task>,
    campaign: &Entry<Campaign>,
    miss: Miss,
    message: Text,
    report: &'r mut Reporter<'_>,
) -> crate::check::Finding<'r> {
    let edge = match miss.field {
        "signup_on" => (campaign.signup_on, text!("报名日", "signed up here")),
        "start" => (
            campaign.start.day(),
            text!("活动开始日", "the campaign starts here"),
        ),
        _ => (
            campaign.end.day(),
            text!("活动结束日", "the campaign ends here"),
        ),
    };
    let place = edge.0.map_or(campaign.key_span(), |day| day.span);
    let finding = report
        .find(task, span_of(task, miss), message)
        .with(place, edge.1);
    finding.help(text!(
        "调整任务或活动的日期，或改写 `for`",
        "move the task or the campaign, or change `for`"
    ))
}

fn moment(task: &Entry<Task>) -> Moment {
    task.r#for.map_or(Moment::Start, |moment| moment.value)
}

fn day_of(miss: Miss) -> Text {
    let day = miss.day;
    match miss.side {
        Side::Start if day < miss.by => text!("{day} 就开始", "starts on {day}"),
        Side::Start => text!("{day} 才开始", "does not start until {day}"),
        Side::Due => text!("{day} 才完成", "is not finished until {day}"),
        Side::WorkedOut => text!("最早 {day} 才能完成", "cannot finish before {day}"),
    }
}

fn span_of(task: &Entry<Task>, miss: Miss) -> Span {
    let until = task.repeat.as_ref().and_then(|repeat| repeat.until);
    let day = |day: Option<Located<crate::plan::value::Day>>| day.map(|day| day.span);
    let duration = task.duration.map(|duration| duration.span);
    let span = match miss.side {
        Side::Start => day(task.start),
        Side::Due => day(task.due).or(day(until)),
        Side::WorkedOut => duration.or(day(task.start)),
    };
    span.unwrap_or(task.key_span())
}

fn undecided(
    task: &Entry<Task>,
    campaign: &Entry<Campaign>,
    missing: crate::diagnostic::FieldPath,
    report: &mut Reporter<'_>,
) {
    let (name, of) = (task.label(), campaign.label());
    report.unknown(
        task,
        missing,
        text!(
            "日期不全，无法判断「{name}」是否赶得上活动「{of}」",
            "a day is missing: whether {name} is in time for the campaign {of} cannot be decided"
        ),
    );
}

fn no_moment(task: &Entry<Task>, campaign: &Entry<Campaign>, report: &mut Reporter<'_>) {
    let (name, of) = (task.label(), campaign.label());
    report.unknown(task, task.field("for"), text!(
        "「{name}」到活动「{of}」开始时还没有完成，又没有写明属于活动的哪个环节，无法判断是否来得及",
        "{name} is not finished when the campaign {of} starts, and does not say which step of the campaign it is for: whether it is in time cannot be decided"
    ));
}
