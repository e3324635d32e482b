//! The program as its users meet it: what it prints, where, and how it ends.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use opsplan::plan::Section;
use opsplan::plan::value::Choice;
use opsplan::schema::{part, published, text};
use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, str};
use tempfile::TempDir;

/// A plan without any finding.
pub(crate) const CLEAN: &str = "[plan]\ntitle = \"示例\"\nstart = 2026-04-01\nend = 2026-06-30\n";

/// A plan with one error, one warning and one unknown.
pub(crate) const TROUBLED: &str = r#"[plan]
title = "示例"
start = 2026-04-01
end = 2026-06-30

[store]
name = "示例店铺"
platform = "taobao"

[roles]
designer = { title = "美工", headcount = 1 }

[programs.daily-deal]
title = "天天特价"
store = { level = { at_least = "3心" } }
quantity = { at_least = 50, at_most = 300 }

[campaigns.opening]
title = "开业特价"
program = "daily-deal"
quantity = 500

[tasks.photos]
title = "主图拍摄"
"#;

pub(crate) fn opsplan(folder: &Path) -> Command {
    Command::new(cargo_bin!("opsplan"))
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .env_remove("GITHUB_WORKSPACE")
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("LANG", "zh_CN.UTF-8")
}

pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn a_clean_plan_ends_with_zero_and_says_so_on_standard_error() {
    let folder = folder(&[("plan.toml", CLEAN)]);
    opsplan(folder.path())
        .arg("check")
        .assert()
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
已检查 1 份计划：0 个错误，0 个警告，0 项无法判断

"#]]);
}

#[test]
fn findings_show_both_culprits_and_end_with_one() {
    let folder = folder(&[("plan.toml", TROUBLED)]);
    opsplan(folder.path())
        .args(["check", "plan.toml"])
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
OP125 quantity-range  错误

  × 「开业特价」报名 500 件，「天天特价」要求 50–300 件
    ╭─[plan.toml:16:12]
 16 │ quantity = { at_least = 50, at_most = 300 }
    ·            ────────────────┬───────────────
    ·                            ╰── 「天天特价」的规则
    ╰────
    ╭─[plan.toml:21:12]
 21 │ quantity = 500
    ·            ───
    ╰────
  建议：把数量改到 50–300 件，多出的分到下一期

OP040 task-unowned  警告

  ⚠ 任务「主图拍摄」没有负责人
    ╭─[plan.toml:11:1]
...
"#]]);
}

/// A clean plan in which one thing cannot be decided.
fn undecided() -> String {
    TROUBLED
        .replace("quantity = 500", "quantity = 200")
        .replace("[tasks.photos]\ntitle = \"主图拍摄\"\n", "")
}

#[test]
fn quiet_is_silent_but_for_findings() {
    let folder = folder(&[("plan.toml", &undecided())]);
    for format in ["human", "short", "github"] {
        opsplan(folder.path())
            .args(["check", "-q", "--format", format])
            .assert()
            .code(0)
            .stdout_eq("")
            .stderr_eq("");
    }
    fs::write(folder.path().join("plan.toml"), TROUBLED).unwrap();
    let run = opsplan(folder.path())
        .args(["check", "-q"])
        .assert()
        .code(1)
        .stderr_eq("");
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.contains("OP125") && text.contains("OP040"), "{text}");
    assert!(!text.contains("无法判断"), "{text}");
}

#[test]
fn quiet_takes_nothing_from_what_programs_read() {
    let folder = folder(&[("plan.toml", &undecided())]);
    let json = ["check", "--format", "json"];
    let full = opsplan(folder.path()).args(json).assert().code(0);
    let quiet = opsplan(folder.path()).args(json).arg("-q").assert().code(0);
    let text = String::from_utf8(full.get_output().stdout.clone()).unwrap();
    assert!(
        text.contains("OP120"),
        "the level of the shop is unknown: {text}"
    );
    assert_eq!(quiet.get_output().stdout, full.get_output().stdout);
}

