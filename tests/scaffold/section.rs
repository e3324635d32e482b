use std::path::Path;

use crate::change::{Change, filled, is_plain, read, type_name};

const LIST: &str = "src/plan/mod.rs";

pub(crate) const REST: &str = "\
Left to do:
- the fields of the item, and its words in the list, in both languages
- `SNAPSHOTS=overwrite cargo test --test suite`: rewrites schemas/, the tables of
  docs/plan-language.md and the messages that list all sections; read what changed
- a fixture in tests/fixtures/check/, where a check looks at the section
- optional: a chapter, src/view/ and a word in `chapters!` there; else the document
  shows the section as a table of all its fields";

pub(crate) fn change(
    root: &Path,
    word: &str,
    file: &str,
    item: &str,
    label: &str,
) -> Result<Change, String> {
    is_right(word, file, item)?;
    let gaps = [
        ("__word__", word),
        ("__file__", file),
        ("__Type__", item),
        ("__Variant__", &type_name(word)),
        ("__label__", label),
    ];
    let list = read(root, LIST)?;
    let is_taken =
        list.contains(&format!(" {word} in ")) || list.contains(&format!(": {item} by "));
    if is_taken {
        return Err(format!("{LIST} has a section `{word}` or items `{item}`"));
    }
    let list = with_entry(&list, &filled(ENTRY, &gaps))
        .ok_or_else(|| format!("{LIST} has no `sections!`"))?;
    Ok(Change {
        created: vec![(
            format!("src/plan/{file}.rs"),
            filled(include_str!("section.rs.txt"), &gaps),
        )],
        list: (LIST, list),
    })
}

const ENTRY: &str = r#"    /// `[__word__]`
    __Variant__ __word__ in __file__: __Type__ by Id, (title) [Many] "__label__" "__Variant__, keyed by id."
        "__label__，以编号为键。";
"#;

fn is_right(word: &str, file: &str, item: &str) -> Result<(), String> {
    for word in [word, file] {
        if !is_plain(word, '_') {
            return Err(format!("`{word}` is no key: words in lower case with `_`"));
        }
    }
    if !item.starts_with(|first: char| first.is_ascii_uppercase())
        || !item.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return Err(format!("`{item}` is no name of a type"));
    }
    Ok(())
}

/// The list with an entry more at its end.
fn with_entry(list: &str, entry: &str) -> Option<String> {
    let sections = list.find("\nsections! {\n")?;
    let end = sections + list[sections..].find("\n}\n")? + 1;
    Some(format!("{}{entry}{}", &list[..end], &list[end..]))
}
