//! What is wrong with a command line, in both languages and in the format that was asked for:
//! clap knows English and text only.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Lang, MessageFormat};
use super::findings::Stream;
use crate::diagnostic::{Language, Text, text};

/// What can be told of a command line that cannot be understood whole.
pub(super) struct Glimpse {
    pub(super) lang: Option<Lang>,
    pub(super) format: MessageFormat,
    pub(super) stream: Stream,
    command: Option<String>,
}

/// The commands by whose words a format of findings is known.
const COMMANDS: [&str; 8] = [
    "new", "check", "build", "tasks", "explain", "checks", "schema", "library",
];

impl Glimpse {
    pub(super) fn of(arguments: &[OsString]) -> Self {
        let words: Vec<&str> = arguments
            .iter()
            .skip(1)
            .filter_map(|word| word.to_str())
            .collect();
        let command = words.iter().find(|word| COMMANDS.contains(word)).copied();
        let checks = command == Some("check");
        let format = value::<MessageFormat>(&words, "--message-format");
        let format = format.or_else(|| value(&words, "--format").filter(|_| checks));
        Self {
            lang: value(&words, "--lang"),
            format: format.unwrap_or(MessageFormat::Human),
            stream: if checks {
                Stream::Output
            } else {
                Stream::Error
            },
            command: command.map(str::to_owned),
        }
    }

    /// Where the usage is told.
    pub(super) fn help(&self) -> Text {
        let command = self.command.as_ref().map(|command| format!(" {command}"));
        let command = command.unwrap_or_default();
        text!(
            "用法见 `opsplan{command} --help`",
            "see `opsplan{command} --help`"
        )
    }
}

/// The value of an option, if it is a right one.
fn value<T: ValueEnum>(words: &[&str], option: &str) -> Option<T> {
    let mut words = words.iter();
    let found = words.find_map(|word| match word.strip_prefix(option) {
        Some("") => Some(None),
        Some(rest) => rest.strip_prefix('=').map(Some),
        None => None,
    })?;
    let word = match found {
        Some(word) => word,
        None => words.next()?,
    };
    T::from_str(word, false).ok()
}

/// What is wrong, in words.
pub(super) fn why(error: &clap::Error) -> Text {
    let said = |kind| error.get(kind).map(words).unwrap_or_default();
    let (argument, value) = (
        said(ContextKind::InvalidArg),
        said(ContextKind::InvalidValue),
    );
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let meant = said(ContextKind::SuggestedArg);
            text!("没有 {argument} 这个选项", "there is no option {argument}").meaning(&meant)
        }
        ErrorKind::InvalidSubcommand => {
            let command = said(ContextKind::InvalidSubcommand);
            // The nearest comes last.
            let meant = said(ContextKind::SuggestedSubcommand);
            let meant = meant.split(' ').next_back().unwrap_or_default();
            text!("没有 {command} 这个命令", "there is no command {command}").meaning(meant)
        }
        ErrorKind::InvalidValue if matches!(&*value, "" | "``") => {
            text!("{argument} 后面没有写值", "{argument} has no value")
        }
        ErrorKind::InvalidValue => {
            let known = said(ContextKind::ValidValue);
            text!(
                "{argument} 不能是 {value}，可以是 {known}",
                "{argument} cannot be {value}; it may be {known}"
            )
        }
        ErrorKind::ValueValidation if argument.contains("<DATE>") => text!(
            "{argument} 不能是 {value}，日期要写成 `2026-04-01` 这样",
            "{argument} cannot be {value}: a day is written like `2026-04-01`"
        ),
        ErrorKind::MissingRequiredArgument => {
            text!("缺少 {argument}", "{argument} is missing")
        }
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == argument => {
                text!("{argument} 只能写一次", "{argument} may be given only once")
            }
            prior => text!(
                "{argument} 与 {prior} 只能写一个",
                "only one of {argument} and {prior} may be given"
            ),
        },
        _ => {
            let text = error.render().to_string();
            let line = text
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches("error: ");
            text!("命令行有误：{line}", "the command line is wrong: {line}")
        }
    }
}

/// A value that clap tells beside an error, quoted.
fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => format!("`{word}`"),
        ContextValue::Strings(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(" ")
        }
        _ => String::new(),
    }
}

impl Text {
    /// The message with the word that was probably meant, if there is one.
    fn meaning(self, meant: &str) -> Self {
        if meant.is_empty() {
            return self;
        }
        let (zh, en) = (self.zh, self.en);
        text!("{zh}，是不是 {meant}？", "{en}; did you mean {meant}?")
    }
}

impl Glimpse {
    pub(super) fn language(&self) -> Language {
        super::language::of_messages(self.lang)
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::args::Arguments;
    use super::*;

    fn glimpse(line: &str) -> Glimpse {
        Glimpse::of(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn format_and_language_are_known_although_the_rest_is_wrong() {
        let build = glimpse("opsplan build x --message-format=json --format pdf --lang en");
        assert_eq!(
            (build.format, build.lang),
            (MessageFormat::Json, Some(Lang::En))
        );
        assert_eq!(build.stream, Stream::Error);
        let check = glimpse("opsplan --lang zh check --format short --wrong");
        assert_eq!(
            (check.format, check.stream),
            (MessageFormat::Short, Stream::Output)
        );
        assert_eq!(
            glimpse("opsplan tasks --format json --x").format,
            MessageFormat::Human
        );
        assert_eq!(
            glimpse("opsplan check --format").format,
            MessageFormat::Human
        );
    }

    #[test]
    fn every_mistake_is_told_in_both_languages() {
        for (line, chinese, english) in [
            (
                "check --fromat json",
                "没有 `--fromat` 这个选项，是不是 `--format`？",
                "there is no option `--fromat`; did you mean `--format`?",
            ),
            (
                "chek",
                "没有 `chek` 这个命令，是不是 `check`？",
                "there is no command `chek`; did you mean `check`?",
            ),
            (
                "check --lang fr",
                "`--lang <LANG>` 不能是 `fr`，可以是 `zh` `en`",
                "`--lang <LANG>` cannot be `fr`; it may be `zh` `en`",
            ),
            (
                "check --lang",
                "`--lang <LANG>` 后面没有写值",
                "`--lang <LANG>` has no value",
            ),
            (
                "check --as-of 2026-13-01",
                "`--as-of <DATE>` 不能是 `2026-13-01`，日期要写成 `2026-04-01` 这样",
                "`--as-of <DATE>` cannot be `2026-13-01`: a day is written like `2026-04-01`",
            ),
            ("explain", "缺少 `<CHECK>`", "`<CHECK>` is missing"),
            (
                "check --lang zh --lang en",
                "`--lang <LANG>` 只能写一次",
                "`--lang <LANG>` may be given only once",
            ),
        ] {
            let words = std::iter::once("opsplan").chain(line.split(' '));
            let error = Arguments::try_parse_from(words).expect_err("the line is wrong");
            let why = why(&error);
            assert_eq!((&*why.zh, &*why.en), (chinese, english), "{line}");
        }
    }
}
