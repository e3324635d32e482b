//! The pages of docs/checks/, embedded for `opsplan explain`.

use crate::diagnostic::{Language, Rule};

/// The page of a check.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// What the page is about.
    pub rule: &'static Rule,
    /// The whole page, in both languages.
    pub text: &'static str,
}

impl Page {
    /// The page in one language: headings and paragraphs of the other are left out, code
    /// is kept, and the first lines are in words.
    pub fn in_language(self, language: Language) -> String {
        let english = facts(self.rule, Language::English);
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
            let words = match (line, language) {
                _ if !shown => continue,
                ("## Bad", Language::Chinese) => "## 反例",
                ("## Good", Language::Chinese) => "## 正例",
                _ if line == english => &facts(self.rule, language),
                _ => line,
            };
            out.push_str(words);
            if line.starts_with("# OP") {
                out.push_str(if language == Language::Chinese {
                    "："
                } else {
                    ": "
                });
                out.push_str(self.rule.title.get(language));
            }
            out.push('\n');
        }
        out
    }

    /// The code of the section with a heading: `Bad`, `Good`.
    pub fn example(self, heading: &str) -> Option<&'static str> {
        let section = self
            .text
            .split("\n## ")
            .find(|section| section.starts_with(heading))?;
        let (_, code) = section.split_once("```toml\n")?;
        code.split_once("\n```").map(|(code, _)| code)
    }
}

/// The page of a check. A test sees to it that each has one.
pub fn page(rule: &'static Rule) -> Page {
    let name = format!("{}-{}", rule.code, rule.name);
    let found = PAGES.iter().find(|(page, _)| *page == name);
    Page {
        rule,
        text: found.map_or("", |(_, text)| text),
    }
}

/// What is known of a check without running it, as its page says it in the third line:
/// `error · campaigns · can be allowed`.
pub fn facts(rule: &Rule, language: Language) -> String {
    let severity = rule.severity.label(language);
    let (family, allowed) = match (language, rule.silenceable) {
        (Language::Chinese, true) => (rule.family.label(language).to_owned(), "可以设为例外"),
        (Language::Chinese, false) => (rule.family.label(language).to_owned(), "不能设为例外"),
        (Language::English, true) => (
            format!("{:?}", rule.family).to_lowercase(),
            "can be allowed",
        ),
        (Language::English, false) => (
            format!("{:?}", rule.family).to_lowercase(),
            "cannot be allowed",
        ),
    };
    format!("{severity} · {family} · {allowed}")
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));
