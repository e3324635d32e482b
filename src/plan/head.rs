use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Id, LanguageVersion, choice};
use super::{Allow, Line};
use crate::source::Located;

/// `[plan]`: what the plan is, and for when.
/// `[plan]`：计划是什么，管哪一段时间。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "计划 Plan", transform = titles::<Self>)]
pub struct Head {
    /// Title of the document.
    /// 计划书的标题。
    #[schemars(required)]
    pub title: Option<Line>,
    /// Id of the plan and of its output folder; by default the name of the folder.
    /// 计划编号，也是输出文件夹的名字；不写则用所在文件夹的名字。
    pub id: Option<Located<Id>>,
    /// First day of the plan.
    /// 计划的第一天。
    pub start: Option<Located<Day>>,
    /// Last day of the plan, inclusive.
    /// 计划的最后一天（含）。
    pub end: Option<Located<Day>>,
    /// What the plan is to achieve, in a sentence.
    /// 一句话说明计划要达到什么。
    pub goal: Option<Line>,
    /// What the plan says first: a short summary.
    /// 摘要，印在计划书开头。
    pub summary: Option<Line>,
    /// Trade or category of goods.
    /// 经营类目。
    pub category: Option<Line>,
    /// Who wrote the plan: a post or initials.
    /// 编制人（岗位或姓氏缩写）。
    pub prepared_by: Option<Line>,
    /// Who approves the plan: a post or initials.
    /// 审批人（岗位或姓氏缩写）。
    pub approved_by: Option<Line>,
    /// Version of the document, as people call it.
    /// 版本号。
    pub version: Option<Line>,
    /// The day it was issued; stands on every page beside the version.
    /// 编制日期，和版本一起印在每一页上。
    pub date: Option<Located<Day>>,
    /// Version of the plan language that the file is written in; the current one unless said.
    /// 计划语言的版本，不写则为当前版本。
    pub language_version: Option<Located<LanguageVersion>>,
    /// Language of the documents; Chinese unless said.
    /// 文档的语言，不写则为中文。
    pub language: Option<Located<DocumentLanguage>>,
    /// Currency of all amounts, as an ISO code; CNY unless said.
    /// 所有金额的币种（ISO 代码），不写则为 CNY。
    pub currency: Option<Line>,
    /// Time zone as hours east of UTC; 8 unless said.
    /// 时区（东几区），不写则为 8。
    #[schemars(range(min = -12, max = 14))]
    #[serde(default, deserialize_with = "utc_offset")]
    pub utc_offset: Option<Located<i8>>,
    /// Work days of the shop; Monday to Friday unless said.
    /// 店铺的工作日，不写则为周一到周五。
    #[serde(default)]
    pub work_days: Vec<Located<Weekday>>,
    /// Whether the shop rests on statutory holidays (and works on make-up days), or works
    /// through them; it rests unless said.
    /// 法定节假日是放假（并在调休日上班）还是照常营业；不写则放假。
    pub holidays: Option<Located<Holidays>>,
    /// Further files of this plan, relative to this one; `lib:` names one of the built-in library.
    /// 这份计划的其他文件（相对路径）；`lib:` 开头的是内置规则库。
    #[serde(default)]
    pub include: Vec<Line>,
    /// Where the plan comes from.
    /// 来源。
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
    /// Findings on the plan itself that are accepted.
    /// 对计划本身接受的例外。
    #[serde(default)]
    pub allow: Vec<Allow>,
}

fields! {
    Head {
        title "标题" "Title",
        id "编号" "Id",
        start "开始" "Start",
        end "结束" "End",
        goal "总目标" "Goal",
        summary "摘要" "Summary",
        category "类目" "Category",
        prepared_by "编制" "Prepared by",
        approved_by "审批" "Approved by",
        version "版本" "Version",
        date "编制日期" "Date of issue",
        language_version "语言版本" "Language version",
        language "语言" "Language",
        currency "币种" "Currency",
        utc_offset "时区" "UTC offset",
        work_days "工作日" "Work days",
        holidays "节假日" "Holidays",
        include "包含" "Include",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// Hours east of UTC, -12 to 14.
fn utc_offset<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Located<i8>>, D::Error> {
    let hours = Located::<i8>::deserialize(from)?;
    if (-12..=14).contains(&hours.value) {
        return Ok(Some(hours));
    }
    let hours = hours.value;
    Err(serde::de::Error::custom(super::value::Refusal::new(
        crate::diagnostic::text!(
            "时区 `{hours}` 不在 -12 到 14 之间",
            "the time zone `{hours}` is not between -12 and 14"
        ),
    )))
}

choice! {
    /// The language of documents.
    pub enum DocumentLanguage ("文档语言", "document language") {
        Chinese = "zh-CN" "中文" "Chinese", "简体中文。", "Simplified Chinese.";
        English = "en" "英文" "English", "英文。", "English.";
    }
}

choice! {
    /// What the shop does on statutory holidays.
    pub enum Holidays ("节假日安排", "holiday arrangement") {
        Rest = "rest" "放假" "rest", "法定节假日放假，调休日上班。", "Rests on statutory holidays, works on make-up days.";
        Work = "work" "照常" "work", "节假日照常，只看工作日设置。", "Works through holidays; only the work days count.";
    }
}

choice! {
    /// A day of the week.
    pub enum Weekday ("星期", "weekday") {
        Monday = "mon" "周一" "Monday", "星期一。", "Monday.";
        Tuesday = "tue" "周二" "Tuesday", "星期二。", "Tuesday.";
        Wednesday = "wed" "周三" "Wednesday", "星期三。", "Wednesday.";
        Thursday = "thu" "周四" "Thursday", "星期四。", "Thursday.";
        Friday = "fri" "周五" "Friday", "星期五。", "Friday.";
        Saturday = "sat" "周六" "Saturday", "星期六。", "Saturday.";
        Sunday = "sun" "周日" "Sunday", "星期日。", "Sunday.";
    }
}
