//! The most memory the check of a plan holds at once, as a multiple of the file:
//! `cargo bench --bench memory`.
//!
//! Counts the bytes that are allocated and not yet freed, the text of the plan included;
//! both blocks while one is moved to grow. With the argument `print` it prints the large
//! plan instead, for measurements of the whole program.
#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod generator;
mod pipeline;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    if std::env::args().any(|argument| argument == "print") {
        return print!("{}", generator::large(10_000));
    }
    for (name, text) in [
        ("small", generator::small()),
        ("large", generator::large(10_000)),
    ] {
        for (what, work) in [
            ("floor", pipeline::floor as fn(&str)),
            ("check", pipeline::check),
        ] {
            let peak = peak(|| work(&text));
            let size = text.len();
            println!(
                "{name} {what}: {peak} bytes at most = {:.1} × the file of {size}",
                peak as f64 / size as f64
            );
        }
    }
}

/// The most bytes that `work` holds at once, beside those that were held before.
fn peak(work: impl FnOnce()) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    work();
    MEMORY.peak_usage() - before
}
