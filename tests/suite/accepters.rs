//! The two accepters agree: what the published schema accepts the reader accepts, and the
//! other way round, but for the differences listed in [`STRICTER`].
//!
//! Plans are made from the schema itself, so that a new section or kind of value is tested
//! without a line here; a new kind of value adds its written forms to [`FORMS`].

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use opsplan::diagnostic::Diagnostic;
use opsplan::schema::published;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value as Json, json};

use crate::world::Memory;

/// What the reader refuses although the schema accepts it: part of its message, and why
/// the schema cannot say so.
const STRICTER: [(&str, &str); 12] = [
    (
        "is in this list twice",
        "of a list that holds ids and tables, only the ids are compared",
    ),
    (
        "is text; a date is written without quotes",
        "JSON has no dates: a native date and its text are the same",
    ),
    (
        "is text; a time is written without quotes",
        "the same for times of the day",
    ),
    (
        "is text; a time is written without quotes",
        "the same for moments",
    ),
    (
        "is not a number, a share or a discount",
        "JSON cannot tell `1e3` and `3e2` from digits, nor count decimals",
    ),
    (
        ", found a date",
        "the same: where text is wanted, a native date is none",
    ),
    (
        "has more than two decimals",
        "`multipleOf: 0.01` is wrong for many figures in binary floating point",
    ),
    (
        "is not an amount of money",
        "JSON cannot tell `1e3` and `1.5e1` from digits; amounts stop at the digits of a trillion",
    ),
    (
        "is not a whole number without a unit",
        "in JSON Schema `300.0` and `3e2` are integers",
    ),
    (
        "is not a score",
        "decimals of a number cannot be counted in JSON Schema",
    ),
    (
        "the least is more than the most",
        "JSON Schema compares no two values",
    ),
    (
        "expected a whole number",
        "in JSON Schema `8.0` is an integer",
    ),
];

/// Values as they are written, right and wrong, of every kind.
const FORMS: &[&str] = &[
    // Money, counts, scores and other numbers.
    "0",
    "1",
    "-1",
    "59.9",
    "59.90",
    "100_000",
    "1.234",
    "1e3",
    "3e2",
    "300.0",
    "4.8",
    "4.815",
    "5",
    "5.01",
    "-0.0",
    "-0",
    "+1",
    "+59.9",
    "1.50",
    "0.0",
    "8",
    "8.0",
    "14",
    "15",
    "-12",
    "-13",
    "0x10",
    "999999999999",
    "1000000000000",
    "1000000000001",
    "99999999999999999999",
    "0.015",
    "\"20万\"",
    "\"2.5 万\"",
    "\"2.1234567万\"",
    "\"20W\"",
    "\"20%元\"",
    "\"59.9\"",
    "\"-1万\"",
    "\"万\"",
    // Shares.
    "\"1.5%\"",
    "\"98 %\"",
    "\"98\"",
    "\"0.12345%\"",
    "\"-5%\"",
    "\"%\"",
    "\"100%\"",
    // Prices as parts of another.
    "\"7.9折\"",
    "\"79折\"",
    "\"10折\"",
    "\"10.00 折\"",
    "\"8.555折\"",
    "\"0.5折\"",
    // Lengths of time.
    "\"15s\"",
    "\"24h\"",
    "\"14d\"",
    "\"2w\"",
    "\"3mo\"",
    "\"10 workdays\"",
    "\"1workday\"",
    "\"1  workday\"",
    "\"2  d\"",
    "\"0d\"",
    "\"99999d\"",
    "\"100000d\"",
    "\"24小时\"",
    "\"5 min\"",
    "\"5min\"",
    // Levels.
    "\"0\"",
    "\"3心\"",
    "\"1星\"",
    "\"5金冠\"",
    "\"6钻\"",
    "\"三钻石\"",
    "\"0心\"",
    // Dates and times.
    "2026-04-01",
    "2028-02-29",
    "2026-04-01T10:00:00",
    "2026-04-01T10:00:00+08:00",
    "10:00:00",
    "\"2026-04-01\"",
    "\"9月8号\"",
    // Ids and words.
    "\"home-page\"",
    "\"home--page\"",
    "\"HomePage\"",
    "\"首页\"",
    "\"首页 1\"",
    "\"A首页-b_2\"",
    "\"首页。\"",
    "\"2026-Q2\"",
    "\"2026-04\"",
    "\"\"",
    "\"a|b\"",
    "\"taobao\"",
    "\"tmall\"",
    "\"mon\"",
    "\"rest\"",
    "\"scores\"",
    "\"天猫\"",
    // Other types.
    "true",
    "false",
    "[]",
    "[1]",
    "{}",
    "{ x = 1 }",
];

