use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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

/// Compiles all plans, several at a time, in their order.
pub(super) fn compile_all<T: Send>(
    session: &Session<'_>,
    inputs: Vec<Input>,
    options: Options,
    make: impl Fn(&Analysed<'_, '_>) -> T + Sync,
) -> Vec<Compiled<T>> {
    let workers = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(inputs.len());
    let mut compiled = if workers <= 1 {
        inputs
            .into_iter()
            .map(|input| compile(&session.disk, input, options, &make))
            .collect()
    } else {
        in_parallel(session, inputs, options, &make, workers)
    };
    same_ids(&mut compiled);
    compiled
}

fn in_parallel<T: Send>(
    session: &Session<'_>,
    inputs: Vec<Input>,
    options: Options,
    make: &(impl Fn(&Analysed<'_, '_>) -> T + Sync),
    workers: usize,
) -> Vec<Compiled<T>> {
    let disk = &session.disk;
    let waiting: Vec<Mutex<Option<Input>>> = inputs
        .into_iter()
        .map(|input| Mutex::new(Some(input)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = waiting.get(at) else { break };
            let input = slot.lock().ok().and_then(|mut input| input.take());
            done.extend(input.map(|input| (at, compile(disk, input, options, make))));
        }
        done
    };
    let mut done: Vec<_> = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        // A worker that panicked has found a fault of the program: so does this run.
        handles
            .into_iter()
            .flat_map(|handle| {
                handle
                    .join()
                    .unwrap_or_else(|fault| std::panic::resume_unwind(fault))
            })
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, compiled)| compiled).collect()
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
    use super::*;

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
