//! What people write in place of values: refused, with what they mean. What is offered is
//! accepted in turn.

use crate::world::Memory;

/// The words a plan gets for one line of a table, and what is offered: the line as it reads
/// once the offer is taken, or the help.
fn offered(header: &str, line: &str) -> String {
    let text = format!("[plan]\ntitle = \"t\"\n\n[{header}]\n{line}\n");
    let compiled = Memory::new([("plan.toml", &*text)]).compile(|_| ());
    let at_line = compiled.report.findings.iter().filter(|finding| {
        let file = compiled.sources.file(finding.primary.span);
        file.position(finding.primary.span.start).line >= 4
    });
    let offers: Vec<String> = at_line
        .map(|finding| match (&finding.fix, &finding.help) {
            (Some(fix), _) => {
                let mut mended = text.clone();
                let (start, end) = (fix.span.start as usize, fix.span.end as usize);
                mended.replace_range(start..end, &fix.replacement);
                let again = Memory::new([("plan.toml", &*mended)]).compile(|_| ());
                assert!(
                    again.report.findings.len() < compiled.report.findings.len(),
                    "{line} → {mended}"
                );
                let first = mended.lines().skip(3).find(|line| !text.contains(*line));
                first.unwrap_or_default().to_owned()
            }
            (None, Some(help)) => help.zh.to_string(),
            (None, None) => "—".to_owned(),
        })
        .collect();
    offers.join(" / ")
}

#[test]
fn money_is_said_in_many_ways() {
    for (written, meant) in [
        ("8亿", ""),
        ("1.2 亿", ""),
        ("1千", ""),
        ("8亿元", "8亿"),
        ("八千万", "8000万"),
        ("1.5千万", "1500万"),
        ("2百万", "200万"),
        ("二十万元", "20万"),
        ("20W", "20万"),
        ("２０万", "20万"),
        ("1,200万", "1200万"),
    ] {
        let said = offered("targets.2026", &format!("revenue = \"{written}\""));
        let expected = match meant {
            "" => String::new(),
            meant => format!("revenue = \"{meant}\""),
        };
        assert_eq!(said, expected, "{written}");
    }
    for (written, meant) in [
        ("59.9元", "price = 59.9"),
        ("¥ 1,299", "price = 1299"),
        ("2k", "price = 2000"),
        ("三百元", "price = 300"),
        ("5折", "这里要写金额；按折扣计算的，请写出折后价"),
        ("50%", "这里要写金额；按折扣计算的，请写出折后价"),
        ("面议", "—"),
    ] {
        let said = offered("campaigns.a", &format!("price = \"{written}\""));
        assert_eq!(said, meant, "{written}");
    }
}

#[test]
fn ranges_are_said_in_one_text() {
    for (written, meant) in [
        ("200-500万", "{ at_least = \"200万\", at_most = \"500万\" }"),
        (
            "200万～500万",
            "{ at_least = \"200万\", at_most = \"500万\" }",
        ),
        (
            "8000万至1亿",
            "{ at_least = \"8000万\", at_most = \"1亿\" }",
        ),
        ("20万以上", "{ at_least = \"20万\" }"),
        ("20w+", "{ at_least = \"20万\" }"),
        ("不低于 20 万", "{ at_least = \"20 万\" }"),
        (">= 3000", "{ at_least = 3000 }"),
        ("超过3000元", "{ more_than = 3000 }"),
        ("不超过1亿", "{ at_most = \"1亿\" }"),
        ("约20万", "{ about = \"20万\" }"),
        ("3000元左右", "{ about = 3000 }"),
    ] {
        let said = offered("targets.2026", &format!("revenue = \"{written}\""));
        assert_eq!(said, format!("revenue = {meant}"), "{written}");
    }
    assert_eq!(offered("targets.2026", "revenue = \"500-200万\""), "—");
    let quantity = |written: &str| offered("programs.a", &format!("quantity = \"{written}\""));
    assert_eq!(
        quantity("50-300件"),
        "quantity = { at_least = 50, at_most = 300 }"
    );
    assert_eq!(quantity("满50件"), "quantity = { at_least = 50 }");
    let age = offered("programs.a", "store = { age = \"90天以上\" }");
    assert_eq!(age, "store = { age = { at_least = \"90d\" } }");
}

