use super::args::{Described, Schema};
use super::{Outcome, Session};
use crate::schema::{part, published, text};

pub(super) fn run(args: &Schema, session: &Session<'_>) -> Outcome {
    session.print(&text(match args.file {
        Described::Plan => published(),
        Described::Part => part(),
    }))
}
