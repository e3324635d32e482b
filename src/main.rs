//! The program: parses arguments, calls [`opsplan::cli`], and ends the process.

use std::process::ExitCode;

/// A tree is many small allocations, made on several threads at once. The library leaves the choice
/// of an allocator to whoever embeds it.
#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    opsplan::cli::main()
}
