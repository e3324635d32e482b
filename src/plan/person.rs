use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Day, Id};
use super::{Allow, Line, Weekday};
use crate::source::Located;

/// A person of the team.
/// 团队里的一个人。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name, or initials.
    /// 姓名或缩写。
    #[schemars(title = "姓名 Name")]
    pub name: Option<Line>,
    /// Posts held.
    /// 担任的岗位。
    #[serde(default)]
    #[schemars(title = "岗位 Roles")]
    pub roles: Vec<Located<Id>>,
    /// First day of work.
    /// 到岗日期。
    #[schemars(title = "到岗 Start")]
    pub start: Option<Located<Day>>,
    /// Last day of work, inclusive.
    /// 离岗日期（含）。
    #[schemars(title = "离岗 End")]
    pub end: Option<Located<Day>>,
    /// Work days, where they differ from the shop's.
    /// 个人工作日（与店铺不同才写）。
    #[serde(default)]
    #[schemars(title = "工作日 Work days")]
    pub work_days: Vec<Located<Weekday>>,
    /// Where this comes from.
    /// 来源。
    #[schemars(title = "来源 Source")]
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    #[schemars(title = "备注 Note")]
    pub note: Option<Line>,
    /// Findings that are accepted.
    /// 接受的例外。
    #[serde(default)]
    #[schemars(title = "例外 Allow")]
    pub allow: Vec<Allow>,
}
