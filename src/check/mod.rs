//! RESOLVED + ANALYSIS → FINDINGS. Takes answers, gives findings and unknowns in words;
//! never computes what an analysis could answer.
//!
//! One file a check, folders by family. To add one: the file, its word in `checks!`, a
//! page in docs/checks/ and a fixture in tests/fixtures/check/.

mod exceptions;
mod limit;
mod page;
mod sum;

use crate::analysis::Analysis;
use crate::diagnostic::{Report, Rule};
use crate::plan::Unread;
use crate::resolve::Resolved;
use crate::{diagnostic, schema, tree};

pub use exceptions::exceptions;
pub use page::{Page, facts, page};

/// What a check may look at.
#[derive(Clone, Copy)]
pub struct Context<'c, 'p> {
    /// The plan, its references resolved.
    pub resolved: &'c Resolved<'p>,
    /// The answers of the analyses.
    pub analysis: &'c Analysis<'p>,
}

/// A check: what is known of it, and what it does.
pub struct Check {
    /// Code, name, family, severity.
    pub rule: &'static Rule,
    /// Looks, and reports.
    pub run: fn(Context<'_, '_>, &mut Report),
}

/// Declares the modules and the registry: one word a check.
macro_rules! checks {
    ($( $family:ident { $( $name:ident )+ } )+) => {
        $( mod $family { $( pub(super) mod $name; )+ } )+

        /// All checks that look at a resolved plan.
        pub static CHECKS: &[Check] =
            &[ $( $( Check { rule: &$family::$name::RULE, run: $family::$name::run }, )+ )+ ];
    };
}

checks! {
    reading { reference }
    phases { dates_reversed horizon phase_outside_plan }
    targets { revenue_formula year_vs_quarters quarter_vs_months target_conflict }
    people { task_unowned owner_unknown owner_role_empty starts_after_task }
    products { stock_overreserved item_two_prices }
    campaigns {
        store_level score_min positive_rate_min guarantee_missing item_sales_reviews quantity_range value_min
        discount_range signup_weekday signup_too_late free_shipping_required store_age rule_without_numbers
        wrong_platform
    }
    tasks { task_outside_phase dependency_cycle dependency_order forbidden_action }
}

/// Checks that are raised while a plan is being read.
static READING: &[&Rule] = &[
    &tree::SYNTAX,
    &schema::STRUCTURE,
    &schema::EXCLUSIVE,
    &schema::FORM,
    &tree::INCLUDE,
    &tree::TOML11,
    &diagnostic::EXPIRED,
    &diagnostic::USELESS,
];

/// All rules, in no order.
fn all_rules() -> impl Iterator<Item = &'static Rule> {
    READING
        .iter()
        .copied()
        .chain(CHECKS.iter().map(|check| check.rule))
}

/// All rules, by code.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<_> = all_rules().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The rule with a code or a name.
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    all_rules()
        .find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// Runs every check. What was written and could not be read is not asked for again.
pub fn run(context: Context<'_, '_>, report: &mut Report) {
    for check in CHECKS {
        (check.run)(context, report);
    }
    let unread = unread_fields(context.resolved);
    let is_below = |missing: &str, path: &str| {
        let rest = missing.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    report
        .unknowns
        .retain(|unknown| !unread.iter().any(|path| is_below(&unknown.missing, path)));
}

/// What was written and could not be read, as beginnings of dotted paths.
fn unread_fields(resolved: &Resolved<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    resolved.plan.each_item(|item| match item.unread {
        Unread::Nothing => {}
        Unread::Fields(fields) => {
            paths.extend(
                fields
                    .iter()
                    .map(|field| format!("{}.{field}", item.path())),
            );
        }
        Unread::Anything => paths.push(item.path()),
    });
    paths
}
