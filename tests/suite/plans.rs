//! The real plans and their expected outputs, which are read before they are committed.
//! `SNAPSHOTS=overwrite cargo test --test suite plans` rewrites them.

use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, assert_data_eq};

fn opsplan(folder: &Path, args: &[&str]) -> std::process::Output {
    let command = Command::new(cargo_bin!("opsplan"))
        .current_dir(folder)
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
        let date = ["--completeness", "--as-of", "2026-03-01"];
        let args = [&["check", &path, "--lang", lang, "-v"], &date[..]].concat();
        let output = opsplan(Path::new(env!("CARGO_MANIFEST_DIR")), &args);
        compare(plan, &format!("findings.{lang}.txt"), output.stdout);
    }
}

/// The documents of a plan, and the same in English.
fn documents(plan: &str, draft: &[&str]) {
    let out = tempfile::tempdir().expect("a folder for the documents");
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("plans")
        .join(plan);
    let text = std::fs::read_to_string(path.join("plan.toml")).expect("a real plan");
    let english = text.replace("language = \"zh-CN\"", "language = \"en\"");
    assert_ne!(text, english, "{plan} says its language");
    for (text, end) in [(text, ""), (english, ".en")] {
        let folder = out.path().join(plan);
        std::fs::create_dir_all(&folder).expect("a folder for the plan");
        std::fs::write(folder.join("plan.toml"), text).expect("a copy of the plan");
        let mut args = vec!["build", "plan.toml", "--as-of", "2026-03-01", "-q"];
        args.extend(["--out", "documents", "--force"].iter().chain(draft));
        opsplan(&folder, &args);
        for name in ["plan.html", "plan.md", "tasks.md", "tasks.csv"] {
            let bytes = std::fs::read(folder.join("documents").join(plan).join(name)).expect(name);
            let (stem, ending) = name.split_once('.').expect("a name with an ending");
            compare(plan, &format!("{stem}{end}.{ending}"), bytes);
        }
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

#[test]
fn double_shop_2027_is_clean() {
    findings("double-shop-2027");
    documents("double-shop-2027", &[]);
}

#[test]
fn double_shop_2027_as_written_contradicts_itself() {
    findings("double-shop-2027-as-written");
    documents("double-shop-2027-as-written", &["--draft"]);
}

#[test]
fn jd_store_is_clean() {
    findings("jd-store");
    documents("jd-store", &[]);
}

#[test]
fn jd_store_as_written_contradicts_itself() {
    findings("jd-store-as-written");
    documents("jd-store-as-written", &["--draft"]);
}

#[test]
fn taobao_daily_is_clean() {
    findings("taobao-daily");
    documents("taobao-daily", &[]);
}

#[test]
fn taobao_daily_as_written_contradicts_itself() {
    findings("taobao-daily-as-written");
    documents("taobao-daily-as-written", &["--draft"]);
}

#[test]
fn tmall_staff_is_clean() {
    findings("tmall-staff");
    documents("tmall-staff", &[]);
}

#[test]
fn tmall_staff_as_written_contradicts_itself() {
    findings("tmall-staff-as-written");
    documents("tmall-staff-as-written", &["--draft"]);
}

#[test]
fn tmall_entry_is_clean() {
    findings("tmall-entry");
    documents("tmall-entry", &[]);
}

#[test]
fn tmall_operations_is_clean() {
    findings("tmall-operations");
    documents("tmall-operations", &[]);
}

#[test]
fn promotion_review_is_clean() {
    findings("promotion-review");
    documents("promotion-review", &[]);
}

#[test]
fn tmall_operations_as_written_contradicts_itself() {
    findings("tmall-operations-as-written");
    documents("tmall-operations-as-written", &["--draft"]);
}
