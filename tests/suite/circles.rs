//! Files of a folder lean on each other in one direction: no circle of `use super::…`.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree_of_files::{files, local, repository, without_tests};

/// The files of a folder, each with those beside it that it uses; `mod` is the folder's own.
fn uses(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let sources: Vec<(String, String)> = files(folder, "rs")
        .into_iter()
        .map(|(path, text)| (local(&path, folder), without_tests(&text).to_owned()))
        .filter(|(name, _)| !name.contains('/') && name != "tests.rs")
        .map(|(name, text)| (name.trim_end_matches(".rs").to_owned(), text))
        .collect();
    let names: BTreeSet<&str> = sources.iter().map(|(name, _)| name.as_str()).collect();
    let used = |name: &str, text: &str| -> BTreeSet<String> {
        let before = if name == "mod" { "" } else { "super::" };
        let mut used = BTreeSet::new();
        for (at, _) in text.match_indices("super::").filter(|_| name != "mod") {
            let list = &text[at + before.len()..];
            let words = match list.strip_prefix('{').and_then(|list| list.split_once('}')) {
                Some((list, _)) => list.split(',').map(str::trim).collect(),
                None => vec![list],
            };
            for word in words {
                let end = word.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let word = &word[..end.unwrap_or(word.len())];
                if repository(folder).join(word).is_dir() {
                    continue; // A folder of its own.
                }
                used.insert(if names.contains(word) { word } else { "mod" }.to_owned());
            }
        }
        if name == "mod" {
            used.extend(
                names
                    .iter()
                    .filter(|name| **name != "mod")
                    .map(|name| (*name).to_owned()),
            );
        }
        used
    };
    sources
        .iter()
        .map(|(name, text)| (name.clone(), used(name, text)))
        .collect()
}

/// What is left when files that use none of the rest are taken away, again and again.
fn circle(mut uses: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let left: BTreeSet<String> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.values_mut()
            .for_each(|used| used.retain(|name| left.contains(name)));
        uses.retain(|_, used| !used.is_empty());
        if uses.len() == before {
            return uses;
        }
    }
}

#[test]
fn a_circle_is_found() {
    let uses = [("mod", "a"), ("a", "b"), ("b", "a")]
        .map(|(name, used)| (name.to_owned(), [used.to_owned()].into()));
    assert_eq!(circle(uses.into()).len(), 3);
}

#[test]
fn files_of_a_stage_use_each_other_in_one_direction() {
    for folder in ["src/view", "src/resolve", "src/render", "src/render/draw"] {
        let uses = uses(folder);
        assert!(
            uses.len() > 3 && uses["mod"].len() > 2,
            "{folder}: {uses:?}"
        );
        let circle = circle(uses);
        assert!(circle.is_empty(), "{folder}: {circle:#?}");
    }
}
