//! What documents say of campaigns and their programmes.

use opsplan::diagnostic::Language;

use opsplan::render::{Format, render};
use opsplan::view::part::{Part, Sheet};

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
    let soon = "complete = true\nchecked_on = 2026-04-01\nrecheck_after = \"4w\"";
    assert_eq!(outcome(soon), Some("Outcome(AsStated)"));
    let later = "complete = true\nchecked_on = 2025-04-30\nrecheck_after = \"13mo\"";
    assert_eq!(outcome(later), Some("Outcome(Met)"));
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

/// A shop that signs up for one programme several times, the last time with too many pieces.
fn signed_up(times: usize) -> String {
    let campaigns = (1..=times).map(|at| {
        let quantity = if at == times { 500 } else { 100 + at };
        format!(
            "[campaigns.c{at}]\ntitle = \"第 {at} 场\"\nprogram = \"deal\"\nquantity = {quantity}\n"
        )
    });
    let campaigns: String = campaigns.collect();
    format!(
        "[plan]\ntitle = \"t\"\n[store]\nplatform = \"taobao\"\n\
         [programs.deal]\ntitle = \"特价\"\nplatforms = [\"taobao\"]\n\
         quantity = {{ at_least = 50, at_most = 300 }}\nstore.positive_rate = {{ at_least = \"98%\" }}\n{campaigns}"
    )
}

/// The documents in Markdown and HTML.
fn pages_of(text: &str, language: Language) -> [String; 2] {
    with_view(text, language, |view| {
        [Format::Markdown, Format::Html].map(|format| {
            let page = render(view, format).unwrap();
            String::from_utf8(page[0].bytes.clone()).unwrap()
        })
    })
}

/// What each table of conditions has in its rows and columns.
fn conditions_of(text: &str) -> Vec<(usize, usize)> {
    with_view(text, Language::Chinese, |view| {
        let parts = view.chapters.iter().flat_map(|chapter| &chapter.parts);
        let sheets = parts.filter_map(|part| match part {
            Part::Sheet(sheet) if sheet.kind == "limits" => Some(sheet),
            _ => None,
        });
        let size = |sheet: &Sheet<'_>| (sheet.rows.len(), sheet.columns.len());
        sheets.map(size).collect()
    })
}

#[test]
fn a_programme_has_one_table_of_conditions_for_six_campaigns() {
    // Two conditions and what follows; two columns and one a campaign.
    assert_eq!(conditions_of(&signed_up(1)), [(3, 3)]);
    assert_eq!(conditions_of(&signed_up(6)), [(3, 8)]);
    assert_eq!(conditions_of(&signed_up(7)), [(3, 8), (3, 3)]);
}

#[test]
fn a_table_of_conditions_says_what_is_asked_and_what_is_there() {
    let [md, html] = pages_of(&signed_up(3), Language::Chinese);
    assert!(
        md.contains("| 报名数量 | 50—300 | ✓ 101 | ✓ 102 | **✗ 500** |"),
        "{md}"
    );
    assert!(md.contains("| 好评率 | ≥ 98% | ? | ? | ? |"), "{md}");
    let met = "aria-label=\"满足\"><use href=\"#met\"/></svg>101</span>";
    assert!(html.contains(met), "{html}");
    let [md, _] = pages_of(&signed_up(3), Language::English);
    assert!(
        md.contains("| quantity | 50–300 | ✓ 101 | ✓ 102 | **✗ 500** |"),
        "{md}"
    );
}

#[test]
fn words_say_what_is_not_met_and_what_is_missing_once() {
    let [md, html] = pages_of(&signed_up(3), Language::Chinese);
    assert!(
        md.contains("- ✗ 第 3 场：报名数量（要求：50—300）：500；"),
        "{md}"
    );
    assert!(md.contains("- ? 好评率：缺少店铺的好评率 Q1\n"), "{md}");
    assert_eq!(md.matches("好评率：缺少").count(), 1, "{md}");
    assert!(html.contains("<a href=\"#q1\">Q1</a></li>"), "{html}");
    let [md, _] = pages_of(&signed_up(3), Language::English);
    assert!(
        md.contains("- ✗ 第 3 场: quantity (required: 50–300): 500; "),
        "{md}"
    );
}

