//! Plans to measure with: valid, without findings, the same on every run, and written
//! the way real plans are, with Chinese titles and short ids.

use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How much a plan holds.
struct Size {
    posts: usize,
    products: usize,
    campaigns: usize,
    tasks: usize,
}

/// A plan as a shop has one, about 22 kB: twelve months, ten posts, twenty products,
/// twelve campaigns, sixty tasks.
pub(crate) fn small() -> String {
    plan(&Size {
        posts: 10,
        products: 20,
        campaigns: 12,
        tasks: 60,
    })
}

/// A plan beyond what any shop has: about 2 MB with 10,000 tasks, the other sections
/// grown along.
pub(crate) fn large(tasks: usize) -> String {
    plan(&Size {
        posts: 10 + tasks / 250,
        products: 20 + tasks / 50,
        campaigns: 12 + tasks / 100,
        tasks,
    })
}

const POSTS: [(&str, &str, &str); 10] = [
    ("manager", "店长", "统筹全店目标与预算，主持周会和月度复盘"),
    ("operator", "运营", "商品上新、活动报名、数据日报"),
    ("designer", "美工", "首页与详情页设计，主图与海报制作"),
    ("promoter", "推广", "直通车与淘宝客投放，控制投产比"),
    ("service", "客服", "售前接待、催付、评价维护"),
    ("after-sales", "售后", "退换货处理、纠纷跟进、客户回访"),
    ("warehouse", "仓管", "入库清点、打包发货、库存盘点"),
    ("finance", "财务", "成本核算、活动费用结算、月度报表"),
    ("photographer", "摄影", "产品实拍、模特拍摄、短视频剪辑"),
    ("copywriter", "文案", "标题关键词、卖点提炼、活动文案"),
];

const GOODS: [(&str, &str); 5] = [
    ("bracelet", "黑曜石手链"),
    ("pendant", "貔貅吊坠"),
    ("ring", "银饰戒指"),
    ("earring", "珍珠耳饰"),
    ("necklace", "锁骨项链"),
];

const PROGRAMS: [(&str, &str); 4] = [
    ("daily-deal", "天天特价"),
    ("flash-sale", "限时抢购"),
    ("coin-deal", "淘金币"),
    ("trial", "付邮试用"),
];

const WORK: [(&str, &str); 8] = [
    ("home-page", "首页装修"),
    ("photos", "产品实拍"),
    ("detail-page", "详情页改版"),
    ("keywords", "标题与关键词优化"),
    ("ads", "直通车计划搭建"),
    ("members", "老客户回访与会员群维护"),
    ("packing", "包装物料备货"),
    ("review", "销售数据复盘"),
];

const STEPS: [&str; 6] = [
    "列出本周要处理的商品和页面",
    "对照上月数据写明改动理由",
    "文案与图片各核对一遍",
    "上线后截图存档",
    "三天后看点击率与转化率",
    "结果写进周报",
];

/// Tasks that follow each other.
const CHAIN: usize = 5;

fn plan(size: &Size) -> String {
    let mut text = String::new();
    let writing: Result<(), std::fmt::Error> = (|| {
        head(&mut text)?;
        targets(&mut text)?;
        posts(&mut text, size)?;
        products(&mut text, size)?;
        programs(&mut text)?;
        campaigns(&mut text, size)?;
        tasks(&mut text, size)
    })();
    writing.expect("writing to a string cannot fail");
    text
}

fn head(text: &mut String) -> std::fmt::Result {
    text.push_str(
        r#"#:schema plan.schema.json

[plan]
title = "饰品店全年运营计划书"
start = 2026-01-01
end = 2026-12-31
goal = "全年营业额 60 万以上，每月至少做成一场平台活动"
category = "饰品 / 天然石饰品"
version = "1.0"
# 周日轮休，节假日照常发货
work_days = ["mon", "tue", "wed", "thu", "fri", "sat"]
holidays = "work"
source = "为测量速度而生成的计划"

[store]
name = "黑曜石饰品店（示例）"
platform = "taobao"
kind = "c_shop"
category = "饰品 / 天然石饰品"
opened_on = 2023-03-01
level = "2冠"
scores = { description = 4.9, service = 4.8, logistics = 4.8 }
positive_rate = "99.2%"
guarantees = ["consumer_protection", "seven_day_return"]
positioning = "以黑曜石手链、吊坠为主的天然石饰品店"
audience = "喜欢天然石、看重寓意的年轻买家"

"#,
    );
    for quarter in 1..=4 {
        let first = day(2026, quarter * 3 - 2, 1);
        let last = first + chrono::Months::new(3) - Days::new(1);
        let after = if quarter > 1 {
            format!("after = [\"q{}\"]\n", quarter - 1)
        } else {
            String::new()
        };
        writeln!(
            text,
            "[phases.q{quarter}]\ntitle = \"第 {quarter} 季度\"\nstart = {first}\nend = {last}\n{after}goal = \"完成本季度营业额，沉淀老客户\"\nfocus = [\"装修与拍摄\", \"推广与活动\", \"复盘与备货\"]\n"
        )?;
    }
    Ok(())
}

fn targets(text: &mut String) -> std::fmt::Result {
    writeln!(text, "[targets]")?;
    let visitors = |month: u32| 20_000 + 1_000 * month;
    for month in 1..=12 {
        let visitors = visitors(month);
        let revenue = visitors * 2; // × 2.5 % × 80
        writeln!(
            text,
            "2026-{month:02} = {{ revenue = {revenue}, visitors = {visitors}, conversion = \"2.5%\", order_value = 80 }}"
        )?;
    }
    let year: u32 = (1..=12).map(|month| visitors(month) * 2).sum();
    writeln!(text, "2026 = {{ revenue = {year} }}\n")
}

