//! PLAN. Takes nothing but its own words: the Rust types of a plan file, one file per
//! section, names still unresolved. Gives the shape that the reader fills and that the
//! published schema is derived from; never looks one thing up in another.
//!
//! To add a section: a file here, and one entry in `sections!`.

mod campaign;
mod common;
mod event;
mod field;
mod head;
mod period;
mod person;
mod phase;
mod product;
mod program;
mod reference;
mod role;
mod store;
mod table;
mod target;
mod task;
pub mod value;

pub use campaign::{Campaign, CampaignStatus};
pub use common::{Allow, Line};
pub use event::{Event, EventKind};
pub use field::{Field, Fields, Said, Says};
pub use head::{DocumentLanguage, Head, Holidays, Weekday};
pub use period::Period;
pub use person::Person;
pub use phase::Phase;
pub use product::{Product, ProductRole};
pub use program::{ItemLimits, Limit, Organiser, Program, ReviewTime, ScoreLimits, StoreLimits};
pub use reference::{Owner, Ref, Referent};
pub use role::Role;
pub use store::{Guarantee, Platform, Scores, Store, StoreKind};
pub use table::{Entry, Idx, Table, Unread};
pub use target::Target;
pub use task::{Repeat, Task, TaskStatus};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::source::{Located, Span};
use value::{Choice, Id, PeriodId, Word, Written};

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

/// How a section is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A table that stands once: `[plan]`.
    One,
    /// Items keyed by id: `[phases.opening]`.
    Many,
    /// The same, or a table that stands for the only item: `[store]`.
    ManyOr(Short),
}

/// The short form of a section that holds one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Its key.
    pub key: &'static str,
    /// What it is, Chinese and English.
    pub about: (&'static str, &'static str),
}

impl Shape {
    /// The key under which an item stands without an id, if there is one.
    pub fn alone(self, section: Section) -> Option<&'static str> {
        match self {
            Self::One => Some(section.word()),
            Self::Many => None,
            Self::ManyOr(short) => Some(short.key),
        }
    }
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
    /// The dotted path by which findings and exceptions name it.
    pub fn path(&self) -> String {
        if self.stands_alone {
            self.id.to_string()
        } else {
            item_path(self.section, self.id)
        }
    }

    /// Its title, or its id.
    pub fn label(&self) -> &'p str {
        self.item
            .title()
            .map_or(&self.id.value, |title| &title.value)
    }
}

fn any<T: InSection>(at: usize, entry: &Entry<T>) -> AnyItem<'_> {
    AnyItem {
        section: T::SECTION,
        at,
        id: &entry.id,
        stands_alone: entry.stands_alone,
        unread: &entry.unread,
        item: &entry.item,
    }
}

/// Lists the sections: `Variant field: Type by Key (title field) [shape] "Chinese" "English" "Chinese"`.
macro_rules! sections {
    ($( $(#[$meta:meta])* $variant:ident $field:ident: $type:ident by $key:ty, ($title:ident)
        [$($shape:tt)+] $zh:literal $en:literal $about_zh:literal; )+) => {
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
            fn key_leads_to(section: Section, id: &Id) -> &'static [Section] {
                match section { $( Section::$variant => <$key as Key>::leads_to(id), )+ }
            }
        }

        /// The schema of each section: of one item, and of all.
        fn section_schemas(generator: &mut SchemaGenerator) -> Vec<(Section, Schema, Schema)> {
            vec![ $( (
                Section::$variant,
                generator.subschema_for::<$type>(),
                generator.subschema_for::<Table<$key, $type>>(),
            ), )+ ]
        }
    };
}

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
        T: for<'de> serde::Deserialize<'de> + Default;
}

/// What items are keyed by: ids, or periods.
pub trait Key: Written + for<'de> serde::Deserialize<'de> + JsonSchema {
    /// Whether any key of this kind is a reference.
    const REFERS: bool;

