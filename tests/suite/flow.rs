//! Stages use only the stages before them.

use std::path::Path;

use crate::tree_of_files::{files, local, without_tests};

const STAGES: [&str; 12] = [
    "source",
    "library",
    "diagnostic",
    "tree",
    "plan",
    "schema",
    "resolve",
    "analysis",
    "check",
    "view",
    "render",
    "cli",
];

/// The folder of `src/` in which a file stands.
fn stage_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// The stages that a source names as `crate::stage` or in `crate::{…}`.
fn uses(source: &str) -> Vec<&str> {
    let name_end = |text: &str| {
        text.find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(text.len())
    };
    let mut found = Vec::new();
    for rest in source.split("crate::").skip(1) {
        match rest
            .strip_prefix('{')
            .and_then(|list| list.split_once("};"))
        {
            Some((list, _)) => found.extend(
                list.split([',', '{'])
                    .map(|item| item.trim())
                    .map(|item| &item[..name_end(item)]),
            ),
            None => found.push(&rest[..name_end(rest)]),
        }
    }
    found
}

#[test]
fn stages_use_only_the_stages_before_them() {
    let mut backwards = Vec::new();
    for (path, text) in files("src", "rs") {
        let path = local(&path, "src");
        let Some(stage) = STAGES.iter().position(|stage| *stage == stage_of(&path)) else {
            continue;
        };
        for used in uses(without_tests(&text)) {
            if STAGES
                .iter()
                .position(|stage| *stage == used)
                .is_some_and(|used| used > stage)
            {
                backwards.push(format!("src/{path} uses {used}"));
            }
        }
    }
    assert!(
        backwards.is_empty(),
        "a stage uses one after it:\n{}",
        backwards.join("\n")
    );
}

#[test]
fn every_folder_is_a_stage() {
    for (path, _) in files("src", "rs") {
        let path = local(&path, "src");
        let known = ["lib.rs", "main.rs"].contains(&&*path) || STAGES.contains(&stage_of(&path));
        assert!(
            known,
            "src/{path} has no place in the order of the stages: tests/suite/flow.rs"
        );
    }
}

/// The analysis a file belongs to: its folder below `analysis/`, or itself.
fn analysis_of(path: &Path) -> String {
    local(path, "src/analysis")
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
        .to_owned()
}

/// The analyses in the order in which they run: that of their declarations.
fn declared(module: &str) -> Vec<&str> {
    let names = module
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    names.map(|name| name.trim_end_matches(';')).collect()
}

#[test]
fn an_analysis_uses_only_those_before_it() {
    let analyses = files("src/analysis", "rs");
    let is_module = |path: &Path| local(path, "src/analysis") == "mod.rs";
    let (_, module) = analyses.iter().find(|(path, _)| is_module(path)).unwrap();
    let order = declared(module);
    assert!(order.len() > 3, "{order:?}");
    for (path, text) in analyses.iter().filter(|(path, _)| !is_module(path)) {
        let (own, text) = (analysis_of(path), without_tests(text));
        let after = order.iter().skip_while(|name| **name != own).skip(1);
        assert!(order.contains(&&*own), "{} is not declared", path.display());
        for other in after {
            let uses = text.contains(&format!("analysis::{other}"))
                || text.contains(&format!("super::{other}"));
            assert!(
                !uses,
                "{} uses {other}, which runs after it",
                path.display()
            );
        }
    }
}
