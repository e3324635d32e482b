use std::fs;
use std::path::Path;

use crate::change::{Change, filled, is_plain, read, type_name};

const LIST: &str = "src/check/mod.rs";
const PAGES: &str = "docs/checks";

pub(crate) const REST: &str = "\
Left to do:
- the check, its page in both languages with examples, and its fixture
- `REWRITE=1 cargo test --test suite fixtures`: writes what is found into the fixture;
  read every line";

/// A line of words is broken here.
const WIDTH: usize = 100;

pub(crate) fn change(root: &Path, family: &str, name: &str, code: &str) -> Result<Change, String> {
    is_right(name, code)?;
    is_free(root, name, code)?;
    let word = name.replace('-', "_");
    let list = with_word(&read(root, LIST)?, family, &word)
        .ok_or_else(|| format!("`checks!` in {LIST} has no family `{family}`"))?;
    let family_variant = type_name(family);
    let gaps = [
        ("__CODE__", code),
        ("__NAME__", name),
        ("__family__", family),
        ("__Family__", &family_variant),
    ];
    let file = |path: String, template: &str| (path, filled(template, &gaps));
    Ok(Change {
        created: vec![
            file(
                format!("src/check/{family}/{word}.rs"),
                include_str!("check.rs.txt"),
            ),
            file(
                format!("{PAGES}/{code}-{name}.md"),
                include_str!("check.md.txt"),
            ),
            file(
                format!("tests/fixtures/check/{name}.toml"),
                include_str!("check.toml.txt"),
            ),
        ],
        list: (LIST, list),
    })
}

fn is_right(name: &str, code: &str) -> Result<(), String> {
    let digits = code.strip_prefix("OP").unwrap_or_default();
    if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("`{code}` is no code: OP and three digits"));
    }
    if !is_plain(name, '-') {
        return Err(format!("`{name}` is no name: words in lower case with `-`"));
    }
    Ok(())
}

/// Every check has a page, and retired codes stand on a page of their own.
fn is_free(root: &Path, name: &str, code: &str) -> Result<(), String> {
    let (code_start, name_end) = (format!("{code}-"), format!("-{name}.md"));
    let pages = fs::read_dir(root.join(PAGES))
        .map_err(|error| format!("cannot read `{PAGES}`: {error}"))?;
    for page in pages.flatten() {
        let page = page.file_name().to_string_lossy().into_owned();
        // `OP199-price-above-usual.md`: the name begins after the code.
        let has_name =
            page.len() == code_start.len() - 1 + name_end.len() && page.ends_with(&name_end);
        if page.starts_with(&code_start) || has_name {
            return Err(format!("{PAGES}/{page} has this code or this name"));
        }
    }
    let retired = read(root, &format!("{PAGES}/retired.md"))?;
    if retired.contains(&format!("| {code} |")) {
        return Err(format!("{code} is retired; see {PAGES}/retired.md"));
    }
    Ok(())
}

/// The list with a word more at the end of a family, if there is such a family.
fn with_word(list: &str, family: &str, word: &str) -> Option<String> {
    let checks = list.find("\nchecks! {")?;
    let family = checks + list[checks..].find(&format!("\n    {family} {{"))?;
    let end = family + list[family..].find('}')?;
    let words = list[..end].trim_end();
    let last_line = words.lines().next_back()?;
    let gap = if last_line.len() + 1 + word.len() > WIDTH {
        "\n        "
    } else {
        " "
    };
    Some(format!("{words}{gap}{word}{}", &list[words.len()..]))
}
