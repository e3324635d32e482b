use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Count, Id, Money, Rate};
use super::{Allow, Entry, Line, Person, Product, Ref, Store, Table};
use crate::source::Located;

/// What is to be reached in a period, and in its parts.
/// 一个时段要达到的数，以及它的细分。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Target {
    /// A name, where the period does not say enough.
    /// 名称（时段本身说不清时才写）。
    pub title: Option<Line>,
    /// Revenue: money paid for goods in the period.
    /// 营业额（销售额）。
    pub revenue: Option<Located<Amount<Money>>>,
    /// Visitors of the period, counted without repeats.
    /// 访客数（UV），不重复计。
    pub visitors: Option<Located<Amount<Count>>>,
    /// Conversion: paying buyers divided by visitors.
    /// 转化率：支付买家数 ÷ 访客数。
    pub conversion: Option<Located<Amount<Rate>>>,
    /// Order value: revenue divided by paying buyers.
    /// 客单价：营业额 ÷ 支付买家数。
    pub order_value: Option<Located<Amount<Money>>>,
    /// Orders paid.
    /// 订单数。
    pub orders: Option<Located<Amount<Count>>>,
    /// Pieces sold.
    /// 销量（件数）。
    pub units: Option<Located<Amount<Count>>>,
    /// Parts by product.
    /// 按商品细分。
    #[serde(default)]
    pub products: Table<Ref<Product>, Target>,
    /// Parts by shop.
    /// 按店铺细分。
    #[serde(default)]
    pub stores: Table<Ref<Store>, Target>,
    /// Parts by category of goods.
    /// 按类目细分。
    #[serde(default)]
    pub categories: Table<Id, Target>,
    /// Parts by traffic channel.
    /// 按渠道细分。
    #[serde(default)]
    pub channels: Table<Id, Target>,
    /// Parts by person.
    /// 按人员细分。
    #[serde(default)]
    pub people: Table<Ref<Person>, Target>,
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
    Target {
        title "标题" "Title",
        revenue "营业额" "Revenue",
        visitors "访客数" "Visitors",
        conversion "转化率" "Conversion",
        order_value "客单价" "Order value",
        orders "订单数" "Orders",
        units "销量" "Units",
        products "按商品" "By product",
        stores "按店铺" "By shop",
        categories "按类目" "By category",
        channels "按渠道" "By channel",
        people "按人员" "By person",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

impl Target {
    /// Its parts: by what they are keyed, and the parts.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &[Entry<Self>])> {
        [
            ("products", &*self.products),
            ("stores", &*self.stores),
            ("categories", &*self.categories),
            ("channels", &*self.channels),
            ("people", &*self.people),
        ]
        .into_iter()
    }
}
