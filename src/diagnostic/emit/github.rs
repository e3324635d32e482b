use std::fmt::Write;

use super::{Found, short, visible};
use crate::diagnostic::{Diagnostic, Language, Severity};

/// GitHub shows ten annotations a step: the short line is printed beside each.
pub(super) fn emit(found: &Found<'_>, language: Language) -> String {
    found
        .report
        .findings
        .iter()
        .fold(String::new(), |mut out, finding| {
            short::line(&mut out, found, finding, language);
            annotation(&mut out, found, finding, language);
            out
        })
}

fn annotation(out: &mut String, found: &Found<'_>, finding: &Diagnostic, language: Language) {
    let file = found.sources.file(finding.primary.span);
    let (start, end) = (
        file.position(finding.primary.span.start),
        file.position(finding.primary.span.end),
    );
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let path = property(&file.path.display().to_string());
    let title = property(&format!("{} {}", finding.rule.code, finding.rule.name));
    let help = finding
        .help
        .as_ref()
        .map(|help| format!("\n{}", visible::words(help.get(language))));
    let message = data(&format!(
        "{}{}",
        visible::words(finding.message.get(language)),
        help.unwrap_or_default()
    ));
    writeln!(
        out,
        "::{command} file={path},line={},endLine={},col={},endColumn={},title={title}::{message}",
        start.line, end.line, start.column, end.column
    )
    .expect("writing to a string cannot fail");
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_workflow_command_early() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("50%\r\n: x"), "50%25%0D%0A: x");
    }
}
