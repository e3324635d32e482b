use super::args::Check;
use super::findings::{Printer, Stream};
use super::{Outcome, Session, inputs, plans};
use crate::{Completeness, Options};

pub(super) fn run(args: &Check, session: &Session<'_>) -> Outcome {
    let asked = inputs::collect(session, &args.paths, &args.stdin_filename);
    let completeness = if args.completeness {
        Completeness::Shown
    } else {
        Completeness::Hidden
    };
    let options = Options {
        as_of: args.judging.as_of,
        completeness,
    };
    let mut printer = Printer::new(
        session,
        args.format,
        &args.judging,
        Stream::Output,
        asked.len(),
    );
    plans::each(session, &mut printer, asked, options, |_| (), |_| ());
    printer.end(|_| ())
}
