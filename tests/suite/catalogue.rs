//! Products with one number, against comparing every pair.

use std::fmt::Write;

use opsplan::analysis::catalogue::same_sku;
use proptest::prelude::*;

use crate::world::Memory;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn numbers_stand_twice_as_comparing_every_pair_says(skus in prop::collection::vec("[ab]{0,2} ?", 0..8)) {
        let mut text = String::from("[plan]\ntitle = \"t\"\n");
        for (at, sku) in skus.iter().enumerate() {
            let _ = writeln!(text, "[products.p{at}]\nsku = \"{sku}\"");
        }
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| {
            let same = same_sku(plan.resolved);
            same.iter().map(|same| (same.first.0.at(), same.second.0.at())).collect::<Vec<_>>()
        });
        let first = |second: usize| {
            let mut before = 0..second;
            before.find(|one| skus[*one].trim() == skus[second].trim())
        };
        let with_number = (0..skus.len()).filter(|at| !skus[*at].trim().is_empty());
        let expected = with_number.filter_map(|second| Some((first(second)?, second)));
        prop_assert_eq!(compiled.made.expect("the plan is readable"), expected.collect::<Vec<_>>(), "{}", text);
    }
}
