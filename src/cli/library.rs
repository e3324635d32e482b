use super::args::Library;
use super::{Outcome, Session};
use crate::diagnostic::{Language, nearest, text};
use crate::library;

pub(super) fn run(args: &Library, session: &Session<'_>) -> Outcome {
    let Some(name) = &args.name else {
        let lines = library::ENTRIES.iter().map(|entry| {
            let about = match (session.language, entry.includable) {
                (Language::Chinese, true) => format!("{}，可包含", entry.about.0),
                (Language::Chinese, false) => entry.about.0.to_owned(),
                (Language::English, true) => format!("{}, to include", entry.about.1),
                (Language::English, false) => entry.about.1.to_owned(),
            };
            format!("{:<22} {about}\n", entry.name)
        });
        return session.print(&lines.collect::<String>());
    };
    match library::entry(name) {
        Some(entry) => session.print(entry.text),
        None => {
            let near = nearest(name, library::ENTRIES.iter().map(|entry| entry.name));
            let near = near.map(|near| format!(" `{near}`?")).unwrap_or_default();
            session.refuse(&text!(
                "规则库里没有 `{name}`{near}",
                "there is no `{name}` in the library{near}"
            ))
        }
    }
}
