use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::Day;
use super::{Allow, Line, Owner, Phase, Ref, Task};
use crate::source::Located;

/// A result that must be there by a day.
/// 到某一天必须达成的成果。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Milestone {
    /// What must be there.
    /// 要达成的成果。
    pub title: Option<Line>,
    /// The day by which it must be there.
    /// 最晚达成的日子。
    pub due: Option<Located<Day>>,
    /// The phase it belongs to.
    /// 所属阶段。
    pub phase: Option<Located<Ref<Phase>>>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// Tasks that lead to it.
    /// 达成之前要完成的任务。
    #[serde(default)]
    pub after: Vec<Located<Ref<Task>>>,
    /// How to tell that it is reached, one a line.
    /// 验收标准，一条一行。
    #[serde(default)]
    pub criteria: Vec<Line>,
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
    Milestone {
        title "里程碑" "Milestone",
        due "截止" "Due",
        phase "阶段" "Phase",
        owners "负责人" "Owners",
        after "前置任务" "After",
        criteria "验收标准" "Criteria",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
