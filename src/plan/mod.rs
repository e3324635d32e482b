//! PLAN. Takes nothing but its own words: the Rust types of a plan file, one file per
//! section, names still unresolved. Gives the shape that the reader fills and that the
//! published schema is derived from; never looks one thing up in another.
//!
//! To add a section: a file here, and one line in `sections!`.

mod campaign;
mod common;
mod event;
mod head;
mod period;
mod person;
mod phase;
mod product;
mod program;
mod role;
mod store;
mod table;
mod target;
mod task;
pub mod value;

pub use campaign::{Campaign, CampaignStatus};
pub use common::{Allow, Line};
pub use event::{Event, EventKind};
pub use head::{DocumentLanguage, Head, Holidays, Weekday};
pub use period::Period;
pub use person::Person;
pub use phase::Phase;
pub use product::{Product, ProductRole};
pub use program::{ItemLimits, Limit, Organiser, Program, ReviewTime, ScoreLimits, StoreLimits};
pub use role::Role;
pub use store::{Guarantee, Platform, Scores, Store, StoreKind};
pub use table::{Entry, Table};
pub use target::Target;
pub use task::{Repeat, Task, TaskStatus};

use crate::source::{Located, Span};
use value::{Choice, Id, PeriodId, Word, Written};

/// What every item of a section has.
pub trait Item {
    /// Its title or name, if it has one.
    fn title(&self) -> Option<&Line>;

    /// The exceptions that stand on it.
    fn allow(&self) -> &[Allow];
}

/// Which section an item stands in.
pub trait InSection: Item {
    /// The section.
    const SECTION: Section;
}

/// Lists the sections: `name: Type keyed by Key (title field) "Chinese" "English"`.
macro_rules! sections {
    ($( $(#[$meta:meta])* $variant:ident $field:ident: $type:ident by $key:ident ($title:ident) $zh:literal $en:literal $about_zh:literal; )+) => {
        /// The sections of named things, in reading order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Section { $( $(#[$meta])* $variant, )+ }

        impl Section {
            /// All sections, in reading order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];
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
        #[derive(Debug, Default, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields, title = "运营计划 Operations plan")]
        pub struct Plan {
            /// The plan itself: title, dates, language, work days.
            /// 计划本身：标题、起止日期、语言、工作日。
            #[schemars(title = "计划 Plan")]
            pub plan: Option<Located<Head>>,
            /// The shop, where there is one; short for `stores` with one entry.
            /// 店铺（只有一家时的写法，等于 `stores` 里的一项）。
            #[schemars(title = "店铺 Store")]
            pub store: Option<Located<Store>>,
            $(
                #[doc = $en]
                #[doc = $about_zh]
                #[serde(default, skip_serializing)]
                #[schemars(title = concat!($zh, " ", stringify!($field)))]
                pub $field: Table<$key, $type>,
            )+
        }

        impl Plan {
            /// Reads every section by means of `from`, which knows where they stand.
            pub(crate) fn read(from: &mut impl ReadSections) -> Self {
                Self {
                    plan: from.one("plan"),
                    store: from.one("store"),
                    $( $field: from.table(Section::$variant), )+
                }
            }

            /// Calls `visit` with every item of every section of named things.
            pub fn each_item<'p>(&'p self, mut visit: impl FnMut(Section, usize, &'p Located<Id>, &'p dyn Item)) {
                $(
                    for (index, entry) in self.$field.iter().enumerate() {
                        visit(Section::$variant, index, &entry.id, &entry.item);
                    }
                )+
            }
        }
    };
}

/// What [`Plan::read`] asks of the reader of a tree.
pub(crate) trait ReadSections {
    /// A table that stands once: `[plan]`.
    fn one<T: for<'de> serde::Deserialize<'de>>(
        &mut self,
        name: &'static str,
    ) -> Option<Located<T>>;

    /// A table of items keyed by id.
    fn table<K: Key, T: for<'de> serde::Deserialize<'de>>(
        &mut self,
        section: Section,
    ) -> Table<K, T>;
}

/// What items are keyed by: ids, or periods.
pub trait Key: Written + for<'de> serde::Deserialize<'de> + schemars::JsonSchema {
    /// The key as an id.
    fn into_id(self) -> Id;
}

impl Key for Id {
    fn into_id(self) -> Id {
        self
    }
}

impl Key for PeriodId {
    fn into_id(self) -> Id {
        self.0
    }
}

sections! {
    /// `[stores]`
    Stores stores: Store by Id (name) "店铺" "Shops, where there are several."
        "多家店铺，以编号为键。";
    /// `[phases]`
    Phases phases: Phase by Id (title) "阶段" "Phases of the plan, keyed by id."
        "计划的各个阶段，以编号为键。";
    /// `[targets]`
    Targets targets: Target by PeriodId (title) "目标" "Targets, keyed by month, quarter, year, phase or event."
        "目标，以月份、季度、年份、阶段或节点为键。";
    /// `[roles]`
    Roles roles: Role by Id (title) "岗位" "Posts and their duties, keyed by id."
        "岗位与职责，以编号为键。";
    /// `[people]`
    People people: Person by Id (name) "人员" "People, keyed by id."
        "人员，以编号为键。";
    /// `[products]`
    Products products: Product by Id (title) "商品" "Products, keyed by id."
        "商品，以编号为键。";
    /// `[programs]`
    Programs programs: Program by Id (title) "活动规则" "Campaign programmes and their eligibility rules, keyed by id."
        "平台活动及其报名条件，以编号为键。";
    /// `[campaigns]`
    Campaigns campaigns: Campaign by Id (title) "活动" "Campaigns of the shop, keyed by id."
        "店铺要做的活动，以编号为键。";
    /// `[tasks]`
    Tasks tasks: Task by Id (title) "任务" "Tasks, keyed by id."
        "任务，以编号为键。";
    /// `[events]`
    Events events: Event by Id (title) "节点" "Days that matter: festivals, sales days, openings; keyed by id."
        "重要日子：节日、大促、开业等，以编号为键。";
}

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
