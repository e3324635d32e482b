//! How long each stage takes, beside the floor: `cargo bench --bench check`.
//!
//! Every line says how many bytes of the plan go through in a second; a stage takes as
//! many times the floor as the floor's figure is larger. `ratio` divides by itself.

mod generator;
mod pipeline;
mod stages;

use std::fmt;

use divan::Bencher;
use divan::counter::BytesCount;
use opsplan::{analysis, resolve, schema};

fn main() {
    divan::main();
}

#[derive(Clone, Copy)]
enum Plan {
    Small,
    Large,
}

const PLANS: [Plan; 2] = [Plan::Small, Plan::Large];

impl Plan {
    fn text(self) -> String {
        match self {
            Self::Small => generator::small(),
            Self::Large => generator::large(10_000),
        }
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Small => "small",
            Self::Large => "large",
        })
    }
}

#[divan::bench(args = PLANS)]
fn floor(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| pipeline::floor(&text));
}

#[divan::bench(args = PLANS)]
fn stage_1_tree(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    let shelf = stages::shelf(&text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| drop(stages::load(&shelf)));
}

#[divan::bench(args = PLANS)]
fn stage_2_read(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    let shelf = stages::shelf(&text);
    let tree = stages::load(&shelf);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| drop(schema::read(&tree, &mut Vec::new())));
}

#[divan::bench(args = PLANS)]
fn stage_3_resolve(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    let shelf = stages::shelf(&text);
    let (mut plan, incomplete) = schema::read(&stages::load(&shelf), &mut Vec::new());
    let unsettled = resolve::settle(&mut plan, &incomplete);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench_local(|| drop(resolve::resolve(&plan, &incomplete, &unsettled)));
}

#[divan::bench(args = PLANS)]
fn stage_4_analysis(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    let shelf = stages::shelf(&text);
    let (mut plan, incomplete) = schema::read(&stages::load(&shelf), &mut Vec::new());
    let unsettled = resolve::settle(&mut plan, &incomplete);
    let resolved = resolve::resolve(&plan, &incomplete, &unsettled);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| drop(analysis::analyse(&resolved)));
}

#[divan::bench(args = PLANS)]
fn whole_check(bencher: Bencher<'_, '_>, plan: Plan) {
    let text = plan.text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| pipeline::check(&text));
}
