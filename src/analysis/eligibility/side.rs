//! The two sides of a limit: the rules in force, and the campaign with all that they are
//! measured on. What is not there is a [`Want`].

use chrono::NaiveDate;

use super::answer::{Asked, Criterion, Ours, Outside, ScoreKind, Verdict, Want, Way};
use super::limits::{Description, description};
use crate::diagnostic::FieldPath;
use crate::plan::value::{Bounds, Choice, Quantity, Score};
use crate::plan::{
    Campaign, Entry, InSection, Limit, Product, Program, Ref, Referent, Section, Store,
};
use crate::resolve::{Resolved, To};
use crate::source::{Located, Span};

/// What rules say of one limit: those of the version, else those of the programme.
pub(super) struct Rules<'p> {
    limit: Limit,
    base: &'p Program,
    version: Option<&'p Program>,
}

impl<'p> Rules<'p> {
    pub(super) fn new(limit: Limit, base: &'p Program, version: Option<&'p Program>) -> Self {
        Self {
            limit,
            base,
            version,
        }
    }

    pub(super) fn one<T>(&self, field: impl Fn(&'p Program) -> Option<T>) -> Option<T> {
        let of_version = self.version.and_then(&field);
        of_version.or_else(|| field(self.still_holding()?))
    }

    /// The programme itself, unless the version says that the figure is no longer known.
    fn still_holding(&self) -> Option<&'p Program> {
        let is_open = self
            .version
            .is_some_and(|version| leaves_open(version, self.limit));
        (!is_open).then_some(self.base)
    }

    /// Where the limit is said to exist, without a figure.
    pub(super) fn unstated(&self) -> impl Iterator<Item = Span> {
        let replaced = self
            .version
            .is_some_and(|version| states(version, self.limit));
        let of_base = Some(self.base).filter(|_| !replaced);
        let lists = self.version.into_iter().chain(of_base);
        let limits = lists.flat_map(|rules| &rules.unstated);
        limits
            .filter(|unstated| unstated.value == self.limit)
            .map(|unstated| unstated.span)
    }

    pub(super) fn criterion(&self, rule: Span, asked: Asked, verdict: Verdict) -> Criterion {
        Criterion {
            limit: self.limit,
            part: None,
            rule,
            asked,
            verdict,
        }
    }

    /// A figure that has to lie inside the bounds of a field.
    pub(super) fn figure<T: Copy + Into<Quantity> + 'p>(
        &self,
        field: impl Fn(&'p Program) -> Option<&'p Located<Bounds<T>>>,
        ours: impl Fn() -> Result<Located<T>, Want>,
    ) -> Vec<Criterion> {
        self.bounds(field, |bounds| compared(bounds, ours()))
    }

    /// The same where the verdict follows in another way.
    pub(super) fn bounds<T: Copy + Into<Quantity> + 'p>(
        &self,
        field: impl Fn(&'p Program) -> Option<&'p Located<Bounds<T>>>,
        verdict: impl Fn(Bounds<T>) -> Result<Verdict, Want>,
    ) -> Vec<Criterion> {
        let asked = self.one(field).into_iter();
        asked
            .map(|asked| self.inside(asked, verdict(asked.value)))
            .collect()
    }

    /// One of the scores.
    pub(super) fn score(
        &self,
        part: ScoreKind,
        asked: &Located<Bounds<Score>>,
        ours: Result<Located<Score>, Want>,
    ) -> Criterion {
        Criterion {
            part: Some(part),
            ..self.inside(asked, compared(asked.value, ours))
        }
    }

    fn inside<T: Copy + Into<Quantity>>(
        &self,
        asked: &Located<Bounds<T>>,
        verdict: Result<Verdict, Want>,
    ) -> Criterion {
        let asked_for = Asked::Within(asked.value.map(Into::into));
        self.criterion(asked.span, asked_for, verdict.unwrap_or_else(Want::verdict))
    }

    /// A word that has to be one of some.
    pub(super) fn word<C: Choice + PartialEq>(
        &self,
        (asked, rule): (&[Located<C>], Span),
        ours: Result<Located<C>, Want>,
    ) -> Criterion {
        let words = asked.iter().map(|one| one.value.entry()).collect();
        let verdict = match ours {
            Err(want) => want.verdict(),
            Ok(ours) if asked.iter().any(|one| one.value == ours.value) => {
                Verdict::Met(Ours::Word(ours.value.entry()))
            }
            Ok(ours) => Verdict::NotMet(Ours::Word(ours.value.entry()), Outside::beside(ours.span)),
        };
        self.criterion(rule, Asked::OneOf(words), verdict)
    }
}

fn compared<T: Copy + Into<Quantity>>(
    bounds: Bounds<T>,
    ours: Result<Located<T>, Want>,
) -> Result<Verdict, Want> {
    let ours = ours?;
    Ok(within(bounds.map(Into::into), ours.value.into(), ours.span))
}