#[test]
fn shares_are_said_as_figures() {
    for (written, meant) in [
        ("0.025", "2.5%"),
        ("\"0.025\"", "2.5%"),
        ("\"2.5\"", "2.5%"),
        ("\"２.５％\"", "2.5%"),
        ("\"百分之2.5\"", "2.5%"),
        ("\"2.5个点\"", "2.5%"),
        ("\"25‰\"", "2.5%"),
        ("40", "40%"),
    ] {
        let said = offered("targets.2026-04", &format!("conversion = {written}"));
        assert_eq!(said, format!("conversion = \"{meant}\""), "{written}");
    }
    for unclear in ["1", "\"1\"", "2_000_000", "\"-2%\"", "\"高\""] {
        let said = offered("targets.2026-04", &format!("conversion = {unclear}"));
        assert_eq!(said, "—", "{unclear}");
    }
}

#[test]
fn lengths_of_time_are_said_in_words() {
    for (written, meant) in [
        ("每天", "1d"),
        ("每日", "1d"),
        ("隔天", "2d"),
        ("每周", "1w"),
        ("每星期", "1w"),
        ("每两周", "2w"),
        ("隔周", "2w"),
        ("每月", "1mo"),
        ("每个月", "1mo"),
        ("每季度", "3mo"),
        ("每半年", "6mo"),
        ("每年", "12mo"),
        ("每个工作日", "1 workdays"),
        ("每两个工作日", "2 workdays"),
        ("三天", "3d"),
        ("１４天", "14d"),
        ("weekly", "1w"),
        ("every 2 weeks", "2w"),
        ("5 min", "5min"),
    ] {
        let said = offered("tasks.a", &format!("repeat = {{ every = \"{written}\" }}"));
        assert_eq!(
            said,
            format!("repeat = {{ every = \"{meant}\" }}"),
            "{written}"
        );
    }
    for unclear in ["每月15号", "周", "半个月", "不定期"] {
        let said = offered("tasks.a", &format!("repeat = {{ every = \"{unclear}\" }}"));
        assert_eq!(said, "—", "{unclear}");
    }
}

#[test]
fn counts_scores_and_discounts_are_said_with_their_units() {
    for (written, meant) in [
        ("\"300件\"", "300"),
        ("\"3,000\"", "3000"),
        ("\"1.5万\"", "15000"),
        ("\"两千单\"", "2000"),
    ] {
        let said = offered("targets.2026-04", &format!("orders = {written}"));
        assert_eq!(said, format!("orders = {meant}"), "{written}");
    }
    let discount = |written: &str| {
        offered(
            "programs.a",
            &format!("discount = {{ at_most = {written} }}"),
        )
    };
    for written in [
        "79",
        "\"79折\"",
        "0.79",
        "\"七九折\"",
        "\"打7.9折\"",
        "\"79%\"",
    ] {
        assert_eq!(
            discount(written),
            "discount = { at_most = \"7.9折\" }",
            "{written}"
        );
    }
    assert_eq!(discount("\"对折\""), "discount = { at_most = \"5折\" }");
    let score = offered("store", "name = \"s\"\nscores = { service = \"4.8分\" }");
    assert_eq!(score, "scores = { service = 4.8 }");
}

#[test]
fn periods_and_ids_are_led_to_what_there_is() {
    for (written, meant) in [
        ("2026Q1", "[targets.2026-Q1]"),
        ("2026-q1", "[targets.2026-Q1]"),
        ("2026-4", "[targets.2026-04]"),
        ("\"2026年4月\"", "[targets.2026-04]"),
        (
            "2026-W15",
            "月份写成 `2026-05`，季度写成 `2026-Q2`，年份写成 `2026`",
        ),
        (
            "2026-Q5",
            "月份写成 `2026-05`，季度写成 `2026-Q2`，年份写成 `2026`",
        ),
        (
            "9026-04",
            "月份写成 `2026-05`，季度写成 `2026-Q2`，年份写成 `2026`",
        ),
    ] {
        let said = offered(&format!("targets.{written}"), "revenue = 100");
        assert_eq!(said, meant, "{written}");
    }
    let parts = offered("targets.2026.04", "revenue = 100");
    assert_eq!(parts, "年份和月份写在一起：`[targets.2026-04]`");
    let refers = |phase: &str| {
        offered(
            "phases.soft-opening",
            &format!("title = \"试营业阶段\"\n\n[phases.second]\n\n[tasks.a]\nphase = \"{phase}\""),
        )
    };
    assert_eq!(refers("Soft Opening"), "phase = \"soft-opening\"");
    assert_eq!(refers("试营业阶段"), "phase = \"soft-opening\"");
    assert_eq!(refers("试营业"), "phase = \"soft-opening\"");
    assert_eq!(refers("Wholly Else"), "现有 `soft-opening`、`second`");
    assert_eq!(
        refers("else"),
        "现有 `soft-opening`、`second`；也可以先写 `[phases.else]`"
    );
}

