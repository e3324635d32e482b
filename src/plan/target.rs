use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Amount, Count, Id, Money, Rate};
use super::{Allow, Line, Table};
use crate::source::Located;

/// What is to be reached in a period, and in its parts.
/// 一个时段要达到的数，以及它的细分。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// A name, where the period does not say enough.
    /// 名称（时段本身说不清时才写）。
    #[schemars(title = "标题 Title")]
    pub title: Option<Line>,
    /// Revenue: money paid for goods in the period.
    /// 营业额（销售额）。
    #[schemars(title = "营业额 Revenue")]
    pub revenue: Option<Located<Amount<Money>>>,
    /// Visitors of the period, counted without repeats.
    /// 访客数（UV），不重复计。
    #[schemars(title = "访客数 Visitors")]
    pub visitors: Option<Located<Amount<Count>>>,
    /// Conversion: paying buyers divided by visitors.
    /// 转化率：支付买家数 ÷ 访客数。
    #[schemars(title = "转化率 Conversion")]
    pub conversion: Option<Located<Amount<Rate>>>,
    /// Order value: revenue divided by paying buyers.
    /// 客单价：营业额 ÷ 支付买家数。
    #[schemars(title = "客单价 Order value")]
    pub order_value: Option<Located<Amount<Money>>>,
    /// Orders paid.
    /// 订单数。
    #[schemars(title = "订单数 Orders")]
    pub orders: Option<Located<Amount<Count>>>,
    /// Pieces sold.
    /// 销量（件数）。
    #[schemars(title = "销量 Units")]
    pub units: Option<Located<Amount<Count>>>,
    /// Parts by product.
    /// 按商品细分。
    #[serde(default)]
    #[schemars(title = "按商品 By product")]
    pub products: Table<Id, Target>,
    /// Parts by shop.
    /// 按店铺细分。
    #[serde(default)]
    #[schemars(title = "按店铺 By shop")]
    pub stores: Table<Id, Target>,
    /// Parts by category of goods.
    /// 按类目细分。
    #[serde(default)]
    #[schemars(title = "按类目 By category")]
    pub categories: Table<Id, Target>,
    /// Parts by traffic channel.
    /// 按渠道细分。
    #[serde(default)]
    #[schemars(title = "按渠道 By channel")]
    pub channels: Table<Id, Target>,
    /// Parts by person.
    /// 按人员细分。
    #[serde(default)]
    #[schemars(title = "按人员 By person")]
    pub people: Table<Id, Target>,
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

impl Target {
    /// Its parts: by what they are keyed, and the parts.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &Table<Id, Self>)> {
        [
            ("products", &self.products),
            ("stores", &self.stores),
            ("categories", &self.categories),
            ("channels", &self.channels),
            ("people", &self.people),
        ]
        .into_iter()
    }
}