fn post(number: usize) -> String {
    let (id, ..) = POSTS[number % POSTS.len()];
    numbered(id, number / POSTS.len())
}

fn posts(text: &mut String, size: &Size) -> std::fmt::Result {
    for number in 0..size.posts {
        let (_, title, duty) = POSTS[number % POSTS.len()];
        let reports_to = if number > 0 {
            "reports_to = \"manager\"\n"
        } else {
            ""
        };
        writeln!(
            text,
            "[roles.{}]\ntitle = \"{title}\"\nheadcount = 1\n{reports_to}duties = [\"{duty}\", \"按周提交工作小结\"]\n",
            post(number)
        )?;
    }
    Ok(())
}

fn product(number: usize) -> String {
    let (id, _) = GOODS[number % GOODS.len()];
    numbered(id, number / GOODS.len())
}

fn products(text: &mut String, size: &Size) -> std::fmt::Result {
    writeln!(text, "[products]")?;
    for number in 0..size.products {
        let (_, title) = GOODS[number % GOODS.len()];
        let original = 100 + 10 * (number % 12);
        let cost = original * 3 / 10;
        writeln!(
            text,
            "{} = {{ title = \"{title} {number} 号款\", price = {original}.00, original_price = {original}, cost = {cost}, stock = 800, stock_on = 2026-01-01, sales = {}, reviews = {} }}",
            product(number),
            300 + number,
            60 + number,
        )?;
    }
    writeln!(text)
}

fn programs(text: &mut String) -> std::fmt::Result {
    for (id, title) in PROGRAMS {
        writeln!(
            text,
            r#"[programs.{id}]
title = "{title}"
platforms = ["taobao"]
organiser = "platform"
store = {{ level = {{ at_least = "3心", at_most = "5冠" }}, positive_rate = {{ at_least = "98%" }}, guarantees = ["consumer_protection"] }}
item = {{ sales = {{ at_least = 50 }}, reviews = {{ at_least = 5 }} }}
quantity = {{ at_least = 50, at_most = 300 }}
discount = {{ at_least = "1折", at_most = "8折" }}
free_shipping = true
source = "为测量速度而写的示例要求"
"#
        )?;
    }
    Ok(())
}

fn campaign(number: usize) -> String {
    let (program, _) = PROGRAMS[number % PROGRAMS.len()];
    format!("{program}-{}", number + 1)
}

fn campaigns(text: &mut String, size: &Size) -> std::fmt::Result {
    for number in 0..size.campaigns {
        let (program, title) = PROGRAMS[number % PROGRAMS.len()];
        let month = number % 12 + 1;
        let original = 100 + 10 * (number % 12);
        writeln!(
            text,
            r#"[campaigns.{}]
title = "{month} 月{title}"
program = "{program}"
product = "{}"
quantity = {}
price = {}
free_shipping = true
signup_on = 2026-{month:02}-05
start = 2026-{month:02}-20
end = 2026-{month:02}-22
owners = ["{}"]
"#,
            campaign(number),
            product(number),
            100 + number % 7 * 20,
            original * 7 / 10,
            post((number + 1) % size.posts),
        )?;
    }
    Ok(())
}

fn task(number: usize) -> String {
    let (id, _) = WORK[number % WORK.len()];
    numbered(id, number)
}

fn tasks(text: &mut String, size: &Size) -> std::fmt::Result {
    for number in 0..size.tasks {
        let (_, title) = WORK[number % WORK.len()];
        let chain = number / CHAIN;
        let quarter = chain % 4;
        let first =
            work_day(day(2026, 3 * quarter as u32 + 1, 1) + Days::new(chain as u64 * 7 % 45));
        writeln!(
            text,
            "[tasks.{}]\ntitle = \"{title}（第 {} 项）\"\nphase = \"q{}\"",
            task(number),
            number + 1,
            quarter + 1
        )?;
        writeln!(text, "owners = [\"{}\"]", post(number % size.posts))?;
        match number % CHAIN {
            0 => writeln!(
                text,
                "start = {first}\ndue = {}",
                work_day(first + Days::new(3))
            )?,
            1 => writeln!(
                text,
                "after = [\"{}\"]\nduration = \"2 workdays\"",
                task(number - 1)
            )?,
            2 => writeln!(
                text,
                "after = [\"{}\"]\nduration = \"3d\"",
                task(number - 1)
            )?,
            3 => writeln!(
                text,
                "after = [\"{}\", \"{}\"]\nduration = \"1w\"",
                task(number - 1),
                task(number - 2)
            )?,
            _ => writeln!(
                text,
                "after = [\"{}\"]\nduration = \"4 workdays\"\ndue = {}",
                task(number - 1),
                work_day(first + Days::new(40))
            )?,
        }
        if number % 3 == 0 {
            let (one, other) = (
                STEPS[number % STEPS.len()],
                STEPS[(number / 3 + 1) % STEPS.len()],
            );
            writeln!(text, "checklist = [\"{one}\", \"{other}\"]")?;
        }
        writeln!(text)?;
    }
    Ok(())
}

fn numbered(id: &str, number: usize) -> String {
    if number == 0 {
        id.to_owned()
    } else {
        format!("{id}-{number}")
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the generator writes days that exist")
}

/// The day itself, or Monday in place of a Sunday.
fn work_day(day: NaiveDate) -> NaiveDate {
    if day.weekday() == Weekday::Sun {
        day + Days::new(1)
    } else {
        day
    }
}
