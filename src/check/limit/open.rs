//! Limits that cannot be decided: one unknown for each missing field, with all campaigns that
//! wait for it.

use std::collections::{HashMap, HashSet};

use crate::analysis::eligibility::{Asked, Criterion, Ours, Possible, Verdict, Want};
use crate::check::Reporter;
use crate::check::sum::listed;
use crate::diagnostic::{FieldPath, Text, text};
use crate::plan::{Campaign, Entry, Limit, Program};

/// What is open, in the order in which it was met.
#[derive(Default)]
pub(super) struct Open<'p> {
    questions: Vec<Question<'p>>,
    place: HashMap<(String, Limit), usize>,
    /// The programmes of each question.
    programs: HashSet<(usize, &'p str)>,
}

/// One field, and what it would decide.
struct Question<'p> {
    field: FieldPath,
    limit: Limit,
    asked: Asked,
    is_started: bool,
    campaigns: Vec<&'p Entry<Campaign>>,
    programs: Vec<&'p str>,
}

impl<'p> Open<'p> {
    /// Adds a limit, unless what would decide it was written and could not be read.
    pub(super) fn add(
        &mut self,
        criterion: &Criterion,
        want: &Want,
        (campaign, program): (&'p Entry<Campaign>, &'p Entry<Program>),
    ) {
        if !want.is_missing() {
            return;
        }
        let key = (want.field.to_string(), criterion.limit);
        let place = *self.place.entry(key).or_insert_with(|| {
            self.questions.push(Question {
                field: want.field.clone(),
                limit: criterion.limit,
                asked: criterion.asked.clone(),
                is_started: is_started(criterion),
                campaigns: Vec::new(),
                programs: Vec::new(),
            });
            self.questions.len() - 1
        });
        let question = &mut self.questions[place];
        let is_new = |other: &&Entry<Campaign>| other.id.value != campaign.id.value;
        if question.campaigns.last().is_none_or(is_new) {
            question.campaigns.push(campaign);
        }
        if self.programs.insert((place, program.label())) {
            question.programs.push(program.label());
        }
    }

    pub(super) fn report(self, report: &mut Reporter<'_>) {
        for question in self.questions {
            let message = question.message();
            report.unknown_of(question.campaigns, question.field, message);
        }
    }
}

/// Whether sign-up and start are known: what remains open is the review.
fn is_started(criterion: &Criterion) -> bool {
    let is_known = matches!(criterion.verdict.ours(), Some(Ours::SignUp { .. }));
    let asks_status = match &criterion.verdict {
        Verdict::Unknown(_, want) => want.field.keys == ["status"],
        _ => false,
    };
    is_known && asks_status
}

impl Question<'_> {
    fn message(&self) -> Text {
        let limit = self.limit;
        let campaigns = quoted(self.campaigns.iter().map(|campaign| campaign.label()));
        let programs = quoted(self.programs.iter().copied());
        let meets = match self.campaigns.len() {
            1 => "meets",
            _ => "meet",
        };
        match self.asked {
            Asked::Unstated => text!(
                "{programs}对{limit}有要求，但门槛未知，无法判断{campaigns}是否满足",
                "the figure of the {limit} limit of {programs} is unknown: whether {campaigns} {meets} it cannot be decided";
                programs, limit, campaigns
            ),
            Asked::StartFrom(Some(Possible { day, .. })) if self.is_started => text!(
                "按{programs}的规则审核最长到 {day} 才结束，审核结果未写，无法判断{campaigns}能否如期开始",
                "by the rules of {programs} the review may last until {day}: whether {campaigns} can start in time cannot be decided before it is over";
                programs, campaigns
            ),
            _ => text!(
                "无法判断{campaigns}是否满足{programs}的{limit}要求",
                "whether {campaigns} {meets} the {limit} limit of {programs} cannot be decided";
                campaigns, programs, limit
            ),
        }
    }
}

/// Names with the marks of their language: `「五月场」、「六月场」`.
pub(in crate::check) fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> Text {
    listed(names.map(|name| text!("「{name}」", "{name}")).collect())
}
