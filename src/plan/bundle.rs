use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Discount, Money};
use super::{Allow, Line, Owner, Product, Ref, Store};
use crate::source::Located;

/// Products that are sold together.
/// 一个商品组合（套餐）。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Bundle {
    /// Name of the bundle.
    /// 组合名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What is in it.
    /// 由哪些商品组成。
    #[serde(default)]
    pub items: Vec<Located<BundleItem>>,
    /// What it is sold for.
    /// 组合售价。
    pub price: Option<Located<Money>>,
    /// Its price as a part of the prices of what is in it.
    /// 按各商品售价之和打几折。
    pub discount: Option<Located<Discount>>,
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
    Bundle {
        title "组合" "Bundle",
        store "店铺" "Shop",
        items "组成" "Items",
        price "售价" "Price",
        discount "折扣" "Discount",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// One product of a bundle.
/// 组合里的一款商品。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "组合商品 Bundle item", transform = titles::<Self>)]
pub struct BundleItem {
    /// The product.
    /// 哪款商品。
    pub product: Option<Located<Ref<Product>>>,
    /// How many pieces; one unless said.
    /// 几件；不写则为 1 件。
    pub quantity: Option<Located<Count>>,
}

fields! {
    BundleItem {
        product "商品" "Product",
        quantity "件数" "Quantity",
    }
}
