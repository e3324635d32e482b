use std::fmt::Write;

use super::{Found, visible};
use crate::diagnostic::{Diagnostic, Language};

pub(super) fn emit(found: &Found<'_>, language: Language) -> String {
    found
        .report
        .findings
        .iter()
        .fold(String::new(), |mut out, finding| {
            line(&mut out, found, finding, language);
            out
        })
}

/// `path:line:column: severity CODE message`
pub(super) fn line(out: &mut String, found: &Found<'_>, finding: &Diagnostic, language: Language) {
    let file = found.sources.file(finding.primary.span);
    let place = file.position(finding.primary.span.start);
    let (severity, code) = (finding.severity.word(), finding.rule.code);
    let path = file.path.display().to_string();
    let (path, message) = (
        visible::words(&path),
        visible::line(finding.message.get(language)),
    );
    writeln!(
        out,
        "{path}:{}:{}: {severity} {code} {message}",
        place.line, place.column
    )
    .expect("writing to a string cannot fail");
}
