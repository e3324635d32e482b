//! Phases and the Gantt chart.

use super::gantt;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::both_counted;
use super::said::{counted, texts};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::{Entry, Phase, Section};
use crate::resolve::Resolved;

pub(super) const SECTIONS: &[Section] = &[Section::Phases];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let gantt = gantt::bands(resolved, &material.analysis.schedule).map(Part::Bands);
    let phases = &resolved.plan.phases;
    let rows = phases.iter().map(|phase| row(phase, resolved)).collect();
    let count = phases.len();
    let title = Text::fixed("阶段与进度", "Phases and schedule");
    let sheet = Sheet::new("phases", title.clone(), columns(), rows).without_empty_columns();
    let sheet = (count > 0).then_some(Part::Sheet(sheet));
    let sources = super::said::sources(phases.iter().map(|phase| texts(&phase.source)));
    let parts: Vec<_> = sheet.into_iter().chain(sources).chain(gantt).collect();
    let title = match count {
        0 => Text::fixed("进度", "Schedule"),
        _ => title,
    };
    (!parts.is_empty()).then(|| Chapter {
        id: "phases",
        title,
        what: counted(count, "个阶段", "phase", "phases"),
        is_form: false,
        parts,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("name", "阶段", "Phase", Fit::Head),
        Column::new("goal", "目标", "Goal", Fit::Text),
        Column::new("focus", "重点工作", "Main work", Fit::Text),
    ]
}

fn row<'p>(phase: &'p Entry<Phase>, resolved: &Resolved<'p>) -> Row<'p> {
    let length = resolved.days_of(phase).map(|(first, last)| {
        let days = Value::Number((last - first).num_days() + 1);
        Value::phrase("{0} 天", "{0} days", [days])
    });
    let after = Value::list(
        phase
            .after
            .iter()
            .map(|first| Value::plain(resolved.name(first))),
    );
    Row::new([
        Cell::new(Value::plain(phase.label()))
            .detail(Some(dates(phase)))
            .detail(length)
            .detail(both_counted((&phase.start, &phase.end), resolved))
            .labelled(
                "时长：",
                "Takes ",
                phase.duration.map(|length| Value::exactly(length.value)),
            )
            .labelled("前一阶段：", "After: ", after),
        Cell::new(Value::line(phase.goal.as_ref())),
        Cell::points(super::said::points(&phase.focus)).labelled(
            "备注：",
            "Note: ",
            Value::line(phase.note.as_ref()),
        ),
    ])
}

/// Both edges of a phase, as far as they are said.
pub(super) fn dates(phase: &Phase) -> Value<'_> {
    let open_ended = phase.open_ended.is_some_and(|open| open.value);
    let unsaid = Value::words("未定", "not set");
    let start = phase.start.day().map(|day| Value::day(day.value.0));
    let end = phase.end.day().map(|day| Value::day(day.value.0));
    let end = end.or(open_ended.then_some(Value::words("计划结束", "end of plan")));
    if start.is_none() && end.is_none() {
        return unsaid;
    }
    let [from, to] = [start, end].map(|edge| edge.unwrap_or_else(|| unsaid.clone()));
    Value::between(from, to)
}
