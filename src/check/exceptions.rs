use std::collections::HashSet;

use super::reading::reference;
use super::{Reporter, UnreadFields, rule, rules};
use crate::diagnostic::{Exception, Report, nearest, text};
use crate::plan::{Allow, AnyItem, Fields, Plan, Said, Says};
use crate::source::Span;

/// The exceptions of a plan. A name that is no check is a reference that leads nowhere.
pub fn exceptions(plan: &Plan, report: &mut Report) -> Vec<Exception> {
    let unread = UnreadFields::default();
    let mut report = Reporter::new(&reference::RULE, &unread, report);
    let mut found = Vec::new();
    plan.each_item(|item| {
        for one in item.item.allow() {
            match rule(&one.check) {
                Some(rule) => found.push(Exception {
                    item: item.path(),
                    rule,
                    until: one.until.map(|day| day.value.0),
                    reason: one.reason.to_string(),
                    span: one.check.span,
                    places: places(&item),
                }),
                None => unknown_check(&item, one, &mut report),
            }
        }
    });
    found
}

/// Where an item stands, and each thing that it says.
fn places(item: &AnyItem<'_>) -> HashSet<Span> {
    let mut places = HashSet::from([item.key_span()]);
    item.item.each(&mut |_, says| add_places(says, &mut places));
    // What has no place of its own is nowhere.
    places.remove(&Span::default());
    places
}

fn add_places(says: &dyn Says, places: &mut HashSet<Span>) {
    says.say(Span::default(), &mut |said, span| {
        let inside: &dyn Fields = match said {
            Said::Table(table) => table,
            Said::Part(key, _, part) => {
                places.insert(key.span);
                part
            }
            _ => {
                places.insert(span);
                return;
            }
        };
        inside.each(&mut |_, says| add_places(says, places));
    });
}

fn unknown_check(item: &AnyItem<'_>, allow: &Allow, report: &mut Reporter<'_>) {
    let written = &allow.check.value;
    let message = text!("没有 `{written}` 这项检查", "there is no check `{written}`");
    let finding = report.find(item, allow.check.span, message);
    let known = rules().into_iter().flat_map(|rule| [rule.code, rule.name]);
    match nearest(written, known) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(allow.check.span, format!("\"{meant}\"")),
        None => finding.help(text!(
            "用 `opsplan checks` 查看全部检查",
            "`opsplan checks` lists all checks"
        )),
    };
}
