use crate::plan::{Entry, Idx, Phase};
use crate::resolve::Network;
use crate::resolve::Resolved;

/// An order between two phases that is not kept, or cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseOrder {
    /// The phase that comes after.
    pub phase: Idx<Phase>,
    /// Which of its predecessors: the position in `after`.
    pub after: usize,
    /// What is the matter.
    pub trouble: PhaseTrouble,
}

/// What is the matter with an order of phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseTrouble {
    /// It starts before the other does.
    StartsBefore,
    /// It starts before the other has ended.
    Overlaps,
    /// One of the two does not say when it starts.
    Unknown(Idx<Phase>),
}

/// Phases that come after each other, each circle once, and the orders that are not kept;
/// those within a circle are said with it.
pub(super) fn phases(resolved: &Resolved<'_>) -> (Vec<Vec<Idx<Phase>>>, Vec<PhaseOrder>) {
    let phases = resolved.phases.iter();
    let before = phases.map(|phase| {
        let first = phase.after.iter().filter_map(|first| resolved.find(first));
        first.map(Idx::at).collect()
    });
    let network = Network::new(before.collect());
    let cycles: Vec<Vec<Idx<Phase>>> = network
        .cycles()
        .into_iter()
        .map(|cycle| cycle.into_iter().map(Idx::new).collect())
        .collect();
    let mut circle = vec![None; resolved.phases.len()];
    for (number, cycle) in cycles.iter().enumerate() {
        cycle
            .iter()
            .for_each(|phase| circle[phase.at()] = Some(number));
    }
    let orders = resolved.plan.phases.numbered().flat_map(|(at, phase)| {
        let links = phase.after.iter().enumerate();
        let links = links.filter_map(move |(after, link)| Some((after, resolved.find(link)?)));
        let circle = &circle;
        links.filter_map(move |(after, first)| {
            let in_one = circle[at.at()].is_some() && circle[at.at()] == circle[first.at()];
            let trouble = trouble((at, phase), first, resolved).filter(|_| !in_one)?;
            Some(PhaseOrder {
                phase: at,
                after,
                trouble,
            })
        })
    });
    let orders = orders.collect();
    (cycles, orders)
}

fn trouble(
    (at, phase): (Idx<Phase>, &Entry<Phase>),
    first: Idx<Phase>,
    resolved: &Resolved<'_>,
) -> Option<PhaseTrouble> {
    let before = &resolved.plan.phases[first];
    if phase.is_reversed() || before.is_reversed() {
        return None;
    }
    let ends = |phase: &Phase| resolved.end_of(phase).map(|day| day.value);
    let starts = |phase: &Phase| phase.start.day().map(|day| day.value);
    let has_days = |phase: &Phase| starts(phase).or(ends(phase)).is_some();
    // The last day of one that does not say its first is the latest on which it may start.
    match (starts(phase).or(ends(phase)), starts(before)) {
        (Some(start), Some(other)) if start < other => Some(PhaseTrouble::StartsBefore),
        (Some(_), None) if has_days(before) => Some(PhaseTrouble::Unknown(first)),
        _ => {
            let Some(start) = starts(phase) else {
                let matters = has_days(phase) && has_days(before);
                return matters.then_some(PhaseTrouble::Unknown(at));
            };
            let overlaps = ends(before).is_some_and(|end| start <= end);
            overlaps.then_some(PhaseTrouble::Overlaps)
        }
    }
}
