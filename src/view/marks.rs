//! When tasks show on a time axis.

use chrono::NaiveDate;

use super::format::Wording;
use crate::analysis::schedule::Window;
use crate::diagnostic::text;
use crate::plan::{Entry, Section, Task};
use crate::resolve::{ItemRef, Resolved, occurrences};

/// A float longer than this stands in the list of tasks only; its line would say nothing.
const LONGEST_FLOAT: i64 = 30;
/// When a task shows.
pub(super) enum Mark {
    Days(NaiveDate, NaiveDate),
    About(NaiveDate),
    By(NaiveDate),
    Cycle(Vec<NaiveDate>),
}

impl Mark {
    /// When a task shows, if any day of it is known.
    pub(super) fn of(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> Option<Mark> {
        if task.repeat.is_some() {
            return Some(occurrences(task, resolved))
                .filter(|days| !days.is_empty())
                .map(Mark::Cycle);
        }
        if let Some(around) = task.around {
            return Some(Mark::About(around.value.0));
        }
        match (window.start, window.end) {
            (Some(first), Some(last)) => Some(Mark::Days(first, last.max(first))),
            (Some(only), None) => Some(Mark::Days(only, only)),
            (None, Some(by)) => Some(Mark::By(by)),
            (None, None) => None,
        }
    }

    pub(super) fn first(&self) -> NaiveDate {
        match self {
            Self::Days(first, _) | Self::About(first) | Self::By(first) => *first,
            Self::Cycle(days) => days.first().copied().unwrap_or_default(),
        }
    }

    pub(super) fn last(&self) -> NaiveDate {
        match self {
            Self::Days(_, last) | Self::About(last) | Self::By(last) => *last,
            Self::Cycle(days) => days.last().copied().unwrap_or_default(),
        }
    }

    pub(super) fn words(&self, wording: &Wording) -> String {
        match self {
            Self::Days(first, last) => wording.days(*first, *last).replace(" – ", "–"),
            Self::About(day) => {
                let day = wording.day(*day);
                wording.say(text!("约 {day}", "c. {day}"))
            }
            Self::By(day) => {
                let day = wording.day(*day);
                wording.say(text!("最晚 {day}", "by {day}"))
            }
            Self::Cycle(days) => {
                let times = days.len();
                wording.say(text!("{times} 次", "{times} times"))
            }
        }
    }
}

/// Whether a task waits for others or others for it: only then its float means something.
pub(super) fn is_linked(at: usize, resolved: &Resolved<'_>) -> bool {
    let task = ItemRef {
        section: Section::Tasks,
        at,
    };
    !resolved.tasks[at].after.is_empty()
        || resolved
            .references
            .to(task)
            .any(|one| one.from.section == Section::Tasks)
}

/// The day until which a task may slip.
pub(super) fn slips_to(
    task: &Entry<Task>,
    window: &Window,
    resolved: &Resolved<'_>,
) -> Option<NaiveDate> {
    let float = window
        .float
        .filter(|float| (1..=LONGEST_FLOAT).contains(float) && task.repeat.is_none())?;
    let last = resolved
        .calendar
        .ordinal(window.end?.succ_opt()?)?
        .checked_sub(1)?;
    resolved
        .calendar
        .nth(last.checked_add(u32::try_from(float).ok()?)?)
}
