//! The wording of values, once, for all formats of the document.

use crate::analysis::eligibility::Outcome;
use crate::analysis::figures::rounded;
use crate::analysis::tri::Tri;
use crate::diagnostic::{
    InWords, Language, Text, decimals, text, thousands, with_cents, with_cents_if_any,
};
use crate::plan::Period;
use crate::plan::value::{
    Amount, Bound, Bounds, Count, Discount, Duration, Level, Money, Quantity, Rate, Score, Tier,
};
use crate::view::View;
use crate::view::value::Value;

/// How values are worded in one document.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// The language of the document.
    pub(super) language: Language,
    currency: String,
    /// Whether all prices have two decimals.
    with_cents: bool,
    /// The year that is left out of days.
    pub(super) plain_year: Option<i32>,
}

impl Wording {
    pub(super) fn new(view: &View<'_>) -> Self {
        let currency = view.currency.to_owned();
        Self {
            language: view.language,
            currency,
            with_cents: false,
            plain_year: view.plain_year,
        }
    }

    /// A text in the language of the document.
    pub(super) fn say(&self, text: Text) -> String {
        self.get(&text).to_owned()
    }

    /// The same of a text that stays.
    pub(super) fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    /// Anything that a document says.
    pub(super) fn value(&self, value: &Value<'_>) -> String {
        match value {
            Value::Plain(text) => text.clone().into_owned(),
            Value::Words(words) => self.quoted(self.get(words)),
            Value::Word(word) => word.words(self.language).into_owned(),
            Value::Figure(amount) => self.amount(*amount, |figure| self.quantity(figure)),
            Value::Number(number) => thousands(*number),
            Value::Round(money) => self.round(*money),
            Value::Link(value, _) => self.value(value),
            Value::Flag(true) => self.say(Text::fixed("是", "yes")),
            Value::Flag(false) => self.say(Text::fixed("否", "no")),
            Value::Day(day, form) => unbroken(&self.day_as(*day, *form)),
            Value::Instant(moment) => self.moment(*moment),
            Value::Time(time) => self.time(*time),
            Value::Days(first, last, form) => unbroken(&self.days_as(*first, *last, *form)),
            Value::Between(from, to) => self.between(&self.value(from), &self.value(to)),
            Value::Period(period) => self.period(*period),
            Value::Mark(answer, beside) => self.mark(*answer, beside.as_deref()),
            Value::Outcome(outcome) => self.outcome(*outcome),
            Value::Price(price) => self.price(*price),
            Value::List(values) => self.list(values.iter().map(|value| self.value(value))),
            Value::Titles(values) => {
                let titles: Vec<_> = values.iter().map(|value| self.value(value)).collect();
                titles.join(match self.language {
                    Language::Chinese => "；",
                    Language::English => "; ",
                })
            }
            Value::Beside(values) => {
                let values: Vec<_> = values.iter().map(|value| self.value(value)).collect();
                values.join(" · ")
            }
            Value::Phrase(words, values) => self.phrase(words, values),
        }
    }

    /// Words with the quotation marks of documents; those of the terminal are others.
    fn quoted(&self, words: &str) -> String {
        match self.language {
            Language::Chinese => words.replace('「', "“").replace('」', "”"),
            Language::English => words.to_owned(),
        }
    }

    /// Words in which `{0}`, `{1}` … stand for other things.
    fn phrase(&self, words: &Text, values: &[Value<'_>]) -> String {
        let mut said = String::new();
        let mut rest = self.get(words);
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let (number, after) = after.split_once('}').unwrap_or(("", after));
            let value = number.parse().ok().and_then(|at: usize| values.get(at));
            said.push_str(&value.map(|value| self.value(value)).unwrap_or_default());
            rest = after;
        }
        said + rest
    }

    /// A figure with its unit.
    fn quantity(&self, quantity: Quantity) -> String {
        match quantity {
            Quantity::Money(money) => self.money(money),
            Quantity::Count(count) => self.count(count),
            Quantity::Rate(rate) => self.rate(rate),
            Quantity::Score(score) => self.score(score),
            Quantity::Level(level) => self.level(level),
            Quantity::Discount(discount) => self.discount(discount),
            Quantity::Duration(duration) => self.duration(duration),
            Quantity::Offset(offset) => offset.words(self.language),
            Quantity::Number(number) => number.to_string(),
        }
    }

    /// A sign, with what stands beside it.
    fn mark(&self, answer: Tri, beside: Option<&Value<'_>>) -> String {
        let sign = match answer {
            Tri::Yes => "✓",
            Tri::No => "✗",
            Tri::Unknown => "?",
        };
        match beside {
            Some(beside) => format!("{sign} {}", self.value(beside)),
            None => sign.to_owned(),
        }
    }

    /// Whether a limit is met, in words.
    pub(super) fn verdict(&self, answer: Tri) -> String {
        self.say(match answer {
            Tri::Yes => Text::fixed("满足", "met"),
            Tri::No => Text::fixed("不满足", "not met"),
            Tri::Unknown => Text::fixed("待确认", "not known"),
        })
    }

    /// Whether a campaign may take part.
    fn outcome(&self, outcome: Outcome) -> String {
        self.say(match outcome {
            Outcome::Met => Text::fixed("达标", "eligible"),
            Outcome::AsStated => Text::fixed("已写条件均满足", "meets the limits stated"),
            Outcome::Unlimited => Text::fixed("条件已取消", "limits withdrawn"),
            Outcome::NotMet => Text::fixed("不符合", "not eligible"),
            Outcome::Unknown | Outcome::WithoutRules => Text::fixed("待确认", "not known"),
            Outcome::Own => Text::fixed("店铺自办", "run by the shop"),
            Outcome::Declined => Text::fixed("不再参加", "not going on"),
        })
    }

