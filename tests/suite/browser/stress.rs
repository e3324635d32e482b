//! Plans that strain a page: over New Year, two years, long names, many of everything, nothing.

use std::fmt::Write;

/// The stress plans, with their names.
pub(crate) fn plans() -> [(&'static str, String); 5] {
    [
        ("new year", NEW_YEAR.to_owned()),
        ("two years", two_years()),
        ("long names", long_names()),
        ("agency", agency()),
        ("a title", "[plan]\ntitle = \"只有标题的计划\"\n".to_owned()),
    ]
}

const NEW_YEAR: &str = r#"
[plan]
title = "年货节运营计划书"
start = 2026-11-01
end = 2027-02-28
date = 2026-10-20
version = "1.0"

[store]
name = "示例天猫店"
platform = "tmall"

[phases.double-eleven]
title = "双十一与年末清仓"
start = 2026-11-01
end = 2026-12-31
goal = "月营业额 10 万，年末清掉老款"

[phases.new-year]
title = "年货节"
start = 2026-12-20
end = 2027-02-28

[roles.designer]
title = "美工"
headcount = 1

[tasks.page]
title = "会场页面设计与上线"
phase = "double-eleven"
owners = ["designer"]
start = 2026-12-14
due = 2026-12-31
checklist = ["首焦", "价格", "库存", "运费模板"]
deliverable = "会场页面终稿"

[tasks.after]
title = "年货节素材交付"
phase = "new-year"
owners = ["designer"]
after = ["page"]
duration = "12 workdays"
"#;

/// Twenty-four months with a target each, and eight posts below one.
fn two_years() -> String {
    let mut text = "[plan]\ntitle = \"两年运营规划\"\nstart = 2026-01-01\nend = 2027-12-31\n\n\
                    [store]\nname = \"示例店\"\nplatform = \"jd\"\n\n"
        .to_owned();
    for month in 0..24 {
        let (year, of_year) = (2026 + month / 12, month % 12 + 1);
        let revenue = 98_000 + 12_345 * month;
        let _ = writeln!(
            text,
            "[targets.{year}-{of_year:02}]\nrevenue = {revenue}\nvisitors = {}\n",
            revenue / 3
        );
    }
    text += "[roles.manager]\ntitle = \"运营总监\"\nheadcount = 1\n\n";
    let posts = [
        "店长",
        "美工",
        "客服主管",
        "仓库主管",
        "推广专员",
        "直播运营",
        "内容编辑",
        "数据分析师",
    ];
    for (at, title) in posts.iter().enumerate() {
        let _ = writeln!(
            text,
            "[roles.post-{at}]\ntitle = \"{title}\"\nheadcount = 2\nreports_to = \"manager\"\n"
        );
    }
    text
}

fn long_names() -> String {
    let title = "超长标题".repeat(50);
    let post = "负责全渠道用户运营与内容种草以及站外达人合作的高级岗位".repeat(2);
    let link = format!("https://example.com/{}", "campaigns/2026/rules/".repeat(12));
    format!(
        "[plan]\ntitle = \"{title}\"\nstart = 2026-04-01\nend = 2026-12-31\n\n\
         [store]\nname = \"{post}旗舰店\"\nplatform = \"taobao\"\nsource = \"{link}\"\n\n\
         [roles.long]\ntitle = \"{post}\"\nheadcount = 1\nduties = [\"{post}\"]\n\n\
         [products.necklace]\ntitle = \"{post}\"\nprice = 1_299.9\nsku = \"{}\"\n\n\
         [programs.deal]\ntitle = \"{post}\"\nquantity = {{ at_least = 50, at_most = 300 }}\nsource = \"{link}\"\n\n\
         [campaigns.deal]\ntitle = \"{post}\"\nprogram = \"deal\"\nproduct = \"necklace\"\nprice = 999\n\
         quantity = 100\nstart = 2026-05-01\nend = 2026-05-03\nowners = [\"long\"]\nnote = \"{link}\"\n\n\
         [tasks.long]\ntitle = \"{post}\"\nowners = [\"long\"]\nstart = 2026-04-06\ndue = 2026-04-10\n\
         checklist = [\"{post}\", \"{link}\"]\ndeliverable = \"{link}\"\n",
        "OBSIDIAN-2026-".repeat(5)
    )
}

/// A year of two shops: twelve posts, twenty-four campaigns, sixty tasks with two owners each.
fn agency() -> String {
    let mut text = "[plan]\ntitle = \"双店财年运营计划\"\nstart = 2026-04-01\nend = 2027-03-31\n\n\
                    [stores.tmall]\nname = \"示例天猫旗舰店\"\nplatform = \"tmall\"\n\n\
                    [stores.douyin]\nname = \"示例抖音店\"\nplatform = \"douyin\"\n\n\
                    [products.cream]\ntitle = \"保湿修护面霜 50g 两瓶装（含试用装）\"\nprice = 199\n\n\
                    [programs.sale]\ntitle = \"平台大促\"\nquantity = { at_least = 50 }\n\n"
        .to_owned();
    for post in 0..12 {
        let _ = writeln!(
            text,
            "[roles.post-{post}]\ntitle = \"岗位 {post}\"\nheadcount = 1\n"
        );
    }
    for at in 0..24 {
        let (year, month) = (2026 + (at / 2 + 3) / 12, (at / 2 + 3) % 12 + 1);
        let store = ["tmall", "douyin"][at % 2];
        let _ = writeln!(
            text,
            "[campaigns.sale-{at}]\ntitle = \"第 {at} 场促销\"\nprogram = \"sale\"\nstore = \"{store}\"\n\
             product = \"cream\"\nprice = 159\nquantity = 300\nstart = {year}-{month:02}-05\n\
             end = {year}-{month:02}-12\nowners = [\"post-{}\"]\n",
            at % 12
        );
    }
    for at in 0..60 {
        let (year, month) = (2026 + (at / 5 + 3) / 12, (at / 5 + 3) % 12 + 1);
        let _ = writeln!(
            text,
            "[tasks.task-{at}]\ntitle = \"第 {at} 项准备工作\"\nowners = [\"post-{}\", \"post-{}\"]\n\
             start = {year}-{month:02}-08\ndue = {year}-{month:02}-19\nchecklist = [\"价格\", \"库存\", \"运费模板\"]\n",
            at % 12,
            (at + 5) % 12
        );
    }
    text
}
