//! Tables of typed cells.

use super::value::Value;
use crate::diagnostic::Text;

/// A table of typed cells.
#[derive(Clone, Debug)]
pub struct Sheet<'p> {
    /// What its rows are: `tasks`, `limits` … The style sheet knows some of them.
    pub kind: &'static str,
    /// What it shows, for those who do not see it.
    pub label: Value<'p>,
    /// Its heading, which is repeated on every page that it goes on to.
    pub heading: Option<Heading<'p>>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, one cell a column.
    pub rows: Vec<Row<'p>>,
    /// Whether it needs less than the width of the page.
    pub is_narrow: bool,
}

/// A heading of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'p> {
    /// What it says.
    pub text: Value<'p>,
    /// What stands small beside it.
    pub meta: Vec<Value<'p>>,
}

impl<'p> Sheet<'p> {
    /// A table of things of one kind.
    pub fn new(kind: &'static str, label: Text, columns: Vec<Column>, rows: Vec<Row<'p>>) -> Self {
        debug_assert!(rows.iter().all(|row| row.cells.len() == columns.len()));
        Self {
            kind,
            label: Value::Words(label),
            heading: None,
            columns,
            rows,
            is_narrow: false,
        }
    }

    /// A table under a heading that goes with it from page to page.
    pub fn headed(mut self, text: Value<'p>, meta: Vec<Value<'p>>) -> Self {
        self.label = text.clone();
        self.heading = Some(Heading { text, meta });
        self
    }

    /// A table that needs less than the width of the page.
    pub fn narrow(mut self) -> Self {
        self.is_narrow = true;
        self
    }

    /// The same table with a column more at its end, one cell a row.
    pub fn with(mut self, column: Column, cells: impl IntoIterator<Item = Cell<'p>>) -> Self {
        self.columns.push(column);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.cells.push(cell);
        }
        self
    }

    /// The same table without some of its columns.
    pub fn without(self, keys: &[&str]) -> Self {
        self.keep(|(_, column)| !keys.contains(&column.key))
    }

    /// The same table without columns in which no row says anything.
    pub fn without_empty_columns(self) -> Self {
        let says = |at: &usize| self.rows.iter().any(|row| !row.cells[*at].is_empty());
        let said: Vec<usize> = (0..self.columns.len()).filter(says).collect();
        self.keep(|(at, column)| column.fit == Fit::Head || said.contains(&at))
    }

    fn keep(mut self, keeps: impl Fn((usize, &Column)) -> bool) -> Self {
        let is_kept: Vec<bool> = self.columns.iter().enumerate().map(keeps).collect();
        let mut kept = is_kept.iter().cycle();
        self.columns.retain(|_| kept.next() == Some(&true));
        for row in &mut self.rows {
            row.cells.retain(|_| kept.next() == Some(&true));
        }
        self
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its key, unique in the table.
    pub key: &'static str,
    /// Its head.
    pub label: Text,
    /// What it holds.
    pub fit: Fit,
}

/// What a column holds, and so how wide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// What the row is about.
    Head,
    /// Texts.
    Text,
    /// Short texts, which do not break.
    Tight,
    /// Figures.
    Figure,
    /// A box to tick.
    Tick,
    /// Room to write by hand.
    Reply,
}

impl Column {
    /// A column.
    pub fn new(key: &'static str, zh: &'static str, en: &'static str, fit: Fit) -> Self {
        Self {
            key,
            label: Text::fixed(zh, en),
            fit,
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row<'p> {
    /// What kind of row it is.
    pub kind: RowKind,
    /// How deep it stands below others.
    pub depth: usize,
    /// Its cells.
    pub cells: Vec<Cell<'p>>,
    /// What stands below it, across the columns after the first.
    pub below: Below<'p>,
    /// Where links to it lead.
    pub anchor: Option<String>,
}

/// What stands below a row.
#[derive(Clone, Debug, Default)]
pub struct Below<'p> {
    /// In small print.
    pub details: Vec<Detail<'p>>,
    /// Points to tick off.
    pub ticks: Vec<&'p str>,
}

impl<'p> Below<'p> {
    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.details.is_empty() && self.ticks.is_empty()
    }

    /// Something small, if there is anything to say.
    pub fn detail(self, value: Option<Value<'p>>) -> Self {
        self.add(None, value)
    }

    /// Something small with its label.
    pub fn labelled(self, zh: &'static str, en: &'static str, value: Option<Value<'p>>) -> Self {
        self.add(Some(Text::fixed(zh, en)), value)
    }

    fn add(mut self, label: Option<Text>, value: Option<Value<'p>>) -> Self {
        self.details
            .extend(value.map(|value| Detail { label, value }));
        self
    }
}

impl<'p> Row<'p> {
    /// A plain row.
    pub fn new(cells: impl IntoIterator<Item = Cell<'p>>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            ..Self::default()
        }
    }
}

/// Kinds of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// Like all others.
    #[default]
    Plain,
    /// Something that cannot be.
    Failed,
    /// A part of the row above it; what it does not say is no gap.
    Part,
    /// A sum of rows above it.
    Sum,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell<'p> {
    /// What it says, one a line.
    pub lines: Vec<Value<'p>>,
    /// How that is meant.
    pub tone: Tone,
    /// A mark beside it.
    pub badge: Option<Value<'p>>,
    /// Points below it.
    pub points: Vec<&'p str>,
    /// What stands small below it.
    pub details: Vec<Detail<'p>>,
    /// Points to tick off.
    pub ticks: Vec<&'p str>,
}

/// How a cell is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As the plan says.
    #[default]
    Plain,
    /// Worked out, not written in the plan.
    Derived,
    /// A word that sorts.
    Badge,
    /// A word that warns.
    Critical,
    /// Done.
    Done,
}

/// What stands small in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail<'p> {
    /// What it is about; nothing where that is plain.
    pub label: Option<Text>,
    /// What it is.
    pub value: Value<'p>,
}

impl<'p> Cell<'p> {
    /// A cell that says one thing, if there is anything to say.
    pub fn new(value: impl Into<Option<Value<'p>>>) -> Self {
        Self {
            lines: value.into().into_iter().collect(),
            ..Self::default()
        }
    }

    /// A cell that has nothing to say, and leaves no gap by it.
    pub fn blank() -> Self {
        Self::new(Value::plain(""))
    }

    /// A cell that says several things below each other.
    pub fn lines(lines: impl IntoIterator<Item = Value<'p>>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
            ..Self::default()
        }
    }

    /// A cell of points.
    pub fn points(points: Vec<&'p str>) -> Self {
        let rest = Self::default();
        Self { points, ..rest }
    }

    /// Something small below, if there is anything to say.
    pub fn detail(self, value: Option<Value<'p>>) -> Self {
        self.add(None, value)
    }

    /// Something small below with its label.
    pub fn labelled(self, zh: &'static str, en: &'static str, value: Option<Value<'p>>) -> Self {
        self.add(Some(Text::fixed(zh, en)), value)
    }

    fn add(mut self, label: Option<Text>, value: Option<Value<'p>>) -> Self {
        self.details
            .extend(value.map(|value| Detail { label, value }));
        self
    }

    /// How it is meant.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        let is_blank = |line: &Value<'_>| *line == Value::plain("");
        self.lines.iter().all(is_blank) && self.points.is_empty() && self.details.is_empty()
    }
}
