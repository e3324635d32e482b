//! Where a cursor stands in a text that is still being typed, and may not parse.

use std::ops::Range;

use super::keypath::{
    dotted, dotted_parts, find_unquoted, header_keys, header_path, table_after, unquoted,
};
use super::statement::{Statement, statements};
use super::token::{Kind, Token, ends_key, tokens};

/// Where a cursor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The keys that lead there; items of arrays are not counted. In a header and in a key
    /// the last one is the key under the cursor as far as it is written, perhaps empty, and
    /// those after it are left out. Between statements and aside they lead to the table.
    pub path: Vec<String>,
    /// What stands there.
    pub part: Part,
}

/// What stands at a cursor. All ranges are bytes of the text, and the cursor is inside them or
/// at one of their ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A key of a header, with its quotes.
    Header(Range<usize>),
    /// A key, with its quotes; there may be no `=` yet. Empty where one may be typed after `{`,
    /// a comma or a dot.
    Key(Range<usize>),
    /// A value that is neither an array nor a table, with its quotes. Empty where a value may
    /// be typed.
    Value(Range<usize>),
    /// Nothing: a blank line, or the front of a statement. A statement may be typed here.
    Between,
    /// A comment, or the space after something complete. Nothing more is expected here.
    Aside,
}

/// Where the cursor before a byte of a text stands; the nearest character if there is no such
/// byte or it is inside one.
pub fn at(text: &str, offset: usize) -> Cursor {
    among(text, &statements(text), text.floor_char_boundary(offset))
}

fn among(text: &str, statements: &[Statement], offset: usize) -> Cursor {
    let begun = statements.partition_point(|statement| statement.range.start <= offset);
    let (before, statement) = match statements[..begun].split_last() {
        Some((last, before)) if holds(text, last, offset) => (before, last),
        _ => return outside(text, &statements[..begun], offset),
    };
    if !statement.header {
        let walk = Walk::new(text, table_after(text, before), offset);
        return walk.through(statement);
    }
    if offset == statement.range.start {
        return outside(text, before, offset);
    }
    in_header(text, statement.range.clone(), offset)
}

/// Whether a cursor that is not before a statement is in it. At the end of the text it is in
/// what is never closed, and on a line that has no end yet.
fn holds(text: &str, statement: &Statement, offset: usize) -> bool {
    let goes_on = statement.unclosed.is_some() || !text.ends_with('\n');
    let end = statement.range.end;
    offset < end || (offset == end && end == text.len() && goes_on)
}

/// A cursor that is in none of the statements, nor in one after them.
fn outside(text: &str, before: &[Statement], offset: usize) -> Cursor {
    let line = text[..offset].rsplit('\n').next().unwrap_or_default();
    let comment = line.trim_start().starts_with('#');
    Cursor {
        path: table_after(text, before),
        part: if comment { Part::Aside } else { Part::Between },
    }
}

fn in_header(text: &str, range: Range<usize>, offset: usize) -> Cursor {
    let header = &text[range.clone()];
    let keys = header_keys(header);
    let keys = range.start + keys.start..range.start + keys.end;
    match key_at(text, keys, offset) {
        Some((path, key)) => Cursor {
            path,
            part: Part::Header(key),
        },
        None => Cursor {
            path: header_path(header),
            part: Part::Aside,
        },
    }
}

/// The keys of a dotted path up to the one under the cursor, and where that one stands; nothing
/// if the cursor touches none.
fn key_at(text: &str, keys: Range<usize>, offset: usize) -> Option<(Vec<String>, Range<usize>)> {
    let mut path = Vec::new();
    for part in dotted_parts(&text[keys.clone()]) {
        let part = keys.start + part.start..keys.start + part.end;
        let written = &text[part.clone()];
        path.push(unquoted(written));
        if offset <= part.end {
            let start = part.end - written.trim_start().len();
            let key = match written.trim().len() {
                0 => offset..offset,
                length => start..start + length,
            };
            return (part.start <= offset && touches(&key, offset)).then_some((path, key));
        }
    }
    None
}

fn touches(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}

/// A statement, inline table or array that is open at the cursor.
struct Open {
    opener: Opener,
    /// The last key, as far as it reaches, if that is still to have a value or has it.
    key: Option<Range<usize>>,
    awaits: Awaits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Statement,
    Table,
    Array,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    Key,
    Value,
    Nothing,
}

