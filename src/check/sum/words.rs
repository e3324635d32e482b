//! What figures of targets are for, in words.

use super::shown::{Shown, from_to};
use crate::analysis::targets::{End, Metric, Place, Range, Total};
use crate::diagnostic::{InWords, Language, Text, text};
use crate::plan::value::{Bound, Bounds, Choice};
use crate::plan::{ENGLISH_MONTHS, Entry, PartKind, Period, Section, Target};
use crate::resolve::{Resolved, TargetPeriod};

/// The label of a metric.
pub(in crate::check) fn metric_label(metric: Metric) -> Text {
    match metric {
        Metric::Revenue => Text::fixed("营业额", "revenue"),
        Metric::Visitors => Text::fixed("访客数", "visitors"),
        Metric::Conversion => Text::fixed("转化率", "conversion"),
        Metric::OrderValue => Text::fixed("客单价", "order value"),
        Metric::Orders => Text::fixed("订单数", "orders"),
        Metric::Units => Text::fixed("销量", "units"),
        Metric::NetRevenue => Text::fixed("净销售额", "net revenue"),
        Metric::RefundRate => Text::fixed("退款率", "refund rate"),
        Metric::GrossProfit => Text::fixed("毛利", "gross profit"),
        Metric::AdSpend => Text::fixed("推广花费", "ad spend"),
        Metric::Roi => Text::fixed("投产比", "ROI"),
        Metric::NewCustomers => Text::fixed("新客数", "new customers"),
        Metric::RepurchaseRate => Text::fixed("复购率", "repurchase rate"),
        Metric::Followers => Text::fixed("粉丝数", "followers"),
        Metric::Sessions => Text::fixed("场次", "sessions"),
    }
}

/// What the parts of a kind are.
pub(in crate::check) fn part_noun(kind: PartKind) -> Text {
    match kind {
        PartKind::Products => Text::fixed("商品", "product"),
        PartKind::Stores => Text::fixed("店铺", "shop"),
        PartKind::Categories => Text::fixed("类目", "category"),
        PartKind::Channels => Text::fixed("渠道", "channel"),
        PartKind::People => Text::fixed("人员", "person"),
    }
}

/// Words about the targets of one plan.
#[derive(Clone, Copy)]
pub(in crate::check) struct Words<'c, 'p> {
    pub(in crate::check) resolved: &'c Resolved<'p>,
}

