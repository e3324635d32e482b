use std::fs;
use std::path::Path;

/// New files, and the list that gets an entry more. Paths are relative to the project.
pub(crate) struct Change {
    pub(crate) created: Vec<(String, String)>,
    pub(crate) list: (&'static str, String),
}

impl Change {
    /// Writes everything, or nothing where a file is there already.
    pub(crate) fn write(self, root: &Path) -> Result<Vec<String>, String> {
        for (path, _) in &self.created {
            if root.join(path).exists() {
                return Err(format!("`{path}` is there already"));
            }
        }
        let (list, with_entry) = self.list;
        let changed = self
            .created
            .into_iter()
            .chain([(list.to_owned(), with_entry)]);
        changed
            .map(|(path, text)| write_file(root, &path, &text).map(|()| path))
            .collect()
    }
}

fn write_file(root: &Path, path: &str, text: &str) -> Result<(), String> {
    let file = root.join(path);
    let folder = file.parent().unwrap_or(root);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| format!("cannot write `{path}`: {error}"))
}

pub(crate) fn read(root: &Path, path: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("cannot read `{path}`: {error}"))
}

/// A template with words in the place of its gaps.
pub(crate) fn filled(template: &str, gaps: &[(&str, &str)]) -> String {
    gaps.iter().fold(template.to_owned(), |text, (gap, word)| {
        text.replace(gap, word)
    })
}

/// Whether a word is parts of lower-case letters and digits, which begin with a letter.
pub(crate) fn is_plain(word: &str, separator: char) -> bool {
    let part_is_plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.split(separator).all(part_is_plain)
}

/// `sales_days` as the name of a type or variant: `SalesDays`.
pub(crate) fn type_name(word: &str) -> String {
    let capitalised = |part: &str| part[..1].to_ascii_uppercase() + &part[1..];
    word.split('_').map(capitalised).collect()
}
