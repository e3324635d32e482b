use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Count, Money, Rate};
use super::{Allow, Channel, Line, Product, Ref};
use crate::source::Located;

/// A group of buyers, and what it wants.
/// 一类人群及其需求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Segment {
    /// Name of the group.
    /// 人群名称。
    pub title: Option<Line>,
    /// Who they are.
    /// 人群特征：年龄、性别、地区、职业等。
    pub audience: Option<Line>,
    /// Their part of all buyers.
    /// 占买家的比例。
    pub share: Option<Located<Rate>>,
    /// How many there are.
    /// 人数。
    pub size: Option<Located<Amount<Count>>>,
    /// What they pay.
    /// 愿意付的价格。
    pub price: Option<Located<Amount<Money>>>,
    /// What they want, one a line.
    /// 需求，一条一行。
    #[serde(default)]
    pub needs: Vec<Line>,
    /// What the shop is for them.
    /// 店铺在他们心中的定位。
    pub positioning: Option<Line>,
    /// What is sold to them.
    /// 主推哪些商品。
    #[serde(default)]
    pub products: Vec<Located<Ref<Product>>>,
    /// Where they are reached.
    /// 从哪些渠道触达。
    #[serde(default)]
    pub channels: Vec<Located<Ref<Channel>>>,
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
    Segment {
        title "人群" "Segment",
        audience "特征" "Who they are",
        share "占比" "Share",
        size "人数" "Size",
        price "价格带" "Price",
        needs "需求" "Needs",
        positioning "定位" "Positioning",
        products "商品" "Products",
        channels "渠道" "Channels",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
