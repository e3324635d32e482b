use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Day, Duration, Id, choice};
use super::{Allow, Line, Weekday};
use crate::source::Located;

/// A piece of work.
/// 一项工作。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What is to be done.
    /// 要做什么。
    #[schemars(title = "标题 Title")]
    pub title: Option<Line>,
    /// The phase it belongs to.
    /// 所属阶段。
    #[schemars(title = "阶段 Phase")]
    pub phase: Option<Located<Id>>,
    /// Who does it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    #[schemars(title = "负责人 Owners")]
    pub owners: Vec<Located<Id>>,
    /// First day.
    /// 第一天。
    #[schemars(title = "开始 Start")]
    pub start: Option<Located<Day>>,
    /// Last day, inclusive; without `start` it only has to be done by then.
    /// 最后一天（含）；没有 `start` 时只表示最晚完成。
    #[schemars(title = "截止 Due")]
    pub due: Option<Located<Day>>,
    /// Roughly this day.
    /// 大约在这一天。
    #[schemars(title = "大约 Around")]
    pub around: Option<Located<Day>>,
    /// How long the work takes.
    /// 需要多长时间。
    #[schemars(title = "工期 Duration")]
    pub duration: Option<Located<Duration>>,
    /// Tasks that must be finished first.
    /// 必须先完成的任务。
    #[serde(default)]
    #[schemars(title = "前置任务 After")]
    pub after: Vec<Located<Id>>,
    /// How it repeats.
    /// 如何重复。
    #[schemars(title = "重复 Repeat")]
    pub repeat: Option<Box<Located<Repeat>>>,
    /// Points to tick off, one a line.
    /// 检查清单，一条一行。
    #[serde(default)]
    #[schemars(title = "清单 Checklist")]
    pub checklist: Vec<Line>,
    /// What is handed over at the end.
    /// 交付物。
    #[schemars(title = "交付物 Deliverable")]
    pub deliverable: Option<Line>,
    /// The campaign it is for.
    /// 为哪场活动。
    #[schemars(title = "活动 Campaign")]
    pub campaign: Option<Located<Id>>,
    /// How far it is.
    /// 进度。
    #[schemars(title = "状态 Status")]
    pub status: Option<Located<TaskStatus>>,
    /// Where this comes from.
    /// 来源。
    #[schemars(title = "来源 Source")]
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    #[schemars(title = "备注 Note")]
    pub note: Option<Line>,
    /// Findings that are accepted.
    /// 接受的例外。
    #[serde(default)]
    #[schemars(title = "例外 Allow")]
    pub allow: Vec<Allow>,
}

/// A cycle: every so often, from the start (or due day) of the task.
/// 周期：从任务的开始（或截止）日起，每隔多久一次。
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "重复 Repeat")]
pub struct Repeat {
    /// How often: `"2 workdays"`, `"1w"`, `"1mo"`.
    /// 多久一次：`"2 workdays"`、`"1w"`、`"1mo"`。
    #[schemars(title = "每隔 Every")]
    pub every: Located<Duration>,
    /// On which weekdays, for a weekly cycle.
    /// 每周的哪几天。
    #[serde(default)]
    #[schemars(title = "在周几 On")]
    pub on: Vec<Located<Weekday>>,
    /// Last day of the cycle, inclusive; the end of the plan unless said.
    /// 周期的最后一天（含），不写则到计划结束。
    #[schemars(title = "截止 Until")]
    pub until: Option<Located<Day>>,
}

choice! {
    /// How far a task is.
    pub enum TaskStatus ("任务状态", "task status") {
        Todo = "todo" "未开始" "to do", "还没有开始。", "Not begun.";
        Doing = "doing" "进行中" "in progress", "正在做。", "Under way.";
        Done = "done" "已完成" "done", "已经完成。", "Finished.";
    }
}
