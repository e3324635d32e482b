//! The plans that are measured are what they claim to be.

#[path = "../../benches/generator/mod.rs"]
mod generator;

use opsplan::analysis::tri::Tri;

use crate::world::Memory;

const LARGE: usize = 10_000;

/// Compiles a plan, asserts that there is nothing to find and nothing left undecided, and
/// gives the numbers of its months, posts, products, campaigns, tasks.
fn counts(text: &str) -> [usize; 5] {
    let compiled = Memory::new([("plan.toml", text)]).compile(|made| {
        let windows = &made.analysis.schedule.windows;
        assert!(
            windows
                .iter()
                .all(|window| window.start.is_some() && window.end.is_some())
        );
        let mut applications = made.analysis.eligibility.iter();
        assert!(applications.all(|application| application.answer() == Tri::Yes));
        let plan = made.resolved.plan;
        let months = plan
            .targets
            .iter()
            .filter(|target| target.id.len() == "2026-01".len())
            .count();
        [
            months,
            plan.roles.len(),
            plan.products.len(),
            plan.campaigns.len(),
            plan.tasks.len(),
        ]
    });
    assert_eq!(compiled.report.findings, []);
    assert_eq!(compiled.report.unknowns, []);
    compiled.made.expect("a generated plan has a head")
}

#[test]
fn the_small_plan_is_sound() {
    let text = generator::small();
    assert!(
        (18_000..24_000).contains(&text.len()),
        "{} bytes",
        text.len()
    );
    assert_eq!(counts(&text), [12, 10, 20, 12, 60]);
}

#[test]
fn the_large_plan_is_sound() {
    let text = generator::large(LARGE);
    assert!(
        (1_800_000..2_400_000).contains(&text.len()),
        "{} bytes",
        text.len()
    );
    let [months, .., tasks] = counts(&text);
    assert_eq!([months, tasks], [12, LARGE]);
}
