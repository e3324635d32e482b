use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Day, choice};
use super::{Allow, Line};
use crate::source::Located;

/// A day, or some days, that the plan turns on.
/// 计划要围绕的重要日子。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Name of the event.
    /// 名称。
    #[schemars(title = "标题 Title")]
    pub title: Option<Line>,
    /// What kind of event it is.
    /// 类型。
    #[schemars(title = "类型 Kind")]
    pub kind: Option<Located<EventKind>>,
    /// First day.
    /// 第一天。
    #[schemars(title = "开始 Start")]
    pub start: Option<Located<Day>>,
    /// Last day, inclusive; the first day unless said.
    /// 最后一天（含）；不写则只有一天。
    #[schemars(title = "结束 End")]
    pub end: Option<Located<Day>>,
    /// Where the dates come from.
    /// 日期的来源。
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

choice! {
    /// Kinds of events.
    pub enum EventKind ("节点类型", "kind of event") {
        Platform = "platform" "平台大促" "platform sale", "平台的大促，如 618、双 11。", "A sales day of a platform.";
        Statutory = "statutory" "法定节假日" "statutory holiday", "法定节假日。", "A statutory holiday.";
        Lunar = "lunar" "农历节日" "lunar festival", "按农历定的节日。", "A festival of the lunar calendar.";
        Store = "store" "店铺节点" "shop event", "店铺自己的日子，如开业、店庆。", "A day of the shop's own.";
    }
}
