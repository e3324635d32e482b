//! Views of small plans.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::part::{Part, Sheet};
use super::value::Value;
use super::*;
use crate::source::{ReadError, Shelf, World};
use crate::{analysis, resolve, schema, tree};

struct Nothing;

impl World for Nothing {
    fn read(&self, _: &Path) -> Result<String, ReadError> {
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

/// Makes something of the view of a plan without findings.
pub(crate) fn with_view<T>(
    text: &str,
    language: Language,
    make: impl FnOnce(&mut View<'_>) -> T,
) -> T {
    let shelf = Shelf::new("plan.toml", text.to_owned());
    let mut findings = Vec::new();
    let tree = tree::load(&Nothing, &shelf, &schema::key_for_label, &mut findings);
    let (plan, incomplete) = schema::read(&tree, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    let unsettled = resolve::Unsettled::default();
    let resolved = resolve::resolve(&plan, &incomplete, &unsettled);
    let analysis = analysis::analyse(&resolved);
    let options = Options {
        language,
        draft: false,
        id: "small".to_owned(),
        only: Vec::new(),
    };
    let (report, sources) = (Report::default(), Sources::default());
    make(&mut build(
        &resolved, &analysis, &report, &sources, &options,
    ))
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

fn ids(owner: Option<&str>, from: Option<(u32, u32)>, to: Option<(u32, u32)>) -> Vec<String> {
    let day = |(month, day)| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    with_view(TEAM, Language::Chinese, |view| {
        view.filter_tasks(owner, from.map(day), to.map(day));
        view.tasks
            .rows
            .iter()
            .map(|row| row.id.to_owned())
            .collect()
    })
}

#[test]
fn sections_that_a_plan_lacks_are_no_chapters() {
    with_view("[plan]\ntitle = \"T\"\n", Language::English, |view| {
        let chapters: Vec<_> = view.chapters.iter().map(|chapter| chapter.id).collect();
        assert_eq!(chapters, ["notes"]);
        assert!(view.overview.is_none() && view.tasks.rows.is_empty());
    });
}

#[test]
fn a_task_of_two_owners_stands_under_both() {
    with_view(TEAM, Language::Chinese, |view| {
        let groups = view.tasks.owners.iter();
        let groups = groups.map(|group| (group.owner.map(|one| one.name), group.tasks.len()));
        let groups: Vec<_> = groups.collect();
        assert_eq!(groups, [(Some("林"), 1), (Some("美工"), 2), (None, 1)]);
        assert_eq!(view.tasks.routines(), [3]);
    });
}

#[test]
fn tasks_are_filtered_by_id_or_name() {
    assert_eq!(ids(Some("小林"), None, None), ["shared", "weekly"]);
    assert_eq!(ids(Some("美工"), None, None), ["shared", "by-then"]);
    assert!(ids(Some("nobody"), None, None).is_empty());
}

#[test]
fn tasks_are_filtered_by_the_days_they_may_fall_on() {
    assert_eq!(ids(None, Some((4, 9)), None), ["by-then", "weekly"]);
    assert_eq!(ids(None, None, Some((4, 5))), ["shared", "by-then"]);
    let day = |number| NaiveDate::from_ymd_opt(2026, 4, number);
    with_view(TEAM, Language::Chinese, |view| {
        view.filter_tasks(None, day(13), day(20));
        let routine = view
            .tasks
            .rows
            .iter()
            .find_map(|row| row.repeat.as_ref())
            .unwrap();
        assert_eq!(routine.days.len(), 2, "Mondays 13 and 20 April");
    });
}

#[test]
fn hundreds_of_tasks_leave_the_picture_to_the_critical_ones() {
    let mut plan = "[plan]\ntitle = \"T\"\nstart = 2026-04-01\nend = 2026-06-30\n".to_owned();
    for number in 0..400 {
        plan += &format!("[tasks.t{number}]\nstart = 2026-04-01\ndue = 2026-04-08\n");
    }
    plan += "[tasks.last]\nstart = 2026-04-09\ndue = 2026-06-30\nafter = [\"t0\"]\n";
    with_view(&plan, Language::Chinese, |view| {
        let parts = view.chapters.iter().flat_map(|chapter| &chapter.parts);
        let mut bands = parts.filter_map(|part| {
            if let Part::Bands(bands) = part {
                Some(bands)
            } else {
                None
            }
        });
        assert_eq!(bands.next().map(|bands| bands.left_out), Some(399));
        assert_eq!(view.tasks.rows.len(), 401);
    });
}

#[test]
fn a_title_breaks_between_words() {
    let parts = |title: &str| -> Vec<String> {
        let plan = format!("[plan]\ntitle = \"{title}\"\n");
        with_view(&plan, Language::Chinese, |view| {
            view.cover
                .title_parts
                .iter()
                .map(|part| (*part).to_owned())
                .collect()
        })
    };
    assert_eq!(
        parts("天猫店开店运营计划书"),
        ["天猫店", "开店", "运营", "计划书"]
    );
    assert!(parts("Autumn plan").is_empty() && parts("方案").is_empty());
}

#[test]
fn tables_inside_items_are_tables_of_their_own_where_there_are_several() {
    let text = "[plan]\ntitle = \"T\"\n\
        [pay.a]\ntitle = \"客服\"\nbase = 3_500\n\
        bands = [{ at_least = 80, pays = \"100%\" }, { less_than = 80, pays = \"60%\" }]\n\
        [shipping.b]\ntitle = \"发货\"\ncouriers = [{ title = \"快递甲\", freight = 4 }]\n";
    with_view(text, Language::Chinese, |view| {
        let sheets = |id: &str| -> Vec<Vec<String>> {
            let chapter = view.chapters.iter().find(|one| one.id == id).unwrap();
            let sheets = chapter.parts.iter().filter_map(|part| match part {
                Part::Sheet(sheet) => Some(sheet),
                _ => None,
            });
            let heads = |sheet: &Sheet<'_>| {
                let columns = sheet.columns.iter();
                columns.map(|column| column.label.zh.to_string()).collect()
            };
            sheets.map(heads).collect()
        };
        assert_eq!(
            sheets("pay"),
            [vec!["薪酬方案", "基本工资"], vec!["范围", "发放"]]
        );
        assert_eq!(sheets("shipping"), [vec!["发货", "快递"]]);
    });
}

/// A month of shifts is a table with a column a day, cut at the end of the month.
#[test]
fn rosters_are_months_with_a_column_a_day() {
    let text = "[plan]\ntitle = \"T\"\n[people.lin]\nname = \"林\"\n\
        [rosters.r]\ntitle = \"客服\"\nfrom = 2026-04-29\nuntil = 2026-05-02\n\
        rows = [{ person = \"lin\", codes = \"早早 晚 休\" }]\n";
    with_view(text, Language::Chinese, |view| {
        let chapter = view.chapters.iter().find(|one| one.id == "roster-grid");
        let months = chapter.unwrap().parts.iter().filter_map(|part| match part {
            Part::Sheet(sheet) => Some(sheet),
            _ => None,
        });
        let shown = |sheet: &Sheet<'_>| -> Vec<String> {
            let heads = sheet
                .columns
                .iter()
                .map(|column| column.label.zh.to_string());
            let cells = sheet.rows[0].cells.iter();
            let cells = cells.map(|cell| format!("{:?}", cell.lines.first()));
            heads
                .zip(cells)
                .map(|(head, cell)| format!("{head} {cell}"))
                .collect()
        };
        let months: Vec<_> = months.map(shown).collect();
        let cell = |head: &str, code: &str| format!("{head} Some(Plain({code:?}))");
        assert_eq!(
            months,
            [
                vec![
                    cell("人员", "林"),
                    cell("29 三", "早早"),
                    cell("30 四", "晚")
                ],
                vec![cell("人员", "林"), cell("1 五", "休"), cell("2 六", "")],
            ]
        );
    });
}

/// The day of a post holds what it does, the first of the day first.
#[test]
fn a_timed_day_is_a_table_for_each_owner() {
    let text = "[plan]\ntitle = \"T\"\n[roles.ops]\ntitle = \"运营\"\n[roles.cs]\ntitle = \"客服\"\n\
        [routines.a]\ntitle = \"巡店\"\nowners = [\"ops\"]\nhours = { from = 09:00:00 }\n\
        [routines.b]\ntitle = \"晨会\"\nowners = [\"ops\", \"cs\"]\nhours = { from = 08:20:00, until = 08:30:00 }\n\
        [routines.c]\ntitle = \"盘点\"\n";
    with_view(text, Language::Chinese, |view| {
        let chapter = view.chapters.iter().find(|one| one.id == "timed-day");
        let days = chapter.unwrap().parts.iter().filter_map(|part| match part {
            Part::Sheet(sheet) => Some(sheet),
            _ => None,
        });
        let day = |sheet: &Sheet<'_>| -> Vec<String> {
            let mut columns = sheet.columns.iter();
            let title = columns.position(|one| one.key == "title").unwrap();
            let rows = sheet.rows.iter();
            rows.map(|row| match &row.cells[title].lines[..] {
                [Value::Plain(title)] => title.to_string(),
                other => format!("{other:?}"),
            })
            .collect()
        };
        let days: Vec<_> = days.map(day).collect();
        assert_eq!(days, [vec!["晨会", "巡店"], vec!["晨会"], vec!["盘点"]]);
    });
}

/// A field a row, where one item says much; a column a field, where it says little or there are more.
#[test]
fn a_lone_item_of_many_fields_stands_upright() {
    let much = "title = \"客服\"\nbase = 3_500\nprobation = \"1mo\"\nattendance = \"10%\"\n\
        performance = \"20%\"\nbonuses = [\"年终奖\"]\n";
    let heads = |text: String| {
        with_view(&text, Language::Chinese, |view| {
            let chapter = view.chapters.iter().find(|one| one.id == "pay").unwrap();
            let Part::Sheet(sheet) = &chapter.parts[0] else {
                panic!("{:?}", chapter.parts[0])
            };
            (sheet.columns.len(), sheet.rows.len())
        })
    };
    let plan = "[plan]\ntitle = \"T\"\n[pay.a]\n";
    assert_eq!(heads(format!("{plan}{much}")), (2, 6));
    assert_eq!(heads(format!("{plan}{much}[pay.b]\n")), (6, 2));
    assert_eq!(
        heads(format!("{plan}title = \"客服\"\nbase = 3_500\n")),
        (2, 1)
    );
}