    /// A price, with two decimals where those beside it have them.
    fn price(&self, price: Money) -> String {
        if self.with_cents {
            self.with_currency(&with_cents(price.cents))
        } else {
            self.money(price)
        }
    }

    /// The same wording, all prices with two decimals.
    pub(super) fn with_cents(&self) -> Self {
        Self {
            with_cents: true,
            ..self.clone()
        }
    }

    fn with_currency(&self, figure: &str) -> String {
        match self.currency.as_str() {
            "CNY" => format!("¥{figure}"),
            code => format!("{code} {figure}"),
        }
    }

    /// A month, quarter or year.
    fn period(&self, period: Period) -> String {
        match period {
            Period::Month(year, month) if self.shows(year) => self.month_of(year, month),
            Period::Month(_, month) => self.month(month),
            Period::Quarter(year, quarter) if self.shows(year) => {
                self.say(text!("{year} 年第 {quarter} 季度", "Q{quarter} {year}"))
            }
            Period::Quarter(_, quarter) => self.say(text!("第 {quarter} 季度", "Q{quarter}")),
            Period::Year(year) => self.say(text!("{year} 年", "{year}")),
        }
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
        self.with_currency(&with_cents_if_any(money.cents))
    }

    /// A sum of money at a glance: in Chinese and from 100,000 yuan on in 万, where two decimals
    /// are enough to say it exactly.
    fn round(&self, money: Money) -> String {
        const WAN: i64 = 1_000_000;
        let is_short = money.cents >= 10 * WAN && money.cents % (WAN / 100) == 0;
        match (self.language, self.currency.as_str()) {
            (Language::Chinese, "CNY") if is_short => {
                format!("{} 万元", decimals(money.cents, WAN))
            }
            _ => self.money(money),
        }
    }

    /// What amounts of money are counted in, as a label says it.
    pub(super) fn currency_unit(&self) -> String {
        match self.currency.as_str() {
            "CNY" => self.say(Text::fixed("元", "CNY")),
            code => code.to_owned(),
        }
    }

    /// A number of things.
    pub(super) fn count(&self, count: Count) -> String {
        thousands(count.0)
    }

    /// A share as it is written; one that is calculated to the last part, as short as it is.
    pub(super) fn rate(&self, rate: Rate) -> String {
        let (whole, part) = (rate.ppm / 10_000, rate.ppm % 10_000 / rate.unit.max(1));
        match rate.unit {
            10_000 => format!("{whole}%"),
            1_000 => format!("{whole}.{part}%"),
            100 => format!("{whole}.{part:02}%"),
            10 => format!("{whole}.{part:03}%"),
            _ => format!("{}%", decimals(rate.ppm, 10_000)),
        }
    }

    /// A shop score, with one decimal at least.
    pub(super) fn score(&self, score: Score) -> String {
        score.to_string()
    }

    /// A credit level.
    pub(super) fn level(&self, level: Level) -> String {
        if level.tier == Tier::New {
            return self.say(Text::fixed("新店，尚无等级", "new shop, no level yet"));
        }
        apart(level.signs, &level.words(self.language))
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
        apart(duration.count, &duration.words(self.language))
    }

    /// A range: `≥ 50`, `50—300`; in English `at least 50`, `50–300`.
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
                self.range(&word(least.value), &word(most.value))
            }
            (Some(least), Some(most)) => self.list([low(least), high(most)]),
            (Some(least), None) => low(least),
            (None, Some(most)) => high(most),
            (None, None) => String::new(),
        }
    }

    /// From one figure to another.
    fn range(&self, from: &str, to: &str) -> String {
        let sign = match self.language {
            Language::Chinese => '—',
            Language::English => '–',
        };
        match (from.split_once(' '), to.split_once(' ')) {
            // What is counted is said once: `30–60 days`.
            (Some((least, unit)), Some((_, other))) if unit == other => {
                format!("{least}{sign}{to}")
            }
            (_, Some(_)) if self.language == Language::English => format!("{from} to {to}"),
            _ => format!("{from}{sign}{to}"),
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

    /// A year.
    pub(super) fn year(&self, year: i32) -> String {
        self.say(text!("{year} 年", "{year}"))
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

/// A day, or two of them, between which alone a line may break.
fn unbroken(days: &str) -> String {
    let whole = days.replace(' ', "\u{a0}");
    whole.replace("\u{a0}–\u{a0}", "\u{a0}– ")
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

/// A count and its unit with a space between them: `3 心`, `3 hearts`.
fn apart(count: impl Into<i64>, words: &str) -> String {
    let unit = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    format!("{} {}", count.into(), unit.trim_start())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::plan::value::{Unit, Written};

    /// Wording of a plan in one year, in yuan.
    pub(in crate::render) fn wording(language: Language) -> Wording {
        Wording {
            language,
            currency: "CNY".to_owned(),
            with_cents: false,
            plain_year: Some(2026),
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
            "50—300"
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
    fn chapters_are_numbered() {
        let numbers = [1, 10, 11, 20, 21].map(|number| zh().numeral(number));
        assert_eq!(numbers, ["一", "十", "十一", "二十", "二十一"]);
    }
}
