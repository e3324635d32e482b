//! What is known of the goods of one product, and what follows from it.

use chrono::NaiveDate;

use super::planned::{Planned, Reserve, Wanted};
use super::sales::{Step, sold_out, steps};
use super::{Coming, Outcome, Taker, Undecided};
use crate::diagnostic::FieldPath;
use crate::plan::{Entry, Product, Section, Unread};
use crate::resolve::Resolved;

/// Any number of pieces.
const ANY: i64 = i64::MAX / 4;

/// All that is known of the goods of one product.
pub(super) struct Line {
    counted_on: NaiveDate,
    pub(super) stock: i64,
    /// What comes in, by day; as early and as many as can be, where that is not said.
    pub(super) arriving: Vec<Coming>,
    /// What certainly comes in on its day.
    pub(super) certain: Vec<Coming>,
    /// What came in before the count, which holds it.
    pub(super) counted: Vec<Coming>,
    pub(super) reserves: Vec<Reserve>,
    pub(super) wanted: Vec<Wanted>,
    /// What has begun on the day of the count, with all that may be left to sell of it.
    begun: (Vec<Reserve>, Vec<Wanted>),
    /// Pieces that may be wanted besides.
    perhaps: i64,
    /// Whether the stock or its day is not said, so that everything is counted against it.
    is_uncounted: bool,
    /// The fields that would tell what is not known.
    missing: Vec<FieldPath>,
}

impl Line {
    pub(super) fn new(
        product: &Entry<Product>,
        planned: &Planned,
        resolved: &Resolved<'_>,
    ) -> Option<Self> {
        let is_unread = |key: &&str| product.unread.holds(key);
        let says_nothing = product.stock.is_none() && product.arrivals.is_empty();
        if says_nothing || ["stock", "stock_on", "arrivals"].iter().any(is_unread) {
            return None;
        }
        let mut line = Self {
            counted_on: product.stock_on.map_or(NaiveDate::MIN, |day| day.value.0),
            stock: product.stock.map_or(0, |stock| stock.value.0),
            arriving: Vec::new(),
            certain: Vec::new(),
            counted: Vec::new(),
            reserves: Vec::new(),
            wanted: Vec::new(),
            begun: (Vec::new(), Vec::new()),
            perhaps: 0,
            is_uncounted: product.stock.is_none() || product.stock_on.is_none(),
            missing: Vec::new(),
        };
        line.comes_in(product);
        line.goes(product, planned, resolved);
        line.perhaps_goes(planned, resolved);
        if line.is_uncounted {
            let key = if product.stock.is_none() {
                "stock"
            } else {
                "stock_on"
            };
            line.missing = vec![product.field(key)];
        }
        Some(line)
    }

    /// What comes in after the count; what came before is in it.
    fn comes_in(&mut self, product: &Entry<Product>) {
        for arrival in &product.arrivals {
            let (on, pieces) = (arrival.on, arrival.quantity);
            let arriving = Coming {
                on: on.map_or(self.counted_on, |day| day.value.0),
                pieces: pieces.map_or(ANY, |pieces| pieces.value.0),
                span: on.map_or(product.key_span(), |day| day.span),
            };
            if arriving.on < self.counted_on {
                self.counted.extend(pieces.map(|_| arriving));
                continue;
            }
            self.arriving.push(arriving);
            let unsaid = on.is_none().then_some("on");
            match unsaid.or(pieces.is_none().then_some("quantity")) {
                None => self.certain.push(arriving),
                Some(key) => self.missing.push(product.field("arrivals").below(key)),
            }
        }
        self.arriving.sort_by_key(|arriving| arriving.on);
        self.certain.sort_by_key(|arriving| arriving.on);
    }

    /// What is wholly after the count, and what may be.
    fn goes(&mut self, product: &Entry<Product>, planned: &Planned, resolved: &Resolved<'_>) {
        let counted_on = self.counted_on;
        for signed in &planned.campaigns {
            let campaign = &resolved.campaigns[signed.campaign];
            match (signed.start, signed.end) {
                (_, Some(end)) if end < counted_on => {}
                (Some(start), end) if start >= counted_on => self.reserves.push(Reserve {
                    start,
                    end: end.unwrap_or(NaiveDate::MAX),
                    pieces: signed.pieces,
                    campaign: signed.campaign,
                }),
                (Some(_), Some(end)) => self.begun.0.push(Reserve {
                    start: counted_on,
                    end,
                    pieces: signed.pieces,
                    campaign: signed.campaign,
                }),
                (start, _) => {
                    self.perhaps += signed.pieces;
                    let unsaid = if start.is_none() { "start" } else { "end" };
                    self.missing.push(campaign.field(unsaid));
                }
            }
        }
        for target in planned
            .targets
            .iter()
            .filter(|target| target.to >= counted_on)
        {
            if target.from >= counted_on {
                self.wanted.push(*target);
            } else {
                self.begun.1.push(Wanted {
                    from: counted_on,
                    ..*target
                });
            }
        }
        if self.first_begun().is_some() {
            self.missing.push(product.field("stock_on"));
        }
        if self.has_beside() {
            let (reserves, wanted) = &self.begun;
            let reserved = reserves.iter().map(|reserve| reserve.pieces);
            let begun = reserved.chain(wanted.iter().map(|target| target.pieces));
            self.perhaps += begun.sum::<i64>();
        }
    }

