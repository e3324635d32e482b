//! The gallery of formats: one plan of two files, every format of findings, both
//! languages. `SNAPSHOTS=overwrite cargo test --test suite gallery` rewrites them.

use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, assert_data_eq};

fn check(format: &str, lang: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let args = [
        "check",
        "plan.toml",
        "--format",
        format,
        "--lang",
        lang,
        "--as-of",
        "2026-03-01",
    ];
    let run = Command::new(cargo_bin!("opsplan"))
        .current_dir(&folder)
        .env("GITHUB_WORKSPACE", &folder)
        .args(args)
        .env_remove("COLUMNS");
    String::from_utf8(run.output().expect("the program runs").stdout).expect("text")
}

#[test]
fn every_format_is_as_it_was_read_last() {
    for format in ["human", "short", "json", "github"] {
        for lang in ["zh", "en"] {
            let expected = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(format!("tests/gallery/{format}.{lang}.txt"));
            assert_data_eq!(
                Data::text(check(format, lang)).raw(),
                Data::read_from(&expected, None).raw()
            );
        }
    }
}

#[test]
fn the_machine_form_is_as_its_schema_says() {
    let schema = include_str!("../../schemas/findings.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("the schema is JSON");
    let output: serde_json::Value =
        serde_json::from_str(&check("json", "zh")).expect("the output is JSON");
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .expect("a schema")
        .iter_errors(&output)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(!output["findings"].as_array().expect("findings").is_empty());
}
