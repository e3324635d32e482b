use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Count, Figure, Id, Money, Rate, choice};
use super::{Allow, Entry, Line, OwnMetric, Owner, Person, Product, Ref, Store, Table};
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
    /// Net revenue: what is left of revenue after refunds.
    /// 净销售额：营业额减去退款。
    pub net_revenue: Option<Located<Amount<Money>>>,
    /// Refund rate: money refunded, as a share of revenue.
    /// 退款率：退款金额占营业额的比例。
    pub refund_rate: Option<Located<Amount<Rate>>>,
    /// Gross profit: what is left of net revenue after the cost of the goods.
    /// 毛利：净销售额减去商品成本。
    pub gross_profit: Option<Located<Amount<Money>>>,
    /// Money spent on advertising.
    /// 推广花费。
    pub ad_spend: Option<Located<Amount<Money>>>,
    /// Return on what is spent on advertising: sales that it brings divided by it.
    /// 投产比（ROI）：推广带来的成交额 ÷ 推广花费。
    pub roi: Option<Located<Amount<Figure>>>,
    /// Customers who buy for the first time.
    /// 新客数。
    pub new_customers: Option<Located<Amount<Count>>>,
    /// Share of customers who buy again.
    /// 复购率。
    pub repurchase_rate: Option<Located<Amount<Rate>>>,
    /// Followers there are at the end of the period.
    /// 期末粉丝数。
    pub followers: Option<Located<Amount<Count>>>,
    /// Sessions of live selling.
    /// 直播场次数。
    pub sessions: Option<Located<Amount<Count>>>,
    /// Figures of the plan's own, by their names: `metrics."直播时长"`.
    /// 自定的指标，以名称为键：`metrics."直播时长"`。
    #[serde(default)]
    pub metrics: Table<Id, OwnMetric>,
    /// For a part: its share of the revenue of the whole.
    /// 用于细分：占总营业额的比例。
    pub share: Option<Located<Rate>>,
    /// From which part of it on the target counts as reached.
    /// 完成到百分之几算达标。
    pub accept: Option<Located<Rate>>,
    /// Revenue of the same days a year before.
    /// 去年同期的营业额。
    pub last_year: Option<Located<Money>>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
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
    /// By what its parts are complete: they are all there and do not overlap, so that they add up to it.
    /// 哪几种细分是完整的：各项都写全、互不重叠，合计应等于总数。
    #[serde(default)]
    pub complete: Vec<Located<PartKind>>,
    /// For a channel: it shares sales with other channels, so that they may add up to more than the whole.
    /// 用于渠道：与其他渠道有重叠，各渠道合计可以超过总数。
    pub overlap: Option<Located<bool>>,
    /// For an event: whether its figures count inside those of its months or beside them.
    /// 用于节点：它的数含在所在月份里，还是另外计算。
    pub counted: Option<Located<Counted>>,
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
        net_revenue "净销售额" "Net revenue",
        refund_rate "退款率" "Refund rate",
        gross_profit "毛利" "Gross profit",
        ad_spend "推广花费" "Ad spend",
        roi "投产比" "ROI",
        new_customers "新客数" "New customers",
        repurchase_rate "复购率" "Repurchase rate",
        followers "粉丝数" "Followers",
        sessions "场次" "Sessions",
        metrics "自定指标" "Own figures",
        share "占比" "Share",
        accept "达标线" "Accepted from",
        last_year "去年同期" "Last year",
        owners "负责人" "Owners",
        products "按商品" "By product",
        stores "按店铺" "By shop",
        categories "按类目" "By category",
        channels "按渠道" "By channel",
        people "按人员" "By person",
        complete "完整的细分" "Complete by",
        overlap "有重叠" "Overlaps",
        counted "计入方式" "Counted",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What a target may be divided by.
    pub enum PartKind ("细分方式", "way to divide a target") {
        Products = "products" "分商品" "by product", "按商品细分。", "Parts by product.";
        Stores = "stores" "分店铺" "by shop", "按店铺细分。", "Parts by shop.";
        Categories = "categories" "分类目" "by category", "按类目细分。", "Parts by category.";
        Channels = "channels" "分渠道" "by channel", "按渠道细分。", "Parts by channel.";
        People = "people" "分人员" "by person", "按人员细分。", "Parts by person.";
    }
}

choice! {
    /// How the figures of an event are counted.
    pub enum Counted ("计入方式", "way to count an event") {
        Inside = "inside" "含在所在月份" "inside its months", "含在所在月份的数里；不写则为此。", "Inside the figures of its months, as it is unless said.";
        Beside = "beside" "不含在所在月份" "beside its months", "在所在月份的数之外另算。", "Beside the figures of its months.";
    }
}

impl Target {
    /// Its parts: by what they are keyed, and the parts.
    pub fn parts(&self) -> impl Iterator<Item = (PartKind, &[Entry<Self>])> {
        [
            (PartKind::Products, &*self.products),
            (PartKind::Stores, &*self.stores),
            (PartKind::Categories, &*self.categories),
            (PartKind::Channels, &*self.channels),
            (PartKind::People, &*self.people),
        ]
        .into_iter()
    }
}