/// Ids for tables keyed by id, right and wrong.
const IDS: [&str; 10] = [
    "a", "opening", "首页", "2026-04", "2026-Q2", "618", "Home", "a b", "", "2026-Q5",
];

/// A plan, or a part of one.
#[derive(Clone, Debug)]
enum Value {
    /// A scalar or array as it stands in TOML.
    Form(&'static str),
    Array(Vec<Value>),
    Table(Vec<(String, Value)>),
}

impl Value {
    fn toml(&self) -> String {
        match self {
            Self::Form(form) => (*form).to_owned(),
            Self::Array(items) => format!(
                "[{}]",
                items.iter().map(Self::toml).collect::<Vec<_>>().join(", ")
            ),
            Self::Table(entries) => format!("{{ {} }}", lines(entries).join(", ")),
        }
    }

    fn json(&self) -> Json {
        match self {
            Self::Form(form) => json_of(form),
            Self::Array(items) => items.iter().map(Self::json).collect(),
            Self::Table(entries) => Json::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), value.json()))
                    .collect(),
            ),
        }
    }
}

fn lines(entries: &[(String, Value)]) -> Vec<String> {
    entries
        .iter()
        .map(|(key, value)| format!("{} = {}", json!(key), value.toml()))
        .collect()
}

/// The JSON that editors make of a value: dates become text.
fn json_of(form: &str) -> Json {
    let table: toml::Table = format!("value = {form}").parse().unwrap_or_default();
    match table.get("value") {
        Some(toml::Value::Datetime(moment)) => json!(moment.to_string()),
        Some(value) => serde_json::to_value(value).unwrap(),
        None => form.parse().unwrap(), // A number too large for TOML's own integers.
    }
}

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(published()));

fn validator(schema: &Json) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// What a `$ref` leads to.
pub(crate) fn followed(schema: &'static Json) -> &'static Json {
    match schema["$ref"].as_str() {
        Some(reference) => published()
            .pointer(reference.trim_start_matches('#'))
            .unwrap(),
        None => schema,
    }
}

/// The forms that a value's schema accepts.
pub(crate) fn accepted(schema: &'static Json) -> Vec<&'static str> {
    static KNOWN: LazyLock<std::sync::Mutex<HashMap<String, Vec<&'static str>>>> =
        LazyLock::new(Default::default);
    let mut known = KNOWN.lock().unwrap();
    let forms = known.entry(schema.to_string()).or_insert_with(|| {
        let validator = validator(&with_definitions(schema));
        let forms = FORMS
            .iter()
            .copied()
            .filter(|form| validator.is_valid(&json_of(form)));
        let words = schema["oneOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|word| word["const"].as_str());
        forms
            .chain(words.map(|word| &*format!("\"{word}\"").leak()))
            .collect()
    });
    forms.clone()
}

fn with_definitions(schema: &Json) -> Json {
    let mut schema = schema.clone();
    schema["$defs"] = published()["$defs"].clone();
    schema
}

fn agree(entries: &[(String, Value)]) -> Result<(), String> {
    let plan = lines(entries).join("\n");
    let json = Value::Table(entries.to_vec()).json();
    let by_schema = SCHEMA.is_valid(&json);
    let compiled = Memory::new([("plan.toml", &*plan)]).compile(|_| ());
    let findings = &compiled.report.findings;
    if let Some(syntax) = findings.iter().find(|finding| finding.rule.code == "OP000") {
        return Err(format!(
            "the test wrote bad TOML: {}\n{plan}",
            syntax.message.en
        ));
    }
    let structural = |finding: &&Diagnostic| matches!(finding.rule.code, "OP001" | "OP007");
    let refused: Vec<_> = findings.iter().filter(structural).collect();
    // A reference that has not the form of an id leads nowhere: the reader says that instead,
    // unless a file that is not there may hold what it leads to.
    let leads_nowhere =
        |finding: &Diagnostic| matches!(finding.rule.code, "OP002" | "OP041" | "OP220");
    let accepted = refused.is_empty() && (by_schema || !findings.iter().any(leads_nowhere));
    let known = |finding: &Diagnostic| {
        STRICTER
            .iter()
            .any(|(words, _)| finding.message.en.contains(words))
    };
    match (by_schema, accepted) {
        (false, true) => {
            let error = SCHEMA
                .iter_errors(&json)
                .next()
                .map(|error| format!("{}: {error}", error.instance_path()));
            Err(format!(
                "the reader accepts what the schema refuses: {error:?}\n{plan}"
            ))
        }
        (true, false) if !refused.iter().all(|finding| known(finding)) => {
            let messages: Vec<_> = refused.iter().map(|finding| &finding.message.en).collect();
            Err(format!(
                "the reader refuses what the schema accepts: {messages:?}\n{plan}"
            ))
        }
        _ => Ok(()),
    }
}

/// Randomness that shrinks: a list of numbers, zeros when it runs out.
struct Dice<'d>(std::slice::Iter<'d, u16>);

impl Dice<'_> {
    fn below(&mut self, sides: usize) -> usize {
        usize::from(*self.0.next().unwrap_or(&0)) % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() {
            None
        } else {
            Some(from[self.below(from.len())])
        }
    }

    /// A value that is right, or now and then anything.
    fn value(&mut self, schema: &'static Json, depth: usize) -> Value {
        if self.below(40) == 39 {
            return Value::Form(FORMS[self.below(FORMS.len())]);
        }
        let schema = followed(schema);
        if let Some(branches) = schema["anyOf"]
            .as_array()
            .filter(|branches| branches.iter().any(is_table))
        {
            let branch = self.below(branches.len());
            return self.value(&branches[branch], depth);
        }
        if is_table(schema) {
            return Value::Table(self.table(schema, depth));
        }
        if schema["type"] == "array" {
            let length = self.below(3);
            return Value::Array(
                (0..length)
                    .map(|_| self.value(&schema["items"], depth))
                    .collect(),
            );
        }
        Value::Form(self.pick(&accepted(schema)).unwrap_or("1"))
    }

    fn table(&mut self, schema: &'static Json, depth: usize) -> Vec<(String, Value)> {
        let mut entries = Vec::new();
        let mut keys = BTreeSet::new();
        if schema["additionalProperties"].is_object() {
            for _ in 0..self.below(if depth > 3 { 1 } else { 3 }) {
                let id = if self.below(20) == 19 {
                    IDS[self.below(IDS.len())]
                } else {
                    IDS[self.below(4)]
                };
                if keys.insert(id) {
                    entries.push((
                        id.to_owned(),
                        self.value(&schema["additionalProperties"], depth + 1),
                    ));
                }
            }
        }
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let required = schema["required"]
                .as_array()
                .is_some_and(|required| required.contains(&json!(key)));
            let wanted = if required {
                self.below(30) < 29
            } else {
                self.below(6) == 5
            };
            if wanted {
                entries.push((key.clone(), self.value(property, depth + 1)));
            }
        }
        if self.below(60) == 59 {
            entries.push(("gaol".to_owned(), Value::Form("1")));
        }
        entries
    }
}