    /// Whether an event is counted beside the others: then nobody says for which of them a
    /// campaign sells, and what has begun may all be wanted besides.
    pub(super) fn has_beside(&self) -> bool {
        let mut targets = self.wanted.iter().chain(&self.begun.1);
        targets.any(|target| target.is_beside)
    }

    /// What could not be read may want any number. No field is named for it: a finding says
    /// what is wrong.
    fn perhaps_goes(&mut self, planned: &Planned, resolved: &Resolved<'_>) {
        let lacks = |section| resolved.incomplete.lacks_items(section);
        let campaigns = || resolved.plan.campaigns.iter();
        let may_be_signed = || campaigns().any(|campaign| hides_one(&campaign.unread, PIECES));
        let targets = || resolved.plan.targets.iter();
        let may_be_wanted = || targets().any(|target| hides_one(&target.unread, UNITS));
        if !planned.campaigns.is_empty() && (lacks(Section::Campaigns) || may_be_signed())
            || !planned.targets.is_empty() && (lacks(Section::Targets) || may_be_wanted())
        {
            self.perhaps = ANY;
        }
    }

    fn first_begun(&self) -> Option<Taker> {
        let campaign = self
            .begun
            .0
            .first()
            .map(|one| Taker::Campaign(one.campaign));
        let target = || self.begun.1.first();
        campaign.or_else(|| target().map(|one| Taker::Target(one.target, one.span)))
    }

    /// All steps there are if everything that has begun is still to be sold.
    fn most(&self) -> Vec<Step> {
        if self.has_beside() {
            return steps(&self.reserves, &self.wanted);
        }
        let (reserves, wanted) = &self.begun;
        let reserves: Vec<_> = self.reserves.iter().chain(reserves).copied().collect();
        let wanted: Vec<_> = self.wanted.iter().chain(wanted).copied().collect();
        steps(&reserves, &wanted)
    }

    pub(super) fn outcome(self) -> Option<Outcome> {
        let steps = steps(&self.reserves, &self.wanted);
        let first =
            balance(self.stock, &self.arriving, &steps).position(|(there, gone)| gone > there);
        if let Some(first) = first.filter(|_| !self.is_uncounted) {
            return Some(Outcome::Short(self.shortage(&steps, first)));
        }
        let most = self.most();
        let left = balance(self.stock, &self.certain, &most).map(|(there, gone)| there - gone);
        if first.is_some() || left.fold(self.stock, i64::min) < self.perhaps {
            let known: i64 = most.iter().map(|step| step.pieces).sum();
            let at_most = known.saturating_add(self.perhaps);
            return Some(Outcome::Unknown(Undecided {
                begun: self.first_begun(),
                missing: self.missing,
                at_most: Some(at_most).filter(|_| self.perhaps < ANY),
            }));
        }
        let out_on = self.sold_out(&steps)?;
        let next = self
            .arriving
            .iter()
            .find(|arriving| arriving.on > out_on)?
            .on;
        Some(Outcome::Tight { out_on, next })
    }

    pub(super) fn sold_out(&self, steps: &[Step]) -> Option<NaiveDate> {
        let coming = self
            .arriving
            .iter()
            .map(|arriving| (arriving.on, arriving.pieces));
        sold_out(
            steps,
            &self.wanted,
            coming.chain([(self.counted_on, self.stock)]),
        )
    }
}

/// The fields of a campaign without which nobody knows of what it signs up how many.
const PIECES: &[&str] = &["product", "quantity"];
/// The fields of a target in which it may name pieces.
const UNITS: &[&str] = &[
    "units",
    "products",
    "stores",
    "categories",
    "channels",
    "people",
];

/// Whether one of some fields was written and could not be read.
fn hides_one(unread: &Unread, fields: &[&str]) -> bool {
    fields.iter().any(|field| unread.holds(field))
}

/// What has come in and what is gone by the day of each step.
pub(super) fn balance(
    stock: i64,
    arriving: &[Coming],
    steps: &[Step],
) -> impl Iterator<Item = (i64, i64)> {
    let mut arriving = arriving.iter().peekable();
    let (mut there, mut gone) = (stock, 0);
    steps.iter().map(move |step| {
        while let Some(one) = arriving.next_if(|one| one.on <= step.day) {
            there = one.pieces.saturating_add(there);
        }
        gone += step.pieces;
        (there, gone)
    })
}
