use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day, Duration, Money, Rate, choice};
use super::{Allow, Entry, Line, Owner, Product, Program, Ref, Store, When, Window};
use crate::source::Located;

/// A campaign that the shop wants to run or take part in.
/// 店铺要办或要报名的一场活动。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Campaign {
    /// Name of the campaign.
    /// 活动名称。
    pub title: Option<Line>,
    /// The programme it is signed up for; none for the shop's own campaigns.
    /// 报名哪种平台活动；店铺自办的不写。
    pub program: Option<Located<Ref<Program>>>,
    /// Who runs it, where it has no programme: `"store"` for the shop's own.
    /// 没有活动规则的由谁主办；店铺自办写 `"store"`。
    pub organiser: Option<Located<Host>>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// The product signed up.
    /// 报名的商品。
    pub product: Option<Located<Ref<Product>>>,
    /// Pieces signed up.
    /// 报名数量（件）。
    pub quantity: Option<Located<Count>>,
    /// Campaign price of a piece.
    /// 活动价。
    pub price: Option<Located<Money>>,
    /// Whether shipping is free.
    /// 是否包邮。
    pub free_shipping: Option<Located<bool>>,
    /// The day of sign-up.
    /// 报名日期。
    pub signup_on: Option<Located<Day>>,
    /// First day.
    /// 第一天。
    #[serde(default)]
    pub start: When,
    /// Last day, inclusive.
    /// 最后一天（含）。
    #[serde(default)]
    pub end: When,
    /// Its windows, to the second.
    /// 各个时间窗，精确到秒。
    pub windows: Option<Located<Windows>>,
    /// The deposit that a buyer pays ahead for a piece.
    /// 每件预付的定金。
    pub deposit: Option<Located<Money>>,
    /// Last day on which a lower price is made good.
    /// 保价到哪一天（含）。
    pub price_protected_until: Option<Located<Day>>,
    /// How soon after payment the goods are sent.
    /// 付款后多久发货。
    pub ships_within: Option<Located<Duration>>,
    /// The commission of those who bring the buyers, as a share of the price.
    /// 达人或推广者的佣金比例。
    pub commission: Option<Located<Rate>>,
    /// The fee of an agency, as a share of the price.
    /// 机构服务费比例。
    pub agency_fee: Option<Located<Rate>>,
    /// How far the application is.
    /// 报名进度。
    pub status: Option<Located<CampaignStatus>>,
    /// Who looks after it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// What it is to achieve.
    /// 活动目标。
    pub goal: Option<Line>,
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
    Campaign {
        title "标题" "Title",
        program "活动规则" "Programme",
        organiser "主办" "Organiser",
        store "店铺" "Shop",
        product "商品" "Product",
        quantity "数量" "Quantity",
        price "活动价" "Price",
        free_shipping "包邮" "Free shipping",
        signup_on "报名日期" "Sign-up on",
        start "开始" "Start",
        end "结束" "End",
        windows "时间窗" "Windows",
        deposit "定金" "Deposit",
        price_protected_until "保价至" "Price protected until",
        ships_within "发货时限" "Ships within",
        commission "佣金" "Commission",
        agency_fee "服务费" "Agency fee",
        status "状态" "Status",
        owners "负责人" "Owners",
        goal "目标" "Goal",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// The windows of a campaign, to the second.
/// 活动的各个时间窗，精确到秒。
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "活动时间窗 Windows of a campaign", transform = titles::<Self>)]
pub struct Windows {
    /// When applications are taken.
    /// 报名。
    pub signup: Option<Located<Window>>,
    /// When it is announced.
    /// 预热。
    pub warm_up: Option<Located<Window>>,
    /// When the deposit is paid.
    /// 付定金。
    pub deposit: Option<Located<Window>>,
    /// When the rest is paid.
    /// 付尾款。
    pub balance: Option<Located<Window>>,
    /// When it sells.
    /// 售卖。
    pub sale: Option<Located<Window>>,
    /// When it sells once more.
    /// 返场。
    pub encore: Option<Located<Window>>,
}

fields! {
    Windows {
        signup "报名" "Sign-up",
        warm_up "预热" "Warm-up",
        deposit "付定金" "Deposit",
        balance "付尾款" "Balance",
        sale "售卖" "Sale",
        encore "返场" "Encore",
    }
}

impl Entry<Campaign> {
    /// Whether it is known to go on: one that was declined does not, and if its status could
    /// not be read, nobody knows.
    pub fn goes_on(&self) -> bool {
        let declined = |status: Located<CampaignStatus>| status.value == CampaignStatus::Declined;
        !self.status.is_some_and(declined) && !self.unread.holds("status")
    }
}

choice! {
    /// Who runs a campaign.
    pub enum Host ("活动主办", "organiser of a campaign") {
        Store = "store" "店铺自办" "our own", "店铺自己办的活动，不用报名。", "The shop's own: nobody is asked.";
        Platform = "platform" "平台活动" "platform", "平台官方活动。", "Run by the platform.";
        ThirdParty = "third_party" "站外活动" "third party", "第三方网站的活动。", "Run by a third party.";
    }
}

choice! {
    /// How far an application is.
    pub enum CampaignStatus ("活动状态", "campaign status") {
        Planned = "planned" "计划中" "planned", "还没有报名。", "Not signed up yet.";
        Applied = "applied" "已报名" "applied", "已报名，等待审核。", "Signed up, under review.";
        Approved = "approved" "已通过" "approved", "审核已通过。", "Approved.";
        Declined = "declined" "未通过" "declined", "审核未通过。", "Declined.";
    }
}
