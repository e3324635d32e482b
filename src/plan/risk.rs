use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Money, choice};
use super::{Allow, Line, Owner, Ref};
use crate::source::Located;

/// Something that may go wrong, and what is done about it.
/// 可能出的问题，以及应对办法。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Risk {
    /// What may go wrong.
    /// 可能出什么问题。
    pub title: Option<Line>,
    /// How likely it is.
    /// 发生的可能性。
    pub likelihood: Option<Located<Grade>>,
    /// How bad it would be.
    /// 一旦发生，影响有多大。
    pub impact: Option<Located<Grade>>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// What is done about it.
    /// 应对措施。
    pub measure: Option<Line>,
    /// What the measure costs.
    /// 应对措施要花的钱。
    pub costs: Option<Located<Money>>,
    /// How it stands.
    /// 目前的状况。
    pub status: Option<Located<RiskStatus>>,
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
    Risk {
        title "风险" "Risk",
        likelihood "可能性" "Likelihood",
        impact "影响" "Impact",
        owners "负责人" "Owners",
        measure "应对措施" "Measure",
        costs "应对费用" "Cost",
        status "状态" "Status",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// How likely, how bad or how urgent something is.
    pub enum Grade ("高低", "grade") {
        Low = "low" "低" "low", "低。", "Low.";
        Medium = "medium" "中" "medium", "中等。", "Medium.";
        High = "high" "高" "high", "高。", "High.";
    }
}

choice! {
    /// How a risk stands.
    pub enum RiskStatus ("风险状态", "status of a risk") {
        Open = "open" "待应对" "open", "还没有应对。", "Nothing is done about it yet.";
        Handled = "handled" "已应对" "handled", "措施已经落实。", "The measure is in place.";
        Happened = "happened" "已发生" "happened", "已经发生。", "It has happened.";
        Closed = "closed" "已解除" "closed", "不会再发生。", "It cannot happen any more.";
    }
}

impl Risk {
    /// How much it weighs: the mean of likelihood and impact, rounded up; unknown if either is.
    pub fn severity(&self) -> Option<Grade> {
        use Grade::{High, Low, Medium};
        Some(match (self.likelihood?.value, self.impact?.value) {
            (High, High | Medium) | (Medium, High) => High,
            (Low, Low) => Low,
            _ => Medium,
        })
    }
}
