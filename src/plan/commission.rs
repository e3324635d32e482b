use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Duration, Rate, choice};
use super::{Allow, Band, Line, Ref, Role, Scale};
use crate::source::Located;

/// Pay by what is sold.
/// 按销售额提成。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Commission {
    /// Name of the commission.
    /// 提成名称。
    pub title: Option<Line>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// What is counted.
    /// 按什么计算。
    pub basis: Option<Located<Basis>>,
    /// What is taken off before it is counted, one a line.
    /// 计算前先扣除什么，一条一行。
    #[serde(default)]
    pub less: Vec<Line>,
    /// How often it is counted: `"1mo"`.
    /// 多久结算一次：`"1mo"`。
    pub every: Option<Located<Duration>>,
    /// How the rows count.
    /// 各档怎么计算。
    pub scale: Option<Located<Scale>>,
    /// From which figure to which, and what it earns.
    /// 各档的范围和提成。
    #[serde(default)]
    pub bands: Vec<Located<Band>>,
    /// The share that is paid at once.
    /// 当期发放的比例。
    pub pays_now: Option<Located<Rate>>,
    /// When the rest is paid.
    /// 其余部分什么时候发。
    pub rest_paid: Option<Line>,
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
    Commission {
        title "提成" "Commission",
        roles "岗位" "Posts",
        basis "基数" "Basis",
        less "扣除" "Less",
        every "结算周期" "Every",
        scale "计算方式" "Scale",
        bands "档位" "Bands",
        pays_now "当期发放" "Paid at once",
        rest_paid "其余发放" "Rest paid",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What a commission is counted on.
    pub enum Basis ("提成基数", "basis of a commission") {
        PersonalSales = "personal_sales" "个人销售额" "own sales", "本人成交的销售额。", "What the person sold.";
        TeamSales = "team_sales" "团队销售额" "team sales", "整个团队的销售额。", "What the team sold.";
        ShopSales = "shop_sales" "店铺销售额" "shop sales", "店铺的销售额。", "What the shop sold.";
        Profit = "profit" "毛利" "gross profit", "销售额减去成本。", "Sales less cost.";
    }
}
