use super::args::Check;
use super::findings::{self, Stream};
use super::{Outcome, Session, inputs};
use crate::{Completeness, Options};

pub(super) fn run(args: &Check, session: &Session<'_>) -> Outcome {
    let inputs = match inputs::collect(session, &args.paths, &args.stdin_filename) {
        Ok(inputs) => inputs,
        Err(why) => return findings::refuse(session, &why, args.format),
    };
    let completeness = if args.completeness {
        Completeness::Shown
    } else {
        Completeness::Hidden
    };
    let options = Options {
        as_of: args.judging.as_of,
        completeness,
    };
    let compiled = inputs::compile_all(session, inputs, options, |_| ());
    findings::report(
        session,
        &compiled,
        args.format,
        &args.judging,
        Stream::Output,
    )
}