#[test]
fn days_of_other_centuries_are_slips() {
    for (written, meant) in [
        ("9026-04-01", "start = 2026-04-01"),
        ("2126-04-01", "start = 2026-04-01"),
        ("0226-04-01", "—"),
        ("\"２０２６年４月１日\"", "start = 2026-04-01"),
        ("\"9026-04-01\"", "—"),
    ] {
        assert_eq!(
            offered("phases.a", &format!("start = {written}")),
            meant,
            "{written}"
        );
    }
}

#[test]
fn control_characters_in_values_cut_no_message() {
    for (header, line, zh) in [
        (
            "products.a",
            r#"price = "a\u0001b\u0002c\u0000""#,
            r"`a\u{1}b\u{2}c\u{0}` 的写法不对，应为金额，例如 `59.9`、",
        ),
        (
            "programs.a",
            r#"quantity = { "\u0001\u0002" = 1 }"#,
            r"范围里没有 `\u{1}\u{2}`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于）",
        ),
        (
            "programs.a",
            r#"platforms = ["\u0001x\u0001"]"#,
            r"平台没有 `\u{1}x\u{1}` 这个取值，可用",
        ),
        (
            "tasks.a",
            r#"owners = ["x\u0002"]"#,
            r"「人员」和「岗位」里都没有 `x\u{2}`",
        ),
    ] {
        let text = format!("[plan]\ntitle = \"t\"\n\n[{header}]\n{line}\n");
        let compiled = Memory::new([("plan.toml", &*text)]).compile(|_| ());
        let messages: Vec<_> = compiled
            .report
            .findings
            .iter()
            .map(|one| &*one.message.zh)
            .collect();
        assert!(
            matches!(messages[..], [message] if message.starts_with(zh)),
            "{messages:?}"
        );
    }
}

#[test]
fn keys_that_people_write_first_get_the_right_one() {
    for (header, line, meant) in [
        ("tasks.a", "end = 2026-04-01", "due = 2026-04-01"),
        ("tasks.a", "deadline = 2026-04-01", "due = 2026-04-01"),
        ("phases.a", "deadline = 2026-04-01", "end = 2026-04-01"),
        ("tasks.a", "begin = 2026-04-01", "start = 2026-04-01"),
        ("tasks.a", "name = \"拍照\"", "title = \"拍照\""),
        ("store", "title = \"店\"", "name = \"店\""),
        ("targets.2026-04", "gmv = 100", "revenue = 100"),
        ("targets.2026-04", "GMV = 100", "revenue = 100"),
        ("targets.2026-04", "uv = 100", "visitors = 100"),
        ("products.a", "inventory = 8", "stock = 8"),
        (
            "programs.a",
            "quantity = { min = 50 }",
            "quantity = { at_least = 50 }",
        ),
        (
            "programs.a",
            "quantity = { max = 50 }",
            "quantity = { at_most = 50 }",
        ),
        ("tasks.a", "\"截止日期\" = 2026-04-01", "due = 2026-04-01"),
    ] {
        assert_eq!(offered(header, line), meant, "{line}");
    }
    let tasks = |lines: &str| {
        let people =
            "[people.\"小王\"]\nname = \"小王\"\n\n[tasks.b]\ntitle = \"b\"\nowners = [\"小王\"]";
        offered(
            "people.\"小林\"",
            &format!("name = \"小林\"\n\n{people}\n\n[tasks.a]\n{lines}"),
        )
    };
    assert_eq!(tasks("owner = \"小林\""), "owners = [\"小林\"]");
    assert_eq!(tasks("owner = [\"小林\"]"), "owners = [\"小林\"]");
    assert_eq!(
        tasks("owners = \"小林、小王\""),
        "owners = [\"小林\", \"小王\"]"
    );
    assert_eq!(
        tasks("owners = [\"小林\"]\ndepends_on = \"b\""),
        "after = [\"b\"]"
    );
    assert_eq!(
        tasks("owners = [\"小林\"]\nowner = \"小王\""),
        "应写 `owners`，但这里已经有 `owners` 了，两个只留一个"
    );
    assert_eq!(offered("shop", "name = \"s\""), "[store]");
    assert_eq!(offered("staff.a", "name = \"s\""), "[people.a]");
}

