//! Bad input: one mistake, one finding, with the words that people read.
//!
//! `SNAPSHOTS=overwrite cargo test --test suite` rewrites the expectations; read them.

use std::fmt::Write;

use opsplan::analysis::tri::Tri;
use opsplan::diagnostic::{Diagnostic, Label};
use opsplan::source::Sources;
use snapbox::{IntoData, assert_data_eq, str};

use crate::world::Memory;

/// What is found in a plan, as it is expected below: place, underlined text, both
/// languages, the other culprits, help and fix.
fn found(plan: &str) -> String {
    found_in(&Memory::new([("plan.toml", plan)]))
}

fn found_in(world: &Memory) -> String {
    let compiled = world.compile(|_| ());
    let mut lines = String::new();
    for finding in &compiled.report.findings {
        write_finding(&mut lines, finding, &compiled.sources).unwrap();
    }
    for unknown in &compiled.report.unknowns {
        writeln!(
            lines,
            "unknown {} {} {}",
            unknown.rule.code, unknown.item, unknown.missing
        )
        .unwrap();
    }
    lines
}

fn write_finding(lines: &mut String, finding: &Diagnostic, sources: &Sources) -> std::fmt::Result {
    let code = finding.rule.code;
    writeln!(
        lines,
        "{code} {} {} | {}",
        place(&finding.primary, sources),
        finding.message.zh,
        finding.message.en
    )?;
    for label in &finding.labels {
        writeln!(
            lines,
            "    and {} {} | {}",
            place(label, sources),
            label.message.zh,
            label.message.en
        )?;
    }
    if let Some(help) = &finding.help {
        writeln!(lines, "    help {} | {}", help.zh, help.en)?;
    }
    if let Some(fix) = &finding.fix {
        writeln!(
            lines,
            "    fix {:?} to {:?}",
            sources.slice(fix.span),
            fix.replacement
        )?;
    }
    Ok(())
}

fn place(label: &Label, sources: &Sources) -> String {
    let file = sources.file(label.span);
    let place = file.position(label.span.start);
    let underlined = sources.slice(label.span);
    let first = underlined.lines().next().unwrap_or_default();
    let more = if underlined.trim_end().contains('\n') {
        "…"
    } else {
        ""
    };
    let name = if file.path.as_os_str() == "plan.toml" {
        String::new()
    } else {
        format!("{} ", file.path.display())
    };
    format!("{name}{}:{} `{first}{more}`", place.line, place.column)
}

// One syntax mistake, one finding.

