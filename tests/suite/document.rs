//! What documents say, in both languages: counts that agree with their tables, each task once,
//! money and days as the plan has them.

use std::collections::BTreeMap;

use opsplan::diagnostic::Language;
use opsplan::render::{Format, render};
use opsplan::view::View;
use opsplan::view::part::{Part, Row, Sheet, Tone};
use opsplan::view::value::Value;

use crate::world::{Memory, view};

/// Makes something of the view of a plan.
pub(crate) fn with_view<T>(text: &str, language: Language, make: impl FnOnce(&View<'_>) -> T) -> T {
    let compiled =
        Memory::new([("plan.toml", text)]).compile(|plan| make(&view(plan, language, false)));
    compiled.made.unwrap()
}

/// All documents of a plan by their names.
fn documents(text: &str, language: Language, draft: bool) -> BTreeMap<String, String> {
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| {
        let view = view(plan, language, draft);
        let rendered = Format::ALL.map(|format| render(&view, format).unwrap());
        rendered.into_iter().flatten().collect::<Vec<_>>()
    });
    let artifacts = compiled.made.unwrap().into_iter();
    artifacts
        .map(|one| (one.name, String::from_utf8(one.bytes).unwrap()))
        .collect()
}

const BOTH: [Language; 2] = [Language::Chinese, Language::English];

/// The tables of a chapter with what stands above each.
fn tables<'v, 'p>(view: &'v View<'p>, chapter: &str) -> Vec<(Vec<Value<'p>>, &'v Sheet<'p>)> {
    let chapter = view.chapters.iter().find(|one| one.id == chapter);
    let mut heading = Vec::new();
    let mut tables = Vec::new();
    for part in chapter.into_iter().flat_map(|chapter| &chapter.parts) {
        match part {
            Part::Heading(text, meta) => {
                heading = std::iter::once(text).chain(meta).cloned().collect()
            }
            Part::Sheet(sheet) => {
                let own = sheet
                    .heading
                    .iter()
                    .flat_map(|own| [std::slice::from_ref(&own.text), &own.meta]);
                let own: Vec<_> = own.flatten().cloned().collect();
                tables.push((if own.is_empty() { heading.clone() } else { own }, sheet));
            }
            _ => {}
        }
    }
    tables
}

const PHASES: &str = r#"
[plan]
title = "T"
start = 2026-04-01
end = 2026-06-30
[phases.late]
title = "后"
start = 2026-05-01
end = 2026-06-30
[phases.early]
title = "先"
start = 2026-04-01
end = 2026-04-30
goal = "开张"
[people]
a = { name = "甲" }
b = { name = "乙" }
[targets]
2026-04 = { revenue = 100_000 }
2026-05 = { revenue = 100_000 }
2026-06 = { revenue = { at_least = 50_000 } }
[tasks]
first = { phase = "early", owners = ["a", "b"], start = 2026-04-01, due = 2026-04-02, checklist = ["一", "二"] }
second = { phase = "late", owners = ["b"], start = 2026-05-06, due = 2026-05-07, after = ["first"] }
loose = { owners = ["a"], due = 2026-04-20 }
weekly = { owners = ["a"], start = 2026-04-01, repeat = { every = "1w" } }
"#;

#[test]
fn each_task_stands_once_under_its_phase() {
    with_view(PHASES, Language::Chinese, |view| {
        let tables = tables(view, "tasks");
        let names: Vec<_> = tables
            .iter()
            .map(|(heading, _)| heading[0].clone())
            .collect();
        assert_eq!(
            names,
            [
                Value::plain("后"),
                Value::plain("先"),
                Value::words("不属于任何阶段", "In no phase")
            ]
        );
        let rows = tables.iter().flat_map(|(_, sheet)| &sheet.rows);
        let titles: Vec<_> = rows.map(|row| row.cells[1].lines[0].clone()).collect();
        assert_eq!(titles, ["second", "first", "loose"].map(Value::plain));
        let first = &tables[1].1.rows[0];
        assert_eq!(first.below.ticks, ["一", "二"]);
        let owners = Value::List(vec![Value::plain("甲"), Value::plain("乙")]);
        assert_eq!(first.cells[2].lines, [owners]);
    });
}

