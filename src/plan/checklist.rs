use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Duration;
use super::{Allow, Line, Owner, Ref};
use crate::source::Located;

/// A sheet of things to check.
/// 一张检查表。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Checklist {
    /// Name of the sheet.
    /// 检查表名称。
    pub title: Option<Line>,
    /// How often it is gone through: `"1d"`.
    /// 多久检查一次：`"1d"`。
    pub every: Option<Located<Duration>>,
    /// What is checked.
    /// 检查哪些项目。
    #[serde(default)]
    pub items: Vec<Located<CheckItem>>,
    /// Who checks: people or posts.
    /// 检查人（人员或岗位）。
    #[serde(default)]
    pub checkers: Vec<Located<Ref<Owner>>>,
    /// Who mends what is wrong: people or posts.
    /// 跟进人（人员或岗位）。
    #[serde(default)]
    pub follow_up: Vec<Located<Ref<Owner>>>,
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
    Checklist {
        title "检查表" "Check sheet",
        every "周期" "Every",
        items "项目" "Items",
        checkers "检查人" "Checkers",
        follow_up "跟进人" "Follow-up",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// One thing to check.
/// 一个检查项目。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "检查项目 Check item", transform = titles::<Self>)]
pub struct CheckItem {
    /// What is checked.
    /// 检查什么。
    pub title: Option<Line>,
    /// What group it belongs to.
    /// 类别。
    pub group: Option<Line>,
    /// What it must be like.
    /// 要求。
    pub requirement: Option<Line>,
}

fields! {
    CheckItem {
        title "项目" "Item",
        group "类别" "Group",
        requirement "要求" "Requirement",
    }
}
