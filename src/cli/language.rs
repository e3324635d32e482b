use super::args::Lang;
use crate::diagnostic::Language;

/// The language of messages: as asked, else of the locale. A locale that names another
/// language gets English; one that names none (`C`, `POSIX`) gets Chinese.
pub(super) fn of_messages(asked: Option<Lang>) -> Language {
    asked.map_or_else(
        || of_locale(sys_locale::get_locale().as_deref()),
        Language::from,
    )
}

fn of_locale(locale: Option<&str>) -> Language {
    match locale {
        None | Some("" | "C" | "POSIX") => Language::Chinese,
        Some(locale)
            if locale.starts_with("zh") || locale.starts_with("C.") || locale.starts_with("C-") =>
        {
            Language::Chinese
        }
        Some(_) => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_locale_with_another_language_gets_english() {
        for (locale, language) in [
            (None, Language::Chinese),
            (Some("C.UTF-8"), Language::Chinese),
            (Some("zh-CN"), Language::Chinese),
            (Some("en-GB"), Language::English),
            (Some("de_DE.UTF-8"), Language::English),
        ] {
            assert_eq!(of_locale(locale), language, "{locale:?}");
        }
    }
}
