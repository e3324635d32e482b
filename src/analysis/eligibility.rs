//! Which campaigns meet which limits of their programmes.

use chrono::{Days, Months, NaiveDate};

use crate::plan::value::{Bound, Bounds, Count, Discount, Duration, Level, Money, Rate, Score, Unit};
use crate::plan::{self, Guarantee, Limit, Platform, Program, Weekday};
use crate::resolve::{Campaign, Idx, Product, Resolved, Store};
use crate::source::{Located, Span};

/// A campaign that is signed up for a programme, measured against its limits.
#[derive(Clone, Debug)]
pub struct Application<'p> {
    /// The campaign.
    pub campaign: Idx<plan::Campaign>,
    /// The programme.
    pub program: Idx<Program>,
    /// One entry a limit the programme has, in the order of [`Limit`].
    pub criteria: Vec<Criterion<'p>>,
    /// Whether the programme names no limit at all: nothing can be decided.
    pub without_rules: bool,
}

/// One limit and how the campaign stands to it.
#[derive(Clone, Debug)]
pub struct Criterion<'p> {
    /// The limit.
    pub limit: Limit,
    /// Where the limit is stated.
    pub rule: Span,
    /// What is asked and what is there.
    pub measure: Measure<'p>,
    /// The answer.
    pub verdict: Verdict,
}

/// What a limit asks and what the campaign has; nothing where that is not stated.
#[derive(Clone, Debug)]
pub enum Measure<'p> {
    /// The platforms that may take part, and the shop's.
    Platform(&'p [Located<Platform>], Option<Platform>),
    /// Credit level.
    Level(Bounds<Level>, Option<Level>),
    /// One of the three scores: which, asked, has.
    Score(ScoreKind, Bounds<Score>, Option<Score>),
    /// Share of positive reviews.
    Rate(Bounds<Rate>, Option<Rate>),
    /// A guarantee the shop must have joined.
    Guarantee(Guarantee),
    /// How long the shop must be open on a day: asked, opened on, measured on.
    Age(Bounds<Duration>, Option<NaiveDate>, Option<NaiveDate>),
    /// A number of things.
    Count(Bounds<Count>, Option<Count>),
    /// Quantity × price.
    Value(Bounds<Money>, Option<Money>),
    /// Price as part of the original price: asked, price, original price.
    Discount(Bounds<Discount>, Option<Money>, Option<Money>),
    /// Free shipping, asked and offered.
    FreeShipping(Option<bool>),
    /// Weekdays of sign-up, and the day of sign-up.
    Weekday(&'p [Located<Weekday>], Option<NaiveDate>),
    /// Sign-up on, starts on, and the first day on which it could start.
    LeadTime(Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>),
    /// A limit whose figure is not known.
    Unstated,
}

/// One of the three scores of a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreKind {
    /// Goods as described.
    Description,
    /// Service.
    Service,
    /// Logistics.
    Logistics,
}

/// Whether a limit is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not; where the figure stands that is outside.
    NotMet(Span),
    /// It cannot be said; the field that would decide it, as a dotted path.
    Unknown(String),
}

/// All campaigns with a known programme, against its limits.
pub fn applications<'p>(resolved: &Resolved<'p>) -> Vec<Application<'p>> {
    let campaigns = resolved.campaigns.iter().enumerate();
    campaigns.filter_map(|(at, campaign)| application(at, campaign, resolved)).collect()
}

fn application<'p>(at: usize, campaign: &Campaign<'p>, resolved: &Resolved<'p>) -> Option<Application<'p>> {
    let index = campaign.links.program?.to?;
    let program = &resolved.programs[index.at()];
    let on = campaign.signup_on.or(campaign.start).map(|day| day.value.0);
    let side = Side {
        campaign,
        store: resolved.store_of(campaign),
        product: campaign.links.product.and_then(|link| link.to).map(|product| &resolved.products[product.at()]),
        program_path: program.path(),
        on,
    };
    let rules = Rules { base: program.item, version: version(program.item, on) };
    let mut criteria = Vec::new();
    side.store_limits(&rules, &mut criteria);
    side.offer_limits(&rules, &mut criteria);
    side.timing_limits(&rules, &mut criteria);
    side.unstated(&rules, &mut criteria);
    Some(Application { campaign: Idx::new(at), program: index, criteria, without_rules: !has_limits(program.item) })
}

