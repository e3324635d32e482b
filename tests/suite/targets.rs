//! Targets against the slow, obvious versions: every figure drawn from what its digits leave
//! open and the formula worked out; sums made day by day in every world that a shop can
//! be in. A contradiction is found where and only where no world agrees with what is said.

use std::collections::BTreeSet;
use std::fmt::Write;

use opsplan::diagnostic::Severity;
use proptest::prelude::*;

use crate::world::Memory;

/// The most that a cell of a world holds. No figure below says more: a world with more in a
/// cell agrees with the same statements as one with this.
const MOST: i64 = 3;

/// A figure as a plan says it.
#[derive(Clone, Copy, Debug)]
enum Says {
    Exactly(i64),
    AtLeast(i64),
    MoreThan(i64),
    AtMost(i64),
    LessThan(i64),
    Nothing,
}

impl Says {
    fn written(self) -> Option<String> {
        Some(match self {
            Self::Exactly(value) => value.to_string(),
            Self::AtLeast(value) => format!("{{ at_least = {value} }}"),
            Self::MoreThan(value) => format!("{{ more_than = {value} }}"),
            Self::AtMost(value) => format!("{{ at_most = {value} }}"),
            Self::LessThan(value) => format!("{{ less_than = {value} }}"),
            Self::Nothing => return None,
        })
    }

    fn allows(self, value: i64) -> bool {
        match self {
            Self::Exactly(said) => value == said,
            Self::AtLeast(said) => value >= said,
            Self::MoreThan(said) => value > said,
            Self::AtMost(said) => value <= said,
            Self::LessThan(said) => value < said,
            Self::Nothing => true,
        }
    }
}

fn says() -> impl Strategy<Value = Says> {
    let value = 0..=MOST;
    prop_oneof![
        3 => value.clone().prop_map(Says::Exactly),
        1 => value.clone().prop_map(Says::AtLeast),
        1 => (0..MOST).prop_map(Says::MoreThan),
        1 => value.prop_map(Says::AtMost),
        1 => (1..=MOST).prop_map(Says::LessThan),
        3 => Just(Says::Nothing),
    ]
}

/// A statement: the table and what it says, and the cells of a world that it is the sum of.
#[derive(Clone, Debug)]
struct Statement {
    table: &'static str,
    cells: &'static [usize],
    says: Says,
}

/// Whether some world agrees with all of some statements about six cells.
fn is_possible<'s>(statements: impl Iterator<Item = &'s Statement>) -> bool {
    let statements: Vec<_> = statements.collect();
    let worlds = (MOST + 1).pow(6);
    (0..worlds).any(|world| {
        let cell = |at: &usize| world / (MOST + 1).pow(u32::try_from(*at).unwrap()) % (MOST + 1);
        statements
            .iter()
            .all(|one| one.says.allows(one.cells.iter().map(cell).sum()))
    })
}

fn plan(head: &str, statements: &[Statement]) -> String {
    let mut text = head.to_owned();
    for one in statements {
        if let Some(says) = one.says.written() {
            writeln!(text, "[targets.{}]\nunits = {says}", one.table).unwrap();
        }
    }
    text
}

/// The tables that the errors of a plan point at, one set a finding.
fn wrong(text: &str) -> Vec<BTreeSet<String>> {
    let compiled = Memory::new([("plan.toml", text)]).check("plan.toml");
    let errors = compiled
        .report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let table_of = |at: u32| {
        let before = &text[..at as usize];
        let header = &before[before.rfind("[targets.").unwrap() + "[targets.".len()..];
        header[..header.find(']').unwrap()].to_owned()
    };
    let found = errors.map(|finding| {
        let labels = finding.labels.iter().map(|label| label.span.start);
        labels
            .chain([finding.primary.span.start])
            .map(table_of)
            .collect()
    });
    found.collect()
}

/// Every finding is a fact: what it points at cannot all hold. Nothing that one whole and
/// its parts say is missed.
fn compare(
    head: &str,
    statements: &[Statement],
    families: &[&[&str]],
) -> Result<(), TestCaseError> {
    let text = plan(head, statements);
    let found = wrong(&text);
    for culprits in &found {
        let meant = statements.iter().filter(|one| culprits.contains(one.table));
        prop_assert!(
            !is_possible(meant),
            "a false alarm: {culprits:?} can all hold\n{text}"
        );
    }
    for family in families {
        let meant = statements.iter().filter(|one| family.contains(&one.table));
        if !is_possible(meant) {
            // A figure that is wrong already is not blamed again.
            let is_told =
                |culprits: &BTreeSet<String>| family.iter().any(|table| culprits.contains(*table));
            prop_assert!(
                found.iter().any(is_told),
                "missed: {family:?} cannot all hold\n{text}"
            );
        }
    }
    Ok(())
}

