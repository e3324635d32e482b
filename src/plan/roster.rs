use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day, choice};
use super::{Allow, Hours, Line, Owner, Person, Ref, Role, Store, Weekday};
use crate::source::Located;

/// Who works which shift on which day.
/// 一张排班表。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Roster {
    /// Name of the roster.
    /// 排班表名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// Its first day.
    /// 第一天。
    pub from: Option<Located<Day>>,
    /// Its last day.
    /// 最后一天。
    pub until: Option<Located<Day>>,
    /// Who works when: one row a person.
    /// 每人一行。
    #[serde(default)]
    pub rows: Vec<Located<RosterRow>>,
    /// The codes of shifts that come round again and again.
    /// 轮班顺序（班次代号）。
    pub rotation: Option<Line>,
    /// The system of working time that holds.
    /// 实行的工时制度。
    pub work_system: Option<Located<WorkSystem>>,
    /// Days off a week.
    /// 每周休息几天。
    pub rest_days: Option<Located<Count>>,
    /// How many days off a month may be swapped.
    /// 每月可以调休几次。
    pub swaps: Option<Located<Count>>,
    /// How many people must be there, and when.
    /// 什么时段至少要有几个人。
    #[serde(default)]
    pub coverage: Vec<Located<Coverage>>,
    /// What else holds, one a line.
    /// 其他约定，一条一行。
    #[serde(default)]
    pub rules: Vec<Line>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// Where this comes from.
    /// 来源。
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
    /// Findings that are accepted.
    /// 接受的例外。
    #[serde(default)]
    pub allow: Vec<Allow>,
}

fields! {
    Roster {
        title "排班表" "Roster",
        store "店铺" "Shop",
        roles "岗位" "Posts",
        from "起" "From",
        until "止" "Until",
        rows "排班" "Rota",
        rotation "轮班" "Rotation",
        work_system "工时制" "Work system",
        rest_days "每周休息日" "Days off a week",
        swaps "每月调休" "Swaps a month",
        coverage "在岗要求" "Coverage",
        rules "约定" "Rules",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// The shifts of one person, day by day.
/// 一个人每天的班次。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "排班行 Roster row", transform = titles::<Self>)]
pub struct RosterRow {
    /// The person.
    /// 哪位人员。
    pub person: Option<Located<Ref<Person>>>,
    /// The codes of the shifts, one a day from the first day on, with or without blanks.
    /// 从第一天起每天一个班次代号，可用空格分开。
    pub codes: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
}

fields! {
    RosterRow {
        person "人员" "Person",
        codes "班次" "Shifts",
        note "备注" "Note",
    }
}

/// How many people must be there at a time.
/// 一个时段的在岗人数要求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "在岗要求 Coverage", transform = titles::<Self>)]
pub struct Coverage {
    /// The posts that count.
    /// 算哪些岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// From when to when.
    /// 几点到几点。
    pub hours: Option<Located<Hours>>,
    /// On which days of the week; all unless said.
    /// 星期几，不写则为每天。
    #[serde(default)]
    pub weekdays: Vec<Located<Weekday>>,
    /// How many people at least.
    /// 至少几人。
    pub at_least: Option<Located<Count>>,
}

fields! {
    Coverage {
        roles "岗位" "Posts",
        hours "时段" "Hours",
        weekdays "星期" "Weekdays",
        at_least "至少" "At least",
    }
}

choice! {
    /// The systems of working time of the labour law.
    pub enum WorkSystem ("工时制度", "system of working time") {
        Standard = "standard" "标准工时制" "standard", "每日、每周工时固定。", "Fixed hours a day and a week.";
        Comprehensive = "comprehensive" "综合计算工时制" "comprehensive", "按周、月、季或年综合计算工时，须经批准。", "Hours counted over a longer time; needs approval.";
        Flexible = "flexible" "不定时工时制" "flexible", "不按固定工时考核，须经批准。", "No fixed hours; needs approval.";
    }
}

impl RosterRow {
    /// The codes of shifts, one a day: parted by blanks if there are any, else a character each.
    pub fn codes(&self) -> Vec<&str> {
        let codes = self.codes.as_ref().map_or("", |codes| codes.trim());
        if codes.contains(char::is_whitespace) {
            return codes.split_whitespace().collect();
        }
        let ends = codes.char_indices().skip(1).map(|(at, _)| at);
        let starts = codes.char_indices().map(|(at, _)| at);
        let ends = ends.chain([codes.len()]);
        starts
            .zip(ends)
            .map(|(from, to)| &codes[from..to])
            .collect()
    }
}