/// Whether a programme, versions included, names any limit besides its platforms.
pub fn has_limits(program: &Program) -> bool {
    program.store.is_some()
        || program.item.is_some()
        || program.quantity.is_some()
        || program.value.is_some()
        || program.discount.is_some()
        || program.free_shipping.is_some()
        || !program.signup_weekdays.is_empty()
        || program.lead_time.is_some()
        || program.review_time.is_some()
        || !program.documents.is_empty()
        || !program.unstated.is_empty()
        || program.versions.iter().any(|version| has_limits(version))
}

/// The version that holds on a day.
fn version(program: &Program, on: Option<NaiveDate>) -> Option<&Program> {
    let on = on?;
    let holds = |version: &&Located<Program>| {
        version.from.is_none_or(|from| from.value.0 <= on) && version.until.is_none_or(|until| on <= until.value.0)
    };
    program.versions.iter().find(holds).map(|version| &version.value)
}

/// The limits in force: those of the version, else those of the programme.
struct Rules<'p> {
    base: &'p Program,
    version: Option<&'p Program>,
}

impl<'p> Rules<'p> {
    fn one<T>(&self, limit: impl Fn(&'p Program) -> Option<&'p T>) -> Option<&'p T> {
        self.version.and_then(&limit).or_else(|| limit(self.base))
    }

    fn list<T>(&self, limit: impl Fn(&'p Program) -> &'p [T]) -> &'p [T] {
        self.version.map(&limit).filter(|list| !list.is_empty()).unwrap_or_else(|| limit(self.base))
    }
}

/// The campaign with all that its limits are measured on.
struct Side<'s, 'p> {
    campaign: &'s Campaign<'p>,
    store: Option<&'s Store<'p>>,
    product: Option<&'s Product<'p>>,
    program_path: String,
    on: Option<NaiveDate>,
}

