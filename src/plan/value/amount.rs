use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::operator::{Operator, literal, said_range};
use super::{Refusal, Written, WrittenVisitor, protocol};
use crate::diagnostic::{InWords, Language, Text, text};

/// An edge of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound<T> {
    /// The figure.
    pub value: T,
    /// Whether the figure itself is outside: `more_than`, `less_than`.
    pub strict: bool,
}

/// A range whose edges say their operator: `{ at_least = 50, at_most = 300 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// `at_least` (不低于) or `more_than` (超过).
    pub low: Option<Bound<T>>,
    /// `at_most` (不超过) or `less_than` (低于).
    pub high: Option<Bound<T>>,
}

/// A figure, a range, or a figure that is honest about being vague.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount<T> {
    /// `100_000`
    Exactly(T),
    /// `{ at_least = 200_000 }`
    Within(Bounds<T>),
    /// `{ about = 200_000 }`: nothing is derived from it.
    About(T),
}

/// The table form of both: at most one figure an operator.
struct Operators<T> {
    bounds: Bounds<T>,
    about: Option<T>,
}

impl<T> Operators<T> {
    fn read<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error>
    where
        T: Deserialize<'de> + Written,
    {
        // The hint counts entries that are passed over because they are wrong.
        let nothing_written = map.size_hint() == Some(0);
        let mut operators = Self {
            bounds: Bounds {
                low: None,
                high: None,
            },
            about: None,
        };
        while let Some(operator) = map.next_key::<Operator>()? {
            let value = map.next_value()?;
            let Some((side, strict)) = operators.bounds.side(operator.0) else {
                operators.about = Some(value);
                continue;
            };
            if side.replace(Bound { value, strict }).is_some() {
                return Err(de::Error::custom(twice(operator.0)));
            }
        }
        if nothing_written {
            return Err(de::Error::custom(Refusal::new(Text::fixed(
                "范围是空的，至少写一个 `at_least`、`more_than`、`at_most` 或 `less_than`",
                "the range is empty: say `at_least`, `more_than`, `at_most` or `less_than`",
            ))));
        }
        if operators.bounds.are_reversed() {
            return Err(de::Error::custom(Refusal::new(Text::fixed(
                "下限高于上限，任何数都不满足：检查两个数是否写反",
                "the least is more than the most, and no figure is inside: see whether they are swapped",
            ))));
        }
        Ok(operators)
    }
}

fn twice(operator: &str) -> Refusal {
    Refusal::new(text!(
        "`{operator}` 与同一侧的另一个界限重复，只能写一个",
        "`{operator}` and another bound limit the same side; only one may be given"
    ))
}

struct BoundsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Written> Visitor<'de> for BoundsVisitor<T> {
    type Value = Bounds<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}",
            Text::fixed(
                "写明界限的范围，例如 `{ at_least = 50, at_most = 300 }`",
                "a range that says its bounds, such as `{ at_least = 50, at_most = 300 }`",
            )
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Bounds<T>, A::Error> {
        let operators = Operators::read(map)?;
        if operators.about.is_some() {
            return Err(de::Error::custom(Refusal::new(Text::fixed(
                "规则的界限不能写 `about`（大约）",
                "the bounds of a rule cannot be `about` something",
            ))));
        }
        Ok(operators.bounds)
    }

    fn visit_bytes<E: de::Error>(self, digits: &[u8]) -> Result<Bounds<T>, E> {
        let digits = String::from_utf8_lossy(digits);
        Err(E::custom(without_operator::<T>(&digits, &digits)))
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Bounds<T>, E> {
        let shown = format!("\"{written}\"");
        Err(E::custom(without_operator::<T>(written, &shown)))
    }
}

/// A figure where a range is wanted; it is a suggestion if it is a figure at all.
fn without_operator<T: Written>(written: &str, shown: &str) -> Refusal {
    let meant = said_range::<T>(written).filter(|range| !range.contains("about"));
    let at_least = || Some(format!("{{ at_least = {} }}", literal::<T>(written)?));
    Refusal::new(text!(
        "界限 `{shown}` 没有说是不低于还是不超过",
        "the bound `{shown}` does not say whether it is a minimum or a maximum"
    ))
    .suggest(meant.or_else(at_least))
}

