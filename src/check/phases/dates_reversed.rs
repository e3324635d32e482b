//! OP010: something ends before it starts.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};
use crate::plan::value::Day;
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP010" "dates-reversed" Phases Error,
    "结束早于开始", "something ends before it starts");

type Dates = (Option<Located<Day>>, Option<Located<Day>>);

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    let mut look = |path: &dyn Fn() -> String, (start, end): Dates| {
        if let (Some(start), Some(end)) = (start, end)
            && end.value < start.value
        {
            report.find(reversed(start, end).on(path()));
        }
    };
    look(&|| "plan".to_owned(), (plan.head.start, plan.head.end));
    plan.phases.iter().for_each(|phase| look(&|| phase.path(), (phase.start, phase.end)));
    plan.people.iter().for_each(|person| look(&|| person.path(), (person.start, person.end)));
    plan.programs.iter().for_each(|program| look(&|| program.path(), (program.from, program.until)));
    plan.campaigns.iter().for_each(|campaign| look(&|| campaign.path(), (campaign.start, campaign.end)));
    plan.campaigns.iter().for_each(|campaign| look(&|| campaign.path(), (campaign.signup_on, campaign.start)));
    plan.tasks.iter().for_each(|task| look(&|| task.path(), (task.start, task.due)));
    plan.events.iter().for_each(|event| look(&|| event.path(), (event.start, event.end)));
}

fn reversed(start: Located<Day>, end: Located<Day>) -> Diagnostic {
    let (first, last) = (start.value.0, end.value.0);
    Diagnostic::new(&RULE, end.span, text!("{last} 早于 {first}", "{last} is before {first}"))
        .with(start.span, text!("在这之后才开始", "it starts only here"))
        .help(text!("检查两个日期是否写反", "see whether the two dates are swapped"))
}