#[test]
fn the_number_above_a_table_is_that_of_its_rows() {
    with_view(PHASES, Language::English, |view| {
        let tables = tables(view, "owners");
        assert_eq!(tables.len(), view.tasks.owners.len());
        for ((heading, sheet), group) in tables.iter().zip(&view.tasks.owners) {
            assert_eq!(heading[..], [group.name(), group.count()]);
            assert_eq!(sheet.rows.len(), group.tasks.len());
        }
        let counts: Vec<_> = view
            .tasks
            .owners
            .iter()
            .map(|group| group.tasks.len())
            .collect();
        assert_eq!(counts, [2, 2]);
        let chapter = view.chapters.iter().find(|chapter| chapter.id == "tasks");
        assert_eq!(chapter.unwrap().what.en, "3 tasks", "routines apart");
    });
}

#[test]
fn one_owner_needs_no_list_of_owners() {
    let plan = PHASES
        .replace("owners = [\"a\", \"b\"]", "owners = [\"b\"]")
        .replace("\"a\"", "\"b\"");
    with_view(&plan, Language::Chinese, |view| {
        assert!(view.chapters.iter().all(|chapter| chapter.id != "owners"));
    });
}

#[test]
fn money_of_a_phase_is_that_of_its_whole_months() {
    let revenue = |plan: &str| -> Vec<Option<Tone>> {
        with_view(plan, Language::Chinese, |view| {
            let parts = &view.overview.as_ref().unwrap().parts;
            let goals = parts.iter().find_map(|part| match part {
                Part::Sheet(sheet) if sheet.kind == "goals" => Some(sheet),
                _ => None,
            });
            let goals = goals.unwrap();
            let column = goals
                .columns
                .iter()
                .position(|column| column.key == "revenue");
            let said = |row: &Row<'_>| {
                let cell = &row.cells[column?];
                (!cell.lines.is_empty()).then_some(cell.tone)
            };
            goals.rows.iter().map(said).collect()
        })
    };
    let (own, summed) = (Some(Tone::Plain), Some(Tone::Derived));
    assert_eq!(revenue(PHASES), [summed, summed]);
    let mid_month = PHASES.replace("end = 2026-04-30", "end = 2026-04-29");
    assert_eq!(revenue(&mid_month), [summed, None], "nothing is divided up");
    let stated = mid_month.replace("[targets]", "[targets]\nearly = { revenue = 7 }");
    assert_eq!(revenue(&stated), [summed, own]);
    let page = &documents(PHASES, Language::Chinese, false)["plan.md"];
    assert!(page.contains("≥ ¥150,000\\*"), "{page}");
    assert!(page.contains("“\\*”表示推算值，计划里没有写。"), "{page}");
    let signs = "[plan]\ntitle = \"t\"\n[targets.2026-04]\nrevenue = { at_least = 1 }\n";
    let page = &documents(signs, Language::English, false)["plan.html"];
    assert!(!page.contains("<p class=\"note\">.") && !page.contains("<p class=\"note\"></p>"));
}

#[test]
fn where_no_task_has_a_day_no_table_has_columns_for_days() {
    let plan = "[plan]\ntitle = \"T\"\ngoal = \"G\"\n[roles.a]\ntitle = \"A\"\n\
         [tasks.early]\nowners = [\"a\"]\n[tasks.late]\nowners = [\"a\"]\n";
    let seen = |plan: &str| {
        with_view(plan, Language::Chinese, |view| {
            let columns: Vec<_> = tables(view, "tasks")[0].1.columns.iter().collect();
            let columns: Vec<_> = columns.iter().map(|column| column.key).collect();
            let parts = view.overview.iter().flat_map(|chapter| &chapter.parts);
            let first = |part: &Part<'_>| match part {
                Part::Sheet(sheet) if sheet.kind == "first" => Some(sheet.rows.len()),
                _ => None,
            };
            (columns, parts.filter_map(first).collect::<Vec<_>>())
        })
    };
    assert_eq!(seen(plan), (vec!["done", "title", "owner"], vec![]));
    let dated = format!("{plan}due = 2026-05-20\n");
    let columns = vec!["done", "title", "owner", "start", "due", "duration"];
    assert_eq!(
        seen(&dated),
        (columns, vec![1]),
        "only what is due is due first"
    );
}

