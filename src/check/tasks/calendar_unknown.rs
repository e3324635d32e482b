//! OP208: days that depend on the holidays of a year whose notice is not published.

use std::collections::HashSet;

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Section;
use crate::resolve::ItemRef;

pub(in crate::check) static RULE: Rule = rule!("OP208" "calendar-unknown" Tasks Info,
    "日期取决于尚未公布的放假安排", "days that depend on holidays not yet published");

/// Each year once, at the first item that depends on it.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let settled = plan.unsettled.unpublished.iter();
    let settled = settled.map(|((item, _), years)| (plan.item(*item), years));
    let tasks = context.analysis.schedule.unsure.iter();
    let tasks = tasks.map(|(task, years)| {
        let at = task.at();
        let section = Section::Tasks;
        (plan.item(ItemRef { section, at }), years)
    });
    let mut told = HashSet::new();
    for (item, years) in settled.chain(tasks) {
        let years = years.iter().filter(|year| told.insert(**year));
        let years: Vec<Text> = years.map(|year| Text::same(year.to_string())).collect();
        if years.is_empty() {
            continue;
        }
        let name = item.label();
        let way_out = Text::fixed(
            "放假安排公布后即可判断；节假日照常营业的，写 `holidays = \"work\"`",
            "they can be once the notice is published; a shop that works through them says `holidays = \"work\"`",
        );
        report.unknown(&item, plan.head().field("holidays"), text!(
            "{years} 年的放假安排未收录，「{name}」等推算的日期和先后无法判断；{way_out}",
            "the holidays of {years} are not in the library: the days calculated for {name} and others, and their order, cannot be decided; {way_out}", years = years[..]; years, way_out
        ));
    }
}
