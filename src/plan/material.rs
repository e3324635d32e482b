use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day, Figure, Money};
use super::{Allow, Line, Owner, Ref};
use crate::source::Located;

/// Packing, gifts and the like.
/// 包装、赠品等物料。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Material {
    /// Name of the material.
    /// 物料名称。
    pub title: Option<Line>,
    /// Its size or kind.
    /// 规格。
    pub spec: Option<Line>,
    /// Pieces in stock.
    /// 库存（件）。
    pub stock: Option<Located<Count>>,
    /// The day of the count.
    /// 盘点日期。
    pub stock_on: Option<Located<Day>>,
    /// Pieces that an order takes.
    /// 每单用量。
    pub per_order: Option<Located<Figure>>,
    /// What a piece costs.
    /// 单价。
    pub cost: Option<Located<Money>>,
    /// Where it comes from.
    /// 供应商。
    pub supplier: Option<Line>,
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
    Material {
        title "物料" "Material",
        spec "规格" "Spec",
        stock "库存" "Stock",
        stock_on "盘点日期" "Counted on",
        per_order "每单用量" "Per order",
        cost "单价" "Cost",
        supplier "供应商" "Supplier",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
