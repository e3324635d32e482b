//! The wording of values, once, for all formats of the document.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::diagnostic::{Language, Text, text};
use crate::plan::Weekday;
use crate::plan::value::{
    Amount, Bound, Bounds, Choice, Count, Day, Discount, Duration, Level, Money, Rate, Score, Tier,
};
use crate::resolve::Resolved;
use crate::source::Located;

/// A day as templates see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Date {
    /// `2026-04-01`
    pub iso: String,
    /// `04-01`, `1 Apr`; with the year where the plan crosses years.
    pub text: String,
    /// The same with the weekday where the language writes it: `04-01 周三`.
    pub weekday: String,
    /// `2026 年 4 月 1 日`, `1 April 2026`
    pub full: String,
}

/// How values are worded in one document.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// The language of the document.
    pub(super) language: Language,
    currency: String,
    with_year: bool,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Wording {
    pub(super) fn new(resolved: &Resolved<'_>, language: Language) -> Self {
        let currency = resolved
            .head()
            .currency
            .as_ref()
            .map_or("CNY", |currency| &*currency.value);
        let mut years = stated_days(resolved).map(|day| day.value.0.year());
        let with_year = years
            .next()
            .is_some_and(|first| years.any(|year| year != first));
        Self {
            language,
            currency: currency.to_owned(),
            with_year,
        }
    }

    /// A text in the language of the document.
    pub(super) fn say(&self, text: Text) -> String {
        match self.language {
            Language::Chinese => text.zh.into_owned(),
            Language::English => text.en.into_owned(),
        }
    }

    /// The label of a word from a list.
    pub(super) fn label<C: Choice>(&self, word: C) -> String {
        word.label(self.language).to_owned()
    }

    /// Things in a row, with the comma of the language.
    pub(super) fn list(&self, things: impl IntoIterator<Item = String>) -> String {
        let comma = match self.language {
            Language::Chinese => "、",
            Language::English => ", ",
        };
        things.into_iter().collect::<Vec<_>>().join(comma)
    }

    /// An amount of money, with cents only if there are any.
    pub(super) fn money(&self, money: Money) -> String {
        let whole = thousands(money.cents / 100);
        let cents = money.cents % 100;
        let figure = if cents == 0 {
            whole
        } else {
            format!("{whole}.{cents:02}")
        };
        match self.currency.as_str() {
            "CNY" => format!("¥{figure}"),
            code => format!("{code} {figure}"),
        }
    }

    /// A number of things.
    pub(super) fn count(&self, count: Count) -> String {
        thousands(count.0)
    }

    /// A share, with the decimals it was written with.
    pub(super) fn rate(&self, rate: Rate) -> String {
        let (whole, part) = (rate.ppm / 10_000, rate.ppm % 10_000 / rate.unit.max(1));
        match rate.unit {
            10_000 => format!("{whole}%"),
            1_000 => format!("{whole}.{part}%"),
            100 => format!("{whole}.{part:02}%"),
            10 => format!("{whole}.{part:03}%"),
            _ => format!("{whole}.{part:04}%"),
        }
    }

    /// A shop score, with one decimal at least.
    pub(super) fn score(&self, score: Score) -> String {
        let (whole, part) = (score.hundredths / 100, score.hundredths % 100);
        if part % 10 == 0 {
            format!("{whole}.{}", part / 10)
        } else {
            format!("{whole}.{part:02}")
        }
    }

    /// A credit level.
    pub(super) fn level(&self, level: Level) -> String {
        let signs = level.signs;
        let (zh, en) = match level.tier {
            Tier::New => return self.say(Text::fixed("新店，尚无等级", "new shop, no level yet")),
            Tier::Heart => ("心", "heart"),
            Tier::Diamond => ("钻", "diamond"),
            Tier::Crown => ("冠", "crown"),
            Tier::GoldenCrown => ("金冠", "golden crown"),
        };
        let plural = if signs == 1 { "" } else { "s" };
        self.say(text!("{signs} {zh}", "{signs} {en}{plural}"))
    }

    /// A price as part of the original price.
    pub(super) fn discount(&self, discount: Discount) -> String {
        self.permille(discount.permille)
    }

    /// A price of `permille` thousandths of the original price.
    pub(super) fn permille(&self, permille: i64) -> String {
        let zh = decimals(permille, 100);
        let en = decimals(permille, 10);
        self.say(text!("{zh} 折", "{en}% of the original price"))
    }

    /// A length of time.
    pub(super) fn duration(&self, duration: Duration) -> String {
        let words = duration.words(self.language);
        let unit = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let count = duration.count;
        self.say(text!("{count} {unit}", "{words}"))
    }

    /// A range: `≥ 50`, `50 – 300`; in English `at least 50`.
    pub(super) fn bounds<T: Copy>(&self, bounds: Bounds<T>, word: impl Fn(T) -> String) -> String {
        let low = |bound: Bound<T>| {
            let value = word(bound.value);
            self.say(if bound.strict {
                text!("> {value}", "more than {value}")
            } else {
                text!("≥ {value}", "at least {value}")
            })
        };
        let high = |bound: Bound<T>| {
            let value = word(bound.value);
            self.say(if bound.strict {
                text!("< {value}", "less than {value}")
            } else {
                text!("≤ {value}", "at most {value}")
            })
        };
        match (bounds.low, bounds.high) {
            (Some(least), Some(most)) if !least.strict && !most.strict => {
                format!("{} – {}", word(least.value), word(most.value))
            }
            (Some(least), Some(most)) => self.list([low(least), high(most)]),
            (Some(least), None) => low(least),
            (None, Some(most)) => high(most),
            (None, None) => String::new(),
        }
    }

    /// A target: a figure, a range, or something vague.
    pub(super) fn amount<T: Copy>(&self, amount: Amount<T>, word: impl Fn(T) -> String) -> String {
        match amount {
            Amount::Exactly(value) => word(value),
            Amount::Within(bounds) => self.bounds(bounds, word),
            Amount::About(value) => {
                let value = word(value);
                self.say(text!("约 {value}", "about {value}"))
            }
        }
    }

    /// A figure for a chart, short: `20 万`, `200k`.
    pub(super) fn short(&self, figure: i64) -> String {
        let (zh, en) = (short_zh(figure), short_en(figure));
        self.say(Text {
            zh: zh.into(),
            en: en.into(),
        })
    }

    /// A day.
    pub(super) fn date(&self, day: NaiveDate) -> Date {
        let (year, month, number) = (day.year(), day.month(), day.day());
        let name = MONTHS[day.month0() as usize];
        let text = self.day(day);
        let weekday = match self.language {
            Language::Chinese => format!("{text} {}", Weekday::of(day).label(self.language)),
            Language::English => text.clone(),
        };
        let full = self.say(text!(
            "{year} 年 {month} 月 {number} 日",
            "{number} {name} {year}"
        ));
        Date {
            iso: day.to_string(),
            text,
            weekday,
            full,
        }
    }

    /// A day in short.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        let (year, month, number) = (day.year(), day.month(), day.day());
        let name = &MONTHS[day.month0() as usize][..3];
        self.say(if self.with_year {
            text!("{year}-{month:02}-{number:02}", "{number} {name} {year}")
        } else {
            text!("{month:02}-{number:02}", "{number} {name}")
        })
    }

    /// Two days, both included; one if they are the same.
    pub(super) fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            self.day(first)
        } else {
            format!("{} – {}", self.day(first), self.day(last))
        }
    }

    /// A month on an axis: `4 月`, `Apr`.
    pub(super) fn month(&self, month: u32) -> String {
        let name = &MONTHS[(month as usize).saturating_sub(1).min(11)][..3];
        self.say(text!("{month} 月", "{name}"))
    }

    /// A month with its year.
    pub(super) fn month_of(&self, year: i32, month: u32) -> String {
        let name = &MONTHS[(month as usize).saturating_sub(1).min(11)][..3];
        self.say(text!("{year} 年 {month} 月", "{name} {year}"))
    }

    /// Whether days are written with their year.
    pub(super) fn crosses_years(&self) -> bool {
        self.with_year
    }

    /// Number of a chapter: `一`, `十二`; in English `1`.
    pub(super) fn numeral(&self, number: usize) -> String {
        const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let (tens, ones) = (number / 10 % 10, DIGITS[number % 10]);
        let zh = match tens {
            0 => ones.to_owned(),
            1 => format!("十{ones}"),
            _ => format!("{}十{ones}", DIGITS[tens]),
        };
        self.say(Text {
            zh: zh.into(),
            en: number.to_string().into(),
        })
    }
}

