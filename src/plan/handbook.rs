use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::{Allow, Line, Ref, Role};
use crate::source::Located;

/// A rule of the handbook, which is only printed.
/// 员工手册里的一条，只供打印。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Rule {
    /// What it is about.
    /// 标题。
    pub title: Option<Line>,
    /// What it says, one paragraph a line.
    /// 内容，一段一行。
    #[serde(default)]
    pub text: Vec<Line>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
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
    Rule {
        title "条目" "Rule",
        text "内容" "Text",
        roles "岗位" "Posts",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