/// Whether a figure lies inside bounds.
pub(super) fn within(bounds: Bounds<Quantity>, ours: Quantity, span: Span) -> Verdict {
    if bounds.contain(ours) {
        return Verdict::Met(Ours::Figure(ours));
    }
    let outside = Outside::new(span, way(bounds, ours));
    Verdict::NotMet(Ours::Figure(ours), outside)
}

/// On which side of bounds a figure lies that is outside.
pub(super) fn way<T: Copy + PartialOrd>(bounds: Bounds<T>, figure: T) -> Way {
    let most = Bounds {
        low: None,
        ..bounds
    };
    if most.contain(figure) {
        Way::Below
    } else {
        Way::Above
    }
}

fn leaves_open(rules: &Program, limit: Limit) -> bool {
    rules
        .unstated
        .iter()
        .any(|unstated| unstated.value == limit)
}

/// Whether rules say something of a limit: its figure, or that the figure is not known.
pub(super) fn states(rules: &Program, limit: Limit) -> bool {
    (description(limit).is_stated)(rules) || leaves_open(rules, limit)
}

/// Whether what a programme says of a limit could not be read.
pub(super) fn is_unread(program: &Entry<Program>, description: &Description) -> bool {
    let keys = description.fields.iter().map(|keys| keys[0]);
    keys.chain(["unstated", "versions"])
        .any(|key| program.unread.holds(key))
}

/// The campaign with all that its limits are measured on.
pub(super) struct Side<'p> {
    pub(super) campaign: &'p Entry<Campaign>,
    pub(super) program: &'p Entry<Program>,
    store: Result<&'p Entry<Store>, Want>,
    product: Result<&'p Entry<Product>, Want>,
    /// The day that decides which rules hold: that of sign-up, else the first.
    pub(super) on: Result<NaiveDate, Want>,
}

impl<'p> Side<'p> {
    pub(super) fn new(
        campaign: &'p Entry<Campaign>,
        program: &'p Entry<Program>,
        resolved: &Resolved<'p>,
    ) -> Self {
        Self {
            campaign,
            program,
            store: store(campaign, resolved),
            product: product(campaign, resolved),
            on: on(campaign),
        }
    }

    pub(super) fn of_store<V>(
        &self,
        keys: &[&'static str],
        value: impl Fn(&'p Store) -> Option<V>,
    ) -> Result<V, Want> {
        let store = self.store.clone()?;
        value(&store.item).ok_or_else(|| want(store, keys))
    }

    pub(super) fn of_product<V>(
        &self,
        key: &'static str,
        value: impl Fn(&'p Product) -> Option<V>,
    ) -> Result<V, Want> {
        let product = self.product.clone()?;
        value(&product.item).ok_or_else(|| want(product, &[key]))
    }

    pub(super) fn of_campaign<V>(
        &self,
        key: &'static str,
        value: impl Fn(&'p Campaign) -> Option<V>,
    ) -> Result<V, Want> {
        value(&self.campaign.item).ok_or_else(|| self.wanting(key))
    }

    /// A field of the campaign that says nothing.
    pub(super) fn wanting(&self, key: &'static str) -> Want {
        want(self.campaign, &[key])
    }

    pub(super) fn of_program(&self, keys: &[&'static str]) -> Want {
        want(self.program, keys)
    }
}

/// A field that says nothing.
fn want<T: InSection>(entry: &Entry<T>, keys: &[&'static str]) -> Want {
    Want {
        field: FieldPath {
            item: entry.path(),
            keys: keys.to_vec(),
        },
        is_unread: keys.first().is_some_and(|key| entry.unread.holds(key)),
    }
}

fn store<'p>(
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Result<&'p Entry<Store>, Want> {
    resolved.store_of(campaign).ok_or_else(|| {
        let mut want = want(campaign, &["store"]);
        want.is_unread |= match &campaign.store {
            Some(store) => leads_to_unread(store, resolved),
            None => resolved.incomplete.lacks(Section::Stores),
        };
        want
    })
}

fn product<'p>(
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Result<&'p Entry<Product>, Want> {
    resolved.get(&campaign.product).ok_or_else(|| {
        let mut want = want(campaign, &["product"]);
        let product = campaign.product.as_ref();
        want.is_unread |= product.is_some_and(|product| leads_to_unread(product, resolved));
        want
    })
}

/// Whether something is written and could not be read: nothing is missing that could be
/// added.
fn leads_to_unread<T: Referent>(reference: &Ref<T>, resolved: &Resolved<'_>) -> bool {
    resolved.follow(reference) == To::Unread
}

fn on(campaign: &Entry<Campaign>) -> Result<NaiveDate, Want> {
    let signup = want(campaign, &["signup_on"]);
    match (campaign.signup_on, campaign.start) {
        (Some(day), _) => Ok(day.value.0),
        (None, Some(start)) if !signup.is_unread => Ok(start.value.0),
        _ => {
            let is_unread = signup.is_unread || campaign.unread.holds("start");
            Err(Want {
                is_unread,
                ..signup
            })
        }
    }
}
