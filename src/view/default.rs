//! The chapter of a section that has none of its own: a table of all its fields.

use super::field;
use super::inner::{self, fit, values};
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::{self, counted};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::value::Choice;
use crate::plan::{AnyItem, Field, Fields, Said, Says, Section, Unread};
use crate::resolve::Resolved;
use crate::source::Span;

/// Fields that stand elsewhere: beside the title, below the table, among the exceptions.
const ELSEWHERE: [&str; 4] = ["source", "note", "allow", "title"];

/// The chapter of a section, its items in the order of the plan.
pub(super) fn chapter<'p>(section: Section, material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let items = items(section, material);
    told(section, &items, sheets(section, &items, material))
}

/// A table of items, and of what they hold several of.
pub(super) fn sheets<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    material: &Material<'_, 'p>,
) -> Vec<Part<'p>> {
    let lists = inner::lists(items);
    let sheet = upright(sheet(section, items, material).without(&lists));
    let inner = inner::sheets(section, items, &lists, material.resolved);
    let sheets = std::iter::once(sheet).chain(inner);
    sheets.map(Part::Sheet).collect()
}

/// From so many columns on, a lone item is easier to read upright.
const WIDE: usize = 6;

/// A lone item that says much stands upright, a field a row: no column is squeezed.
fn upright(sheet: Sheet<'_>) -> Sheet<'_> {
    let [item] = &sheet.rows[..] else {
        return sheet;
    };
    if sheet.columns.len() < WIDE {
        return sheet;
    }
    let said = sheet.columns.iter().zip(&item.cells);
    let rows = said.map(|(column, cell)| {
        let label = Value::Words(column.label.clone());
        Row::new([Cell::new(label), cell.clone()])
    });
    let columns = vec![
        Column::new("item", "项目", "Item", Fit::Head),
        Column::new("says", "内容", "Content", Fit::Text),
    ];
    Sheet {
        rows: rows.collect(),
        columns,
        ..sheet
    }
}

/// The items of a section.
pub(super) fn items<'p>(section: Section, material: &Material<'_, 'p>) -> Vec<AnyItem<'p>> {
    let plan = material.resolved.plan;
    (0..).map_while(|at| plan.item(section, at)).collect()
}

/// All that items of a section say, as a table.
pub(super) fn sheet<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    material: &Material<'_, 'p>,
) -> Sheet<'p> {
    let rows: Vec<_> = items
        .iter()
        .map(|item| row(item, material.resolved))
        .collect();
    let (title, columns) = (field::heading(section), columns(section, &rows));
    Sheet::new(section.word(), title, columns, rows).without_empty_columns()
}

/// A chapter with a table of items, and where they come from.
pub(super) fn told<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    sheets: Vec<Part<'p>>,
) -> Option<Chapter<'p>> {
    let sources = said::sources(items.iter().map(|item| line_of(item, "source")));
    let count = items.len();
    (count > 0).then(|| Chapter {
        id: section.word(),
        title: field::heading(section),
        what: counted(count, "项", "item", "items"),
        is_form: false,
        parts: sheets.into_iter().chain(sources).collect(),
    })
}

fn is_shown(field: &&Field) -> bool {
    !ELSEWHERE.contains(&field.key)
}

/// One column a field, the title first; those of days, figures and words are narrow.
fn columns(section: Section, rows: &[Row<'_>]) -> Vec<Column> {
    let fields = section.fields().iter();
    let head = fields.clone().filter(|field| field.key == "title");
    let column = |(at, field): (usize, &Field)| Column {
        key: field.key,
        label: Text::fixed(field.zh, field.en),
        fit: match at {
            0 => Fit::Head,
            _ => fit(rows.iter().map(|row| &row.cells[at])),
        },
    };
    let shown = head.chain(fields.filter(is_shown));
    shown.enumerate().map(column).collect()
}

fn row<'p>(item: &AnyItem<'p>, resolved: &Resolved<'p>) -> Row<'p> {
    let note = line_of(item, "note").map(Value::plain);
    let mut cells = vec![Cell::new(Value::plain(item.label())).detail(note)];
    item.item.each(&mut |field, says| {
        if is_shown(&field) {
            cells.push(cell(field, says, item.unread, resolved));
        }
    });
    Row::new(cells)
}

fn line_of<'p>(item: &AnyItem<'p>, key: &str) -> Option<&'p str> {
    let mut text = None;
    item.item.each(&mut |field, says| {
        if field.key == key {
            says.say(Span::default(), &mut |said, _| {
                if let Said::Text(said) = said {
                    text = Some(said.trim()).filter(|said| !said.is_empty());
                }
            });
        }
    });
    text
}

fn cell<'p>(
    field: &Field,
    says: &'p dyn Says,
    unread: &Unread,
    resolved: &Resolved<'p>,
) -> Cell<'p> {
    let values = values(says, resolved);
    if values.is_empty() && unread.holds(field.key) {
        return Cell::new(Value::words("（无法读取）", "(cannot be read)"));
    }
    Cell::lines(values)
}

/// What fields say, each with its label, but for some keys.
pub(super) fn said<'p>(
    table: &'p dyn Fields,
    but: &[&str],
    resolved: &Resolved<'p>,
) -> Vec<Value<'p>> {
    let mut said = Vec::new();
    table.each(&mut |field, says| {
        if but.contains(&field.key) {
            return;
        }
        let label = Value::Words(Text::fixed(field.zh, field.en));
        if let Some(values) = Value::list(values(says, resolved)) {
            said.push(Value::phrase("{0}：{1}", "{0}: {1}", [label, values]));
        }
    });
    said
}
