//! Mistakes in table headers.

use super::mistake::{Explained, Mistake, Repair};
use crate::diagnostic::text;

impl Mistake<'_> {
    /// A header that is not closed, or that is closed with a space in a key.
    pub(super) fn header(&self) -> Option<Explained> {
        let close = match self.kind() {
            "unclosed table" => "]",
            "unclosed array table" => "]]",
            _ => return None,
        };
        let line = self
            .written()
            .split('#')
            .next()
            .unwrap_or_default()
            .trim_end();
        let end = self.statement().range.start + line.len();
        if line.ends_with(close) {
            return self.spaced_header(line);
        }
        let missing = if line.ends_with(']') { "]" } else { close };
        let finding = self
            .finding(
                self.statement().range.start..end,
                text!(
                    "表头没有结束，缺少 `{missing}`",
                    "the table header is never closed: `{missing}` is missing"
                ),
            )
            .help(text!(
                "在末尾补上 `{missing}`",
                "add `{missing}` at its end"
            ))
            .fix((self.place)(end..end), missing);
        Some((finding, Repair::Mend(vec![(end..end, missing.to_owned())])))
    }

    fn spaced_header(&self, line: &str) -> Option<Explained> {
        let keys = line.trim_matches(['[', ']', ' ']);
        let offset = line.find(keys)?;
        let meant = keys
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("-")
            .to_lowercase();
        if keys.contains(['"', '\'']) || meant == keys {
            return None;
        }
        let start = self.statement().range.start + offset;
        let range = start..start + keys.len();
        let finding = self
            .finding(
                range.clone(),
                text!(
                    "表头 `{keys}` 里有空格",
                    "there is a space in the table header `{keys}`"
                ),
            )
            .help(text!("写成 `{meant}`", "write `{meant}`"))
            .fix((self.place)(range.clone()), meant.clone());
        Some((finding, Repair::Mend(vec![(range, meant)])))
    }
}
