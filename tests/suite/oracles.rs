//! Every analysis is tested against a slow, obvious version of itself.

use std::fs;

use crate::tree_of_files::repository;

/// An analysis, and the test that compares it: file and function.
const ORACLES: &[(&str, &str, &str)] = &[
    (
        "tri",
        "src/analysis/tri.rs",
        "what_is_decided_holds_in_every_world",
    ),
    (
        "schedule",
        "tests/suite/schedule.rs",
        "dates_and_float_agree_with_pushing_by_hand",
    ),
    (
        "money",
        "tests/suite/money.rs",
        "campaigns_are_added_up_as_by_hand",
    ),
    (
        "people",
        "tests/suite/people.rs",
        "every_work_day_of_a_task_is_looked_up_in_the_days_of_its_owners",
    ),
    (
        "outside",
        "tests/suite/outside.rs",
        "a_year_is_offered_if_the_plan_is_good_with_it",
    ),
    (
        "targets",
        "tests/suite/targets.rs",
        "shops_and_months_contradict_each_other_where_no_world_agrees",
    ),
    (
        "figures",
        "tests/suite/figures.rs",
        "every_figure_is_what_the_lines_of_the_text_come_to",
    ),
    (
        "eligibility",
        "tests/suite/eligibility.rs",
        "every_limit_agrees_with_trying_all_that_is_unknown",
    ),
    (
        "stock",
        "tests/suite/stock.rs",
        "goods_last_as_long_as_counting_every_day_says",
    ),
    (
        "price",
        "tests/suite/price.rs",
        "prices_clash_as_comparing_every_pair_says",
    ),
    (
        "catalogue",
        "tests/suite/catalogue.rs",
        "numbers_stand_twice_as_comparing_every_pair_says",
    ),
    (
        "instructions",
        "tests/suite/instructions.rs",
        "every_text_that_says_what_is_to_be_done_is_collected_once",
    ),
];

/// Analyses that have examples alone, and what a slow version of them would be.
const OWED: &[(&str, &str)] = &[];

#[test]
fn every_analysis_has_an_oracle() {
    let module = fs::read_to_string(repository("src/analysis/mod.rs")).unwrap();
    let names = module
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 3, "{names:?}");
    for name in &names {
        let has = ORACLES.iter().any(|(of, ..)| of == name);
        let owed = OWED.iter().any(|(of, _)| of == name);
        assert!(
            has || owed,
            "the analysis `{name}` has no oracle: write `tests/suite/{name}.rs` with a test that \
             compares it with a slow, obvious version, and name the test in ORACLES of \
             tests/suite/oracles.rs"
        );
        assert!(
            !(has && owed),
            "`{name}` has its oracle: take it out of OWED"
        );
    }
    let listed = ORACLES.iter().map(|(of, ..)| of);
    for name in listed.chain(OWED.iter().map(|(of, _)| of)) {
        assert!(names.contains(name), "there is no analysis `{name}`");
    }
    for (name, file, test) in ORACLES {
        let text = fs::read_to_string(repository(file)).unwrap_or_default();
        assert!(
            text.contains(&format!("fn {test}(")),
            "the oracle of `{name}`, {test}, does not stand in {file}"
        );
    }
}
