use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Duration, Figure};
use super::{Allow, Better, Line, Owner, Ref, Role, Store};
use crate::source::Located;

/// A figure that always has to be kept.
/// 一项常年要保持的指标。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Norm {
    /// Name of the figure.
    /// 指标名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What is to be kept.
    /// 要保持多少。
    pub value: Option<Located<Amount<Figure>>>,
    /// What it is counted in.
    /// 单位。
    pub unit: Option<Line>,
    /// Which way is good.
    /// 越高越好，还是越低越好。
    pub better: Option<Located<Better>>,
    /// How often it is looked at.
    /// 多久看一次。
    pub every: Option<Located<Duration>>,
    /// The posts that it is for.
    /// 相关岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
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
    Norm {
        title "指标" "Norm",
        store "店铺" "Shop",
        value "要求" "Value",
        unit "单位" "Unit",
        better "方向" "Better",
        every "周期" "Every",
        roles "岗位" "Posts",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