    /// The sections that a key leads to; none if it is only a name.
    fn leads_to(id: &Id) -> &'static [Section];

    /// The key as an id.
    fn into_id(self) -> Id;
}

impl Key for Id {
    const REFERS: bool = false;

    fn leads_to(_: &Id) -> &'static [Section] {
        &[]
    }

    fn into_id(self) -> Id {
        self
    }
}

/// A target is for a calendar period, or for a phase or an event.
impl Key for PeriodId {
    const REFERS: bool = true;

    fn leads_to(id: &Id) -> &'static [Section] {
        if Period::parse(id).is_some() {
            &[]
        } else {
            &[Section::Phases, Section::Events]
        }
    }

    fn into_id(self) -> Id {
        self.0
    }
}

impl<T: Referent> Key for Ref<T> {
    const REFERS: bool = true;

    fn leads_to(_: &Id) -> &'static [Section] {
        T::SECTIONS
    }

    fn into_id(self) -> Id {
        Self::into_id(self)
    }
}

sections! {
    /// `[plan]`
    Plan plan: Head by Id, (title) [One] "计划" "The plan itself: title, dates, language, work days."
        "计划本身：标题、起止日期、语言、工作日。";
    /// `[stores]`, or `[store]` where there is one.
    Stores stores: Store by Id, (name) [ManyOr(STORE)] "店铺" "Shops, where there are several."
        "多家店铺，以编号为键。";
    /// `[phases]`
    Phases phases: Phase by Id, (title) [Many] "阶段" "Phases of the plan, keyed by id."
        "计划的各个阶段，以编号为键。";
    /// `[targets]`
    Targets targets: Target by PeriodId, (title) [Many] "目标" "Targets, keyed by month, quarter, year, phase or event."
        "目标，以月份、季度、年份、阶段或节点为键。";
    /// `[roles]`
    Roles roles: Role by Id, (title) [Many] "岗位" "Posts and their duties, keyed by id."
        "岗位与职责，以编号为键。";
    /// `[people]`
    People people: Person by Id, (name) [Many] "人员" "People, keyed by id."
        "人员，以编号为键。";
    /// `[products]`
    Products products: Product by Id, (title) [Many] "商品" "Products, keyed by id."
        "商品，以编号为键。";
    /// `[programs]`
    Programs programs: Program by Id, (title) [Many] "活动规则" "Campaign programmes and their eligibility rules, keyed by id."
        "平台活动及其报名条件，以编号为键。";
    /// `[campaigns]`
    Campaigns campaigns: Campaign by Id, (title) [Many] "活动" "Campaigns of the shop, keyed by id."
        "店铺要做的活动，以编号为键。";
    /// `[tasks]`
    Tasks tasks: Task by Id, (title) [Many] "任务" "Tasks, keyed by id."
        "任务，以编号为键。";
    /// `[events]`
    Events events: Event by Id, (title) [Many] "节点" "Days that matter: festivals, sales days, openings; keyed by id."
        "重要日子：节日、大促、开业等，以编号为键。";
}

/// The only shop of a plan.
const STORE: Short = Short {
    key: "store",
    about: (
        "店铺（只有一家时的写法，等于 `stores` 里的一项）。",
        "The shop, where there is one; short for `stores` with one entry.",
    ),
};

/// Keys of one item that exclude each other, by section. The schema publishes them and
/// OP003 finds them.
pub const EXCLUSIVE_KEYS: [(Section, &str, &str); 3] = [
    (Section::Phases, "end", "open_ended"),
    (Section::Tasks, "around", "start"),
    (Section::Tasks, "around", "due"),
];

/// The item of a section that a finding is about, as `allow` and the document name it.
pub fn item_path(section: Section, id: &str) -> String {
    format!("{}.{id}", section.word())
}

/// A place for things that have none: the start of the plan.
pub const NOWHERE: Span = Span { start: 0, end: 0 };