#[test]
fn a_platform_is_a_condition_only_where_it_is_wrong_or_unknown() {
    let right = signed_up(1);
    for (platform, rows) in [("taobao", 3), ("tmall", 4), ("", 4)] {
        let shop = match platform {
            "" => "[store]\nname = \"店\"".to_owned(),
            _ => format!("[store]\nplatform = \"{platform}\""),
        };
        let plan = right.replacen("[store]\nplatform = \"taobao\"", &shop, 1);
        assert_eq!(conditions_of(&plan), [(rows, 3)], "{platform}");
    }
}

#[test]
fn campaigns_under_other_versions_of_the_rules_stand_in_a_table_of_their_own() {
    let plan = "[plan]\ntitle = \"t\"\n[programs.deal]\nquantity = { at_least = 50 }\n\
                [[programs.deal.versions]]\nfrom = 2026-05-01\nquantity = { at_least = 80 }\n\
                [campaigns.may]\nprogram = \"deal\"\nquantity = 90\nsignup_on = 2026-05-02\n\
                [campaigns.april]\nprogram = \"deal\"\nquantity = 90\nsignup_on = 2026-04-02\n";
    assert_eq!(conditions_of(plan), [(2, 3), (2, 3)]);
    let [md, _] = pages_of(plan, Language::Chinese);
    assert!(
        md.contains("≥ 80 | ✓ 90") && md.contains("≥ 50 | ✓ 90"),
        "{md}"
    );
}

#[test]
fn what_all_campaigns_share_is_said_once() {
    let plan = |owner: &str, status: &str| {
        format!(
            "[plan]\ntitle = \"t\"\n[people]\na = {{ name = \"甲\" }}\nb = {{ name = \"乙\" }}\n\
             [campaigns.one]\nstart = 2026-06-01\nend = 2026-06-03\nowners = [\"a\"]\n\
             [campaigns.two]\nstart = 2026-07-01\nowners = [\"{owner}\"]\nstatus = \"{status}\"\n"
        )
    };
    let [md, _] = pages_of(&plan("a", "planned"), Language::Chinese);
    assert!(md.contains("负责人：甲（全部）"), "{md}");
    assert!(md.contains("| 活动 | 活动期 | 报名条件 |"), "{md}");
    assert!(!md.contains("计划中"), "{md}");
    let [md, _] = pages_of(&plan("b", "approved"), Language::Chinese);
    assert!(!md.contains("（全部）") && md.contains("| 乙 |"), "{md}");
    assert!(md.contains("| two · 已通过 |"), "{md}");
}

#[test]
fn prices_of_campaigns_have_the_same_decimals() {
    let plan = |price: &str| {
        format!(
            "[plan]\ntitle = \"t\"\n[campaigns.one]\nprice = 45\nquantity = 10\n\
             [campaigns.two]\nprice = {price}\n"
        )
    };
    let [md, _] = pages_of(&plan("9.9"), Language::Chinese);
    assert!(
        md.contains("10 件 × ¥45.00") && md.contains("¥9.90"),
        "{md}"
    );
    let [md, _] = pages_of(&plan("9"), Language::Chinese);
    assert!(md.contains("10 件 × ¥45 ") && md.contains("¥9 "), "{md}");
}

#[test]
fn a_campaign_runs_from_day_to_day_on_one_line() {
    let plan = "[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-12-31\n[campaigns.one]\n\
                start = 2026-04-24\nend = 2026-05-05\n[campaigns.two]\nstart = 2026-06-01\nend = 2026-06-01\n";
    let [md, _] = pages_of(plan, Language::Chinese);
    assert!(
        md.contains("| 4/24—5/5 |") && md.contains("| 6/1 |"),
        "{md}"
    );
    let [md, _] = pages_of(plan, Language::English);
    assert!(
        md.contains("| 24 Apr – 5 May |") && md.contains("| 1 Jun |"),
        "{md}"
    );
}

