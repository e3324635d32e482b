//! How long the shop has been open on the day of sign-up, else of the start.

use chrono::NaiveDate;

use super::super::answer::{Ours, Outside, Verdict, Want, Way};
use super::super::side::Side;
use super::lead_time::after;
use super::{Description, Measured};
use crate::analysis::tri::Tri;
use crate::plan::Program;
use crate::plan::value::{Bound, Bounds, Day, Duration};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["store", "age"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| rules.bounds(asked, |bounds| verdict(bounds, side)),
};

fn asked(program: &Program) -> Option<&Located<Bounds<Duration>>> {
    program.store.as_ref()?.age.as_ref()
}

fn verdict(asked: Bounds<Duration>, side: &Side<'_>) -> Result<Verdict, Want> {
    let opened: Located<Day> = side.of_store(&["opened_on"], |store| store.opened_on)?;
    let on = day_that_counts(side)?;
    let (since, span) = (opened.value.0, opened.span);
    let enough_on = asked.low.and_then(|least| enough_on(least, since));
    let ours = Ours::Open {
        since,
        on,
        enough_on,
    };
    let outside = |way| Verdict::NotMet(ours, Outside::new(span, way));
    let signup_known = side.campaign.signup_on.is_some();
    Ok(
        match (
            old_enough(asked.low, since, on),
            young_enough(asked.high, since, on),
        ) {
            (Tri::No, _) => outside(Way::Below),
            (_, Tri::No) if signup_known => outside(Way::Above),
            // Signed up before the start, the shop may have been young enough.
            (_, Tri::No) => Verdict::Unknown(Some(ours), side.wanting("signup_on")),
            (old, young) if old & young == Tri::Yes => Verdict::Met(ours),
            _ => Verdict::Unknown(Some(ours), side.of_program(DESCRIPTION.fields[0])),
        },
    )
}

fn day_that_counts(side: &Side<'_>) -> Result<NaiveDate, Want> {
    match &side.on {
        Ok(on) => Ok(on.day),
        Err(want) if want.is_missing() => Err(side.wanting("start")),
        Err(want) => Err(want.clone()),
    }
}

/// Whether a shop has been open long enough on a day; unknown for work days.
fn old_enough(least: Option<Bound<Duration>>, since: NaiveDate, on: NaiveDate) -> Tri {
    let Some(least) = least else {
        return Tri::Yes;
    };
    enough_on(least, since).map(|first| on >= first).into()
}

/// The first day on which a shop has been open long enough.
fn enough_on(least: Bound<Duration>, since: NaiveDate) -> Option<NaiveDate> {
    let reached = after(since, least.value)?;
    match least.strict {
        true => reached.succ_opt(),
        false => Some(reached),
    }
}

fn young_enough(most: Option<Bound<Duration>>, since: NaiveDate, on: NaiveDate) -> Tri {
    let Some(most) = most else {
        return Tri::Yes;
    };
    let reached = after(since, most.value);
    let is_before = |reached| {
        if most.strict {
            on < reached
        } else {
            on <= reached
        }
    };
    reached.map(is_before).into()
}
