//! OP159: something is planned outside the days of the plan.

use crate::analysis::outside::{MeantPlan, OutsideDay, What};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::plan::{Period, Section};

pub(in crate::check) static RULE: Rule = rule!("OP159" "outside-plan" Phases Warning yields_to ["OP150"],
    "日期在计划之外", "something is planned outside the days of the plan");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    if let Some(meant) = &context.analysis.outside.plan {
        plan_in_the_wrong_year(meant, context, report);
    }
    let days = context.analysis.outside.days.iter();
    days.filter(|day| day.item.section != Section::Phases)
        .for_each(|day| outside(day, context, report));
}

/// One finding instead of one a thing.
fn plan_in_the_wrong_year(meant: &MeantPlan, context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let head = context.resolved.plan.head();
    let MeantPlan {
        days,
        outside,
        planned,
    } = meant;
    let message = text!(
        "计划的年份可能写错：{planned} 项安排里有 {outside} 项不在计划起止之内",
        "the year of the plan may be wrong: of {planned} things planned, {outside} lie outside its days"
    );
    let (span, first) = days[0];
    let finding = report
        .find(head, span, message)
        .severity(Severity::Error)
        .help(is_the_year_wrong(
            days.iter().map(|(_, day)| day.to_string()),
        ))
        .fix(span, first.to_string());
    if let Some((other, _)) = days.get(1) {
        finding.with(*other, text!("这里也差一年", "a year off as well"));
    }
}

fn is_the_year_wrong(meant: impl Iterator<Item = String>) -> Text {
    let meant: Vec<String> = meant.collect();
    let (zh, en) = (meant.join("、"), meant.join(", "));
    text!(
        "年份是不是写错了？应为 {zh}",
        "is the year wrong? did you mean {en}?"
    )
}

/// One day outside; in a phase it is a finding of its own check.
pub(super) fn outside(day: &OutsideDay, context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let item = context.resolved.item(day.item);
    let (subject, edge) = (subject(day, item.label()), day.edge.value.0);
    let message = match (day.what, day.is_early) {
        (What::Period(_), _) => text!(
            "{subject}不在计划期内（计划{side} {edge}）",
            "{subject} lies outside the plan, which {side} on {edge}",
            side = side(day); subject, side
        ),
        (_, true) => text!(
            "{subject}早于计划开始日 {edge}",
            "{subject} is before the plan starts on {edge}"; subject
        ),
        (_, false) => text!(
            "{subject}晚于计划结束日 {edge}",
            "{subject} is after the plan ends on {edge}"; subject
        ),
    };
    let label = match day.is_early {
        true => text!("计划从这一天开始", "the plan starts here"),
        false => text!("计划到这一天结束", "the plan ends here"),
    };
    let finding = report
        .find(&item, day.span, message)
        .with(day.edge.span, label)
        .severity(severity(day));
    let Some((span, first)) = day.meant.first() else {
        finding.help(help(day));
        return;
    };
    let meant = meant(day);
    let written = match day.what {
        What::Period(_) => meant[0].clone(),
        _ => first.to_string(),
    };
    finding
        .help(is_the_year_wrong(meant.into_iter()))
        .fix(*span, written);
}

fn side(day: &OutsideDay) -> Text {
    match day.is_early {
        true => text!("开始于", "starts"),
        false => text!("结束于", "ends"),
    }
}

/// Events are information; a mistyped year is an error.
fn severity(day: &OutsideDay) -> Severity {
    match (day.item.section, day.meant.is_empty()) {
        (Section::Events, _) => Severity::Info,
        (_, false) => Severity::Error,
        (_, true) => Severity::Warning,
    }
}

/// The days, or the period, one year on or back.
fn meant(day: &OutsideDay) -> Vec<String> {
    if let What::Period(period) = day.what {
        let years = if day.is_early { 1 } else { -1 };
        return vec![period.with_years(years).to_string()];
    }
    let days = day.meant.iter();
    days.map(|(_, meant)| meant.to_string()).collect()
}

fn help(day: &OutsideDay) -> Text {
    match (day.what, day.is_early) {
        (What::Period(_), true) => text!(
            "检查年份，或把计划的开始提前",
            "check the year, or start the plan earlier"
        ),
        (What::Period(_), false) => text!(
            "检查年份，或把计划的结束推后",
            "check the year, or end the plan later"
        ),
        (_, true) => text!(
            "调整日期，或把计划的开始提前",
            "move it, or start the plan earlier"
        ),
        (_, false) => text!(
            "调整日期，或把计划的结束推后",
            "move it, or end the plan later"
        ),
    }
}

/// The thing and its day: `任务「复盘」的截止日 2027-01-08`.
fn subject(day: &OutsideDay, name: &str) -> Text {
    let noun = match day.item.section {
        Section::Phases => text!("阶段", "the phase"),
        Section::Campaigns => text!("活动", "the campaign"),
        Section::Events => text!("节点", "the event"),
        Section::Milestones => text!("里程碑", "the milestone"),
        _ => text!("任务", "the task"),
    };
    let is_due = matches!(day.item.section, Section::Tasks | Section::Milestones);
    let which = match day.what {
        What::Period(period) => return target(period, name),
        What::Start => text!("开始日", "the start of"),
        What::End if is_due => text!("截止日", "the due day of"),
        What::End => text!("结束日", "the end of"),
        What::Around => text!("大约日期", "the approximate day of"),
        What::Until => text!("重复截止日", "the last day of the cycle of"),
        What::WorkedOut => Text::default(),
    };
    let date = day.day;
    if day.what == What::WorkedOut {
        return text!(
            "任务「{name}」推算最早 {date} 完成，",
            "the calculated earliest end of the task {name}, {date},"
        );
    }
    text!("{noun}「{name}」的{which} {date} ", "{which} {noun} {name}, {date},"; noun, which)
}

fn target(period: Period, name: &str) -> Text {
    if *name == period.to_string() {
        return text!("{period} 的目标", "the target of {period}");
    }
    text!(
        "{period} 的目标「{name}」",
        "the target of {period}, {name},"
    )
}
