//! Runs as terminals, CI and programs meet them: whatever happens, findings reach whoever asked
//! for them, in the form that was asked for.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use opsplan::check;
use serde_json::Value as Json;
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::cli::{CLEAN, TROUBLED, folder, opsplan};

struct Ended {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs a command line in a folder.
fn run(folder: &TempDir, line: &str) -> Ended {
    ended(opsplan(folder.path()).args(line.split(' ')))
}

fn ended(command: Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The one JSON value of a stream, as its schema says.
fn json(text: &str) -> Json {
    let value: Result<Json, _> = serde_json::from_str(text);
    assert!(value.is_ok(), "{value:?}: {text}");
    let value = value.unwrap();
    let schema: Json =
        serde_json::from_str(include_str!("../../schemas/findings.schema.json")).unwrap();
    let errors = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = errors
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    value
}

fn codes(value: &Json) -> Vec<&str> {
    let findings = value["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect()
}

#[test]
fn findings_for_programs_are_one_json_value_whatever_happens() {
    let folder = folder(&[
        ("good/plan.toml", CLEAN),
        ("bad/plan.toml", TROUBLED),
        ("empty/notes.txt", ""),
        ("taken/dist/good/plan.html", "mine"),
        ("taken/good/plan.toml", CLEAN),
    ]);
    for (line, code, expected) in [
        ("build good", 0, vec![]),
        ("build good -q", 0, vec![]),
        ("build bad", 1, vec!["OP125", "OP040"]),
        ("build bad --draft", 1, vec!["OP125", "OP040"]),
        ("build taken/good --out taken/dist", 2, vec!["OP232"]),
        ("build good --out good/plan.toml", 2, vec!["OP232"]),
        ("build empty", 2, vec!["OP231"]),
        ("build absent good", 2, vec!["OP231"]),
        ("build good --format pdf", 2, vec!["OP230"]),
        ("build good --outt x", 2, vec!["OP230"]),
        ("tasks good -q", 0, vec![]),
        ("tasks empty", 2, vec!["OP231"]),
        ("tasks good --owner 无人", 2, vec!["OP230"]),
        (
            "tasks good --from 2026-05-01 --to 2026-04-01",
            2,
            vec!["OP230"],
        ),
        ("tasks good --from 2026-04-31", 2, vec!["OP230"]),
    ] {
        for lang in ["zh", "en"] {
            let ended = run(
                &folder,
                &format!("{line} --message-format json --lang {lang}"),
            );
            let value = json(&ended.stderr);
            assert_eq!(
                (ended.code, codes(&value)),
                (code, expected.clone()),
                "{line}"
            );
            let says_chinese = ended
                .stderr
                .contains(|letter| ('一'..='龥').contains(&letter));
            assert!(
                lang == "zh" || !says_chinese || line.contains("bad") || line.contains("无人"),
                "{}",
                ended.stderr
            );
            if !line.starts_with("tasks good") {
                assert_eq!(ended.stdout, "", "{line}");
            }
        }
    }
    for (line, code, expected) in [
        ("check good", 0, vec![]),
        (
            "check good empty bad absent.toml",
            2,
            vec!["OP231", "OP125", "OP040", "OP231"],
        ),
        ("check good --as-of 2026-13-01", 2, vec!["OP230"]),
        ("check good --lang", 2, vec!["OP230"]),
    ] {
        let ended = run(&folder, &format!("{line} --format json"));
        assert_eq!(
            (ended.code, codes(&json(&ended.stdout))),
            (code, expected),
            "{line}"
        );
    }
}

#[test]
fn what_is_asked_for_is_named_in_every_format() {
    let folder = folder(&[("empty/notes.txt", "")]);
    for (path, zh, en) in [
        ("empty", "`empty` 里没有 `plan.toml`", "below `empty`"),
        (
            "absent.toml",
            "找不到文件 `absent.toml`",
            "there is no file `absent.toml`",
        ),
    ] {
        for format in ["human", "short", "github"] {
            for (lang, words) in [("zh", zh), ("en", en)] {
                let line = format!("check {path} --format {format} --lang {lang}");
                let ended = run(&folder, &line);
                assert_eq!(ended.code, 2, "{line}");
                assert!(ended.stdout.contains(words), "{line}: {}", ended.stdout);
                assert!(ended.stdout.contains("OP231"), "{line}: {}", ended.stdout);
            }
        }
        let ended = run(&folder, &format!("check {path} --format json"));
        assert_eq!(json(&ended.stdout)["findings"][0]["path"], path);
    }
    let ended = run(&folder, "check --fromat json --lang zh");
    assert_eq!(ended.code, 2);
    assert_eq!(
        ended.stderr,
        "opsplan: 没有 `--fromat` 这个选项，是不是 `--format`？（OP230）\n  用法见 `opsplan check --help`\n"
    );
}

#[test]
fn codes_of_runs_can_be_explained_but_not_allowed() {
    let folder = folder(&[]);
    for code in ["OP224", "OP230", "OP231", "OP232", "OP233"] {
        assert_eq!(run(&folder, &format!("explain {code}")).code, 0, "{code}");
        assert!(!check::rule(code).unwrap().silenceable, "{code}");
    }
}

#[test]
fn tasks_of_several_plans_are_one_list() {
    let plan = |title: &str| {
        format!(
            "{CLEAN}\n[people]\nlin = {{ name = \"小林\" }}\n[tasks.{title}]\ntitle = \"{title}\"\nowners = [\"lin\"]\nstart = 2026-04-01\ndue = 2026-04-02\n"
        )
    };
    let folder = folder(&[
        ("shops/a/plan.toml", &plan("photos")),
        ("shops/b/plan.toml", &plan("video")),
        ("bad/plan.toml", TROUBLED),
    ]);
    let list = run(&folder, "tasks shops --format json -q");
    let list: Json = serde_json::from_str(&list.stdout).unwrap();
    assert_eq!(list["plans"].as_array().unwrap().len(), 2);
    let of = |at: usize| {
        (
            list["tasks"][at]["plan"].as_str(),
            list["tasks"][at]["id"].as_str(),
        )
    };
    assert_eq!(
        (of(0), of(1)),
        ((Some("a"), Some("photos")), (Some("b"), Some("video")))
    );
    let table = run(&folder, "tasks shops --format csv -q").stdout;
    let starts: Vec<&str> = table
        .lines()
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(starts, ["\u{feff}计划", "a", "b"]);
    let page = run(&folder, "tasks shops --format md -q").stdout;
    assert!(page.contains("photos") && page.contains("video"));
    let both = run(&folder, "tasks . --format json -q --lang en");
    assert_eq!(
        both.code, 1,
        "a plan with errors takes nothing from the others"
    );
    let list: Json = serde_json::from_str(&both.stdout).unwrap();
    assert_eq!(list["tasks"].as_array().unwrap().len(), 2);
}

/// A name may hold what moves the cursor; no line that is printed may.
#[test]
fn every_line_that_is_printed_is_escaped() {
    let evil = "\u{1b}[2J\u{202e}";
    let named = "[people.lin]\nname = \"小\\u001B[2J\\u001B[31m林\"\n\n[tasks.photos]\nowners = [\"lin\"]\ntitle = \"主图\"\n";
    let plan = format!("{CLEAN}\n{named}");
    let folder = folder(&[("plan.toml", &plan), (&format!("{evil}/plan.toml"), CLEAN)]);
    let lines: [&[&str]; 9] = [
        &["tasks", "plan.toml", "--owner", "小林2"],
        &["tasks", "plan.toml", "--owner", evil],
        &["build", evil],
        &["check", &format!("{evil}x")],
        &["explain", evil],
        &["library", evil],
        &["new", "x", "--from", evil],
        &["check", &format!("--{evil}")],
        &[evil],
    ];
    for line in lines {
        for lang in ["zh", "en"] {
            let ended = ended(opsplan(folder.path()).args(line).args(["--lang", lang]));
            let said = ended.stdout + &ended.stderr;
            assert!(!said.contains(['\u{1b}', '\u{202e}']), "{line:?}: {said:?}");
        }
    }
}

#[test]
fn nothing_of_a_plan_is_a_command_of_a_runner() {
    let folder = folder(&[
        ("##[error]x/::error::y.plan.toml", TROUBLED),
        (
            "plan.toml",
            &TROUBLED.replace("主图拍摄", "##[stop-commands]t ###[error] ::error::z"),
        ),
    ]);
    let commands = ["::error file=", "::warning file="];
    for format in ["human", "short", "json", "github"] {
        for line in [
            format!("check . --format {format}"),
            format!("check . --format {format} --completeness --lang en"),
            format!("build . --draft --message-format {format}"),
        ] {
            let ended = run(&folder, &line);
            for text in [ended.stdout, ended.stderr] {
                assert!(!text.contains("##["), "{line}: {text}");
                let is_stray = |line: &&str| {
                    line.trim_start().starts_with("::")
                        && !(format == "github"
                            && commands.iter().any(|command| line.starts_with(command)))
                };
                assert_eq!(text.lines().find(is_stray), None, "{line}");
            }
        }
    }
}

/// Whoever has no plan yet is told how to get one.
#[test]
fn paths_without_a_plan_say_what_to_do() {
    let folder = folder(&[
        ("other/notes.txt", ""),
        ("empty.toml", ""),
        ("comments.toml", "# 以后再写\n"),
    ]);
    fs::write(
        folder.path().join("计划.docx"),
        b"PK\x03\x04\x14\0\x06\0\xdf\xa4",
    )
    .unwrap();
    let mut said = String::new();
    for path in [
        "other",
        "计划.docx",
        "absent.toml",
        "empty.toml",
        "comments.toml",
    ] {
        for lang in ["zh", "en"] {
            said += &run(&folder, &format!("check {path} --lang {lang} -q")).stdout;
        }
    }
    snapbox::assert_data_eq!(
        said,
        snapbox::str![[r#"
OP231 path-unusable  错误

  × `other` 里没有 `plan.toml` 或 `*.plan.toml`
  建议：计划的文件名不同时，写出文件名；要新建一份计划，运行 `opsplan new 我的店铺`

OP231 path-unusable  error

  × there is no `plan.toml` or `*.plan.toml` below `other`
  help: name the file if the plan is called otherwise; `opsplan new my-shop` starts one

OP231 path-unusable  错误

  × `计划.docx` 不是文本文件；Word、Excel、PDF 和图片无法读取
  建议：运行 `opsplan new 我的店铺` 新建一份计划，再把内容写进 `plan.toml`

OP231 path-unusable  error

  × `计划.docx` is not a text file: Word, Excel and PDF documents and pictures cannot be read
  help: start a plan by `opsplan new my-shop`, and write its contents into `plan.toml`

OP231 path-unusable  错误

  × 找不到文件 `absent.toml`
  建议：检查路径和文件名；要新建一份计划，运行 `opsplan new 我的店铺`

OP231 path-unusable  error

  × there is no file `absent.toml`
  help: look at the path and the name; `opsplan new my-shop` starts a plan

OP001 unknown-key-or-type  错误

  × 文件里还没有内容；`#` 开头的行只是说明
  建议：在文件开头写 `[plan]`，下一行写 `title = "运营计划"`

OP001 unknown-key-or-type  error

  × there is nothing in this file yet; lines that begin with `#` are comments
  help: begin the file with `[plan]`, and on the next line `title = "Operations plan"`

OP001 unknown-key-or-type  错误

  × 文件里还没有内容；`#` 开头的行只是说明
   ╭─[comments.toml:1:1]
 1 │ # 以后再写
   · ▲
   ╰────
  建议：在文件开头写 `[plan]`，下一行写 `title = "运营计划"`

OP001 unknown-key-or-type  error

  × there is nothing in this file yet; lines that begin with `#` are comments
   ╭─[comments.toml:1:1]
 1 │ # 以后再写
   · ▲
   ╰────
  help: begin the file with `[plan]`, and on the next line `title = "Operations plan"`


"#]]
    );
}

#[test]
fn nothing_of_a_task_list_is_a_command_of_a_runner() {
    let evil = "::error::x ##[error]y `##[group]z`";
    let tasks = format!(
        "[tasks.a]\ntitle = \"{evil}\"\nnote = \"\"\"\n一\n{evil}\n  {evil}\n\"\"\"\n\
         checklist = [\"{evil}\"]\nallow = [{{ check = \"OP040\", reason = \"{evil}\" }}]\n"
    );
    let folder = folder(&[("plan.toml", &format!("{CLEAN}\n{tasks}"))]);
    for format in ["csv", "md", "json"] {
        for lang in ["zh", "en"] {
            let line = format!("tasks plan.toml --format {format} --lang {lang}");
            let ended = run(&folder, &line);
            assert!(ended.stdout.contains("error"), "{line}: {}", ended.stderr);
            assert!(!ended.stdout.contains("##["), "{line}: {}", ended.stdout);
            let is_command = |line: &&str| line.trim_start().starts_with("::");
            assert_eq!(ended.stdout.lines().find(is_command), None, "{line}");
        }
    }
}

#[test]
fn paths_for_github_are_those_of_the_repository() {
    let folder = folder(&[
        (".git/HEAD", ""),
        ("shops/a/plan.toml", TROUBLED),
        ("shops/b/plan.toml", TROUBLED),
    ]);
    let here = folder.path().join("shops/a");
    for (path, file) in [(".", "shops/a/plan.toml"), ("../b", "shops/b/plan.toml")] {
        let run = || opsplan(&here).args(["check", path, "--format", "github"]);
        for ended in [
            ended(run().env("GITHUB_WORKSPACE", folder.path())),
            ended(run().env_remove("GITHUB_WORKSPACE")),
        ] {
            let start = format!("::error file={file},line=21,");
            assert!(ended.stdout.contains(&start), "{path}: {}", ended.stdout);
        }
    }
}

#[test]
fn a_long_line_is_cut_and_hides_nothing_of_other_plans() {
    let summary = format!(
        "[plan]\ntitle = \"示例\"\nsummary = \"{}\" 多\nstart = 2026-04-01\n",
        "字".repeat(40_000)
    );
    let padded = format!(
        "{CLEAN}\n[products]\nring = {{ title = \"r\",{}price = \"x\" }}\n",
        " ".repeat(70_000)
    );
    let far = format!(
        "{CLEAN}\n[products]\nring = {{ titel = \"r\",{}price = \"x\" }}\n",
        " ".repeat(70_000)
    );
    let folder = folder(&[
        ("a.plan.toml", &summary),
        ("b.plan.toml", &padded),
        ("c.plan.toml", &far),
        ("d.plan.toml", TROUBLED),
    ]);
    for command in ["check", "build", "tasks"] {
        for lang in ["zh", "en"] {
            let ended = run(&folder, &format!("{command} . --lang {lang}"));
            assert_eq!(ended.code, 1, "{command}: {}", ended.stderr);
            let text = ended.stdout + &ended.stderr;
            assert!(
                text.contains("OP125") && text.contains("[a.plan.toml:3:"),
                "{command}"
            );
            assert!(
                text.contains('…') && text.len() < 20_000,
                "{command}: {}",
                text.len()
            );
        }
    }
}

/// What is printed grows with what is found, not with its square.
#[test]
fn output_is_not_quadratic() {
    let row = |count: usize| {
        let things: Vec<String> = (0..count).map(|at| format!("k{at} = 1")).collect();
        format!(
            "{CLEAN}\n[store]\nname = \"x\"\nplatform = \"taobao\"\nmarket = {{ {} }}\n",
            things.join(", ")
        )
    };
    let tall = format!("{CLEAN}\nwrong = [\n{}]\n", "  1,\n".repeat(30_000));
    let folder = folder(&[
        ("few/plan.toml", &row(500)),
        ("many/plan.toml", &row(1_000)),
        ("tall/plan.toml", &tall),
    ]);
    for format in ["human", "short", "github", "json"] {
        let size = |folder_: &str| {
            let line = format!("check {folder_} -v --format {format}");
            run(&folder, &line).stdout.len()
        };
        assert!(size("many") < 3 * size("few"), "{format}");
    }
    assert!(run(&folder, "check tall").stdout.lines().count() < 40);
}

#[cfg(unix)]
#[test]
fn a_result_that_is_lost_is_a_failure_unless_the_reader_has_gone_away() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full");
    if full().is_err() {
        return;
    }
    let folder = folder(&[("plan.toml", TROUBLED), ("good/plan.toml", CLEAN)]);
    for line in [
        "tasks good --format csv -q",
        "check -q --format json",
        "schema",
        "checks",
        "library",
        "explain OP125",
        "--help",
        "--version",
    ] {
        let spawn = |stdout: Stdio| {
            let mut command = std::process::Command::new(cargo_bin!("opsplan"));
            command
                .current_dir(folder.path())
                .args(line.split(' '))
                .stdout(stdout);
            command.stderr(Stdio::piped()).spawn().unwrap()
        };
        let output = spawn(full().unwrap().into()).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("OP232"),
            "{line}"
        );
        let mut child = spawn(Stdio::piped());
        drop(child.stdout.take());
        let code = child.wait_with_output().unwrap().status.code();
        let right = if line.starts_with("check ") { 1 } else { 0 };
        assert_eq!(code, Some(right), "{line}");
    }
}

#[test]
fn a_dumb_terminal_gets_no_colours() {
    let folder = folder(&[("plan.toml", TROUBLED)]);
    let check = opsplan(folder.path()).args(["check"]).env("TERM", "dumb");
    assert!(!ended(check).stdout.contains('\u{1b}'));
}

#[test]
fn long_lists_are_folded_and_counted() {
    let head = TROUBLED
        .split("[tasks")
        .next()
        .unwrap()
        .replace("500", "100");
    let tasks: String = (0..60)
        .map(|at| {
            let days = "phase = \"later\"\nstart = 2026-09-01\ndue = 2026-09-02\n";
            let days = if at < 31 { days } else { "" };
            format!("[tasks.t{at}]\ntitle = \"{at}\"\n{days}")
        })
        .collect();
    let phase = "[phases.later]\nstart = 2026-08-01\n";
    let campaigns: String = (0..30)
        .map(|at| format!("[campaigns.c{at}]\ntitle = \"第 {at} 场\"\nprogram = \"daily-deal\"\nquantity = 100\n"))
        .collect();
    let folder = folder(&[("plan.toml", &format!("{head}{phase}{campaigns}{tasks}"))]);
    let text = run(&folder, "check --lang en").stdout;
    assert_eq!(text.matches("OP040 task-unowned").count(), 50);
    assert!(
        text.contains("… 10 more OP040 (-v lists them all)"),
        "{text}"
    );
    // The campaigns wait for one fact and are one unknown; each task is one of its own.
    assert!(text.contains("32 cannot be decided"), "{text}");
    assert_eq!(
        text.matches("← stores.store.level").count() + text.matches("← store.level").count(),
        1,
        "{text}"
    );
    assert_eq!(text.matches("← phases.later.end").count(), 1, "{text}");
    assert!(text.contains("(and 30 more)"), "{text}");
    let whole = run(&folder, "check -v --lang en").stdout;
    assert_eq!(whole.matches("OP040 task-unowned").count(), 60);
    assert_eq!(whole.matches("  ? OP150").count(), 31);
    assert_eq!(whole.matches("  ? OP120").count(), 1);
}

/// Two hundred plans, in parts that are read together: every one is told, in its order.
#[test]
fn plans_of_a_long_run_keep_their_order() {
    let files: Vec<(String, &str)> = (0..200)
        .map(|at| (format!("{at:03}/plan.toml"), TROUBLED))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, *text)).collect();
    let folder = folder(&files);
    let text = run(&folder, "check --format short").stdout;
    let paths: Vec<&str> = text.lines().map(|line| &line[..3]).collect();
    let expected: Vec<String> = (0..400).map(|at| format!("{:03}", at / 2)).collect();
    assert_eq!(paths, expected);
    let value = json(&run(&folder, "check --format json").stdout);
    assert_eq!(value["summary"]["plans"], 200);
    assert_eq!(value["findings"].as_array().unwrap().len(), 400);
    assert_eq!(value["unknowns"].as_array().unwrap().len(), 200);
}

/// A folder that nobody may look into.
#[cfg(unix)]
#[test]
fn one_folder_that_cannot_be_read_hides_nothing_else() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a/plan.toml", TROUBLED), ("locked/plan.toml", CLEAN)]);
    let locked = folder.path().join("locked");
    let allow = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o000);
    let ended = run(&folder, "check . --format short --lang en");
    let may_look = fs::read_dir(&locked).is_ok();
    allow(0o700);
    if may_look {
        return; // The superuser may look everywhere.
    }
    assert_eq!(ended.code, 2);
    assert!(
        ended.stdout.contains("a/plan.toml:21:12: error OP125"),
        "{}",
        ended.stdout
    );
    assert!(
        ended
            .stdout
            .contains("locked:1:1: error OP231 cannot read `./locked`"),
        "{}",
        ended.stdout
    );
}