/// Three months of two shops, all of them named: a cell is a month of a shop.
const SHOPS: &str = "[plan]\ntitle = \"t\"\nstart = 2026-01-01\nend = 2026-12-31\n\
    [stores.x]\nname = \"x\"\n[stores.y]\nname = \"y\"\n";
const OF_SHOPS: [(&str, &[usize]); 12] = [
    ("2026-Q1", &[0, 1, 2, 3, 4, 5]),
    ("2026-Q1.stores.x", &[0, 1, 2]),
    ("2026-Q1.stores.y", &[3, 4, 5]),
    ("2026-01", &[0, 3]),
    ("2026-01.stores.x", &[0]),
    ("2026-01.stores.y", &[3]),
    ("2026-02", &[1, 4]),
    ("2026-02.stores.x", &[1]),
    ("2026-02.stores.y", &[4]),
    ("2026-03", &[2, 5]),
    ("2026-03.stores.x", &[2]),
    ("2026-03.stores.y", &[5]),
];
/// Each whole with one kind of its parts.
const FAMILIES_OF_SHOPS: [&[&str]; 7] = [
    &["2026-Q1", "2026-01", "2026-02", "2026-03"],
    &[
        "2026-Q1.stores.x",
        "2026-01.stores.x",
        "2026-02.stores.x",
        "2026-03.stores.x",
    ],
    &[
        "2026-Q1.stores.y",
        "2026-01.stores.y",
        "2026-02.stores.y",
        "2026-03.stores.y",
    ],
    &["2026-Q1", "2026-Q1.stores.x", "2026-Q1.stores.y"],
    &["2026-01", "2026-01.stores.x", "2026-01.stores.y"],
    &["2026-02", "2026-02.stores.x", "2026-02.stores.y"],
    &["2026-03", "2026-03.stores.x", "2026-03.stores.y"],
];

/// Three months in halves: a phase that is the first half of January, one from there to the
/// end of February, an event in the second half of February, one in the last half of March.
/// What all of them leave is the first half of March: a whole may be above them.
const HALVES: &str = "[plan]\ntitle = \"t\"\nstart = 2026-01-01\nend = 2026-12-31\n\
    [phases.early]\nstart = 2026-01-01\nend = 2026-01-15\n\
    [phases.long]\nstart = 2026-01-16\nend = 2026-02-28\n\
    [events.love]\nstart = 2026-02-15\nend = 2026-02-28\n\
    [events.last]\nstart = 2026-03-16\nend = 2026-03-31\n";
const OF_HALVES: [(&str, &[usize]); 8] = [
    ("2026-Q1", &[0, 1, 2, 3, 4, 5]),
    ("2026-01", &[0, 1]),
    ("2026-02", &[2, 3]),
    ("2026-03", &[4, 5]),
    ("early", &[0]),
    ("long", &[1, 2, 3]),
    ("love", &[3]),
    ("last", &[5]),
];
/// What is compared with each other: a whole and its months, a stretch and what it touches,
/// stretches without a day in common and what holds them; in the end all of them.
const FAMILIES_OF_HALVES: [&[&str]; 10] = [
    &["2026-Q1", "2026-01", "2026-02", "2026-03"],
    &["early", "2026-01"],
    &["long", "2026-01", "2026-02"],
    &["long", "2026-Q1"],
    &["love", "2026-02"],
    &["love", "2026-Q1"],
    &["love", "long"],
    &["last", "2026-03"],
    &["early", "long", "last", "2026-Q1"],
    &[
        "2026-Q1", "2026-01", "2026-02", "2026-03", "early", "long", "love", "last",
    ],
];

/// The same months, every day of which lies in one of four phases. Two of them together are
/// January, three of them January and February, all of them the quarter.
const PHASES: &str = "[plan]\ntitle = \"t\"\nstart = 2026-01-01\nend = 2026-12-31\n\
    [phases.one]\nstart = 2026-01-01\nend = 2026-01-15\n\
    [phases.two]\nstart = 2026-01-16\nend = 2026-01-31\n\
    [phases.three]\nstart = 2026-02-01\nend = 2026-03-15\n\
    [phases.four]\nstart = 2026-03-16\nend = 2026-03-31\n";
