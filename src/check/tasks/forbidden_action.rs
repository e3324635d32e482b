//! OP160: a text asks for something the law forbids.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, rule, text};
use crate::library::{Found, forbidden_words};
use crate::plan::{AnyItem, Section, each_text};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP160" "forbidden-action" Tasks Warning,
    "写了违规行为", "a text asks for a forbidden action");

/// Fields that say where something comes from, what it is called or what others do: nothing
/// that is to be done.
const TELLS_NOTHING_TO_DO: &[&str] = &[
    "allow",
    "approved_by",
    "audience",
    "category",
    "check",
    "currency",
    "id",
    "include",
    "market",
    "name",
    "prepared_by",
    "reason",
    "sku",
    "source",
    "version",
];

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let list = forbidden_words();
    context.resolved.plan.each_item(|item| {
        let title = item.item.title();
        each_text(item.item, &mut |field, text, span| {
            if !says_what_is_done(item.section, field.key) {
                return;
            }
            let heading = title.filter(|title| title.span != span);
            let heading = heading.map(|title| &*title.value);
            if let Some(found) = list.find(text, heading) {
                one(&item, found, (field.key, span), report);
            }
        });
    });
}

/// The title of a risk says what may go wrong, and the papers of a programme are another's.
fn says_what_is_done(section: Section, field: &str) -> bool {
    let is_of_others = match section {
        Section::Risks => field == "title",
        Section::Programs => field != "note",
        _ => false,
    };
    !is_of_others && !TELLS_NOTHING_TO_DO.contains(&field)
}

fn one(
    item: &AnyItem<'_>,
    found: Found<'_>,
    (field, span): (&str, Span),
    report: &mut Reporter<'_>,
) {
    let (name, noun) = (item.label(), item.section.noun());
    let (word, source) = (&found.word, found.source);
    let message = text!(
        "{noun}「{name}」写了「{word}」，属于违规行为",
        "the {noun} {name} asks for \"{word}\", which is forbidden"; noun);
    let finding = report
        .find(item, span, message)
        .with(item.key_span(), text!("依据：{source}", "source: {source}"))
        .help(text!(
            "删去这一项，改用合规方式（老客回购、付费推广、达人合作）",
            "take it out, and use a lawful way: returning customers, paid promotion, creators"
        ));
    if field == "note" {
        finding.severity(Severity::Info);
    }
}
