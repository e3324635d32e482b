//! Whether the days of a thing agree with everything else.

use chrono::NaiveDate;

use super::Look;
use super::shifted::Shifted;
use crate::analysis::schedule::{CampaignDays, TaskDays, judge};
use crate::plan::value::Day;
use crate::plan::{After, Campaign, Entry, Idx, Milestone, Phase, Section, Task};
use crate::resolve::ItemRef;
use crate::source::Located;

impl Look<'_, '_> {
    pub(super) fn phase_agrees(
        &self,
        at: Idx<Phase>,
        phase: &Entry<Phase>,
        days: &Shifted,
    ) -> bool {
        let resolved = self.resolved;
        let item = ItemRef {
            section: Section::Phases,
            at: at.at(),
        };
        let starts = |phase: &Phase| phase.start.day().map(|day| day.value.0);
        let before = phase.after.iter().filter_map(|first| resolved.get(first));
        let mut before = before.filter_map(|first| starts(first));
        let follows = days
            .start()
            .is_none_or(|start| before.all(|first| first <= start));
        follows
            && resolved
                .references
                .to(item)
                .all(|one| match one.from.section {
                    Section::Phases => {
                        let after = starts(&resolved.phases[one.from.at]);
                        after
                            .zip(days.start())
                            .is_none_or(|(after, start)| start <= after)
                    }
                    Section::Tasks => {
                        let task = &resolved.tasks[one.from.at];
                        let said = [task.start, task.due].into_iter().flatten();
                        let mut said = said.map(|day| day.value.0);
                        said.all(|day| lies_within(day, days.start(), days.end()))
                    }
                    _ => true,
                })
    }

    pub(super) fn task_agrees(&self, at: Idx<Task>, task: &Entry<Task>, days: &Shifted) -> bool {
        let resolved = self.resolved;
        let (start, due) = (days.start(), days.end());
        let mut all = days.0.iter().map(|(_, day)| *day);
        let in_phase = resolved.get(&task.phase).is_none_or(|phase| {
            let (first, last) = (phase.start.day(), resolved.end_of(phase));
            all.all(|day| {
                lies_within(
                    day,
                    first.map(|day| day.value.0),
                    last.map(|day| day.value.0),
                )
            })
        });
        let begins = start.or(due);
        let ready = self.schedule.waits_until(task, resolved);
        let follows = begins.is_none_or(|begins| ready.is_none_or(|ready| ready <= begins));
        let item = ItemRef {
            section: Section::Tasks,
            at: at.at(),
        };
        let after = resolved.references.to(item);
        let mut after = after.filter(|one| one.from.section == Section::Tasks);
        let ends = due.or(start);
        let is_followed = after.all(|one| {
            let after = &resolved.tasks[one.from.at];
            let by = after.start.or(after.due).map(|day| day.value.0);
            let mut links = after.after.iter();
            let link = links.find(|link| resolved.find(*link) == Some(at));
            let lag = link.and_then(After::lag);
            let ready = ends.and_then(|ends| resolved.calendar.lagged(ends, lag));
            by.zip(ready).is_none_or(|(by, ready)| ready <= by)
        });
        let over = None;
        let in_time = resolved.get(&task.campaign).is_none_or(|campaign| {
            let Some(moment) = task.r#for else {
                return true;
            };
            let task = TaskDays { start, due, over };
            judge(moment.value, task, CampaignDays::of(campaign)).is_none()
        });
        in_phase && follows && is_followed && in_time
    }

    pub(super) fn campaign_agrees(
        &self,
        at: Idx<Campaign>,
        campaign: &Entry<Campaign>,
        days: &Shifted,
    ) -> bool {
        let resolved = self.resolved;
        let item = ItemRef {
            section: Section::Campaigns,
            at: at.at(),
        };
        let of = CampaignDays {
            start: days.start(),
            end: days.end(),
            ..CampaignDays::of(campaign)
        };
        let mut tasks = resolved.references.to(item);
        let signed_up = of
            .signup
            .zip(of.start)
            .is_none_or(|(signup, start)| signup <= start);
        signed_up
            && tasks.all(|one| {
                if one.from.section != Section::Tasks {
                    return true;
                }
                let task = &resolved.tasks[one.from.at];
                let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
                let (start, due, over) = (day(task.start), day(task.due), None);
                let said = TaskDays { start, due, over };
                task.r#for
                    .is_none_or(|moment| judge(moment.value, said, of).is_none())
            })
    }

    pub(super) fn milestone_agrees(&self, milestone: &Entry<Milestone>, days: &Shifted) -> bool {
        let resolved = self.resolved;
        let Some(due) = days.end() else {
            return true;
        };
        let before = milestone.after.iter();
        let before = before.filter_map(|first| self.window(first)?.over).max();
        let in_phase = resolved.get(&milestone.phase).is_none_or(|phase| {
            let last = resolved.end_of(phase).map(|day| day.value.0);
            lies_within(due, phase.start.day().map(|day| day.value.0), last)
        });
        in_phase && before.is_none_or(|over| over <= due)
    }
}

fn lies_within(day: NaiveDate, first: Option<NaiveDate>, last: Option<NaiveDate>) -> bool {
    first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
}
