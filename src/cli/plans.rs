//! The plans of a run, several at a time, in their order; what is held at once does not grow
//! with their number.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::fault::caught;
use super::findings::Printer;
use super::inputs::Asked;
use super::{Session, shown};
use crate::diagnostic::{Diagnostic, ItemPath, Text, run, text};
use crate::source::Span;
use crate::{Analysed, Compiled, Options, check, compile, unreadable};

/// Plans that are held at once. Waking the threads of the pool costs more than checking one.
const AT_ONCE: usize = 64;

/// Compiles all plans, makes something of each, finishes what was made, and prints what was
/// found. What `finish` gives is returned in the order of the plans.
pub(super) fn each<M: Send, D: Send>(
    session: &Session<'_>,
    printer: &mut Printer<'_>,
    asked: Vec<Asked>,
    options: Options,
    make: impl Fn(&Analysed<'_, '_>) -> M + Sync,
    finish: impl Fn(&mut Compiled<M>) -> D + Sync,
) -> Vec<D> {
    let (disk, printing) = (&session.disk, printer.printing.clone());
    let begin = |asked: Asked| {
        let path = asked.path().to_owned();
        let compiled = caught(|| match asked {
            Asked::Plan(input) => compile(disk, input, options, &make),
            Asked::Unreadable(path, error) => unreadable(&path, String::new(), &error),
            Asked::NoPlan(path) => no_plan(&path),
        });
        compiled.unwrap_or_else(|why| Compiled::refused(&path, &run::FAULT, &why))
    };
    let end = |mut compiled: Compiled<M>| {
        let path = compiled.sources.root().to_owned();
        let done = caught(|| {
            let done = finish(&mut compiled);
            compiled.report.sort();
            (Some(done), printing.tell(&compiled))
        });
        let failed = |why| printing.tell(&Compiled::<()>::refused(&path, &run::FAULT, &why));
        done.unwrap_or_else(|why| (None, failed(why)))
    };
    let (mut ids, mut made) = (HashMap::new(), Vec::with_capacity(asked.len()));
    let mut asked = asked.into_iter();
    let mut done = 0;
    loop {
        let together: Vec<Asked> = asked.by_ref().take(AT_ONCE).collect();
        if together.is_empty() {
            return made;
        }
        done += together.len();
        let mut compiled = in_parallel(together, &begin);
        same_ids(&mut compiled, &mut ids);
        for (finished, told) in in_parallel(compiled, &end) {
            printer.add(told);
            made.extend(finished);
        }
        printer.progress(done);
    }
}

/// A folder without a plan.
fn no_plan<T>(path: &Path) -> Compiled<T> {
    let folder = shown(path);
    let why = text!(
        "`{folder}` 里没有 `plan.toml` 或 `*.plan.toml`",
        "there is no `plan.toml` or `*.plan.toml` below `{folder}`"
    );
    let help = Text::fixed(
        "计划的文件名不同时，写出文件名；要新建一份计划，运行 `opsplan new 我的店铺`",
        "name the file if the plan is called otherwise; `opsplan new my-shop` starts one",
    );
    let finding = Diagnostic::new(&run::PATH, Span::default(), why).help(help);
    Compiled::unread(path, String::new(), finding)
}

/// Does some work on each thing, in order; a single one is done without waking anybody.
fn in_parallel<A: Send, B: Send>(things: Vec<A>, work: &(impl Fn(A) -> B + Sync)) -> Vec<B> {
    if things.len() > 1 {
        things.into_par_iter().map(work).collect()
    } else {
        things.into_iter().map(work).collect()
    }
}

/// Two plans of one id in one run would write into one folder: of the second nothing is made.
fn same_ids<T>(compiled: &mut [Compiled<T>], first: &mut HashMap<String, PathBuf>) {
    for plan in compiled.iter_mut().filter(|plan| plan.readable) {
        let path = plan.sources.root().to_owned();
        let Some(other) = first.get(&plan.id) else {
            first.insert(plan.id.clone(), path);
            continue;
        };
        let (id, other) = (&plan.id, shown(other));
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
        plan.made = None;
    }
}
