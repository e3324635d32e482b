use std::sync::LazyLock;

use serde::Deserialize;

/// What the law asks of an original price with which a lower one is compared.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginalPrice {
    /// Since when it holds.
    pub in_force_from: toml::value::Date,
    /// The law and its articles.
    pub source: String,
    /// Days before a campaign in which the lowest price paid counts.
    pub days: u64,
}

static RULE: LazyLock<OriginalPrice> = LazyLock::new(|| super::embedded("cn/original-price"));

/// The embedded rule.
pub fn original_price() -> &'static OriginalPrice {
    &RULE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_can_be_read() {
        assert_eq!(original_price().days, 7);
    }
}