/// The findings of a plan: code, what is underlined, and the message.
fn found(text: &str) -> Vec<String> {
    let compiled = Memory::new([("plan.toml", text)]).compile(|_| ());
    let findings = compiled.report.findings.iter();
    findings
        .map(|finding| {
            let underlined = compiled.sources.slice(finding.primary.span);
            format!("{} {underlined} {}", finding.rule.code, finding.message.zh)
        })
        .collect()
}

#[test]
fn titles_names_and_reasons_say_something() {
    for blank in ["", " ", "\\u3000", "\\u200B", "\\t\\n", "\\uFEFF\\u00A0"] {
        let plan = format!(
            "[plan]\ntitle = \"{blank}\"\n[store]\nname = \"{blank}\"\nplatform = \"taobao\"\n\
             [tasks.a]\ntitle = \"{blank}\"\nchecklist = [\"检查\", \"{blank}\"]\n\
             allow = [{{ check = \"OP040\", reason = \"{blank}\" }}]\n"
        );
        let found = found(&plan);
        let messages: Vec<_> = found
            .iter()
            .filter_map(|one| one.rsplit_once("\" "))
            .collect();
        let messages: Vec<_> = messages.iter().map(|(_, message)| *message).collect();
        assert_eq!(
            messages,
            [
                "`title` 是空的",
                "`name` 是空的",
                "`title` 是空的",
                "列表里这一条是空的",
                "`reason` 是空的"
            ],
            "{blank}"
        );
    }
    let days = "[plan]\ntitle = \"t\"\nwork_days = []\n[people.a]\nname = \"a\"\nwork_days = []\n";
    assert_eq!(found(days), ["OP007 [] `work_days` 是空的，一天也没有"; 2]);
    assert!(found("[plan]\ntitle = \"·\"\n[roles.a]\ntitle = \"a\"\nduties = []\n").is_empty());
}

#[test]
fn what_stands_twice_in_a_list_is_a_mistake_and_said_once() {
    let plan = "[plan]\ntitle = \"t\"\nwork_days = [\"mon\", \"tue\", \"mon\", \"mon\"]\n\
                [people.\"小林\"]\nname = \"小林\"\n\
                [tasks.a]\ntitle = \"a\"\nowners = [\"小林\", \"小林\"]\n\
                after = [\"nowhere\", \"nowhere\"]\n\
                [programs.p]\nplatforms = [\"taobao\", \"taobao\"]\n";
    assert_eq!(
        found(plan),
        [
            "OP007 \"mon\" `mon` 在这个列表里写了两次",
            "OP007 \"mon\" `mon` 在这个列表里写了两次",
            "OP007 \"小林\" `小林` 在这个列表里写了两次",
            "OP002 \"nowhere\" 「任务」一节里没有编号 `nowhere`",
            "OP007 \"nowhere\" `nowhere` 在这个列表里写了两次",
            "OP007 \"taobao\" `taobao` 在这个列表里写了两次",
        ]
    );
}

#[test]
fn the_language_has_a_version() {
    let version = |written: &str| {
        found(&format!(
            "[plan]\ntitle = \"t\"\nlanguage_version = {written}\n"
        ))
    };
    assert!(version("1").is_empty());
    assert_eq!(
        version("2"),
        ["OP007 2 这份计划用的是第 2 版计划语言，本程序只认识第 1 版"]
    );
    for wrong in ["\"1\"", "\"v1\"", "0", "1.0"] {
        let message = &version(wrong)[0];
        assert!(message.ends_with("计划语言的版本，目前是 `1`"), "{message}");
    }
}

#[test]
fn all_mistakes_of_an_item_are_told_and_the_rest_is_announced() {
    let wrong: String = (0..150).map(|at| format!("wrong-{at} = 1\n")).collect();
    let found = found(&format!(
        "[plan]\ntitle = \"t\"\n[tasks.a]\ntitle = \"a\"\n{wrong}"
    ));
    assert_eq!(found.len(), 101);
    assert!(
        found
            .iter()
            .any(|one| one.ends_with("这一项的错误超过 100 处，其余的改正后再查")),
        "{found:#?}"
    );
}
