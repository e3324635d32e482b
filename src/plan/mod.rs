//! PLAN. Takes nothing but its own words: the Rust types of a plan file, one file per
//! section, names still unresolved. Gives the shape that the reader fills and that the
//! published schema is derived from; never looks one thing up in another.
//!
//! To add a section: a file here, and one entry in `sections!`.

mod after;
mod band;
mod common;
mod field;
mod key;
mod limit;
mod own_metric;
mod period;
mod reference;
mod section;
mod shape;
mod table;
pub mod value;
mod when;
mod window;

use schemars::{Schema, SchemaGenerator};

pub use after::{After, Predecessor};
pub use band::{Band, Scale};
pub use common::{Allow, Line};
pub(crate) use field::key_of;
pub use field::{Field, Fields, Said, Says, each_text};
pub use key::Key;
pub use limit::{ItemLimits, Limit, ReviewTime, ScoreLimits, StoreLimits};
pub use own_metric::OwnMetric;
pub use period::{ENGLISH_MONTHS, Period};
pub use reference::{Owner, Ref, Referent};
pub(crate) use section::ReadSections;
pub use section::{AnyItem, InSection, Item};
pub use shape::{Shape, Short};
pub use table::{Entry, Idx, Table, Unread};
pub use when::{Dated, Edge, Relative, When};
pub use window::{Hours, Window};

use crate::source::Span;
use section::{any, sections};
use value::{Choice, Id, PeriodId, Word};

