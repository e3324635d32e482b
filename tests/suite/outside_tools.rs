//! taplo and tombi read the published schema as we do. Found on the PATH, or named by the
//! variables TAPLO and TOMBI; both run offline.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use opsplan::schema::{part, published, text};
use tempfile::TempDir;

use crate::schema::{broken, parts};
use crate::tree_of_files::local;

/// A folder laid out like the repository, with a configuration for tombi.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("schemas/plan.schema.json", &text(published()));
    put("schemas/part.schema.json", &text(part()));
    put(
        "tombi.toml",
        "[schema]\nenabled = true\nstrict = true\ncatalog = { paths = [] }\n\n\
         [[schemas]]\npath = \"schemas/plan.schema.json\"\n\
         include = [\"plans/**/*.toml\", \"broken/*.toml\"]\n\n\
         [[schemas]]\npath = \"schemas/part.schema.json\"\n\
         include = [\"src/**/*.toml\", \"broken-part.toml\"]\n",
    );
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    for plan in fs::read_dir(plans)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
    {
        for file in fs::read_dir(&plan)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if file
                .extension()
                .is_some_and(|extension| extension == "toml")
            {
                let name = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                put(name.to_str().unwrap(), &fs::read_to_string(&file).unwrap());
            }
        }
    }
    broken()
        .iter()
        .for_each(|(name, text)| put(&format!("broken/{name}"), text));
    parts()
        .iter()
        .for_each(|(path, text)| put(&local(path, ""), text));
    put(BROKEN_PART, "[plan]\ntitle = \"又一个标题\"\n");
    folder
}

/// An included file with a key of the plan.
const BROKEN_PART: &str = "broken-part.toml";

fn tool(name: &str) -> Command {
    Command::new(env::var_os(name.to_uppercase()).unwrap_or_else(|| name.into()))
}

/// The files a tool refuses, and what it says.
fn refused(folder: &Path, files: &[String], command: impl Fn(&str) -> Command) -> Vec<String> {
    let refused = |file: &&String| {
        let output = command(file)
            .current_dir(folder)
            .output()
            .expect("the tool is installed; see .ci/run");
        !output.status.success()
    };
    files.iter().filter(refused).cloned().collect()
}

fn taplo(folder: &Path, schema: &str) -> impl Fn(&str) -> Command {
    let schema = format!("file://{}", folder.join(schema).display());
    move |file| {
        let mut command = tool("taplo");
        command.args(["lint", "--no-auto-config", "--schema", &schema, file]);
        command
    }
}

fn tombi(file: &str) -> Command {
    let mut command = tool("tombi");
    command.args(["lint", "--offline", "--error-on-warnings", file]);
    command
}

fn plans(folder: &Path) -> Vec<String> {
    let mut plans = Vec::new();
    for plan in fs::read_dir(folder.join("plans"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        plans.push(
            plan.join("plan.toml")
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned(),
        );
    }
    plans.sort();
    assert!(!plans.is_empty());
    plans
}

/// The included files, and after them the broken one.
fn included() -> Vec<String> {
    let parts = parts();
    let names = parts.iter().map(|(path, _)| local(path, ""));
    names.chain([BROKEN_PART.to_owned()]).collect()
}

fn broken_files() -> Vec<String> {
    broken()
        .iter()
        .map(|(name, _)| format!("broken/{name}"))
        .collect()
}

#[test]
fn taplo_accepts_every_plan_and_no_broken_file() {
    let folder = folder();
    let command = taplo(folder.path(), "schemas/plan.schema.json");
    assert_eq!(
        refused(folder.path(), &plans(folder.path()), &command),
        Vec::<String>::new()
    );
    assert_eq!(
        refused(folder.path(), &broken_files(), &command),
        broken_files()
    );
}

#[test]
fn tombi_accepts_every_plan_and_no_broken_file() {
    let folder = folder();
    assert_eq!(
        refused(folder.path(), &plans(folder.path()), tombi),
        Vec::<String>::new()
    );
    assert_eq!(
        refused(folder.path(), &broken_files(), tombi),
        broken_files()
    );
}

/// A new folder: formatted as tombi would, and right as it stands, without network.
#[test]
fn tombi_has_nothing_to_say_about_a_new_plan() {
    for args in [
        &["--lang", "zh"][..],
        &["--lang", "en"],
        &["--from", "taobao-nail-tools"],
        &["--from", "tmall-accessories"],
    ] {
        let folder = TempDir::new().unwrap();
        let opsplan = Command::new(env!("CARGO_BIN_EXE_opsplan"))
            .args(["new", "."])
            .args(args)
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(opsplan.status.success(), "{opsplan:?}");
        let parts = folder.path().join("parts");
        fs::create_dir(&parts).unwrap();
        fs::write(parts.join("team.toml"), "[roles.a]\ntitle = \"甲\"\n").unwrap();
        let wrong = "[roles.a]\ntilte = \"甲\"\n";
        for (text, right) in [("[roles.a]\ntitle = \"甲\"\n", true), (wrong, false)] {
            fs::write(parts.join("team.toml"), text).unwrap();
            let lint = tool("tombi")
                .args(["lint", "."])
                .current_dir(&folder)
                .output();
            let lint = lint.expect("the tool is installed; see .ci/run");
            assert_eq!(lint.status.success(), right, "{lint:?}");
        }
        let format = [
            "format",
            "--check",
            "plan.toml",
            "tombi.toml",
            ".taplo.toml",
        ];
        let format = tool("tombi").args(format).current_dir(&folder).output();
        let format = format.expect("the tool is installed; see .ci/run");
        assert!(format.status.success(), "{args:?}: {format:?}");
    }
}

#[test]
fn taplo_accepts_every_part_and_not_the_broken_one() {
    let folder = folder();
    let command = taplo(folder.path(), "schemas/part.schema.json");
    assert_eq!(refused(folder.path(), &included(), command), [BROKEN_PART]);
}

#[test]
fn tombi_accepts_every_part_and_not_the_broken_one() {
    let folder = folder();
    assert_eq!(refused(folder.path(), &included(), tombi), [BROKEN_PART]);
}
