use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Bounds, Duration, Rate};
use super::{Allow, Hours, Line, Owner, Ref};
use crate::source::Located;

/// A standard of service.
/// 一条服务标准。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct ServiceLevel {
    /// What is promised.
    /// 服务标准名称。
    pub title: Option<Line>,
    /// How soon at the latest.
    /// 最迟多久。
    pub within: Option<Located<Duration>>,
    /// In how many cases it has to hold.
    /// 达标比例。
    pub share: Option<Located<Bounds<Rate>>>,
    /// At what times of the day it holds.
    /// 每天的服务时间。
    pub hours: Option<Located<Hours>>,
    /// What is said to buyers, one a line.
    /// 话术，一条一行。
    #[serde(default)]
    pub scripts: Vec<Line>,
    /// What is never said or done, one a line.
    /// 不能说、不能做的，一条一行。
    #[serde(default)]
    pub never: Vec<Line>,
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
    ServiceLevel {
        title "服务标准" "Standard",
        within "时限" "Within",
        share "达标比例" "Share",
        hours "服务时间" "Hours",
        scripts "话术" "Scripts",
        never "禁止" "Never",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