sections! {
    /// `[plan]`
    Plan plan in head: Head by Id, (title) [One] "计划" "The plan itself: title, dates, language, work days."
        "计划本身：标题、起止日期、语言、工作日。";
    /// `[stores]`, or `[store]` where there is one.
    Stores stores in store: Store by Id, (name) [ManyOr(STORE)] "店铺" "Shops, where there are several."
        "多家店铺，每项一个编号。";
    /// `[phases]`
    Phases phases in phase: Phase by Id, (title) [Many] "阶段" "Phases of the plan, keyed by id."
        "计划的各个阶段，每项一个编号。";
    /// `[targets]`
    Targets targets in target: Target by PeriodId, (title) [Many] "目标" "Targets, keyed by month, quarter, year, phase or event."
        "目标，按月份、季度、年份、阶段或节点写。";
    /// `[norms]`
    Norms norms in norm: Norm by Id, (title) [Many] "常态指标" "Figures that always have to be kept, keyed by id."
        "常年要保持的指标，每项一个编号。";
    /// `[roles]`
    Roles roles in role: Role by Id, (title) [Many] "岗位" "Posts and their duties, keyed by id."
        "岗位与职责，每项一个编号。";
    /// `[people]`
    People people in person: Person by Id, (name) [Many] "人员" "People, keyed by id."
        "人员，每项一个编号。";
    /// `[shifts]`
    Shifts shifts in shift: Shift by Id, (title) [Many] "班次" "Shifts, keyed by id."
        "班次，每项一个编号。";
    /// `[rosters]`
    Rosters rosters in roster: Roster by Id, (title) [Many] "排班" "Who works which shift on which day, keyed by id."
        "排班表，每张一个编号。";
    /// `[pay]`
    Pay pay in pay: Pay by Id, (title) [Many] "薪酬" "What posts are paid, keyed by id."
        "各岗位的薪酬，每项一个编号。";
    /// `[commissions]`
    Commissions commissions in commission: Commission by Id, (title) [Many] "提成" "Pay by what is sold, keyed by id."
        "按销售额的提成，每项一个编号。";
    /// `[kpis]`
    Kpis kpis in kpi: Kpi by Id, (title) [Many] "考核" "Figures that posts are judged by, keyed by id."
        "岗位的考核指标，每项一个编号。";
    /// `[points]`
    Points points in point: PointSystem by Id, (title) [Many] "积分" "Systems of points, keyed by id."
        "积分（扣分）制度，每项一个编号。";
    /// `[trainings]`
    Trainings trainings in training: Training by Id, (title) [Many] "培训" "What people learn, keyed by id."
        "培训安排，每项一个编号。";
    /// `[products]`
    Products products in product: Product by Id, (title) [Many] "商品" "Products, keyed by id."
        "商品，每项一个编号。";
    /// `[bundles]`
    Bundles bundles in bundle: Bundle by Id, (title) [Many] "组合" "Products that are sold together, keyed by id."
        "商品组合（套餐），每项一个编号。";
    /// `[materials]`
    Materials materials in material: Material by Id, (title) [Many] "物料" "Packing, gifts and the like, keyed by id."
        "包装、赠品等物料，每项一个编号。";
    /// `[memberships]`
    Memberships memberships in membership: Membership by Id, (title) [Many] "会员" "Tiers of members, keyed by id."
        "会员等级与权益，每项一个编号。";
    /// `[discounts]`
    Promotions discounts in promotion: Promotion by Id, (title) [Many] "优惠" "Discounts, coupons and gifts, layer by layer, keyed by id."
        "各层优惠：折扣、满减、券、赠品，每项一个编号。";
    /// `[programs]`
    Programs programs in program: Program by Id, (title) [Many] "活动规则" "Campaign programmes and their eligibility rules, keyed by id."
        "平台活动及其报名条件，每项一个编号。";
    /// `[campaigns]`
    Campaigns campaigns in campaign: Campaign by Id, (title) [Many] "活动" "Campaigns of the shop, keyed by id."
        "店铺要做的活动，每项一个编号。";
    /// `[costs]`
    Costs costs in cost: Cost by Id, (title) [Many] "成本" "What selling costs beside the goods, keyed by id."
        "货款以外的成本，每项一个编号。";
    /// `[budget]`
    Budget budget in budget: BudgetLine by Id, (title) [Many] "预算" "Lines of the budget, keyed by id."
        "预算，每项一个编号。";
    /// `[payments]`
    Payments payments in payment: Payment by Id, (title) [Many] "收付款" "Money that comes in or goes out, keyed by id."
        "收款与付款，每笔一个编号。";
    /// `[onboarding]`
    Onboarding onboarding in onboarding: Onboarding by Id, (title) [Many] "入驻" "How shops are opened on platforms, keyed by id."
        "平台入驻：资料、步骤、费用，每项一个编号。";
    /// `[tasks]`
    Tasks tasks in task: Task by Id, (title) [Many] "任务" "Tasks, keyed by id."
        "任务，每项一个编号。";
    /// `[routines]`
    Routines routines in routine: Routine by Id, (title) [Many] "日程" "What is done at which time of the day, keyed by id."
        "一天里定时要做的事，每项一个编号。";
    /// `[events]`
    Events events in event: Event by Id, (title) [Many] "节点" "Key dates: festivals, sales days, openings; keyed by id."
        "重要日子：节日、大促、开业等，每项一个编号。";
    /// `[sessions]`
    Sessions sessions in session: Session by Id, (title) [Many] "直播场次" "Sessions of live selling, keyed by id."
        "直播场次，每项一个编号。";
    /// `[channels]`
    Channels channels in channel: Channel by Id, (title) [Many] "渠道" "Channels that bring visitors, keyed by id."
        "流量渠道，每项一个编号。";
    /// `[service]`
    Service service in service: ServiceLevel by Id, (title) [Many] "服务标准" "Standards of service, keyed by id."
        "客服与售后的服务标准，每项一个编号。";
    /// `[shipping]`
    Shipping shipping in shipping: Shipping by Id, (title) [Many] "发货" "How and when goods are sent, keyed by id."
        "发货安排，每项一个编号。";
    /// `[checklists]`
    Checklists checklists in checklist: Checklist by Id, (title) [Many] "检查表" "Sheets of things to check, keyed by id."
        "日常检查表，每项一个编号。";
    /// `[market]`
    Market market in market: Segment by Id, (title) [Many] "市场" "Groups of buyers and what they want, keyed by id."
        "目标人群与需求，每项一个编号。";
    /// `[competitors]`
    Competitors competitors in competitor: Competitor by Id, (title) [Many] "竞品" "Shops that compete, keyed by id."
        "竞争对手的店铺，每项一个编号。";
    /// `[handbook]`
    Handbook handbook in handbook: Rule by Id, (title) [Many] "员工手册" "Rules that are only printed, keyed by id."
        "只供打印的规定，每项一个编号。";
    /// `[milestones]`
    Milestones milestones in milestone: Milestone by Id, (title) [Many] "里程碑" "Results that must be there by a day, keyed by id."
        "到某一天必须达成的成果，每项一个编号。";
    /// `[risks]`
    Risks risks in risk: Risk by Id, (title) [Many] "风险" "What may go wrong and what is done about it, keyed by id."
        "可能出的问题和应对办法，每项一个编号。";
    /// `[reviews]`
    Reviews reviews in review: Review by Id, (title) [Many] "复盘" "Figures looked at again and again, keyed by id."
        "定期复盘的指标，每项一个编号。";
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
pub const EXCLUSIVE_KEYS: [(Section, &str, &str); 5] = [
    (Section::Phases, "duration", "end"),
    (Section::Phases, "duration", "open_ended"),
    (Section::Phases, "end", "open_ended"),
    (Section::Tasks, "around", "start"),
    (Section::Tasks, "around", "due"),
];

/// A place for things that have none: the start of the plan.
pub const NOWHERE: Span = Span { start: 0, end: 0 };