#[test]
fn english_ranges_name_their_unit_once() {
    let plan = "[plan]\ntitle = \"t\"\n[programs.deal]\ndiscount = { at_least = \"1折\", at_most = \"5折\" }\n\
                store.level = { at_least = \"3心\", at_most = \"5钻\" }\n\
                [campaigns.may]\nprogram = \"deal\"\n";
    let [md, _] = pages_of(plan, Language::English);
    assert!(md.contains("| 10%–50% of the original price |"), "{md}");
    assert!(md.contains("| 3 hearts to 5 diamonds |"), "{md}");
}

#[test]
fn the_time_before_the_start_stands_among_the_conditions() {
    let plan = |lead: &str| {
        format!(
            "[plan]\ntitle = \"t\"\n[programs.deal]\n{lead}review_time = {{ at_least = \"1d\", at_most = \"3d\" }}\n\
             [campaigns.may]\nprogram = \"deal\"\nsignup_on = 2026-05-02\nstart = 2026-05-20\n"
        )
    };
    let [md, _] = pages_of(&plan("lead_time = \"7d\"\n"), Language::Chinese);
    let words = "至少提前 7 天报名 · 审核 1—3 天，须在开始前完成";
    assert!(md.contains(words), "{md}");
    let [md, _] = pages_of(&plan(""), Language::English);
    let words = "| review takes 1 day to 3 days, over before the start |";
    assert!(md.contains(words), "{md}");
}

/// Two campaigns under a rule of two versions; the later one says this.
fn of_two_versions(later: &str) -> String {
    format!(
        "[plan]\ntitle = \"t\"\n[programs.deal]\nfrom = 2026-01-01\nuntil = 2026-12-31\n\
         quantity = {{ at_least = 50 }}\n[[programs.deal.versions]]\nfrom = 2026-05-01\n{later}\n\
         [campaigns.april]\nprogram = \"deal\"\nquantity = 90\nsignup_on = 2026-04-02\n\
         [campaigns.may]\nprogram = \"deal\"\nquantity = 90\nsignup_on = 2026-05-02\n\
         [campaigns.june]\nprogram = \"deal\"\nquantity = 90\nsignup_on = 2026-06-02\n"
    )
}

#[test]
fn the_days_of_a_programme_stand_beside_its_name() {
    let [md, _] = pages_of(&of_two_versions(""), Language::Chinese);
    assert!(md.contains("2026 年 1 月 1 日—12 月 31 日有效"), "{md}");
    assert!(md.contains("2026 年 5 月 1 日起有效"), "{md}");
    let only_later = of_two_versions("").replace("2026-04-02", "2026-05-03");
    let [md, _] = pages_of(&only_later, Language::English);
    let words = "Rules otherwise: in force 1 January – 31 December 2026";
    assert!(md.contains(words), "{md}");
}

#[test]
fn versions_of_a_rule_are_told_once() {
    let [md, _] = pages_of(&of_two_versions("note = \"改版\""), Language::Chinese);
    assert_eq!(md.matches("规则版本：").count(), 1, "{md}");
    assert!(
        !md.contains("原规则"),
        "they have a table of their own: {md}"
    );
}

#[test]
fn a_version_that_withdraws_all_limits_leaves_none() {
    let plan = of_two_versions("withdraw = [\"quantity\"]");
    let [md, _] = pages_of(&plan, Language::Chinese);
    assert!(md.contains("| 结论 |  | 条件已取消 | 条件已取消 |"), "{md}");
    assert!(md.contains("| 结论 |  | 已写条件均满足 |"), "{md}");
    assert!(md.contains("已写条件均满足 1 · 条件已取消 2"), "{md}");
    let other = plan.replace("withdraw", "platforms = [\"tmall\"]\nwithdraw");
    let later_states_none = other.replace("quantity = { at_least = 50 }\n", "");
    let later_states_none =
        later_states_none.replace("withdraw = [\"quantity\"]", "value = { at_least = 1 }");
    let [md, _] = pages_of(&later_states_none, Language::Chinese);
    assert!(
        !md.contains("已写条件均满足 1"),
        "nothing is written of April: {md}"
    );
}