#[test]
fn english_messages_are_asked_for_by_flag_or_locale() {
    let folder = folder(&[("plan.toml", TROUBLED)]);
    let expected = str![[r#"
plan.toml:21:12: error OP125 开业特价 signs up 500 pieces; 天天特价 requires 50–300
plan.toml:23:8: warning OP040 the task 主图拍摄 has no owner

"#]];
    let short = ["check", "--format", "short"];
    opsplan(folder.path())
        .args(short)
        .args(["--lang", "en"])
        .assert()
        .code(1)
        .stdout_eq(expected.clone());
    opsplan(folder.path())
        .args(short)
        .env("LC_ALL", "en_US.UTF-8")
        .assert()
        .code(1)
        .stdout_eq(expected);
}

#[test]
fn a_language_may_be_written_as_a_locale() {
    let folder = folder(&[("plan.toml", TROUBLED)]);
    let said = |language| {
        let run = opsplan(folder.path())
            .args(["check", "--lang", language])
            .assert();
        run.code(1).get_output().stdout.clone()
    };
    let (chinese, english) = (said("zh"), said("en"));
    assert_ne!(chinese, english);
    for language in ["zh-CN", "zh_CN"] {
        assert_eq!(said(language), chinese, "{language}");
    }
    for language in ["en-US", "en_US", "en-GB", "en_GB"] {
        assert_eq!(said(language), english, "{language}");
    }
}

#[test]
fn the_fail_level_decides_the_exit_code() {
    let warned = TROUBLED.replace("quantity = 500", "quantity = 200");
    let folder = folder(&[("plan.toml", &warned)]);
    opsplan(folder.path())
        .args(["check", "-q"])
        .assert()
        .code(0);
    opsplan(folder.path())
        .args(["check", "-q", "--fail-on", "warning"])
        .assert()
        .code(1);
}

#[test]
fn standard_input_is_read_and_named() {
    let folder = folder(&[]);
    opsplan(folder.path())
        .args([
            "check",
            "-",
            "--stdin-filename",
            "shop/plan.toml",
            "--format",
            "short",
        ])
        .stdin(TROUBLED)
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
shop/plan.toml:21:12: error OP125 「开业特价」报名 500 件，「天天特价」要求 50–300 件
shop/plan.toml:23:8: warning OP040 任务「主图拍摄」没有负责人

"#]]);
}

#[test]
fn a_folder_means_its_plans_but_not_what_git_ignores() {
    let folder = folder(&[
        ("a/plan.toml", CLEAN),
        ("b/autumn.plan.toml", CLEAN),
        ("b/notes.toml", "x"),
        (".hidden/plan.toml", "x"),
        ("dist/plan.toml", "x"),
        (".gitignore", "/dist\n"),
    ]);
    opsplan(folder.path())
        .args(["check", "."])
        .assert()
        .code(0)
        .stderr_eq(str![[r#"
已检查 2 份计划：0 个错误，0 个警告，0 项无法判断

"#]]);
}

#[test]
fn wrong_use_and_unreadable_input_end_with_two() {
    let folder = folder(&[("empty/notes.txt", ""), ("latin.toml", "")]);
    fs::write(
        folder.path().join("latin.toml"),
        b"[plan]\ntitle = \"\xe9\"\n",
    )
    .unwrap();
    opsplan(folder.path()).arg("chek").assert().code(2);
    opsplan(folder.path())
        .args(["check", "--format", "xml"])
        .assert()
        .code(2);
    opsplan(folder.path())
        .args(["check", "empty"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
已检查 0 份计划：1 个错误，0 个警告，0 项无法判断

"#]]);
    opsplan(folder.path())
        .args(["check", "absent.toml", "--format", "short"])
        .assert()
        .code(2)
        .stdout_eq(str![[r#"
absent.toml:1:1: error OP231 找不到文件 `absent.toml`

"#]]);
    opsplan(folder.path())
        .args(["check", "latin.toml", "--format", "short"])
        .assert()
        .code(2)
        .stdout_eq(str![[r#"
latin.toml:2:10: error OP000 文件 `latin.toml` 第 2 行第 10 列不是 UTF-8 编码，请另存为 UTF-8

"#]]);
}

#[test]
fn errors_before_the_start_obey_the_format() {
    let folder = folder(&[("empty/notes.txt", "")]);
    let run = opsplan(folder.path())
        .args(["check", "empty", "--format", "json"])
        .assert()
        .code(2);
    let output: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(output["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn two_plans_of_one_id_are_an_error() {
    let folder = folder(&[("a/shop/plan.toml", CLEAN), ("b/shop/plan.toml", CLEAN)]);
    opsplan(folder.path())
        .args(["check", ".", "--format", "short"])
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
b/shop/plan.toml:1:1: error OP002 计划编号 `shop` 和 `a/shop/plan.toml` 重复

"#]]);
}

#[test]
fn expired_exceptions_are_judged_on_the_day_asked_for() {
    let excused = TROUBLED.replace(
        "quantity = 500",
        "quantity = 500\nallow = [{ check = \"OP125\", until = 2026-05-01, reason = \"已和小二沟通\" }]",
    );
    let folder = folder(&[("plan.toml", &excused)]);
    let check = ["check", "--format", "short", "--as-of"];
    opsplan(folder.path())
        .args(check)
        .arg("2026-05-01")
        .assert()
        .code(0);
    opsplan(folder.path())
        .args(check)
        .arg("2026-05-02")
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
plan.toml:21:12: error OP125 「开业特价」报名 500 件，「天天特价」要求 50–300 件
plan.toml:22:20: warning OP222 `OP125` 的例外已于 2026-05-01 到期，问题仍在
plan.toml:24:8: warning OP040 任务「主图拍摄」没有负责人

"#]]);
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = folder(&[("plan.toml", TROUBLED)]);
    let stdout = |command: Command| {
        String::from_utf8(command.assert().code(1).get_output().stdout.clone()).unwrap()
    };
    assert!(
        stdout(opsplan(folder.path()).args(["check", "--color", "always"])).contains("\u{1b}[")
    );
    assert!(!stdout(opsplan(folder.path()).arg("check")).contains("\u{1b}["));
}

#[test]
fn explain_finds_a_check_by_code_or_name_and_helps_with_typos() {
    let folder = folder(&[]);
    let by_code = opsplan(folder.path())
        .args(["explain", "op125"])
        .assert()
        .code(0);
    let by_name = opsplan(folder.path())
        .args(["explain", "quantity-range"])
        .assert()
        .code(0);
    assert_eq!(by_code.get_output().stdout, by_name.get_output().stdout);
    let text = String::from_utf8(by_code.get_output().stdout.clone()).unwrap();
    assert!(
        text.contains("## 为什么") && !text.contains("## Why"),
        "{text}"
    );
    opsplan(folder.path())
        .args(["explain", "quantity-rang"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
opsplan: 没有 `quantity-rang` 这项检查，是不是 `quantity-range`？（OP230）

"#]]);
}

#[test]
fn schema_prints_that_of_plans_or_that_of_included_files() {
    let folder = folder(&[]);
    for (args, schema) in [
        (&["schema"][..], published()),
        (&["schema", "plan"], published()),
        (&["schema", "part"], part()),
    ] {
        let run = opsplan(folder.path()).args(args).assert();
        run.code(0).stdout_eq(Data::text(text(schema)).raw());
    }
}

#[test]
fn new_starts_a_plan_that_is_clean_and_touches_nothing_that_is_there() {
    let folder = folder(&[]);
    opsplan(folder.path())
        .args(["new", "店铺"])
        .assert()
        .code(0);
    for file in [
        "plan.toml",
        "plan.schema.json",
        "part.schema.json",
        ".gitignore",
        "tombi.toml",
        ".taplo.toml",
        "README.md",
        ".vscode/settings.json",
    ] {
        assert!(folder.path().join("店铺").join(file).is_file(), "{file}");
    }
    opsplan(folder.path())
        .args(["check", "店铺", "--fail-on", "warning"])
        .assert()
        .code(0);
    fs::write(folder.path().join("店铺/plan.toml"), "mine").unwrap();
    opsplan(folder.path())
        .args(["new", "店铺"])
        .assert()
        .code(2);
    assert_eq!(
        fs::read_to_string(folder.path().join("店铺/plan.toml")).unwrap(),
        "mine"
    );
    opsplan(folder.path())
        .args(["new", "x", "--from", "tmall"])
        .assert()
        .code(2);
}

/// A folder that an editor has been used in.
#[test]
fn new_looks_at_all_its_files_before_it_writes_one() {
    for there in [".vscode/settings.json", "README.md", ".gitignore"] {
        let folder = folder(&[(there, "mine")]);
        opsplan(folder.path())
            .args(["new", ".", "--lang", "en"])
            .assert()
            .code(2)
            .stderr_eq(format!(
                "opsplan: `./{there}` exists already; nothing was changed (OP230)\n"
            ));
        let mut entries = fs::read_dir(folder.path()).unwrap();
        let only = entries.next().unwrap().unwrap().file_name();
        assert!(there.starts_with(only.to_str().unwrap()), "{only:?}");
        assert!(entries.next().is_none());
    }
}

/// A short plan in the language that was asked for, right as it is and with every example.
#[test]
fn new_starts_with_an_example_of_each_section() {
    for (language, title) in [("zh", "店铺运营计划书"), ("en", "Operations plan")] {
        let folder = folder(&[]);
        let run = |args: &[&str]| opsplan(folder.path()).args(args).assert();
        run(&["new", "shop", "--lang", language]).code(0);
        let path = folder.path().join("shop/plan.toml");
        let plan = fs::read_to_string(&path).unwrap();
        assert!(plan.contains(title), "{plan}");
        // A line a section, and what the plan itself says.
        assert!(plan.lines().count() <= Section::ALL.len() + 12, "{plan}");
        for section in Section::ALL {
            let word = section.shape().alone(*section).unwrap_or(section.word());
            assert!(plan.contains(word), "{word}");
        }
        run(&["check", "shop", "--fail-on", "warning"])
            .code(0)
            .stdout_eq("");
        let whole: String = plan
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(example) if example.contains(" = ") => format!("{example}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        fs::write(&path, &whole).unwrap();
        run(&["check", "shop", "--fail-on", "warning"])
            .code(0)
            .stdout_eq("");
    }
}

/// An extract stands beside the document and holds the chapters of its sections alone.
#[test]
fn an_extract_holds_the_sections_that_are_asked_for() {
    let plan = "[plan]\ntitle = \"T\"\n[roles.ops]\ntitle = \"运营\"\nduties = [\"巡店\"]\n\
        [pay.ops]\ntitle = \"运营薪酬\"\nroles = [\"ops\"]\nbase = 5_000\n\
        [risks.late]\ntitle = \"晚到\"\n";
    let folder = folder(&[("shop/plan.toml", plan)]);
    let run = |args: &[&str]| opsplan(folder.path()).args(args).assert();
    run(&["build", "shop", "--only", "roles"]).code(0);
    let files = fs::read_dir(folder.path().join("dist/shop")).unwrap();
    let files: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect();
    assert_eq!(
        files,
        ["roles.html".to_owned(), "roles.md".to_owned()].into()
    );
    let text = fs::read_to_string(folder.path().join("dist/shop/roles.md")).unwrap();
    for said in ["岗位说明书", "巡店", "运营薪酬", "¥5,000"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("晚到"), "{text}");
    run(&["build", "shop", "--only", "role"]).code(2);
}

#[test]
fn build_writes_the_documents_once_and_leaves_foreign_files_alone() {
    let folder = folder(&[("shop/plan.toml", CLEAN)]);
    opsplan(folder.path())
        .args(["build", "shop"])
        .assert()
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
已检查 1 份计划：0 个错误，0 个警告，0 项无法判断
已生成 dist/shop/plan.html
已生成 dist/shop/plan.md
已生成 dist/shop/tasks.md
已生成 dist/shop/tasks.csv

"#]]);
    let html = folder.path().join("dist/shop/plan.html");
    let first = fs::read(&html).unwrap();
    opsplan(folder.path())
        .args(["build", "shop"])
        .assert()
        .code(0);
    assert_eq!(
        fs::read(&html).unwrap(),
        first,
        "the same plan gives the same bytes"
    );
    fs::write(&html, "changed by hand").unwrap();
    opsplan(folder.path())
        .args(["build", "shop"])
        .assert()
        .code(2);
    assert_eq!(fs::read_to_string(&html).unwrap(), "changed by hand");
    opsplan(folder.path())
        .args(["build", "shop", "--force"])
        .assert()
        .code(0);
    assert_eq!(fs::read(&html).unwrap(), first);
    let left_over =
        |entry: &fs::DirEntry| entry.file_name().to_string_lossy().ends_with(".partial");
    assert!(
        !fs::read_dir(folder.path().join("dist/shop"))
            .unwrap()
            .flatten()
            .any(|entry| left_over(&entry))
    );
}

#[test]
fn a_plan_with_errors_is_built_only_as_a_draft() {
    let folder = folder(&[("shop/plan.toml", TROUBLED)]);
    opsplan(folder.path())
        .args(["build", "shop"])
        .assert()
        .code(1);
    assert!(!folder.path().join("dist").exists());
    opsplan(folder.path())
        .args(["build", "shop", "--draft", "--format", "html"])
        .assert()
        .code(1);
    let html = fs::read_to_string(folder.path().join("dist/shop/plan.html")).unwrap();
    assert!(html.contains("草稿") && html.contains("OP125"));
}

#[test]
fn a_folder_that_cannot_be_written_ends_with_two_and_says_why() {
    let folder = folder(&[("shop/plan.toml", CLEAN), ("dist", "a file, not a folder")]);
    opsplan(folder.path())
        .args(["build", "shop"])
        .assert()
        .code(2);
    assert_eq!(
        fs::read_to_string(folder.path().join("dist")).unwrap(),
        "a file, not a folder"
    );
}

#[test]
fn tasks_go_to_standard_output_and_can_be_narrowed() {
    let plan = TROUBLED
        .replace("quantity = 500", "quantity = 200")
        .replace(
            "title = \"主图拍摄\"",
            "title = \"主图拍摄\"\nowners = [\"designer\"]\nstart = 2026-04-08\nduration = \"2d\"",
        );
    let folder = folder(&[("plan.toml", &plan)]);
    let csv = ["tasks", "plan.toml", "--format", "csv", "-q"];
    let all = opsplan(folder.path())
        .args(csv)
        .assert()
        .code(0)
        .get_output()
        .stdout
        .clone();
    assert!(
        all.starts_with("\u{feff}".as_bytes()),
        "a byte-order mark, so that Excel reads it"
    );
    assert_eq!(String::from_utf8(all).unwrap().lines().count(), 2);
    for (narrow, lines) in [
        (["--owner", "美工"], 2),
        (["--from", "2026-04-10"], 1),
        (["--to", "2026-04-08"], 2),
    ] {
        let text = opsplan(folder.path())
            .args(csv)
            .args(narrow)
            .assert()
            .code(0)
            .get_output()
            .stdout
            .clone();
        assert_eq!(
            String::from_utf8(text).unwrap().lines().count(),
            lines,
            "{narrow:?}"
        );
    }
    let wrong = |args: &[&str], why: &'static str| {
        opsplan(folder.path())
            .args(csv)
            .args(args)
            .args(["--lang", "en"])
            .assert()
            .code(2)
            .stdout_eq("")
            .stderr_eq(why);
    };
    wrong(
        &["--owner", "客服"],
        "opsplan: there is no owner `客服`; available: `designer`, `美工` (OP230)\n",
    );
    wrong(
        &["--owner", "desinger"],
        "opsplan: there is no owner `desinger`; did you mean `designer`? (OP230)\n",
    );
    let days = ["--from", "2026-04-10", "--to", "2026-04-08"];
    wrong(
        &days,
        "opsplan: `--from 2026-04-10` comes after `--to 2026-04-08` (OP230)\n",
    );
}

/// What a plan can say must not end a line, move the cursor or turn the reading direction.
#[test]
fn plan_text_cannot_command_the_terminal() {
    let hostile = TROUBLED.replace(
        "title = \"主图拍摄\"",
        "title = \"图\\n::error file=a::x\\u001b[2J\\u0007\\u202e\"",
    );
    let commented = hostile.replace("[tasks.photos]", "# \u{202E}\n[tasks.photos]");
    let folder = folder(&[(
        "plan.toml",
        &commented.replace("[store]", "[store] # \u{1b}[31m"),
    )]);
    for format in ["human", "short", "github"] {
        let output = opsplan(folder.path())
            .args(["check", "--format", format, "--lang", "en"])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            !text.contains(['\u{1b}', '\u{7}', '\u{202E}', '\r']),
            "{format}: {text}"
        );
        assert!(
            !text
                .lines()
                .any(|line| line.trim_start().starts_with("::error file=a")),
            "{format}: {text}"
        );
    }
}

#[cfg(unix)]
#[test]
fn links_lead_neither_writing_nor_reading_astray() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[
        (
            "secret.toml",
            "[roles]\nsecret = { title = \"\", headcount = 1 }\n",
        ),
        ("victim", "mine"),
    ]);
    let including = CLEAN.replace("[plan]", "[plan]\ninclude = [\"inside.toml\"]");
    let folder = folder(&[
        ("plan.toml", CLEAN),
        ("other.plan.toml", &including),
        ("docs/shop/x", ""),
        ("opsplan.toml", ""),
    ]);
    symlink(
        outside.path().join("victim"),
        folder.path().join("docs/shop/.plan.html.partial"),
    )
    .unwrap();
    let named = CLEAN.replace("[plan]", "[plan]\nid = \"shop\"");
    fs::write(folder.path().join("plan.toml"), named).unwrap();
    opsplan(folder.path())
        .args(["build", "plan.toml", "--out", "docs"])
        .assert()
        .code(0);
    assert_eq!(
        fs::read_to_string(outside.path().join("victim")).unwrap(),
        "mine"
    );

    symlink(
        outside.path().join("secret.toml"),
        folder.path().join("inside.toml"),
    )
    .unwrap();
    let output = opsplan(folder.path())
        .args([
            "check",
            "other.plan.toml",
            "--format",
            "short",
            "--lang",
            "en",
        ])
        .output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(
        text.contains("OP220 `inside.toml` lies outside the workspace"),
        "{text}"
    );

    fs::write(
        folder.path().join("other.plan.toml"),
        including.replace("inside", "../outside"),
    )
    .unwrap();
    let output = opsplan(folder.path())
        .args([
            "check",
            "other.plan.toml",
            "--format",
            "short",
            "--lang",
            "en",
        ])
        .output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(
        text.contains("OP220 `../outside.toml` lies outside the workspace"),
        "{text}"
    );
}

#[test]
fn a_task_that_repeats_has_a_row_a_day_if_asked() {
    let plan = "[plan]\ntitle = \"t\"\nlanguage = \"en\"\n[tasks]\n\
        report = { title = \"Report\", start = 2026-04-07, repeat = { every = \"1w\", until = 2026-04-21 } }\n\
        open = { title = \"Open\", start = 2026-04-08, due = 2026-04-09 }\n";
    let folder = folder(&[("plan.toml", plan)]);
    let rows = |args: &[&str]| {
        let csv = ["tasks", "plan.toml", "--format", "csv", "-q"];
        let ended = opsplan(folder.path()).args(csv).args(args).assert().code(0);
        let text = String::from_utf8(ended.get_output().stdout.clone()).unwrap();
        let rows = text.lines().skip(1);
        let rows = rows.map(|row| row.split(',').take(3).collect::<Vec<_>>().join(","));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(rows(&[]).len(), 2);
    let days = [
        "Report,2026-04-07,2026-04-07",
        "Report,2026-04-14,2026-04-14",
        "Report,2026-04-21,2026-04-21",
        "Open,2026-04-08,2026-04-09",
    ];
    assert_eq!(rows(&["--each-day"]), days);
    assert_eq!(rows(&["--each-day", "--from", "2026-04-14"]), days[1..3]);
}

#[test]
fn a_title_alone_is_a_plan() {
    let folder = folder(&[("plan.toml", "[plan]\ntitle = \"开业计划\"\n")]);
    opsplan(folder.path())
        .args(["build", "plan.toml", "-q"])
        .assert()
        .code(0);
    let mut built = fs::read_dir(folder.path().join("dist")).unwrap();
    let built = built.next().unwrap().unwrap().path();
    let page = fs::read_to_string(built.join("plan.md")).unwrap();
    assert!(page.contains("开业计划"), "{page}");
}

#[test]
fn new_starts_from_every_plan_that_is_shipped() {
    let folder = TempDir::new().unwrap();
    let shipped = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/plans")).unwrap();
    for plan in shipped {
        let name = plan.unwrap().file_name().into_string().unwrap();
        opsplan(folder.path())
            .args(["new", &name, "--from", &name])
            .assert()
            .code(0);
        let refused = opsplan(folder.path())
            .args(["new", "x", "--from", "no-such-plan"])
            .assert()
            .code(2);
        let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
        assert!(said.contains(&format!("`{name}`")), "{said}");
    }
}
