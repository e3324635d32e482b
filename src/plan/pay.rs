use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Duration, Money, Rate};
use super::{Allow, Band, Line, Ref, Role};
use crate::source::Located;

/// What one post, or some, are paid.
/// 一个或几个岗位的薪酬。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Pay {
    /// Name of the scheme.
    /// 方案名称。
    pub title: Option<Line>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// Base pay a month.
    /// 每月基本工资。
    pub base: Option<Located<Amount<Money>>>,
    /// Base pay by grade: its name and its amount.
    /// 按职级的基本工资：职级名称和金额。
    #[serde(default)]
    pub grades: Vec<Located<Band>>,
    /// How long the probation is.
    /// 试用期多长。
    pub probation: Option<Located<Duration>>,
    /// The share of the base that is paid for full attendance.
    /// 全勤奖金占基本工资的比例。
    pub attendance: Option<Located<Rate>>,
    /// What costs the attendance pay, one a line.
    /// 什么情况取消全勤奖，一条一行。
    #[serde(default)]
    pub attendance_lost_if: Vec<Line>,
    /// The share of the base that is paid by performance score.
    /// 绩效奖金占基本工资的比例。
    pub performance: Option<Located<Rate>>,
    /// How much of the performance pay each score earns.
    /// 各档绩效分发放多少绩效奖。
    #[serde(default)]
    pub bands: Vec<Located<Band>>,
    /// What is paid besides, one a line.
    /// 另外的奖励，一条一行。
    #[serde(default)]
    pub bonuses: Vec<Line>,
    /// What may end the employment, one a line.
    /// 什么情况可以解除合同，一条一行。
    #[serde(default)]
    pub ends_if: Vec<Line>,
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
    Pay {
        title "薪酬方案" "Pay scheme",
        roles "岗位" "Posts",
        base "基本工资" "Base",
        grades "职级" "Grades",
        probation "试用期" "Probation",
        attendance "全勤奖" "Attendance",
        attendance_lost_if "取消全勤" "Attendance lost if",
        performance "绩效奖" "Performance",
        bands "绩效档位" "Bands",
        bonuses "其他奖励" "Bonuses",
        ends_if "解除条件" "Ends if",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}
