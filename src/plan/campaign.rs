use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Count, Day, Id, Money, choice};
use super::{Allow, Line};
use crate::source::Located;

/// A campaign that the shop wants to run or take part in.
/// 店铺要办或要报名的一场活动。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Name of the campaign.
    /// 活动名称。
    #[schemars(title = "标题 Title")]
    pub title: Option<Line>,
    /// The programme it is signed up for; none for the shop's own campaigns.
    /// 报名哪种平台活动；店铺自办的不写。
    #[schemars(title = "活动规则 Program")]
    pub program: Option<Located<Id>>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    #[schemars(title = "店铺 Store")]
    pub store: Option<Located<Id>>,
    /// The product signed up.
    /// 报名的商品。
    #[schemars(title = "商品 Product")]
    pub product: Option<Located<Id>>,
    /// Pieces signed up.
    /// 报名数量（件）。
    #[schemars(title = "数量 Quantity")]
    pub quantity: Option<Located<Count>>,
    /// Campaign price of a piece.
    /// 活动价。
    #[schemars(title = "活动价 Price")]
    pub price: Option<Located<Money>>,
    /// Whether shipping is free.
    /// 是否包邮。
    #[schemars(title = "包邮 Free shipping")]
    pub free_shipping: Option<Located<bool>>,
    /// The day of sign-up.
    /// 报名日期。
    #[schemars(title = "报名日期 Sign-up on")]
    pub signup_on: Option<Located<Day>>,
    /// First day.
    /// 第一天。
    #[schemars(title = "开始 Start")]
    pub start: Option<Located<Day>>,
    /// Last day, inclusive.
    /// 最后一天（含）。
    #[schemars(title = "结束 End")]
    pub end: Option<Located<Day>>,
    /// How far the application is.
    /// 报名进度。
    #[schemars(title = "状态 Status")]
    pub status: Option<Located<CampaignStatus>>,
    /// Who looks after it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    #[schemars(title = "负责人 Owners")]
    pub owners: Vec<Located<Id>>,
    /// What it is to achieve.
    /// 活动目标。
    #[schemars(title = "目标 Goal")]
    pub goal: Option<Line>,
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
    /// How far an application is.
    pub enum CampaignStatus ("活动状态", "campaign status") {
        Planned = "planned" "计划中" "planned", "还没有报名。", "Not signed up yet.";
        Applied = "applied" "已报名" "applied", "已报名，等待审核。", "Signed up, under review.";
        Approved = "approved" "已通过" "approved", "审核已通过。", "Approved.";
        Declined = "declined" "未通过" "declined", "审核未通过。", "Declined.";
    }
}
