//! RESOLVED + ANALYSIS → FINDINGS. Takes answers, gives findings and unknowns in words;
//! never computes what an analysis could answer.
//!
//! One file a check, folders by family. To add one: the file, its word in `checks!`, a
//! page in docs/checks/ and a fixture in tests/fixtures/check/. The file has a `RULE` and a
//! `run` that goes through answers and tells the [`Reporter`]: `report.find(item, span, text)`
//! is a finding, to which `.with(span, text)` adds the other culprits and `.help(text)` what
//! to do; `report.unknown(item, field, text)` is what cannot be decided, with the field that
//! would decide it. Rule and item are known; a field that was written and could not be read
//! is not asked for. What another check says better is no question of this one: its rule
//! says `yields_to ["OP…"]`.

mod cycle;
mod exceptions;
mod limit;
mod meant;
mod money;
mod page;
mod presence;
mod reporter;
mod sum;

use crate::analysis::Analysis;
use crate::analysis::outside::Outside;
use crate::diagnostic::{Diagnostic, Report, Rule};
use crate::resolve::Resolved;
use crate::{diagnostic, schema, tree};

pub use exceptions::exceptions;
pub use page::{Page, facts, page};
pub use reporter::{Finding, Reporter, Subject, UnreadFields};

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
    pub run: fn(Context<'_, '_>, &mut Reporter<'_>),
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
    phases { dates_reversed horizon phase_outside_plan outside_plan phase_order_cycle phase_overlap
        day_circle }
    targets {
        revenue_formula visitors_below_buyers orders_below_buyers units_below_orders year_vs_quarters
        quarter_vs_months month_vs_days rollup_scope target_conflict child_bound_unreachable part_unassigned target_key_without_effect
        net_vs_revenue
        target_before_opening
    }
    people {
        task_unowned owner_unknown owner_role_empty starts_after_task leaves_before_end role_unfilled
        headcount_mismatch reviewer_is_owner lead_not_owner on_rest_day reporting_cycle target_of_absent_person
    }
    products {
        stock_overreserved oversell item_two_prices shop_prices_differ margin_below_cost price_above_usual
        usual_above_original original_price_uncharged arrival_before_count sku_twice
    }
    campaigns {
        store_level score_min positive_rate_min guarantee_missing item_sales_reviews quantity_range value_min
        discount_range signup_weekday signup_too_late free_shipping_required store_age rule_without_numbers
        wrong_platform rule_version versions_cross rule_stale before_opening
        own_with_program
    }
    tasks {
        task_outside_phase dependency_cycle dependency_order effort_over_window calendar_unknown
        routine_never weekday_beside_cycle task_misses_campaign forbidden_action advertising_words
    }
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
        .chain(diagnostic::run::RUN)
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

/// Runs every check, and leaves out what one says where another says it better.
pub fn run(context: Context<'_, '_>, report: &mut Report) {
    let unread = UnreadFields::of(context.resolved.plan);
    for check in CHECKS {
        (check.run)(context, &mut Reporter::new(check.rule, &unread, report));
    }
    let outside = &context.analysis.outside;
    report
        .findings
        .retain(|finding| !follows_from_a_slip(finding, outside));
    report.yield_to_others();
}

/// Whether a finding points at a day that stands in the wrong year, and is not the one that
/// says so: it is gone when the year is mended.
fn follows_from_a_slip(finding: &Diagnostic, outside: &Outside) -> bool {
    let says_so = [
        &phases::outside_plan::RULE,
        &phases::phase_outside_plan::RULE,
    ];
    let mut places = finding.labels.iter().chain([&finding.primary]);
    !says_so.contains(&finding.rule) && places.any(|place| outside.is_slipped_day(place.span))
}
