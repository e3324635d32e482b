//! Words that a plan should not use, with the law that says so.

use std::cmp::Reverse;
use std::sync::LazyLock;

use serde::Deserialize;

use super::by_letter::ByLetter;
use super::sentence::{Place, Sentences, clauses};

/// Words for actions that the law forbids, with their sources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenWords {
    /// The words, by source.
    pub groups: Vec<Group>,
    sentences: Sentences,
    #[serde(skip)]
    plain: Vec<String>,
    /// Each with its group, and with the entry of `only_beside` it stands in.
    #[serde(skip)]
    by_letter: ByLetter<(usize, Option<usize>)>,
}

/// Words with one source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The law and its article.
    pub source: String,
    /// Since when it holds.
    pub in_force_from: toml::value::Date,
    /// The words; `…` stands for up to six letters.
    pub words: Vec<String>,
    /// Words that mean it only beside others.
    #[serde(default)]
    pub only_beside: Vec<OnlyBeside>,
}

/// Words that mean something only beside others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyBeside {
    /// The words.
    pub words: Vec<String>,
    /// What has to stand in the same text.
    pub beside: Vec<String>,
    /// What must not.
    pub never_beside: Vec<String>,
}

/// A word that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'w> {
    /// As the text writes it.
    pub word: String,
    /// The law and its article.
    pub source: &'w str,
}

/// Words that advertising may not use, or only with proof.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvertisingWords {
    /// The words, by source.
    pub groups: Vec<Claims>,
    #[serde(skip)]
    by_letter: ByLetter<()>,
}

/// Claims of one kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// The law and its article.
    pub source: String,
    /// Since when it holds.
    pub in_force_from: toml::value::Date,
    /// What they are, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// The words.
    pub words: Vec<String>,
    /// Phrases that hold a word and claim nothing.
    pub harmless: Vec<String>,
}

static FORBIDDEN: LazyLock<ForbiddenWords> = LazyLock::new(|| {
    let mut list: ForbiddenWords = read("cn/forbidden-words");
    let groups = list.groups.iter().enumerate();
    let words = groups.flat_map(|(at, group)| {
        let beside = group.only_beside.iter().enumerate();
        let ambiguous = beside
            .flat_map(move |(only, of)| of.words.iter().map(move |word| (word, (at, Some(only)))));
        let words = group.words.iter().map(move |word| (word, (at, None)));
        words.chain(ambiguous)
    });
    let words: Vec<_> = words.map(|(word, of)| (word.clone(), of)).collect();
    list.plain = words
        .iter()
        .map(|(word, _)| word.replace('…', ""))
        .collect();
    list.by_letter = ByLetter::of(words);
    list
});

static ADVERTISING: LazyLock<AdvertisingWords> = LazyLock::new(|| {
    let mut list: AdvertisingWords = read("cn/advertising-words");
    let words = list.groups.iter().flat_map(|claims| &claims.words);
    list.by_letter = ByLetter::of(words.map(|word| (word.clone(), ())));
    list
});

fn read<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let text = super::entry(name).expect("the list is embedded").text;
    toml::from_str(text).expect("the embedded words are tested")
}

/// The embedded list of actions that the law forbids.
pub fn forbidden_words() -> &'static ForbiddenWords {
    &FORBIDDEN
}

/// The embedded list of claims.
pub fn advertising_words() -> &'static AdvertisingWords {
    &ADVERTISING
}

impl ForbiddenWords {
    /// The first word that a text asks for; a text below a heading that forbids it does not.
    pub fn find(&self, text: &str, heading: Option<&str>) -> Option<Found<'_>> {
        if !self.by_letter.may_be_in(text) {
            return None;
        }
        let text = plainly(text);
        if !self.by_letter.is_begun_in(&text) {
            return None;
        }
        let harmless = self.sentences.harmless.iter();
        let text = harmless.fold(text, |text, phrase| text.replace(phrase.as_str(), " "));
        let clauses = clauses(&text);
        let places: Vec<_> = clauses
            .iter()
            .map(|clause| self.places(clause, &text))
            .collect();
        let is_bare = |at: usize| self.sentences.is_bare(clauses[at], &self.plain);
        let is_below = |at| {
            let forbids = |heading| self.sentences.forbids_what_follows(heading);
            heading.is_some_and(forbids) && is_bare(at)
        };
        // A bare clause goes on with the one before it, if that one names a word or forbids what
        // follows, or itself goes on.
        let is_list = |at: usize| {
            let is_led = |before: usize| {
                !places[before].is_empty() || self.sentences.forbids_what_follows(clauses[before])
            };
            let last = (0..at)
                .rev()
                .find(|before| is_led(*before) || !is_bare(*before));
            is_bare(at) && last.is_some_and(is_led)
        };
        let words = places.iter().enumerate();
        let mut words = words.flat_map(|(at, places)| places.iter().map(move |one| (at, one)));
        let asked_for = words.find(|(at, (_, place))| {
            let (clause, next) = (clauses[*at], clauses.get(at + 1).copied());
            !is_list(*at)
                && !is_below(*at)
                && !self.sentences.forbid(*place, &self.plain)
                && !self.sentences.is_rejected_by(clause, next, &self.plain)
        });
        asked_for.map(|(_, (found, _))| found.clone())
    }

    /// The words in a clause, from left to right.
    fn places<'w, 'c>(&'w self, clause: &'c str, text: &str) -> Vec<(Found<'w>, Place<'c>)> {
        let means_it = |group: &Group, only: usize| {
            let OnlyBeside {
                beside,
                never_beside,
                ..
            } = &group.only_beside[only];
            let holds = |words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
            holds(beside) && !holds(never_beside)
        };
        let listed = self.by_letter.places(clause);
        let meant = listed.filter_map(|((from, to), (group, only))| {
            let group = &self.groups[group];
            let is_meant = only.is_none_or(|only| means_it(group, only));
            is_meant.then_some((from, Reverse(to), group.source.as_str()))
        });
        let mut places: Vec<_> = meant.collect();
        places.sort_unstable();
        let place = |(from, Reverse(to), source): (usize, Reverse<usize>, &'w str)| {
            let word = clause[from..to].to_owned();
            let (before, after) = (&clause[..from], &clause[to..]);
            (Found { word, source }, Place { before, after })
        };
        places.into_iter().map(place).collect()
    }
}