impl Open {
    fn by(opener: Opener) -> Self {
        let awaits = match opener {
            Opener::Array => Awaits::Value,
            Opener::Statement | Opener::Table => Awaits::Key,
        };
        Self {
            opener,
            key: None,
            awaits,
        }
    }
}

/// Goes through a statement up to the cursor.
struct Walk<'t> {
    text: &'t str,
    table: Vec<String>,
    offset: usize,
    outer: Vec<Open>,
    inner: Open,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, table: Vec<String>, offset: usize) -> Self {
        Self {
            text,
            table,
            offset,
            outer: Vec::new(),
            inner: Open::by(Opener::Statement),
        }
    }

    fn through(mut self, statement: &Statement) -> Cursor {
        // What is never closed reaches to the last line that is not empty, or to the cursor.
        let written = self.text[..statement.range.end].trim_end_matches(['\r', '\n']);
        let end = written.len().max(self.offset);
        self.text = &self.text[..end];
        for Token { kind, range } in tokens(self.text, statement.range.start) {
            if range.start > self.offset {
                break;
            }
            match kind {
                Kind::Word if self.inner.awaits == Awaits::Key => self.key(range.start),
                Kind::Word if touches(&range, self.offset) => return self.value(range),
                Kind::Word => self.inner.awaits = Awaits::Nothing,
                Kind::Comment if range.start < self.offset && self.offset <= range.end => {
                    return self.aside();
                }
                Kind::Comment => {}
                Kind::Mark(mark) if range.end <= self.offset => self.mark(mark),
                Kind::Mark(_) => break,
            }
        }
        self.between_tokens()
    }

    /// A word where a key is awaited: the first one of a key, or one more of it.
    fn key(&mut self, start: usize) {
        if self.inner.key.as_ref().is_some_and(|key| start < key.end) {
            return;
        }
        let rest = &self.text[start..];
        let length = find_unquoted(rest, ends_key).unwrap_or(rest.len());
        self.inner.key = Some(start..start + length);
    }

    fn mark(&mut self, mark: char) {
        match (mark, self.inner.opener, self.inner.awaits) {
            ('=', _, Awaits::Key) => self.inner.awaits = Awaits::Value,
            (',', Opener::Statement, _) => {}
            (',', opener, _) => self.inner = Open::by(opener),
            ('{', ..) => self.open(Opener::Table),
            ('[', ..) => self.open(Opener::Array),
            (']' | '}', ..) => {
                if let Some(outer) = self.outer.pop() {
                    self.inner = outer;
                }
                self.inner.awaits = Awaits::Nothing;
            }
            _ => {}
        }
    }

    fn open(&mut self, opener: Opener) {
        let outer = std::mem::replace(&mut self.inner, Open::by(opener));
        self.outer.push(outer);
    }

    fn between_tokens(self) -> Cursor {
        let offset = self.offset;
        match (self.inner.awaits, &self.inner.key) {
            (Awaits::Nothing, _) => self.aside(),
            (Awaits::Value, _) => self.value(offset..offset),
            (Awaits::Key, None) => self.in_key(vec![String::new()], offset..offset),
            (Awaits::Key, Some(key)) => match key_at(self.text, key.clone(), offset) {
                Some((path, key)) => self.in_key(path, key),
                None => self.aside(),
            },
        }
    }

    fn in_key(self, keys: Vec<String>, key: Range<usize>) -> Cursor {
        let mut path = self.path_above();
        path.extend(keys);
        Cursor {
            path,
            part: Part::Key(key),
        }
    }

    fn value(self, range: Range<usize>) -> Cursor {
        let mut path = self.path_above();
        path.extend(self.keys(&self.inner));
        Cursor {
            path,
            part: Part::Value(range),
        }
    }

    fn aside(self) -> Cursor {
        Cursor {
            path: self.table,
            part: Part::Aside,
        }
    }

    /// The keys that lead to what was opened last.
    fn path_above(&self) -> Vec<String> {
        let outer = self.outer.iter().flat_map(|open| self.keys(open));
        self.table.iter().cloned().chain(outer).collect()
    }

    fn keys(&self, open: &Open) -> Vec<String> {
        let key = open.key.clone();
        key.map(|key| dotted(&self.text[key])).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use proptest::prelude::*;
    use toml::Spanned;
    use toml::de::{DeTable, DeValue};

    use super::*;

    /// Where the cursor stands that is written as `|`: the path, and the part with its text.
    fn seen(marked: &str) -> (String, String) {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let cursor = at(&text, offset);
        let part = match cursor.part {
            Part::Header(range) => format!("header {}", &text[range]),
            Part::Key(range) => format!("key {}", &text[range]),
            Part::Value(range) => format!("value {}", &text[range]),
            Part::Between => "between".to_owned(),
            Part::Aside => "aside".to_owned(),
        };
        (cursor.path.join("/"), part)
    }

    fn check(cases: &[(&str, &str, &str)]) {
        for (marked, path, part) in cases {
            let expected = ((*path).to_owned(), (*part).to_owned());
            assert_eq!(seen(marked), expected, "{marked}");
        }
    }

    /// What plans are made of, whole and broken.
    const PIECES: [&str; 32] = [
        "[tasks.\"首页\"]\n",
        "[[stores]]\r\n",
        "owners = [\"甲\", '😀']\n",
        "{ program = \"超优汇\", a = 1 }",
        "start = 2026-09-08",
        "own",
        "标题",
        "\"首页\"",
        "\"\"\"\\\n",
        "\"\"\"",
        "'''",
        "\"",
        "'",
        "\\",
        "[",
        "]",
        "{",
        "}",
        " = ",
        "=",
        ", ",
        ".",
        "# 阶段 [",
        "\n",
        "\r\n",
        "\r",
        "  ",
        "\u{FF1D}",
        "\u{FF0C}",
        "\u{3010}",
        "\u{3000}",
        "\u{0}",
    ];

    /// The plans that ship with the program.
    #[expect(
        clippy::disallowed_methods,
        reason = "a test reads the plans themselves"
    )]
    fn plans() -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|entry| std::fs::read_to_string(entry.unwrap().path().join("plan.toml")).unwrap())
            .collect()
    }

    fn is_in_the_text(cursor: &Cursor, text: &str, offset: usize) -> bool {
        let offset = text.floor_char_boundary(offset);
        let inside =
            |range: &Range<usize>| touches(range, offset) && text.get(range.clone()).is_some();
        match &cursor.part {
            Part::Header(range) | Part::Key(range) => inside(range) && !cursor.path.is_empty(),
            Part::Value(range) => inside(range),
            Part::Between | Part::Aside => true,
        }
    }

    #[test]
    fn between_statements_the_table_of_the_line_is_meant() {
        check(&[
            ("|", "", "between"),
            ("|[plan]\n", "", "between"),
            ("[plan]\n|", "plan", "between"),
            ("[plan]\n|\nstart = 1\n", "plan", "between"),
            ("[plan]\r\n\r\n  |\r\n[store]\r\n", "plan", "between"),
            ("[plan]\n|[store]\n", "plan", "between"),
            ("[plan]\na = 1\n | b = 2\n", "plan", "between"),
            ("[[a.b]]\n|", "a/b", "between"),
            ("[plan]\n|# 标题\n", "plan", "between"),
        ]);
    }

    #[test]
    fn nothing_is_expected_in_comments_and_after_what_is_complete() {
        check(&[
            ("[plan]\n  # 标|题\n", "plan", "aside"),
            ("# a = |", "", "aside"),
            ("[plan] |\n", "plan", "aside"),
            ("[plan]|\n", "plan", "aside"),
            ("[plan] # a = |\n", "plan", "aside"),
            ("[|[a]]\n", "a", "aside"),
            ("[a]\nb = 1 # c = |\n", "a", "aside"),
            ("[a]\nb = 1 |\n", "a", "aside"),
            ("[a]\nb = [1] |\n", "a", "aside"),
            ("[a]\nb = [1 |, 2]\n", "a", "aside"),
            ("[a]\nb = [\n  1, # |\n]\n", "a", "aside"),
            ("[a]\nb = { c = 1 | }\n", "a", "aside"),
            ("[a]\nb | = 1\n", "a", "aside"),
            ("[a]\n]| = 1\n", "a", "aside"),
        ]);
    }

    #[test]
    fn a_header_leads_to_the_key_under_the_cursor() {
        check(&[
            ("[|]", "", "header "),
            ("[|", "", "header "),
            ("[pl|an]\n", "plan", "header plan"),
            ("[tasks.|]\n", "tasks/", "header "),
            ("[ta|sks.\"首页\".x]\n", "tasks", "header tasks"),
            (
                "[tasks.\"首|页.a\".x]\n",
                "tasks/首页.a",
                "header \"首页.a\"",
            ),
            ("[tasks.\"首页]a\".x|]\n", "tasks/首页]a/x", "header x"),
            ("[tasks . |\"首页\"]\n", "tasks/首页", "header \"首页\""),
            ("[tasks.首页|\na = 1\n", "tasks/首页", "header 首页"),
            ("[tasks.\"首页|]\na = 1\n", "tasks/首页", "header \"首页"),
            ("a = 1\n  [[stores|]]\n", "stores", "header stores"),
            ("\u{3010}plan|\u{3011}\n", "plan", "header plan"),
        ]);
    }

    #[test]
    fn a_key_may_still_be_typed() {
        check(&[
            ("own|", "own", "key own"),
            ("[tasks.a]\nown|\n", "tasks/a/own", "key own"),
            ("[tasks.a]\nown|\nstart = 1\n", "tasks/a/own", "key own"),
            ("[tasks.a]\r\no|wn\r\nb = 1\r\n", "tasks/a/own", "key own"),
            ("[tasks.a]\n|own = 1\n", "tasks/a/own", "key own"),
            ("[a]\nstore.le| = 1\n", "a/store/le", "key le"),
            ("[a]\nsto|re.level = 1\n", "a/store", "key store"),
            ("[a]\nstore.|\n", "a/store/", "key "),
            ("[a]\nstore. | = 1\n", "a/store/", "key "),
            (
                "[a]\nstore.\"首页=|\".x = 1\n",
                "a/store/首页=",
                "key \"首页=\"",
            ),
            ("[a]\n\"首|\n", "a/首", "key \"首"),
            ("[a]\n标题|\u{FF1A}1\n", "a/标题", "key 标题"),
            ("[a]\n|= 1\n", "a/", "key "),
        ]);
    }

    #[test]
    fn keys_of_inline_tables_follow_those_of_the_statement() {
        check(&[
            ("[a]\nb = {|}\n", "a/b/", "key "),
            ("[a]\nb = { | }\n", "a/b/", "key "),
            ("[a]\nb = { pro| }\n", "a/b/pro", "key pro"),
            ("[a]\nb = { pro|\n", "a/b/pro", "key pro"),
            ("[a]\nb.c = { d = 1, |", "a/b/c/", "key "),
            ("[a]\nb = { c = 1\u{FF0C}d|", "a/b/d", "key d"),
            ("[a]\nb = { c.\"d\"| = 1 }\n", "a/b/c/d", "key \"d\""),
            ("[a]\nb = { c = { d = 1 }, e| }\n", "a/b/e", "key e"),
            ("[a]\nb = { c = { |d = 1 } }\n", "a/b/c/d", "key d"),
            ("[a]\nb = [{ c = 1 }, { c| = 2 }]\n", "a/b/c", "key c"),
            ("[a]\nb = {\n  c = 1,\n  d|\n  e = 1 }\n", "a/b/d", "key d"),
            ("[a]\nb = {\n  c\n  d|\n", "a/b/d", "key d"),
        ]);
    }

    #[test]
    fn a_value_is_the_innermost_token_or_empty_where_one_is_due() {
        check(&[
            ("[a]\nstart = |\n", "a/start", "value "),
            ("[a]\nstart =|", "a/start", "value "),
            ("[a]\nstart = | # x\n", "a/start", "value "),
            ("[a]\nstart = |\nend = 1\n", "a/start", "value "),
            ("[a]\nstart = 2026-|09-08\n", "a/start", "value 2026-09-08"),
            ("[a]\nstart = 1|\r\n", "a/start", "value 1"),
            ("[a]\nb.\"c\" = |\"\"\n", "a/b/c", "value \"\""),
            ("[a]\nb \u{FF1D} 好|，不错\n", "a/b", "value 好"),
            (
                "[a]\nb = { program = \"|\" }\n",
                "a/b/program",
                "value \"\"",
            ),
            ("[a]\nb = { c = | }\n", "a/b/c", "value "),
            ("[a]\nb = { c = { d = 1| } }\n", "a/b/c/d", "value 1"),
            (
                "[a]\nb = { c = { d = 1 }, e = tr|ue }\n",
                "a/b/e",
                "value true",
            ),
        ]);
    }

    #[test]
    fn items_of_arrays_are_values() {
        check(&[
            ("[a]\nb = [|]\n", "a/b", "value "),
            ("[a]\nb = [|", "a/b", "value "),
            ("[a]\nb = [\"a\", \"|\"]\n", "a/b", "value \"\""),
            ("[a]\nb = [\"a\", |]\n", "a/b", "value "),
            ("[a]\nb = [\"a\"|, 1]\n", "a/b", "value \"a\""),
            ("[a]\nb = [\"a\",| 1]\n", "a/b", "value "),
            ("[a]\nb = [\"甲\"\u{FF0C} |]\n", "a/b", "value "),
            ("[a]\nb = [[1], [2, |]]\n", "a/b", "value "),
            ("[a]\nb = [\n  \"c\", # d\n  |\n]\n", "a/b", "value "),
            ("[a]\nb = [\r\n  \"c|\",\r\n]\r\n", "a/b", "value \"c\""),
            ("[a]\nb = [{ c = [1, |] }]\n", "a/b/c", "value "),
        ]);
    }

    #[test]
    fn strings_may_take_several_lines() {
        check(&[
            (
                "a = \"\"\"\nb = |1\n\"\"\"\n",
                "a",
                "value \"\"\"\nb = 1\n\"\"\"",
            ),
            ("a = '''\n# b|'''\n", "a", "value '''\n# b'''"),
            ("a = ['''\n|''', 1]\n", "a", "value '''\n'''"),
        ]);
    }

    #[test]
    fn what_is_never_closed_goes_on_to_the_next_statement() {
        check(&[
            ("[a]\nb = \"c |\n[d]\n", "a/b", "value \"c "),
            ("[a]\nb = [\"c|\r\nd = 1\n", "a/b", "value \"c"),
            ("[a]\nb = [\"c\",\n|", "a/b", "value "),
            ("[a]\nb = [\"c\",\n|\nd = 1\n", "a/b", "value "),
            ("[a]\nb = [\"c\",\nd| = 1\n", "a/d", "key d"),
            ("[a]\nb = { c = [1,\n|[d]\n", "a", "between"),
            ("[a]\nb = \"\"\"\nc |\n\n[d]\n", "a/b", "value \"\"\"\nc "),
            ("[a]\nb = \"\"\"\n|", "a/b", "value \"\"\"\n"),
            ("[a]\nb = \"\"\"\n[d|]\n", "d", "header d"),
        ]);
    }

    #[test]
    fn offsets_inside_a_character_or_past_the_end_are_led_to_the_nearest() {
        assert_eq!(at("首 = 1", 1).part, Part::Key(0..3));
        assert_eq!(at("a = 1", usize::MAX).part, Part::Value(4..5));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn a_cursor_stands_somewhere_in_whatever_was_typed(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30),
        ) {
            let text = pieces.concat();
            for offset in 0..=text.len() + 1 {
                let cursor = at(&text, offset);
                let inside = is_in_the_text(&cursor, &text, offset);
                prop_assert!(inside, "{offset} of {text:?}: {cursor:?}");
            }
        }
    }

    /// The path and the range of every key and every plain value of a table.
    fn parsed(table: &DeTable<'_>, path: &[String], found: &mut Vec<Cursor>) {
        for (key, value) in table {
            let path = [path, &[key.get_ref().to_string()]].concat();
            parsed_value(value, &path, found);
            let part = Part::Key(key.span());
            found.push(Cursor { path, part });
        }
    }

    fn parsed_value(value: &Spanned<DeValue<'_>>, path: &[String], found: &mut Vec<Cursor>) {
        match value.get_ref() {
            DeValue::Table(table) => parsed(table, path, found),
            DeValue::Array(items) => items
                .iter()
                .for_each(|item| parsed_value(item, path, found)),
            _ => found.push(Cursor {
                path: path.to_vec(),
                part: Part::Value(value.span()),
            }),
        }
    }

    #[test]
    fn in_a_plan_a_cursor_stands_where_the_parser_sees_a_key_or_a_value() {
        for plan in plans() {
            let statements = statements(&plan);
            let places = (0..=plan.len()).filter(|&offset| plan.is_char_boundary(offset));
            let mut seen = BTreeMap::new();
            for offset in places {
                let cursor = among(&plan, &statements, offset);
                assert!(
                    is_in_the_text(&cursor, &plan, offset),
                    "{offset}: {cursor:?}"
                );
                seen.insert(offset, cursor);
            }
            let mut found = Vec::new();
            parsed(DeTable::parse(&plan).unwrap().get_ref(), &[], &mut found);
            for parsed in found {
                let (Part::Key(range) | Part::Value(range)) = &parsed.part else {
                    continue;
                };
                for (_, cursor) in seen.range(range.start..=range.end) {
                    let mut cursor = cursor.clone();
                    if let Part::Header(key) = cursor.part {
                        cursor.part = Part::Key(key);
                    }
                    assert_eq!(cursor, parsed);
                }
            }
        }
    }
}
