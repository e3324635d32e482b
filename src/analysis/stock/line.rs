//! What is known of the goods of one product, and what follows from it.

use chrono::NaiveDate;

use super::planned::{Planned, Reserve, Wanted};
use super::sales::{Cause, Step, sold_out, steps};
use super::{Outcome, Shortage, Taker};
use crate::diagnostic::{FieldPath, ItemPath};
use crate::plan::value::Choice;
use crate::plan::{Entry, Product, Section};
use crate::resolve::Resolved;

/// Goods that come in on a day.
#[derive(Clone, Copy)]
struct Arriving {
    on: NaiveDate,
    pieces: i64,
}

/// Any number of pieces.
const ANY: i64 = i64::MAX / 4;

/// All that is known of the goods of one product.
pub(super) struct Line {
    counted_on: NaiveDate,
    stock: i64,
    /// What comes in, by day; as early and as many as can be, where that is not said.
    arriving: Vec<Arriving>,
    /// What certainly comes in on its day.
    certain: Vec<Arriving>,
    reserves: Vec<Reserve>,
    wanted: Vec<Wanted>,
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
            reserves: Vec::new(),
            wanted: Vec::new(),
            perhaps: 0,
            is_uncounted: product.stock.is_none() || product.stock_on.is_none(),
            missing: Vec::new(),
        };
        line.comes_in(product);
        line.goes(product, planned, resolved);
        line.may_go(Section::Campaigns, planned.campaigns.is_empty(), resolved);
        line.may_go(Section::Targets, planned.targets.is_empty(), resolved);
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
            let arriving = Arriving {
                on: on.map_or(self.counted_on, |day| day.value.0),
                pieces: pieces.map_or(ANY, |pieces| pieces.value.0),
            };
            if arriving.on < self.counted_on {
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
        let mut runs_on_it = false;
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
                (start, end) => {
                    self.perhaps += signed.pieces;
                    match (start, end) {
                        (None, _) => self.missing.push(campaign.field("start")),
                        (_, None) => self.missing.push(campaign.field("end")),
                        _ => runs_on_it = true,
                    }
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
                self.perhaps += target.pieces;
                runs_on_it = true;
            }
        }
        self.missing
            .extend(runs_on_it.then(|| product.field("stock_on")));
    }

    /// A section that could not be read whole may want any number.
    fn may_go(&mut self, section: Section, names_nothing: bool, resolved: &Resolved<'_>) {
        if !names_nothing && resolved.incomplete.lacks(section) {
            self.perhaps = ANY;
            self.missing.push(ItemPath::alone(section.word()).into());
        }
    }

    pub(super) fn outcome(self) -> Option<Outcome> {
        let steps = steps(&self.reserves, &self.wanted);
        let first =
            balance(self.stock, &self.arriving, &steps).position(|(there, gone)| gone > there);
        if let Some(first) = first.filter(|_| !self.is_uncounted) {
            return Some(Outcome::Short(self.shortage(&steps, first)));
        }
        let left = balance(self.stock, &self.certain, &steps).map(|(there, gone)| there - gone);
        if first.is_some() || left.fold(self.stock, i64::min) < self.perhaps {
            let certain: i64 = steps.iter().map(|step| step.pieces).sum();
            let at_most = certain.saturating_add(self.perhaps);
            return Some(Outcome::Unknown {
                missing: self.missing,
                at_most: Some(at_most).filter(|_| self.perhaps < ANY),
            });
        }
        let out_on = self.sold_out(&steps)?;
        let next = self
            .arriving
            .iter()
            .find(|arriving| arriving.on > out_on)?
            .on;
        Some(Outcome::Tight { out_on, next })
    }

    fn shortage(&self, steps: &[Step], first: usize) -> Shortage {
        let step = steps[first];
        let (there, gone) = balance(self.stock, &self.arriving, &steps[..=first])
            .last()
            .unwrap_or_default();
        let comes_in = !self.arriving.is_empty();
        let counted = if comes_in { &steps[..=first] } else { steps };
        let running = self.reserves.iter().enumerate();
        let running: Vec<usize> = running
            .filter(|(_, reserve)| reserve.start <= step.day && step.day <= reserve.end)
            .map(|(at, _)| at)
            .collect();
        let at_once: i64 = running.iter().map(|at| self.reserves[*at].pieces).sum();
        let at_once = Some(at_once).filter(|pieces| *pieces > there && running.len() > 1);
        let takers = match at_once {
            Some(_) => running
                .into_iter()
                .map(|at| self.taker(Cause::Reserve(at)))
                .collect(),
            None => counted.iter().map(|step| self.taker(step.cause)).collect(),
        };
        let is_target = matches!(step.cause, Cause::Wanted(_));
        Shortage {
            day: step.day,
            about: self.sold_out(steps).filter(|_| is_target),
            there,
            needed: counted.iter().map(|step| step.pieces).sum(),
            left: there - (gone - step.pieces),
            first: self.taker(step.cause),
            comes_in,
            at_once,
            takers,
        }
    }

    fn taker(&self, cause: Cause) -> Taker {
        match cause {
            Cause::Reserve(at) => Taker::Campaign(self.reserves[at].campaign),
            Cause::Wanted(at) => Taker::Target(self.wanted[at].target, self.wanted[at].span),
        }
    }

    fn sold_out(&self, steps: &[Step]) -> Option<NaiveDate> {
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

/// What has come in and what is gone by the day of each step.
fn balance(stock: i64, arriving: &[Arriving], steps: &[Step]) -> impl Iterator<Item = (i64, i64)> {
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
