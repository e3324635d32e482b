//! OP160: a text asks for something the law forbids.

use crate::analysis::instructions::Instruction;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::library::{Found, forbidden_words};

pub(in crate::check) static RULE: Rule = rule!("OP160" "forbidden-action" Tasks Warning,
    "写了违规行为", "a text asks for a forbidden action");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let list = forbidden_words();
    for instruction in &context.analysis.instructions {
        if let Some(found) = list.find(instruction.text, instruction.heading) {
            one(instruction, found, context, report);
        }
    }
}

fn one(
    instruction: &Instruction<'_>,
    found: Found<'_>,
    context: Context<'_, '_>,
    report: &mut Reporter<'_>,
) {
    let item = &context.resolved.item(instruction.item);
    let (name, noun) = (item.label(), item.section.noun());
    let (word, source) = (&found.word, &found.group.source);
    let message = text!(
        "{noun}「{name}」写了「{word}」，属于违规行为",
        "the {noun} {name} asks for \"{word}\", which is forbidden"; noun);
    let lawful = Text {
        zh: found.group.lawful_zh.clone().into(),
        en: found.group.lawful_en.clone().into(),
    };
    let finding = report
        .find(item, instruction.span, message)
        .with(item.key_span(), text!("依据：{source}", "source: {source}"))
        .help(text!("删去这一项，改用合规方式（{lawful}）", "remove it and use a lawful way: {lawful}"; lawful));
    if instruction.field == "note" {
        finding.severity(Severity::Info);
    }
}
