use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Duration, Money, Time};
use super::{Allow, Line, Owner, Ref, Store, Window};
use crate::source::Located;

/// How and when goods are sent.
/// 一条发货安排。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Shipping {
    /// Name of the arrangement.
    /// 发货安排名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// Where goods are sent from.
    /// 发货仓。
    pub warehouse: Option<Line>,
    /// Orders before this time are sent on the same day.
    /// 当天截单时间。
    pub cutoff: Option<Located<Time>>,
    /// How soon goods are sent at the latest.
    /// 承诺多久内发货。
    pub promise: Option<Located<Duration>>,
    /// Orders that can be sent on a day.
    /// 每天最多发多少单。
    pub capacity: Option<Located<Count>>,
    /// How often goods are handed over.
    /// 多久交接一次包裹。
    pub interval: Option<Located<Duration>>,
    /// Who carries them.
    /// 合作快递。
    #[serde(default)]
    pub couriers: Vec<Located<Courier>>,
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
    Shipping {
        title "发货" "Shipping",
        store "店铺" "Shop",
        warehouse "仓库" "Warehouse",
        cutoff "截单" "Cut-off",
        promise "发货承诺" "Promise",
        capacity "日发单量" "Orders a day",
        interval "揽收间隔" "Pick-up interval",
        couriers "快递" "Couriers",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// A courier.
/// 一家快递。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "快递 Courier", transform = titles::<Self>)]
pub struct Courier {
    /// Name of the courier.
    /// 快递名称。
    pub title: Option<Line>,
    /// What a parcel costs.
    /// 每单运费。
    pub freight: Option<Located<Money>>,
    /// Where it goes.
    /// 覆盖地区。
    #[serde(default)]
    pub areas: Vec<Line>,
    /// When it does not work.
    /// 停收时间。
    pub stop: Option<Located<Window>>,
}

fields! {
    Courier {
        title "快递" "Courier",
        freight "运费" "Freight",
        areas "地区" "Areas",
        stop "停收" "Stops",
    }
}
