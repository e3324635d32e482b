//! Everything planned, section by section.

use super::{Look, OutsideDay, What};
use crate::plan::{Event, EventKind};

impl Look<'_, '_> {
    /// The days of everything planned that are outside.
    pub(super) fn everything(&self) -> Vec<OutsideDay> {
        let plan = self.resolved.plan;
        let mut days = Vec::new();
        for (at, phase) in plan.phases.numbered() {
            let said = [
                (What::Start, phase.start.day()),
                (What::End, phase.end.day()),
            ];
            days.extend(self.at(at, &said, |days| self.phase_agrees(at, phase, days)));
        }
        for (at, target) in plan.targets.numbered() {
            days.extend(self.target(at, target));
        }
        for (at, campaign) in plan.campaigns.numbered().filter(|(_, one)| one.goes_on()) {
            let said = [
                (What::Start, campaign.start.day()),
                (What::End, campaign.end.day()),
            ];
            days.extend(self.at(at, &said, |days| self.campaign_agrees(at, campaign, days)));
        }
        for (at, task) in plan.tasks.numbered() {
            days.extend(self.task(at, task));
        }
        // Festivals and statutory holidays are facts of the calendar.
        let is_planned = |event: &Event| {
            let of_calendar = [EventKind::Statutory, EventKind::Lunar];
            event
                .kind
                .is_none_or(|kind| !of_calendar.contains(&kind.value))
        };
        for (at, event) in plan
            .events
            .numbered()
            .filter(|(_, event)| is_planned(event))
        {
            let said = [
                (What::Start, event.start.day()),
                (What::End, event.end.day()),
            ];
            days.extend(self.at::<Event>(at, &said, |_| true));
        }
        for (at, milestone) in plan.milestones.numbered() {
            let said = [(What::End, milestone.due)];
            days.extend(self.at(at, &said, |days| self.milestone_agrees(milestone, days)));
        }
        days
    }
}
