use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::new::names;
use crate::diagnostic::{Language, Severity, emit};
use crate::plan::Section;
use crate::plan::value::Choice;

/// 校验运营计划，生成运营计划书 · Validates operations plans and renders the plan document
#[derive(Debug, Parser)]
#[command(
    name = "opsplan",
    version,
    propagate_version = true,
    max_term_width = 100,
    after_help = "\
例 Examples:
  opsplan new 我的店铺                    从示例开始 · start from an example
  opsplan check plans/                    校验文件夹里的全部计划 · check every plan below a folder
  opsplan build plan.toml                 生成计划书 · write the documents to dist/
  opsplan explain OP125                   解释一项检查 · explain a check

退出码 Exit codes:
  0 没有问题 clean   1 有问题 findings   2 用法或文件有误 wrong use, unreadable   3 程序故障 fault"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Args)]
pub(super) struct Common {
    /// 消息语言（默认随系统） · Language of messages (default: the locale)
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<Lang>,
    /// 颜色 · Colours
    #[arg(long, global = true, value_enum, default_value_t = ColourChoice::Auto, value_name = "WHEN")]
    pub(super) color: ColourChoice,
    /// 只输出结果和问题 · Print results and findings only
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// 输出更多 · Print more
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

impl Common {
    /// What is known of a command line that cannot be understood.
    pub(super) fn of_glimpse(glimpse: &super::usage::Glimpse) -> Self {
        Self {
            lang: glimpse.lang,
            color: ColourChoice::Auto,
            quiet: false,
            verbose: false,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 从示例新建一份计划 · Start a plan from an example
    New(New),
    /// 校验计划 · Read, validate and check plans
    Check(Check),
    /// 生成计划书和任务表 · Render the documents and task lists
    Build(Build),
    /// 只输出任务表 · Print the task list alone
    Tasks(Tasks),
    /// 解释一项检查 · Explain a check
    Explain(Explain),
    /// 列出全部检查 · List the checks
    Checks(Checks),
    /// 输出 JSON Schema · Print the JSON Schema of plans, or of included files
    Schema(Schema),
    /// 列出内置规则库 · List the built-in rule library, or print an entry
    Library(Library),
}

#[derive(Debug, Args)]
#[command(after_help = "例 Example:\n  opsplan new 我的店铺 --from taobao-nail-tools")]
pub(super) struct New {
    /// 新文件夹 · The folder to create
    pub(super) dir: PathBuf,
    #[arg(long, value_name = "NAME", help = FROM, long_help = format!("{FROM}\n\n{}", names().collect::<Vec<_>>().join(", ")))]
    pub(super) from: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Judging {
    /// 以哪一天为准（判断例外是否过期） · The day that decides what has expired (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<NaiveDate>,
    /// 到哪一级算失败 · The level at which a run fails
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailLevel::Error)]
    pub(super) fail_on: FailLevel,
}

#[derive(Debug, Args)]
#[command(after_help = "\
例 Examples:
  opsplan check
  opsplan check plans/ --fail-on warning --format github
  opsplan check - --stdin-filename plan.toml < plan.toml")]
pub(super) struct Check {
    /// 计划文件或文件夹；`-` 为标准输入 · Plan files or folders; `-` is standard input
    #[arg(default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// 结果格式 · Format of findings
    #[arg(long, alias = "message-format", value_enum, default_value_t = MessageFormat::Human)]
    pub(super) format: MessageFormat,
    /// 标准输入的文件名 · The file name of standard input
    #[arg(long, value_name = "PATH", default_value = "plan.toml")]
    pub(super) stdin_filename: PathBuf,
    /// 也列出只是缺内容的提示 · Also report what is merely missing
    #[arg(long)]
    pub(super) completeness: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
例 Examples:
  opsplan build plan.toml
  opsplan build plans/ --out dist --format html,md
  opsplan build plan.toml --draft --lang en")]
pub(super) struct Build {
    /// 计划文件或文件夹 · Plan files or folders
    #[arg(default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// 输出到哪里 · Where to write
    #[arg(long, default_value = "dist", value_name = "DIR")]
    pub(super) out: PathBuf,
    /// 文档格式 · Formats of documents
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [DocumentFormat::Html, DocumentFormat::Md, DocumentFormat::Csv])]
    pub(super) format: Vec<DocumentFormat>,
    /// 只生成这些章节 · Only the chapters of these sections
    #[arg(long, value_delimiter = ',', value_name = "SECTION", value_parser = sections())]
    pub(super) only: Vec<Section>,
    /// 有错误也生成，标明草稿 · Build in spite of errors, marked as a draft
    #[arg(long)]
    pub(super) draft: bool,
    /// 覆盖不是本程序生成或改动过的文件 · Overwrite files that are not ours or were changed
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// 结果格式 · Format of findings
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

const FROM: &str =
    "从哪个示例开始，不写则从一份短计划开始 · The example to start from (default: a short plan)";

/// The sections of the language by their words.
fn sections() -> impl TypedValueParser<Value = Section> {
    let words = Section::ALL.iter().map(|section| section.word());
    let of = |word: String| Section::ALL.iter().copied().find(|one| one.word() == word);
    PossibleValuesParser::new(words).map(move |word| of(word).expect("one of the words"))
}

#[derive(Debug, Args)]
#[command(after_help = "例 Example:\n  opsplan tasks plan.toml --owner 美工 --from 2026-04-01")]
pub(super) struct Tasks {
    /// 计划文件 · The plan
    #[arg(default_value = "plan.toml")]
    pub(super) path: PathBuf,
    /// 只要这个负责人的 · Only of this owner
    #[arg(long)]
    pub(super) owner: Option<String>,
    /// 从哪天起 · From this day on
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<NaiveDate>,
    /// 到哪天为止 · Up to this day
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<NaiveDate>,
    /// 重复的任务每天列一行 · A row for each day of a task that repeats
    #[arg(long)]
    pub(super) each_day: bool,
    /// 文档格式 · Format
    #[arg(long, value_enum, default_value_t = TaskFormat::Md)]
    pub(super) format: TaskFormat,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// 结果格式 · Format of findings
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// 检查的代码或名称 · Code or name of a check
    pub(super) check: String,
}

#[derive(Debug, Args)]
pub(super) struct Checks {
    /// 格式 · Format
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub(super) format: ListFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "\
例 Examples:
  opsplan schema > plan.schema.json
  opsplan schema part > part.schema.json")]
pub(super) struct Schema {
    /// 哪一种文件的 · Of which kind of file
    #[arg(value_enum, default_value_t = Described::Plan)]
    pub(super) file: Described,
}

#[derive(Debug, Args)]
pub(super) struct Library {
    /// 条目名称 · Name of an entry
    pub(super) name: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// 中文
    #[value(aliases = ["zh-CN", "zh_CN"])]
    Zh,
    /// English
    #[value(aliases = ["en-US", "en_US", "en-GB", "en_GB"])]
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Chinese,
            Lang::En => Self::English,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColourChoice {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailLevel {
    Error,
    Warning,
    Info,
}

impl From<FailLevel> for Severity {
    fn from(level: FailLevel) -> Self {
        match level {
            FailLevel::Error => Self::Error,
            FailLevel::Warning => Self::Warning,
            FailLevel::Info => Self::Info,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    Human,
    Short,
    Json,
    Github,
}

impl From<MessageFormat> for emit::Format {
    fn from(format: MessageFormat) -> Self {
        match format {
            MessageFormat::Human => Self::Human,
            MessageFormat::Short => Self::Short,
            MessageFormat::Json => Self::Json,
            MessageFormat::Github => Self::Github,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    Human,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Described {
    /// 计划文件 · A plan
    Plan,
    /// 被包含的文件 · A file that a plan includes
    Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DocumentFormat {
    Html,
    Md,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TaskFormat {
    Md,
    Csv,
    Json,
}
