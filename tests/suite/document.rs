//! What documents say, in both languages: counts that agree with their tables, each task once,
//! money and days as the plan has them.

use opsplan::diagnostic::Language;
use opsplan::view::View;
use opsplan::view::part::{Part, Row, Sheet};
use opsplan::view::value::Value;

use crate::world::{Memory, view};

/// Makes something of the view of a plan.
fn with_view<T>(text: &str, language: Language, make: impl FnOnce(&View<'_>) -> T) -> T {
    let compiled =
        Memory::new([("plan.toml", text)]).compile(|plan| make(&view(plan, language, false)));
    compiled.made.unwrap()
}

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
            Part::Sheet(sheet) => tables.push((heading.clone(), sheet)),
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
    let revenue = |plan: &str| -> Vec<bool> {
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
            let said = |row: &Row<'_>| column.is_some_and(|at| !row.cells[at].lines.is_empty());
            goals.rows.iter().map(said).collect()
        })
    };
    assert_eq!(revenue(PHASES), [true, true]);
    let mid_month = PHASES.replace("end = 2026-04-30", "end = 2026-04-29");
    assert_eq!(revenue(&mid_month), [true, false], "nothing is divided up");
    let own = mid_month.replace("[targets]", "[targets]\nearly = { revenue = 7 }");
    assert_eq!(revenue(&own), [true, true]);
}

/// What a campaign's chapter says of one plan, as one text.
fn campaigns_of(text: &str) -> String {
    with_view(text, Language::Chinese, |view| {
        let chapter = view.chapters.iter().find(|one| one.id == "campaigns");
        format!("{:?}", chapter.unwrap().parts)
    })
}

#[test]
fn the_version_that_holds_brings_its_own_source_papers_and_note() {
    let said = campaigns_of(
        "[plan]\ntitle = \"t\"\n[programs.deal]\nlead_time = \"3d\"\ndocuments = [\"营业执照\"]\n\
         source = \"一月公告\"\nnote = \"一月的说明\"\n[[programs.deal.versions]]\nfrom = 2026-05-01\n\
         lead_time = \"5d\"\ndocuments = [\"质检报告\"]\nsource = \"五月公告\"\nnote = \"五月的说明\"\n\
         [campaigns.may]\nprogram = \"deal\"\nsignup_on = 2026-05-02\nstart = 2026-05-20\n",
    );
    for own in ["质检报告", "五月公告", "五月的说明"] {
        assert!(said.contains(own), "{own} is missing in {said}");
    }
    for other in ["营业执照", "一月公告", "一月的说明"] {
        assert!(!said.contains(other), "{other} is of another version");
    }
}

#[test]
fn a_campaign_is_eligible_only_by_rules_that_are_complete_and_freshly_read() {
    let outcome = |rules: &str| {
        let said = campaigns_of(&format!(
            "[plan]\ntitle = \"t\"\n[programs.deal]\nquantity = {{ at_least = 50 }}\n{rules}\n\
             [campaigns.may]\nprogram = \"deal\"\nquantity = 60\nsignup_on = 2026-05-02\n"
        ));
        let words = ["Outcome(Met)", "Outcome(AsStated)"];
        words.into_iter().find(|word| said.contains(word))
    };
    assert_eq!(outcome(""), Some("Outcome(AsStated)"));
    assert_eq!(outcome("complete = true"), Some("Outcome(AsStated)"));
    assert_eq!(
        outcome("checked_on = 2026-04-30"),
        Some("Outcome(AsStated)")
    );
    let fresh = "complete = true\nchecked_on = 2026-04-30";
    assert_eq!(outcome(fresh), Some("Outcome(Met)"));
    let stale = "complete = true\nchecked_on = 2025-04-30";
    assert_eq!(outcome(stale), Some("Outcome(AsStated)"));
}

#[test]
fn a_campaign_is_the_shops_own_only_where_the_plan_says_so() {
    let said = |organiser: &str| {
        campaigns_of(&format!(
            "[plan]\ntitle = \"t\"\n[campaigns.sale]\nstart = 2026-06-01\n{organiser}\n"
        ))
    };
    assert!(said("organiser = \"store\"").contains("Outcome(Own)"));
    assert!(said("").contains("未写活动规则"));
    assert!(said("organiser = \"platform\"").contains("未写活动规则"));
    assert!(!said("status = \"declined\"").contains("Outcome(Own)"));
}

#[test]
fn a_shop_without_a_name_has_no_key_for_a_heading() {
    let parts = |stores: &str| {
        let text = format!("[plan]\ntitle = \"t\"\n{stores}");
        with_view(&text, Language::Chinese, |view| {
            let chapter = view.chapters.iter().find(|one| one.id == "store");
            format!("{:?}", chapter.unwrap().parts)
        })
    };
    assert!(!parts("[store]\nplatform = \"tmall\"\n").contains("\"store\""));
    let two = "[store]\nplatform = \"tmall\"\n[stores.jd]\nname = \"京东店\"\nplatform = \"jd\"\n";
    assert!(!parts(two).contains("\"store\""));
}
