//! The texts of a plan that say what is to be done.

use crate::plan::{Section, each_text};
use crate::resolve::{ItemRef, Resolved};
use crate::source::Span;

/// A text that says what is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Instruction<'p> {
    /// What says it.
    pub item: ItemRef,
    /// The key of the field.
    pub field: &'static str,
    /// The title it stands below.
    pub heading: Option<&'p str>,
    /// The text itself.
    pub text: &'p str,
    /// Where it stands.
    pub span: Span,
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

/// Every text of a plan that says what is to be done, in the order of the plan.
pub fn instructions<'p>(resolved: &Resolved<'p>) -> Vec<Instruction<'p>> {
    let mut instructions = Vec::new();
    resolved.plan.each_item(|one| {
        let (section, at) = (one.section, one.at);
        let title = one.item.title();
        each_text(one.item, &mut |field, text, span| {
            if says_what_is_done(section, field.key) {
                let heading = title.filter(|title| title.span != span);
                instructions.push(Instruction {
                    item: ItemRef { section, at },
                    field: field.key,
                    heading: heading.map(|title| &*title.value),
                    text,
                    span,
                });
            }
        });
    });
    instructions
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
