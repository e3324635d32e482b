use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Duration, Money, Rate};
use super::{Allow, Band, Line, Owner, Ref, Store};
use crate::source::Located;

/// How a shop is opened on a platform.
/// 一次平台入驻。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Onboarding {
    /// Name of the application.
    /// 入驻名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// Who applies: a maker, an agent, an owner of a brand.
    /// 申请主体：品牌商、代理商等。
    pub applicant: Option<Line>,
    /// What has to be handed in.
    /// 需要提交的资料。
    #[serde(default)]
    pub documents: Vec<Located<Paper>>,
    /// Where it is sent.
    /// 寄送地址。
    pub send_to: Option<Line>,
    /// What has to be done, in order.
    /// 入驻步骤，按先后。
    #[serde(default)]
    pub steps: Vec<Located<OnboardingStep>>,
    /// What it costs.
    /// 费用。
    #[serde(default)]
    pub fees: Vec<Located<Fee>>,
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
    Onboarding {
        title "入驻" "Onboarding",
        store "店铺" "Shop",
        applicant "申请主体" "Applicant",
        documents "资料" "Documents",
        send_to "寄送" "Sent to",
        steps "步骤" "Steps",
        fees "费用" "Fees",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// A document that has to be handed in.
/// 一份要提交的资料。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "入驻资料 Document", transform = titles::<Self>)]
pub struct Paper {
    /// Name of the document.
    /// 资料名称。
    pub title: Option<Line>,
    /// Whether it must be there.
    /// 是否必需。
    pub required: Option<Located<bool>>,
    /// The last day on which it is valid.
    /// 有效期到哪天。
    pub until: Option<Located<Day>>,
    /// What it must be like.
    /// 要求。
    pub requirement: Option<Line>,
}

fields! {
    Paper {
        title "资料" "Document",
        required "必需" "Required",
        until "有效期至" "Valid until",
        requirement "要求" "Requirement",
    }
}

/// A step on the way.
/// 一个入驻步骤。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "入驻步骤 Step", transform = titles::<Self>)]
pub struct OnboardingStep {
    /// What is done.
    /// 做什么。
    pub title: Option<Line>,
    /// How much time there is.
    /// 限多久内完成。
    pub within: Option<Located<Duration>>,
    /// What that time is counted from.
    /// 从什么时候算起。
    pub after: Option<Line>,
    /// The day on which it was done.
    /// 完成日期。
    pub done_on: Option<Located<Day>>,
    /// Who does it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// What follows if it is late.
    /// 逾期的后果。
    pub otherwise: Option<Line>,
}

fields! {
    OnboardingStep {
        title "步骤" "Step",
        within "期限" "Within",
        after "起算" "Counted from",
        done_on "完成日期" "Done on",
        owners "负责人" "Owners",
        otherwise "逾期后果" "If late",
    }
}

/// What a platform asks for.
/// 一项平台费用。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "入驻费用 Fee", transform = titles::<Self>)]
pub struct Fee {
    /// Name of the fee.
    /// 费用名称。
    pub title: Option<Line>,
    /// The sum.
    /// 金额。
    pub amount: Option<Located<Money>>,
    /// A part of what is sold.
    /// 按成交额的比例。
    pub rate: Option<Located<Rate>>,
    /// How often it is paid; once unless said.
    /// 多久付一次，不写则为一次。
    pub every: Option<Located<Duration>>,
    /// Whether it is paid back.
    /// 是否可退。
    pub refundable: Option<Located<bool>>,
    /// How much is paid back, by what was sold.
    /// 按成交额返还多少，一档一行。
    #[serde(default)]
    pub bands: Vec<Located<Band>>,
    /// When it falls due.
    /// 什么情况下收。
    pub when: Option<Line>,
}

fields! {
    Fee {
        title "费用" "Fee",
        amount "金额" "Amount",
        rate "比例" "Rate",
        every "周期" "Every",
        refundable "可退" "Refundable",
        bands "返还" "Refunds",
        when "条件" "When",
    }
}
