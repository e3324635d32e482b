//! OP160: a task asks for something the law forbids.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::library::forbidden_words;

pub(in crate::check) static RULE: Rule = rule!("OP160" "forbidden-action" Tasks Warning,
    "任务里有违规行为", "a task asks for a forbidden action");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let list = forbidden_words();
    let source = &list.source;
    for task in &context.resolved.tasks {
        let Some(title) = &task.item.title else {
            continue;
        };
        if let Some(word) = list.find(title) {
            let message = text!(
                "任务里写了「{word}」，属于违规行为",
                "the task asks for \"{word}\", which is forbidden"
            );
            report
                .find(task, title.span, message)
                .with(task.key_span(), text!("依据：{source}", "source: {source}"))
                .help(text!("改用合规的推广方式", "use a lawful way of promotion"));
        }
    }
}