const OF_PHASES: [(&str, &[usize]); 8] = [
    ("2026-Q1", &[0, 1, 2, 3, 4, 5]),
    ("2026-01", &[0, 1]),
    ("2026-02", &[2, 3]),
    ("2026-03", &[4, 5]),
    ("one", &[0]),
    ("two", &[1]),
    ("three", &[2, 3, 4]),
    ("four", &[5]),
];
/// Nothing that all of them say is missed, whichever of them it is.
const FAMILIES_OF_PHASES: [&[&str]; 1] = [&[
    "2026-Q1", "2026-01", "2026-02", "2026-03", "one", "two", "three", "four",
]];

fn statements<const N: usize>(
    tables: [(&'static str, &'static [usize]); N],
) -> impl Strategy<Value = Vec<Statement>> {
    prop::collection::vec(says(), N).prop_map(move |said| {
        let both = tables.into_iter().zip(said);
        both.map(|((table, cells), says)| Statement { table, cells, says })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn shops_and_months_contradict_each_other_where_no_world_agrees(said in statements(OF_SHOPS)) {
        compare(SHOPS, &said, &FAMILIES_OF_SHOPS)?;
    }

    #[test]
    fn phases_and_events_contradict_months_where_no_world_agrees(said in statements(OF_HALVES)) {
        compare(HALVES, &said, &FAMILIES_OF_HALVES)?;
    }

    #[test]
    fn phases_that_leave_no_day_are_what_their_periods_are(said in statements(OF_PHASES)) {
        compare(PHASES, &said, &FAMILIES_OF_PHASES)?;
    }
}

/// A figure in 万, rounded.
fn rounded(yuan: i64) -> i64 {
    (yuan + 5_000) / 10_000
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Months to the yuan, quarters rounded, their half the sum of what they say; a phase and
    /// an event beside them. A cell is half a month.
    #[test]
    fn a_world_that_is_rounded_does_not_contradict_itself(
        cells in prop::collection::vec(0..40_000_i64, 12),
        (has_phase, is_phase_rounded, has_event) in any::<(bool, bool, bool)>(),
    ) {
        let mut text = "[plan]\ntitle = \"t\"\nstart = 2026-01-01\nend = 2026-06-30\n\
            [phases.long]\nstart = 2026-01-16\nend = 2026-03-15\n\
            [events.love]\nstart = 2026-02-15\nend = 2026-02-28\n[targets]\n".to_owned();
        for (month, halves) in (1..).zip(cells.chunks(2)) {
            writeln!(text, "2026-{month:02} = {{ revenue = {} }}", halves[0] + halves[1]).unwrap();
        }
        let [first, second] = [&cells[..6], &cells[6..]].map(|cells| rounded(cells.iter().sum()));
        for (period, figure) in [("Q1", first), ("Q2", second), ("H1", first + second)] {
            writeln!(text, "2026-{period} = {{ revenue = \"{figure}万\" }}").unwrap();
        }
        let phase: i64 = cells[1..5].iter().sum();
        match (has_phase, is_phase_rounded) {
            (true, true) => writeln!(text, "long = {{ revenue = \"{}万\" }}", rounded(phase)).unwrap(),
            (true, false) => writeln!(text, "long = {{ revenue = {phase} }}").unwrap(),
            (false, _) => {}
        }
        if has_event {
            writeln!(text, "love = {{ revenue = {} }}", cells[3]).unwrap();
        }
        let codes = codes(&text);
        prop_assert!(!codes.contains(&"OP023".to_owned()), "{codes:?}\n{text}");
    }
}

/// Figures of one table, in the smallest units: revenue and order value in cents, conversion
/// in thousandths of a percent, each with the units that its last digit counts.
#[derive(Clone, Copy, Debug)]
struct Factors {
    visitors: i64,
    conversion: i64,
    order_value: i64,
    revenue: i64,
    orders: i64,
}

fn factors() -> impl Strategy<Value = Factors> {
    let value = (1..60_i64, 1..40_i64, 1..40_i64);
    // Revenue and orders near what follows: that is where mistakes are.
    (value, -40..=40_i64, -10..=10_i64).prop_map(
        |((visitors, conversion, order_value), off, few)| {
            let revenue = (visitors * conversion * order_value + 50) / 100 + off;
            let orders = (visitors * conversion + 50) / 100 + few;
            Factors {
                visitors,
                conversion,
                order_value,
                revenue: revenue.max(0),
                orders: orders.max(0),
            }
        },
    )
}

/// What a figure can be before it was rounded: its ends, in halves of its last place.
fn ends(value: i64) -> [i64; 2] {
    [(2 * value - 1).max(0), 2 * value + 1]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Visitors whole, conversion in whole percent, order value and revenue in whole yuan.
    #[test]
    fn the_formula_is_wrong_where_no_drawn_figures_agree(said in factors()) {
        let Factors { visitors, conversion, order_value, revenue, .. } = said;
        let text = format!(
            "[plan]\ntitle = \"t\"\n[targets.2026-01]\nvisitors = {visitors}\nconversion = \"{conversion}%\"\n\
             order_value = {order_value}\nrevenue = {revenue}\n"
        );
        let mut drawn = Vec::new();
        for visitors in ends(visitors) {
            for conversion in ends(conversion) {
                drawn.extend(ends(order_value).map(|value| visitors * conversion * value));
            }
        }
        // Halves of halves of halves of a hundredth of a yuan: 800 to the yuan.
        let (least, most) = (*drawn.iter().min().unwrap(), *drawn.iter().max().unwrap());
        let [low, high] = ends(revenue).map(|half| half * 400);
        let is_wrong = high < least || most < low;
        let codes = codes(&text);
        // What lies within a cent of an end may be told either way.
        let is_near = (high - least).abs() <= 8 || (most - low).abs() <= 8;
        prop_assert!(is_near || codes.contains(&"OP020".to_owned()) == is_wrong, "{codes:?}\n{text}");
    }

    #[test]
    fn orders_are_too_few_where_no_drawn_figures_agree(said in factors()) {
        let Factors { visitors, conversion, orders, .. } = said;
        let text = format!(
            "[plan]\ntitle = \"t\"\n[targets.2026-01]\nvisitors = {visitors}\nconversion = \"{conversion}%\"\n\
             orders = {orders}\n"
        );
        // Four hundred parts of a buyer.
        let least = ends(visitors)[0] * ends(conversion)[0];
        let is_wrong = ends(orders)[1] * 200 < least;
        let is_near = (ends(orders)[1] * 200 - least).abs() <= 40;
        let codes = codes(&text);
        prop_assert!(is_near || codes.contains(&"OP034".to_owned()) == is_wrong, "{codes:?}\n{text}");
    }

    #[test]
    fn visitors_are_too_few_where_no_drawn_figures_agree(said in factors()) {
        let Factors { visitors, order_value, orders, .. } = said;
        let revenue = (visitors + orders) * order_value / 2;
        let text = format!(
            "[plan]\ntitle = \"t\"\n[targets.2026-01]\nvisitors = {visitors}\nrevenue = {revenue}\n\
             order_value = {order_value}\n"
        );
        // Halves of a yuan on both sides: the most that visitors spend, and the least revenue.
        let most = ends(visitors)[1] * ends(order_value)[1];
        let least = 2 * ends(revenue)[0];
        let is_near = (most - least).abs() <= 8;
        let codes = codes(&text);
        prop_assert!(is_near || codes.contains(&"OP037".to_owned()) == (least > most), "{codes:?}\n{text}");
    }
}

fn codes(text: &str) -> Vec<String> {
    let compiled = Memory::new([("plan.toml", text)]).check("plan.toml");
    let findings = compiled.report.findings.iter();
    findings
        .map(|finding| finding.rule.code.to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Every figure is drawn from what its digits leave open, in half yuan and half percent;
    /// what is left is compared in four-hundredths of a yuan.
    #[test]
    fn what_is_left_is_wrong_where_no_drawn_figures_agree(
        revenue in 0..120_i64,
        refunds in prop::option::of(0..=100_i64),
        net in 0..130_i64,
        profit in prop::option::of(0..130_i64),
    ) {
        let mut text = format!(
            "[plan]\ntitle = \"t\"\n[targets.2026-01]\nrevenue = {revenue}\nnet_revenue = {net}\n"
        );
        let said = refunds.map(|refunds| format!("refund_rate = \"{refunds}%\"\n"));
        text += &said.unwrap_or_default();
        text += &profit.map(|profit| format!("gross_profit = {profit}\n")).unwrap_or_default();
        let agrees = |refunds: i64| {
            let least = (2 * revenue - 1).max(0) * (199 - 2 * refunds).max(0);
            let most = (2 * revenue + 1) * (201 - 2 * refunds);
            least <= 200 * (2 * net + 1) && 200 * (2 * net - 1) <= most
        };
        let is_wrong = net > revenue
            || profit.is_some_and(|profit| profit > net)
            || refunds.is_some_and(|refunds| !agrees(refunds));
        let found = codes(&text).contains(&"OP039".to_owned());
        prop_assert_eq!(found, is_wrong, "{}", text);
    }
}
