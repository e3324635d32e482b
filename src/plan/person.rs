use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Day;
use super::{Allow, Line, Ref, Role, Weekday};
use crate::source::Located;

/// A person of the team.
/// 团队里的一个人。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Person {
    /// Name, or initials.
    /// 姓名或缩写。
    pub name: Option<Line>,
    /// Posts held.
    /// 担任的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// First day of work.
    /// 到岗日期。
    pub start: Option<Located<Day>>,
    /// Last day of work, inclusive.
    /// 最后在岗日。
    pub end: Option<Located<Day>>,
    /// Work days, where they differ from the shop's.
    /// 个人工作日（与店铺不同才写）。
    #[serde(default)]
    pub work_days: Vec<Located<Weekday>>,
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
    Person {
        name "姓名" "Name",
        roles "岗位" "Roles",
        start "到岗" "Start",
        end "最后在岗日" "Last day",
        work_days "工作日" "Work days",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
