//! Keys and tables that stand twice: the one mistake that no statement holds alone.

use std::collections::HashMap;
use std::ops::Range;

use toml::de::Error;

use super::header::meant_header;
use super::keypath::{dotted, header_path, path_of, table_of};
use super::mending::Edit;
use super::message::say;
use super::region::line_end;
use super::statement::Statement;
use super::{KeyFor, Meant};
use crate::diagnostic::{Text, text};

/// Keys of a path that are told apart.
const DEPTH: usize = 8;

/// Statements that are looked through for a header that became a comment.
const ABOVE: usize = 40;

/// Where each path of keys is written first.
pub(super) struct Doubles<'d> {
    text: &'d str,
    statements: &'d [Statement],
    key_for: &'d KeyFor,
    first: HashMap<Vec<String>, usize>,
}

/// A statement that may not stand where it does.
pub(super) struct Found {
    pub(super) index: usize,
    /// One past what goes with it: a header takes its keys along.
    pub(super) until: usize,
    /// The key that stands twice.
    pub(super) span: Range<usize>,
    pub(super) message: Text,
    /// What was meant, where it is not the key that is wrong.
    pub(super) mended: Option<Edit>,
}

impl<'d> Doubles<'d> {
    pub(super) fn new(text: &'d str, statements: &'d [Statement], key_for: &'d KeyFor) -> Self {
        let mut first = HashMap::new();
        for index in 0..statements.len() {
            let path = path_of(text, statements, index);
            for length in 1..=path.len().min(DEPTH) {
                first.entry(path[..length].to_vec()).or_insert(index);
            }
        }
        Self {
            text,
            statements,
            key_for,
            first,
        }
    }

    /// The statements that errors are about, each once. What follows a header that stands
    /// twice is not judged.
    pub(super) fn find(&self, errors: &[Error]) -> Vec<Found> {
        let mut places: Vec<_> = errors
            .iter()
            .map(|error| (error.span().unwrap_or_default(), error.message()))
            .collect();
        places.sort_by_key(|(span, _)| span.start);
        let mut found: Vec<Found> = Vec::new();
        let mut next = 0;
        for (span, message) in places {
            let after = |statement: &Statement| statement.range.start <= span.start;
            let Some(index) = self.statements.partition_point(after).checked_sub(1) else {
                continue;
            };
            if index < next {
                continue;
            }
            let one = self.found(index, span, message);
            let whole_table = self.statements[index].header || one.mended.is_some();
            next = index + 1;
            if whole_table {
                next += self.body(index).len();
            }
            found.push(one);
        }
        found
    }

    fn found(&self, index: usize, span: Range<usize>, message: &str) -> Found {
        let statement = &self.statements[index];
        let until = match self.body(index).last() {
            Some(last) if statement.header => last.range.end,
            _ => statement.range.end,
        };
        if let Some((range, meant)) = self.header_above(index) {
            let message = Text::fixed(
                "这一行以 `#` 开头，是说明，不是表头，下面的字段就归到前一个表里了",
                "this line begins with `#`, so it is a comment and no header, and the keys below fall to the table before",
            );
            return Found {
                index,
                until,
                span: range.clone(),
                message,
                mended: Some((range, meant)),
            };
        }
        let key = &self.text[span.clone()];
        let message = match message.split(", expected ").next().unwrap_or_default() {
            "duplicate key" if statement.header => {
                text!("表 `{key}` 重复", "the table `{key}` is here twice")
            }
            "duplicate key" => text!("字段 `{key}` 重复", "the key `{key}` is here twice"),
            _ => say(message),
        };
        Found {
            index,
            until,
            span,
            message,
            mended: None,
        }
    }

    /// What belongs to the table of a statement, after it.
    fn body(&self, index: usize) -> &'d [Statement] {
        let rest = &self.statements[index + 1..];
        let length = rest
            .iter()
            .take_while(|statement| !statement.header)
            .count();
        &rest[..length]
    }

    /// The comment above a key, in its table, that was meant as a header, and that header.
    fn header_above(&self, index: usize) -> Option<Edit> {
        let table = self.statements[index].table?;
        let from = (table + 1).max((index + 1).saturating_sub(ABOVE));
        (from..=index).rev().find_map(|below| {
            let above = self.statements[below - 1].range.end;
            let gap = &self.text[above..self.statements[below].range.start];
            let mut at = above;
            gap.split_inclusive('\n').find_map(|line| {
                let start = at + (line.len() - line.trim_start().len());
                at += line.len();
                let comment = line.trim();
                let words = comment.strip_prefix('#')?.trim_start_matches('#').trim();
                let meant = meant_header(words, self.key_for)?;
                let path = header_path(&meant);
                let section = path.first()?;
                let known = (self.key_for)(&[], section) == Meant::Key(section.clone());
                let new = path.len() > 1 && !self.first.contains_key(&path);
                (known && new).then(|| (start..start + comment.len(), meant))
            })
        })
    }

    pub(super) fn header_help(&self, meant: &str) -> Text {
        text!("写成 `{meant}`", "write `{meant}`")
    }

    /// Where what stands twice was written first.
    pub(super) fn first(&self, index: usize, span: &Range<usize>) -> Option<Range<usize>> {
        let statement = &self.statements[index];
        let before = self.text.get(statement.range.start..span.end)?;
        let path = if statement.header {
            header_path(before)
        } else {
            let mut path = table_of(self.text, self.statements, index);
            path.extend(dotted(before));
            path
        };
        let first = self.first.get(&path).filter(|first| **first < index)?;
        let range = &self.statements[*first].range;
        let line = &self.text[range.start..line_end(self.text, range.start).min(range.end)];
        let end = if self.statements[*first].header {
            '#'
        } else {
            '='
        };
        let written = line.split(end).next().unwrap_or_default().trim_end();
        Some(range.start..range.start + written.len())
    }
}