#[test]
fn an_unclosed_array() {
    let plan = r#"[plan]
title = "t"
work_days = ["mon", "tue"

[tasks.a]
title = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:13 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    and 3:26 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `]` | add the `]`
    fix "" to "]"

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_array_at_the_end() {
    let plan = r#"[plan]
title = "t"
work_days = ["mon", "tue"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:13 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    and 3:26 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `]` | add the `]`
    fix "" to "]"

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_inline_table() {
    let plan = r#"[plan]
title = "t"

[products]
ring = { price = 59.9, stock = 10
band = { price = 60 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:8 `{` 花括号没有配对，缺少 `}` | this inline table is never closed: `}` is missing
    and 5:34 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `}` | add the `}`
    fix "" to "}"

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_text() {
    let plan = r#"[plan]
title = "t"
goal = "卖出 100 件
version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:8 `"卖出 100 件` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    help 在文字末尾补上 `"` | add a `"` where the text ends
    fix "" to "\""

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_literal_text() {
    let plan = r#"[plan]
title = "t"
goal = '卖出 100 件
version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:8 `'卖出 100 件` 这段文字没有结束，缺少 `'` | this text is never closed: `'` is missing
    help 在文字末尾补上 `'` | add a `'` where the text ends
    fix "" to "'"

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_text_of_several_lines() {
    let plan = r#"[plan]
title = "t"
summary = """第一行
第二行

[tasks.a]
title = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:11 `"""` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    and 4:4 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `"""` | add the `"""`
    fix "" to "\"\"\""

"#]]
        .raw()
    );
}

#[test]
fn a_missing_equals_sign() {
    let plan = r#"[plan]
title = "t"
goal "卖"
version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:1 `goal` `goal` 和值之间缺少 `=` | there is no `=` between `goal` and its value
    help 补上 `=` | add the `=`
    fix "" to " ="

"#]]
        .raw()
    );
}

#[test]
fn a_missing_value() {
    let plan = r#"[plan]
title = "t"
goal =
version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:6 `=` 字段 `goal` 没有值 | the key `goal` has no value

"#]]
        .raw()
    );
}

#[test]
fn a_lone_word() {
    let plan = r#"[plan]
title = "t"
goal
version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:1 `goal` 字段 `goal` 后面缺少 `=` 和值 | `goal` is not followed by `=` and a value

"#]]
        .raw()
    );
}

#[test]
fn text_without_quotes() {
    let plan = r#"[plan]
title = "t"

[store]
platform = tmall
name = "n"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:12 `tmall` `tmall` 没有加引号 | `tmall` has no quotes
    help 加上引号：`"tmall"` | put it in quotes: `"tmall"`
    fix "tmall" to "\"tmall\""

"#]]
        .raw()
    );
}

#[test]
fn chinese_text_without_quotes() {
    let plan = r#"[plan]
title = "t"
goal = 卖出一百件
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:8 `卖出一百件` `卖出一百件` 没有加引号 | `卖出一百件` has no quotes
    help 加上引号：`"卖出一百件"` | put it in quotes: `"卖出一百件"`
    fix "卖出一百件" to "\"卖出一百件\""

"#]]
        .raw()
    );
}

#[test]
fn a_date_with_chinese_letters() {
    let plan = r#"[plan]
title = "t"
start = 2026年4月1日
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:9 `2026年4月1日` `2026年4月1日` 不是日期的写法 | `2026年4月1日` is not how a date is written
    help 写成 `2026-04-01` | write `2026-04-01`
    fix "2026年4月1日" to "2026-04-01"

"#]]
        .raw()
    );
}

#[test]
fn an_impossible_date() {
    let plan = r#"[plan]
title = "t"
start = 2026-02-30
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:9 `2026-02-30` 日历上没有 `2026-02-30` 这一天 | there is no `2026-02-30` in the calendar

"#]]
        .raw()
    );
}

#[test]
fn a_date_with_slashes() {
    let plan = r#"[plan]
title = "t"
start = 2026/04/01
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:9 `2026/04/01` `2026/04/01` 不是日期的写法 | `2026/04/01` is not how a date is written
    help 写成 `2026-04-01` | write `2026-04-01`
    fix "2026/04/01" to "2026-04-01"

"#]]
        .raw()
    );
}

#[test]
fn a_date_without_zeros() {
    let plan = r#"[plan]
title = "t"
start = 2026-4-1
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:9 `2026-4-1` `2026-4-1` 不是日期的写法 | `2026-4-1` is not how a date is written
    help 写成 `2026-04-01` | write `2026-04-01`
    fix "2026-4-1" to "2026-04-01"

"#]]
        .raw()
    );
}

#[test]
fn a_duplicate_key() {
    let plan = r#"[plan]
title = "t"
title = "u"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:1 `title` 字段 `title` 重复 | the key `title` is here twice
    and 2:1 `title` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]]
        .raw()
    );
}

#[test]
fn a_duplicate_table() {
    let plan = r#"[plan]
title = "t"

[tasks.a]
title = "1"

[tasks.b]
title = "b"

[tasks.a]
title = "2"
owner = "x"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 10:8 `a` 表 `a` 重复 | the table `a` is here twice
    and 4:1 `[tasks.a]` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]]
        .raw()
    );
}

#[test]
fn a_duplicate_row() {
    let plan = r#"[plan]
title = "t"

[products]
ring = { price = 1 }
ring = { price = 2 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 6:1 `ring` 字段 `ring` 重复 | the key `ring` is here twice
    and 5:1 `ring` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]]
        .raw()
    );
}

#[test]
fn a_key_twice_in_an_inline_table() {
    let plan = r#"[plan]
title = "t"

[products]
ring = { price = 1, price = 2 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:21 `price` 字段 `price` 重复 | the key `price` is here twice
    and 5:10 `price` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]]
        .raw()
    );
}

#[test]
fn a_row_and_a_table_of_one_id() {
    let plan = r#"[plan]
title = "t"

[products]
ring = { price = 1 }

[products.ring]
stock = 2
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 7:11 `ring` 表 `ring` 重复 | the table `ring` is here twice
    and 5:1 `ring` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_label_as_a_bare_key() {
    let plan = r#"[plan]
标题 = "t"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 2:1 `标题` 字段名要用英文：`标题` 应写 `title` | keys are in English: `标题` is written `title`
    help 写成 `title` | write `title`
    fix "标题" to "title"

"#]]
        .raw()
    );
}

#[test]
fn an_unknown_chinese_bare_key() {
    let plan = r#"[plan]
title = "t"
负责领导 = "t"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:1 `负责领导` 字段名要用英文，这里没有名为 `负责领导` 的字段 | keys are in English, and there is no key `负责领导` here

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_bare_id_in_a_row() {
    let plan = r#"[plan]
title = "t"

[products]
手链 = { price = 1, 库存 = 2 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:1 `手链` 编号 `手链` 不是英文，要加引号 | the id `手链` is not ASCII and has no quotes
    help 加上引号：`"手链"` | put it in quotes: `"手链"`
    fix "手链" to "\"手链\""
OP000 5:19 `库存` 字段名要用英文：`库存` 应写 `stock` | keys are in English: `库存` is written `stock`
    help 写成 `stock` | write `stock`
    fix "库存" to "stock"

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_bare_header() {
    let plan = r#"[plan]
title = "t"

[tasks.首页]
title = "首页"
owners = "x"

[tasks.next]
after = ["首页"]
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `[tasks.首页]` `[tasks.首页]` 不是表头的写法 | `[tasks.首页]` is not how a table header is written
    help 写成 `[tasks."首页"]` | write `[tasks."首页"]`
    fix "首页" to "\"首页\""
OP001 6:10 `"x"` 这里应为列表 `[ … ]`，不是文字 `"x"` | expected an array `[ … ]`, found the text `"x"`
    help 是不是要写 `["x"]`？ | did you mean `["x"]`?
    fix "\"x\"" to "[\"x\"]"

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_bare_section() {
    let plan = r#"[plan]
title = "t"

[任务.首页]
title = "首页"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `[任务.首页]` `[任务.首页]` 不是表头的写法 | `[任务.首页]` is not how a table header is written
    help 写成 `[tasks."首页"]` | write `[tasks."首页"]`
    fix "任务.首页" to "tasks.\"首页\""

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_label_as_a_section() {
    let plan = r#"[plan]
title = "t"

[任务.home]
title = "首页"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `[任务.home]` `[任务.home]` 不是表头的写法 | `[任务.home]` is not how a table header is written
    help 写成 `[tasks.home]` | write `[tasks.home]`
    fix "任务" to "tasks"

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_equals_sign() {
    let plan = "[plan]
title = \"t\"
goal \u{FF1D} \"卖\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:6 `＝` 这里是全角符号 `＝`，应为半角 `=` | the full-width `＝` should be a plain `=`
    help 切换到英文输入法，把 `＝` 改成 `=` | type `=` with an English keyboard in place of `＝`
    fix "＝" to "="

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_comma() {
    let plan = "[plan]
title = \"t\"
work_days = [\"mon\"\u{FF0C} \"tue\"]
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:19 `，` 这里是全角符号 `，`，应为半角 `,` | the full-width `，` should be a plain `,`
    help 切换到英文输入法，把 `，` 改成 `,` | type `,` with an English keyboard in place of `，`
    fix "，" to ","

"#]]
        .raw()
    );
}

#[test]
fn full_width_commas_are_one_mistake_each_line() {
    let plan = "[plan]
title = \"t\"
work_days = [
  \"mon\"\u{FF0C}
  \"tue\"\u{FF0C}
]
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:8 `，` 这里是全角符号 `，`，应为半角 `,` | the full-width `，` should be a plain `,`
    help 切换到英文输入法，把 `，` 改成 `,` | type `,` with an English keyboard in place of `，`
    fix "，" to ","
OP000 5:8 `，` 这里是全角符号 `，`，应为半角 `,` | the full-width `，` should be a plain `,`
    help 切换到英文输入法，把 `，` 改成 `,` | type `,` with an English keyboard in place of `，`
    fix "，" to ","

"#]]
        .raw()
    );
}

#[test]
fn chinese_quotes() {
    let plan = r#"[plan]
title = "t"
goal = “卖”
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:8 `“` 这里是全角符号 `“`，应为半角 `"` | the full-width `“` should be a plain `"`
    help 切换到英文输入法，把 `“` 改成 `"` | type `"` with an English keyboard in place of `“`
    fix "“卖”" to "\"卖\""

"#]]
        .raw()
    );
}

#[test]
fn full_width_brackets() {
    let plan = r#"[plan]
title = "t"

【tasks.a】
title = "a"

[tasks.b]
after = ["a"]
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `【tasks.a】` `【tasks.a】` 不是表头的写法 | `【tasks.a】` is not how a table header is written
    help 写成 `[tasks.a]` | write `[tasks.a]`
    fix "【tasks.a】" to "[tasks.a]"

"#]]
        .raw()
    );
}

#[test]
fn full_width_digits() {
    let plan = "[plan]
title = \"t\"

[products.ring]
price = \u{FF15}\u{FF19}
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:9 `５` 这里是全角符号 `５`，应为半角 `5` | the full-width `５` should be a plain `5`
    help 切换到英文输入法，把 `５` 改成 `5` | type `5` with an English keyboard in place of `５`
    fix "５９" to "59"

"#]]
        .raw()
    );
}

#[test]
fn full_width_space() {
    let plan = "[plan]
title = \"t\"
goal\u{3000}= \"卖\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:5 `　` 这里有看不见的字符：全角空格 U+3000 | there is an invisible character here: a full-width space, U+3000
    help 改成普通空格 | write a plain space
    fix "\u{3000}" to " "

"#]]
        .raw()
    );
}

#[test]
fn full_width_ascii_quotes() {
    let plan = "[plan]
title = \"t\"
goal = \u{FF02}卖\u{FF02}
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:8 `＂` 这里是全角符号 `＂`，应为半角 `"` | the full-width `＂` should be a plain `"`
    help 切换到英文输入法，把 `＂` 改成 `"` | type `"` with an English keyboard in place of `＂`
    fix "＂卖＂" to "\"卖\""

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_hash() {
    let plan = "[plan]
title = \"t\"
\u{FF03} 备注
goal = \"a\"
";
    assert_data_eq!(
        found(plan),
        str![[r##"
OP000 3:1 `` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    help 在行首加上 `#` | put `#` in front of it
    fix "" to "# "

"##]]
        .raw()
    );
}

#[test]
fn full_width_dots_and_hyphens() {
    let plan = "[plan]
title = \"t\"
start = 2026\u{FF0D}04\u{FF0D}01
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:13 `－` 这里是全角符号 `－`，应为半角 `-` | the full-width `－` should be a plain `-`
    help 切换到英文输入法，把 `－` 改成 `-` | type `-` with an English keyboard in place of `－`
    fix "－04－" to "-04-"

"#]]
        .raw()
    );
}

#[test]
fn full_width_letters() {
    let plan = "[plan]
title = \"t\"
\u{FF47}oal = \"a\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:1 `ｇ` 这里是全角符号 `ｇ`，应为半角 `g` | the full-width `ｇ` should be a plain `g`
    help 切换到英文输入法，把 `ｇ` 改成 `g` | type `g` with an English keyboard in place of `ｇ`
    fix "ｇ" to "g"

"#]]
        .raw()
    );
}

#[test]
fn full_width_braces() {
    let plan = "[plan]
title = \"t\"

[products]
ring = \u{FF5B}price = 1\u{FF5D}
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:8 `｛` 这里是全角符号 `｛`，应为半角 `{` | the full-width `｛` should be a plain `{`
    help 切换到英文输入法，把 `｛` 改成 `{` | type `{` with an English keyboard in place of `｛`
    fix "｛price = 1｝" to "{price = 1}"

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_mark_after_a_value() {
    let plan = "[plan]
title = \"t\"
goal = \"卖\"\u{FF0C}
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:11 `，` 行末多了 `，` | there is an extra `，` at the end of the line
    help 删去 `，` | remove the `，`
    fix "，" to ""

"#]]
        .raw()
    );
}

#[test]
fn several_full_width_marks_on_one_line() {
    let plan = "[plan]
title = \"t\"
goal\u{FF1D}“卖”
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:5 `＝` 这里是全角符号 `＝`，应为半角 `=` | the full-width `＝` should be a plain `=`
    help 切换到英文输入法，把 `＝` 改成 `=` | type `=` with an English keyboard in place of `＝`
    fix "＝“卖”" to "=\"卖\""

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_header() {
    let plan = "[plan]
title = \"t\"

\u{FF3B}tasks.a\u{FF3D}
title = \"a\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `［tasks.a］` `［tasks.a］` 不是表头的写法 | `［tasks.a］` is not how a table header is written
    help 写成 `[tasks.a]` | write `[tasks.a]`
    fix "［tasks.a］" to "[tasks.a]"

"#]]
        .raw()
    );
}

#[test]
fn a_full_width_colon() {
    let plan = "[plan]
title = \"t\"
goal\u{FF1A}\"卖\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:5 `：` 这里是全角符号 `：`，应为半角 `=` | the full-width `：` should be a plain `=`
    help 切换到英文输入法，把 `：` 改成 `=` | type `=` with an English keyboard in place of `：`
    fix "：" to "="

"#]]
        .raw()
    );
}

#[test]
fn a_colon() {
    let plan = r#"[plan]
title = "t"
goal: "卖"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:5 `:` 字段名和值之间要写 `=`，不是 `:` | a key and its value are joined by `=`, not `:`
    help 把 `:` 改成 `=` | write `=` in place of `:`
    fix ":" to " ="

"#]]
        .raw()
    );
}

#[test]
fn full_width_in_text_is_fine() {
    let plan = "[plan]
title = \"t\"
goal = \"卖\u{FF0C}\u{FF1D}【】\"
";
    assert_data_eq!(found(plan), str![].raw());
}

#[test]
fn a_missing_comma() {
    let plan = r#"[plan]
title = "t"
work_days = ["mon" "tue"]
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:18 `"` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    help 补上逗号 | add the comma
    fix "" to ","

"#]]
        .raw()
    );
}

#[test]
fn a_missing_comma_in_an_inline_table() {
    let plan = r#"[plan]
title = "t"

[products]
ring = { price = 1 stock = 2 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:18 `1` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    help 补上逗号 | add the comma
    fix "" to ","

"#]]
        .raw()
    );
}

#[test]
fn an_unclosed_header() {
    let plan = r#"[plan]
title = "t"

[tasks.a
title = "a"

[tasks.b]
after = ["a"]
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `[tasks.a` 表头没有结束，缺少 `]` | the table header is never closed: `]` is missing
    help 写成 `[tasks.a]` | write `[tasks.a]`
    fix "" to "]"

"#]]
        .raw()
    );
}

#[test]
fn a_half_closed_array_header() {
    let plan = r#"[plan]
title = "t"

[[programs.x.versions]
from = 2026-01-01
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 4:1 `[[programs.x.versions]` 表头没有结束，缺少 `]` | the table header is never closed: `]` is missing
    help 写成 `[[programs.x.versions]]` | write `[[programs.x.versions]]`
    fix "" to "]"

"#]]
        .raw()
    );
}

#[test]
fn two_values_on_a_line() {
    let plan = r#"[plan]
title = "t"
goal = "a" "b"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:12 `"b"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
    help 合并成一段；如果是几项内容，写成 `["甲", "乙"]` | make one text of both; several values are written `["a", "b"]`

"#]]
        .raw()
    );
}

#[test]
fn two_keys_on_a_line() {
    let plan = r#"[plan]
title = "t"
goal = "a" version = "1"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:12 `version = "1"` 一行只能写一个字段 | a line holds one key and its value
    help 在这里换行 | break the line here
    fix " " to "\n"

"#]]
        .raw()
    );
}

#[test]
fn a_bad_escape() {
    let plan = r#"[plan]
title = "t"
goal = "C:\data"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:11 `\d` 文字里的反斜杠要写两个 `\\` | a backslash inside a text is written twice, `\\`
    help 写成 `\\`，或者改用单引号 | write `\\`, or use single quotes
    fix "" to "\\"

"#]]
        .raw()
    );
}

#[test]
fn a_leading_zero() {
    let plan = r#"[plan]
title = "t"

[products.ring]
stock = 007
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:9 `007` 数字 `007` 不能以 0 开头 | a number such as `007` does not begin with 0
    help 写成 `7` | write `7`
    fix "007" to "7"

"#]]
        .raw()
    );
}

#[test]
fn a_value_and_a_table() {
    let plan = r#"[plan]
title = "t"

[products]
ring = 1
[products.ring.x]
a = 1
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 5:8 `1` `products.ring` 应写成一节，里面写这一项的字段 | `products.ring` should be a table with the keys of one item
    help 写成 `[products.编号]`，再在下面写 `ring` | write `[products.some-id]`, and `ring` below it
OP000 6:11 `ring` 这个字段已经有值，不能再往里加字段 | cannot extend value of type integer with a dotted key
    and 5:1 `ring` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name

"#]].raw());
}

#[test]
fn a_control_character() {
    let plan = r#"[plan]
title = "t"
goal = "a\u0001b"
"#;
    assert_data_eq!(found(plan), str![].raw());
}

#[test]
fn a_real_control_character() {
    let plan = "[plan]
title = \"t\"
goal = \"a\u{1}b\"
";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 3:10 `` 这里有看不见的字符：控制字符 U+0001 | there is an invisible character here: a control character, U+0001
    help 删去这个字符 | remove it
    fix "\u{1}" to ""

"#]]
        .raw()
    );
}

#[test]
fn a_thousands_separator() {
    let plan = r#"[plan]
title = "t"

[products.ring]
price = 1,000
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:9 `1,000` 数字 `1,000` 里不能有逗号 | a number such as `1,000` has no commas
    help 写成 `1000` | write `1000`
    fix "1,000" to "1000"

"#]]
        .raw()
    );
}

#[test]
fn a_percentage_without_quotes() {
    let plan = r#"[plan]
title = "t"

[store]
positive_rate = 98%
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:17 `98%` `98%` 没有加引号 | `98%` has no quotes
    help 加上引号：`"98%"` | put it in quotes: `"98%"`
    fix "98%" to "\"98%\""

"#]]
        .raw()
    );
}

#[test]
fn an_amount_with_a_unit_without_quotes() {
    let plan = r#"[plan]
title = "t"

[products.ring]
price = 20万
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:9 `20万` `20万` 没有加引号 | `20万` has no quotes
    help 加上引号：`"20万"` | put it in quotes: `"20万"`
    fix "20万" to "\"20万\""

"#]]
        .raw()
    );
}

#[test]
fn a_comment_of_another_language() {
    let plan = r#"[plan]
title = "t"
// 备注
goal = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r##"
OP000 3:1 `// 备注` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    help 把 `//` 改成 `#` | write `#` in place of `//`
    fix "//" to "#"

"##]]
        .raw()
    );
}

#[test]
fn several_mistakes_in_several_places() {
    let plan = r#"[plan]
标题 = "t"

[products]
ring = { price = 59.9, stock = 10
band = { price = 60 }

[tasks.a]
title = "a
start = 2026-04-31
owners = ["x"]
owners = ["y"]

[tasks.b]
phase = opening
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 2:1 `标题` 字段名要用英文：`标题` 应写 `title` | keys are in English: `标题` is written `title`
    help 写成 `title` | write `title`
    fix "标题" to "title"
OP000 5:8 `{` 花括号没有配对，缺少 `}` | this inline table is never closed: `}` is missing
    and 5:34 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `}` | add the `}`
    fix "" to "}"
OP000 9:9 `"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    help 在文字末尾补上 `"` | add a `"` where the text ends
    fix "" to "\""
OP000 10:9 `2026-04-31` 日历上没有 `2026-04-31` 这一天 | there is no `2026-04-31` in the calendar
OP041 11:11 `"x"` 「人员」和「岗位」里都没有 `x` | the owner `x` is neither a person nor a post
    help 先写 `[people.x]` 或 `[roles.x]`，或改正这里的编号 | add `[people.x]` or `[roles.x]`, or correct the id here
OP000 12:1 `owners` 字段 `owners` 重复 | the key `owners` is here twice
    and 11:1 `owners` 第一次出现在这里 | first written here
    help 删去一处，或换一个名字 | remove one of the two, or give it another name
OP000 15:9 `opening` `opening` 没有加引号 | `opening` has no quotes
    help 加上引号：`"opening"` | put it in quotes: `"opening"`
    fix "opening" to "\"opening\""

"#]]
        .raw()
    );
}

#[test]
fn seven_mistakes_are_all_reported_and_none_twice() {
    let plan = r#"[plan]
title = "t"
langauge = "en"

[store]
platform = "天猫"

[products.ring]
price = "20W"
stock = [1, 2

[tasks.a]
start = "2026-04-01"
owners = "x"

[tasks.b]
allow = [{ check = "OP120" }]
after = ["a", "ring"]

[campaigns.c]
product = "ring"
quantity = 1.5
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 3:1 `langauge` 这里没有名为 `langauge` 的字段 | there is no key `langauge` here
    help 是不是要写 `language`？ | did you mean `language`?
    fix "langauge" to "language"
OP007 6:12 `"天猫"` 平台没有 `天猫` 这个取值，可用 `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other` | there is no platform `天猫`; available: `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other`
    help 是不是要写 `"tmall"`？ | did you mean `"tmall"`?
    fix "\"天猫\"" to "\"tmall\""
OP007 9:9 `"20W"` `20W` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `20W` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `"20万"`？ | did you mean `"20万"`?
    fix "\"20W\"" to "\"20万\""
OP000 10:9 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    and 10:14 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `]` | add the `]`
    fix "" to "]"
OP001 10:9 `[1, 2` 这里应为不带单位的整数，例如 `300`，不是列表 | expected a whole number without a unit, such as `300`, found an array
OP007 13:9 `"2026-04-01"` `"2026-04-01"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"2026-04-01"` is text; a date is written without quotes, such as 2026-09-08
    help 是不是要写 `2026-04-01`？ | did you mean `2026-04-01`?
    fix "\"2026-04-01\"" to "2026-04-01"
OP001 14:10 `"x"` 这里应为列表 `[ … ]`，不是文字 `"x"` | expected an array `[ … ]`, found the text `"x"`
    help 是不是要写 `["x"]`？ | did you mean `["x"]`?
    fix "\"x\"" to "[\"x\"]"
OP001 17:10 `{ check = "OP120" }` 缺少字段 `reason` | the key `reason` is missing
    help 补上 `reason = …` | add `reason = …`
OP002 18:15 `"ring"` 「任务」一节里没有编号 `ring` | there is no `ring` in `tasks`
    help 现有 `a`；也可以先写 `[tasks.ring]` | available: `a`; or add `[tasks.ring]`
OP007 22:12 `1.5` `1.5` 的写法不对，应为不带单位的整数，例如 `300` | `1.5` is not a whole number without a unit, such as `300`
unknown OP133 campaigns.c campaigns.c.program

"#]].raw());
}

// Structure.

#[test]
fn an_unknown_key() {
    let plan = r#"[plan]
title = "t"
gaol = "x"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 3:1 `gaol` 这里没有名为 `gaol` 的字段 | there is no key `gaol` here
    help 是不是要写 `goal`？ | did you mean `goal`?
    fix "gaol" to "goal"

"#]]
        .raw()
    );
}

#[test]
fn an_unknown_key_like_nothing() {
    let plan = r#"[plan]
title = "t"
xyzzy = "x"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 3:1 `xyzzy` 这里没有名为 `xyzzy` 的字段 | there is no key `xyzzy` here
    help 这里可用的字段：`title` `id` `start` `end` `goal` `summary` `category` `prepared_by` `approved_by` `version` `date` `language_version` `language` `currency` `utc_offset` `work_days` `holidays` `include` `source` `note` `allow` | keys known here: `title` `id` `start` `end` `goal` `summary` `category` `prepared_by` `approved_by` `version` `date` `language_version` `language` `currency` `utc_offset` `work_days` `holidays` `include` `source` `note` `allow`

"#]].raw());
}

#[test]
fn an_unknown_section() {
    let plan = r#"[plan]
title = "t"

[task.a]
title = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 4:2 `task` 没有 `task` 这一节 | there is no section `task`
    help 是不是要写 `tasks`？ | did you mean `tasks`?
    fix "task" to "tasks"

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_label_in_quotes_as_a_key() {
    let plan = r#"[plan]
"标题" = "t"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 2:1 `"标题"` 这里没有名为 `标题` 的字段 | there is no key `标题` here
    help 是不是要写 `title`？ | did you mean `title`?
    fix "\"标题\"" to "title"

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_label_in_quotes_as_a_section() {
    let plan = r#"[plan]
title = "t"

["任务".a]
title = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 4:2 `"任务"` 没有 `任务` 这一节 | there is no section `任务`
    help 是不是要写 `tasks`？ | did you mean `tasks`?
    fix "\"任务\"" to "tasks"

"#]]
        .raw()
    );
}

#[test]
fn a_chinese_label_as_a_word() {
    let plan = r#"[plan]
title = "t"

[store]
platform = "天猫"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:12 `"天猫"` 平台没有 `天猫` 这个取值，可用 `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other` | there is no platform `天猫`; available: `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other`
    help 是不是要写 `"tmall"`？ | did you mean `"tmall"`?
    fix "\"天猫\"" to "\"tmall\""

"#]].raw());
}

#[test]
fn an_english_label_as_a_word() {
    let plan = r#"[plan]
title = "t"

[store]
platform = "Tmal"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:12 `"Tmal"` 平台没有 `Tmal` 这个取值，可用 `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other` | there is no platform `Tmal`; available: `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other`
    help 是不是要写 `"tmall"`？ | did you mean `"tmall"`?
    fix "\"Tmal\"" to "\"tmall\""

"#]].raw());
}

#[test]
fn an_unknown_word() {
    let plan = r#"[plan]
title = "t"

[store]
platform = "amazon"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:12 `"amazon"` 平台没有 `amazon` 这个取值，可用 `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other` | there is no platform `amazon`; available: `tmall` `taobao` `jd` `douyin` `pdd` `alibaba1688` `other`

"#]].raw());
}

#[test]
fn wrong_types() {
    let plan = r#"[plan]
title = "t"
goal = 1
version = 1.5
utc_offset = "8"
work_days = "mon"
include = { a = 1 }

[tasks.a]
title = ["a"]
repeat = "1w"
owners = [1, "x", true]
campaign = 618

[campaigns.c]
free_shipping = "yes"
start = 20260401
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 3:8 `1` 这里应为文字（加引号），不是数字 `1` | expected text (in quotes), found the number `1`
OP001 4:11 `1.5` 这里应为文字（加引号），不是小数 | expected text (in quotes), found a decimal number
OP001 5:14 `"8"` 这里应为整数，不是文字 `"8"` | expected a whole number, found the text `"8"`
OP001 6:13 `"mon"` 这里应为列表 `[ … ]`，不是文字 `"mon"` | expected an array `[ … ]`, found the text `"mon"`
    help 是不是要写 `["mon"]`？ | did you mean `["mon"]`?
    fix "\"mon\"" to "[\"mon\"]"
OP001 7:11 `{ a = 1 }` 这里应为列表 `[ … ]`，不是表 | expected an array `[ … ]`, found a table
OP001 10:9 `["a"]` 这里应为文字（加引号），不是列表 | expected text (in quotes), found an array
OP001 11:10 `"1w"` 这里应为表 `{ … }` 或 `[…]` 表头，不是文字 `"1w"` | expected a table `{ … }` or a table header, found the text `"1w"`
OP007 12:11 `1` `1` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `1` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `"1"`？ | did you mean `"1"`?
    fix "1" to "\"1\""
OP001 12:19 `true` 这里应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文，不是 `true`（是） | expected an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes, found the boolean `true`
OP007 13:12 `618` `618` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `618` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `"618"`？ | did you mean `"618"`?
    fix "618" to "\"618\""
OP001 16:17 `"yes"` 这里应为 `true`（是）或 `false`（否），不是文字 `"yes"` | expected `true` or `false`, found the text `"yes"`
OP007 17:9 `20260401` `20260401` 是数字，应为日期，例如 2026-09-08 | `20260401` is a number; a date is written 2026-09-08
    help 是不是要写 `2026-04-01`？ | did you mean `2026-04-01`?
    fix "20260401" to "2026-04-01"
unknown OP133 campaigns.c campaigns.c.program

"#]].raw());
}

#[test]
fn money() {
    let plan = r#"[plan]
title = "t"

[products]
a = { price = "20W" }
b = { price = "20%元" }
c = { price = 1.234 }
d = { price = -5 }
e = { price = "59.9元" }
f = { price = "1,299" }
g = { price = 1e3 }
h = { price = true }
i = { price = 2000000000000 }
j = { price = 99999999999999999999 }
k = { price = inf }
l = { price = 0x10 }
m = { price = "2.5万" }
n = { price = "10k" }
o = { price = "¥59" }
p = { price = "" }
q = { price = "100" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:15 `"20W"` `20W` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `20W` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `"20万"`？ | did you mean `"20万"`?
    fix "\"20W\"" to "\"20万\""
OP007 6:15 `"20%元"` `20%元` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `20%元` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
OP007 7:15 `1.234` 金额 `1.234` 的小数超过两位 | the amount `1.234` has more than two decimals
OP007 8:15 `-5` 金额 `-5` 不能是负数 | the amount `-5` may not be negative
OP007 9:15 `"59.9元"` `59.9元` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `59.9元` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `59.9`？ | did you mean `59.9`?
    fix "\"59.9元\"" to "59.9"
OP007 10:15 `"1,299"` `1,299` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `1,299` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `1299`？ | did you mean `1299`?
    fix "\"1,299\"" to "1299"
OP007 11:15 `1e3` `1e3` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `1e3` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
OP001 12:15 `true` 这里应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数），不是 `true`（是） | expected an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most), found the boolean `true`
OP007 13:15 `2000000000000` 金额 `2000000000000` 过大 | the amount `2000000000000` is too large
OP007 14:15 `99999999999999999999` `99999999999999999999` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `99999999999999999999` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
OP007 15:15 `inf` `inf` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `inf` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
OP007 18:15 `"10k"` `10k` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `10k` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `10000`？ | did you mean `10000`?
    fix "\"10k\"" to "10000"
OP007 19:15 `"¥59"` `¥59` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `¥59` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `59`？ | did you mean `59`?
    fix "\"¥59\"" to "59"
OP007 20:15 `""` `` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
OP007 21:15 `"100"` `100` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `100` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `100`？ | did you mean `100`?
    fix "\"100\"" to "100"

"#]].raw());
}

#[test]
fn rates() {
    let plan = r#"[plan]
title = "t"

[stores]
a = { positive_rate = 0.98 }
b = { positive_rate = 98 }
c = { positive_rate = "98" }
d = { positive_rate = "98%" }
e = { positive_rate = "千分之五" }
f = { positive_rate = "5‰" }
g = { positive_rate = -0.5 }
h = { positive_rate = "-5%" }
i = { positive_rate = 1.5 }
j = { positive_rate = "百分之五" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:23 `0.98` `0.98` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `0.98` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"98%"`？ | did you mean `"98%"`?
    fix "0.98" to "\"98%\""
OP007 6:23 `98` `98` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `98` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"98%"`？ | did you mean `"98%"`?
    fix "98" to "\"98%\""
OP007 7:23 `"98"` `98` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `98` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"98%"`？ | did you mean `"98%"`?
    fix "\"98\"" to "\"98%\""
OP007 9:23 `"千分之五"` `千分之五` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `千分之五` is not a share with its percent sign, such as `"2.5%"`
OP007 10:23 `"5‰"` `5‰` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `5‰` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"0.5%"`？ | did you mean `"0.5%"`?
    fix "\"5‰\"" to "\"0.5%\""
OP007 11:23 `-0.5` `-0.5` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `-0.5` is not a share with its percent sign, such as `"2.5%"`
OP007 12:23 `"-5%"` `-5%` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `-5%` is not a share with its percent sign, such as `"2.5%"`
OP007 13:23 `1.5` `1.5` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `1.5` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"1.5%"`？ | did you mean `"1.5%"`?
    fix "1.5" to "\"1.5%\""
OP007 14:23 `"百分之五"` `百分之五` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `百分之五` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"5%"`？ | did you mean `"5%"`?
    fix "\"百分之五\"" to "\"5%\""

"#]].raw());
}

#[test]
fn discounts() {
    let plan = r#"[plan]
title = "t"

[programs]
a = { discount = { at_most = "79折" } }
b = { discount = { at_most = 79 } }
c = { discount = { at_most = 7.9 } }
d = { discount = { at_most = 0.79 } }
e = { discount = { at_most = "0折" } }
f = { discount = { at_most = "79%" } }
g = { discount = { at_most = "11折" } }
h = { discount = "7.9折" }
i = { discount = { at_most = "八折" } }
j = { discount = { at_most = "8.5" } }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:30 `"79折"` `79折` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `79折` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"7.9折"`？ | did you mean `"7.9折"`?
    fix "\"79折\"" to "\"7.9折\""
OP007 6:30 `79` `79` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `79` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"7.9折"`？ | did you mean `"7.9折"`?
    fix "79" to "\"7.9折\""
OP007 7:30 `7.9` `7.9` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `7.9` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"7.9折"`？ | did you mean `"7.9折"`?
    fix "7.9" to "\"7.9折\""
OP007 8:30 `0.79` `0.79` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `0.79` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"7.9折"`？ | did you mean `"7.9折"`?
    fix "0.79" to "\"7.9折\""
OP007 9:30 `"0折"` `0折` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `0折` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
OP007 10:30 `"79%"` `79%` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `79%` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"7.9折"`？ | did you mean `"7.9折"`?
    fix "\"79%\"" to "\"7.9折\""
OP007 11:30 `"11折"` `11折` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `11折` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
OP007 12:18 `"7.9折"` 界限 `"7.9折"` 没有说是不低于还是不超过 | the bound `"7.9折"` does not say whether it is a minimum or a maximum
    help 是不是要写 `{ at_least = "7.9折" }`？ | did you mean `{ at_least = "7.9折" }`?
    fix "\"7.9折\"" to "{ at_least = \"7.9折\" }"
OP007 13:30 `"八折"` `八折` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `八折` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"8折"`？ | did you mean `"8折"`?
    fix "\"八折\"" to "\"8折\""
OP007 14:30 `"8.5"` `8.5` 的写法不对，应为折扣，例如 `"7.9折"`（付原价的 79%），大于 0，不超过 10 折 | `8.5` is not a discount in 折, such as `"7.9折"` (79 % of the original price is paid), above 0 and at most 10
    help 是不是要写 `"8.5折"`？ | did you mean `"8.5折"`?
    fix "\"8.5\"" to "\"8.5折\""

"#]].raw());
}

#[test]
fn durations() {
    let plan = r#"[plan]
title = "t"

[tasks]
a = { duration = 24 }
b = { duration = "24小时" }
c = { duration = "0d" }
d = { duration = "3 天" }
e = { duration = "1 年" }
f = { duration = "1.5h" }
g = { duration = "10个工作日" }
h = { duration = "一周" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:18 `24` `24` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `24` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"24d"`？ | did you mean `"24d"`?
    fix "24" to "\"24d\""
OP007 6:18 `"24小时"` `24小时` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `24小时` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"24h"`？ | did you mean `"24h"`?
    fix "\"24小时\"" to "\"24h\""
OP007 7:18 `"0d"` 时长不能是 0：当天做完的写 `"1d"`，不需要时间的不写 | a length of time cannot be 0: what is done within a day takes `"1d"`, and what takes no time says nothing
OP007 8:18 `"3 天"` `3 天` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `3 天` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"3d"`？ | did you mean `"3d"`?
    fix "\"3 天\"" to "\"3d\""
OP007 9:18 `"1 年"` `1 年` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `1 年` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"12mo"`？ | did you mean `"12mo"`?
    fix "\"1 年\"" to "\"12mo\""
OP007 10:18 `"1.5h"` `1.5h` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `1.5h` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
OP007 11:18 `"10个工作日"` `10个工作日` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `10个工作日` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"10 workdays"`？ | did you mean `"10 workdays"`?
    fix "\"10个工作日\"" to "\"10 workdays\""
OP007 12:18 `"一周"` `一周` 的写法不对，应为带单位的时长，例如 `"24h"`、`"14d"`、`"2w"`、`"3mo"`、`"10 workdays"` | `一周` is not a length of time with its unit, such as `"24h"`, `"14d"`, `"2w"`, `"3mo"`, `"10 workdays"`
    help 是不是要写 `"1w"`？ | did you mean `"1w"`?
    fix "\"一周\"" to "\"1w\""

"#]].raw());
}

#[test]
fn levels() {
    let plan = r#"[plan]
title = "t"

[stores]
a = { level = "三钻石" }
b = { level = 0 }
c = { level = "6心" }
d = { level = "3 钻" }
e = { level = "新店" }
f = { level = 3 }
g = { level = "皇冠" }
h = { level = "" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:15 `"三钻石"` `三钻石` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `三钻石` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
    help 是不是要写 `"3钻"`？ | did you mean `"3钻"`?
    fix "\"三钻石\"" to "\"3钻\""
OP007 6:15 `0` `0` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `0` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
    help 是不是要写 `"0"`？ | did you mean `"0"`?
    fix "0" to "\"0\""
OP007 7:15 `"6心"` `6心` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `6心` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
OP007 8:15 `"3 钻"` `3 钻` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `3 钻` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
    help 是不是要写 `"3钻"`？ | did you mean `"3钻"`?
    fix "\"3 钻\"" to "\"3钻\""
OP007 9:15 `"新店"` `新店` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `新店` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
    help 是不是要写 `"0"`？ | did you mean `"0"`?
    fix "\"新店\"" to "\"0\""
OP007 10:15 `3` `3` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `3` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
OP007 11:15 `"皇冠"` `皇冠` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `皇冠` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5
OP007 12:15 `""` `` 的写法不对，应为店铺信用等级：`"0"`（新店）、`"3心"`、`"1钻"`、`"2冠"`、`"2金冠"`，数字 1 到 5 | `` is not a credit level: `"0"` (new shop), `"3心"`, `"1钻"`, `"2冠"`, `"2金冠"`, with 1 to 5

"#]].raw());
}

#[test]
fn dates() {
    let plan = r#"[plan]
title = "t"

[tasks]
a = { start = "9月8号" }
b = { start = "2026-09-08" }
c = { start = "2026年9月8日" }
d = { start = 2026-09-08T10:00:00 }
e = { start = 2026-09-08T10:00:00+08:00 }
f = { start = 10:00:00 }
g = { start = "20260908" }
h = { start = "2026/9/8" }
i = { start = "待定" }
j = { start = 20260908 }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:15 `"9月8号"` `"9月8号"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"9月8号"` is text; a date is written without quotes, such as 2026-09-08
OP007 6:15 `"2026-09-08"` `"2026-09-08"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"2026-09-08"` is text; a date is written without quotes, such as 2026-09-08
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "\"2026-09-08\"" to "2026-09-08"
OP007 7:15 `"2026年9月8日"` `"2026年9月8日"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"2026年9月8日"` is text; a date is written without quotes, such as 2026-09-08
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "\"2026年9月8日\"" to "2026-09-08"
OP007 8:15 `2026-09-08T10:00:00` `2026-09-08T10:00:00` 带了时间，这里只要日期 | `2026-09-08T10:00:00` includes a time; only a date is wanted
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "2026-09-08T10:00:00" to "2026-09-08"
OP007 9:15 `2026-09-08T10:00:00+08:00` `2026-09-08T10:00:00+08:00` 带了时间，这里只要日期 | `2026-09-08T10:00:00+08:00` includes a time; only a date is wanted
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "2026-09-08T10:00:00+08:00" to "2026-09-08"
OP007 10:15 `10:00:00` `10:00:00` 带了时间，这里只要日期 | `10:00:00` includes a time; only a date is wanted
OP007 11:15 `"20260908"` `"20260908"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"20260908"` is text; a date is written without quotes, such as 2026-09-08
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "\"20260908\"" to "2026-09-08"
OP007 12:15 `"2026/9/8"` `"2026/9/8"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"2026/9/8"` is text; a date is written without quotes, such as 2026-09-08
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "\"2026/9/8\"" to "2026-09-08"
OP007 13:15 `"待定"` `"待定"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"待定"` is text; a date is written without quotes, such as 2026-09-08
OP007 14:15 `20260908` `20260908` 是数字，应为日期，例如 2026-09-08 | `20260908` is a number; a date is written 2026-09-08
    help 是不是要写 `2026-09-08`？ | did you mean `2026-09-08`?
    fix "20260908" to "2026-09-08"

"#]].raw());
}

#[test]
fn counts() {
    let plan = r#"[plan]
title = "t"

[products]
a = { stock = -1 }
b = { stock = 1.5 }
c = { stock = "300" }
d = { stock = "300件" }
e = { stock = "2万" }
f = { stock = 2000000000000 }
g = { stock = 300.0 }
h = { stock = "若干" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:15 `-1` `-1` 不能是负数 | `-1` may not be negative
OP007 6:15 `1.5` `1.5` 的写法不对，应为不带单位的整数，例如 `300` | `1.5` is not a whole number without a unit, such as `300`
OP007 7:15 `"300"` `300` 的写法不对，应为不带单位的整数，例如 `300` | `300` is not a whole number without a unit, such as `300`
    help 是不是要写 `300`？ | did you mean `300`?
    fix "\"300\"" to "300"
OP007 8:15 `"300件"` `300件` 的写法不对，应为不带单位的整数，例如 `300` | `300件` is not a whole number without a unit, such as `300`
    help 是不是要写 `300`？ | did you mean `300`?
    fix "\"300件\"" to "300"
OP007 9:15 `"2万"` `2万` 的写法不对，应为不带单位的整数，例如 `300` | `2万` is not a whole number without a unit, such as `300`
    help 是不是要写 `20000`？ | did you mean `20000`?
    fix "\"2万\"" to "20000"
OP007 10:15 `2000000000000` `2000000000000` 的写法不对，应为不带单位的整数，例如 `300` | `2000000000000` is not a whole number without a unit, such as `300`
OP007 11:15 `300.0` `300.0` 的写法不对，应为不带单位的整数，例如 `300` | `300.0` is not a whole number without a unit, such as `300`
OP007 12:15 `"若干"` `若干` 的写法不对，应为不带单位的整数，例如 `300` | `若干` is not a whole number without a unit, such as `300`

"#]].raw());
}

#[test]
fn scores() {
    let plan = r#"[plan]
title = "t"

[stores]
a = { scores = { description = 5.1 } }
b = { scores = { description = "4.8分" } }
c = { scores = { description = 4.815 } }
d = { scores = 4.8 }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:32 `5.1` `5.1` 的写法不对，应为 0 到 5 之间的评分，例如 `4.8` | `5.1` is not a score from 0 to 5, such as `4.8`
OP007 6:32 `"4.8分"` `4.8分` 的写法不对，应为 0 到 5 之间的评分，例如 `4.8` | `4.8分` is not a score from 0 to 5, such as `4.8`
    help 是不是要写 `4.8`？ | did you mean `4.8`?
    fix "\"4.8分\"" to "4.8"
OP007 7:32 `4.815` `4.815` 的写法不对，应为 0 到 5 之间的评分，例如 `4.8` | `4.815` is not a score from 0 to 5, such as `4.8`
OP001 8:16 `4.8` 这里应为表 `{ … }` 或 `[…]` 表头，不是小数 | expected a table `{ … }` or a table header, found a decimal number

"#]].raw());
}

#[test]
fn bounds() {
    let plan = r#"[plan]
title = "t"

[programs]
a = { quantity = 50 }
b = { quantity = { min = 50, max = 300 } }
c = { quantity = {} }
d = { quantity = { at_least = 1, more_than = 2 } }
e = { quantity = { about = 50 } }
f = { quantity = [50, 300] }
g = { quantity = { "不低于" = 50 } }
h = { quantity = "50-300" }
i = { value = 5000 }
j = { store = { level = "3心" } }
k = { quantity = { atleast = 50 } }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:18 `50` 界限 `50` 没有说是不低于还是不超过 | the bound `50` does not say whether it is a minimum or a maximum
    help 是不是要写 `{ at_least = 50 }`？ | did you mean `{ at_least = 50 }`?
    fix "50" to "{ at_least = 50 }"
OP007 6:20 `min` 范围里没有 `min`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于） | a range has no `min`; it has `at_least`, `more_than`, `at_most`, `less_than`
    help 是不是要写 `at_least`？ | did you mean `at_least`?
    fix "min" to "at_least"
OP007 6:30 `max` 范围里没有 `max`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于） | a range has no `max`; it has `at_least`, `more_than`, `at_most`, `less_than`
    help 是不是要写 `at_most`？ | did you mean `at_most`?
    fix "max" to "at_most"
OP007 7:18 `{}` 范围是空的，至少写一个 `at_least`、`more_than`、`at_most` 或 `less_than` | the range is empty: say `at_least`, `more_than`, `at_most` or `less_than`
OP007 8:18 `{ at_least = 1, more_than = 2 }` `more_than` 与同一侧的另一个界限重复，只能写一个 | `more_than` and another bound limit the same side; only one may be given
OP007 9:18 `{ about = 50 }` 规则的界限不能写 `about`（大约） | the bounds of a rule cannot be `about` something
OP001 10:18 `[50, 300]` 这里应为写明界限的范围，例如 `{ at_least = 50, at_most = 300 }`，不是列表 | expected a range that says its bounds, such as `{ at_least = 50, at_most = 300 }`, found an array
OP007 11:20 `"不低于"` 范围里没有 `不低于`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于） | a range has no `不低于`; it has `at_least`, `more_than`, `at_most`, `less_than`
    help 是不是要写 `at_least`？ | did you mean `at_least`?
    fix "\"不低于\"" to "at_least"
OP007 12:18 `"50-300"` 界限 `"50-300"` 没有说是不低于还是不超过 | the bound `"50-300"` does not say whether it is a minimum or a maximum
    help 是不是要写 `{ at_least = 50, at_most = 300 }`？ | did you mean `{ at_least = 50, at_most = 300 }`?
    fix "\"50-300\"" to "{ at_least = 50, at_most = 300 }"
OP007 13:15 `5000` 界限 `5000` 没有说是不低于还是不超过 | the bound `5000` does not say whether it is a minimum or a maximum
    help 是不是要写 `{ at_least = 5000 }`？ | did you mean `{ at_least = 5000 }`?
    fix "5000" to "{ at_least = 5000 }"
OP007 14:25 `"3心"` 界限 `"3心"` 没有说是不低于还是不超过 | the bound `"3心"` does not say whether it is a minimum or a maximum
    help 是不是要写 `{ at_least = "3心" }`？ | did you mean `{ at_least = "3心" }`?
    fix "\"3心\"" to "{ at_least = \"3心\" }"
OP007 15:20 `atleast` 范围里没有 `atleast`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于） | a range has no `atleast`; it has `at_least`, `more_than`, `at_most`, `less_than`
    help 是不是要写 `at_least`？ | did you mean `at_least`?
    fix "atleast" to "at_least"

"#]].raw());
}

#[test]
fn targets() {
    let plan = r#"[plan]
title = "t"

[targets]
2026-04 = { revenue = "20W" }
2026-05 = { revenue = { about = 1, at_least = 2 } }
2026-06 = { revenue = {} }
2026-13 = { revenue = 1 }
2026-q1 = { revenue = 1 }
2026-07 = { revenue = { about = 1, abot = 2 } }
2026-08 = { revenue = [] }
2026-09 = { conversion = 2.5 }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:23 `"20W"` `20W` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `20W` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `"20万"`？ | did you mean `"20万"`?
    fix "\"20W\"" to "\"20万\""
OP007 6:23 `{ about = 1, at_least = 2 }` `about`（大约）不能和界限同时写 | `about` cannot stand beside bounds
OP007 7:23 `{}` 范围是空的，至少写一个 `at_least`、`more_than`、`at_most` 或 `less_than` | the range is empty: say `at_least`, `more_than`, `at_most` or `less_than`
OP002 8:1 `2026-13` 「阶段」和「节点」里都没有编号 `2026-13` | there is no `2026-13` in `phases` or `events`
    help 月份写成 `2026-05`，季度写成 `2026-Q2`，年份写成 `2026` | months are written `2026-05`, quarters `2026-Q2`, years `2026`
OP002 9:1 `2026-q1` 「阶段」和「节点」里都没有编号 `2026-q1` | there is no `2026-q1` in `phases` or `events`
    help 是不是要写 `2026-Q1`？ | did you mean `2026-Q1`?
    fix "2026-q1" to "2026-Q1"
OP007 10:36 `abot` 范围里没有 `abot`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于） | a range has no `abot`; it has `at_least`, `more_than`, `at_most`, `less_than`
    help 是不是要写 `about`？ | did you mean `about`?
    fix "abot" to "about"
OP001 11:23 `[]` 这里应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数），或范围 `{ at_least = … }`，不是列表 | expected an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most), or a range `{ at_least = … }`, found an array
OP007 12:26 `2.5` `2.5` 的写法不对，应为带百分号的比例，例如 `"2.5%"` | `2.5` is not a share with its percent sign, such as `"2.5%"`
    help 是不是要写 `"2.5%"`？ | did you mean `"2.5%"`?
    fix "2.5" to "\"2.5%\""

"#]].raw());
}

#[test]
fn ids() {
    let plan = r#"[plan]
title = "t"

[tasks]
"home page" = {}
HomePage = {}
home_page = {}
"<script>alert(1)</script>" = {}
"a|b" = {}
"a\nb" = {}
"" = {}
"首页 1" = {}
a-very-long-id-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on = {}
"首页" = { phase = "A B", after = ["x|y", 1] }
-a = {}
"a." = {}
"首页。" = {}
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:1 `"home page"` 编号 `home page` 里有空格 | there is a space in the id `home page`
    help 是不是要写 `home-page`？ | did you mean `home-page`?
    fix "\"home page\"" to "home-page"
OP007 6:1 `HomePage` `HomePage` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `HomePage` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `homepage`？ | did you mean `homepage`?
    fix "HomePage" to "homepage"
OP007 7:1 `home_page` `home_page` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `home_page` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `home-page`？ | did you mean `home-page`?
    fix "home_page" to "home-page"
OP007 8:1 `"<script>alert(1)</script>"` 编号 `<script>alert(1)</script>` 里不能有 `<` | the id `<script>alert(1)</script>` may not contain `<`
OP007 9:1 `"a|b"` 编号 `a|b` 里不能有 `|` | the id `a|b` may not contain `|`
OP007 10:1 `"a\nb"` 编号 `a\nb` 里不能有 `\n` | the id `a\nb` may not contain `\n`
OP007 11:1 `""` 编号不能为空 | an id may not be empty
OP007 12:1 `"首页 1"` 编号 `首页 1` 里有空格 | there is a space in the id `首页 1`
    help 是不是要写 `"首页-1"`？ | did you mean `"首页-1"`?
    fix "\"首页 1\"" to "\"首页-1\""
OP007 13:1 `a-very-long-id-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on` 编号超过 64 个字 | the id is longer than 64 characters
OP002 14:18 `"A B"` 「阶段」一节里没有编号 `A B` | there is no `A B` in `phases`
    help 先写 `[phases.a-b]`，或改正这里的编号 | add `[phases.a-b]`, or correct the id here
OP007 14:41 `1` `1` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `1` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `"1"`？ | did you mean `"1"`?
    fix "1" to "\"1\""
OP007 15:1 `-a` `-a` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `-a` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
OP007 16:1 `"a."` 编号 `a.` 里不能有 `.` | the id `a.` may not contain `.`
OP007 17:1 `"首页。"` 编号 `首页。` 里不能有 `。` | the id `首页。` may not contain `。`

"#]].raw());
}

#[test]
fn missing_keys() {
    let plan = r#"[plan]
goal = "x"

[tasks.a]
allow = [{ until = 2026-04-01 }]
repeat = { on = ["mon"] }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:1 `[plan]` 缺少字段 `title` | the key `title` is missing
    help 补上 `title = …` | add `title = …`
OP001 5:10 `{ until = 2026-04-01 }` 缺少字段 `check` | the key `check` is missing
    help 补上 `check = …` | add `check = …`
OP001 5:10 `{ until = 2026-04-01 }` 缺少字段 `reason` | the key `reason` is missing
    help 补上 `reason = …` | add `reason = …`
OP001 6:10 `{ on = ["mon"] }` 缺少字段 `every` | the key `every` is missing
    help 补上 `every = …` | add `every = …`

"#]]
        .raw()
    );
}

#[test]
fn several_errors_in_one_item() {
    let plan = r#"[plan]
title = "t"

[tasks.a]
titel = "a"
phase = 1
start = "soon"
allow = [{ check = "OP1", reson = "x" }, { reason = 2 }]
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 5:1 `titel` 这里没有名为 `titel` 的字段 | there is no key `titel` here
    help 是不是要写 `title`？ | did you mean `title`?
    fix "titel" to "title"
OP007 6:9 `1` `1` 的写法不对，应为编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文 | `1` is not an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes
    help 是不是要写 `"1"`？ | did you mean `"1"`?
    fix "1" to "\"1\""
OP007 7:9 `"soon"` `"soon"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"soon"` is text; a date is written without quotes, such as 2026-09-08
OP001 8:27 `reson` 这里没有名为 `reson` 的字段 | there is no key `reson` here
    help 是不是要写 `reason`？ | did you mean `reason`?
    fix "reson" to "reason"
OP001 8:42 `{ reason = 2 }` 缺少字段 `check` | the key `check` is missing
    help 补上 `check = …` | add `check = …`
OP001 8:53 `2` 这里应为文字（加引号），不是数字 `2` | expected text (in quotes), found the number `2`

"#]].raw());
}

#[test]
fn a_broken_item_is_known_but_not_read() {
    let plan = r#"[plan]
title = "t"

[phases.opening]
start = "soon"

[tasks.a]
phase = "opening"
after = ["b"]

[tasks.b]
titel = "b"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 5:9 `"soon"` `"soon"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"soon"` is text; a date is written without quotes, such as 2026-09-08
OP001 12:1 `titel` 这里没有名为 `titel` 的字段 | there is no key `titel` here
    help 是不是要写 `title`？ | did you mean `title`?
    fix "titel" to "title"

"#]].raw());
}

#[test]
fn sums_over_what_could_not_be_read_are_unknown() {
    let plan = r#"[plan]
title = "t"
start = 2026-01-01
end = 2026-12-31

[targets]
2026 = { revenue = 100 }
2026-Q1 = { revenue = 10 }
2026-Q2 = { revenue = 10 }
2026-Q3 = { revenue = 10 }
2026-Q4 = { revenue = "20W" }
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 11:23 `"20W"` `20W` 的写法不对，应为金额，例如 `59.9`、`"20万"`、`"1.2亿"`（最多两位小数） | `20W` is not an amount of money, such as `59.9`, `"20万"`, `"1.2亿"` (two decimals at most)
    help 是不是要写 `"20万"`？ | did you mean `"20万"`?
    fix "\"20W\"" to "\"20万\""

"#]].raw());
}

#[test]
fn a_broken_plan_table_hides_nothing_else() {
    let plan = r#"[plan]
title = 1

[tasks.a]
after = ["nowhere"]
start = "soon"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 2:9 `1` 这里应为文字（加引号），不是数字 `1` | expected text (in quotes), found the number `1`
OP002 5:10 `"nowhere"` 「任务」一节里没有编号 `nowhere` | there is no `nowhere` in `tasks`
    help 先写 `[tasks.nowhere]`，或改正这里的编号 | add `[tasks.nowhere]`, or correct the id here
OP007 6:9 `"soon"` `"soon"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"soon"` is text; a date is written without quotes, such as 2026-09-08

"#]].raw());
}

#[test]
fn no_plan_table() {
    let plan = r#"[tasks.a]
titel = "a"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:1 `` 缺少 `[plan]` 一节 | the section `[plan]` is missing
    help 在文件开头写 `[plan]`，下一行写 `title = "运营计划"` | begin the file with `[plan]`, and on the next line `title = "Operations plan"`
OP001 2:1 `titel` 这里没有名为 `titel` 的字段 | there is no key `titel` here
    help 是不是要写 `title`？ | did you mean `title`?
    fix "titel" to "title"

"#]]
        .raw()
    );
}

#[test]
fn an_array_of_tables() {
    let plan = r#"[plan]
title = "t"

[[tasks]]
title = "a"

[[tasks]]
title = "b"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 4:1 `[[tasks]]` `tasks` 里应是若干项，每一项有自己的编号 | `tasks` should be a table keyed by id
    help 写成 `[tasks.编号]`，每一项一个表头 | write `[tasks.some-id]`, one header an item

"#]]
        .raw()
    );
}

