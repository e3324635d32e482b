//! The table of contents.

use serde::Serialize;

use super::View;
use crate::diagnostic::{Text, text};

/// A chapter in the table of contents. Its title stands in the locale files under its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// `store`, `phases` …
    pub id: &'static str,
    /// `一`, `1`
    pub number: String,
    /// What is in it.
    pub what: String,
}

impl View {
    /// The chapters there are, in order.
    pub(super) fn contents(&self) -> Vec<Chapter> {
        let count = |count: usize| text!("{count} 项", "{count}");
        let chapters = [
            (
                "store",
                self.shops
                    .as_ref()
                    .map(|_| Text::fixed("定位、等级与市场", "position, level, market")),
            ),
            (
                "phases",
                self.phases.as_ref().map(|phases| {
                    let count = phases.rows.len();
                    text!("{count} 个阶段", "phases: {count}")
                }),
            ),
            (
                "events",
                self.events.as_ref().map(|events| {
                    let count = events.rows.len();
                    text!("{count} 个", "{count}")
                }),
            ),
            (
                "targets",
                self.targets.as_ref().map(|targets| {
                    let months = targets
                        .rows
                        .iter()
                        .filter(|row| row.kind == "month")
                        .count();
                    text!("{months} 个月", "{months} months")
                }),
            ),
            (
                "organisation",
                self.organisation.as_ref().map(|organisation| {
                    let (posts, people) = (organisation.roles.len(), organisation.people.len());
                    match (posts, people) {
                        (0, people) => text!("{people} 人", "people: {people}"),
                        (posts, 0) => text!("{posts} 个岗位", "posts: {posts}"),
                        (posts, people) => text!(
                            "{posts} 个岗位，{people} 人",
                            "posts: {posts}, people: {people}"
                        ),
                    }
                }),
            ),
            (
                "products",
                self.products.as_ref().map(|products| {
                    let count = products.rows.len();
                    text!("{count} 款", "{count}")
                }),
            ),
            (
                "campaigns",
                self.campaigns.as_ref().map(|campaigns| {
                    let count = campaigns.rows.len();
                    text!("{count} 场", "{count}")
                }),
            ),
            (
                "tasks",
                self.tasks.as_ref().map(|tasks| count(tasks.rows.len())),
            ),
            ("routines", self.routines().map(count)),
            ("risks", self.risks.as_ref().map(|risks| count(risks.len()))),
            (
                "questions",
                self.questions
                    .as_ref()
                    .map(|all| count(all.groups.iter().map(|group| group.rows.len()).sum())),
            ),
            (
                "notes",
                Some(Text::fixed("工作日、来源与说明", "work days, sources")),
            ),
            (
                "check-sheet",
                self.routines()
                    .map(|_| Text::fixed("每月复印一张", "one copy a month")),
            ),
        ];
        let there = chapters
            .into_iter()
            .filter_map(|(id, what)| Some((id, what?)))
            .enumerate();
        there
            .map(|(at, (id, what))| Chapter {
                id,
                number: self.wording.numeral(at + 1),
                what: self.wording.say(what),
            })
            .collect()
    }

    fn routines(&self) -> Option<usize> {
        self.tasks
            .as_ref()
            .map(|tasks| tasks.routines.len())
            .filter(|count| *count > 0)
    }
}
