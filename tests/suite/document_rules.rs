//! What documents say of campaigns and their programmes.

use opsplan::diagnostic::Language;

use crate::document::with_view;

/// What a campaign's chapter says of one plan, a line a part.
fn campaigns_of(text: &str) -> String {
    with_view(text, Language::Chinese, |view| {
        let chapter = view.chapters.iter().find(|one| one.id == "campaigns");
        let parts = chapter.unwrap().parts.iter();
        parts.map(|part| format!("{part:?}\n")).collect()
    })
}

#[test]
fn the_version_that_holds_brings_its_own_source_papers_and_note() {
    let said = campaigns_of(
        "[plan]\ntitle = \"t\"\n[programs.deal]\nlead_time = \"3d\"\ndocuments = [\"营业执照\"]\n\
         source = \"一月公告\"\nnote = \"一月的说明\"\n[[programs.deal.versions]]\nfrom = 2026-05-01\n\
         lead_time = \"5d\"\ndocuments = [\"质检报告\"]\nsource = \"五月公告\"\nnote = \"五月的说明\"\n\
         [campaigns.may]\nprogram = \"deal\"\nsignup_on = 2026-05-02\nstart = 2026-05-20\n",
    );
    for own in ["质检报告", "五月公告", "五月的说明"] {
        assert!(said.contains(own), "{own} is missing in {said}");
    }
    // What the rules say otherwise is printed as such, never as what has to be handed in.
    let papers = said.lines().find(|line| line.contains("须提交的资料"));
    assert!(!papers.unwrap().contains("营业执照"), "{said}");
    let base = said.lines().find(|line| line.contains("原规则")).unwrap();
    for other in ["营业执照", "一月的说明"] {
        assert!(base.contains(other), "{other} is missing in {base}");
    }
}

#[test]
fn a_campaign_is_eligible_only_by_rules_that_are_complete_and_freshly_read() {
    let outcome = |rules: &str| {
        let said = campaigns_of(&format!(
            "[plan]\ntitle = \"t\"\n[programs.deal]\nquantity = {{ at_least = 50 }}\n{rules}\n\
             [campaigns.may]\nprogram = \"deal\"\nquantity = 60\nsignup_on = 2026-05-02\n"
        ));
        let words = ["Outcome(Met)", "Outcome(AsStated)"];
        words.into_iter().find(|word| said.contains(word))
    };
    assert_eq!(outcome(""), Some("Outcome(AsStated)"));
    assert_eq!(outcome("complete = true"), Some("Outcome(AsStated)"));
    assert_eq!(
        outcome("checked_on = 2026-04-30"),
        Some("Outcome(AsStated)")
    );
    let fresh = "complete = true\nchecked_on = 2026-04-30";
    assert_eq!(outcome(fresh), Some("Outcome(Met)"));
    let stale = "complete = true\nchecked_on = 2025-04-30";
    assert_eq!(outcome(stale), Some("Outcome(AsStated)"));
}

#[test]
fn a_campaign_is_the_shops_own_only_where_the_plan_says_so() {
    let said = |organiser: &str| {
        campaigns_of(&format!(
            "[plan]\ntitle = \"t\"\n[campaigns.sale]\nstart = 2026-06-01\n{organiser}\n"
        ))
    };
    assert!(said("organiser = \"store\"").contains("Outcome(Own)"));
    assert!(said("").contains("未写活动规则"));
    assert!(said("organiser = \"platform\"").contains("未写活动规则"));
    assert!(!said("status = \"declined\"").contains("Outcome(Own)"));
}

#[test]
fn a_shop_without_a_name_has_no_key_for_a_heading() {
    let parts = |stores: &str| {
        let text = format!("[plan]\ntitle = \"t\"\n{stores}");
        with_view(&text, Language::Chinese, |view| {
            let chapter = view.chapters.iter().find(|one| one.id == "store");
            let parts = chapter.unwrap().parts.iter();
            parts.map(|part| format!("{part:?}\n")).collect::<String>()
        })
    };
    assert!(!parts("[store]\nplatform = \"tmall\"\n").contains("\"store\""));
    let two = "[store]\nplatform = \"tmall\"\n[stores.jd]\nname = \"京东店\"\nplatform = \"jd\"\n";
    assert!(!parts(two).contains("\"store\""));
}
