//! Campaigns: when they run, what they offer, and whether they may take part.

use super::material::Material;
use super::part::{Below, Cell, Chapter, Column, Fit, Part, Row, RowKind, Sheet};
use super::products::margin_of;
use super::said::{both_counted, counted, names, texts};
use super::value::Value;
use super::{calendar, eligibility, programs, store};
use crate::analysis::eligibility::{Outcome, outcomes};
use crate::analysis::figures::{self, Margin};
use crate::diagnostic::Text;
use crate::plan::value::{Day, Instant};
use crate::plan::{Campaign, CampaignStatus, Entry, Fields, Section, Windows};
use crate::resolve::Resolved;
use crate::source::Located;

pub(super) const SECTIONS: &[Section] = &[Section::Campaigns, Section::Programs];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let campaigns = &resolved.plan.campaigns;
    let outcomes = outcomes(&material.analysis.eligibility, resolved);
    let mut order: Vec<usize> = (0..campaigns.len()).collect();
    order.sort_by_key(|at| {
        let start = campaigns[*at].start.day().map(|day| day.value);
        (start.is_none(), start)
    });
    let common = common_owners(campaigns, resolved);
    let rows = order.iter().map(|at| {
        let owners = common
            .is_none()
            .then(|| names(&campaigns[*at].owners, resolved));
        row(
            &campaigns[*at],
            owners.unwrap_or_default(),
            outcomes[*at],
            resolved,
        )
    });
    let title = Text::fixed("活动一览", "All campaigns");
    let sheet = Sheet::new("campaigns", title.clone(), columns(), rows.collect());
    let mut parts: Vec<Part<'p>> = calendar::bands(resolved, &outcomes)
        .map(Part::Bands)
        .into_iter()
        .collect();
    if !campaigns.is_empty() {
        parts.push(Part::Heading(Value::Words(title), Vec::new()));
        parts.extend(common.map(Part::Note));
        parts.push(Part::Sheet(sheet.without_empty_columns()));
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
        Column::new("days", "活动期", "Dates", Fit::Tight),
        Column::new("owner", "负责人", "Owner", Fit::Tight),
        Column::new("eligible", "报名条件", "Eligibility", Fit::Tight),
    ]
}

/// The owners of all campaigns, where they are the same in all of several.
fn common_owners<'p>(
    campaigns: &'p [Entry<Campaign>],
    resolved: &Resolved<'p>,
) -> Option<Value<'p>> {
    let first = names(&campaigns.first()?.owners, resolved);
    let mut others = campaigns[1..].iter();
    let is_common = campaigns.len() > 1 && others.all(|one| names(&one.owners, resolved) == first);
    let owners = Value::list(first).filter(|_| is_common)?;
    Some(Value::phrase(
        "负责人：{0}（全部）",
        "Owner of all campaigns: {0}",
        [owners],
    ))
}

fn row<'p>(
    campaign: &'p Entry<Campaign>,
    owners: Vec<Value<'p>>,
    outcome: Outcome,
    resolved: &Resolved<'p>,
) -> Row<'p> {
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
    let free_shipping = free_shipping.map(|_| Value::words("包邮", "free shipping"));
    let is_without_rules = outcome == Outcome::WithoutRules;
    let without_rules = || Value::words("未写活动规则", "no rules stated");
    let eligible = Cell::new(Value::Outcome(outcome)).detail(is_without_rules.then(without_rules));
    let organiser = campaign.organiser.map(|host| Value::choice(host.value));
    let organiser = organiser.filter(|_| outcome != Outcome::Own);
    let status = campaign.status.map(|status| status.value);
    let status = status.filter(|status| *status != CampaignStatus::Planned);
    let title = Cell {
        badge: status.map(Value::choice),
        ..Cell::new(Value::plain(campaign.label()))
    };
    Row {
        kind: if outcome == Outcome::NotMet {
            RowKind::Failed
        } else {
            RowKind::Plain
        },
        cells: vec![
            title.detail(program).detail(organiser),
            Cell::new(product)
                .detail(store)
                .detail(Value::beside([offer(campaign), free_shipping])),
            Cell::new(campaign.signup_on.map(|day| Value::day(day.value.0))),
            Cell::new(days(campaign))
                .detail(both_counted((&campaign.start, &campaign.end), resolved)),
            Cell::lines(owners),
            eligible,
        ],
        below: Below::default()
            .detail(margin(campaign, resolved))
            .labelled("时间窗：", "Windows: ", windows(campaign))
            .detail(terms(campaign))
            .labelled("目标：", "Goal: ", Value::line(campaign.goal.as_ref()))
            .labelled("备注：", "Note: ", Value::line(campaign.note.as_ref())),
        ..Row::default()
    }
}

