use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::choice;
use super::{Allow, Line, When};
use crate::source::Located;

/// A day, or some days, that the plan turns on.
/// 计划要围绕的重要日子。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Event {
    /// Name of the event.
    /// 名称。
    pub title: Option<Line>,
    /// What kind of event it is.
    /// 类型。
    pub kind: Option<Located<EventKind>>,
    /// First day.
    /// 第一天。
    #[serde(default)]
    pub start: When,
    /// Last day, inclusive; the first day unless said.
    /// 最后一天（含）；不写则只有一天。
    #[serde(default)]
    pub end: When,
    /// Where the dates come from.
    /// 日期的来源。
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
    Event {
        title "标题" "Title",
        kind "类型" "Kind",
        start "开始" "Start",
        end "结束" "End",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// Kinds of events.
    pub enum EventKind ("节点类型", "kind of event") {
        Platform = "platform" "平台大促" "platform sale", "平台的大促，如 618、双 11。", "A sales day of a platform.";
        Statutory = "statutory" "法定节假日" "statutory holiday", "法定节假日。", "A statutory holiday.";
        Lunar = "lunar" "农历节日" "lunar festival", "按农历定的节日。", "A festival of the lunar calendar.";
        Store = "store" "店铺节点" "shop event", "店铺自己的日子，如开业、店庆。", "A day of the shop's own.";
    }
}
