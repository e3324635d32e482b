//! What is said of a figure that others do not add up to.

use super::words::{Words, by_kind, metric_label, part_noun};
use crate::analysis::targets::{Against, Mismatch, Place, Way};
use crate::diagnostic::{Text, text};
use crate::plan::{Entry, PartKind, Period, Target};

/// What differs from what, and by how much.
pub(super) fn message<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>) -> Text {
    let metric = metric_label(mismatch.metric);
    let place = match (mismatch.against, &mismatch.said.summands[..]) {
        (Against::Whole(_), [only]) => &only.place,
        _ => &mismatch.place,
    };
    let name = words.name(place);
    let said = words.total(&mismatch.said, mismatch.metric);
    let what = match (mismatch.against, &mismatch.said.summands[..]) {
        (Against::Whole(kind), [_, _, ..]) => {
            let kind = by_kind(kind);
            text!("{name}{metric}{kind}合计{said}", "{metric} of {name} {kind} come to {said}"; name, metric, kind, said)
        }
        (_, [_, _, ..]) => {
            let periods = words.periods_of(&mismatch.said);
            let names = words.with_parts(periods, &mismatch.place.path);
            text!("{names}{metric}目标合计{said}", "the {metric} targets of {names} add up to {said}"; names, metric, said)
        }
        _ => {
            text!("{name}{metric}目标{said}", "the {metric} target of {name} is {said}"; name, metric, said)
        }
    };
    let sum = words.total(&mismatch.parts, mismatch.metric);
    let others = others(words, mismatch, &sum);
    let difference = difference(words, mismatch);
    text!("{what}，{others}{difference}", "{what}; {others}{difference}"; what, others, difference)
}

/// What a figure is held against, and what that comes to.
fn others<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>, sum: &Text) -> Text {
    let parts = &mismatch.parts;
    let is_one = parts.summands.len() == 1;
    let periods = match mismatch.against {
        Against::Shorter => words.short_periods_of(parts, &mismatch.place),
        _ => words.periods_of(parts),
    };
    match (mismatch.against, mismatch.way) {
        (_, Way::LeastBelow) => {
            let parts = match mismatch.against {
                Against::Parts(kind) => by_kind(kind),
                _ => shorter(words, mismatch),
            };
            text!("{parts}的下限合计{sum}", "the minimums of its {parts} add up to {sum}"; parts, sum)
        }
        (Against::Shorter, _) if is_all(words, mismatch) => {
            let parts = shorter(words, mismatch);
            text!("{parts}合计{sum}", "its {parts} add up to {sum}"; parts, sum)
        }
        (Against::Shorter, _) if is_one => {
            text!("仅{periods}就有{sum}", "{periods} alone is {sum}"; periods, sum)
        }
        (Against::Shorter, _) => {
            text!("仅{periods}合计就有{sum}", "{periods} alone add up to {sum}"; periods, sum)
        }
        (Against::Parts(kind), Way::More) if only_part(words, mismatch, kind).is_some() => {
            let part = only_part(words, mismatch, kind).unwrap_or_default();
            let noun = part_noun(kind).en;
            let part = Text {
                zh: part.to_owned().into(),
                en: format!("{noun} {part}").into(),
            };
            text!("其中「{part}」就有{sum}", "its {part} alone is {sum}"; part, sum)
        }
        (Against::Parts(kind), _) => {
            let kind = by_kind(kind);
            text!("{kind}合计{sum}", "its {kind} add up to {sum}"; kind, sum)
        }
        (Against::Stretches, Way::Less) => {
            text!("覆盖这些日子的{periods}合计{sum}", "{periods}, which cover these days, add up to {sum}"; periods, sum)
        }
        (Against::Inside | Against::Stretches, _) => {
            text!("其间{periods}合计{sum}", "{periods} inside it come to {sum}"; periods, sum)
        }
        (Against::Touched | Against::Phase, _) if is_one => {
            let name = words.name(&parts.summands[0].place);
            text!("所在的{name}只有{sum}", "{name}, in which it lies, is {sum}"; name, sum)
        }
        (Against::Whole(_), _) if is_one => {
            let name = words.name(&parts.summands[0].place);
            text!("所在的{name}只有{sum}", "{name} as a whole is {sum}"; name, sum)
        }
        (Against::Whole(_), _) => {
            text!("所在的{periods}合计{sum}", "{periods} as a whole add up to {sum}"; periods, sum)
        }
        (Against::Touched | Against::Phase, _) => {
            text!("所在的{periods}合计{sum}", "{periods}, which it touches, add up to {sum}"; periods, sum)
        }
    }
}

/// The part of a kind, if all that is added up belongs to one.
fn only_part<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>, kind: PartKind) -> Option<&'p str> {
    let summands = mismatch.parts.summands.iter();
    let mut parts = summands.map(|one| one.place.path.iter().find(|(of, _)| *of == kind));
    let (_, first) = parts.next()??;
    let is_first = |part: Option<&(PartKind, &Entry<Target>)>| {
        part.is_some_and(|(_, part)| part.id.value == first.id.value)
    };
    parts.all(is_first).then(|| words.part((kind, first)))
}

