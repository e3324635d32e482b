use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Day;
use crate::source::Located;

/// Text that a plan says, with its place.
pub type Line = Located<Box<str>>;

/// An exception: a finding on this item that is accepted, and why.
/// 例外：接受这一项上的某个问题，并写明理由。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "例外 Exception", transform = titles::<Self>)]
pub struct Allow {
    /// Code or name of the check, such as `OP120`.
    /// 检查的代码或名称，例如 `OP120`。
    pub check: Line,
    /// Last day of the exception, inclusive.
    /// 例外的最后一天（含）。
    pub until: Option<Located<Day>>,
    /// Why it is accepted; printed in the document.
    /// 接受的理由，会印在计划书里。
    pub reason: Line,
}

fields! {
    Allow {
        check "检查" "Check",
        until "截止" "Until",
        reason "理由" "Reason",
    }
}
