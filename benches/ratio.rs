//! The whole check as a multiple of the floor: `cargo bench --bench ratio`.
//!
//! The two take turns, so that a busy machine slows both down; the fastest turn of each
//! counts.
#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod generator;
mod pipeline;

use std::time::{Duration, Instant};

fn main() {
    report("small", &generator::small(), 2_000);
    report("large", &generator::large(10_000), 30);
}

fn report(name: &str, text: &str, turns: usize) {
    let turn = |_| {
        (
            time(|| pipeline::floor(text)),
            time(|| pipeline::check(text)),
        )
    };
    let (floor, check): (Vec<Duration>, Vec<Duration>) = (0..turns).map(turn).unzip();
    let fastest = |times: &[Duration]| times.iter().min().map_or(f64::NAN, Duration::as_secs_f64);
    let (floor, check) = (fastest(&floor), fastest(&check));
    println!(
        "{name}: {} bytes, floor {:.3} ms, check {:.3} ms = {:.2} × floor",
        text.len(),
        floor * 1e3,
        check * 1e3,
        check / floor
    );
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
