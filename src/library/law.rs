use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::calendar::date;

/// What the law asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// What it asks, in Chinese.
    pub zh: String,
    /// What it asks, in English.
    pub en: String,
    /// The law and its articles.
    pub source: String,
    /// Since when it holds.
    pub in_force_from: toml::value::Date,
    /// The last day on which it held, inclusive; none while it holds.
    pub until: Option<toml::value::Date>,
    /// Whether it was read in reports only, so that nothing above information may rest on it.
    #[serde(default)]
    pub secondary: bool,
    /// Its figures.
    #[serde(default)]
    pub limits: toml::Table,
}

static LAWS: LazyLock<BTreeMap<String, Law>> = LazyLock::new(|| super::embedded("cn/law"));

/// All laws of the library, by name.
pub(super) fn laws() -> impl Iterator<Item = (&'static str, &'static Law)> {
    LAWS.iter().map(|(name, law)| (name.as_str(), law))
}

/// What the law asks of an original price with which a lower one is compared.
pub fn original_price() -> &'static Law {
    &LAWS["original-price"]
}

impl Law {
    /// The days that it counts.
    pub fn days(&self) -> u64 {
        let days = self.limits["days"].as_integer();
        days.and_then(|days| days.try_into().ok())
            .expect("what is embedded is tested")
    }

    /// Whether it holds on all days of a year.
    pub(super) fn holds_throughout(&self, year: i32) -> bool {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let began = first.is_some_and(|first| date(self.in_force_from) <= first);
        began && self.until.is_none_or(|until| i32::from(until.year) >= year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_laws_can_be_read() {
        assert_eq!(original_price().days(), 7);
        assert!(laws().all(|(_, law)| !law.zh.is_empty() && !law.en.is_empty()));
    }
}
