use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Duration};
use super::{Allow, Line, Owner, Ref, Role};
use crate::source::Located;

/// What people learn.
/// 一项培训。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Training {
    /// Name of the training.
    /// 培训名称。
    pub title: Option<Line>,
    /// The posts it is for.
    /// 面向的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// What is taught, one a line.
    /// 培训内容，一条一行。
    #[serde(default)]
    pub topics: Vec<Line>,
    /// Who teaches: people or posts.
    /// 讲师（人员或岗位）。
    #[serde(default)]
    pub trainers: Vec<Located<Ref<Owner>>>,
    /// The day, or the first of several.
    /// 哪一天，或从哪一天起。
    pub on: Option<Located<Day>>,
    /// How often it is held.
    /// 多久一次。
    pub every: Option<Located<Duration>>,
    /// How long it takes.
    /// 每次多久。
    pub takes: Option<Located<Duration>>,
    /// When it counts as passed.
    /// 怎样算通过。
    pub passes: Option<Line>,
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
    Training {
        title "培训" "Training",
        roles "岗位" "Posts",
        topics "内容" "Topics",
        trainers "讲师" "Trainers",
        on "日期" "On",
        every "周期" "Every",
        takes "时长" "Takes",
        passes "通过标准" "Passed when",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
