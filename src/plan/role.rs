use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Count, Day, Id};
use super::{Allow, Line};
use crate::source::Located;

/// A post: what it does and how many people hold it.
/// 岗位：职责与编制。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Name of the post.
    /// 岗位名称。
    #[schemars(title = "名称 Title")]
    pub title: Option<Line>,
    /// How many people hold it; 0 means that it stays empty for now.
    /// 编制人数；0 表示暂不设置。
    #[schemars(title = "人数 Headcount")]
    pub headcount: Option<Located<Count>>,
    /// Who does the work instead, such as an agency.
    /// 由谁代做，例如代运营公司。
    #[schemars(title = "外包 Provided by")]
    pub provided_by: Option<Line>,
    /// The day by which it must be filled.
    /// 最晚到岗日期。
    #[schemars(title = "到岗 Hire by")]
    pub hire_by: Option<Located<Day>>,
    /// The post it reports to.
    /// 汇报给哪个岗位。
    #[schemars(title = "上级 Reports to")]
    pub reports_to: Option<Located<Id>>,
    /// Duties, one a line.
    /// 职责，一条一行。
    #[serde(default)]
    #[schemars(title = "职责 Duties")]
    pub duties: Vec<Line>,
    /// What a holder must be able to do, one a line.
    /// 任职要求，一条一行。
    #[serde(default)]
    #[schemars(title = "要求 Requirements")]
    pub requirements: Vec<Line>,
    /// Where this comes from.
    /// 来源。
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
