//! Campaigns: when they run, what they offer, and whether they may take part.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, RowKind, Sheet};
use super::said::{counted, names, texts};
use super::value::Value;
use super::{calendar, eligibility, programs, store};
use crate::analysis::eligibility::{Outcome, outcomes};
use crate::analysis::figures;
use crate::diagnostic::Text;
use crate::plan::{Campaign, Entry, Section};
use crate::resolve::Resolved;

pub(super) const SECTIONS: &[Section] = &[Section::Campaigns, Section::Programs];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let campaigns = &resolved.plan.campaigns;
    let outcomes = outcomes(&material.analysis.eligibility, resolved);
    let mut order: Vec<usize> = (0..campaigns.len()).collect();
    order.sort_by_key(|at| {
        let start = campaigns[*at].start.map(|day| day.value);
        (start.is_none(), start)
    });
    let rows = order
        .iter()
        .map(|at| row(&campaigns[*at], outcomes[*at], resolved))
        .collect();
    let title = Text::fixed("活动一览", "All campaigns");
    let sheet = Sheet::new("campaigns", title.clone(), columns(), rows);
    let mut parts: Vec<Part<'p>> = calendar::bands(resolved, &outcomes)
        .map(Part::Bands)
        .into_iter()
        .collect();
    if !campaigns.is_empty() {
        parts.push(Part::Heading(Value::Words(title), Vec::new()));
        parts.push(Part::Sheet(sheet));
    }
    parts.extend(super::said::sources(
        campaigns.iter().map(|campaign| texts(&campaign.source)),
    ));
    parts.extend(eligibility::tables(material, &order));
    parts.extend(programs::others(material));
    let title = match campaigns.is_empty() {
        true => Text::fixed("活动规则", "Campaign programmes"),
        false => Text::fixed("活动", "Campaigns"),
    };
    let what = match (campaigns.len(), resolved.plan.programs.len()) {
        (0, rules) => counted(rules, "种", "programme", "programmes"),
        (count, _) => counted(count, "场", "campaign", "campaigns"),
    };
    (!parts.is_empty()).then_some(Chapter {
        id: "campaigns",
        title,
        what,
        is_form: false,
        parts,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("title", "活动", "Campaign", Fit::Head),
        Column::new("offer", "商品与报名", "Product and offer", Fit::Text),
        Column::new("signup", "报名", "Sign-up", Fit::Tight),
        Column::new("days", "活动期", "Runs", Fit::Tight),
        Column::new("owner", "负责人", "Owner", Fit::Tight),
        Column::new("eligible", "报名条件", "Eligible", Fit::Tight),
    ]
}

fn row<'p>(campaign: &'p Entry<Campaign>, outcome: Outcome, resolved: &Resolved<'p>) -> Row<'p> {
    let product = campaign
        .product
        .as_ref()
        .map(|to| Value::plain(resolved.name(to)));
    let store = campaign.store.as_ref().map(|to| {
        let name = || Value::plain(resolved.name(to));
        resolved.get(to).map_or_else(name, store::name)
    });
    let program = campaign
        .program
        .as_ref()
        .map(|to| Value::plain(resolved.name(to)));
    let free_shipping = campaign.free_shipping.filter(|free| free.value);
    let is_without_rules = outcome == Outcome::WithoutRules;
    let without_rules = || Value::words("未写活动规则", "no rules stated");
    let eligible = Cell::new(Value::Outcome(outcome)).detail(is_without_rules.then(without_rules));
    let organiser = campaign.organiser.map(|host| Value::choice(host.value));
    let organiser = organiser.filter(|_| outcome != Outcome::Own);
    Row {
        kind: if outcome == Outcome::NotMet {
            RowKind::Failed
        } else {
            RowKind::Plain
        },
        cells: vec![
            Cell::new(Value::plain(campaign.label()))
                .detail(program)
                .detail(organiser)
                .detail(Value::line(campaign.goal.as_ref()))
                .detail(Value::line(campaign.note.as_ref())),
            Cell::new(product)
                .detail(store)
                .detail(offer(campaign))
                .detail(margin(campaign, resolved))
                .detail(free_shipping.map(|_| Value::words("包邮", "free shipping"))),
            Cell::new(campaign.signup_on.map(|day| Value::day(day.value.0))),
            Cell::lines(days(campaign)),
            Cell::lines(names(&campaign.owners, resolved))
                .detail(campaign.status.map(|status| Value::choice(status.value))),
            eligible,
        ],
        ..Row::default()
    }
}

fn offer(campaign: &Campaign) -> Option<Value<'_>> {
    let quantity = campaign
        .quantity
        .map(|quantity| Value::phrase("{0} 件", "{0} pcs", [Value::exactly(quantity.value)]));
    let price = campaign.price.map(|price| Value::exactly(price.value));
    match (quantity, price) {
        (Some(quantity), Some(price)) => {
            Some(Value::phrase("{0} × {1}", "{0} × {1}", [quantity, price]))
        }
        (quantity, price) => quantity.or(price),
    }
}

/// What is left of the campaign price after the cost of the product.
fn margin<'p>(campaign: &Campaign, resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let margin = figures::campaign_margin(campaign, resolved).map(Value::exactly)?;
    let (zh, en) = ("活动价毛利率 {0}", "margin at this price {0}");
    Some(Value::phrase(zh, en, [margin]))
}

/// First day, and last day if it is another.
fn days(campaign: &Campaign) -> Vec<Value<'_>> {
    let first = campaign.start.map(|day| Value::day(day.value.0));
    let last = campaign
        .end
        .filter(|end| campaign.start.is_none_or(|start| start.value != end.value));
    let last = last.map(|day| Value::phrase("– {0}", "– {0}", [Value::day(day.value.0)]));
    let mut days = vec![first.unwrap_or(Value::words("未定", "not set"))];
    days.extend(last);
    days
}
