//! The program: parses arguments, calls [`opsplan::cli`], and ends the process.

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::panic::catch_unwind(opsplan::cli::main) {
        Ok(code) => code,
        // The panic has said what happened; it is a fault of the program.
        Err(_) => ExitCode::from(3),
    }
}