impl<'p> Side<'_, 'p> {
    fn store_field(&self, field: &str) -> String {
        self.store.map_or_else(|| self.campaign_field("store"), |store| format!("{}.{field}", store.path()))
    }

    fn campaign_field(&self, field: &str) -> String {
        format!("{}.{field}", self.campaign.path())
    }

    fn product_field(&self, field: &str) -> String {
        self.product.map_or_else(|| self.campaign_field("product"), |product| format!("{}.{field}", product.path()))
    }

    fn store_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        let platforms = rules.list(|program| &program.platforms);
        let platform = self.store.and_then(|store| store.platform);
        if let Some(first) = platforms.first() {
            let verdict = match platform {
                None => Verdict::Unknown(self.store_field("platform")),
                Some(ours) if platforms.iter().any(|one| one.value == ours.value) => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::Platform(platforms, platform.map(|platform| platform.value));
            criteria.push(Criterion { limit: Limit::Platform, rule: first.span, measure, verdict });
        }
        fn store(program: &Program) -> Option<&plan::StoreLimits> {
            program.store.as_ref().map(|store| &store.value)
        }
        if let Some(level) = rules.one(|program| store(program)?.level.as_ref()) {
            let ours = self.store.and_then(|store| store.level);
            let verdict = self.within(level, ours, || self.store_field("level"));
            let measure = Measure::Level(level.value, ours.map(|level| level.value));
            criteria.push(Criterion { limit: Limit::Level, rule: level.span, measure, verdict });
        }
        if let Some(scores) = rules.one(|program| store(program)?.scores.as_ref()) {
            self.scores(scores, criteria);
        }
        if let Some(rate) = rules.one(|program| store(program)?.positive_rate.as_ref()) {
            let ours = self.store.and_then(|store| store.positive_rate);
            let ppm = Located::new(rate.value.map(|rate: Rate| rate.ppm), rate.span);
            let verdict = self.within(&ppm, ours.map(|rate| Located::new(rate.value.ppm, rate.span)), || {
                self.store_field("positive_rate")
            });
            let measure = Measure::Rate(rate.value, ours.map(|rate| rate.value));
            criteria.push(Criterion { limit: Limit::PositiveRate, rule: rate.span, measure, verdict });
        }
        for guarantee in rules.list(|program| store(program).map_or(&[], |store| &store.guarantees)) {
            let verdict = match self.store.and_then(|store| store.item.guarantees.as_ref()) {
                None => Verdict::Unknown(self.store_field("guarantees")),
                Some(ours) if ours.iter().any(|one| one.value == guarantee.value) => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::Guarantee(guarantee.value);
            criteria.push(Criterion { limit: Limit::Guarantees, rule: guarantee.span, measure, verdict });
        }
        if let Some(age) = rules.one(|program| store(program)?.age.as_ref()) {
            criteria.push(self.age(age));
        }
    }

    fn scores(&self, limits: &'p Located<plan::ScoreLimits>, criteria: &mut Vec<Criterion<'p>>) {
        let ours = self.store.and_then(|store| store.item.scores.as_ref());
        let each = [
            (ScoreKind::Description, limits.description, ours.and_then(|ours| ours.description), "description"),
            (ScoreKind::Service, limits.service, ours.and_then(|ours| ours.service), "service"),
            (ScoreKind::Logistics, limits.logistics, ours.and_then(|ours| ours.logistics), "logistics"),
        ];
        for (kind, limit, score, field) in each {
            if let Some(limit) = limit {
                let verdict = self.within(&limit, score, || self.store_field(&format!("scores.{field}")));
                let measure = Measure::Score(kind, limit.value, score.map(|score| score.value));
                criteria.push(Criterion { limit: Limit::Scores, rule: limit.span, measure, verdict });
            }
        }
    }

    fn age(&self, limit: &'p Located<Bounds<Duration>>) -> Criterion<'p> {
        let opened = self.store.and_then(|store| store.opened_on);
        let verdict = match (opened, self.on) {
            (None, _) => Verdict::Unknown(self.store_field("opened_on")),
            (_, None) => Verdict::Unknown(self.campaign_field("start")),
            (Some(opened), Some(on)) => match old_enough(limit.value, opened.value.0, on) {
                None => Verdict::Unknown(format!("{}.store.age", self.program_path)),
                Some(true) => Verdict::Met,
                Some(false) => Verdict::NotMet(opened.span),
            },
        };
        let measure = Measure::Age(limit.value, opened.map(|day| day.value.0), self.on);
        Criterion { limit: Limit::Age, rule: limit.span, measure, verdict }
    }

    fn offer_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        fn item(program: &Program) -> Option<&plan::ItemLimits> {
            program.item.as_ref().map(|item| &item.value)
        }
        let product = self.product.map(|product| product.item);
        let counted = [
            (Limit::Sales, rules.one(|program| item(program)?.sales.as_ref()), product.and_then(|product| product.sales), self.product_field("sales")),
            (Limit::Reviews, rules.one(|program| item(program)?.reviews.as_ref()), product.and_then(|product| product.reviews), self.product_field("reviews")),
            (Limit::Quantity, rules.one(|program| program.quantity.as_ref()), self.campaign.quantity, self.campaign_field("quantity")),
        ];
        for (limit, rule, ours, field) in counted {
            if let Some(rule) = rule {
                let verdict = self.within(rule, ours, || field);
                let measure = Measure::Count(rule.value, ours.map(|ours| ours.value));
                criteria.push(Criterion { limit, rule: rule.span, measure, verdict });
            }
        }
        if let Some(rule) = rules.one(|program| program.value.as_ref()) {
            criteria.push(self.value(rule));
        }
        if let Some(rule) = rules.one(|program| program.discount.as_ref()) {
            criteria.push(self.discount(rule));
        }
        if let Some(rule) = rules.one(|program| program.free_shipping.as_ref()).filter(|rule| rule.value) {
            let verdict = match self.campaign.free_shipping {
                None => Verdict::Unknown(self.campaign_field("free_shipping")),
                Some(ours) if ours.value => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::FreeShipping(self.campaign.free_shipping.map(|free| free.value));
            criteria.push(Criterion { limit: Limit::FreeShipping, rule: rule.span, measure, verdict });
        }
    }

    fn value(&self, rule: &'p Located<Bounds<Money>>) -> Criterion<'p> {
        let (quantity, price) = (self.campaign.quantity, self.campaign.price);
        let ours = quantity.zip(price).map(|(quantity, price)| {
            Located::new(quantity.value.0.saturating_mul(price.value.cents), quantity.span)
        });
        let cents = Located::new(rule.value.map(|money: Money| money.cents), rule.span);
        let missing = if quantity.is_none() { "quantity" } else { "price" };
        let verdict = self.within(&cents, ours, || self.campaign_field(missing));
        let measure = Measure::Value(rule.value, ours.map(|cents| Money::from_cents(cents.value)));
        Criterion { limit: Limit::Value, rule: rule.span, measure, verdict }
    }

    fn discount(&self, rule: &'p Located<Bounds<Discount>>) -> Criterion<'p> {
        let original = self.product.and_then(|product| product.original_price);
        let price = self.campaign.price;
        // price ÷ original ≥ permille ÷ 1000, without dividing.
        let (low, high) = (rule.value.low, rule.value.high);
        let verdict = match (price, original) {
            (None, _) => Verdict::Unknown(self.campaign_field("price")),
            (_, None) => Verdict::Unknown(self.product_field("original_price")),
            (Some(price), Some(original)) => {
                let paid = i128::from(price.value.cents) * 1000;
                let at = |discount: Discount| i128::from(original.value.cents) * i128::from(discount.permille);
                let bounds = Bounds { low, high }.map(at);
                if bounds.contain(paid) { Verdict::Met } else { Verdict::NotMet(price.span) }
            }
        };
        let measure = Measure::Discount(rule.value, price.map(|price| price.value), original.map(|price| price.value));
        Criterion { limit: Limit::Discount, rule: rule.span, measure, verdict }
    }

    fn timing_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        let signup = self.campaign.signup_on;
        let weekdays = rules.list(|program| &program.signup_weekdays);
        if let Some(first) = weekdays.first() {
            let verdict = match signup {
                None => Verdict::Unknown(self.campaign_field("signup_on")),
                Some(day) if weekdays.iter().any(|one| one.value == Weekday::of(day.value.0)) => Verdict::Met,
                Some(day) => Verdict::NotMet(day.span),
            };
            let last = weekdays.last().map_or(first.span, |last| last.span);
            let rule = Span { start: first.span.start, end: last.end };
            let measure = Measure::Weekday(weekdays, signup.map(|day| day.value.0));
            criteria.push(Criterion { limit: Limit::SignupWeekday, rule, measure, verdict });
        }
        let lead = rules.one(|program| program.lead_time.as_ref());
        let review = rules.one(|program| program.review_time.as_ref());
        if let Some(rule) = lead.map(|lead| lead.span).or(review.map(|review| review.span)) {
            criteria.push(self.lead_time(rule, lead.map(|lead| lead.value), review.and_then(|review| review.at_least)));
        }
    }

    /// Sign-up, and what the review takes at least, must be over when the campaign starts.
    fn lead_time(&self, rule: Span, lead: Option<Duration>, review: Option<Located<Duration>>) -> Criterion<'p> {
        let (signup, start) = (self.campaign.signup_on, self.campaign.start);
        let waits = [lead, review.map(|review| review.value)];
        let ends = |day: NaiveDate| waits.iter().flatten().map(move |wait| after(day, *wait));
        let possible = signup.and_then(|day| ends(day.value.0).max()?);
        let uncounted = signup.is_some_and(|day| ends(day.value.0).any(|end| end.is_none()));
        let verdict = match (signup, start) {
            (None, _) => Verdict::Unknown(self.campaign_field("signup_on")),
            (_, None) => Verdict::Unknown(self.campaign_field("start")),
            (Some(signup), Some(start)) if start.value.0 < possible.unwrap_or(signup.value.0) => Verdict::NotMet(signup.span),
            (Some(_), Some(_)) if uncounted => Verdict::Unknown(format!("{}.lead_time", self.program_path)),
            _ => Verdict::Met,
        };
        let measure = Measure::LeadTime(signup.map(|day| day.value.0), start.map(|day| day.value.0), possible);
        Criterion { limit: Limit::LeadTime, rule, measure, verdict }
    }

    fn unstated(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        for limit in rules.list(|program| &program.unstated) {
            let verdict = Verdict::Unknown(format!("{}.{}", self.program_path, field_of(limit.value)));
            criteria.push(Criterion { limit: limit.value, rule: limit.span, measure: Measure::Unstated, verdict });
        }
        criteria.sort_by_key(|criterion| criterion.limit);
    }

    fn within<T: Copy + PartialOrd>(
        &self,
        bounds: &Located<Bounds<T>>,
        ours: Option<Located<T>>,
        field: impl FnOnce() -> String,
    ) -> Verdict {
        match ours {
            None => Verdict::Unknown(field()),
            Some(ours) if bounds.value.contain(ours.value) => Verdict::Met,
            Some(ours) => Verdict::NotMet(ours.span),
        }
    }
}

/// The field of a programme in which the figure of a limit would stand.
fn field_of(limit: Limit) -> &'static str {
    match limit {
        Limit::Platform => "platforms",
        Limit::Level => "store.level",
        Limit::Scores => "store.scores",
        Limit::PositiveRate => "store.positive_rate",
        Limit::Guarantees => "store.guarantees",
        Limit::Age => "store.age",
        Limit::Sales => "item.sales",
        Limit::Reviews => "item.reviews",
        Limit::Quantity => "quantity",
        Limit::Value => "value",
        Limit::Discount => "discount",
        Limit::FreeShipping => "free_shipping",
        Limit::SignupWeekday => "signup_weekdays",
        Limit::LeadTime => "lead_time",
        Limit::Documents => "documents",
    }
}

/// The day on which a time that began on `first` has passed; nothing for work days: the
/// shop's calendar says nothing about those of a platform.
fn after(first: NaiveDate, time: Duration) -> Option<NaiveDate> {
    let count = u64::from(time.count);
    match time.unit {
        Unit::Seconds | Unit::Minutes | Unit::Hours => Some(first),
        Unit::Days => first.checked_add_days(Days::new(count)),
        Unit::Weeks => first.checked_add_days(Days::new(7 * count)),
        Unit::Months => first.checked_add_months(Months::new(time.count)),
        Unit::Workdays => None,
    }
}

fn old_enough(limit: Bounds<Duration>, opened: NaiveDate, on: NaiveDate) -> Option<bool> {
    let met = |bound: Option<Bound<Duration>>, at_least: bool| {
        let Some(bound) = bound else { return Some(true) };
        let reached = after(opened, bound.value)?;
        Some(match (at_least, bound.strict) {
            (true, false) => on >= reached,
            (true, true) => on > reached,
            (false, false) => on <= reached,
            (false, true) => on < reached,
        })
    };
    Some(met(limit.low, true)? && met(limit.high, false)?)
}
