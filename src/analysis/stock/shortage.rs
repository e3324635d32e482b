//! What there is too little of, and what takes the pieces.

use super::line::{Line, balance};
use super::planned::Wanted;
use super::sales::{Cause, Step};
use super::{Shortage, Taker};

impl Line {
    pub(super) fn shortage(&self, steps: &[Step], first: usize) -> Shortage {
        let step = steps[first];
        let (there, gone) = balance(self.stock, &self.arriving, &steps[..=first])
            .last()
            .unwrap_or_default();
        let comes_in = !self.arriving.is_empty();
        let counted = if comes_in { &steps[..=first] } else { steps };
        let running = self.reserves.iter().enumerate();
        let running: Vec<usize> = running
            .filter(|(_, reserve)| reserve.start <= step.day && step.day <= reserve.end)
            .map(|(at, _)| at)
            .collect();
        let at_once: i64 = running.iter().map(|at| self.reserves[*at].pieces).sum();
        let at_once = Some(at_once).filter(|pieces| *pieces > there && running.len() > 1);
        let takers = match at_once {
            Some(_) => running
                .into_iter()
                .map(|at| self.taker(Cause::Reserve(at)))
                .collect(),
            None => self.takers(counted),
        };
        let late = self.certain.iter().filter(|coming| coming.on > step.day);
        let is_target = matches!(step.cause, Cause::Wanted(_));
        Shortage {
            day: step.day,
            keeps_for_campaigns: steps[..=first].iter().any(|step| step.is_of_campaign()),
            about: self.sold_out(steps).filter(|_| is_target),
            there,
            needed: counted.iter().map(|step| step.pieces).sum(),
            left: there - (gone - step.pieces),
            first: self.taker(step.cause),
            comes_in,
            late: late.copied().collect(),
            counted: self.counted.clone(),
            at_once,
            takers,
        }
    }

    /// What takes the pieces of some steps. The last target that wants more than campaigns
    /// sell has all that begins on its days inside it.
    fn takers(&self, steps: &[Step]) -> Vec<Taker> {
        let last = steps.iter().rev().find_map(|step| match step.cause {
            Cause::Wanted(at) => Some(at),
            Cause::Reserve(_) => None,
        });
        let last = last.filter(|_| !self.has_beside());
        let is_inside = |cause: Cause| {
            let begins = match cause {
                Cause::Reserve(at) => self.reserves[at].start,
                Cause::Wanted(at) => self.wanted[at].from,
            };
            last.is_some_and(|last| {
                let Wanted { from, to, .. } = self.wanted[last];
                cause != Cause::Wanted(last) && from <= begins && begins <= to
            })
        };
        let causes = steps.iter().map(|step| step.cause);
        let apart = causes.filter(|cause| !is_inside(*cause));
        apart.map(|cause| self.taker(cause)).collect()
    }

    fn taker(&self, cause: Cause) -> Taker {
        match cause {
            Cause::Reserve(at) => Taker::Campaign(self.reserves[at].campaign),
            Cause::Wanted(at) => Taker::Target(self.wanted[at].target, self.wanted[at].span),
        }
    }
}