impl<'de, T: Deserialize<'de> + Written> Deserialize<'de> for Bounds<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DIGITS, BoundsVisitor(PhantomData))
    }
}

struct AmountVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Written> Visitor<'de> for AmountVisitor<T> {
    type Value = Amount<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = T::expected();
        let (zh, en) = (expected.zh, expected.en);
        write!(
            formatter,
            "{}",
            text!(
                "{zh}，或范围 `{{ at_least = … }}`",
                "{en}, or a range `{{ at_least = … }}`"
            )
        )
    }

    fn visit_bytes<E: de::Error>(self, digits: &[u8]) -> Result<Amount<T>, E> {
        WrittenVisitor(PhantomData)
            .visit_bytes(digits)
            .map(Amount::Exactly)
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Amount<T>, E> {
        T::from_text(written)
            .map(Amount::Exactly)
            .map_err(|refusal| {
                let refusal = refusal.holding::<T>();
                let meant = said_range::<T>(written).or_else(|| refusal.suggestion.clone());
                E::custom(refusal.suggest(meant))
            })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Amount<T>, A::Error> {
        let Operators { bounds, about } = Operators::read(map)?;
        match about {
            None => Ok(Amount::Within(bounds)),
            Some(about) if bounds.low.is_none() && bounds.high.is_none() => {
                Ok(Amount::About(about))
            }
            Some(_) => Err(de::Error::custom(Refusal::new(Text::fixed(
                "`about`（大约）不能和界限同时写",
                "`about` cannot stand beside bounds",
            )))),
        }
    }
}

impl<'de, T: Deserialize<'de> + Written> Deserialize<'de> for Amount<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DIGITS, AmountVisitor(PhantomData))
    }
}

/// The table form with some operators; each property says what it does and how its figure
/// is written.
fn operators_schema<T: JsonSchema>(
    generator: &mut SchemaGenerator,
    operators: &[(&str, &str, &str, &str)],
) -> Schema {
    let figure = generator.subschema_for::<T>();
    let mut properties = serde_json::Map::new();
    for (operator, zh, en, about) in operators {
        let mut one = figure.clone();
        one.insert("title".into(), format!("{zh} {en}").into());
        one.insert("description".into(), (*about).into());
        properties.insert((*operator).into(), one.into());
    }
    json_schema!({
        "type": "object",
        "title": "范围 Range",
        "description": "写明界限的范围，每一侧至多一个界限。\nA range that says its bounds, at most one a side.",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
        "not": { "anyOf": [
            { "required": ["at_least", "more_than"] },
            { "required": ["at_most", "less_than"] },
        ] },
    })
}

const BOUNDS: [(&str, &str, &str, &str); 4] = [
    (
        "at_least",
        "不低于",
        "at least",
        "不低于（满、以上），含该数。\nAt least this, inclusive.",
    ),
    (
        "more_than",
        "超过",
        "more than",
        "超过该数，不含。\nMore than this.",
    ),
    (
        "at_most",
        "不超过",
        "at most",
        "不超过该数，含。\nAt most this, inclusive.",
    ),
    (
        "less_than",
        "低于",
        "less than",
        "低于该数，不含。\nLess than this.",
    ),
];

const ABOUT: [(&str, &str, &str, &str); 1] = [(
    "about",
    "大约",
    "about",
    "大约；不据此推算。\nAbout this; nothing is derived from it.",
)];

impl<T: JsonSchema> JsonSchema for Bounds<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Bounds_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        operators_schema::<T>(generator, &BOUNDS)
    }
}

