use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Session;
use super::disk::LIMIT;
use crate::diagnostic::{Diagnostic, ItemPath, Text, text};
use crate::source::{Span, World, decode};
use crate::{Analysed, Compiled, Input, Options, check, compile};

/// The plans that paths name: files as they are, folders by what is below them.
pub(super) fn collect(
    session: &Session<'_>,
    paths: &[PathBuf],
    stdin_filename: &Path,
) -> Result<Vec<Input>, Text> {
    let mut inputs: Vec<Input> = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(standard_input(session, stdin_filename)?);
        } else if path.is_dir() {
            let found = session.disk.list(path).map_err(|error| {
                crate::tree::why_unreadable(&path.display().to_string(), &error)
            })?;
            if found.is_empty() {
                let path = path.display();
                return Err(text!(
                    "`{path}` 里没有 `plan.toml` 或 `*.plan.toml`",
                    "there is no `plan.toml` or `*.plan.toml` below `{path}`"
                ));
            }
            inputs.extend(found.iter().map(|path| input(session, tidy(path))));
        } else {
            inputs.push(input(session, path.clone()));
        }
    }
    let mut seen = std::collections::HashSet::new();
    inputs.retain(|input| seen.insert(session.disk.absolute(&input.path)));
    Ok(inputs)
}

/// `./plan.toml` reads better as `plan.toml`.
fn tidy(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

fn input(session: &Session<'_>, path: PathBuf) -> Input {
    let id = default_id(&session.disk.absolute(&path));
    Input {
        path,
        text: None,
        id,
    }
}

fn standard_input(session: &Session<'_>, named: &Path) -> Result<Input, Text> {
    let mut bytes = Vec::new();
    let read = std::io::stdin()
        .lock()
        .take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(crate::source::ReadError::Other);
    let text = read.and_then(|_| decode(bytes, LIMIT));
    let text = text.map_err(|error| crate::tree::why_unreadable("-", &error))?;
    Ok(Input {
        text: Some(text),
        ..input(session, named.to_owned())
    })
}

/// The name of the folder of a `plan.toml`, else the stem of the file; documents are put
/// into a folder of this name.
fn default_id(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .map(|folder| folder.to_string_lossy().into_owned());
    let id = match name.strip_suffix(".toml").unwrap_or(&name) {
        "plan" => folder.unwrap_or_default(),
        stem => stem.strip_suffix(".plan").unwrap_or(stem).to_owned(),
    };
    if names_a_folder(&id) {
        id
    } else {
        "plan".to_owned()
    }
}

/// Whether a folder of this name lies below the one it is created in, on every system.
fn names_a_folder(id: &str) -> bool {
    let is_forbidden = |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | ':');
    !id.contains(is_forbidden) && !id.trim_matches(['.', ' ']).is_empty()
}

/// Compiles all plans, several at a time, in their order. A plan that makes the program
/// panic ends the run: the panic is handed on to the caller.
pub(super) fn compile_all<T: Send>(
    session: &Session<'_>,
    inputs: Vec<Input>,
    options: Options,
    make: impl Fn(&Analysed<'_, '_>) -> T + Sync,
) -> Vec<Compiled<T>> {
    let one = |input| compile(&session.disk, input, options, &make);
    // Waking the threads of the pool costs more than checking one plan.
    let mut compiled: Vec<_> = if inputs.len() > 1 {
        inputs.into_par_iter().map(one).collect()
    } else {
        inputs.into_iter().map(one).collect()
    };
    same_ids(&mut compiled);
    compiled
}

/// Two plans of one id in one run would write into one folder.
fn same_ids<T>(compiled: &mut [Compiled<T>]) {
    let mut first: HashMap<String, PathBuf> = HashMap::new();
    for plan in compiled {
        let path = plan.sources.root().to_owned();
        let Some(other) = first.get(&plan.id) else {
            first.insert(plan.id.clone(), path);
            continue;
        };
        let (id, other) = (&plan.id, other.display());
        let rule = check::rule("OP002").expect("OP002 is in the registry");
        let message = text!(
            "计划编号 `{id}` 和 `{other}` 重复",
            "the plan id `{id}` is that of `{other}` too"
        );
        let span = plan.id_span.unwrap_or(Span::default());
        plan.report.find(
            Diagnostic::new(rule, span, message)
                .help(text!(
                    "给其中一份写上不同的 `[plan] id`",
                    "give one of them another `[plan] id`"
                ))
                .on(ItemPath::alone("plan")),
        );
        plan.report.sort();
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::args::Arguments;
    use super::*;

    fn compile_many<T: Send>(make: impl Fn(&Analysed<'_, '_>) -> T + Sync) -> Vec<Compiled<T>> {
        let arguments = Arguments::parse_from(["opsplan", "check"]);
        let input = |number: usize| Input {
            path: PathBuf::from(format!("{number}.toml")),
            text: Some("[plan]\ntitle = \"示例\"\n".to_owned()),
            id: format!("plan-{number}"),
        };
        let inputs = (0..40).map(input).collect();
        let options = Options {
            as_of: None,
            completeness: crate::Completeness::Hidden,
        };
        compile_all(&Session::new(&arguments), inputs, options, make)
    }

    #[test]
    fn plans_stay_in_the_order_in_which_they_were_named() {
        let ids: Vec<_> = compile_many(|_| ())
            .into_iter()
            .map(|compiled| compiled.id)
            .collect();
        let named: Vec<_> = (0..40).map(|number| format!("plan-{number}")).collect();
        assert_eq!(ids, named);
    }

    #[test]
    #[should_panic(expected = "a fault of the program")]
    fn a_fault_in_one_plan_ends_the_run() {
        compile_many(|_| -> () { panic!("a fault of the program") });
    }

    #[test]
    fn a_plan_is_named_after_its_folder_or_file() {
        assert_eq!(
            default_id(Path::new("/plans/nail-tools/plan.toml")),
            "nail-tools"
        );
        assert_eq!(default_id(Path::new("/plans/autumn.plan.toml")), "autumn");
        assert_eq!(default_id(Path::new("/plans/autumn.toml")), "autumn");
    }

    #[test]
    fn no_name_leads_out_of_the_folder_of_documents() {
        for path in [
            "/plans/...toml",
            "/plans/.toml",
            "/..plan.toml",
            "/plan.toml",
            "/a/b\\..\\c.toml",
            "/a\n/plan.toml",
        ] {
            assert_eq!(default_id(Path::new(path)), "plan", "{path}");
        }
    }
}