#[test]
fn an_item_as_an_array_of_tables() {
    let plan = r#"[plan]
title = "t"

[[tasks.a]]
title = "a"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 4:1 `[[tasks.a]]` `tasks.a` 应写成一节，里面写这一项的字段 | `tasks.a` should be a table with the keys of one item
    help 写成 `[tasks.a]`，只用一层方括号 | write `[tasks.a]`, with single brackets

"#]].raw());
}

#[test]
fn a_section_that_is_a_number() {
    let plan = r#"tasks = 1
[plan]
title = "t"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:9 `1` `tasks` 里应是若干项，每一项有自己的编号 | `tasks` should be a table keyed by id
    help 写成 `[tasks.编号]`，每一项一个表头 | write `[tasks.some-id]`, one header an item

"#]]
        .raw()
    );
}

#[test]
fn a_plan_that_is_text() {
    let plan = r#"plan = "x"
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 1:8 `"x"` 这里应为表 `{ … }` 或 `[…]` 表头，不是文字 `"x"` | expected a table `{ … }` or a table header, found the text `"x"`

"#]].raw());
}

#[test]
fn an_item_that_is_a_number() {
    let plan = r#"[plan]
title = "t"

[tasks]
a = 1
b = "x"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 5:5 `1` `tasks.a` 应写成一节，里面写这一项的字段 | `tasks.a` should be a table with the keys of one item
    help 写成 `[tasks.编号]`，再在下面写 `a` | write `[tasks.some-id]`, and `a` below it
OP001 6:5 `"x"` `tasks.b` 应写成一节，里面写这一项的字段 | `tasks.b` should be a table with the keys of one item
    help 写成 `[tasks.编号]`，再在下面写 `b` | write `[tasks.some-id]`, and `b` below it

"#]]
        .raw()
    );
}

