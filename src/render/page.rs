//! VIEW → PAGE. Everything that a document says in words and shapes, as templates see it:
//! the only types that are serialised for them.

use serde::Serialize;

use super::draw::{self, Drawing};
use super::sheet::{self, HeadingWords, SheetWords, Words};
use super::wording::Wording;
use crate::view::drawn::BandKind;
use crate::view::part::{Chapter, Fact, Figure, Part};
use crate::view::value::Value;
use crate::view::{ErrorRow, Errors, View};

/// A whole document in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Page {
    language: crate::diagnostic::Language,
    draft: bool,
    with_years: bool,
    /// Whether it is an extract, which has no cover and no contents.
    is_extract: bool,
    cover: CoverWords,
    /// How a draft stands, or that there are warnings.
    standing: Option<String>,
    errors: Option<ErrorsWords>,
    warnings: Option<ErrorsWords>,
    overview: Option<ChapterWords>,
    chapters: Vec<ChapterWords>,
}

#[derive(Clone, Debug, Serialize)]
struct CoverWords {
    title: String,
    title_parts: Vec<String>,
    shops: String,
    /// The title and the shops, short enough to share a line at the head of a page.
    running_title: String,
    running_shops: String,
    /// Version and day of issue, at the foot of every page.
    edition: String,
    goal: Option<String>,
    facts: Vec<FactWords>,
    prepared_by: Option<String>,
    approved_by: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct FactWords {
    label: String,
    value: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct ErrorsWords {
    count: String,
    rows: Vec<ErrorWords>,
    more: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct ErrorWords {
    code: Option<&'static str>,
    message: Vec<Span>,
    others: Option<String>,
    place: Option<String>,
    help: Option<Vec<Span>>,
}

/// A stretch of a message; what it quotes from the file is code.
#[derive(Clone, Debug, Serialize)]
struct Span {
    text: String,
    is_code: bool,
}

#[derive(Clone, Debug, Serialize)]
struct FigureWords {
    label: String,
    value: String,
    unit: String,
    more: Option<String>,
    alert: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ChapterWords {
    id: &'static str,
    number: String,
    title: String,
    what: String,
    is_form: bool,
    /// Whether its title stands at the head of its pages.
    is_long: bool,
    parts: Vec<PartWords>,
}

/// A part of a chapter; the templates of each format know how each kind is written.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", content = "what", rename_all = "lowercase")]
enum PartWords {
    Heading(HeadingWords),
    Lead(String),
    Note(String),
    Prose(String),
    Sources(Vec<SourceWords>),
    SourceList(Vec<String>),
    Lines(Vec<Vec<Words>>),
    Facts(Vec<FactWords>),
    Cards(Vec<FigureWords>),
    Beside(Vec<Vec<PartWords>>),
    Sheet(SheetWords),
    Bands(draw::Bands),
    Chart(Drawing),
    Tree(Drawing),
    Month(Vec<(String, String)>),
}

#[derive(Clone, Debug, Serialize)]
struct SourceWords {
    number: usize,
    text: String,
}

/// Words a whole view.
pub(super) fn page(view: &View<'_>) -> Page {
    pages(view, |_| true)
}

/// The same without what is only drawn or a form: for formats of text alone.
pub(super) fn text_page(view: &View<'_>) -> Page {
    let is_drawn = |part: &Part<'_>| match part {
        Part::Bands(bands) => bands.kind == BandKind::Calendar,
        _ => matches!(part, Part::Chart(_) | Part::Tree(_) | Part::Month(_)),
    };
    pages(view, |chapter| {
        !chapter.parts.iter().all(is_drawn) && !chapter.is_form
    })
}

fn pages(view: &View<'_>, keeps: impl Fn(&Chapter<'_>) -> bool) -> Page {
    let wording = Wording::new(view);
    let chapters = view.chapters.iter().filter(|one| keeps(one)).enumerate();
    Page {
        language: view.language,
        draft: view.draft,
        with_years: view.crosses_years,
        is_extract: !view.only.is_empty(),
        cover: cover(view, &wording),
        standing: view
            .standing
            .as_ref()
            .map(|standing| wording.get(standing).to_owned()),
        errors: view
            .errors
            .as_ref()
            .map(|errors| self::errors(errors, &wording)),
        warnings: warnings(view, &wording),
        overview: view
            .overview
            .as_ref()
            .map(|overview| chapter(0, overview, &wording)),
        chapters: chapters
            .map(|(at, one)| chapter(at + 1, one, &wording))
            .collect(),
    }
}

/// What is probably not meant, in words.
pub(super) fn warnings(view: &View<'_>, wording: &Wording) -> Option<ErrorsWords> {
    view.warnings
        .as_ref()
        .map(|warnings| errors(warnings, wording))
}

fn cover(view: &View<'_>, wording: &Wording) -> CoverWords {
    let cover = &view.cover;
    let text = |text: Option<&str>| text.map(str::to_owned);
    let shops = cover.shops.as_ref().map(|shops| wording.value(shops));
    let shops = shops.unwrap_or_default();
    let edition = cover.edition.as_ref().map(|said| wording.value(said));
    CoverWords {
        title: cover.title.to_owned(),
        running_title: running(cover.title),
        running_shops: running(&shops),
        edition: edition.unwrap_or_default(),
        title_parts: cover
            .title_parts
            .iter()
            .map(|part| (*part).to_owned())
            .collect(),
        shops,
        goal: text(cover.goal),
        facts: cover.facts.iter().map(|one| fact(one, wording)).collect(),
        prepared_by: text(cover.prepared_by),
        approved_by: text(cover.approved_by),
    }
}

/// At most half a line: what is longer is cut.
fn running(text: &str) -> String {
    draw::cut(text, 24)
}

fn fact(fact: &Fact<'_>, wording: &Wording) -> FactWords {
    FactWords {
        label: wording.get(&fact.label).to_owned(),
        value: wording.value(&fact.value),
    }
}

fn errors(errors: &Errors<'_>, wording: &Wording) -> ErrorsWords {
    ErrorsWords {
        count: wording.get(&errors.count).to_owned(),
        rows: errors.rows.iter().map(|row| error(row, wording)).collect(),
        more: errors
            .more
            .as_ref()
            .map(|more| wording.get(more).to_owned()),
    }
}

fn error(row: &ErrorRow<'_>, wording: &Wording) -> ErrorWords {
    let spans = |text| spans(&wording.value(&Value::Words(text)));
    ErrorWords {
        code: row.code,
        message: spans(row.message.clone()),
        others: row.others.as_ref().map(|others| wording.value(others)),
        place: row.place.clone(),
        help: row.help.clone().map(spans),
    }
}

/// The stretches of a message: backticks set off what it quotes.
fn spans(message: &str) -> Vec<Span> {
    let parts = message.split('`').enumerate();
    let spans = parts.map(|(at, text)| Span {
        text: text.to_owned(),
        is_code: at % 2 == 1,
    });
    spans.filter(|span| !span.text.is_empty()).collect()
}

fn figure(figure: &Figure<'_>, wording: &Wording) -> FigureWords {
    FigureWords {
        label: wording.get(&figure.label).to_owned(),
        value: wording.value(&figure.value),
        unit: wording.get(&figure.unit).to_owned(),
        more: figure.more.as_ref().map(|more| wording.value(more)),
        alert: figure.is_alert,
    }
}

fn chapter(number: usize, chapter: &Chapter<'_>, wording: &Wording) -> ChapterWords {
    ChapterWords {
        id: chapter.id,
        number: wording.numeral(number),
        title: wording.get(&chapter.title).to_owned(),
        what: wording.get(&chapter.what).to_owned(),
        is_form: chapter.is_form,
        is_long: chapter.is_long(),
        parts: parts(&chapter.parts, wording),
    }
}

fn parts(parts: &[Part<'_>], wording: &Wording) -> Vec<PartWords> {
    parts.iter().filter_map(|one| part(one, wording)).collect()
}

fn part(part: &Part<'_>, wording: &Wording) -> Option<PartWords> {
    let say = |value: &Value<'_>| wording.value(value);
    Some(match part {
        Part::Heading(text, meta) => PartWords::Heading(sheet::heading(text, meta, wording)),
        Part::Lead(text) => PartWords::Lead(say(text)),
        Part::Note(text) => PartWords::Note(say(text)),
        Part::Prose(text) => PartWords::Prose(say(text)),
        Part::Sources(sources) => PartWords::Sources(
            sources
                .iter()
                .map(|source| SourceWords {
                    number: source.number,
                    text: source.text.to_owned(),
                })
                .collect(),
        ),
        Part::SourceList(list) if list.is_empty() => return None,
        Part::SourceList(list) => {
            PartWords::SourceList(list.iter().map(|source| (*source).to_owned()).collect())
        }
        Part::Lines(lines) => {
            PartWords::Lines(lines.iter().map(|line| sheet::all(line, wording)).collect())
        }
        Part::Facts(facts) => {
            PartWords::Facts(facts.iter().map(|one| fact(one, wording)).collect())
        }
        Part::Cards(figures) => {
            PartWords::Cards(figures.iter().map(|one| figure(one, wording)).collect())
        }
        Part::Beside(columns) => {
            PartWords::Beside(columns.iter().map(|one| parts(one, wording)).collect())
        }
        Part::Sheet(sheet) => PartWords::Sheet(sheet::sheet(sheet, wording)),
        Part::Bands(bands) => PartWords::Bands(draw::bands(bands, wording)),
        Part::Chart(chart) => PartWords::Chart(draw::chart(chart, wording)?),
        Part::Tree(tree) => PartWords::Tree(draw::tree(tree, wording)),
        Part::Month(rows) => PartWords::Month(
            rows.iter()
                .map(|(what, often)| ((*what).to_owned(), say(often)))
                .collect(),
        ),
    })
}