impl<'p> Words<'_, 'p> {
    pub(in crate::check) fn shown(self, metric: Metric, value: i128, unit: i64) -> Shown<'p> {
        let currency = self.resolved.plan.head().currency.as_ref();
        Shown {
            metric,
            value,
            unit,
            currency: currency.map_or("CNY", |currency| &currency.value),
        }
    }

    /// A figure or a range: `不低于 20 万元`.
    pub(in crate::check) fn range(self, range: Range, metric: Metric, unit: i64) -> Text {
        let bound = |end: End| Bound {
            value: self.shown(metric, end.face, unit),
            strict: end.is_strict(),
        };
        match (range.exactly(), range.low, range.high) {
            (Some(value), ..) => in_both(&self.shown(metric, value, unit)),
            (_, Some(low), Some(high)) if !low.is_strict() && !high.is_strict() => {
                let ends = [bound(low), bound(high)].map(|bound| in_both(&bound.value));
                from_to(ends)
            }
            (_, low, high) => in_both(&Bounds {
                low: low.map(bound),
                high: high.map(bound),
            }),
        }
    }

    /// Revenue between two ends that were rounded to a number of cents.
    pub(in crate::check) fn between(
        self,
        low: Option<i128>,
        high: Option<i128>,
        step: i128,
    ) -> Text {
        let end = |face: Option<i128>| face.map(|face| End { exact: face, face });
        let unit = i64::try_from(step).unwrap_or(1);
        let range = Range {
            low: end(low),
            high: end(high),
        };
        self.range(range, Metric::Revenue, unit)
    }

    pub(in crate::check) fn total(self, total: &Total<'p>, metric: Metric) -> Text {
        self.range(total.range, metric, total.unit)
    }

    /// What a figure is for: `2026 年 12 月（天猫店）`.
    pub(in crate::check) fn name(self, place: &Place<'p>) -> Text {
        let target = &self.resolved.plan.targets[place.target];
        let period = self.period(target);
        self.with_parts(period, &place.path)
    }

    pub(in crate::check) fn with_parts(
        self,
        period: Text,
        path: &[(PartKind, &'p Entry<Target>)],
    ) -> Text {
        if path.is_empty() {
            return period;
        }
        let parts: Vec<&str> = path.iter().map(|part| self.part(*part)).collect();
        let (zh, en) = (parts.join(" · "), parts.join(", "));
        let Text {
            zh: period_zh,
            en: period_en,
        } = period;
        text!("{period_zh}（{zh}）", "{period_en} ({en})")
    }

    /// The name of a part alone: of what it refers to, else its title, else its key.
    pub(in crate::check) fn part(self, (kind, part): (PartKind, &'p Entry<Target>)) -> &'p str {
        let sections: &[Section] = match kind {
            PartKind::Products => &[Section::Products],
            PartKind::Stores => &[Section::Stores],
            PartKind::People => &[Section::People],
            PartKind::Categories | PartKind::Channels => &[],
        };
        let item = self.resolved.label_of(&part.id.value, sections);
        item.unwrap_or_else(|| part.label())
    }

    fn period(self, target: &'p Entry<Target>) -> Text {
        let quoted = |label: &str| text!("「{label}」", "{label}");
        match self.resolved.period(target) {
            Some(TargetPeriod::Calendar(period)) => in_both(&period),
            Some(TargetPeriod::Phase(phase)) => quoted(self.resolved.plan.phases[phase].label()),
            Some(TargetPeriod::Event(event)) => quoted(self.resolved.plan.events[event].label()),
            None => quoted(target.label()),
        }
    }

    pub(in crate::check) fn calendar(self, place: &Place<'p>) -> Option<Period> {
        match self
            .resolved
            .period(&self.resolved.plan.targets[place.target])
        {
            Some(TargetPeriod::Calendar(period)) => Some(period),
            _ => None,
        }
    }

    /// Whether a figure is for a phase.
    pub(super) fn is_of_phase(self, place: &Place<'p>) -> bool {
        let target = &self.resolved.plan.targets[place.target];
        matches!(self.resolved.period(target), Some(TargetPeriod::Phase(_)))
    }

    /// The periods, phases or events of some figures: `1–3 月`, `「618」、「双 11」`.
    pub(in crate::check) fn periods_of(self, total: &Total<'p>) -> Text {
        let places = || total.summands.iter().map(|summand| &summand.place);
        let calendar: Option<Vec<Period>> = places().map(|place| self.calendar(place)).collect();
        if let Some(row) = calendar.and_then(|periods| in_a_row(&periods)) {
            return row;
        }
        let names = places().map(|place| self.period(&self.resolved.plan.targets[place.target]));
        listed(names.collect())
    }

    /// The same of periods of a year that has been named, with the part they are of where it
    /// is one of those they are held against: `1 月、3 月`, `1–2 月（天猫店）`.
    pub(in crate::check) fn short_periods_of(self, total: &Total<'p>, whole: &Place<'p>) -> Text {
        let places = || total.summands.iter().map(|summand| &summand.place);
        let mut periods: Vec<Period> = places().filter_map(|place| self.calendar(place)).collect();
        periods.dedup();
        let row = in_a_row(&periods);
        let periods = row.unwrap_or_else(|| listed(periods.iter().map(short).collect()));
        let mut parts = places().map(|place| &place.path[whole.path.len().min(place.path.len())..]);
        let part = parts.next().unwrap_or_default();
        let ids = |path: &[(PartKind, &'p Entry<Target>)]| {
            let ids = path.iter().map(|(kind, part)| (*kind, &part.id.value));
            ids.collect::<Vec<_>>()
        };
        if parts.all(|other| ids(other) == ids(part)) {
            self.with_parts(periods, part)
        } else {
            periods
        }
    }
}

/// A period without its year.
fn short(period: &Period) -> Text {
    match *period {
        Period::Year(_) => in_both(period),
        Period::Quarter(_, quarter) => text!("第 {quarter} 季度", "Q{quarter}"),
        Period::Month(_, month) => {
            let name = ENGLISH_MONTHS[month as usize - 1];
            text!("{month} 月", "{name}")
        }
    }
}

/// Longer lists are cut.
const MOST_NAMES: usize = 4;

pub(in crate::check) fn listed(mut names: Vec<Text>) -> Text {
    let count = names.len();
    if count <= MOST_NAMES {
        return in_both(&names[..]);
    }
    names.truncate(MOST_NAMES - 1);
    let (names, others) = (in_both(&names[..]), count - names.len());
    text!("{names}等 {count} 项", "{names} and {others} more"; names)
}

/// Months or quarters of one year that follow each other.
fn in_a_row(periods: &[Period]) -> Option<Text> {
    let number = |period: &Period| match *period {
        Period::Month(year, month) => Some((false, year, month)),
        Period::Quarter(year, quarter) => Some((true, year, quarter)),
        Period::Year(_) => None,
    };
    let numbers: Vec<_> = periods.iter().map(number).collect::<Option<_>>()?;
    let (&(are_quarters, year, first), &(_, _, last)) = (numbers.first()?, numbers.last()?);
    let follow = numbers
        .iter()
        .zip(first..)
        .all(|(one, at)| *one == (are_quarters, year, at));
    if !follow || first == last {
        return None;
    }
    let month = |number: u32| ENGLISH_MONTHS[number as usize - 1];
    Some(if are_quarters {
        text!("第 {first}–{last} 季度", "Q{first}–Q{last}")
    } else {
        let (from, to) = (month(first), month(last));
        text!("{first}–{last} 月", "{from}–{to}")
    })
}

/// The words of something in both languages.
pub(in crate::check) fn in_both(words: &(impl InWords + ?Sized)) -> Text {
    Text {
        zh: words.words(Language::Chinese).into_owned().into(),
        en: words.words(Language::English).into_owned().into(),
    }
}

/// Parts of a kind: `分店铺`, in English `parts by shop`.
pub(in crate::check) fn by_kind(kind: PartKind) -> Text {
    let (zh, en) = (kind.label(Language::Chinese), kind.label(Language::English));
    text!("{zh}", "parts {en}")
}
