use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Duration;
use super::{Allow, Line, Ref, When};
use crate::source::Located;

/// A stage of the plan.
/// 计划的一个阶段。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Phase {
    /// Name of the phase.
    /// 阶段名称。
    pub title: Option<Line>,
    /// First day.
    /// 第一天。
    #[serde(default)]
    pub start: When,
    /// Last day, inclusive.
    /// 最后一天（含）。
    #[serde(default)]
    pub end: When,
    /// How long it takes, where its last day is not said. Without a first day it begins after the
    /// phases that come before it.
    /// 持续多久（没有写最后一天时）；没有写第一天的，接着前面的阶段开始。
    pub duration: Option<Located<Duration>>,
    /// The phase has no end of its own: it lasts as long as the plan.
    /// 没有单独的结束日期，一直到计划结束。
    pub open_ended: Option<Located<bool>>,
    /// Phases that come before this one.
    /// 在它之前的阶段。
    #[serde(default)]
    pub after: Vec<Located<Ref<Phase>>>,
    /// What the phase is to achieve.
    /// 阶段目标。
    pub goal: Option<Line>,
    /// What is done in it, one a line.
    /// 主要工作，一条一行。
    #[serde(default)]
    pub focus: Vec<Line>,
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
    Phase {
        title "标题" "Title",
        start "开始" "Start",
        end "结束" "End",
        duration "时长" "Duration",
        open_ended "不设结束" "Open-ended",
        after "前一阶段" "After",
        goal "目标" "Goal",
        focus "重点" "Focus",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

impl Phase {
    /// Whether it ends before it starts, which is a mistake of its own.
    pub fn is_reversed(&self) -> bool {
        self.start
            .day()
            .zip(self.end.day())
            .is_some_and(|(start, end)| end.value < start.value)
    }
}
