//! The calendar of campaigns.

use chrono::NaiveDate;

use super::drawn::{BandKind, BandRow, Bands, Group, Mark};
use super::gantt::{axis, events, shows};
use crate::analysis::eligibility::Outcome;
use crate::plan::{Campaign, Entry};
use crate::resolve::Resolved;

/// When campaigns are signed up for and run; nothing where no days are known.
pub(super) fn bands<'p>(resolved: &Resolved<'p>, outcomes: &[Outcome]) -> Option<Bands<'p>> {
    let campaigns = resolved.plan.campaigns.iter().zip(outcomes);
    let mut rows: Vec<BandRow<'p>> = campaigns
        .filter_map(|(campaign, outcome)| row(campaign, *outcome))
        .collect();
    let stated = rows
        .iter()
        .flat_map(|row| [row.mark.first(), row.mark.last()]);
    let stated: Vec<NaiveDate> = stated.collect();
    let days = axis(resolved, &stated)?;
    rows.retain(|row| {
        shows(
            days,
            row.signup.unwrap_or(row.mark.first()),
            row.mark.last(),
        )
    });
    rows.sort_by_key(|row| (row.mark.first(), row.mark.last()));
    (!rows.is_empty()).then(|| Bands {
        kind: BandKind::Calendar,
        days,
        events: events(resolved, days),
        has_critical: rows.iter().any(|row| row.is_critical),
        has_float: false,
        groups: vec![Group { head: None, rows }],
        left_out: 0,
    })
}

fn row(campaign: &Entry<Campaign>, outcome: Outcome) -> Option<BandRow<'_>> {
    let first = campaign.start.day()?.value.0;
    let last = campaign
        .end
        .day()
        .map_or(first, |day| day.value.0)
        .max(first);
    Some(BandRow {
        title: campaign.label(),
        mark: Mark::Days(first, last),
        is_critical: outcome == Outcome::NotMet,
        slips_to: None,
        signup: campaign.signup_on.map(|day| day.value.0),
    })
}
