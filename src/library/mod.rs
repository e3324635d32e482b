//! LIBRARY. Takes nothing, gives the rules that ship with the program: holidays, laws,
//! words, parts of plans, as TOML text with dates and sources; never holds a limit in code.

mod calendar;
mod law;
mod words;

pub use calendar::{Calendar, fixed_by_law, holidays};
pub use law::{Law, original_price};
pub use words::{
    AdvertisingWords, Claims, ForbiddenWords, Found, Group, OnlyBeside, advertising_words,
    forbidden_words,
};

/// An embedded file.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it is, Chinese and English.
    pub about: (&'static str, &'static str),
    /// Its text, with dates and sources.
    pub text: &'static str,
    /// Whether a plan may include it as `lib:NAME`.
    pub includable: bool,
}

/// Embedded files: a `part` may be included in a plan, `data` may not.
macro_rules! entries {
    ($($kind:ident $name:literal $zh:literal $en:literal,)*) => {
        &[$(Entry {
            name: $name,
            about: ($zh, $en),
            text: include_str!(concat!($name, ".toml")),
            includable: entries!(@ $kind),
        }),*]
    };
    (@ part) => { true };
    (@ data) => { false };
}

/// All embedded files.
pub const ENTRIES: &[Entry] = entries! {
    data "cn/calendar-2024" "2024 年法定节假日与调休（自动生效）" "statutory holidays and make-up days of 2024 (always in force)",
    data "cn/calendar-2025" "2025 年法定节假日与调休（自动生效）" "statutory holidays and make-up days of 2025 (always in force)",
    data "cn/calendar-2026" "2026 年法定节假日与调休（自动生效）" "statutory holidays and make-up days of 2026 (always in force)",
    part "cn/events-2024" "2024 年法定节日作为计划节点" "the holidays of 2024 as events of a plan",
    part "cn/events-2025" "2025 年法定节日作为计划节点" "the holidays of 2025 as events of a plan",
    part "cn/events-2026" "2026 年法定节日作为计划节点" "the holidays of 2026 as events of a plan",
    part "cn/festivals-2024" "2024 年农历节日作为计划节点" "the festivals of the lunar calendar in 2024 as events of a plan",
    part "cn/festivals-2025" "2025 年农历节日作为计划节点" "the festivals of the lunar calendar in 2025 as events of a plan",
    part "cn/festivals-2026" "2026 年农历节日作为计划节点" "the festivals of the lunar calendar in 2026 as events of a plan",
    part "cn/festivals-2027" "2027 年农历节日作为计划节点" "the festivals of the lunar calendar in 2027 as events of a plan",
    part "cn/festivals-2028" "2028 年农历节日作为计划节点" "the festivals of the lunar calendar in 2028 as events of a plan",
    part "cn/festivals-2029" "2029 年农历节日作为计划节点" "the festivals of the lunar calendar in 2029 as events of a plan",
    part "cn/festivals-2030" "2030 年农历节日作为计划节点" "the festivals of the lunar calendar in 2030 as events of a plan",
    part "cn/sales-2024" "2024 年平台大促的起止日，作为计划节点" "the days of sales of platforms in 2024 as events of a plan",
    part "cn/sales-2025" "2025 年平台大促的起止日，作为计划节点" "the days of sales of platforms in 2025 as events of a plan",
    part "cn/sales-2026" "2026 年平台大促的起止日，作为计划节点" "the days of sales of platforms in 2026 as events of a plan",
    part "cn/programs-taobao" "淘宝旧活动的报名条件（已失效，供比照）" "what campaigns of Taobao once asked (no longer in force, for comparison)",
    data "cn/law" "法律法规的条款与数字（OP112、放假日）" "articles of the law and their figures (OP112, fixed holidays)",
    data "cn/store-levels" "店铺信用等级对应的积分（供查阅）" "credit points of each store level (for reference)",
    data "cn/platform-fees" "平台收费（二手资料，供查阅）" "fees of platforms (from secondary copies, for reference)",
    data "cn/forbidden-words" "违规行为用词及依据（OP160）" "words for forbidden actions and their source (OP160)",
    data "cn/advertising-words" "广告慎用词及依据（OP165）" "words that advertising may not use, or only with proof (OP165)",
};

/// The entry with a name.
pub fn entry(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

/// What an embedded file says.
fn embedded<T: for<'de> serde::Deserialize<'de>>(name: &str) -> T {
    let text = entry(name).expect("the file is embedded").text;
    toml::from_str(text).expect("what is embedded is tested")
}
