//! Key figures at a glance.

use super::material::Material;
use super::part::Figure;
use super::said::{counted, unsure};
use super::value::{DayForm, Value};
use crate::analysis::eligibility::{Outcome, outcomes};
use crate::analysis::figures::total_revenue;
use crate::analysis::money::{Offers, offers};
use crate::diagnostic::{Text, text};
use crate::plan::value::Amount;

pub(super) fn figures<'p>(material: &Material<'_, 'p>) -> Vec<Figure<'p>> {
    let offers = offers(material.resolved);
    let figures = [
        days(material),
        revenue(material),
        tasks(material),
        eligible(material),
        value(&offers),
        pieces(&offers),
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
    let more = [Value::Days(start, end, DayForm::Short), Value::Number(work)];
    let more = Value::phrase("{0}，{1} 个工作日", "{0}, {1} workdays", more);
    let mut unknown = material.resolved.calendar.unknown_between(start, end);
    let more = match unknown.next() {
        Some(_) => unsure(more),
        None => more,
    };
    let unit = match days {
        1 => Text::fixed("天", "day"),
        _ => Text::fixed("天", "days"),
    };
    let figure = Figure::new(Text::fixed("计划期", "Period"), Value::Number(days), unit);
    Some(figure.more(Some(more)))
}

fn revenue<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let (value, more) = match total_revenue(material.resolved)? {
        Amount::Within(bounds) => {
            let least = bounds.low.map(|low| Value::Round(low.value));
            let more = Value::words(
                "各期目标合计（部分为保底目标）",
                "sum of the targets, some of which only state a minimum",
            );
            (Value::phrase("≥ {0}", "{0}+", least), more)
        }
        Amount::Exactly(money) | Amount::About(money) => (
            Value::Round(money),
            Value::words("各期目标合计", "sum of the targets"),
        ),
    };
    let label = Text::fixed("营业额目标", "Revenue target");
    Some(Figure::new(label, value, Text::default()).more(Some(more)))
}

fn tasks<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let tasks = &material.tasks;
    let (once, routines) = (tasks.once(), tasks.routines().len());
    let critical = tasks.rows.iter().filter(|row| row.is_critical).count();
    let critical =
        (critical > 0).then(|| text!("关键 {critical} 项，必须按期", "{critical} critical"));
    let repeated = counted(routines, "项例行工作", "routine", "routines");
    let label = Text::fixed("任务", "Tasks");
    if once == 0 {
        let label = Text::fixed("例行工作", "Recurring tasks");
        return Figure::counted(label, routines, Text::fixed("项", ""));
    }
    let repeated =
        (routines > 0).then(|| text!("另有 {zh}", "{en}", zh = repeated.zh, en = repeated.en));
    let more = Value::beside([critical, repeated].map(|words| words.map(Value::Words)));
    Some(Figure::counted(label, once, Text::fixed("项", ""))?.more(more))
}

fn eligible<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let count_of_all = material.resolved.campaigns.len();
    let outcomes = outcomes(&material.analysis.eligibility, material.resolved);
    let count = |wanted: &[Outcome]| outcomes.iter().filter(|one| wanted.contains(one)).count();
    let said = |outcomes: &[Outcome], zh, en| {
        (count(outcomes) > 0).then(|| Value::phrase(zh, en, [Value::count(count(outcomes))]))
    };
    let unknown = [Outcome::Unknown, Outcome::WithoutRules];
    let more = Value::beside([
        said(&[Outcome::Met], "达标 {0}", "{0} eligible"),
        said(
            &[Outcome::AsStated],
            "已写条件均满足 {0}",
            "{0} within the limits stated",
        ),
        said(
            &[Outcome::Unlimited],
            "条件已取消 {0}",
            "{0} without limits any more",
        ),
        said(&[Outcome::NotMet], "不符合 {0}", "{0} not eligible"),
        said(&unknown, "待确认 {0}", "{0} not known"),
        said(&[Outcome::Own], "店铺自办 {0}", "{0} run by the shop"),
        said(&[Outcome::Declined], "未通过 {0}", "{0} declined"),
    ]);
    let label = Text::fixed("活动", "Campaigns");
    let figure = Figure::counted(label, count_of_all, Text::fixed("场", ""))?.more(more);
    Some(Figure {
        is_alert: count(&[Outcome::NotMet]) > 0,
        ..figure
    })
}

/// What the campaigns sell if everything is sold.
fn value<'p>(offers: &Offers) -> Option<Figure<'p>> {
    let (valued, campaigns) = (offers.valued, offers.campaigns);
    let more = match campaigns - valued {
        0 => Text::fixed("各场报名数量 × 活动价", "quantity × campaign price"),
        _ => text!(
            "报名数量 × 活动价，{campaigns} 场中有 {valued} 场写明",
            "quantity × campaign price, stated for {valued} of {campaigns}"
        ),
    };
    let label = Text::fixed("活动货值", "Campaign value");
    let figure = Figure::new(label, Value::Round(offers.value?), Text::default());
    Some(figure.more(Some(Value::Words(more))))
}

/// How many pieces the campaigns take, and how many there are.
fn pieces<'p>(offers: &Offers) -> Option<Figure<'p>> {
    let (label, unit) = (
        Text::fixed("活动用货", "Stock committed"),
        Text::fixed("件", "pcs"),
    );
    let figure = Figure::counted(label, usize::try_from(offers.pieces).ok()?, unit)?;
    let more = offers.stock.map(|stock| {
        let (stock, arriving) = (Value::Number(stock), Value::Number(offers.arriving));
        match offers.arriving {
            0 => Value::phrase(
                "这些商品现有库存 {0} 件",
                "{0} in stock of the same products",
                [stock],
            ),
            _ => Value::phrase(
                "这些商品现有库存 {0} 件，另到货 {1} 件",
                "{0} in stock of the same products, {1} more to come in",
                [stock, arriving],
            ),
        }
    });
    Some(figure.more(more))
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
    let label = match heads {
        Some(_) => Text::fixed("编制", "Headcount"),
        None => Text::fixed("团队", "Team"),
    };
    let people_unit = |count| match count {
        1 => Text::fixed("人", "person"),
        _ => Text::fixed("人", "people"),
    };
    let posts_unit = match posts {
        1 => Text::fixed("个岗位", "post"),
        _ => Text::fixed("个岗位", "posts"),
    };
    match heads {
        Some(0) => Some(Figure::new(label, Value::Number(0), people_unit(0))),
        Some(heads) => Figure::counted(label, heads, people_unit(heads)),
        None if people > 0 => return Figure::counted(label, people, people_unit(people)),
        None => return Figure::counted(label, posts, posts_unit),
    }
    .map(|figure| {
        let posts = counted(posts, "个岗位", "post", "posts");
        let named = (people > 0).then(|| text!("已列名 {people} 人", "{people} named"));
        figure.more(Value::beside(
            [Some(posts), named].map(|words| words.map(Value::Words)),
        ))
    })
}

fn questions<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let count = material.questions.list.len();
    let label = Text::fixed("待确认", "Open questions");
    let more = Value::words("补齐后方可判断", "to be answered before all can be judged");
    let figure = Figure::counted(label, count, Text::fixed("项", ""))?;
    Some(Figure {
        is_alert: true,
        ..figure.more(Some(more))
    })
}

fn accepted<'p>(material: &Material<'_, 'p>) -> Option<Figure<'p>> {
    let label = Text::fixed("已接受的例外", "Accepted exceptions");
    Figure::counted(label, material.report.accepted.len(), Text::fixed("项", ""))
}
