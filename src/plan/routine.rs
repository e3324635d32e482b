use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Duration;
use super::{Allow, Checklist, Hours, Line, Owner, Phase, Ref, Weekday};
use crate::source::Located;

/// What is done at a time of the day.
/// 一天里定时要做的事。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Routine {
    /// What is done.
    /// 做什么。
    pub title: Option<Line>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// From when to when.
    /// 几点到几点。
    pub hours: Option<Located<Hours>>,
    /// How often within that time: `"30min"`.
    /// 时段内多久一次：`"30min"`。
    pub every: Option<Located<Duration>>,
    /// On which days of the week; every day unless said.
    /// 星期几，不写则为每天。
    #[serde(default)]
    pub weekdays: Vec<Located<Weekday>>,
    /// The phase it belongs to.
    /// 所属阶段。
    pub phase: Option<Located<Ref<Phase>>>,
    /// Whether nothing else can be done meanwhile.
    /// 期间是否不能做别的事。
    pub exclusive: Option<Located<bool>>,
    /// The sheet that is gone through.
    /// 按哪张检查表。
    pub checklist: Option<Located<Ref<Checklist>>>,
    /// How it is done, one a line.
    /// 怎么做，一条一行。
    #[serde(default)]
    pub steps: Vec<Line>,
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
    Routine {
        title "事项" "Routine",
        owners "负责人" "Owners",
        hours "时段" "Hours",
        every "间隔" "Every",
        weekdays "星期" "Weekdays",
        phase "阶段" "Phase",
        exclusive "不可兼做" "Nothing else",
        checklist "检查表" "Check sheet",
        steps "要点" "Steps",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