fn offer(campaign: &Campaign) -> Option<Value<'_>> {
    let quantity = campaign
        .quantity
        .map(|quantity| Value::phrase("{0} 件", "{0} pcs", [Value::exactly(quantity.value)]));
    let price = campaign.price.map(|price| Value::Price(price.value));
    match (quantity, price) {
        (Some(quantity), Some(price)) => {
            Some(Value::phrase("{0} × {1}", "{0} × {1}", [quantity, price]))
        }
        (quantity, price) => quantity.or(price),
    }
}

/// From when to when each part of it runs.
fn windows(campaign: &Campaign) -> Option<Value<'_>> {
    let of = campaign.windows?.value;
    let windows = [
        of.signup, of.warm_up, of.deposit, of.balance, of.sale, of.encore,
    ];
    let named = Windows::fields().iter().zip(windows);
    let said = named.filter_map(|(field, window)| {
        let window = window?.value;
        let end = |moment: Option<Located<Instant>>| match moment {
            Some(moment) => Value::Instant(moment.value),
            None => Value::words("未定", "not set"),
        };
        let label = Value::Words(Text::fixed(field.zh, field.en));
        let window = Value::between(end(window.from), end(window.until));
        Some(Value::phrase("{0} {1}", "{0} {1}", [label, window]))
    });
    Value::titles(said)
}

/// What is promised to buyers, and paid to those who bring them.
fn terms(campaign: &Campaign) -> Option<Value<'_>> {
    let said = |zh, en, value: Option<Value<'static>>| Some(Value::phrase(zh, en, [value?]));
    let deposit = campaign.deposit.map(|money| Value::Price(money.value));
    let protected = campaign.price_protected_until;
    let protected = protected.map(|day| Value::day(day.value.0));
    let ships = campaign.ships_within.map(|time| Value::exactly(time.value));
    let commission = campaign.commission.map(|rate| Value::exactly(rate.value));
    let agency = campaign.agency_fee.map(|rate| Value::exactly(rate.value));
    Value::beside([
        said("定金 {0}", "deposit {0}", deposit),
        said("保价至 {0}", "price protected until {0}", protected),
        said("付款后 {0}内发货", "sent within {0} of payment", ships),
        said("佣金 {0}", "commission {0}", commission),
        said("服务费 {0}", "agency fee {0}", agency),
    ])
}

/// What is left of the campaign price after the cost of the product.
fn margin<'p>(campaign: &Campaign, resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let margin = figures::campaign_margin(campaign, resolved)?;
    let (zh, en) = match margin {
        Margin::Share(_) => ("活动价毛利率 {0}", "Margin at this price {0}"),
        Margin::Loss(_) => ("活动价{0}", "{0} at this price"),
    };
    Some(Value::phrase(zh, en, [margin_of(margin)]))
}

/// From its first day to its last, as far as they are known.
fn days(campaign: &Campaign) -> Value<'_> {
    let day = |day: Option<Located<Day>>| day.map(|day| Value::day(day.value.0));
    let first = day(campaign.start.day()).unwrap_or(Value::words("未定", "not set"));
    match day(campaign.end.day()) {
        Some(last) => Value::between(first, last),
        None => first,
    }
}
