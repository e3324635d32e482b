use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day, Money, choice};
use super::{Allow, Line};
use crate::source::Located;

/// Something the shop sells.
/// 店铺销售的一种商品。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Product {
    /// Name of the product.
    /// 商品名称。
    pub title: Option<Line>,
    /// Stock-keeping unit.
    /// 货号（SKU）。
    pub sku: Option<Line>,
    /// Category of goods.
    /// 类目。
    pub category: Option<Line>,
    /// What the product is for in the shop.
    /// 商品定位：引流、活动、利润或形象款。
    pub role: Option<Located<ProductRole>>,
    /// Usual selling price.
    /// 日常售价。
    pub price: Option<Located<Money>>,
    /// Original price, on which discounts are counted.
    /// 原价（折扣以它计算）。
    pub original_price: Option<Located<Money>>,
    /// What a piece costs.
    /// 单件成本。
    pub cost: Option<Located<Money>>,
    /// Pieces in stock on `stock_on`.
    /// 库存件数（截至 `stock_on`）。
    pub stock: Option<Located<Count>>,
    /// The day on which the stock was, or will be, as stated.
    /// 库存数对应的日期。
    pub stock_on: Option<Located<Day>>,
    /// Pieces sold so far, as campaign rules count them.
    /// 已售件数（按活动规则的口径）。
    pub sales: Option<Located<Count>>,
    /// Reviews so far.
    /// 评价数。
    pub reviews: Option<Located<Count>>,
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
    Product {
        title "名称" "Title",
        sku "货号" "SKU",
        category "类目" "Category",
        role "定位" "Role",
        price "售价" "Price",
        original_price "原价" "Original price",
        cost "成本" "Cost",
        stock "库存" "Stock",
        stock_on "库存日期" "Stock on",
        sales "销量" "Sales",
        reviews "评价数" "Reviews",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What a product is for.
    pub enum ProductRole ("商品定位", "product role") {
        Traffic = "traffic" "引流款" "traffic item", "价格有优势，带来流量。", "Brings visitors by its price.";
        Campaign = "campaign" "活动款" "campaign item", "用于报活动、冲销量。", "Goes into campaigns for volume.";
        Profit = "profit" "利润款" "profit item", "利润的主要来源。", "Earns the profit.";
        Image = "image" "形象款" "image item", "提升品牌形象的高端款。", "Stands for the brand.";
    }
}
