//! What a section is. `sections!` makes of one list the plan, the ways through it, and the
//! schema of the whole file.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::value::{Choice, Id};
use super::{
    Allow, Entry, Fields, Head, Key, Line, Plan, Section, Shape, Table, Unread, section_schemas,
};
use crate::diagnostic::{ItemPath, Language, Text};
use crate::source::{Located, Span};

/// What every item of a section has.
pub trait Item: Fields {
    /// Its title or name, if it has one.
    fn title(&self) -> Option<&Line>;

    /// The exceptions that stand on it.
    fn allow(&self) -> &[Allow];
}

/// Which section an item stands in.
pub trait InSection: Item + Sized + 'static {
    /// The section.
    const SECTION: Section;

    /// All items of the section.
    fn table(plan: &Plan) -> &[Entry<Self>];
}

impl Section {
    /// What one thing of the section is called: `商品`, `product`.
    pub fn noun(self) -> Text {
        let en = match self {
            Self::Plan => self.word().to_owned(),
            Self::Kpis => "KPI".to_owned(),
            Self::Programs => "programme".to_owned(),
            Self::Roles => "post".to_owned(),
            Self::Stores => "shop".to_owned(),
            _ => in_small_letters(self.type_name()),
        };
        Text {
            zh: self.label(Language::Chinese).into(),
            en: en.into(),
        }
    }

    /// How findings and exceptions name an item of the section.
    pub fn item(self, id: &str) -> ItemPath {
        ItemPath::new(self.word(), id)
    }

    /// The same for one that may stand alone.
    pub(super) fn path_of(self, id: &str, stands_alone: bool) -> ItemPath {
        match self.shape().alone(self) {
            Some(key) if stands_alone => ItemPath::alone(key),
            _ => self.item(id),
        }
    }
}

/// The words of a type's name: `service level`.
fn in_small_letters(name: &str) -> String {
    let letters = name.char_indices().flat_map(|(at, letter)| {
        let space = (at > 0 && letter.is_uppercase()).then_some(' ');
        space.into_iter().chain(letter.to_lowercase())
    });
    letters.collect()
}

/// An item of any section.
#[derive(Clone, Copy)]
pub struct AnyItem<'p> {
    /// The section.
    pub section: Section,
    /// Its position there.
    pub at: usize,
    /// Its key.
    pub id: &'p Located<Id>,
    /// Whether its key is no id.
    pub stands_alone: bool,
    /// What could not be read of it.
    pub unread: &'p Unread,
    /// What it says.
    pub item: &'p dyn Item,
}

impl<'p> AnyItem<'p> {
    /// How findings and exceptions name it.
    pub fn path(&self) -> ItemPath {
        self.section.path_of(self.id, self.stands_alone)
    }

    /// Where to point when it is the thing itself that is wrong: its key.
    pub fn key_span(&self) -> Span {
        self.id.span
    }

    /// Its title, or its id.
    pub fn label(&self) -> &'p str {
        self.item
            .title()
            .map_or(&self.id.value, |title| &title.value)
    }
}

pub(super) fn any<T: InSection>(at: usize, entry: &Entry<T>) -> AnyItem<'_> {
    AnyItem {
        section: T::SECTION,
        at,
        id: &entry.id,
        stands_alone: entry.stands_alone,
        unread: &entry.unread,
        item: &entry.item,
    }
}