#[test]
fn keys_directly_in_a_section() {
    let plan = r#"[plan]
title = "t"

[tasks]
title = "a"
start = 2026-04-01
"#;
    assert_data_eq!(found(plan), str![[r#"
OP001 5:9 `"a"` `tasks.title` 应写成一节，里面写这一项的字段 | `tasks.title` should be a table with the keys of one item
    help 写成 `[tasks.编号]`，再在下面写 `title` | write `[tasks.some-id]`, and `title` below it
OP001 6:9 `2026-04-01` `tasks.start` 应写成一节，里面写这一项的字段 | `tasks.start` should be a table with the keys of one item
    help 写成 `[tasks.编号]`，再在下面写 `start` | write `[tasks.some-id]`, and `start` below it

"#]].raw());
}

#[test]
fn keys_that_exclude_each_other() {
    let plan = r#"[plan]
title = "t"

[phases.a]
end = 2026-05-01
open_ended = true

[tasks.a]
around = 2026-05-01
start = 2026-05-01
due = 2026-05-01
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP003 5:1 `end` `end` 和 `open_ended` 不能同时写 | `end` and `open_ended` cannot be used together
    and 6:1 `open_ended` 与这里的 `open_ended` 只能写一个 | not together with this `open_ended`
    help 留下一个，删去另一个 | keep one of the two
OP003 9:1 `around` `around` 和 `start` 不能同时写 | `around` and `start` cannot be used together
    and 10:1 `start` 与这里的 `start` 只能写一个 | not together with this `start`
    help 留下一个，删去另一个 | keep one of the two
OP003 9:1 `around` `around` 和 `due` 不能同时写 | `around` and `due` cannot be used together
    and 11:1 `due` 与这里的 `due` 只能写一个 | not together with this `due`
    help 留下一个，删去另一个 | keep one of the two
unknown OP015 phases.a plan.end
unknown OP015 phases.a plan.start

"#]]
        .raw()
    );
}

#[test]
fn keys_outside_any_table() {
    let plan = r#"title = "t"
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:1 `` 缺少 `[plan]` 一节 | the section `[plan]` is missing
    help 在文件开头写 `[plan]`，下一行写 `title = "运营计划"` | begin the file with `[plan]`, and on the next line `title = "Operations plan"`
OP001 1:1 `title` `title` 没有写在任何一节里 | the key `title` is not in any section
    help 先写 `[plan]`，再在下面写 `title` | write `[plan]` first, and `title` below it

"#]]
        .raw()
    );
}

#[test]
fn the_empty_file() {
    let plan = r#""#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:1 `` 文件里还没有内容；`#` 开头的行只是说明 | there is nothing in this file yet; lines that begin with `#` are comments
    help 在文件开头写 `[plan]`，下一行写 `title = "运营计划"` | begin the file with `[plan]`, and on the next line `title = "Operations plan"`

"#]]
        .raw()
    );
}