#[cfg(unix)]
#[test]
fn one_real_file_is_one_plan() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a/plan.toml", CLEAN)]);
    symlink(folder.path().join("a"), folder.path().join("link")).unwrap();
    symlink(
        folder.path().join("a/plan.toml"),
        folder.path().join("b.plan.toml"),
    )
    .unwrap();
    for line in [
        "check a a/../a",
        "check a link",
        "check a b.plan.toml",
        "check a/plan.toml ./a/plan.toml link/plan.toml",
        "check .",
    ] {
        let ended = run(&folder, &format!("{line} --lang en"));
        assert_eq!(ended.code, 0, "{line}: {}", ended.stdout);
        assert!(
            ended.stderr.starts_with("checked 1 plan:"),
            "{line}: {}",
            ended.stderr
        );
    }
}

#[test]
fn of_two_plans_with_one_id_the_second_is_not_written() {
    let plan = |title: &str| {
        format!(
            "[plan]\nid = \"same\"\ntitle = \"{title}\"\nstart = 2026-01-01\nend = 2026-12-31\n"
        )
    };
    let folder = folder(&[("a.plan.toml", &plan("甲")), ("b.plan.toml", &plan("乙"))]);
    for line in [
        "build a.plan.toml b.plan.toml",
        "build a.plan.toml b.plan.toml --draft --force",
    ] {
        let ended = run(&folder, line);
        assert_eq!(ended.code, 1);
        assert!(ended.stderr.contains("OP002"), "{}", ended.stderr);
        let page = fs::read_to_string(folder.path().join("dist/same/plan.md")).unwrap();
        assert!(page.contains('甲') && !page.contains('乙'));
    }
}

