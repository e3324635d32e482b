//! OP025: the parts of a target by shop, channel, person, product or category do not agree
//! with it.

use crate::analysis::targets::{Against, Way};
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP025" "rollup-scope" Targets Error,
    "细分与合计对不上", "the parts of a target do not add up to it");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    sums(
        context,
        |one| {
            let is_about_parts = matches!(one.against, Against::Parts(_) | Against::Whole(_));
            is_about_parts && matches!(one.way, None | Some(Way::More | Way::Less))
        },
        report,
    );
}
