//! The typed answers on a limit in the words of messages.

use std::borrow::Cow;

use crate::analysis::eligibility::{Asked, Ours, Outside, ScoreKind, Way};
use crate::diagnostic::{InWords, Language, Text, text, thousands};
use crate::plan::value::Quantity;
use crate::plan::{Limit, Weekday};

/// What is limited.
#[derive(Clone, Copy)]
pub(in crate::check) struct What {
    pub(super) limit: Limit,
    pub(super) part: Option<ScoreKind>,
}

/// What is there, outside a limit.
#[derive(Clone, Copy)]
pub(in crate::check) struct There {
    pub(super) ours: Ours,
    pub(super) outside: Outside,
}

impl InWords for What {
    fn words(&self, language: Language) -> Cow<'_, str> {
        let score = match self.part {
            None => return self.limit.words(language),
            Some(ScoreKind::Description) => ("描述相符", "description"),
            Some(ScoreKind::Service) => ("服务态度", "service"),
            Some(ScoreKind::Logistics) => ("物流服务", "logistics"),
        };
        in_language(Text::fixed(score.0, score.1), language)
    }
}

impl InWords for Asked {
    fn words(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Within(bounds) => bounds.words(language),
            Self::OneOf(words) => words.words(language),
            Self::StartFrom(Some(possible)) => possible.day.to_string().into(),
            Self::StartFrom(None) => in_language(Text::fixed("审核之后", "the review"), language),
            Self::Required => in_language(Text::fixed("必须", "it"), language),
            Self::Unstated => in_language(Text::fixed("不详", "an unknown figure"), language),
        }
    }
}

impl InWords for There {
    fn words(&self, language: Language) -> Cow<'_, str> {
        let words = match self.ours {
            Ours::Figure(Quantity::Level(level)) if level.is_new() => {
                Text::fixed("是新店（尚无等级）", "is new")
            }
            Ours::Figure(Quantity::Level(level)) => {
                let level = level.words(language);
                text!(" {level}", "has {level}")
            }
            Ours::Figure(figure) => return figure.words(language).into_owned().into(),
            Ours::Word(word) => return word.words(language),
            Ours::Flag(true) => Text::fixed("有", "there"),
            Ours::Flag(false) => Text::fixed("没有", "not there"),
            Ours::Day(day) => {
                let weekday = Weekday::of(day);
                text!("{day}（{weekday}）", "{day}, a {weekday}"; weekday)
            }
            Ours::Price { price, original } => {
                let (price, original) = (Quantity::from(price), Quantity::from(original));
                text!("{price}（原价 {original}）", "{price} (originally {original})"; price, original)
            }
            Ours::SignUp { on, start } => {
                text!(
                    "{on} 报名、{start} 开始",
                    "signs up on {on} and starts on {start}"
                )
            }
            Ours::Open { since, on, .. } if on < since => text!(
                "{on} 尚未开店（{since} 开店）",
                "on {on} the shop is not open yet (it opens on {since})"
            ),
            Ours::Open {
                since,
                on,
                enough_on,
            } => {
                let days = thousands((on - since).num_days());
                match enough_on.filter(|_| self.outside.way == Way::Below) {
                    Some(first) => text!(
                        "截至 {on} 开店 {days} 天（{since} 开店，{first} 起满足）",
                        "on {on} it has been open {days} days (opened on {since}, long enough from {first} on)"
                    ),
                    None => text!(
                        "截至 {on} 已开店 {days} 天（{since} 开店）",
                        "on {on} it has been open {days} days (opened on {since})"
                    ),
                }
            }
        };
        in_language(words, language)
    }
}

fn in_language(words: Text, language: Language) -> Cow<'static, str> {
    match language {
        Language::Chinese => words.zh,
        Language::English => words.en,
    }
}