/// The days that a plan states.
fn stated_days<'r>(resolved: &'r Resolved<'_>) -> impl Iterator<Item = Located<Day>> + 'r {
    let phases = resolved
        .phases
        .iter()
        .flat_map(|phase| [phase.start, phase.end]);
    let tasks = resolved
        .tasks
        .iter()
        .flat_map(|task| [task.start, task.due, task.around]);
    let campaigns = resolved
        .campaigns
        .iter()
        .flat_map(|campaign| [campaign.start, campaign.end]);
    let events = resolved
        .events
        .iter()
        .flat_map(|event| [event.start, event.end]);
    let plan = [resolved.head().start, resolved.head().end].into_iter();
    plan.chain(phases)
        .chain(tasks)
        .chain(campaigns)
        .chain(events)
        .flatten()
}

/// `1740000` as `1,740,000`.
pub(super) fn thousands(figure: i64) -> String {
    let digits = figure.unsigned_abs().to_string();
    let mut grouped = String::from(if figure < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A quotient of whole numbers, half away from zero.
pub(super) fn rounded(dividend: i128, divisor: i128) -> i128 {
    let divisor = divisor.max(1);
    (2 * dividend.abs() + divisor) / (2 * divisor) * dividend.signum()
}

/// `figure ÷ unit` without trailing zeros; `unit` is a power of ten.
fn decimals(figure: i64, unit: i64) -> String {
    let places = unit.to_string().len() - 1;
    let written = format!("{}.{:0places$}", figure / unit, figure % unit);
    written
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// `figure ÷ unit` with one decimal at most.
fn tenth_of(figure: i64, unit: i64) -> String {
    let tenths =
        i64::try_from(rounded(i128::from(figure) * 10, i128::from(unit))).unwrap_or(i64::MAX);
    let whole = thousands(tenths / 10);
    if tenths % 10 == 0 {
        whole
    } else {
        format!("{whole}.{}", tenths % 10)
    }
}

fn short_zh(figure: i64) -> String {
    match figure {
        ..10_000 => thousands(figure),
        10_000..100_000_000 => format!("{} 万", tenth_of(figure, 10_000)),
        _ => format!("{} 亿", tenth_of(figure, 100_000_000)),
    }
}

fn short_en(figure: i64) -> String {
    match figure {
        ..1_000 => thousands(figure),
        1_000..1_000_000 => format!("{}k", tenth_of(figure, 1_000)),
        _ => format!("{}M", tenth_of(figure, 1_000_000)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::plan::value::{Unit, Written};

    /// Wording of a plan in one year, in yuan.
    pub(in crate::view) fn wording(language: Language) -> Wording {
        Wording {
            language,
            currency: "CNY".to_owned(),
            with_year: false,
        }
    }

    fn zh() -> Wording {
        wording(Language::Chinese)
    }

    fn en() -> Wording {
        wording(Language::English)
    }

    #[test]
    fn money_has_cents_only_if_any() {
        assert_eq!(zh().money(Money::from_cents(10_000_000)), "¥100,000");
        assert_eq!(zh().money(Money::from_cents(5_990)), "¥59.90");
        let dollars = Wording {
            currency: "USD".to_owned(),
            ..en()
        };
        assert_eq!(
            dollars.money(Money::from_cents(123_456_700)),
            "USD 1,234,567"
        );
    }

    #[test]
    fn rates_are_as_written() {
        for written in ["2.5%", "3.0%", "12%", "0.05%", "100%", "0.0001%"] {
            assert_eq!(zh().rate(Rate::from_text(written).unwrap()), written);
        }
    }

    #[test]
    fn levels_and_discounts_have_words() {
        let level = |written| Level::from_text(written).unwrap();
        assert_eq!(
            (zh().level(level("3星")), en().level(level("3星"))),
            ("3 心".into(), "3 hearts".into())
        );
        assert_eq!(en().level(level("1金冠")), "1 golden crown");
        let discount = Discount::from_text("7.9折").unwrap();
        assert_eq!(
            (zh().discount(discount), en().discount(discount)),
            ("7.9 折".into(), "79% of the original price".into())
        );
        assert_eq!(zh().permille(440), "4.4 折");
    }

    #[test]
    fn bounds_say_their_operator() {
        let bounds = |low: Option<(i64, bool)>, high: Option<(i64, bool)>| Bounds {
            low: low.map(|(value, strict)| Bound {
                value: Count(value),
                strict,
            }),
            high: high.map(|(value, strict)| Bound {
                value: Count(value),
                strict,
            }),
        };
        let zh_count = |count: Count| zh().count(count);
        assert_eq!(
            zh().bounds(bounds(Some((50, false)), Some((300, false))), zh_count),
            "50 – 300"
        );
        assert_eq!(
            zh().bounds(bounds(Some((30_000, true)), None), zh_count),
            "> 30,000"
        );
        assert_eq!(
            en().bounds(bounds(Some((10, false)), None), zh_count),
            "at least 10"
        );
        assert_eq!(
            en().bounds(bounds(None, Some((10, true))), zh_count),
            "less than 10"
        );
        assert_eq!(
            zh().bounds(bounds(Some((1, true)), Some((9, false))), zh_count),
            "> 1、≤ 9"
        );
        assert_eq!(en().amount(Amount::About(Count(7)), zh_count), "about 7");
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
        let date = zh().date(day);
        assert_eq!(
            (date.text.as_str(), date.weekday.as_str()),
            ("04-01", "04-01 周三")
        );
        assert_eq!(en().date(day).weekday, "1 Apr");
        assert_eq!(en().date(day).full, "1 April 2026");
        let two_years = Wording {
            with_year: true,
            ..zh()
        };
        assert_eq!(two_years.date(day).weekday, "2026-04-01 周三");
    }

    #[test]
    fn durations_keep_a_space_before_chinese_units() {
        let duration = Duration {
            count: 2,
            unit: Unit::Workdays,
        };
        assert_eq!(
            (zh().duration(duration), en().duration(duration)),
            ("2 个工作日".into(), "2 workdays".into())
        );
    }

    #[test]
    fn charts_use_short_figures() {
        assert_eq!(
            [zh().short(200_000), zh().short(45_500), zh().short(900)],
            ["20 万", "4.6 万", "900"]
        );
        assert_eq!(
            [en().short(200_000), en().short(1_740_000)],
            ["200k", "1.7M"]
        );
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(
            [rounded(25, 10), rounded(-25, 10), rounded(24, 10)],
            [3, -3, 2]
        );
    }

    #[test]
    fn chapters_are_numbered() {
        let numbers = [1, 10, 11, 20, 21].map(|number| zh().numeral(number));
        assert_eq!(numbers, ["一", "十", "十一", "二十", "二十一"]);
    }
}
