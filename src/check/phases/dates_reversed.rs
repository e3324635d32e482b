//! OP010: something ends before it starts.

use crate::analysis::eligibility::Verdict;
use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Text, rule, text};
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, Idx, Limit};

use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP010" "dates-reversed" Phases Error,
    "结束早于开始", "something ends before it starts");

type Dates = (Option<Located<Day>>, Option<Located<Day>>);

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    let mut look = |path: &dyn Fn() -> String, dates: Dates| {
        if let Some((start, end)) = reversed(dates) {
            report.find(ends_before_it_starts(start, end).on(path()));
        }
    };
    look(&|| "plan".to_owned(), (plan.head().start, plan.head().end));
    plan.phases
        .iter()
        .for_each(|phase| look(&|| phase.path(), (phase.start, phase.end)));
    plan.people
        .iter()
        .for_each(|person| look(&|| person.path(), (person.start, person.end)));
    for program in &plan.programs {
        look(&|| program.path(), (program.from, program.until));
        program
            .versions
            .iter()
            .for_each(|version| look(&|| program.path(), (version.from, version.until)));
    }
    plan.campaigns
        .iter()
        .for_each(|campaign| look(&|| campaign.path(), (campaign.start, campaign.end)));
    for task in &plan.tasks {
        look(&|| task.path(), (task.start, task.due));
        look(
            &|| task.path(),
            (
                task.start,
                task.repeat.as_ref().and_then(|repeat| repeat.until),
            ),
        );
    }
    plan.events
        .iter()
        .for_each(|event| look(&|| event.path(), (event.start, event.end)));
    let campaigns = plan
        .campaigns
        .iter()
        .enumerate()
        .filter(|(at, _)| !signup_is_judged(*at, context));
    campaigns
        .filter_map(|(_, campaign)| signed_up_after_start(campaign))
        .for_each(|finding| report.find(finding));
}

fn reversed((start, end): Dates) -> Option<(Located<Day>, Located<Day>)> {
    start
        .zip(end)
        .filter(|(start, end)| end.value < start.value)
}

fn ends_before_it_starts(start: Located<Day>, end: Located<Day>) -> Diagnostic {
    let (first, last) = (start.value.0, end.value.0);
    Diagnostic::new(
        &RULE,
        end.span,
        text!(
            "结束日 {last} 早于开始日 {first}",
            "it ends on {last}, before it starts on {first}"
        ),
    )
    .with(start.span, text!("这一天才开始", "it starts only here"))
    .help(text!(
        "检查两个日期是否写反",
        "see whether the two dates are swapped"
    ))
}

/// Whether OP129 finds the sign-up too late already.
fn signup_is_judged(campaign: usize, context: Context<'_, '_>) -> bool {
    let applications = context
        .analysis
        .eligibility
        .iter()
        .filter(|application| application.campaign == Idx::new(campaign));
    let mut criteria = applications.flat_map(|application| &application.criteria);
    criteria.any(|criterion| {
        criterion.limit == Limit::LeadTime && matches!(criterion.verdict, Verdict::NotMet(_))
    })
}

fn signed_up_after_start(campaign: &Entry<Campaign>) -> Option<Diagnostic> {
    let (signup, start) = reversed((campaign.signup_on, campaign.start))?;
    let (name, first, on) = (campaign.label(), start.value.0, signup.value.0);
    let message = text!(
        "「{name}」{first} 就开始了，{on} 才报名",
        "{name} starts on {first}, before it is signed up on {on}"
    );
    Some(
        Diagnostic::new(&RULE, start.span, message)
            .with(
                signup.span,
                Text::fixed("这一天才报名", "signed up only here"),
            )
            .help(text!(
                "检查两个日期是否写反",
                "see whether the two dates are swapped"
            ))
            .on(campaign.path()),
    )
}
