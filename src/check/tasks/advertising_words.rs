//! OP165: what buyers are told holds a word that advertising may not use, or only with proof.

use crate::check::{Context, Reporter, Subject};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::library::advertising_words;
use crate::plan::{Line, Section};

pub(in crate::check) static RULE: Rule = rule!("OP165" "advertising-words" Tasks Warning,
    "宣传用语需核对", "a word that advertising may not use, or only with proof");

/// Names and positioning of shops, names of products and campaigns: what buyers read.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
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

fn look(
    item: impl Into<Subject>,
    (section, name): (Section, &str),
    text: &Line,
    report: &mut Reporter<'_>,
) {
    let (item, noun) = (item.into(), section.noun());
    for (word, claims) in advertising_words().find(text) {
        let what = Text {
            zh: claims.zh.clone().into(),
            en: claims.en.clone().into(),
        };
        let source = &claims.source;
        let message = text!(
            "{noun}「{name}」写了「{word}」：{what}",
            "the {noun} {name} says \"{word}\": {what}"; noun, what);
        report
            .find(item.clone(), text.span, message)
            .with(item.key_span(), text!("依据：{source}", "source: {source}"))
            .help(text!(
                "改用可以核实的说法；确有依据的，用 `allow` 写明依据",
                "say what can be proved; where there is proof, `allow` it and say which"
            ));
    }
}
