//! Amounts of money in the words of messages.

use crate::diagnostic::{Text, thousands};
use crate::resolve::Resolved;

/// An amount in cents: `39.9 元`, `¥39.90`.
pub(super) fn money(cents: impl Into<i128>, resolved: &Resolved<'_>) -> Text {
    let cents = cents.into();
    let (whole, rest) = (cents / 100, cents % 100);
    let whole = thousands(whole);
    let figure = match rest {
        0 => whole.clone(),
        _ if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    };
    let with_cents = match rest {
        0 => whole,
        _ => format!("{whole}.{rest:02}"),
    };
    let currency = resolved.head().currency.as_ref();
    match currency.map_or("CNY", |currency| &currency.value) {
        "CNY" => Text {
            zh: format!("{figure} 元").into(),
            en: format!("¥{with_cents}").into(),
        },
        code => Text::same(format!("{code} {with_cents}")),
    }
}
