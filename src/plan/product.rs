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
    /// What kind of price the original price is.
    /// 原价是哪一种价格。
    pub original_price_kind: Option<Located<OriginalPriceKind>>,
    /// Prices at which pieces were really sold, with their days.
    /// 实际成交价与日期。
    #[serde(default)]
    pub price_history: Vec<SoldAt>,
    /// What a piece costs.
    /// 单件成本。
    pub cost: Option<Located<Money>>,
    /// The lowest price at which a piece may be sold, whatever the occasion.
    /// 底价：无论什么活动都不低于这个价格。
    pub floor_price: Option<Located<Money>>,
    /// Pieces in stock on `stock_on`.
    /// 库存件数（截至 `stock_on`）。
    pub stock: Option<Located<Count>>,
    /// The day on which the stock was, or will be, as stated.
    /// 库存数对应的日期。
    pub stock_on: Option<Located<Day>>,
    /// Goods that come in after that day.
    /// 此后到货的批次。
    #[serde(default)]
    pub arrivals: Vec<Arrival>,
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
        original_price_kind "原价性质" "Original price kind",
        price_history "成交价记录" "Price history",
        cost "成本" "Cost",
        floor_price "底价" "Floor price",
        stock "库存" "Stock",
        stock_on "库存日期" "Stock on",
        arrivals "到货" "Arrivals",
        sales "销量" "Sales",
        reviews "评价数" "Reviews",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// Goods that come in.
/// 一批到货。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "到货 Arrival", transform = titles::<Self>)]
pub struct Arrival {
    /// The day from which they can be sold.
    /// 到货（可以开卖）的日期。
    pub on: Option<Located<Day>>,
    /// How many pieces.
    /// 件数。
    pub quantity: Option<Located<Count>>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
}

fields! {
    Arrival {
        on "日期" "On",
        quantity "数量" "Quantity",
        note "备注" "Note",
    }
}

/// A price at which pieces were really sold.
/// 实际成交过的一个价格。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "成交价 Sold at", transform = titles::<Self>)]
pub struct SoldAt {
    /// The first day, or the only one.
    /// 第一天（只有一天就是那一天）。
    pub on: Located<Day>,
    /// The last day, inclusive, where there are several.
    /// 最后一天（含）；只有一天时不写。
    pub until: Option<Located<Day>>,
    /// The price that was paid.
    /// 成交价。
    pub price: Located<Money>,
    /// Where this is recorded.
    /// 依据，例如订单或后台记录。
    pub source: Option<Line>,
}

fields! {
    SoldAt {
        on "日期" "On",
        until "截止" "Until",
        price "成交价" "Price",
        source "依据" "Source",
    }
}

choice! {
    /// What kind of price an original price is.
    pub enum OriginalPriceKind ("原价性质", "original price kind") {
        Charged = "charged" "曾成交的价格" "charged before", "店铺此前真实成交过的价格。", "A price at which the shop has really sold.";
        Suggested = "suggested" "厂商建议零售价" "suggested retail price", "厂商建议零售价，页面上要如实标明。", "The maker's suggestion, which has to be shown as such.";
    }
}

choice! {
    /// What a product is for.
    pub enum ProductRole ("商品定位", "product role") {
        Traffic = "traffic" "引流款" "traffic driver", "价格有优势，带来流量。", "Brings visitors by its price.";
        Campaign = "campaign" "活动款" "promotion item", "用于报活动、冲销量。", "Goes into campaigns for volume.";
        Profit = "profit" "利润款" "margin item", "利润的主要来源。", "Earns the profit.";
        Image = "image" "形象款" "brand-image item", "提升品牌形象的高端款。", "Stands for the brand.";
    }
}