fn is_table(schema: &'static Json) -> bool {
    followed(schema)["type"] == "object"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn schema_and_reader_accept_the_same_plans(numbers in prop::collection::vec(any::<u16>(), 0..400)) {
        let plan = Dice(numbers.iter()).table(published(), 0);
        agree(&plan).map_err(TestCaseError::fail)?;
    }
}

/// The least that a table must hold.
fn least(schema: &'static Json) -> Vec<(String, Value)> {
    let required = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str);
    let value = |key: &str| {
        let property = followed(&schema["properties"][key]);
        if is_table(property) {
            Value::Table(least(property))
        } else {
            Value::Form(accepted(property)[0])
        }
    };
    required.map(|key| (key.to_owned(), value(key))).collect()
}

/// Every way from a table to a value: the keys, `*` for an id and `[]` for an element.
fn ways(
    schema: &'static Json,
    way: &[&'static str],
    found: &mut Vec<(Vec<&'static str>, &'static Json)>,
) {
    let schema = followed(schema);
    if way.len() > 7
        || way
            .iter()
            .filter(|key| matches!(**key, "versions" | "products"))
            .count()
            > 1
    {
        return;
    }
    if let Some(branches) = schema["anyOf"]
        .as_array()
        .filter(|branches| branches.iter().any(is_table))
    {
        branches
            .iter()
            .filter(|branch| is_table(branch))
            .for_each(|branch| ways(branch, way, found));
    }
    let on = |key: &'static str| [way, &[key]].concat();
    if is_table(schema) {
        if schema["additionalProperties"].is_object() {
            ways(&schema["additionalProperties"], &on("*"), found);
        }
        let properties: &'static Map<String, Json> = match schema["properties"].as_object() {
            Some(properties) => properties,
            None => return,
        };
        properties
            .iter()
            .for_each(|(key, property)| ways(property, &on(key), found));
    } else if schema["type"] == "array" {
        found.push((way.to_vec(), schema));
        ways(&schema["items"], &on("[]"), found);
    } else {
        found.push((way.to_vec(), schema));
    }
}