#[cfg(unix)]
fn pipe(path: &Path) {
    let made = std::process::Command::new("mkfifo")
        .arg(path)
        .status()
        .unwrap();
    assert!(made.success());
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused() {
    let including = CLEAN.replace("[plan]", "[plan]\ninclude = [\"team.toml\"]");
    let folder = folder(&[
        ("a/plan.toml", &including),
        ("shop/plan.toml", CLEAN),
        ("dist/shop/x", ""),
        ("dist/manifest/x", ""),
    ]);
    pipe(&folder.path().join("a/team.toml"));
    let ended = run(&folder, "check a --format short --lang en");
    assert!(
        ended
            .stdout
            .contains("OP220 `team.toml` is not a regular file"),
        "{}",
        ended.stdout
    );
    pipe(&folder.path().join("dist/shop/plan.html"));
    let ended = run(&folder, "build shop --lang en");
    assert_eq!(ended.code, 2);
    assert!(
        ended.stderr.contains("OP232") && ended.stderr.contains("not a plain file"),
        "{}",
        ended.stderr
    );
    let ended = run(&folder, "check /dev/zero shop --format short --lang en");
    assert_eq!(ended.code, 2);
    assert_eq!(
        ended.stdout,
        "/dev/zero:1:1: error OP231 the file `/dev/zero` is larger than the limit of 64 MiB\n"
    );
}

/// A matrix of builds into one folder: what is there belongs together, and stays ours.
#[test]
fn builds_at_once_do_not_mix() {
    let folder = folder(&[("plan.toml", &CLEAN.replace("[plan]", "[plan]\nid = \"x\""))]);
    let start = |lang: &str| {
        let mut command = std::process::Command::new(cargo_bin!("opsplan"));
        command
            .current_dir(folder.path())
            .args(["build", "plan.toml", "-q", "--lang", lang]);
        command.stderr(Stdio::piped()).spawn().unwrap()
    };
    for round in 0..5 {
        let builds: Vec<_> = ["zh", "en", "zh", "en"].map(start).into();
        for build in builds {
            let output = build.wait_with_output().unwrap();
            assert!(
                output.status.success(),
                "round {round}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        let read =
            |name: &str| fs::read_to_string(folder.path().join("dist/x").join(name)).unwrap();
        let (page, table) = (read("plan.html"), read("tasks.csv"));
        assert_eq!(
            page.contains("lang=\"en\""),
            table.contains("Task"),
            "round {round}"
        );
    }
}