const TOLD: &str = r#"
[plan]
title = "示例计划"
start = 2026-01-01
end = 2026-12-31
[people."甲"]
work_days = ["sat"]
[phases.a]
title = "阶段"
start = 2026-01-01
end = 2026-03-31
source = "PHASE-SOURCE"
[phases.b]
title = "后一阶段"
after = ["a"]
[products]
p = { title = "商品" }
[targets.2026-04]
revenue = 100
products.p = { revenue = 60, note = "PART-NOTE", source = "PART-SOURCE" }
[programs.unused]
title = "UNUSED"
quantity = { at_least = 50 }
note = "UNUSED-NOTE"
source = "UNUSED-SOURCE"
[programs.used]
title = "USED"
quantity = { at_least = 50 }
[[programs.used.versions]]
from = 2026-06-01
quantity = { at_least = 60 }
note = "VERSION-NOTE"
source = "VERSION-SOURCE"
documents = ["VERSION-PAPER"]
[campaigns.c]
title = "活动"
program = "used"
start = 2026-05-01
end = 2026-05-02
status = "approved"
source = "CAMPAIGN-SOURCE"
[tasks.t]
title = "任务"
owners = ["甲"]
start = 2026-01-05
due = 2026-01-06
status = "doing"
source = "TASK-SOURCE"
[tasks.u]
title = "后一任务"
after = ["t"]
due = 2026-01-20
"#;

#[test]
fn what_is_written_for_readers_is_printed() {
    for language in BOTH {
        let documents = documents(TOLD, language, false);
        let (saturday, approved, doing) = match language {
            Language::Chinese => ("周六", "已通过", "进行中"),
            Language::English => ("Saturday", "approved", "in progress"),
        };
        let markers = [
            "PART-NOTE",
            "PART-SOURCE",
            "PHASE-SOURCE",
            "CAMPAIGN-SOURCE",
            "TASK-SOURCE",
            "UNUSED",
            "UNUSED-NOTE",
            "UNUSED-SOURCE",
            "VERSION-NOTE",
            "VERSION-SOURCE",
            "VERSION-PAPER",
            saturday,
            approved,
            doing,
        ];
        for name in ["plan.html", "plan.md"] {
            let page = &documents[name];
            let missing: Vec<_> = markers.iter().filter(|one| !page.contains(**one)).collect();
            assert!(missing.is_empty(), "{name} lacks {missing:?}");
        }
        let after = match language {
            Language::Chinese => ["前一阶段：阶段", "前置：任务"],
            Language::English => ["After: 阶段", "After: 任务"],
        };
        assert!(
            after
                .iter()
                .all(|words| documents["plan.md"].contains(words))
        );
        assert!(documents["tasks.md"].contains("TASK-SOURCE"));
        assert!(documents["tasks.csv"].contains("TASK-SOURCE"));
    }
}

#[test]
fn what_is_not_said_is_not_said() {
    let plan = r#"
[plan]
title = "618"
start = 2026-05-01
end = 2026-06-30
[store]
platform = "tmall"
[programs.women]
title = "焕新周"
platforms = ["tmall"]
quantity = { at_least = 10 }
[campaigns]
own = { title = "618 年中大促", quantity = 300, price = 62, start = 2026-05-31, end = 2026-06-18 }
met = { title = "预售", program = "women", quantity = 300, start = 2026-06-01 }
over = { title = "旧活动", program = "women", quantity = 300, start = 2026-06-01, status = "declined" }
"#;
    let documents = documents(plan, Language::Chinese, false);
    for name in ["plan.html", "plan.md"] {
        // Only the question may name it: whether it is the shop's own is not known.
        let page = documents[name].replace("是否店铺自办", "");
        assert!(!page.contains("自办") && !page.contains("达标"), "{name}");
        assert!(
            page.contains("未写活动规则") && page.contains("已写条件均满足"),
            "{name}"
        );
        assert!(
            page.contains("不再参加") && page.contains("未通过"),
            "{name}"
        );
    }
}