/// The least plan that has a value at the end of a way.
fn planted(schema: &'static Json, way: &[&str], value: Value) -> Value {
    let schema = followed(schema);
    let Some((key, rest)) = way.split_first() else {
        return value;
    };
    let mut branches = schema["anyOf"]
        .as_array()
        .into_iter()
        .flatten()
        .map(followed);
    let schema = branches
        .find(|branch| branch["properties"][key].is_object())
        .unwrap_or(schema);
    if *key == "[]" {
        return Value::Array(vec![planted(&schema["items"], rest, value)]);
    }
    let (name, inner) = match *key {
        "*" => ("a", &schema["additionalProperties"]),
        key => (key, &schema["properties"][key]),
    };
    let mut entries = least(schema);
    entries.retain(|(key, _)| key != name);
    entries.push((name.to_owned(), planted(inner, rest, value)));
    Value::Table(entries)
}

#[test]
fn every_kind_of_value_is_accepted_in_the_same_forms() {
    let mut all = Vec::new();
    ways(published(), &[], &mut all);
    assert!(all.len() > 200, "{}", all.len());
    let mut kinds = BTreeSet::new();
    all.retain(|(_, schema)| {
        let mut kind = (*schema).clone();
        kind.as_object_mut()
            .unwrap()
            .retain(|key, _| !matches!(key.as_str(), "title" | "description"));
        kinds.insert(kind.to_string())
    });
    let mut differences = Vec::new();
    for (way, _) in &all {
        for form in FORMS.iter().copied() {
            let Value::Table(plan) = planted(published(), way, Value::Form(form)) else {
                continue;
            };
            differences.extend(
                agree(&plan)
                    .err()
                    .map(|difference| format!("{}: {difference}", way.join("."))),
            );
        }
    }
    assert!(
        differences.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        differences.join("\n\n")
    );
}

/// Every pattern in a schema.
fn patterns(schema: &'static Json, found: &mut BTreeSet<&'static str>) {
    match schema {
        Json::Object(entries) => entries.iter().for_each(|(key, value)| match value {
            Json::String(pattern) if key == "pattern" => {
                found.insert(pattern);
            }
            value => patterns(value, found),
        }),
        Json::Array(items) => items.iter().for_each(|item| patterns(item, found)),
        _ => (),
    }
}

/// A text that is right, and what may be made of it by mistake: a sign, a space, a zero
/// before it, a fraction without digits, wide digits.
fn slips(text: &str) -> Vec<String> {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let wide = |letter: char| match letter {
        '0'..='9' => char::from_u32(letter as u32 - '0' as u32 + '０' as u32).unwrap_or(letter),
        letter => letter,
    };
    vec![
        text.to_owned(),
        format!("-{text}"),
        format!("+{text}"),
        format!(" {text}"),
        format!("{text} "),
        format!("0{text}"),
        format!("{}.{}", &text[..digits], &text[digits..]),
        format!("{}.0{}", &text[..digits], &text[digits..]),
        format!("{} {}", &text[..digits], &text[digits..]),
        format!("{}  {}", &text[..digits], &text[digits..]),
        format!("{}_{}", &text[..first], &text[first..]),
        text.chars().map(wide).collect(),
        text.to_uppercase(),
    ]
}

#[test]
fn forms_made_from_the_patterns_are_accepted_alike() {
    let mut all = Vec::new();
    ways(published(), &[], &mut all);
    let mut runner = TestRunner::deterministic();
    let (mut seen, mut made, mut differences) = (BTreeSet::new(), 0, Vec::new());
    for (way, schema) in all {
        let mut found = BTreeSet::new();
        patterns(schema, &mut found);
        if !seen.insert(found.clone()) {
            continue;
        }
        for pattern in found {
            let inside = pattern.trim_start_matches('^').trim_end_matches('$');
            let texts = string_regex(inside).expect("a pattern of which texts can be made");
            for _ in 0..24 {
                let text = texts.new_tree(&mut runner).expect("a text").current();
                for slip in slips(&text) {
                    let form: &'static str = json!(slip).to_string().leak();
                    let Value::Table(plan) = planted(published(), &way, Value::Form(form)) else {
                        continue;
                    };
                    made += 1;
                    differences.extend(agree(&plan).err().map(|said| (form, said)));
                }
            }
        }
    }
    assert!(made > 1_500, "{made}");
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn every_value_has_a_form_that_is_right() {
    let mut all = Vec::new();
    ways(published(), &[], &mut all);
    for (way, schema) in all {
        assert!(
            schema["type"] == "array" || !accepted(schema).is_empty(),
            "no form for {}",
            way.join(".")
        );
    }
}

#[test]
fn keys_are_accepted_in_the_same_forms() {
    for section in ["tasks", "targets", "products"] {
        for id in IDS {
            let task = vec![(id.to_owned(), Value::Table(Vec::new()))];
            let mut plan = least(published());
            plan.push((section.to_owned(), Value::Table(task)));
            agree(&plan).unwrap();
        }
    }
}
