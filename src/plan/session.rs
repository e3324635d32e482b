use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Day, Duration, Figure, Money};
use super::{Allow, Hours, Line, Owner, Product, Ref, Store};
use crate::source::Located;

/// A session of live selling.
/// 一场直播。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Session {
    /// Name of the session.
    /// 场次名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// The account that is live.
    /// 直播账号。
    pub account: Option<Line>,
    /// The day, or the first of several.
    /// 哪一天，或从哪一天起。
    pub on: Option<Located<Day>>,
    /// How often it is held: `"1d"`.
    /// 多久一场：`"1d"`。
    pub every: Option<Located<Duration>>,
    /// From when to when.
    /// 几点到几点。
    pub hours: Option<Located<Hours>>,
    /// Who is live: people or posts.
    /// 主播（人员或岗位）。
    #[serde(default)]
    pub hosts: Vec<Located<Ref<Owner>>>,
    /// Who helps behind the camera: people or posts.
    /// 场控（人员或岗位）。
    #[serde(default)]
    pub control: Vec<Located<Ref<Owner>>>,
    /// What is sold.
    /// 卖哪些商品。
    #[serde(default)]
    pub products: Vec<Located<Ref<Product>>>,
    /// What a session is to sell.
    /// 每场销售额目标。
    pub revenue: Option<Located<Amount<Money>>>,
    /// What is spent on advertising.
    /// 每场投放费用。
    pub ad_spend: Option<Located<Amount<Money>>>,
    /// What a yuan spent is to bring.
    /// 每花一元要带来多少元。
    pub roi: Option<Located<Amount<Figure>>>,
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
    Session {
        title "场次" "Session",
        store "店铺" "Shop",
        account "账号" "Account",
        on "日期" "Date",
        every "周期" "Every",
        hours "时段" "Hours",
        hosts "主播" "Hosts",
        control "场控" "Control",
        products "商品" "Products",
        revenue "销售额" "Revenue",
        ad_spend "投放费用" "Ad spend",
        roi "投产比" "ROI",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
