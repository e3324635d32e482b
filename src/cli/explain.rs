use super::args::Explain;
use super::{Outcome, Session};
use crate::check;
use crate::diagnostic::{nearest, text};

pub(super) fn run(args: &Explain, session: &Session<'_>) -> Outcome {
    let asked = &args.check;
    match check::rule(asked) {
        Some(rule) => session.print(&check::page(rule).in_language(session.language)),
        None => {
            let words = check::rules()
                .into_iter()
                .flat_map(|rule| [rule.code, rule.name]);
            session.refuse(&match nearest(asked, words) {
                Some(meant) => text!(
                    "没有 `{asked}` 这项检查，是不是 `{meant}`？",
                    "there is no check `{asked}`; did you mean `{meant}`?"
                ),
                None => text!(
                    "没有 `{asked}` 这项检查，用 `opsplan checks` 查看全部",
                    "there is no check `{asked}`; `opsplan checks` lists them"
                ),
            })
        }
    }
}