impl AdvertisingWords {
    /// The first claim of each kind in a text.
    pub fn find(&self, text: &str) -> Vec<(&str, &Claims)> {
        if !self.by_letter.may_be_in(text) {
            return Vec::new();
        }
        let text = text.to_ascii_lowercase();
        if self.by_letter.places(&text).next().is_none() {
            return Vec::new();
        }
        let claims = self.groups.iter().filter_map(|claims| {
            let harmless = claims.harmless.iter();
            let text = harmless.fold(text.clone(), |text, phrase| {
                text.replace(phrase.as_str(), " ")
            });
            let words = claims.words.iter().filter(|word| says(&text, word));
            let longest = words.max_by_key(|word| word.len())?;
            Some((longest.as_str(), claims))
        });
        claims.collect()
    }
}

/// Whether a text holds a word: in English not as a part of another, as *cure* of *manicure*.
fn says(text: &str, word: &str) -> bool {
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    let goes_on = |from: usize, to: usize| {
        let (before, after) = (text[..from].chars().next_back(), text[to..].chars().next());
        is_letter(before) && is_letter(word.chars().next())
            || is_letter(after) && is_letter(word.chars().next_back())
    };
    let mut places = text.match_indices(word);
    places.any(|(from, word)| !goes_on(from, from + word.len()))
}

