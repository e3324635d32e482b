//! What findings advise can be done, and helps.

use opsplan::diagnostic::Language;

use crate::world::Memory;

/// What a check says to do about each of its findings.
fn advice(text: &str, code: &str) -> Vec<String> {
    let report = Memory::new([("plan.toml", text)]).check("plan.toml").report;
    let findings = report.findings.iter();
    let of_check = findings.filter(|finding| finding.rule.code == code);
    let help = of_check.filter_map(|finding| finding.help.as_ref());
    help.map(|help| help.get(Language::Chinese).to_owned())
        .collect()
}

/// What stands between the first two backticks.
fn quoted(help: &str) -> &str {
    help.split('`').nth(1).expect("something is quoted")
}

#[test]
fn goods_that_come_in_as_advised_are_enough() {
    let campaign = "[campaigns.autumn]\nproduct = \"box\"\nquantity = 6_000\nstart = 2026-10-01\nend = 2026-10-03\n";
    let target = "[targets.2026-11]\nproducts.box.units = 7_500\n";
    for wants in [
        campaign.to_owned(),
        target.to_owned(),
        format!("{campaign}{target}"),
    ] {
        let plan = |arrivals: &str| {
            format!(
                "[plan]\ntitle = \"t\"\nstart = 2026-09-01\nend = 2026-12-31\n\
                 [products.box]\nstock = 4_000\nstock_on = 2026-08-31\n{arrivals}\n{wants}"
            )
        };
        let help = advice(&plan(""), "OP110");
        assert_eq!(help.len(), 1, "{wants}");
        let arrivals = quoted(&help[0]);
        assert!(arrivals.starts_with("arrivals = "), "{help:?}");
        assert_eq!(
            advice(&plan(arrivals), "OP110"),
            [""; 0],
            "{arrivals}\n{wants}"
        );
    }
}

#[test]
fn an_event_may_be_counted_beside_its_months_and_a_phase_may_not() {
    let plan = |section: &str| {
        format!(
            "[plan]\ntitle = \"t\"\n[{section}.sale]\nstart = 2026-06-01\nend = 2026-06-18\n\
             [targets]\nsale.revenue = 2_000\n2026-06.revenue = 1_000\n"
        )
    };
    let [of_event, of_phase] = ["events", "phases"].map(|section| advice(&plan(section), "OP023"));
    assert!(
        of_event.len() == 1 && of_event[0].contains("counted"),
        "{of_event:?}"
    );
    assert!(
        of_phase.len() == 1 && !of_phase[0].contains("counted"),
        "{of_phase:?}"
    );
}

#[test]
fn what_is_there_for_traffic_is_not_told_to_be() {
    let plan = |role: &str| {
        format!("[plan]\ntitle = \"t\"\n[products.mug]\nprice = 8\ncost = 22\nrole = \"{role}\"\n")
    };
    let [campaign, traffic] = ["campaign", "traffic"].map(|role| advice(&plan(role), "OP093"));
    assert!(
        campaign.len() == 1 && campaign[0].contains("traffic"),
        "{campaign:?}"
    );
    assert!(
        traffic.len() == 1 && !traffic[0].contains("traffic"),
        "{traffic:?}"
    );
}
