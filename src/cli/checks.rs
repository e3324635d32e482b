use serde_json::json;

use super::args::{Checks, ListFormat};
use super::{Outcome, Session};
use crate::check;
use crate::diagnostic::{Family, Language, Rule};

pub(super) fn run(args: &Checks, session: &Session<'_>) -> Outcome {
    let rules = check::rules();
    session.print(&match args.format {
        ListFormat::Human => table(&rules, session.language),
        ListFormat::Json => machine(&rules, session.language),
    })
}

fn table(rules: &[&Rule], language: Language) -> String {
    let mut out = String::new();
    for family in Family::ALL {
        let of_family: Vec<_> = rules.iter().filter(|rule| rule.family == family).collect();
        if of_family.is_empty() {
            continue;
        }
        out += &format!("{}\n", family.label(language));
        for rule in of_family {
            let (code, name, title) = (rule.code, rule.name, rule.title.get(language));
            let severity = rule.severity.label(language);
            let always = if rule.silenceable { " " } else { "!" };
            out += &format!("  {code}{always} {severity:<7} {name:<24} {title}\n");
        }
    }
    out += match language {
        Language::Chinese => {
            "\n带 ! 的检查不能设为例外。用 `opsplan explain 代码` 看说明和例子。\n"
        }
        Language::English => {
            "\nChecks with ! cannot be allowed. `opsplan explain CODE` tells why one matters, with examples.\n"
        }
    };
    out
}

fn machine(rules: &[&Rule], language: Language) -> String {
    let list: Vec<_> = rules
        .iter()
        .map(|rule| {
            json!({
                "code": rule.code,
                "name": rule.name,
                "family": rule.family,
                "severity": rule.severity,
                "silenceable": rule.silenceable,
                "title": rule.title.get(language),
            })
        })
        .collect();
    format!("{:#}\n", json!(list))
}
