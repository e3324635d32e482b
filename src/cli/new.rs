use super::args::New;
use super::output::{self, File};
use super::{Outcome, Session};
use crate::diagnostic::{Language, Text, nearest, text};
use crate::schema;

/// The shipped plans of some names.
macro_rules! shipped {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../../plans/", $name, "/plan.toml"))),)+]
    };
}

/// The examples a plan may start from.
const EXAMPLES: &[(&str, &str)] = &shipped! {
    "tmall-accessories"
    "taobao-nail-tools"
    "taobao-nail-tools-as-written"
    "taobao-daily"
    "taobao-daily-as-written"
    "tmall-staff"
    "tmall-staff-as-written"
    "jd-store"
    "jd-store-as-written"
    "double-shop-2027"
    "double-shop-2027-as-written"
    "tmall-entry"
    "tmall-operations"
    "tmall-operations-as-written"
    "promotion-review"
};

pub(super) fn run(args: &New, session: &Session<'_>) -> Outcome {
    let plan = match args.from.as_deref().map(example) {
        None => starter(session.language).to_owned(),
        Some(Ok(example)) => example.replacen(
            "#:schema ../../schemas/plan.schema.json",
            "#:schema ./plan.schema.json",
            1,
        ),
        Some(Err(why)) => return session.refuse(&why),
    };
    let editor = args.dir.join(".vscode");
    let folders = [(&*args.dir, &*files(&plan)), (&*editor, &*editor_files())];
    if let Err(why) = output::create(&session.disk, &folders) {
        return session.refuse(&why);
    }
    let dir = args.dir.display();
    session.say(&text!(
        "已在 `{dir}` 新建计划。接下来：\n  opsplan check {dir}\n  opsplan build {dir}",
        "a plan has been started in `{dir}`. Next:\n  opsplan check {dir}\n  opsplan build {dir}"
    ));
    Outcome::Clean
}

/// A short plan with an example of each section.
fn starter(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("new/plan.zh-CN.toml"),
        Language::English => include_str!("new/plan.en.toml"),
    }
}

/// What the examples are called.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    EXAMPLES.iter().map(|(name, _)| *name)
}

fn example(from: &str) -> Result<&'static str, Text> {
    let found = EXAMPLES.iter().find(|(name, _)| *name == from);
    found.map(|(_, example)| *example).ok_or_else(|| {
        let known: Vec<String> = names().map(|name| format!("`{name}`")).collect();
        let known = known.join(" ");
        let meant = nearest(from, names())
            .map(|name| format!(" → `{name}`?"))
            .unwrap_or_default();
        text!(
            "没有 `{from}` 这个示例{meant}，可用 {known}",
            "there is no example `{from}`{meant}; available: {known}"
        )
    })
}

fn file(name: &str, text: &str) -> File {
    File {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn files(plan: &str) -> Vec<File> {
    vec![
        file("plan.toml", plan),
        file("plan.schema.json", &schema::text(schema::published())),
        file("part.schema.json", &schema::text(schema::part())),
        file(".gitignore", "dist/\n"),
        file("tombi.toml", TOMBI),
        file(".taplo.toml", TAPLO),
        file("README.md", README),
    ]
}

fn editor_files() -> Vec<File> {
    vec![
        file("settings.json", VSCODE_SETTINGS),
        file("extensions.json", VSCODE_EXTENSIONS),
    ]
}

/// Without a catalogue, nothing is looked up on the network.
const TOMBI: &str = r#"toml-version = "v1.0.0"

[format.rules]
indent-width = 4

[schema.catalog]
paths = []

[[schemas]]
path = "./plan.schema.json"
include = ["plan.toml", "*.plan.toml"]

[[schemas]]
path = "./part.schema.json"
include = ["parts/*.toml"]
"#;

const TAPLO: &str = r#"include = ["plan.toml", "*.plan.toml", "parts/*.toml"]

[[rule]]
include = ["plan.toml", "*.plan.toml"]

[rule.schema]
path = "./plan.schema.json"
enabled = true

[[rule]]
include = ["parts/*.toml"]

[rule.schema]
path = "./part.schema.json"
enabled = true
"#;

const VSCODE_SETTINGS: &str = r#"{
  "evenBetterToml.schema.enabled": true,
  "evenBetterToml.schema.associations": {
    "plan\\.toml$": "./plan.schema.json",
    "parts/[^/]*\\.toml$": "./part.schema.json"
  },
  "[toml]": { "editor.wordWrap": "on" }
}
"#;

const VSCODE_EXTENSIONS: &str = r#"{
  "recommendations": ["tombi-toml.tombi"]
}
"#;

const README: &str = "\
# 运营计划 · Operations plan

- `plan.toml`：计划本身，用任何文本编辑器修改；VS Code 装上 Tombi 插件后有提示和校验。
- 内容多了可以分成几个文件，放在 `parts/` 里，由 `[plan] include = [\"parts/team.toml\"]` 合在一起；
  文件第一行写 `#:schema ../part.schema.json`，同样有提示。
- `opsplan check`：校验计划，指出互相矛盾的地方。
- `opsplan build`：在 `dist/` 里生成计划书（`plan.html`，可打印成 PDF）和任务表。

The plan is `plan.toml`. `opsplan check` finds what contradicts itself, `opsplan build`
writes the document and the task lists into `dist/`. Files that it includes stand in `parts/`
and begin with `#:schema ../part.schema.json`.
";