#[test]
fn a_plan_without_days_needs_no_holidays() {
    let plan =
        "[plan]\ntitle = \"示例计划\"\n[roles.a]\ntitle = \"客服\"\n[tasks.t]\nowners = [\"a\"]\n";
    for language in BOTH {
        for (name, page) in documents(plan, language, false) {
            assert!(!page.contains("1970"), "{name}");
        }
    }
}

#[test]
fn paths_and_codes_are_for_drafts() {
    let plan = r#"
[plan]
title = "T"
[store]
platform = "taobao"
level = "0"
[programs.deal]
store = { level = { at_least = "1钻" }, guarantees = ["consumer_protection"] }
[campaigns]
a = { title = "甲场", program = "deal" }
b = { title = "乙场", program = "deal" }
c = { title = "丙场", program = "deal" }
[people]
x = {}
[tasks.t]
title = "任务"
"#;
    for language in BOTH {
        let signed = documents(plan, language, false);
        for name in ["plan.html", "plan.md", "tasks.md"] {
            let page = &signed[name];
            assert!(!page.contains("OP0") && !page.contains("OP1"), "{name}");
            assert!(
                !page.contains("store.guarantees") && !page.contains("plan.toml"),
                "{name}"
            );
        }
        let draft = documents(plan, language, true);
        let standing = match language {
            Language::Chinese => "草稿：还有 1 个错误、1 条警告，清单见后页",
            Language::English => {
                "Draft: 1 error and 1 warning remain, listed on the pages that follow"
            }
        };
        let others = match language {
            Language::Chinese => "“乙场”“丙场”同样",
            Language::English => "the same applies to 乙场, 丙场",
        };
        for name in ["plan.html", "plan.md"] {
            let page = &draft[name];
            for words in [standing, others, "OP120", "store.guarantees"] {
                assert!(page.contains(words), "{name} lacks {words}");
            }
            assert_eq!(page.matches("OP120").count(), 1, "one cause, one entry");
            assert!(!page.contains('「') && !page.contains('」'), "{name}");
        }
        assert!(!draft["plan.html"].contains('`'));
    }
}

#[test]
fn a_clean_draft_says_so() {
    let plan = "[plan]\ntitle = \"T\"\n";
    assert!(documents(plan, Language::Chinese, true)["plan.html"].contains("草稿：检查无错误"));
    assert!(!documents(plan, Language::Chinese, false)["plan.html"].contains("草稿"));
}

