//! What a plan says, field by field. One list beside each type (`fields!`) names its fields
//! in both languages; references, sheets, the schema's titles and the tests that nothing is
//! forgotten are made from it.

use chrono::{NaiveDate, NaiveTime};
use schemars::Schema;

use super::value::{Amount, Bounds, Count, Id, Instant, LanguageVersion, Quantity, Word};
use super::{Relative, Section, Table};
use crate::diagnostic::Language;
use crate::source::{Located, Span};

/// One field of a table: its key, and what it is called.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// As written in a plan.
    pub key: &'static str,
    /// Chinese label.
    pub zh: &'static str,
    /// English label.
    pub en: &'static str,
}

impl Field {
    /// What it is called.
    pub fn label(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// A table of the plan language: declared with `fields!`.
pub trait Fields {
    /// The fields, in the order of the type.
    fn fields() -> &'static [Field]
    where
        Self: Sized;

    /// Calls `visit` with each field and the way to what it says.
    fn each<'p>(&'p self, visit: &mut dyn FnMut(&'static Field, &'p dyn Says));

    /// The same for those fields alone in which references can stand, at any depth.
    fn each_referring<'p>(&'p self, visit: &mut dyn FnMut(&'static Field, &'p dyn Says));
}

/// One thing that a field says.
#[derive(Clone, Copy)]
pub enum Said<'p> {
    /// Text.
    Text(&'p str),
    /// Yes or no.
    Flag(bool),
    /// A calendar day.
    Day(NaiveDate),
    /// A day counted from another, and which that is if it is known.
    Relative(&'p Relative, Option<NaiveDate>),
    /// A moment, or a whole day.
    Instant(Instant),
    /// A time of the day.
    Time(NaiveTime),
    /// A figure with its unit: exact, a range, or about.
    Figure(Amount<Quantity>),
    /// A word from a list.
    Word(&'static Word),
    /// The id of an item, and the sections it may stand in.
    Reference(&'p Id, &'static [Section]),
    /// A table inside.
    Table(&'p dyn Fields),
    /// A table keyed by something: an item of some sections, or a name if there are none.
    Part(&'p Located<Id>, &'static [Section], &'p dyn Fields),
    /// A list that is stated to be empty, which is not the same as left out.
    NoneOfThem,
}

/// What can stand in a field: it says each of its values with its place. A place within a
/// value without places of its own is that of the value.
pub trait Says {
    /// Calls `hear` with everything it says, in order.
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span));

    /// Whether references can stand in it, at any depth.
    fn refers() -> bool
    where
        Self: Sized,
    {
        false
    }
}

impl<T: Says> Says for Located<T> {
    fn say<'p>(&'p self, _: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        self.value.say(self.span, hear);
    }

    fn refers() -> bool {
        T::refers()
    }
}

impl<T: Says> Says for Option<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        self.iter().for_each(|value| value.say(place, hear));
    }

    fn refers() -> bool {
        T::refers()
    }
}

impl<T: Says> Says for Box<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        (**self).say(place, hear);
    }

    fn refers() -> bool {
        T::refers()
    }
}

impl<T: Says> Says for Vec<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        // Only a list that was written has a place.
        if self.is_empty() && place != Span::default() {
            hear(Said::NoneOfThem, place);
        }
        self.iter().for_each(|value| value.say(place, hear));
    }

    fn refers() -> bool {
        T::refers()
    }
}

impl<K: super::Key, T: Fields + Says> Says for Table<K, T> {
    fn say<'p>(&'p self, _: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        for entry in self.iter() {
            hear(
                Said::Part(&entry.id, K::leads_to(&entry.id), &entry.item),
                entry.span,
            );
        }
    }

    fn refers() -> bool {
        K::REFERS || T::refers()
    }
}

impl Says for Box<str> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Text(self), place);
    }
}

