use std::cell::OnceCell;

use super::lookup::{ItemRef, Lookup, To};
use crate::plan::value::{Choice, Id};
use crate::plan::{AnyItem, Fields, Plan, Said, Says, Section};
use crate::source::Span;

/// A reference of the plan, with both ends.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'p> {
    /// The item in which it stands.
    pub from: ItemRef,
    /// The field in which it stands, or whose keys refer.
    pub field: &'static str,
    /// Whether it is a key rather than a value: `[targets.opening]`.
    pub is_key: bool,
    /// As written.
    pub id: &'p Id,
    /// Where.
    pub span: Span,
    /// The sections it may lead to.
    pub wanted: &'static [Section],
    /// Where it leads.
    pub to: To,
}

/// All references of a plan, sorted by place.
#[derive(Debug)]
pub struct References<'p> {
    all: Vec<Reference<'p>>,
    /// Positions in `all`, sorted by what they lead to; made when first asked for.
    by_target: OnceCell<Vec<u32>>,
}

impl<'p> References<'p> {
    pub(super) fn new(plan: &'p Plan, lookup: &Lookup<'p>) -> Self {
        let mut walk = Walk {
            lookup,
            all: Vec::new(),
        };
        plan.each_item(|item| walk.item(&item));
        walk.all.sort_by_key(|reference| reference.span);
        Self {
            all: walk.all,
            by_target: OnceCell::new(),
        }
    }

    /// All of them, by place.
    pub fn iter(&self) -> impl Iterator<Item = &Reference<'p>> {
        self.all.iter()
    }

    /// The reference that stands at an offset, if one does.
    pub fn at(&self, offset: u32) -> Option<&Reference<'p>> {
        let after = self
            .all
            .partition_point(|reference| reference.span.start <= offset);
        let before = &self.all[after.checked_sub(1)?];
        (offset <= before.span.end).then_some(before)
    }

    /// Those that lead to an item, by place.
    pub fn to(&self, item: ItemRef) -> impl Iterator<Item = &Reference<'p>> {
        let target = |at: &u32| self.all[*at as usize].to.item();
        let by_target = self.by_target.get_or_init(|| {
            let count = u32::try_from(self.all.len()).expect("a file of 64 MiB holds fewer");
            let mut positions: Vec<u32> = (0..count).collect();
            positions.sort_by_key(|at| (target(at), *at));
            positions
        });
        let first = by_target.partition_point(|at| target(at) < Some(item));
        let from_first = by_target[first..].iter();
        from_first
            .take_while(move |at| target(at) == Some(item))
            .map(|at| &self.all[*at as usize])
    }
}

struct Walk<'w, 'p> {
    lookup: &'w Lookup<'p>,
    all: Vec<Reference<'p>>,
}

impl<'p> Walk<'_, 'p> {
    fn item(&mut self, item: &AnyItem<'p>) {
        let from = ItemRef {
            section: item.section,
            at: item.at,
        };
        let wanted = Plan::key_refers_to(item);
        if !wanted.is_empty() {
            self.add(
                from,
                item.section.word(),
                true,
                &item.id.value,
                item.id.span,
                wanted,
            );
        }
        self.fields(from, item.item);
    }

    fn fields(&mut self, from: ItemRef, table: &'p (impl Fields + ?Sized)) {
        table.each_referring(&mut |field, says| self.values(from, field.key, says));
    }

    fn values(&mut self, from: ItemRef, field: &'static str, says: &'p dyn Says) {
        says.say(Span::default(), &mut |said, span| match said {
            Said::Reference(id, wanted) => self.add(from, field, false, id, span, wanted),
            Said::Part(key, wanted, part) => {
                if !wanted.is_empty() {
                    self.add(from, field, true, &key.value, key.span, wanted);
                }
                self.fields(from, part);
            }
            Said::Relative(relative, _) => self.fields(from, relative),
            Said::Table(table) => self.fields(from, table),
            _ => {}
        });
    }

    fn add(
        &mut self,
        from: ItemRef,
        field: &'static str,
        is_key: bool,
        id: &'p Id,
        span: Span,
        wanted: &'static [Section],
    ) {
        let to = self.lookup.find(wanted, id);
        self.all.push(Reference {
            from,
            field,
            is_key,
            id,
            span,
            wanted,
            to,
        });
    }
}
