use chrono::NaiveDate;

use super::{Wait, Window};
use crate::plan::value::{Day, Duration};
use crate::plan::{Entry, Moment, Task};
use crate::resolve::Network;
use crate::resolve::Resolved;
use crate::source::Located;

/// How many work days a task may slip.
#[derive(Clone, Copy, Default)]
struct Float {
    days: i64,
    /// Without those in years whose holidays are not published.
    at_least: i64,
}

/// The last work day after the end of a task that is one whatever will be published; nothing
/// where all of them are.
fn known(window: &Window, resolved: &Resolved<'_>) -> Option<i64> {
    let mut years = resolved
        .calendar
        .unknown_between(window.end?, NaiveDate::MAX);
    let first = NaiveDate::from_ymd_opt(years.next()?, 1, 1)?;
    Some(i64::from(resolved.calendar.ordinal(first)?) - 1)
}

/// A task's days as ordinals of work days: the first from its start on, the last until its
/// end. Where it lies on days off alone, the last is the one before the first.
fn ordinals(window: &Window, resolved: &Resolved<'_>) -> Option<(i64, i64)> {
    let first = resolved.calendar.ordinal(window.start?)?;
    let last = resolved.calendar.ordinal(window.end?.succ_opt()?)?;
    Some((i64::from(first), i64::from(last) - 1))
}

/// First and last work day of each task that happens once, and waits for none that waits
/// for it.
fn days(network: &Network, windows: &[Window], resolved: &Resolved<'_>) -> Vec<Option<(i64, i64)>> {
    let each = windows.iter().zip(&resolved.tasks);
    let mut days: Vec<_> = each
        .map(|(window, task)| ordinals(window, resolved).filter(|_| task.repeat.is_none()))
        .collect();
    network.stuck().for_each(|task| days[task] = None);
    days
}

/// Float of all tasks with known days that happen once. A task may slip up to the stated
/// start of one after it; where that start is derived, it slips along.
pub(super) fn slack(
    network: &Network,
    waits: &[Vec<Wait>],
    windows: &mut [Window],
    resolved: &Resolved<'_>,
) {
    let days = days(network, windows, resolved);
    let Some(finish) = days.iter().flatten().map(|(_, last)| *last).max() else {
        return;
    };
    let mut floats = vec![Float::default(); windows.len()];
    // Those that come last first: a task may slip as far as they do.
    for &task in network.order.iter().rev() {
        let Some((_, last)) = days[task] else {
            continue;
        };
        let end = windows[task].end;
        let stated = limits(&resolved.tasks[task], &windows[task], last, resolved);
        let latest = |slips: fn(Float) -> i64| {
            let followers = network.after[task].iter().flat_map(|&after| {
                let is_stated = resolved.tasks[after].start.is_some();
                let may_slip = if is_stated { 0 } else { slips(floats[after]) };
                let follower = (windows[after].start, days[after], may_slip);
                let links = waits[after].iter().filter(move |wait| wait.before == task);
                links.filter_map(move |wait| latest_end((end?, last), follower, wait.lag, resolved))
            });
            let all = followers.chain(stated.iter().copied()).chain([finish]);
            all.min().unwrap_or(last)
        };
        let known = known(&windows[task], resolved).map_or(i64::MAX, |known| known.max(last));
        let float = Float {
            days: latest(|float| float.days) - last,
            at_least: latest(|float| float.at_least).min(known) - last,
        };
        let linked = !network.after[task].is_empty() || !network.before[task].is_empty();
        windows[task].float = Some(float.days);
        windows[task].float_at_least = Some(float.at_least);
        windows[task].critical = float.days <= 0 && linked;
        floats[task] = float;
    }
}

/// The last work day on which a task may end before another that begins on a day, so long
/// after it, and may slip.
fn latest_end(
    (end, last): (NaiveDate, i64),
    (start, days, may_slip): (Option<NaiveDate>, Option<(i64, i64)>, i64),
    lag: Option<Duration>,
    resolved: &Resolved<'_>,
) -> Option<i64> {
    let calendar = &resolved.calendar;
    let first = days?.0;
    // It may end on the day the other is stated to start, if that is the plan.
    let is_same_day = match lag {
        None => last == first,
        Some(_) => calendar.lagged(end, lag) == start,
    };
    if is_same_day {
        return Some(last);
    }
    if lag.is_none() {
        return Some(first - 1 + may_slip);
    }
    let begins = calendar.nth(u32::try_from(first + may_slip).ok()?)?;
    let over = calendar.over_at_last(begins.pred_opt()?, lag)?;
    Some(i64::from(calendar.ordinal(over.succ_opt()?)?) - 1)
}

/// The last work days by which a task has to be over for its campaign, its phase and its
/// own promise, as far as it is now.
fn limits(task: &Entry<Task>, window: &Window, last: i64, resolved: &Resolved<'_>) -> Vec<i64> {
    let (campaign, phase) = (resolved.get(&task.campaign), resolved.get(&task.phase));
    let campaign_day = campaign.and_then(|campaign| {
        let after = |day: Located<Day>| day.value.0.succ_opt();
        match task.r#for.map(|moment| moment.value) {
            Some(Moment::Signup) => campaign.signup_on.and_then(after),
            Some(Moment::Start) | None => campaign.start.day().map(|day| day.value.0),
            Some(Moment::Run) => campaign.end.day().and_then(after),
            Some(Moment::Review) => None,
        }
    });
    let phase_ends = phase.and_then(|phase| resolved.end_of(phase)?.value.0.succ_opt());
    // Work with days to spare, or whose start is worked out, may slip to its due day; start
    // and due day that are both filled go together.
    let has_spare = window.worked_out.is_some() || window.start_derived;
    let due = task.due.filter(|_| has_spare && task.duration.is_some());
    let due = due.and_then(|day| day.value.0.succ_opt());
    let before = |day: NaiveDate| {
        resolved
            .calendar
            .ordinal(day)
            .map(|ordinal| i64::from(ordinal) - 1)
    };
    [campaign_day, phase_ends, due]
        .into_iter()
        .flatten()
        .filter_map(before)
        .filter(|limit| *limit >= last)
        .collect()
}
