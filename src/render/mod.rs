//! VIEW → BYTES. Takes a view, words and draws it, gives the bytes of the documents, one file
//! per format; never looks behind the view, never writes a file.

mod csv;
mod days;
mod draw;
mod error;
mod escape;
mod format;
mod html;
mod joined;
mod json;
mod locale;
mod markdown;
mod mermaid;
mod page;
mod sheet;
mod task_list;
mod template;
mod weeks;
mod wording;

pub use error::{RenderError, TemplatePlace};
pub use format::Format;
pub use joined::{TaskList, join};

use crate::plan::value::Choice;
use crate::view::View;

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Artifact {
    fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.into(),
        }
    }
}

/// All documents of one format.
pub fn render(view: &View<'_>, format: Format) -> Result<Vec<Artifact>, RenderError> {
    match format {
        Format::Html => {
            let name = format!("{}.html", stem(view));
            Ok(vec![Artifact::new(&name, html::plan(view)?)])
        }
        Format::Markdown => {
            let name = format!("{}.md", stem(view));
            let plan = Artifact::new(&name, markdown::plan(view)?);
            if !view.only.is_empty() {
                return Ok(vec![plan]);
            }
            Ok(vec![
                plan,
                Artifact::new("tasks.md", markdown::tasks(view)?),
            ])
        }
        Format::Csv | Format::Json if view.only.is_empty() => Ok(vec![tasks(view, format)?]),
        Format::Csv | Format::Json => Ok(Vec::new()),
    }
}

/// An extract does not take the place of the whole document.
fn stem(view: &View<'_>) -> String {
    let sections: Vec<&str> = view.only.iter().map(|section| section.word()).collect();
    match sections[..] {
        [] => "plan".to_owned(),
        _ => sections.join("-"),
    }
}

