//! Which rules of a programme hold on a day: of its versions the one that began last, which
//! ends the one before; one that lies inside another gives way to it again; outside all of
//! them the programme itself.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::answer::{Gap, Want};
use super::rules::Rules;
use super::side::{DayThatCounts, Side};
use crate::plan::value::{Day, Duration};
use crate::plan::{Entry, Limit, Line, Program, ReviewTime, Version};
use crate::source::{Located, Span};

/// The rules that hold: a programme, and the version of it that says what differs.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'p> {
    /// The programme.
    pub program: &'p Program,
    /// The version; none where the programme itself holds.
    pub version: Option<&'p Version>,
}

/// First and last day of rules; nothing where they have no such edge.
pub(super) type Edges = (Option<NaiveDate>, Option<NaiveDate>);

impl<'p> InForce<'p> {
    /// What the version says of its own, else what the programme says.
    fn own<T>(self, of: impl Fn(&'p Program) -> Option<T>) -> Option<T> {
        let of_version = self.version.and_then(|version| of(version));
        of_version.or_else(|| of(self.program))
    }

    /// Where they come from.
    pub fn source(self) -> Option<&'p Line> {
        self.own(|rules| rules.source.as_ref())
    }

    /// Anything else that is said of them.
    pub fn note(self) -> Option<&'p Line> {
        self.own(|rules| rules.note.as_ref())
    }

    /// What is said of a limit, unless the version takes it back.
    fn of_limit<T>(self, limit: Limit, of: impl Fn(&'p Program) -> Option<T>) -> Option<T> {
        Rules::new(limit, self.program, self.version).one(of)
    }

    /// The papers to hand in.
    pub fn documents(self) -> &'p [Line] {
        let stated =
            |rules: &'p Program| Some(&*rules.documents).filter(|documents| !documents.is_empty());
        self.of_limit(Limit::Documents, stated).unwrap_or_default()
    }

    /// How long before the start it has to be signed up.
    pub fn lead_time(self) -> Option<Located<Duration>> {
        self.of_limit(Limit::LeadTime, |rules| rules.lead_time)
    }

    /// How long the review takes.
    pub fn review_time(self) -> Option<&'p Located<ReviewTime>> {
        self.of_limit(Limit::LeadTime, |rules| rules.review_time.as_ref())
    }

    /// The rules whose days these are: the version, else the programme.
    pub fn dated(self) -> &'p Program {
        self.version.map_or(self.program, |version| version)
    }

    /// Whether all their limits are said to be written.
    pub fn are_complete(self) -> bool {
        self.own(|rules| rules.complete)
            .is_some_and(|complete| complete.value)
    }

    /// The day on which they were last read.
    pub fn checked_on(self) -> Option<Located<Day>> {
        self.own(|rules| rules.checked_on)
    }

    /// How long that may be relied on, if it is said.
    pub fn recheck_after(self) -> Option<Located<Duration>> {
        self.own(|rules| rules.recheck_after)
    }
}

/// Which rules may hold on the day of a campaign.
pub(super) struct Holding<'p> {
    /// The versions that may; none is the programme itself.
    pub(super) rules: Vec<Option<&'p Version>>,
    /// Why it is not one alone.
    pub(super) doubt: Option<Doubt>,
}

/// Why it is not known which rules hold.
pub(super) struct Doubt {
    /// What would say it.
    pub(super) want: Want,
    /// Whether it may be that none of them do, so that not even what all of them say holds.
    pub(super) may_be_none: bool,
}

impl<'p> Holding<'p> {
    fn one(version: Option<&'p Version>) -> Self {
        Self {
            rules: vec![version],
            doubt: None,
        }
    }

    /// Any of all rules of a programme.
    fn any(program: &'p Program, want: Want, may_be_none: bool) -> Self {
        let versions = program.versions.iter().map(|version| Some(&version.value));
        Self {
            rules: std::iter::once(None).chain(versions).collect(),
            doubt: Some(Doubt { want, may_be_none }),
        }
    }

    /// None of the rules of a programme: what they would ask cannot be decided.
    fn nothing(want: Want) -> Self {
        Self {
            rules: vec![None],
            doubt: Some(Doubt {
                want,
                may_be_none: true,
            }),
        }
    }
}

/// The rules that hold on the day that counts for a campaign.
pub(super) fn holding<'p>(side: &Side<'p>) -> Holding<'p> {
    let program = side.program;
    if let Some(edge) = unread(program) {
        return Holding::nothing(side.of_program(&[edge]));
    }
    let is_dated = edges(program) != (None, None);
    let on = match &side.on {
        Ok(on) => on,
        Err(want) if is_dated || !program.versions.is_empty() => {
            return Holding::any(program, want.clone(), is_dated);
        }
        Err(_) => return Holding::one(None),
    };
    match latest(program, on.day) {
        Latest::Version(version) => Holding::one(Some(version)),
        Latest::Crossing(one, other) => Holding {
            rules: vec![Some(one), Some(other)],
            doubt: Some(Doubt {
                want: Want {
                    gap: Gap::Crossing,
                    ..side.of_program(&["versions"])
                },
                may_be_none: false,
            }),
        },
        Latest::None => of_programme_itself(side, on),
    }
}

