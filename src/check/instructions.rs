//! The texts of a plan that say what is to be done.

use crate::plan::{AnyItem, Section, each_text};
use crate::resolve::Resolved;
use crate::source::Span;

/// A text that says what is to be done.
pub(super) struct Instruction<'p> {
    pub(super) item: AnyItem<'p>,
    /// The key of the field.
    pub(super) field: &'static str,
    /// The title it stands below.
    pub(super) heading: Option<&'p str>,
    pub(super) text: &'p str,
    pub(super) span: Span,
}

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

/// Calls `hear` with every text that says what is to be done.
pub(super) fn each_instruction(plan: &Resolved<'_>, mut hear: impl FnMut(&Instruction<'_>)) {
    plan.plan.each_item(|item| {
        let title = item.item.title();
        each_text(item.item, &mut |field, text, span| {
            if says_what_is_done(item.section, field.key) {
                let heading = title.filter(|title| title.span != span);
                let heading = heading.map(|title| &*title.value);
                hear(&Instruction {
                    item,
                    field: field.key,
                    heading,
                    text,
                    span,
                });
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
