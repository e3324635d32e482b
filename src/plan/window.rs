use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Instant, Time};
use crate::source::Located;

/// From one moment to another, to the second.
/// 从一个时刻到另一个时刻，精确到秒。
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "时间窗 Window", transform = titles::<Self>)]
pub struct Window {
    /// When it begins.
    /// 什么时候开始。
    pub from: Option<Located<Instant>>,
    /// When it ends; 23:59:59 and a day alone mean the end of the day.
    /// 什么时候结束；23:59:59 或只写日期，都表示到当天结束。
    pub until: Option<Located<Instant>>,
}

fields! {
    Window {
        from "起" "From",
        until "止" "Until",
    }
}

/// From one time of the day to another.
/// 一天里的一段时间。
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "时段 Hours", transform = titles::<Self>)]
pub struct Hours {
    /// When they begin.
    /// 几点开始。
    pub from: Option<Located<Time>>,
    /// When they end; on the next day if that is not later.
    /// 几点结束；不晚于开始时，表示第二天。
    pub until: Option<Located<Time>>,
}

fields! {
    Hours {
        from "起" "From",
        until "止" "Until",
    }
}
