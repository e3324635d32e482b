//! The plans that are measured are what they claim to be.

#[path = "../../benches/generator/mod.rs"]
mod generator;
#[path = "../../benches/pipeline/mod.rs"]
#[expect(dead_code, reason = "the measurements use the rest of it")]
mod pipeline;

use opsplan::analysis::analyse;
use opsplan::analysis::eligibility::Verdict;
use opsplan::resolve::resolve;
use opsplan::schema;

use crate::world::Memory;

const LARGE: usize = 10_000;

/// Reads a plan, asserts that nothing is wrong with it as far as the stages before the
/// checks can say, and gives the numbers of its months, posts, products, campaigns, tasks.
fn counts(text: &str) -> [usize; 5] {
    let compiled = Memory::new([("plan.toml", text)]).compile(|_| ());
    assert_eq!(compiled.report.findings, [], "a generated plan is clean");
    let shelf = pipeline::shelf(text);
    let tree = pipeline::load(&shelf);
    let mut findings = Vec::new();
    let (plan, incomplete) = schema::read(&tree, &mut findings);
    assert_eq!(findings, []);
    assert!(incomplete.is_empty());
    let head = plan.plan.as_ref().expect("a generated plan has a head");
    let resolved = resolve(&plan, head, &incomplete);
    assert!(resolved.dangling.is_empty(), "{:?}", resolved.dangling[0]);
    assert!(resolved.ambiguous.is_empty());
    let analysis = analyse(&resolved);
    assert!(analysis.schedule.cycles.is_empty());
    assert_eq!(analysis.schedule.orders, []);
    assert!(analysis.schedule.windows.iter().all(|window| window.start.is_some() && window.end.is_some()));
    let targets = &analysis.targets;
    assert!(targets.formula.is_empty() && targets.sums.is_empty() && targets.conflicts.is_empty());
    let mut criteria = analysis.eligibility.iter().flat_map(|application| &application.criteria);
    assert_eq!(criteria.find(|criterion| criterion.verdict != Verdict::Met).map(|one| &one.verdict), None);
    assert!(analysis.stock.iter().all(|product| product.reserved <= product.stock));
    assert_eq!(analysis.price, []);
    assert_eq!(analysis.people, []);
    let months = plan.targets.iter().filter(|target| target.id.len() == "2026-01".len()).count();
    [months, plan.roles.len(), plan.products.len(), plan.campaigns.len(), plan.tasks.len()]
}

#[test]
fn the_small_plan_is_sound() {
    let text = generator::small();
    assert!((18_000..24_000).contains(&text.len()), "{} bytes", text.len());
    assert_eq!(counts(&text), [12, 10, 20, 12, 60]);
}

#[test]
fn the_large_plan_is_sound() {
    let text = generator::large(LARGE);
    assert!((1_800_000..2_400_000).contains(&text.len()), "{} bytes", text.len());
    let [months, .., tasks] = counts(&text);
    assert_eq!([months, tasks], [12, LARGE]);
}