#[test]
fn english_has_its_spaces_its_plurals_and_its_cents() {
    let plan = r#"
[plan]
title = "Launch"
start = 2026-06-01
end = 2026-08-31
language = "en"
currency = "USD"
utc_offset = -5
[store]
name = "Shop"
source = "demo"
[products]
hero = { title = "Hero", price = 29.99, cost = 9.00 }
[people]
a = { name = "A" }
b = { name = "B" }
[tasks.page]
title = "Page"
owners = ["a", "b"]
start = 2026-06-01
due = 2026-06-05
deliverable = "page"
[tasks.weekly]
title = "Weekly figures"
owners = ["a"]
start = 2026-06-01
repeat = { every = "1w" }
"#;
    let documents = documents(plan, Language::English, false);
    let page = &documents["plan.md"];
    for words in [
        "## 1 Shop and market",
        "USD 29.99",
        "USD 9.00",
        "A, B",
        "Deliverable: page",
        "1 routine",
        "1 Jun, 8 Jun, 15 Jun",
        "outside UTC+8",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let list = &documents["tasks.md"];
    for words in [
        "Together: A, B",
        "Deliverable: page",
        "First days: Mon 1 Jun, Mon 8 Jun",
        "1 task · 1 routine",
        "Mon 1 Jun – Fri 5 Jun",
    ] {
        assert!(list.contains(words), "{words}\n{list}");
    }
    for (name, page) in documents.iter().filter(|(name, _)| name.ends_with(".md")) {
        for wrong in ["1 routines", "1 tasks", "\\:", "Source:demo", "  ·"] {
            assert!(!page.contains(wrong), "{name}: {wrong}");
        }
    }
}

#[test]
fn a_weekly_routine_leaves_holidays_out() {
    let plan = |holidays: &str| {
        format!(
            "[plan]\ntitle = \"T\"\nstart = 2026-09-20\nend = 2026-10-31\n{holidays}[tasks.meeting]\nstart = 2026-09-20\nrepeat = {{ every = \"1w\", on = [\"fri\"] }}\n"
        )
    };
    // 25 September and 2 October are holidays.
    let page = |holidays| documents(&plan(holidays), Language::English, false)["plan.md"].clone();
    assert!(page("").contains("9 Oct, 16 Oct, 23 Oct"), "{}", page(""));
    assert!(!page("").contains("2 Oct, 9 Oct"), "{}", page(""));
    let through = page("holidays = \"work\"\n");
    assert!(through.contains("2 Oct, 9 Oct"), "{through}");
}

#[test]
fn tasks_stand_in_the_week_they_begin_and_again_until_they_are_due() {
    let plan = r#"
[plan]
title = "按周"
start = 2026-09-01
end = 2026-12-31
[roles.manager]
title = "店长"
[tasks.double-11]
title = "双 11 方案"
owners = ["manager"]
start = 2026-09-14
due = 2026-11-07
checklist = ["备货"]
[tasks.listing]
title = "商品上架"
owners = ["manager"]
start = 2026-09-18
due = 2026-09-18
[tasks.by-then]
title = "送检"
owners = ["manager"]
due = 2026-10-15
"#;
    let list = &documents(plan, Language::Chinese, false)["tasks.md"];
    let expected = r#"### 第 38 周（9/14—20）

**本周开始**

- [ ] **双 11 方案** · 9/14 周一—11/7 周六 · 36 个工作日
  - [ ] 备货
- [ ] **商品上架** · 9/18 周五 · 1 个工作日

### 第 39—41 周（9/21—10/11）

**进行中**

- 双 11 方案 · 11/7 周六 截止

### 第 42 周（10/12—18）

**进行中**

- 双 11 方案 · 11/7 周六 截止

**本周到期**

- [ ] **送检** · 最晚 10/15 周四

### 第 43—44 周（10/19—11/1）

**进行中**

- 双 11 方案 · 11/7 周六 截止

### 第 45 周（11/2—8）

**本周到期**

- 双 11 方案 · 11/7 周六 截止
"#;
    assert!(list.contains(expected), "{list}");
}

#[test]
fn nothing_hides_in_a_document() {
    let plan = "[plan]\ntitle = \"a\\u0000b\\u001B[2J\"\nstart = 2026-04-01\nend = 2026-06-30\n[people.lin]\nname = \"小林\"\n[tasks.photos]\ntitle = \"\\u0000=1+1\"\nowners = [\"lin\"]\nchecklist = [\"\", \"=1+1\"]\nnote = \"\u{ff1d}1+1\"\n";
    for language in BOTH {
        for (name, text) in documents(plan, language, true) {
            let hidden = text
                .chars()
                .find(|one| one.is_control() && !"\r\n\t".contains(*one));
            assert_eq!(hidden, None, "{name}");
        }
    }
    let table = &documents(plan, Language::Chinese, false)["tasks.csv"];
    assert!(
        table.contains("' =1+1") && table.contains("'\u{ff1d}1+1"),
        "{table}"
    );
}

#[test]
fn a_spreadsheet_says_which_days_are_worked_out() {
    let plan = "[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-06-30\n\
        [tasks.photos]\nstart = 2026-04-01\nduration = \"2 workdays\"\n\
        [tasks.page]\nafter = [\"photos\"]\nduration = \"2 workdays\"\n\
        [tasks.check]\naround = 2026-05-08\n\
        [tasks.stated]\nstart = 2026-05-11\ndue = 2026-05-12\n";
    let heads = [
        (
            Language::Chinese,
            "任务,开始,截止,推算的内容,大约的日期,",
            "开始；截止",
        ),
        (
            Language::English,
            "Task,Start,Due,Calculated,Approximate dates,",
            "Start; Due",
        ),
    ];
    for (language, head, both) in heads {
        let table = &documents(plan, language, false)["tasks.csv"];
        let due = both.rsplit(['；', ' ']).next().unwrap();
        assert!(table.contains(head), "{table}");
        let rows = [
            format!("photos,2026-04-01,2026-04-02,{due},,"),
            format!("page,2026-04-03,2026-04-07,{both},,"),
            format!("check,,2026-05-08,,{due},"),
            "stated,2026-05-11,2026-05-12,,,".to_owned(),
        ];
        for row in rows {
            assert!(table.contains(&row), "{row}\n{table}");
        }
    }
}

#[test]
fn a_schedule_is_drawn_from_text_in_markdown() {
    let plan = "[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-06-30\n\
                [phases.one]\ntitle = \"开业: 起步\"\nstart = 2026-04-01\nend = 2026-04-30\n\
                [events.sale]\ntitle = \"大促\"\nstart = 2026-06-18\n\
                [tasks.a]\ntitle = \"拍摄\"\nphase = \"one\"\nstart = 2026-04-01\ndue = 2026-04-03\n\
                [tasks.b]\ntitle = \"上架\"\nphase = \"one\"\nafter = [\"a\"]\nduration = \"2 workdays\"\ndue = 2026-04-07\n";
    let documents = documents(plan, Language::Chinese, false);
    let chart = documents["plan.md"].split("```").nth(1).unwrap();
    for line in [
        "mermaid\ngantt\n    dateFormat YYYY-MM-DD\n",
        "\n    section 开业： 起步\n    整个阶段 :2026-04-01, 2026-04-30\n",
        "\n    section 节点\n    大促 :milestone, 2026-06-18, 0d\n",
    ] {
        assert!(chart.contains(line), "{line}: {chart}");
    }
    assert!(!documents["plan.html"].contains("milestone"));
}

#[test]
fn a_table_takes_its_heading_from_page_to_page() {
    let documents = documents(PHASES, Language::Chinese, false);
    let html = &documents["plan.html"];
    let heading = "<thead><tr class=\"heading\"><th colspan=\"7\" scope=\"colgroup\"><div role=\"heading\" aria-level=\"3\">后";
    assert!(html.contains(heading), "{html}");
    assert!(!html.contains("<h3>后"), "once");
    assert!(
        documents["plan.md"].contains("\n### 后\n\n1 项"),
        "{}",
        documents["plan.md"]
    );
}

#[test]
fn a_long_chapter_stands_in_the_running_line() {
    let tasks = |count: usize| {
        let tasks = (0..count).map(|at| format!("[tasks.t{at}]\ndue = 2026-04-20\n"));
        let plan = "[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-06-30\n".to_owned();
        documents(
            &(plan + &tasks.collect::<String>()),
            Language::Chinese,
            true,
        )
        .remove("plan.html")
        .unwrap()
    };
    let running = "@page tasks { @top-right { content: \"二、任务清单 · 草稿\"; } }";
    assert!(tasks(31).contains(running));
    assert!(!tasks(30).contains("@page tasks"));
}

#[test]
fn the_task_due_first_leads_the_summary_whenever_it_starts() {
    let long =
        (0..8).map(|at| format!("long{at} = {{ start = 2026-03-02, due = 2026-12-1{at} }}\n"));
    let text = format!(
        "[plan]\ntitle = \"T\"\n[tasks]\n{}soon = {{ start = 2026-03-09, due = 2026-03-13 }}\n",
        long.collect::<String>()
    );
    with_view(&text, Language::Chinese, |view| {
        let chapter = view.overview.as_ref();
        let sheets = chapter.unwrap().parts.iter().flat_map(|part| match part {
            Part::Beside(columns) => columns.iter().flatten().collect(),
            part => vec![part],
        });
        let titles = sheets.filter_map(|part| match part {
            Part::Sheet(sheet) => Some(sheet.rows[0].cells[0].lines[0].clone()),
            _ => None,
        });
        assert_eq!(titles.into_iter().next(), Some(Value::plain("soon")));
    });
}

#[test]
fn what_depends_on_unpublished_holidays_is_marked() {
    let text = "[plan]\ntitle = \"T\"\nstart = 2035-03-01\nend = 2035-03-31\n\
        [tasks]\none = { start = 2035-03-01, due = 2035-03-20 }\n\
        two = { start = 2035-03-01, due = 2035-03-20, duration = \"3 workdays\" }\n";
    let markdown = &documents(text, Language::Chinese, false)["plan.md"];
    let is_marked = |word: &str| {
        let mut lines = markdown.lines().filter(|line| line.contains(word));
        lines.any(|line| line.contains("放假安排未定"))
    };
    assert!(is_marked("14 个工作日"), "{markdown}");
    assert!(is_marked("推算完成"), "{markdown}");
    assert!(is_marked("计划期"), "{markdown}");
    assert!(!markdown.contains("mermaid"), "there is nothing to draw");
}

#[test]
fn notes_of_posts_and_phases_are_called_notes() {
    let text = "[plan]\ntitle = \"T\"\n[phases.p]\nfocus = [\"上新\"]\nnote = \"甲\"\n\
        [roles.r]\nduties = [\"客服\"]\nnote = \"乙\"\n";
    let markdown = &documents(text, Language::Chinese, false)["plan.md"];
    assert!(
        markdown.contains("备注：甲") && markdown.contains("备注：乙"),
        "{markdown}"
    );
}

#[test]
fn a_summary_keeps_its_paragraphs() {
    let plan = "[plan]\ntitle = \"t\"\nsummary = \"\"\"\n第一段，\n换一行。\n\n第二段。\n\"\"\"\n";
    let pages = documents(plan, Language::Chinese, false);
    assert!(pages["plan.md"].contains("\n第一段，<br>\n换一行。\n\n第二段。\n"));
    assert!(pages["plan.html"].contains("第一段，\n换一行。\n\n第二段。"));
}

#[test]
fn questions_name_the_parts_of_targets() {
    let plan = r#"
[plan]
title = "t"
start = 2026-08-01
end = 2026-08-31
[stores]
tmall = { name = "天猫店" }
douyin = { name = "抖音店" }
[targets.2026-08]
revenue = 100
stores.tmall = { revenue = 60 }
stores.douyin = { visitors = 60 }
"#;
    let [zh, en] = BOTH.map(|language| documents(plan, language, false)["plan.md"].clone());
    assert!(zh.contains("目标“8 月 · 抖音店”的营业额"), "{zh}");
    assert!(en.contains("revenue of the target “Aug · 抖音店”"), "{en}");
    assert!(!zh.contains("2026-08"), "{zh}");
}

#[test]
fn shares_are_as_written_and_calculated_ones_as_short_as_they_are() {
    let plan = "[plan]\ntitle = \"t\"\n[programs.deal]\ndiscount = { at_most = \"7.9折\" }\n\
                [campaigns.may]\nprogram = \"deal\"\n[targets.2026-04]\nconversion = \"2.50%\"\nvisitors = 100\n";
    let page = &documents(plan, Language::Chinese, false)["plan.md"];
    assert!(page.contains("不高于原价的 79%"), "{page}");
    assert!(page.contains("| 2.50% |"), "{page}");
}

/// The next year's holidays are not published.
const NEXT_YEAR: &str = r#"
[plan]
title = "t"
start = 2026-12-01
end = 2027-02-28
[people]
a = { name = "甲" }
[tasks.early]
owners = ["a"]
start = 2026-12-21
due = 2026-12-25
[tasks.first]
owners = ["a"]
start = 2026-12-28
due = 2027-01-15
[tasks.second]
owners = ["a"]
after = ["early"]
duration = "2 workdays"
due = 2027-01-08
[tasks.long]
owners = ["a"]
start = 2027-01-04
due = 2027-02-26
"#;

#[test]
fn what_depends_on_unpublished_holidays_is_marked_everywhere() {
    let pages = documents(NEXT_YEAR, Language::Chinese, false);
    let page = &pages["plan.md"];
    // Four work days are left in 2026 after 25 December, three more until 8 January.
    let unsure = page.matches("天<br>放假安排未定").count();
    assert!(unsure >= 2, "{page}");
    let list = &pages["tasks.md"];
    assert!(list.contains("个工作日（放假安排未定）"), "{list}");
    let sheet = &pages["tasks.csv"];
    assert!(sheet.contains("工期（工作日）（放假安排未定）"), "{sheet}");
}
