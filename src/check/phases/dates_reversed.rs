//! OP010: something ends before it starts.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, InSection, Program, Task};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP010" "dates-reversed" Phases Error yields_to ["OP129"],
    "结束早于开始", "something ends before it starts");

type Date = Option<Located<Day>>;

/// What the first and the last day of something are called, and how it is said that it begins
/// and ends.
struct Words {
    first: Text,
    last: Text,
}

const DAYS: Words = Words {
    first: Text::fixed("开始日", "starts"),
    last: Text::fixed("结束日", "ends"),
};
const WORK: Words = Words {
    first: Text::fixed("开始日", "starts"),
    last: Text::fixed("截止日", "is due"),
};
const CYCLE: Words = Words {
    first: Text::fixed("开始日", "starts"),
    last: Text::fixed("重复截止日", "ends its cycle"),
};
const POST: Words = Words {
    first: Text::fixed("到岗日", "comes"),
    last: Text::fixed("最后在岗日", "leaves"),
};
const SALE: Words = Words {
    first: Text::fixed("成交开始日", "is first sold at a price"),
    last: Text::fixed("成交截止日", "is last sold at it"),
};
const FORCE: Words = Words {
    first: Text::fixed("规则生效日", "comes into force"),
    last: Text::fixed("规则失效日", "ends"),
};

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved.plan;
    compare(
        plan.head(),
        plan.head().start,
        plan.head().end,
        &DAYS,
        report,
    );
    for phase in &plan.phases {
        compare(phase, phase.start.day(), phase.end.day(), &DAYS, report);
    }
    for person in &plan.people {
        compare(person, person.start, person.end, &POST, report);
    }
    for product in &plan.products {
        for sale in &product.price_history {
            compare(product, Some(sale.on), sale.until, &SALE, report);
        }
    }
    for program in &plan.programs {
        of_program(program, report);
    }
    for campaign in &plan.campaigns {
        of_campaign(campaign, report);
    }
    for task in &plan.tasks {
        of_task(task, report);
    }
    for event in &plan.events {
        compare(event, event.start.day(), event.end.day(), &DAYS, report);
    }
}

fn of_program(program: &Entry<Program>, report: &mut Reporter<'_>) {
    compare(program, program.from, program.until, &FORCE, report);
    for version in &program.versions {
        compare(program, version.from, version.until, &FORCE, report);
    }
}

fn of_campaign(campaign: &Entry<Campaign>, report: &mut Reporter<'_>) {
    compare(
        campaign,
        campaign.start.day(),
        campaign.end.day(),
        &DAYS,
        report,
    );
    if let Some((signup, start)) = reversed(campaign.signup_on, campaign.start.day()) {
        let (name, first, on) = (campaign.label(), start.value.0, signup.value.0);
        let message = text!(
            "「{name}」{first} 就开始了，{on} 才报名",
            "{name} starts on {first}, before it is signed up on {on}"
        );
        report
            .find(campaign, start.span, message)
            .with(
                signup.span,
                Text::fixed("报名日", "not signed up until here"),
            )
            .help(advice(on, first, Ordering::Less));
    }
}

fn of_task(task: &Entry<Task>, report: &mut Reporter<'_>) {
    compare(task, task.start, task.due, &WORK, report);
    let until = task.repeat.as_ref().and_then(|repeat| repeat.until);
    compare(task, task.start, until, &CYCLE, report);
}

fn compare<T: InSection>(
    item: &Entry<T>,
    start: Date,
    end: Date,
    words: &Words,
    report: &mut Reporter<'_>,
) {
    if let Some((start, end)) = reversed(start, end) {
        let (name, from, to) = (item.label(), start.value.0, end.value.0);
        let Words { first, last } = words;
        let message = text!(
            "「{name}」的{last} {to} 早于{first} {from}",
            "{name} {last} on {to}, before it {first} on {from}"; first, last
        );
        report
            .find(item, end.span, message)
            .with(start.span, first_day(words))
            .help(advice(to, from, Ordering::Greater));
    }
}

fn first_day(words: &Words) -> Text {
    Text {
        zh: words.first.zh.clone(),
        en: format!("it {} only here", words.first.en).into(),
    }
}

fn reversed(start: Date, end: Date) -> Option<(Located<Day>, Located<Day>)> {
    start
        .zip(end)
        .filter(|(start, end)| end.value < start.value)
}

/// What to do about a day on the wrong side of another. One year on or back is offered where
/// that puts it on the right side, and nearer than it is.
fn advice(day: NaiveDate, other: NaiveDate, right: Ordering) -> Text {
    let years = if right.is_lt() { -1 } else { 1 };
    let distance = |day: NaiveDate| (day - other).num_days().abs();
    let is_meant = |meant: &NaiveDate| {
        meant.cmp(&other) != right.reverse() && distance(*meant) < distance(day)
    };
    match day.with_year(day.year() + years).filter(is_meant) {
        Some(meant) => text!(
            "检查年份（应为 {meant}？），或两个日期是否写反",
            "check the year (did you mean {meant}?), or whether the two dates are swapped"
        ),
        None => text!(
            "检查两个日期是否写反",
            "check whether the two dates are swapped"
        ),
    }
}