/// In small letters, with straight apostrophes, without blanks between Chinese letters.
fn plainly(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_between = letter == ' '
            && plain.ends_with(is_chinese)
            && letters.peek().copied().is_some_and(is_chinese);
        if !is_between {
            plain.push(match letter {
                '’' => '\'',
                letter => letter.to_ascii_lowercase(),
            });
        }
    }
    plain
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Option<String> {
        forbidden_words().find(text, None).map(|found| found.word)
    }

    #[test]
    fn what_a_sentence_asks_for_is_found() {
        let asked_for = [
            ("每天刷单 10 单左右", "刷单"),
            ("刷 单 10 单", "刷单"),
            ("刷单不要超过 10 单", "刷单"),
            ("刷单不得少于 10 单", "刷单"),
            ("不断刷单", "刷单"),
            ("不定期刷单，每次 3 单", "刷单"),
            ("不得不刷单", "刷单"),
            ("不刷单不行", "刷单"),
            ("不限量刷好评", "刷好评"),
            ("销量不够就刷单", "刷单"),
            ("没评价的新品刷好评", "刷好评"),
            ("无风险刷单", "刷单"),
            ("防水手链刷单", "刷单"),
            ("防止刷单被查", "刷单"),
            ("避免刷单被发现，分散 IP", "刷单"),
            ("刷单规避平台检查", "刷单"),
            ("刷单后清理聊天记录", "刷单"),
            ("学习刷单技巧", "刷单"),
            ("大学生刷单群", "刷单"),
            ("给竞品恶意刷单", "刷单"),
            ("给对手刷单", "刷单"),
            ("找同行刷单", "刷单"),
            ("补单 10 单", "补单 10 单"),
            ("招募刷手 20 人", "刷手"),
            ("严禁私单，每天刷单 10 单", "刷单"),
            ("严禁刷单,改为补单", "补单"),
            ("找老客补单、晒图", "补单"),
            ("补单 5 单，提升权重", "补单 5 单"),
            ("洗刷单品首图、刷单", "刷单"),
            ("五星好评返 3 元红包", "好评返"),
            ("好评返现 2 元", "好评返现"),
            ("晒图返 5 元", "晒图返"),
            ("客服引导好评，返现 3 元", "返现"),
            ("收货后好评送优惠券", "好评送优惠券"),
            ("发空包 50 个", "空包"),
            ("淘宝小号养号", "养号"),
            ("Post 20 fake reviews", "fake review"),
            (
                "Place 10 fake orders a day until the listing ranks",
                "fake order",
            ),
            ("Start brushing in week 2, 30 orders a day", "brushing"),
            ("Hire a brushing team for the new shop", "brushing"),
            ("Paid reviews: 50 by the end of May", "paid review"),
            ("Buy reviews for the new serum", "buy review"),
            ("Offer cash for reviews in every parcel", "cash for review"),
            ("Cash for good reviews", "cash for good review"),
            (
                "Refund for 5-star reviews, 3 yuan each",
                "refund for 5-star review",
            ),
        ];
        for (text, expected) in asked_for {
            assert_eq!(word(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_a_sentence_forbids_avoids_or_learns_about_is_not() {
        let harmless = [
            "绝不刷单",
            "不做刷单",
            "不刷单、不炒信",
            "坚决不碰刷单",
            "不碰高仿、刷单、炒信",
            "不以任何形式刷单",
            "不组织员工刷单",
            "不通过刷单提升销量",
            "没有刷单",
            "无刷单、无炒信",
            "从不刷好评",
            "避免刷单",
            "远离刷单",
            "拒绝刷单",
            "培训：严禁刷单、炒信",
            "严禁：1. 刷单；2. 炒信；3. 虚假交易",
            "严禁刷单，炒信，虚假交易",
            "店员手册：刷单禁止",
            "刷单属于平台禁止的做法，有意不收",
            "刷单零容忍",
            "刷单，一律开除",
            "发现刷单，立即上报",
            "有人要求刷单，一律拒绝",
            "刷单的，扣当月绩效",
            "整治刷单行为",
            "排查刷单风险",
            "举报同行刷单",
            "竞品疑似刷单",
            "同行靠刷单冲榜，我们不跟",
            "刷单误判申诉",
            "平台刷单新规解读",
            "谢绝刷单合作",
            "补单 3 单（漏发）",
            "印刷手册",
            "遭遇同行恶意刷单时的应对",
            "学习反刷单规则",
            "刷单处罚规则学习",
            "了解刷单的危害",
            "清理历史刷单订单",
            "剔除刷单订单后的真实转化率",
            "防止被恶意刷单",
            "检查刷新页面",
            "爆款补单 3000 件（工厂）",
            "漏发、少件的补单处理",
            "补单 500 件",
            "老客追单，工厂补单",
            "抖音账号养号一周",
            "整理员工节日礼品单",
            "真空包装测试",
            "印刷单页",
            "牙刷单支装",
            "腮红刷单支",
            "好评返图征集",
            "好评率达到 98% 奖励客服",
            "不做好评返现",
            "禁止以返现方式诱导好评",
            "好评率达到 98%，老客返现 10 元",
            "Never post fake reviews",
            "No fake orders",
            "Report fake reviews of rivals",
            "We don’t buy reviews",
            "Paid reviews are forbidden",
            "Remove fake orders from the figures",
            "Earn ratings by service instead of paid reviews",
            "Order 500 brushing heads",
            "Toothbrush for gentle brushing: check the listing",
            "Answer unpaid reviews",
            "Submit petty cash for review",
            "Review paid campaigns every week",
            "Brush up the listing before the sale",
        ];
        for text in harmless {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn below_a_heading_that_forbids_it_a_word_alone_is_not_asked_for() {
        let below = |text, heading| forbidden_words().find(text, Some(heading)).is_some();
        assert!(!below("刷单", "平台红线培训"));
        assert!(!below("刷单、炒信等行为", "违规自查"));
        assert!(below("每天刷单 3 单", "平台红线培训"));
        assert!(below("刷单", "提升销量"));
    }

    #[test]
    fn claims_are_found_by_kind() {
        let kinds = |text| advertising_words().find(text).len();
        assert_eq!(kinds("国家级配方祛斑精华"), 2);
        assert_eq!(kinds("全网最低价"), 1);
        assert_eq!(kinds("药用级美白霜，治疗痘痘"), 2);
        assert_eq!(kinds("No.1 whitening serum"), 2);
        assert_eq!(kinds("Best quality bracelet, lowest price"), 2);
        assert_eq!(kinds("Cures acne in a week"), 1);
        for text in [
            "防晒帽",
            "美白牙膏",
            "最佳赏味期 12 个月",
            "国家级非物质文化遗产",
            "治疗仪",
            "Best seller",
            "Best before 12 months",
            "Manicure set with UV curing lamp",
            "Secure clasp, hair dyed doll",
        ] {
            assert_eq!(kinds(text), 0, "{text}");
        }
    }
}
