//! What a view says in days, figures and posts, as shapes.

mod axis;
mod chart;
mod drawing;
mod gantt;
mod label;
mod strip;
mod text;
mod tree;

use serde::Serialize;

use super::mermaid;
use super::wording::Wording;
use crate::diagnostic::{Text, text};
use crate::view::drawn::{self, BandKind, Mark};
use axis::{Axis, Events};
pub(super) use drawing::Drawing;

/// Drawings below each other that share a time axis.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Bands {
    /// `gantt`, `calendar`
    kind: &'static str,
    title: String,
    /// The shapes of the legend, each with its word.
    keys: Vec<(&'static str, String)>,
    /// The scale, repeated on every page.
    scale: Drawing,
    rows: Vec<Drawing>,
    /// What it leaves out, in one sentence.
    left_out: Option<String>,
    /// The same for those who draw it from text.
    mermaid: Option<String>,
}

/// Draws rows on a time axis.
pub(super) fn bands(bands: &drawn::Bands<'_>, wording: &Wording) -> Bands {
    let axis = Axis {
        first: bands.days.0,
        last: bands.days.1,
    };
    let (kind, title) = match bands.kind {
        BandKind::Gantt => ("gantt", Text::fixed("进度图", "Schedule")),
        BandKind::Calendar => ("calendar", Text::fixed("活动日历", "Calendar")),
    };
    let mut rows: Vec<Drawing> = Events(&bands.events)
        .row(kind, &axis, wording)
        .into_iter()
        .collect();
    rows.extend(match bands.kind {
        BandKind::Gantt => gantt::rows(bands, &axis, rows.len(), wording),
        BandKind::Calendar => strip::rows(bands, &axis, rows.len(), wording),
    });
    let count = bands.left_out;
    let left_out = || {
        text!(
            "另有 {count} 项任务没有画在图上，见任务清单。",
            "{count} more tasks are not drawn; see the list of tasks."
        )
    };
    Bands {
        kind,
        title: wording.say(title),
        keys: keys(bands, wording),
        scale: axis.scale(kind, wording),
        rows,
        mermaid: mermaid::gantt(bands, wording),
        left_out: (count > 0).then(|| wording.say(left_out())),
    }
}

/// The chart of monthly targets.
pub(super) fn chart(chart: &drawn::Chart, wording: &Wording) -> Option<Drawing> {
    chart::chart(chart, wording)
}

/// A text of at most so many Chinese letters; what is longer is cut.
pub(super) fn cut(text: &str, letters: i32) -> String {
    text::wrap(text, 100, 100 * letters, 1).concat()
}

/// The tree of posts.
pub(super) fn tree(tree: &drawn::Tree<'_>, wording: &Wording) -> Drawing {
    tree::tree(tree, wording)
}

/// The shapes that stand in a chart, each with its word.
fn keys(bands: &drawn::Bands<'_>, wording: &Wording) -> Vec<(&'static str, String)> {
    let any = |is: fn(&Mark) -> bool| {
        bands
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .any(|row| is(&row.mark))
    };
    let mut rows = bands.groups.iter().flat_map(|group| &group.rows);
    let has_signup = rows.any(|row| row.signup.is_some());
    let has_phases = bands.groups.iter().any(|group| group.head.is_some());
    let has_tasks = any(|mark| matches!(mark, Mark::Days(..)));
    let keys = match bands.kind {
        BandKind::Gantt => vec![
            (has_phases, "phase", Text::fixed("阶段", "phase")),
            (has_tasks, "task", Text::fixed("任务", "task")),
            (
                bands.has_critical,
                "critical",
                Text::fixed("关键路径（加粗）", "critical path (bold)"),
            ),
            (bands.has_float, "float", Text::fixed("可推迟", "float")),
            (
                !bands.events.is_empty(),
                "event",
                Text::fixed("节点", "event"),
            ),
            (
                any(|mark| matches!(mark, Mark::By(_))),
                "deadline",
                Text::fixed("最晚完成", "to be done by"),
            ),
            (
                any(|mark| matches!(mark, Mark::Cycle(_))),
                "cycle",
                Text::fixed("例行", "routine"),
            ),
        ],
        BandKind::Calendar => vec![
            (has_signup, "about", Text::fixed("报名", "sign-up")),
            (has_signup, "review", Text::fixed("审核", "review")),
            (true, "task", Text::fixed("活动期", "campaign days")),
            (
                bands.has_critical,
                "refused",
                Text::fixed("不符合报名条件", "not eligible"),
            ),
        ],
    };
    let shown = keys.into_iter().filter(|(is_there, ..)| *is_there);
    shown
        .map(|(_, shape, word)| (shape, wording.say(word)))
        .collect()
}
