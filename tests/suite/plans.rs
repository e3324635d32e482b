//! The real plans and their expected outputs, which are read before they are committed.
//! `SNAPSHOTS=overwrite cargo test --test suite plans` rewrites them.

use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, assert_data_eq};

fn opsplan(args: &[&str]) -> std::process::Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let command = Command::new(cargo_bin!("opsplan"))
        .current_dir(root)
        .args(args)
        .env_remove("COLUMNS");
    command.output().expect("the program runs")
}

fn compare(plan: &str, name: &str, actual: Vec<u8>) {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("plans")
        .join(plan)
        .join("expected")
        .join(name);
    let actual = String::from_utf8(actual).expect("text");
    assert_data_eq!(
        Data::text(actual).raw(),
        Data::read_from(&expected, None).raw()
    );
}

fn findings(plan: &str) {
    let path = format!("plans/{plan}/plan.toml");
    for lang in ["zh", "en"] {
        let output = opsplan(&[
            "check",
            &path,
            "--lang",
            lang,
            "-v",
            "--completeness",
            "--as-of",
            "2026-03-01",
        ]);
        compare(plan, &format!("findings.{lang}.txt"), output.stdout);
    }
}

fn documents(plan: &str, draft: &[&str]) {
    let out = tempfile::tempdir().expect("a folder for the documents");
    let path = format!("plans/{plan}/plan.toml");
    let folder = out.path().to_str().expect("a plain path");
    let mut args = vec![
        "build",
        &path,
        "--out",
        folder,
        "--as-of",
        "2026-03-01",
        "-q",
    ];
    args.extend(draft);
    opsplan(&args);
    for name in ["plan.html", "plan.md", "tasks.md", "tasks.csv"] {
        compare(
            plan,
            name,
            std::fs::read(out.path().join(plan).join(name)).expect(name),
        );
    }
}

#[test]
fn tmall_accessories_is_clean() {
    findings("tmall-accessories");
    documents("tmall-accessories", &[]);
}

#[test]
fn taobao_nail_tools_is_clean() {
    findings("taobao-nail-tools");
    documents("taobao-nail-tools", &[]);
}

#[test]
fn taobao_nail_tools_as_written_contradicts_itself() {
    findings("taobao-nail-tools-as-written");
    documents("taobao-nail-tools-as-written", &["--draft"]);
}
