//! Amounts of money in the words of messages.

use crate::diagnostic::{Text, decimals, with_cents_if_any};
use crate::resolve::Resolved;

/// An amount in cents: `39.9 元`, `¥39.90`.
pub(super) fn money(cents: impl Into<i128>, resolved: &Resolved<'_>) -> Text {
    let cents = cents.into();
    let (figure, with_cents) = (decimals(cents, 100), with_cents_if_any(cents));
    let currency = resolved.head().currency.as_ref();
    match currency.map_or("CNY", |currency| &currency.value) {
        "CNY" => Text {
            zh: format!("{figure} 元").into(),
            en: format!("¥{with_cents}").into(),
        },
        code => Text::same(format!("{code} {with_cents}")),
    }
}
