use std::io::{IsTerminal, Write, stderr};

use super::Session;
use crate::diagnostic::Language;

/// How far a long run has come, on one line of a terminal; nothing anywhere else.
pub(super) struct Progress {
    total: usize,
    language: Language,
    is_wanted: bool,
    is_shown: bool,
}

/// Runs of fewer plans are over before anybody reads the line.
const FEWEST: usize = 100;

/// Takes the line away again.
const CLEAR: &str = "\r\u{1b}[2K";

impl Progress {
    pub(super) fn new(session: &Session<'_>, total: usize) -> Self {
        let is_wanted = total >= FEWEST
            && !session.common.quiet
            && stderr().is_terminal()
            && !super::disk::is_dumb();
        Self {
            total,
            language: session.language,
            is_wanted,
            is_shown: false,
        }
    }

    pub(super) fn show(&mut self, done: usize) {
        if self.is_wanted {
            self.is_shown = true;
            let line = line(done, self.total, self.language);
            let _ = write!(stderr().lock(), "{CLEAR}{line}");
        }
    }

    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            let _ = write!(stderr().lock(), "{CLEAR}");
        }
    }
}

fn line(done: usize, total: usize, language: Language) -> String {
    let full = done * 20 / total.max(1);
    let bar = "█".repeat(full) + &"░".repeat(20 - full.min(20));
    match language {
        Language::Chinese => format!("{bar} {done}/{total} 份计划"),
        Language::English => format!("{bar} {done}/{total} plans"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_at_every_step() {
        for done in 0..=300 {
            let line = line(done, 300, Language::Chinese);
            assert_eq!(
                line.split(' ').next().map(|bar| bar.chars().count()),
                Some(20)
            );
        }
        assert_eq!(
            line(1, 3, Language::English),
            "██████░░░░░░░░░░░░░░ 1/3 plans"
        );
    }
}
