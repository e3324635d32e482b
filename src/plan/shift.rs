use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Duration, Time};
use super::{Allow, Line, Ref, Role};
use crate::source::Located;

/// A shift: from when to when.
/// 一个班次：几点到几点。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Shift {
    /// Name of the shift.
    /// 班次名称。
    pub title: Option<Line>,
    /// How rosters write it, in a character or two.
    /// 排班表里的写法，一两个字。
    pub code: Option<Line>,
    /// When it begins.
    /// 几点上班。
    pub from: Option<Located<Time>>,
    /// When it ends; on the next day if that is not later.
    /// 几点下班；不晚于上班时间的，表示第二天。
    pub until: Option<Located<Time>>,
    /// How long the break is.
    /// 中间休息多久。
    pub rest: Option<Located<Duration>>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
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
    Shift {
        title "班次" "Shift",
        code "代号" "Code",
        from "上班" "From",
        until "下班" "Until",
        rest "休息" "Break",
        roles "岗位" "Posts",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