fn of_programme_itself<'p>(side: &Side<'p>, on: &DayThatCounts) -> Holding<'p> {
    let program = side.program;
    if holds(program, on.day) {
        return Holding::one(None);
    }
    if may_have_held_before(program, on) {
        return Holding::any(program, side.wanting("signup_on"), true);
    }
    Holding::nothing(Want {
        gap: Gap::OutOfForce,
        ..side.of_program(&["from"])
    })
}

/// Whether the day of sign-up, which is not known, may lie on days that are over when the
/// campaign starts.
fn may_have_held_before(program: &Program, on: &DayThatCounts) -> bool {
    let versions = program.versions.iter().map(|version| &*version.value);
    let mut all = std::iter::once(program).chain(versions);
    !on.is_signup && all.any(|rules| edges(rules).1.is_some_and(|until| until < on.day))
}

/// The field of dates that could not be read.
fn unread(program: &Entry<Program>) -> Option<&'static str> {
    let fields = ["versions", "from", "until"].into_iter();
    fields.into_iter().find(|field| program.unread.holds(field))
}

/// The versions that hold on a day.
enum Latest<'p> {
    None,
    Version(&'p Version),
    Crossing(&'p Version, &'p Version),
}

fn latest(program: &Program, on: NaiveDate) -> Latest<'_> {
    let versions = program.versions.iter().map(|version| &version.value);
    let holding: Vec<_> = versions.filter(|version| holds(version, on)).collect();
    let Some(latest) = holding.iter().max_by_key(|version| order(version)) else {
        return Latest::None;
    };
    let mut others = holding
        .iter()
        .filter(|version| !std::ptr::eq(**version, *latest));
    match others.find(|other| !is_inside(edges(latest), edges(other))) {
        Some(other) => Latest::Crossing(other, latest),
        None => Latest::Version(latest),
    }
}

/// Of two versions that hold, the one that began later wins, then the one that ends first.
pub(super) fn order(version: &Version) -> (Option<NaiveDate>, Reverse<(bool, Option<NaiveDate>)>) {
    let (from, until) = edges(version);
    (from, Reverse((until.is_none(), until)))
}

pub(super) fn edges(rules: &Program) -> Edges {
    let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
    (day(rules.from), day(rules.until))
}

/// Whether rules hold on a day.
fn holds(rules: &Program, on: NaiveDate) -> bool {
    let (from, until) = edges(rules);
    from.is_none_or(|from| from <= on) && until.is_none_or(|until| on <= until)
}

/// Whether days lie inside others that are more than they.
pub(super) fn is_inside(one: Edges, other: Edges) -> bool {
    let ends_in_time = match (one.1, other.1) {
        (_, None) => true,
        (Some(one), Some(other)) => one <= other,
        (None, Some(_)) => false,
    };
    one.0 >= other.0 && ends_in_time && one != other
}

/// A campaign whose day lies outside all days of its rules.
#[derive(Clone, Copy, Debug)]
pub struct OutOfForce {
    /// The day.
    pub on: DayThatCounts,
    /// First and last day of the programme itself.
    pub days: Edges,
    /// Where the edge stands that lies between.
    pub edge: Span,
    /// Whether the campaign itself runs on days of the rules: its days were taken for those
    /// of the rules.
    pub runs_inside: bool,
}

/// The day of a campaign, if the rules of its programme do not hold on it.
pub(super) fn out_of_force(side: &Side<'_>) -> Option<OutOfForce> {
    let (program, on) = (side.program, *side.on.as_ref().ok()?);
    let is_out = unread(program).is_none()
        && matches!(latest(program, on.day), Latest::None)
        && !holds(program, on.day)
        && !may_have_held_before(program, &on);
    let edge = match (program.from, program.until) {
        (Some(from), _) if on.day < from.value.0 => from.span,
        (_, until) => until?.span,
    };
    let start = side.campaign.start.day().map(|day| day.value.0);
    is_out.then(|| OutOfForce {
        on,
        days: edges(program),
        edge,
        runs_inside: start.is_some_and(|start| holds(program, start)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(from: Option<u32>, until: Option<u32>) -> Edges {
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 5, day);
        (from.and_then(day), until.and_then(day))
    }

    #[test]
    fn days_lie_inside_what_reaches_as_far_and_is_more() {
        let (open, may, rest) = (
            edges(None, None),
            edges(Some(1), Some(20)),
            edges(Some(10), None),
        );
        assert!(is_inside(may, open) && is_inside(rest, open));
        assert!(is_inside(edges(Some(1), Some(5)), may));
        assert!(!is_inside(may, rest) && !is_inside(rest, may));
        assert!(!is_inside(may, may) && !is_inside(open, open));
    }
}
