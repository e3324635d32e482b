use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Duration, choice};
use super::{After, Allow, Campaign, Grade, Line, Owner, Phase, Ref, Weekday};
use crate::source::Located;

/// A piece of work.
/// 一项工作。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Task {
    /// What is to be done.
    /// 要做什么。
    pub title: Option<Line>,
    /// The phase it belongs to.
    /// 所属阶段。
    pub phase: Option<Located<Ref<Phase>>>,
    /// Who does it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// The main owner among several.
    /// 多人负责时的主要负责人。
    pub lead: Option<Located<Ref<Owner>>>,
    /// Who accepts the work: a person or a post.
    /// 验收人（人员或岗位）。
    pub reviewer: Option<Located<Ref<Owner>>>,
    /// How urgent it is.
    /// 优先级。
    pub priority: Option<Located<Grade>>,
    /// First day.
    /// 第一天。
    pub start: Option<Located<Day>>,
    /// Last day, inclusive; without `start` it only has to be done by then.
    /// 最后一天（含）；没有 `start` 时只表示最晚完成。
    pub due: Option<Located<Day>>,
    /// Roughly this day.
    /// 大约在这一天。
    pub around: Option<Located<Day>>,
    /// How long the work takes.
    /// 需要多长时间。
    pub duration: Option<Located<Duration>>,
    /// Hours or days of work that it costs, however many days it takes.
    /// 工作量（人工时间），与工期跨几天无关。
    pub effort: Option<Located<Duration>>,
    /// Tasks that must be finished first, each by its id, or with the time to wait after it.
    /// 必须先完成的任务：写编号，要隔一段时间的写成表。
    #[serde(default)]
    pub after: Vec<After>,
    /// How it repeats.
    /// 如何重复。
    pub repeat: Option<Box<Located<Repeat>>>,
    /// Points to tick off, one a line.
    /// 检查清单，一条一行。
    #[serde(default)]
    pub checklist: Vec<Line>,
    /// What is handed over at the end.
    /// 交付物。
    pub deliverable: Option<Line>,
    /// The campaign it is for.
    /// 为哪场活动。
    pub campaign: Option<Located<Ref<Campaign>>>,
    /// For which moment of that campaign it works: sign-up, start, run or review.
    /// 为活动的哪个环节：报名、开始前的准备、进行中，还是复盘。
    pub r#for: Option<Located<Moment>>,
    /// How far it is.
    /// 进度。
    pub status: Option<Located<TaskStatus>>,
    /// Where this comes from.
    /// 来源。
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
    /// Findings that are accepted.
    /// 接受的例外。
    #[serde(default)]
    pub allow: Vec<Allow>,
}

fields! {
    Task {
        title "标题" "Title",
        phase "阶段" "Phase",
        owners "负责人" "Owners",
        lead "主要负责人" "Lead",
        reviewer "验收人" "Reviewer",
        priority "优先级" "Priority",
        start "开始" "Start",
        due "截止" "Due",
        around "大约" "Around",
        duration "工期" "Duration",
        effort "工作量" "Effort",
        after "前置任务" "After",
        repeat "重复" "Repeat",
        checklist "清单" "Checklist",
        deliverable "交付物" "Deliverable",
        campaign "活动" "Campaign",
        r#for "活动环节" "For",
        status "状态" "Status",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// A cycle: every so often, from the start (or due day) of the task.
/// 周期：从任务的开始（或截止）日起，每隔多久一次。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "重复 Repeat", transform = titles::<Self>)]
pub struct Repeat {
    /// How often: `"2 workdays"`, `"1w"`, `"1mo"`.
    /// 多久一次：`"2 workdays"`、`"1w"`、`"1mo"`。
    pub every: Located<Duration>,
    /// On which weekdays, for a weekly cycle.
    /// 每周的哪几天。
    #[serde(default)]
    pub on: Vec<Located<Weekday>>,
    /// Last day of the cycle, inclusive; the end of its phase, else of the plan, unless said.
    /// 周期的最后一天（含），不写则到所属阶段结束，没有阶段则到计划结束。
    pub until: Option<Located<Day>>,
}

fields! {
    Repeat {
        every "每隔" "Every",
        on "在周几" "On",
        until "截止" "Until",
    }
}

choice! {
    /// A moment of a campaign that a task works for.
    pub enum Moment ("活动环节", "moment of a campaign") {
        Signup = "signup" "报名" "sign-up", "在报名日之前完成。", "Over by the day of sign-up.";
        Start = "start" "活动准备" "start", "在活动开始之前完成。", "Over before the campaign starts.";
        Run = "run" "活动进行" "run", "在活动期间进行。", "Done while the campaign runs.";
        Review = "review" "活动复盘" "review", "在活动结束之后进行。", "Done after the campaign has ended.";
    }
}

choice! {
    /// How far a task is.
    pub enum TaskStatus ("任务状态", "task status") {
        Todo = "todo" "未开始" "to do", "还没有开始。", "Not begun.";
        Doing = "doing" "进行中" "in progress", "正在做。", "Under way.";
        Done = "done" "已完成" "done", "已经完成。", "Finished.";
    }
}
