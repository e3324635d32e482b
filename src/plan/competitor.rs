use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Day, Level, Rate};
use super::{Allow, Line, Platform};
use crate::source::Located;

/// A shop that competes.
/// 一家竞品店铺。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Competitor {
    /// Name of the shop.
    /// 店铺名称。
    pub title: Option<Line>,
    /// Its platform.
    /// 所在平台。
    pub platform: Option<Located<Platform>>,
    /// What it sells.
    /// 类目。
    pub category: Option<Line>,
    /// Its credit level.
    /// 信用等级。
    pub level: Option<Located<Level>>,
    /// Its share of positive reviews.
    /// 好评率。
    pub positive_rate: Option<Located<Rate>>,
    /// Its share of refunds.
    /// 退款率。
    pub refund_rate: Option<Located<Rate>>,
    /// How many products it has.
    /// 商品数。
    pub products: Option<Located<Count>>,
    /// Reviews of the last thirty days.
    /// 近 30 天评价数。
    pub reviews: Option<Located<Count>>,
    /// Pieces sold of its best product in a month.
    /// 单品最高月销量。
    pub best_sold: Option<Located<Count>>,
    /// Campaigns that it runs, one a line.
    /// 在做的活动，一条一行。
    #[serde(default)]
    pub campaigns: Vec<Line>,
    /// What it does better, one a line.
    /// 优势，一条一行。
    #[serde(default)]
    pub strengths: Vec<Line>,
    /// What we do about it, one a line.
    /// 我们怎么应对，一条一行。
    #[serde(default)]
    pub response: Vec<Line>,
    /// The day on which this was looked up.
    /// 查看日期。
    pub seen_on: Option<Located<Day>>,
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
    Competitor {
        title "竞品店铺" "Competitor",
        platform "平台" "Platform",
        category "类目" "Category",
        level "等级" "Level",
        positive_rate "好评率" "Positive rate",
        refund_rate "退款率" "Refund rate",
        products "商品数" "Products",
        reviews "近三十天评价" "Reviews in 30 days",
        best_sold "单品最高销量" "Best seller",
        campaigns "活动" "Campaigns",
        strengths "优势" "Strengths",
        response "应对" "Response",
        seen_on "查看日期" "Seen on",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