impl<T: JsonSchema> JsonSchema for Amount<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Amount_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (value, bounds) = (
            generator.subschema_for::<T>(),
            generator.subschema_for::<Bounds<T>>(),
        );
        let mut about = operators_schema::<T>(generator, &ABOUT);
        about.remove("not");
        about.insert("title".into(), "大约 About".into());
        about.insert(
            "description".into(),
            "大约的数。\nA figure that is roughly so.".into(),
        );
        let title = T::schema_name();
        json_schema!({
            "title": format!("目标值 Target ({title})"),
            "description": "一个数、一个范围，或 `{ about = … }`。\nA figure, a range, or `{ about = … }`.",
            "anyOf": [value, bounds, about],
        })
    }
}

impl<T: Written> Bounds<T> {
    /// Whether no figure can lie inside.
    fn are_reversed(&self) -> bool {
        let (Some(low), Some(high)) = (&self.low, &self.high) else {
            return false;
        };
        match low.value.compare(&high.value) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Equal) => low.strict || high.strict,
            _ => false,
        }
    }
}

impl<T: Copy> Amount<T> {
    /// The same amount in another unit.
    pub fn map<U>(self, convert: impl Fn(T) -> U) -> Amount<U> {
        match self {
            Self::Exactly(value) => Amount::Exactly(convert(value)),
            Self::Within(bounds) => Amount::Within(bounds.map(convert)),
            Self::About(value) => Amount::About(convert(value)),
        }
    }
}

impl<T: Copy + PartialOrd> Bounds<T> {
    /// Whether a figure lies inside.
    pub fn contain(&self, figure: T) -> bool {
        let above = |low: Bound<T>| {
            if low.strict {
                figure > low.value
            } else {
                figure >= low.value
            }
        };
        let below = |high: Bound<T>| {
            if high.strict {
                figure < high.value
            } else {
                figure <= high.value
            }
        };
        self.low.is_none_or(above) && self.high.is_none_or(below)
    }
}

/// The range in words: `50–300`, `不低于 50`, `more than 3 and less than 5`.
impl<T: InWords> InWords for Bounds<T> {
    fn words(&self, language: Language) -> Cow<'_, str> {
        let (low, high) = match (&self.low, &self.high) {
            (Some(low), Some(high)) if !low.strict && !high.strict => {
                let (low, high) = (low.value.words(language), high.value.words(language));
                return match language {
                    // Beside words, a dash is read as part of them: 3 心至 5 钻.
                    Language::Chinese if low.contains(' ') => format!("{low}至 {high}").into(),
                    _ => format!("{low}–{high}").into(),
                };
            }
            sides => sides,
        };
        let low = low.as_ref().map(|low| match low.strict {
            true => low.side(Text::fixed("超过", "more than"), language),
            false => low.side(Text::fixed("不低于", "at least"), language),
        });
        let high = high.as_ref().map(|high| match high.strict {
            true => high.side(Text::fixed("低于", "less than"), language),
            false => high.side(Text::fixed("不超过", "at most"), language),
        });
        let sides: Vec<String> = low.into_iter().chain(high).collect();
        sides.join(Text::fixed("且", " and ").get(language)).into()
    }
}

impl<T: InWords> Bound<T> {
    fn side(&self, operator: Text, language: Language) -> String {
        format!("{} {}", operator.get(language), self.value.words(language))
    }
}

impl<T> Bounds<T> {
    /// The side that an operator limits, and whether the figure itself is outside.
    pub fn side(&mut self, operator: &str) -> Option<(&mut Option<Bound<T>>, bool)> {
        match operator {
            "at_least" => Some((&mut self.low, false)),
            "more_than" => Some((&mut self.low, true)),
            "at_most" => Some((&mut self.high, false)),
            "less_than" => Some((&mut self.high, true)),
            _ => None,
        }
    }

    /// A figure, or more.
    pub fn at_least(value: T) -> Self {
        Self {
            low: Some(Bound {
                value,
                strict: false,
            }),
            high: None,
        }
    }

    /// The same range in another unit.
    pub fn map<U>(self, convert: impl Fn(T) -> U) -> Bounds<U> {
        let convert = |bound: Bound<T>| Bound {
            value: convert(bound.value),
            strict: bound.strict,
        };
        Bounds {
            low: self.low.map(&convert),
            high: self.high.map(&convert),
        }
    }
}