#[test]
fn only_comments() {
    let plan = r#"# nothing
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP001 1:1 `` 文件里还没有内容；`#` 开头的行只是说明 | there is nothing in this file yet; lines that begin with `#` are comments
    help 在文件开头写 `[plan]`，下一行写 `title = "运营计划"` | begin the file with `[plan]`, and on the next line `title = "Operations plan"`

"#]]
        .raw()
    );
}

#[test]
fn toml_1_1() {
    let plan = r#"[plan]
title = "t"

[products]
ring = {
  price = 1,
}
"#;
    assert_data_eq!(found(plan), str![[r#"
OP221 6:12 `,` 花括号末尾的逗号是 TOML 1.1 的写法 | a comma at the end of an inline table is TOML 1.1
    help 改用 TOML 1.0 的写法，taplo、VS Code 等工具才能打开 | write it in TOML 1.0, so that taplo, VS Code and others can read it

"#]].raw());
}

#[test]
fn an_unclosed_array_before_many_lines_is_one_mistake() {
    let items: String = (0..200)
        .map(|number| format!("[tasks.t{number}]\ntitle = \"{number}\"\nafter = []\n\n"))
        .collect();
    let plan = format!(
        "[plan]\ntitle = \"t\"\nwork_days = [\"mon\",\n\n{items}[tasks.last]\ntitel = \"x\"\n"
    );
    assert_data_eq!(
        found(&plan),
        str![[r#"
OP000 3:13 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    and 3:20 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `]` | add the `]`
    fix "" to "]"
OP001 806:1 `titel` 这里没有名为 `titel` 的字段 | there is no key `titel` here
    help 是不是要写 `title`？ | did you mean `title`?
    fix "titel" to "title"

"#]]
        .raw()
    );
}

#[test]
fn a_mistake_on_every_line_is_found_on_every_line() {
    let items: String = (0..300)
        .map(|number| format!("[tasks.t{number}]\ntitle = t{number}\n"))
        .collect();
    let findings = Memory::new([("plan.toml", &*format!("[plan]\ntitle = \"t\"\n{items}"))])
        .compile(|_| ())
        .report
        .findings;
    assert_eq!(findings.len(), 300);
}

#[test]
fn columns_are_right_after_a_byte_order_mark_and_with_crlf() {
    let world = Memory::bytes(
        "plan.toml",
        "\u{feff}[plan]\r\ntitle = \"t\"\r\ngaol = \"标\"\r\nend = x\r\n".as_bytes(),
    );
    assert_data_eq!(
        found_in(&world),
        str![[r#"
OP001 3:1 `gaol` 这里没有名为 `gaol` 的字段 | there is no key `gaol` here
    help 是不是要写 `goal`？ | did you mean `goal`?
    fix "gaol" to "goal"
OP000 4:7 `x` `x` 没有加引号 | `x` has no quotes
    help 加上引号：`"x"` | put it in quotes: `"x"`
    fix "x" to "\"x\""

"#]]
        .raw()
    );
}

#[test]
fn an_item_that_was_taken_out_is_known() {
    let plan = "[plan]\ntitle = \"t\"\n\n[tasks]\nphotos = { title = \"a\nnext = { after = [\"photos\"] }\n";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP000 5:20 `"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    help 在文字末尾补上 `"` | add a `"` where the text ends

"#]]
        .raw()
    );
}

#[test]
fn what_is_not_utf8_is_said_so() {
    let utf16: Vec<u8> = "[plan]\ntitle = \"t\"\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [&[0xFF, 0xFE], &*utf16].concat();
    let files: [&[u8]; 6] = [
        b"[plan]\ntitle = \"\xb1\xea\"\n",
        b"\xef\xbb\xbf[plan]\r\ntitle = \"\xe6\xa0\x87\xb1\xea\"\r\n",
        &utf16,
        &marked,
        b"PK\x03\x04\x14\0\x08\0\xff\0\0\0\xde",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    ];
    let found: String = files
        .map(|bytes| found_in(&Memory::bytes("plan.toml", bytes)))
        .concat();
    assert_data_eq!(found, str![[r#"
OP000 2:10 `�` 文件 `plan.toml` 第 2 行第 10 列不是 UTF-8 编码，请另存为 UTF-8 | the file `plan.toml` is not UTF-8 at line 2, column 10: save it as UTF-8
OP000 2:11 `�` 文件 `plan.toml` 第 2 行第 11 列不是 UTF-8 编码，请另存为 UTF-8 | the file `plan.toml` is not UTF-8 at line 2, column 11: save it as UTF-8
OP000 1:1 `` 文件 `plan.toml` 是 UTF-16 编码，请另存为 UTF-8 | the file `plan.toml` is UTF-16: save it as UTF-8
OP000 1:1 `` 文件 `plan.toml` 是 UTF-16 编码，请另存为 UTF-8 | the file `plan.toml` is UTF-16: save it as UTF-8
OP231 1:1 `` `plan.toml` 不是文本文件；Word、Excel、PDF 和图片无法读取 | `plan.toml` is not a text file: Word, Excel and PDF documents and pictures cannot be read
    help 运行 `opsplan new 我的店铺` 新建一份计划，再把内容写进 `plan.toml` | start a plan by `opsplan new my-shop`, and write its contents into `plan.toml`
OP231 1:1 `` `plan.toml` 不是文本文件；Word、Excel、PDF 和图片无法读取 | `plan.toml` is not a text file: Word, Excel and PDF documents and pictures cannot be read
    help 运行 `opsplan new 我的店铺` 新建一份计划，再把内容写进 `plan.toml` | start a plan by `opsplan new my-shop`, and write its contents into `plan.toml`

"#]].raw());
}

#[test]
fn an_include_that_is_not_utf8_is_said_so() {
    let plan = "[plan]\ntitle = \"t\"\ninclude = [\"a.toml\"]\n";
    let world = Memory::new([("plan.toml", plan)]).and("a.toml", b"[store]\nname = \"\xb1\xea\"\n");
    assert_data_eq!(found_in(&world), str![[r#"
OP220 3:12 `"a.toml"` 文件 `a.toml` 第 2 行第 9 列不是 UTF-8 编码，请另存为 UTF-8 | the file `a.toml` is not UTF-8 at line 2, column 9: save it as UTF-8

"#]].raw());
}

#[test]
fn a_file_above_the_limit_is_not_read() {
    let mut world = Memory::new([("plan.toml", "[plan]\ntitle = \"t\"\n")]);
    world.limit = 10;
    assert_data_eq!(
        found_in(&world),
        str![[r#"
OP231 1:1 `` 文件 `plan.toml` 超过 10 B 的上限 | the file `plan.toml` is larger than the limit of 10 B

"#]]
        .raw()
    );
}

#[test]
fn a_missing_file() {
    assert_data_eq!(
        found_in(&Memory::new([])),
        str![[r#"
OP231 1:1 `` 找不到文件 `plan.toml` | there is no file `plan.toml`
    help 检查路径和文件名；要新建一份计划，运行 `opsplan new 我的店铺` | look at the path and the name; `opsplan new my-shop` starts a plan

"#]]
        .raw()
    );
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    for (open, close) in [("[", "]"), ("{ a = ", " }")] {
        let plan = format!(
            "[plan]\ntitle = {}1{}\n",
            open.repeat(100),
            close.repeat(100)
        );
        let findings = Memory::new([("plan.toml", &*plan)])
            .compile(|_| ())
            .report
            .findings;
        assert_eq!(findings.len(), 1, "{findings:?}");
    }
}

// Several files.

#[test]
fn includes_that_cannot_be_followed() {
    let world = Memory::new([
        (
            "plan.toml",
            "[plan]\ntitle = \"t\"\ninclude = [\"team.toml\", \"missing.toml\", \"../../etc/passwd\", \"/etc/passwd\", \"lib:cn/nothing\", \"team.toml\", 1]\n",
        ),
        (
            "team.toml",
            "[plan]\ntitle = \"x\"\ninclude = [\"plan.toml\", \"deep/more.toml\"]\n",
        ),
        ("deep/more.toml", "[plan]\ninclude = [\"../team.toml\"]\n"),
    ]);
    assert_data_eq!(found_in(&world), str![[r#"
OP220 3:25 `"missing.toml"` 找不到文件 `missing.toml` | there is no file `missing.toml`
OP220 3:41 `"../../etc/passwd"` `../../etc/passwd` 在工作目录之外，不能包含 | `../../etc/passwd` lies outside the workspace and cannot be included
OP220 3:61 `"/etc/passwd"` `/etc/passwd` 在工作目录之外，不能包含 | `/etc/passwd` lies outside the workspace and cannot be included
OP220 3:76 `"lib:cn/nothing"` 内置规则库里没有 `lib:cn/nothing` 可以包含，能包含的见 `opsplan library` | the built-in library has no `lib:cn/nothing` to include; `opsplan library` lists what it has
OP007 3:94 `"team.toml"` `team.toml` 在这个列表里写了两次 | `team.toml` is in this list twice
    and 3:12 `"team.toml"` 已经写在这里 | it is already here
    help 删去一个 | remove one of them
OP001 3:107 `1` 这里应为文字（加引号），不是数字 `1` | expected text (in quotes), found the number `1`
OP220 team.toml 2:1 `title` 被包含的文件里，`[plan]` 只能写 `include` | in an included file `[plan]` may hold nothing but `include`
OP220 team.toml 3:12 `"plan.toml"` `plan.toml` 循环包含 | `plan.toml` includes itself in a loop
OP220 deep/more.toml 2:12 `"../team.toml"` `../team.toml` 循环包含 | `../team.toml` includes itself in a loop

"#]].raw());
}

#[test]
fn an_item_in_two_files() {
    let world = Memory::new([
        (
            "plan.toml",
            "[plan]\ntitle = \"t\"\ninclude = [\"team.toml\"]\n\n[store]\nname = \"s\"\n\n[roles.designer]\ntitle = \"美工\"\n",
        ),
        (
            "team.toml",
            "[roles.designer]\ntitle = \"设计\"\n\n[store]\nname = \"u\"\n\n[people.\"小林\"]\nroles = [\"designer\"]\n",
        ),
    ]);
    assert_data_eq!(
        found_in(&world),
        str![[r#"
OP220 team.toml 1:8 `designer` `designer` 在两个文件里各写了一次 | `designer` is defined in two files
    and 8:8 `designer` 第一次写在这里 | first defined here
OP220 team.toml 4:2 `store` `store` 在两个文件里各写了一次 | `store` is defined in two files
    and 5:2 `store` 第一次写在这里 | first defined here

"#]]
        .raw()
    );
}

#[test]
fn culprits_in_two_files() {
    let world = Memory::new([
        (
            "plan.toml",
            "[plan]\ntitle = \"t\"\ninclude = [\"phases.toml\"]\n\n[tasks.a]\nphase = \"opening\"\nstart = 2026-07-01\ndue = 2026-07-02\n",
        ),
        (
            "phases.toml",
            "[phases.opening]\nstart = 2026-04-01\nend = 2026-05-31\n",
        ),
    ]);
    assert_data_eq!(found_in(&world), str![[r#"
OP150 7:9 `2026-07-01` 任务「a」的开始日 2026-07-01 晚于所属阶段「opening」的结束日 2026-05-31 | the start of a, 2026-07-01, is after its phase opening ends on 2026-05-31
    and phases.toml 3:7 `2026-05-31` 阶段「opening」到这一天结束 | the phase opening ends here
    help 调整日期，或换一个阶段 | move it, or assign it to another phase
unknown OP015 phases.opening plan.end
unknown OP015 phases.opening plan.start

"#]].raw());
}

#[test]
fn mistakes_in_included_files_stand_in_those_files() {
    let world = Memory::new([
        (
            "plan.toml",
            "[plan]\ntitle = \"t\"\ninclude = [\"a.toml\", \"b.toml\"]\n\n[tasks.x]\nafter = [\"broken\", \"gone\"]\n",
        ),
        ("a.toml", "[tasks.broken]\nstart = \"soon\"\n"),
        ("b.toml", "[tasks.other\nafter = [\"gone\"\n"),
    ]);
    assert_data_eq!(found_in(&world), str![[r#"
OP002 6:20 `"gone"` 「任务」一节里没有编号 `gone` | there is no `gone` in `tasks`
    help 现有 `broken`、`other`；也可以先写 `[tasks.gone]` | available: `broken`, `other`; or add `[tasks.gone]`
OP007 a.toml 2:9 `"soon"` `"soon"` 是文字，应为日期，例如 2026-09-08（不加引号） | `"soon"` is text; a date is written without quotes, such as 2026-09-08
OP000 b.toml 1:1 `[tasks.other` 表头没有结束，缺少 `]` | the table header is never closed: `]` is missing
    help 写成 `[tasks.other]` | write `[tasks.other]`
    fix "" to "]"
OP000 b.toml 2:9 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    and b.toml 2:16 `` 最晚应在这里结束 | it should end here at the latest
    help 补上 `]` | add the `]`
    fix "" to "]"
OP002 b.toml 2:10 `"gone"` 「任务」一节里没有编号 `gone` | there is no `gone` in `tasks`
    help 现有 `x`、`broken`；也可以先写 `[tasks.gone]` | available: `x`, `broken`; or add `[tasks.gone]`

"#]].raw());
}

#[test]
fn what_an_unread_file_may_define_is_not_missing() {
    let plan = "[plan]\ntitle = \"t\"\ninclude = [\"gone.toml\"]\n\n[tasks.x]\nphase = \"opening\"\nowners = [\"designer\"]\n";
    assert_data_eq!(
        found(plan),
        str![[r#"
OP220 3:12 `"gone.toml"` 找不到文件 `gone.toml` | there is no file `gone.toml`

"#]]
        .raw()
    );
}

// Helps that do not lead to the next mistake.

#[test]
fn bare_values_that_quotes_would_make_worse() {
    let plan = r#"[plan]
title = "主图拍摄CLOSE
start = 5月10日
end = 2026-06-30 // 年中

[tasks.photos]
title = "拍摄" // 主图
milestone = 是

[targets.2026-05]
visitors = 200 // 每天
conversion = 2.5%
"#
    .replace("CLOSE", "\u{201D}");
    assert_data_eq!(
        found(&plan),
        str![[r##"
OP000 2:14 `”` 全角引号 `”` 不能结束文字，应为 `"` | the full-width `”` does not close a text: it should be `"`
    help 把 `”` 改成 `"` | write `"` in place of `”`
    fix "”" to "\""
OP000 3:9 `5月10日` `5月10日` 不是日期的写法 | `5月10日` is not how a date is written
    help 日期要有年份，不加引号，例如 `2026-05-10` | a date has a year and no quotes, such as `2026-05-10`
OP000 4:18 `// 年中` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    help 把 `//` 改成 `#` | write `#` in place of `//`
    fix "//" to "#"
OP000 7:14 `// 主图` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    help 把 `//` 改成 `#` | write `#` in place of `//`
    fix "//" to "#"
OP001 8:1 `milestone` 这里没有名为 `milestone` 的字段 | there is no key `milestone` here
    help 这里可用的字段：`title` `phase` `owners` `lead` `reviewer` `priority` `start` `due` `around` `duration` `effort` `after` `repeat` `checklist` `deliverable` `campaign` `for` `status` `source` `note` `allow` | keys known here: `title` `phase` `owners` `lead` `reviewer` `priority` `start` `due` `around` `duration` `effort` `after` `repeat` `checklist` `deliverable` `campaign` `for` `status` `source` `note` `allow`
OP000 8:13 `是` `是` 应写成 `true` | `是` is written `true`
    help `true` 是“是”，`false` 是“否”，不加引号 | `true` is yes and `false` is no, without quotes
    fix "是" to "true"
OP000 11:16 `// 每天` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    help 把 `//` 改成 `#` | write `#` in place of `//`
    fix "//" to "#"
OP000 12:14 `2.5%` `2.5%` 没有加引号 | `2.5%` has no quotes
    help 加上引号：`"2.5%"` | put it in quotes: `"2.5%"`
    fix "2.5%" to "\"2.5%\""

"##]]
        .raw()
    );
}

#[test]
fn titles_in_place_of_ids() {
    let plan = r#"[plan]
title = "t"
start = 2026-04-01
end = 2026-06-30

[roles]
designer = { title = "美工", headcount = 1 }

[products.bracelet]
title = "手链"

[tasks.photos]
title = "拍摄"
owners = ["美工"]
after = ["开业"]

[targets.2026-5]
products."手链" = { visitors = 1 }
"#;
    assert_data_eq!(
        found(plan),
        str![[r#"
OP041 14:11 `"美工"` 「人员」和「岗位」里都没有 `美工` | the owner `美工` is neither a person nor a post
    help 是不是要写 `designer`？ | did you mean `designer`?
    fix "\"美工\"" to "\"designer\""
OP002 15:10 `"开业"` 「任务」一节里没有编号 `开业` | there is no `开业` in `tasks`
    help 先写 `[tasks."开业"]`，或改正这里的编号 | add `[tasks."开业"]`, or correct the id here
OP002 17:10 `2026-5` 「阶段」和「节点」里都没有编号 `2026-5` | there is no `2026-5` in `phases` or `events`
    help 是不是要写 `2026-05`？ | did you mean `2026-05`?
    fix "2026-5" to "2026-05"
OP002 18:10 `"手链"` 「商品」一节里没有编号 `手链` | there is no `手链` in `products`
    help 是不是要写 `bracelet`？ | did you mean `bracelet`?
    fix "\"手链\"" to "bracelet"

"#]]
        .raw()
    );
}

#[test]
fn a_file_of_mistakes_only_is_told_to_its_end() {
    let headers: String = (0..400).map(|at| format!("[tasks.a b{at}]\n")).collect();
    let text = format!("[plan]\ntitle = \"t\"\n{headers}");
    let report = Memory::new([("plan.toml", text.as_str())])
        .compile(|_| ())
        .report;
    let last = report.findings.last().unwrap();
    assert_eq!(
        last.message.en,
        "there is a space in the table header `[tasks.a b399]`"
    );
    assert!(report.findings.len() >= 400, "{}", report.findings.len());
}

#[test]
fn a_header_with_a_space_is_read_as_it_is_meant() {
    let text = "[plan]\ntitle = \"t\"\n[tasks.Home Page]\ntitel = \"x\"\n";
    let report = Memory::new([("plan.toml", text)]).compile(|_| ()).report;
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|finding| finding.message.en.clone())
        .collect();
    assert_eq!(
        found,
        [
            "there is a space in the table header `[tasks.Home Page]`",
            "there is no key `titel` here"
        ]
    );
}

#[test]
fn a_rule_that_could_not_be_read_leaves_the_others_judged() {
    let plan = r#"
[plan]
title = "t"
start = 2026-05-01
end = 2026-05-31

[store]
platform = "taobao"

[products.bracelet]
title = "手链"
sales = "many"

[programs.deal]
title = "天天特价"
value = "much"
quantity = { at_least = 50 }
item = { sales = { at_least = 10 } }

[campaigns.may]
title = "五月场"
program = "deal"
product = "bracelet"
quantity = 20
start = 2026-05-10
end = 2026-05-12
"#;
    assert_data_eq!(found(plan), str![[r#"
OP007 12:9 `"many"` `many` 的写法不对，应为不带单位的整数，例如 `300` | `many` is not a whole number without a unit, such as `300`
OP007 16:9 `"much"` 界限 `"much"` 没有说是不低于还是不超过 | the bound `"much"` does not say whether it is a minimum or a maximum
OP125 24:12 `20` 「五月场」报名 20 件，「天天特价」要求不低于 50 件 | 五月场 signs up 20 pieces; 天天特价 requires at least 50
    and 17:12 `{ at_least = 50 }` 「天天特价」的规则 | the rules of 天天特价
    help 把数量加到不低于 50 件，货不够就换一个活动 | raise the quantity to at least 50, or choose another programme

"#]].raw());
}

#[test]
fn without_its_dates_or_versions_no_limit_of_a_programme_is_judged() {
    let rules = |field: &str| {
        let plan = format!(
            "[plan]\ntitle = \"t\"\n[programs.deal]\ntitle = \"d\"\n{field}\n\
             quantity = {{ at_least = 50 }}\n[campaigns.may]\ntitle = \"m\"\nprogram = \"deal\"\n\
             quantity = 20\nstart = 2026-05-10\nend = 2026-05-12\n"
        );
        let compiled = Memory::new([("plan.toml", plan.as_str())]).compile(|made| {
            let application = &made.analysis.eligibility[0];
            (application.answer(), application.without_rules)
        });
        let codes = compiled
            .report
            .findings
            .iter()
            .map(|finding| finding.rule.code);
        assert!(compiled.report.unknowns.is_empty());
        (compiled.made.unwrap(), codes.collect::<Vec<_>>())
    };
    let unknown = (Tri::Unknown, false);
    assert_eq!(rules("until = \"soon\""), (unknown, vec!["OP007"]));
    assert_eq!(rules("versions = 3").0, unknown);
    assert_eq!(rules("").0, (Tri::No, false));
}
