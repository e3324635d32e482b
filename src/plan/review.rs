use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Duration;
use super::{Allow, Line, Owner, Ref};
use crate::source::Located;

/// A figure that is looked at again and again, and what follows where it is missed.
/// 定期看一个指标，以及指标不达标时怎么办。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Review {
    /// What is reviewed.
    /// 复盘什么。
    pub title: Option<Line>,
    /// How often: `"1w"`, `"1mo"`.
    /// 多久一次：`"1w"`、`"1mo"`。
    pub cadence: Option<Located<Duration>>,
    /// The figure that is looked at.
    /// 看哪个指标。
    pub metric: Option<Line>,
    /// Where the figure is missed.
    /// 到什么程度算不达标。
    pub threshold: Option<Line>,
    /// What follows where it is missed, one a line.
    /// 不达标时怎么办，一条一行。
    #[serde(default)]
    pub then: Vec<Line>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// Where it comes from.
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
    Review {
        title "复盘" "Review",
        cadence "周期" "Cadence",
        metric "指标" "Metric",
        threshold "警戒线" "Threshold",
        then "跟进动作" "Follow-up",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