/// Whether the parts are all that a period is made of.
fn is_all<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>) -> bool {
    let whole = &mismatch.place;
    let months = |place: &Place<'p>| match words.calendar(place) {
        Some(Period::Year(_)) => 12,
        Some(Period::Quarter(..)) => 3,
        _ => 1,
    };
    let parts = || mismatch.parts.summands.iter().map(|part| &part.place);
    let is_of_whole = |place: &Place<'p>| place.path.len() == whole.path.len();
    parts().all(is_of_whole) && parts().map(months).sum::<u32>() >= months(whole)
}

/// The parts of a period: `1–3 月`, in English `months`.
fn shorter<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>) -> Text {
    let mut periods = mismatch
        .parts
        .summands
        .iter()
        .map(|part| words.calendar(&part.place));
    let is_month = |one| matches!(one, Some(Period::Month(..)));
    let is_quarter = |one| matches!(one, Some(Period::Quarter(..)));
    let en = if periods.clone().all(is_month) {
        "months"
    } else if periods.all(is_quarter) {
        "quarters"
    } else {
        "parts"
    };
    Text {
        zh: words.short_periods_of(&mismatch.parts, &mismatch.place).zh,
        en: en.into(),
    }
}

/// By how much the two sides differ: `，多 10 万元`.
fn difference<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>) -> Text {
    let (said, parts) = (&mismatch.said, &mismatch.parts);
    let ends = match mismatch.way {
        Way::More => (said.range.high, parts.range.low),
        Way::Less | Way::Rest => (said.range.low, parts.range.high),
        Way::LeastBelow => (said.range.low, parts.range.low),
    };
    let (Some(own), Some(other)) = ends else {
        return Text::default();
    };
    let by = (own.face - other.face).abs();
    if by == 0 {
        return Text::fixed("，正好在界限上", ", exactly the limit");
    }
    let by = words.shown(mismatch.metric, by, said.unit.min(parts.unit));
    let is_exact = parts.range.exactly().is_some();
    let fewer = match mismatch.metric.is_counted() {
        true => "fewer",
        false => "less",
    };
    match (mismatch.against, mismatch.way) {
        (Against::Parts(kind), Way::Rest) => {
            let noun = part_noun(kind);
            text!("，另有{by}不在所列{noun}中", ", and {by} are in no {noun} listed"; by, noun)
        }
        (_, Way::LeastBelow) => {
            text!("，各项都只达到下限时还差{by}", ": if each only reaches its minimum, the total is {by} short"; by)
        }
        (Against::Whole(_) | Against::Touched | Against::Phase, _) => {
            text!("，超出{by}", ", {by} {fewer}"; by)
        }
        (_, Way::More) if is_exact => text!("，多{by}", ", {by} more"; by),
        (_, Way::More) => text!("，至少多{by}", ", at least {by} more"; by),
        (_, Way::Less) if is_exact => text!("，少{by}", ", {by} {fewer}"; by),
        (_, _) => text!("，至少差{by}", ", at least {by} {fewer}"; by),
    }
}

/// What to do.
pub(super) fn help<'p>(words: Words<'_, 'p>, mismatch: &Mismatch<'p>) -> Text {
    let (said, parts) = (&mismatch.said, &mismatch.parts);
    let is_each = || {
        let own = said.range.exactly();
        let count = i128::try_from(parts.summands.len()).unwrap_or(1);
        own.is_some_and(|own| Some(own * count) == parts.range.exactly())
    };
    match (mismatch.against, mismatch.way) {
        (Against::Inside, _) if is_each() => text!(
            "阶段目标是整个阶段的合计，不是每月的数；每月目标写在月份里",
            "the target of a phase is a total, not a figure for each month; monthly figures belong to the months"
        ),
        (Against::Inside, _) => text!(
            "阶段目标是整个阶段的合计：改正它，或改正其中一个月",
            "the target of a phase is a total: correct it, or one of its months"
        ),
        (Against::Touched, _) if words.is_of_phase(&mismatch.place) => text!(
            "阶段目标是整个阶段的合计，不会多于它所涉及的各月：改正其中一个数",
            "the target of a phase is a total, and cannot exceed its months together: correct one of the figures"
        ),
        (Against::Touched, _) => text!(
            "改正其中一个数；节点的数不含在所在月份里的，写 `counted = \"beside\"`",
            "correct one of the figures; if the event is not included in its months, write `counted = \"beside\"`"
        ),
        (_, Way::LeastBelow) => text!(
            "提高其中一项的下限，或降低合计的下限",
            "raise the minimum of one part, or lower that of the total"
        ),
        (_, Way::Rest) => text!(
            "补上其余部分；不补也可以，不算错误",
            "add the rest; or leave it as it is: it is not an error"
        ),
        (Against::Parts(PartKind::Channels), Way::More) if parts.summands.len() > 1 => text!(
            "改正合计或其中一项；渠道之间有重叠的，在那个渠道写 `overlap = true`",
            "correct the total or a part; for a channel that shares sales with others, write `overlap = true`"
        ),
        _ if said.range.exactly().is_some() && said.unit > parts.unit => text!(
            "改正合计或其中一项；合计只是约数的，写成 `{{ about = … }}`",
            "correct the total or a part; an approximate total is written `{{ about = … }}`"
        ),
        _ => text!(
            "改正合计或其中一项；也可以删去合计，由各部分推出",
            "correct the total or a part, or remove the total so that it follows from its parts"
        ),
    }
}
