//! OP165: what buyers are told holds a word that advertising may not use, or not without proof.

use crate::analysis::instructions::Instruction;
use crate::check::{Context, Finding, Reporter, Subject};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::library::{Claims, advertising_words};
use crate::plan::{Line, Section};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP165" "advertising-words" Tasks Warning,
    "宣传用语需核对", "a word that advertising may not use, or not without proof");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    names(context, report);
    for instruction in &context.analysis.instructions {
        if !is_name(instruction) {
            told(instruction, context, report);
        }
    }
}

/// Names and positioning of shops, names of products and campaigns: what buyers read.
fn names(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for store in &plan.stores {
        let texts = [&store.name, &store.positioning].into_iter().flatten();
        for text in texts.filter(|text| !is_aim(text)) {
            look(store, (Section::Stores, store.label()), text, report);
        }
    }
    for product in &plan.products {
        if let Some(title) = &product.title {
            look(product, (Section::Products, product.label()), title, report);
        }
    }
    for campaign in &plan.campaigns {
        if let Some(title) = &campaign.title {
            look(
                campaign,
                (Section::Campaigns, campaign.label()),
                title,
                report,
            );
        }
    }
}

/// Words with which a text says what a shop wants to become: aims are no claims.
const AIMS: [&str; 10] = [
    "成为", "做", "争做", "打造", "力争", "目标", "致力", "愿景", "争取", "希望",
];

fn is_aim(text: &str) -> bool {
    AIMS.iter().any(|aim| text.trim_start().starts_with(aim))
}

/// Whether a text is one of those that are read as names.
fn is_name(instruction: &Instruction<'_>) -> bool {
    match instruction.item.section {
        Section::Stores => instruction.field == "positioning",
        Section::Products | Section::Campaigns => instruction.field == "title",
        _ => false,
    }
}

/// What an instruction has buyers told: 首屏写“…”, 主打….
fn told(instruction: &Instruction<'_>, context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let item = &context.resolved.item(instruction.item);
    let named = (item.section, item.label());
    let claims = advertising_words().find_told(instruction.text, instruction.heading);
    for claim in claims {
        let finding = one(item.into(), named, claim, instruction.span, report);
        if instruction.field == "note" {
            finding.severity(Severity::Info);
        }
    }
}

fn look(item: impl Into<Subject>, named: (Section, &str), text: &Line, report: &mut Reporter<'_>) {
    let item = item.into();
    for claim in advertising_words().find(text) {
        one(item.clone(), named, claim, text.span, report);
    }
}

fn one<'r>(
    item: Subject,
    (section, name): (Section, &str),
    (word, claims): (String, &Claims),
    span: Span,
    report: &'r mut Reporter<'_>,
) -> Finding<'r> {
    let named = named(section, name);
    let what = Text {
        zh: claims.zh.clone().into(),
        en: claims.en.clone().into(),
    };
    let source = &claims.source;
    let message = text!(
        "{named}写了「{word}」：{what}", "the {named} says \"{word}\": {what}"; named, what);
    let key = item.key_span();
    report
        .find(item, span, message)
        .with(key, text!("依据：{source}", "source: {source}"))
        .help(text!(
            "改用可以核实的说法；确有依据的，用 `allow` 写明依据",
            "use a claim that can be verified; where there is proof, state it in `allow`"
        ))
}

/// An item with its kind; a shop without a name has the name of its table alone.
fn named(section: Section, name: &str) -> Text {
    if section == Section::Stores && name == "store" {
        return text!("本店", "shop");
    }
    let noun = section.noun();
    text!("{noun}「{name}」", "{noun} {name}"; noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Language;

    #[test]
    fn a_shop_without_a_name_is_the_shop() {
        let name = |name| named(Section::Stores, name);
        assert_eq!(name("store").get(Language::Chinese), "本店");
        assert_eq!(name("store").get(Language::English), "shop");
        assert_eq!(name("南山").get(Language::Chinese), "店铺「南山」");
    }
}
