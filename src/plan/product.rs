use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Count, Day, Money, choice};
use super::{Allow, Line};
use crate::source::Located;

/// Something the shop sells.
/// 店铺销售的一种商品。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Name of the product.
    /// 商品名称。
    #[schemars(title = "名称 Title")]
    pub title: Option<Line>,
    /// Stock-keeping unit.
    /// 货号（SKU）。
    #[schemars(title = "货号 SKU")]
    pub sku: Option<Line>,
    /// Category of goods.
    /// 类目。
    #[schemars(title = "类目 Category")]
    pub category: Option<Line>,
    /// What the product is for in the shop.
    /// 商品定位：引流、活动、利润或形象款。
    #[schemars(title = "定位 Role")]
    pub role: Option<Located<ProductRole>>,
    /// Usual selling price.
    /// 日常售价。
    #[schemars(title = "售价 Price")]
    pub price: Option<Located<Money>>,
    /// Original price, on which discounts are counted.
    /// 原价（折扣以它计算）。
    #[schemars(title = "原价 Original price")]
    pub original_price: Option<Located<Money>>,
    /// What a piece costs.
    /// 单件成本。
    #[schemars(title = "成本 Cost")]
    pub cost: Option<Located<Money>>,
    /// Pieces in stock on `stock_on`.
    /// 库存件数（截至 `stock_on`）。
    #[schemars(title = "库存 Stock")]
    pub stock: Option<Located<Count>>,
    /// The day on which the stock was, or will be, as stated.
    /// 库存数对应的日期。
    #[schemars(title = "库存日期 Stock on")]
    pub stock_on: Option<Located<Day>>,
    /// Pieces sold so far, as campaign rules count them.
    /// 已售件数（按活动规则的口径）。
    #[schemars(title = "销量 Sales")]
    pub sales: Option<Located<Count>>,
    /// Reviews so far.
    /// 评价数。
    #[schemars(title = "评价数 Reviews")]
    pub reviews: Option<Located<Count>>,
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

choice! {
    /// What a product is for.
    pub enum ProductRole ("商品定位", "product role") {
        Traffic = "traffic" "引流款" "traffic item", "价格有优势，带来流量。", "Brings visitors by its price.";
        Campaign = "campaign" "活动款" "campaign item", "用于报活动、冲销量。", "Goes into campaigns for volume.";
        Profit = "profit" "利润款" "profit item", "利润的主要来源。", "Earns the profit.";
        Image = "image" "形象款" "image item", "提升品牌形象的高端款。", "Stands for the brand.";
    }
}