/// Lists the sections, each with its file:
/// `Variant field in file: Type by Key, (title field) [shape] "中文" "English" "中文说明"`.
macro_rules! sections {
    ($( $(#[$meta:meta])* $variant:ident $field:ident in $file:ident: $type:ident by $key:ty, ($title:ident)
        [$($shape:tt)+] $zh:literal $en:literal $about_zh:literal; )+) => {
        $( mod $file; pub use $file::*; )+

        /// The sections, in reading order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Section { $( $(#[$meta])* $variant, )+ }

        impl Section {
            /// All sections, in reading order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// How it is written.
            pub fn shape(self) -> Shape {
                match self { $( Self::$variant => Shape::$($shape)+, )+ }
            }

            /// The type of its items, by which the schema defines them.
            pub fn type_name(self) -> &'static str {
                match self { $( Self::$variant => stringify!($type), )+ }
            }

            /// The key under which an item has its title.
            pub fn title_key(self) -> &'static str {
                match self { $( Self::$variant => stringify!($title), )+ }
            }

            /// The fields of its items.
            pub fn fields(self) -> &'static [Field] {
                match self { $( Self::$variant => $type::fields(), )+ }
            }
        }

        impl Choice for Section {
            const WORDS: &'static [Word] = &[ $(
                Word { word: stringify!($field), zh: $zh, en: stringify!($field), about_zh: $about_zh, about_en: $en },
            )+ ];
            const TITLE: (&'static str, &'static str) = ("章节", "section");

            fn index(self) -> usize {
                self as usize
            }

            fn at(index: usize) -> Option<Self> {
                Self::ALL.get(index).copied()
            }
        }

        $(
            impl InSection for $type {
                const SECTION: Section = Section::$variant;

                fn table(plan: &Plan) -> &[Entry<Self>] {
                    &plan.$field
                }
            }

            impl Referent for $type {
                const SECTIONS: &'static [Section] = &[Section::$variant];
                const NAME: &'static str = stringify!($type);
            }

            impl Item for $type {
                fn title(&self) -> Option<&Line> {
                    self.$title.as_ref()
                }

                fn allow(&self) -> &[Allow] {
                    &self.allow
                }
            }
        )+

        /// A plan file as it was written.
        #[derive(Debug, Default)]
        pub struct Plan { $(
            #[doc = $en]
            pub $field: Table<$key, $type>,
        )+ }

        impl Plan {
            /// Reads every section by means of `from`, which knows where they stand.
            pub(crate) fn read(from: &mut impl ReadSections) -> Self {
                Self { $( $field: from.table(Section::$variant), )+ }
            }

            /// Calls `visit` with every item of every section.
            pub fn each_item<'p>(&'p self, mut visit: impl FnMut(AnyItem<'p>)) {
                $( self.$field.iter().enumerate().for_each(|(at, entry)| visit(any(at, entry))); )+
            }

            /// The item at a position of a section.
            pub fn item(&self, section: Section, at: usize) -> Option<AnyItem<'_>> {
                match section {
                    $( Section::$variant => self.$field.get(at).map(|entry| any(at, entry)), )+
                }
            }

            /// The sections that a key other than calendar periods may stand for.
            pub(super) fn key_leads_to(section: Section, id: &Id) -> &'static [Section] {
                match section { $( Section::$variant => <$key as Key>::leads_to(id), )+ }
            }
        }

        /// The schema of each section: of one item, and of all.
        pub(super) fn section_schemas(generator: &mut SchemaGenerator) -> Vec<(Section, Schema, Schema)> {
            vec![ $( (
                Section::$variant,
                generator.subschema_for::<$type>(),
                generator.subschema_for::<Table<$key, $type>>(),
            ), )+ ]
        }
    };
}

pub(super) use sections;

impl Plan {
    /// `[plan]`, which every plan has once it has been read.
    pub fn head(&self) -> &Entry<Head> {
        self.plan
            .first()
            .expect("the reader gives every plan a head")
    }

    /// The sections that the key of an item refers to: those of a target may be phases.
    pub fn key_refers_to(item: &AnyItem<'_>) -> &'static [Section] {
        if item.stands_alone {
            &[]
        } else {
            Self::key_leads_to(item.section, item.id)
        }
    }
}

impl JsonSchema for Plan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Plan".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        let mut add = |key: &str, schema: Schema, title: String, about: (&str, &str)| {
            let mut schema = schema.to_value();
            schema["title"] = title.into();
            schema["description"] = format!("{}\n{}", about.0, about.1).into();
            properties.insert(key.to_owned(), schema);
        };
        for (section, one, all) in section_schemas(generator) {
            let word = &Section::WORDS[section.index()];
            let about = (word.about_zh, word.about_en);
            let titled = |key: &str| format!("{} {key}", word.zh);
            let alone = |key: &str| titled(&key[..1].to_uppercase()) + &key[1..];
            match section.shape() {
                Shape::One => add(word.word, one, alone(word.word), about),
                Shape::Many => add(word.word, all, titled(word.word), about),
                Shape::ManyOr(short) => {
                    add(short.key, one, alone(short.key), short.about);
                    add(word.word, all, titled(word.word), about);
                }
            }
        }
        json_schema!({
            "title": "运营计划 Operations plan",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        })
    }
}

/// What [`Plan::read`] asks of the reader of a tree.
pub(crate) trait ReadSections {
    /// The items of a section.
    fn table<K: Key, T>(&mut self, section: Section) -> Table<K, T>
    where
        T: for<'de> Deserialize<'de> + Default;
}
