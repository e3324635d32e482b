use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Day, Id};
use super::{Allow, Line};
use crate::source::Located;

/// A stage of the plan.
/// 计划的一个阶段。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Name of the phase.
    /// 阶段名称。
    #[schemars(title = "标题 Title")]
    pub title: Option<Line>,
    /// First day.
    /// 第一天。
    #[schemars(title = "开始 Start")]
    pub start: Option<Located<Day>>,
    /// Last day, inclusive.
    /// 最后一天（含）。
    #[schemars(title = "结束 End")]
    pub end: Option<Located<Day>>,
    /// The phase has no end of its own: it lasts as long as the plan.
    /// 没有单独的结束日期，一直到计划结束。
    #[schemars(title = "不设结束 Open-ended")]
    pub open_ended: Option<Located<bool>>,
    /// Phases that come before this one.
    /// 在它之前的阶段。
    #[serde(default)]
    #[schemars(title = "承接 After")]
    pub after: Vec<Located<Id>>,
    /// What the phase is to achieve.
    /// 阶段目标。
    #[schemars(title = "目标 Goal")]
    pub goal: Option<Line>,
    /// What is done in it, one a line.
    /// 主要工作，一条一行。
    #[serde(default)]
    #[schemars(title = "重点 Focus")]
    pub focus: Vec<Line>,
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

impl Phase {
    /// Whether it ends before it starts, which is a mistake of its own.
    pub fn is_reversed(&self) -> bool {
        self.start
            .zip(self.end)
            .is_some_and(|(start, end)| end.value < start.value)
    }
}