impl Says for LanguageVersion {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        let version = Quantity::Count(Count(self.0));
        hear(Said::Figure(Amount::Exactly(version)), place);
    }
}

/// Hours, as of a time zone.
impl Says for i8 {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(
            Said::Figure(Amount::Exactly(Quantity::Count(Count(i64::from(*self))))),
            place,
        );
    }
}

impl Says for Id {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Text(self), place);
    }
}

impl Says for bool {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Flag(*self), place);
    }
}

impl<T: Copy + Into<Quantity>> Says for Amount<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Figure(self.map(Into::into)), place);
    }
}

impl<T: Copy + Into<Quantity>> Says for Bounds<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Figure(Amount::Within(self.map(Into::into))), place);
    }
}

/// Calls `hear` with every text of a table and the field that holds it: of a table inside, its
/// own field.
pub fn each_text<'p>(
    table: &'p (impl Fields + ?Sized),
    hear: &mut dyn FnMut(&'static Field, &'p str, Span),
) {
    table.each(&mut |field, says| {
        says.say(Span::default(), &mut |said, place| match said {
            Said::Text(text) => hear(field, text, place),
            Said::Table(table) | Said::Part(_, _, table) => each_text(table, hear),
            _ => {}
        });
    });
}

/// The key of a field, which may be a word of Rust: `r#for`.
pub(crate) const fn key_of(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Lists the fields of a table with their labels: `Campaign { title "标题" "Title", }`.
macro_rules! fields {
    ($type:ident { $($field:ident $zh:literal $en:literal,)+ }) => {
        impl $crate::plan::Fields for $type {
            fn fields() -> &'static [$crate::plan::Field] {
                const FIELDS: &[$crate::plan::Field] = &[ $( $crate::plan::Field {
                    key: $crate::plan::key_of(stringify!($field)),
                    zh: $zh,
                    en: $en,
                }, )+ ];
                FIELDS
            }

            fn each<'p>(
                &'p self,
                visit: &mut dyn FnMut(&'static $crate::plan::Field, &'p dyn $crate::plan::Says),
            ) {
                // Without `..`: a field that is not listed does not compile.
                let Self { $($field,)+ } = self;
                let ways: &[&'p dyn $crate::plan::Says] = &[ $($field,)+ ];
                Self::fields().iter().zip(ways).for_each(|(field, says)| visit(field, *says));
            }

            fn each_referring<'p>(
                &'p self,
                visit: &mut dyn FnMut(&'static $crate::plan::Field, &'p dyn $crate::plan::Says),
            ) {
                fn refers<T: $crate::plan::Says>(_: &T) -> bool {
                    T::refers()
                }
                let mut fields = Self::fields().iter();
                $(
                    let field = fields.next().expect("one entry a field");
                    if refers(&self.$field) {
                        visit(field, &self.$field);
                    }
                )+
            }
        }

        impl $crate::plan::Says for $type {
            fn say<'p>(
                &'p self,
                place: $crate::source::Span,
                hear: &mut dyn FnMut($crate::plan::Said<'p>, $crate::source::Span),
            ) {
                hear($crate::plan::Said::Table(self), place);
            }

            fn refers() -> bool {
                fn of<T, F: $crate::plan::Says>(_: fn(&T) -> &F) -> bool {
                    F::refers()
                }
                $( of(|table: &Self| &table.$field) )||+
            }
        }
    };
}
pub(crate) use fields;

/// Gives the properties of a table their titles in the published schema.
pub(crate) fn titles<T: Fields>(schema: &mut Schema) {
    let Some(properties) = schema
        .get_mut("properties")
        .and_then(|all| all.as_object_mut())
    else {
        return;
    };
    for field in T::fields() {
        if let Some(property) = properties
            .get_mut(field.key)
            .and_then(|one| one.as_object_mut())
        {
            property.insert(
                "title".to_owned(),
                format!("{} {}", field.zh, field.en).into(),
            );
        }
    }
}
