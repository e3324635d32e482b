//! Views of small plans.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::*;
use crate::source::{ReadError, Shelf, World};
use crate::{analysis, resolve, schema, tree};

struct Nothing;

impl World for Nothing {
    fn read(&self, _: &Path) -> Result<String, ReadError> {
        Err(ReadError::Missing)
    }

    fn list(&self, _: &Path) -> Result<Vec<PathBuf>, ReadError> {
        Err(ReadError::Missing)
    }

    fn root(&self, plan: &Path) -> PathBuf {
        plan.to_owned()
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn today(&self, _: i32) -> NaiveDate {
        NaiveDate::default()
    }
}

/// The view of a plan without findings.
pub(crate) fn view_of(text: &str, language: Language) -> View {
    let shelf = Shelf::new("plan.toml", text.to_owned());
    let mut findings = Vec::new();
    let tree = tree::load(&Nothing, &shelf, &schema::key_for_label, &mut findings);
    let (plan, incomplete) = schema::read(&tree, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    let resolved = resolve::resolve(&plan, &incomplete);
    let analysis = analysis::analyse(&resolved);
    let options = Options {
        language,
        draft: false,
        id: "small".to_owned(),
    };
    build(
        &resolved,
        &analysis,
        &Report::default(),
        &Sources::default(),
        &options,
    )
}

const TEAM: &str = r#"
[plan]
title = "T"
start = 2026-04-01
end = 2026-06-30

[people."小林"]
name = "林"

[roles.designer]
title = "美工"

[tasks.shared]
owners = ["小林", "designer"]
start = 2026-04-01
due = 2026-04-08

[tasks.by-then]
owners = ["designer"]
due = 2026-05-20

[tasks.some-day]

[tasks.weekly]
owners = ["小林"]
start = 2026-04-06
repeat = { every = "1w", on = ["mon"] }
"#;

fn ids(view: &View) -> Vec<&str> {
    view.tasks
        .iter()
        .flat_map(|tasks| &tasks.rows)
        .map(|row| row.id.as_str())
        .collect()
}

fn filtered(owner: Option<&str>, from: Option<(u32, u32)>, to: Option<(u32, u32)>) -> View {
    let day = |(month, day)| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let mut view = view_of(TEAM, Language::Chinese);
    view.filter_tasks(owner, from.map(day), to.map(day));
    view
}

#[test]
fn sections_that_a_plan_lacks_are_no_chapters() {
    let view = view_of("[plan]\ntitle = \"T\"\n", Language::English);
    let chapters: Vec<_> = view.chapters.iter().map(|chapter| chapter.id).collect();
    assert_eq!(chapters, ["notes"]);
    assert!(view.figures.is_empty() && view.phases.is_none() && view.tasks.is_none());
}

#[test]
fn a_task_of_two_owners_stands_under_both() {
    let view = view_of(TEAM, Language::Chinese);
    let tasks = view.tasks.as_ref().unwrap();
    let groups: Vec<_> = tasks
        .owners
        .iter()
        .map(|owner| (owner.name.as_str(), owner.tasks.len()))
        .collect();
    assert_eq!(groups, [("林", 1), ("美工", 2), ("尚无负责人", 1)]);
    assert_eq!(tasks.routines, [3]);
}

#[test]
fn tasks_are_filtered_by_id_or_name() {
    assert_eq!(
        ids(&filtered(Some("小林"), None, None)),
        ["shared", "weekly"]
    );
    assert_eq!(
        ids(&filtered(Some("美工"), None, None)),
        ["shared", "by-then"]
    );
    assert!(filtered(Some("nobody"), None, None).tasks.is_none());
}

#[test]
fn tasks_are_filtered_by_the_days_they_may_fall_on() {
    assert_eq!(
        ids(&filtered(None, Some((4, 9)), None)),
        ["by-then", "weekly"]
    );
    assert_eq!(
        ids(&filtered(None, None, Some((4, 5)))),
        ["shared", "by-then"]
    );
    let view = filtered(None, Some((4, 13)), Some((4, 20)));
    let tasks = view.tasks.as_ref().unwrap();
    let routine = tasks
        .rows
        .iter()
        .find_map(|row| row.repeat.as_ref())
        .unwrap();
    assert_eq!(routine.times, 2, "Mondays 13 and 20 April");
}

#[test]
fn a_total_says_whether_it_is_a_least() {
    let plan = |months: &str| {
        format!("[plan]\ntitle = \"T\"\nstart = 2026-04-01\nend = 2026-05-31\n[targets]\n{months}")
    };
    let total = |months: &str| {
        let view = view_of(&plan(months), Language::Chinese);
        view.figures
            .iter()
            .find(|figure| figure.key == "revenue")
            .map(|figure| figure.value.clone())
    };
    let both = "2026-04 = { revenue = 100_000 }\n2026-05 = { revenue = 0.5 }\n";
    assert_eq!(total(both).as_deref(), Some("¥100,000.50"));
    let least = "2026-04 = { revenue = 100_000 }\n2026-05 = { revenue = { at_least = 1 } }\n";
    assert_eq!(total(least).as_deref(), Some("≥ ¥100,001"));
    assert_eq!(
        total("2026-04 = { revenue = 100_000 }\n"),
        None,
        "May says nothing"
    );
    assert_eq!(total("2026-Q2 = { revenue = 7 }\n").as_deref(), Some("¥7"));
}

#[test]
fn missing_fields_have_plain_words() {
    let plan = r#"
[plan]
title = "T"
[store]
platform = "taobao"
[products.ring]
title = "戒指"
[programs.deal]
store = { level = { at_least = "1钻" } }
item = { sales = { at_least = 10 } }
[campaigns.spring]
program = "deal"
product = "ring"
"#;
    let why = |language| -> Vec<String> {
        let view = view_of(plan, language);
        let tables = &view.campaigns.as_ref().unwrap().eligibility;
        tables[0]
            .rows
            .iter()
            .filter_map(|row| row.why.clone())
            .collect()
    };
    assert_eq!(
        why(Language::Chinese),
        ["缺少店铺的等级", "缺少商品“戒指”的销量"]
    );
    assert_eq!(
        why(Language::English),
        ["missing: store: level", "missing: product “戒指”: sales"]
    );
}

#[test]
fn hundreds_of_tasks_leave_the_picture_to_the_critical_ones() {
    let mut plan = "[plan]\ntitle = \"T\"\nstart = 2026-04-01\nend = 2026-06-30\n".to_owned();
    for number in 0..400 {
        plan += &format!("[tasks.t{number}]\nstart = 2026-04-01\ndue = 2026-04-08\n");
    }
    plan += "[tasks.last]\nstart = 2026-04-09\ndue = 2026-06-30\nafter = [\"t0\"]\n";
    let view = view_of(&plan, Language::Chinese);
    let gantt = view.phases.as_ref().unwrap().gantt.as_ref().unwrap();
    assert!(
        gantt
            .left_out
            .as_ref()
            .is_some_and(|words| words.contains("399")),
        "{:?}",
        gantt.left_out
    );
    assert_eq!(view.tasks.unwrap().rows.len(), 401);
}

#[test]
fn a_title_breaks_between_words() {
    let parts = |title: &str| {
        view_of(&format!("[plan]\ntitle = \"{title}\"\n"), Language::Chinese)
            .cover
            .title_parts
    };
    assert_eq!(
        parts("天猫店开店运营计划书"),
        ["天猫店", "开店", "运营", "计划书"]
    );
    assert!(parts("Autumn plan").is_empty() && parts("方案").is_empty());
}
