use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day};
use super::{Allow, Line, Ref};
use crate::source::Located;

/// A post: what it does and how many people hold it.
/// 岗位：职责与编制。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Role {
    /// Name of the post.
    /// 岗位名称。
    pub title: Option<Line>,
    /// How many people hold it; 0 means that it stays empty for now.
    /// 编制人数；0 表示暂不设置。
    pub headcount: Option<Located<Count>>,
    /// Who does the work instead, such as an agency.
    /// 由谁代做，例如代运营公司。
    pub provided_by: Option<Line>,
    /// The day by which it must be filled.
    /// 最晚到岗日期。
    pub hire_by: Option<Located<Day>>,
    /// The post it reports to.
    /// 汇报给哪个岗位。
    pub reports_to: Option<Located<Ref<Role>>>,
    /// Duties, one a line.
    /// 职责，一条一行。
    #[serde(default)]
    pub duties: Vec<Line>,
    /// What a holder must be able to do, one a line.
    /// 任职要求，一条一行。
    #[serde(default)]
    pub requirements: Vec<Line>,
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
    Role {
        title "名称" "Title",
        headcount "人数" "Headcount",
        provided_by "外包" "Provided by",
        hire_by "到岗" "Hire by",
        reports_to "上级" "Reports to",
        duties "职责" "Duties",
        requirements "要求" "Requirements",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
