use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Discount, Money, Rate, choice};
use super::{Allow, Campaign, Line, Material, Product, Ref, Store, Window};
use crate::source::Located;

/// A discount, a coupon or a gift: one layer of the price.
/// 一项优惠：价格的一层。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Promotion {
    /// Name of the discount.
    /// 优惠名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What it does.
    /// 怎么优惠。
    pub kind: Option<Located<PromotionKind>>,
    /// The price that it sets.
    /// 优惠后的价格。
    pub price: Option<Located<Money>>,
    /// The part of the price that is paid.
    /// 打几折。
    pub rate: Option<Located<Discount>>,
    /// What is taken off.
    /// 减多少元。
    pub off: Option<Located<Money>>,
    /// From which sum on it holds, inclusive.
    /// 满多少元可用（含）。
    pub over: Option<Located<Money>>,
    /// From how many pieces on it holds.
    /// 满几件可用。
    pub pieces: Option<Located<Count>>,
    /// Which price that sum is counted on.
    /// 门槛按哪个价格计算。
    pub counts: Option<Located<Threshold>>,
    /// How often an order may take it.
    /// 一单最多用几次。
    pub times: Option<Located<Count>>,
    /// Its place in the order of discounts: 1 comes first.
    /// 第几层计算，1 最先。
    pub layer: Option<Located<Count>>,
    /// Of those in one group an order takes one.
    /// 同组只能用一项。
    pub group: Option<Line>,
    /// Discounts that it cannot be taken with.
    /// 不能同时用的优惠。
    #[serde(default)]
    pub excludes: Vec<Located<Ref<Promotion>>>,
    /// What it takes off at the most.
    /// 最多减多少元。
    pub cap: Option<Located<Money>>,
    /// The part of it that the shop pays.
    /// 店铺承担的比例。
    pub shop_pays: Option<Located<Rate>>,
    /// The products it is for; all unless said.
    /// 适用的商品，不写则为全部。
    #[serde(default)]
    pub products: Vec<Located<Ref<Product>>>,
    /// The campaigns it is for.
    /// 适用的活动。
    #[serde(default)]
    pub campaigns: Vec<Located<Ref<Campaign>>>,
    /// What is given along.
    /// 送哪些赠品。
    #[serde(default)]
    pub gifts: Vec<Located<Ref<Material>>>,
    /// From when to when it holds.
    /// 有效时间。
    pub window: Option<Located<Window>>,
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
    Promotion {
        title "优惠" "Discount",
        store "店铺" "Shop",
        kind "方式" "Kind",
        price "价格" "Price",
        rate "折扣" "Rate",
        off "减免金额" "Off",
        over "满额" "Over",
        pieces "满几件" "Pieces",
        counts "门槛口径" "Counted on",
        times "次数" "Times",
        layer "优惠层级" "Layer",
        group "互斥组" "Group",
        excludes "不同享" "Excludes",
        cap "封顶" "Cap",
        shop_pays "店铺承担" "Shop pays",
        products "商品" "Products",
        campaigns "活动" "Campaigns",
        gifts "赠品" "Gifts",
        window "有效时间" "Window",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What a discount does.
    pub enum PromotionKind ("优惠方式", "kind of discount") {
        Price = "price" "直降价" "price", "直接定一个更低的价格。", "Sets a lower price.";
        Rate = "rate" "打折" "rate", "按几折付款。", "Part of the price is paid.";
        Off = "off" "立减" "off", "每件或每单减多少元，没有门槛。", "A sum off each piece or order, without a threshold.";
        Over = "over" "满减" "over", "满多少元（或几件）减多少元。", "A sum off above an amount or a number of pieces.";
        Gift = "gift" "赠品" "gift", "满足条件送赠品。", "A gift is added to the order.";
        Deposit = "deposit" "定金抵扣" "deposit", "定金抵扣更多货款。", "A deposit counts for more than was paid.";
    }
}

choice! {
    /// The price on which the threshold of a discount is counted.
    pub enum Threshold ("门槛口径", "price that a threshold is counted on") {
        List = "list" "标价" "list price", "按标价计算。", "On the list price.";
        Deal = "deal" "活动价" "campaign price", "按活动价计算。", "On the campaign price.";
        Left = "left" "前层优惠后" "after earlier discounts", "按前面各层优惠之后的价格计算。", "On the price after the discounts of earlier layers.";
    }
}