/// The list of tasks alone, as `md`, `csv` or `json`.
pub fn tasks(view: &View<'_>, format: Format) -> Result<Artifact, RenderError> {
    let list = join(vec![TaskList::new(view, format)?])?;
    Ok(Artifact::new(&format!("tasks.{}", format.word()), list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Language;
    use crate::view::tests::with_view;

    /// A plan whose every text is an attack.
    const EVIL: &str = r#"
[plan]
title = """<script>alert(1)</script> | `x` {{ 7 * 7 }} {% raw %} "</style>" \\n# head"""
start = 2026-04-01
end = 2026-06-30
goal = "a\nb | c"
[store]
name = "<img src=x onerror=alert(1)>"
market = ["- not\n- a list", "<b>"]
[phases.one]
title = "<svg/onload=alert(1)>"
start = 2026-04-01
end = 2026-04-30
focus = ["| a | b |"]
[people."甲"]
name = "=cmd|' /C calc'!A0"
[tasks.one]
title = "=HYPERLINK(\"http://x\") <script>"
owners = ["甲"]
phase = "one"
start = 2026-04-01
due = 2026-04-08
checklist = ["[x](javascript:alert(1))", "]]></script>"]
[tasks.two]
start = 2026-04-09
repeat = { every = "1w" }
after = ["one"]
[events.one]
title = "</text></svg><script>"
start = 2026-05-01
"#;

    fn text(format: Format, language: Language) -> String {
        let artifacts = with_view(EVIL, language, |view| render(view, format))
            .expect("the built-in templates have no mistakes");
        artifacts
            .into_iter()
            .map(|artifact| String::from_utf8(artifact.bytes).expect("all formats are UTF-8"))
            .collect()
    }

    #[test]
    fn text_of_a_plan_is_no_html() {
        for language in [Language::Chinese, Language::English] {
            let page = text(Format::Html, language);
            for tag in ["<script", "<img", "<svg/", "<b>", "</script"] {
                assert!(!page.contains(tag), "{tag}");
            }
            assert_eq!(
                page.matches("<style>").count(),
                page.matches("</style>").count()
            );
            assert!(
                page.contains("{{ 7 * 7 }}") && !page.contains("http-equiv"),
                "text is not a template"
            );
        }
    }

    #[test]
    fn a_page_needs_nothing_from_outside() {
        let page = text(Format::Html, Language::Chinese);
        for reference in [" src=\"", "@import", "url(", "<link"] {
            assert!(!page.contains(reference), "{reference}");
        }
        assert_eq!(
            page.matches(" href=\"").count(),
            page.matches(" href=\"#").count()
        );
    }

    #[test]
    fn text_of_a_plan_is_no_markdown() {
        let page = text(Format::Markdown, Language::Chinese);
        assert!(
            !page.contains('<') || page.replace("<br>", "").matches('<').count() == 0,
            "{page}"
        );
        assert!(!page.contains("[x](javascript"), "{page}");
        assert!(
            !page.contains("\n# head") && !page.contains("\n- a list"),
            "{page}"
        );
        assert!(page.contains("a b \\| c"), "{page}");
    }

    #[test]
    fn text_of_a_plan_is_no_formula() {
        let table = text(Format::Csv, Language::Chinese);
        assert!(table.starts_with('\u{feff}') && table.contains("\r\n"));
        let mut reader =
            ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<_> = reader
            .records()
            .map(|row| row.expect("a well-formed table"))
            .collect();
        assert_eq!(rows.len(), 2);
        assert!(
            rows.iter()
                .flatten()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
            "{rows:?}"
        );
    }

    #[test]
    fn json_has_iso_dates() {
        let list: serde_json::Value =
            serde_json::from_str(&text(Format::Json, Language::English)).expect("it is JSON");
        assert_eq!(list["tasks"][0]["due"]["date"], "2026-04-08");
        assert_eq!(list["tasks"][1]["repeat"]["next"][0], "2026-04-09");
    }

    #[test]
    fn formats_have_words() {
        assert!(
            Format::ALL
                .into_iter()
                .all(|format| Format::from_word(format.word()) == Some(format))
        );
        assert!(with_view(EVIL, Language::English, |view| tasks(view, Format::Html)).is_err());
    }

    /// What a page says of a plan, in one line.
    fn page(plan: &str, language: Language) -> String {
        let artifacts = with_view(plan, language, |view| render(view, Format::Markdown));
        String::from_utf8(artifacts.unwrap()[0].bytes.clone()).unwrap()
    }

    #[test]
    fn a_total_says_whether_it_is_a_least() {
        let total = |months: &str| {
            let plan = format!(
                "[plan]\ntitle = \"T\"\nstart = 2026-04-01\nend = 2026-05-31\n[targets]\n{months}"
            );
            let page = page(&plan, Language::Chinese);
            let mut lines = page.lines();
            let line = lines.find(|line| line.starts_with("| 营业额目标 | "));
            line.map(str::to_owned)
        };
        let both = "2026-04 = { revenue = 100_000 }\n2026-05 = { revenue = 0.5 }\n";
        assert!(total(both).unwrap().contains("| ¥100,000.50 "));
        let least = "2026-04 = { revenue = 100_000 }\n2026-05 = { revenue = { at_least = 1 } }\n";
        assert!(total(least).unwrap().contains("| ≥ ¥100,001 "));
        assert_eq!(
            total("2026-04 = { revenue = 100_000 }\n"),
            None,
            "May says nothing"
        );
        assert!(
            total("2026-Q2 = { revenue = 7 }\n")
                .unwrap()
                .contains("| ¥7 ")
        );
    }

    #[test]
    fn missing_fields_have_plain_words() {
        let plan = r#"
[plan]
title = "T"
[store]
platform = "taobao"
[products.ring]
title = "戒指"
[programs.deal]
store = { level = { at_least = "1钻" } }
item = { sales = { at_least = 10 } }
[campaigns.spring]
program = "deal"
product = "ring"
"#;
        let chinese = page(plan, Language::Chinese);
        assert!(chinese.contains("缺少店铺的等级") && chinese.contains("缺少商品“戒指”的销量"));
        let english = page(plan, Language::English);
        assert!(
            english.contains("without the level of the shop"),
            "{english}"
        );
        assert!(
            english.contains("without the sales of the product “戒指”"),
            "{english}"
        );
    }
}
