//! The pages of docs/checks/, embedded for `opsplan explain`.

use crate::diagnostic::{Language, Rule};

/// The page of a check.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The whole page, in both languages.
    pub text: &'static str,
}

impl Page {
    /// The page in one language: headings and paragraphs of the other are left out, code
    /// is kept.
    pub fn in_language(self, language: Language) -> String {
        let mut out = String::new();
        let mut shown = true;
        for line in self.text.lines() {
            if let Some(heading) = line.strip_prefix("## ") {
                shown = match heading {
                    "为什么" => language == Language::Chinese,
                    "Why" => language == Language::English,
                    _ => true,
                };
            }
            if shown {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }

    /// The code of the section with a heading: `Bad`, `Good`.
    pub fn example(self, heading: &str) -> Option<&'static str> {
        let section = self.text.split("\n## ").find(|section| section.starts_with(heading))?;
        let (_, code) = section.split_once("```toml\n")?;
        code.split_once("\n```").map(|(code, _)| code)
    }
}

/// The page of a check. A test sees to it that each has one.
pub fn page(rule: &Rule) -> Page {
    let name = format!("{}-{}", rule.code, rule.name);
    let found = PAGES.iter().find(|(page, _)| *page == name);
    Page { text: found.map_or("", |(_, text)| text) }
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));
