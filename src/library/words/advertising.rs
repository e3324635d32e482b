//! Words that advertising may not use, in what buyers read and in what a plan tells them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::by_letter::{ByLetter, apart};
use super::contains;
use super::forbidden::sentences;
use super::sentence::{ENDS_OF_CLAUSES, Place, Sentences};
use crate::library::embedded;

/// Words that advertising may not use, or only with proof.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvertisingWords {
    /// The words, by source.
    pub groups: Vec<Claims>,
    telling: Telling,
    /// Each with its group.
    #[serde(skip)]
    by_letter: ByLetter<usize>,
    #[serde(skip)]
    harmless: ByLetter<()>,
    #[serde(skip)]
    slogans: ByLetter<()>,
    /// What proves the claims of a group.
    #[serde(skip)]
    proofs: ByLetter<usize>,
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
    /// What follows a word right away where the goods are only made for it: 染发剂碗.
    #[serde(default)]
    pub made_for: Vec<String>,
    /// What proves them where it stands in the same text; `#` stands for a number.
    #[serde(default)]
    pub proof: Vec<String>,
}

/// How an instruction gives the words that buyers are told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Telling {
    slogans: Vec<String>,
    tells_nothing: Vec<String>,
    quoting: Vec<String>,
    replacing: Vec<String>,
    not_said: Vec<String>,
    about_words: Vec<String>,
}

/// A claim that was found.
struct Claim {
    at: Range<usize>,
    group: usize,
}

static ADVERTISING: LazyLock<AdvertisingWords> = LazyLock::new(|| {
    let mut list: AdvertisingWords = embedded("cn/advertising-words");
    let groups = list.groups.iter().enumerate();
    let words = groups.flat_map(|(at, claims)| claims.words.iter().map(move |word| (word, at)));
    list.by_letter = ByLetter::of(words.map(|(word, at)| (word.clone(), at)));
    let harmless = list.groups.iter().flat_map(|claims| &claims.harmless);
    let harmless = harmless.chain(&list.telling.tells_nothing);
    list.harmless = ByLetter::of(harmless.map(|phrase| (phrase.clone(), ())));
    let groups = list.groups.iter().enumerate();
    let proofs = groups.flat_map(|(at, claims)| claims.proof.iter().map(move |proof| (proof, at)));
    list.proofs = ByLetter::of(proofs.map(|(proof, at)| (proof.clone(), at)));
    let slogans = list.telling.slogans.iter();
    // A colon may have been typed in its half-width form.
    let half_width = slogans.clone().filter(|lead| lead.contains('：'));
    let half_width = half_width.map(|lead| lead.replace('：', ":"));
    let slogans = slogans.cloned().chain(half_width);
    list.slogans = ByLetter::of(slogans.map(|lead| (lead, ())));
    list
});

/// The embedded list of claims.
pub fn advertising_words() -> &'static AdvertisingWords {
    &ADVERTISING
}

impl AdvertisingWords {
    /// The first claim of each kind in a text that buyers read, unless it is negated.
    pub fn find(&self, text: &str) -> Vec<(String, &Claims)> {
        let Some(text) = self.with_claims(text) else {
            return Vec::new();
        };
        let claims = self.claims(&text);
        let places: Vec<_> = claims.iter().map(|claim| claim.at.clone()).collect();
        // A further claim of a list is under what its first is under: 不承诺根治、治愈.
        let unclaimed = without(&text, &places);
        let is_made = |claim: &Claim| !sentences().negate(around(&unclaimed, &claim.at));
        let claims = claims.into_iter().filter(is_made).collect();
        self.first_of_each_kind(&text, claims)
    }

    /// The first claim of each kind that an instruction has buyers told: in quotation marks
    /// after 写 or 喊, or after 主打 and the like, where the sentence does not forbid it.
    pub fn find_told(&self, text: &str, heading: Option<&str>) -> Vec<(String, &Claims)> {
        let Some(text) = self.with_claims(text) else {
            return Vec::new();
        };
        let sentences = sentences();
        let is_lesson = heading.is_some_and(|heading| sentences.forbids_what_follows(heading));
        if is_lesson || contains(&text, &self.telling.about_words) {
            return Vec::new();
        }
        let told = self.told(&text, sentences);
        let is_told = |claim: &Claim| {
            told.iter().any(|told| {
                told.contains(&claim.at.start) && !is_denied(&text, claim, told.start, sentences)
            })
        };
        let claims = self.claims(&text).into_iter().filter(is_told).collect();
        self.first_of_each_kind(&text, claims)
    }

    /// A text without phrases that claim nothing, if it still holds a word of the list.
    fn with_claims(&self, text: &str) -> Option<String> {
        if !self.by_letter.may_be_in(text) {
            return None;
        }
        let text = text.to_ascii_lowercase();
        self.by_letter.places(&text).next()?;
        Some(self.harmless.blanked(&text))
    }

    /// The claims in a text that nothing in it proves, from left to right; of words that overlap,
    /// the longest: 史上最低价.
    fn claims(&self, text: &str) -> Vec<Claim> {
        let proven: Vec<_> = self.proofs.places(text).map(|(_, group)| group).collect();
        let places = self.by_letter.places(text);
        let places = places.filter(|((from, to), group)| {
            let goods = &self.groups[*group].made_for;
            let is_only_for_it = goods.iter().any(|goods| text[*to..].starts_with(goods));
            is_whole(text, *from..*to) && !proven.contains(group) && !is_only_for_it
        });
        let claim = |((from, to), group)| Claim {
            at: from..to,
            group,
        };
        apart(places.collect()).into_iter().map(claim).collect()
    }

    fn first_of_each_kind(&self, text: &str, claims: Vec<Claim>) -> Vec<(String, &Claims)> {
        let mut kinds = BTreeMap::new();
        for Claim { at, group } in claims {
            kinds.entry(group).or_insert_with(|| text[at].to_owned());
        }
        let kinds = kinds.into_iter();
        kinds
            .map(|(group, word)| (word, &self.groups[group]))
            .collect()
    }

    /// The parts of an instruction that buyers are told.
    fn told(&self, text: &str, sentences: &Sentences) -> Vec<Range<usize>> {
        let quotes = quotes(text);
        let unquoted = without(text, &quotes);
        let is_said = |place: Place<'_>| {
            !contains(place.before, &self.telling.not_said) && !sentences.forbid(place)
        };
        let quoted = quotes.iter().filter(|quote| {
            let place = around(&unquoted, quote);
            contains(place.before, &self.telling.quoting)
                && !contains(place.after, &self.telling.replacing)
                && is_said(place)
        });
        let slogans = self
            .slogans
            .places(&unquoted)
            .filter_map(|((_, from), ())| {
                let slogan = from..end_of_slogan(&unquoted, from);
                let quotes_itself = quotes.iter().any(|quote| slogan.contains(&quote.start));
                let before = around(&unquoted, &slogan).before;
                (!quotes_itself && is_said(Place { before, after: "" })).then_some(slogan)
            });
        quoted.cloned().chain(slogans).collect()
    }
}

/// A text with blanks in place of some of its parts.
fn without(text: &str, parts: &[Range<usize>]) -> String {
    let mut blanked = text.to_owned();
    for part in parts {
        blanked.replace_range(part.clone(), &" ".repeat(part.len()));
    }
    blanked
}

/// Whether the sentence around a claim denies it.
fn is_denied(text: &str, claim: &Claim, told_from: usize, sentences: &Sentences) -> bool {
    let place = around(text, &claim.at);
    let clause_from = claim.at.start - place.before.len();
    let before = &text[clause_from.max(told_from)..claim.at.start];
    sentences.forbid(Place { before, ..place })
}

/// What stands in quotation marks.
fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        match open {
            Some((from, closing)) if letter == closing => {
                quotes.push(from..at);
                open = None;
            }
            Some(_) => {}
            None => {
                let closing = CLOSING.iter().find(|(opening, _)| *opening == letter);
                open = closing.map(|(_, closing)| (at + letter.len_utf8(), *closing));
            }
        }
    }
    quotes
}

const CLOSING: [(char, char); 5] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
];

/// What stands in the same clause before and after a part of a text.
fn around<'t>(text: &'t str, part: &Range<usize>) -> Place<'t> {
    let (before, after) = (&text[..part.start], &text[part.end..]);
    let last = before.rsplit(ENDS_OF_CLAUSES).next();
    let first = after.split(ENDS_OF_CLAUSES).next();
    Place {
        before: last.unwrap_or(before),
        after: first.unwrap_or(after),
    }
}

/// Where a slogan ends: with its clause, or with the sentence where a colon leads to it.
fn end_of_slogan(text: &str, from: usize) -> usize {
    let ends: &[char] = if text[..from].ends_with(['：', ':']) {
        &['。', '；', '！', '\n']
    } else {
        &ENDS_OF_CLAUSES
    };
    text[from..].find(ends).map_or(text.len(), |end| from + end)
}

/// Whether a word in a text is no part of another, as *cure* of *manicure*, or *top1* of *top10*.
fn is_whole(text: &str, Range { start, end }: Range<usize>) -> bool {
    let goes_on = |at: usize| {
        let both = |is: fn(char) -> bool| text[..at].ends_with(is) && text[at..].starts_with(is);
        both(|letter| letter.is_ascii_alphabetic()) || both(|letter| letter.is_ascii_digit())
    };
    !goes_on(start) && !goes_on(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(found: Vec<(String, &Claims)>) -> Vec<String> {
        found.into_iter().map(|(word, _)| word).collect()
    }

    fn claims(text: &str) -> Vec<String> {
        words(advertising_words().find(text))
    }

    fn told(text: &str) -> Vec<String> {
        words(advertising_words().find_told(text, None))
    }

    #[test]
    fn claims_are_found_by_kind() {
        let all: [(&str, &[&str]); 13] = [
            ("国家级配方祛斑精华", &["国家级", "祛斑"]),
            ("全网最低价", &["全网最低价"]),
            ("药用级美白霜，治疗痘痘", &["美白霜", "药用"]),
            ("治愈湿疹的药皂", &["治愈"]),
            ("世界第一的保温杯", &["世界第一"]),
            ("最佳性价比手链", &["最佳"]),
            // 《广告法》第九条 forbids it of any goods, also where the cupboards may be top ones.
            ("顶级橱柜拉手", &["顶级"]),
            // One finding for words that overlap.
            ("史上最低", &["史上最低"]),
            ("史上最低价，国家级工艺", &["国家级", "史上最低价"]),
            ("No.1 whitening serum", &["no.1", "whitening serum"]),
            (
                "Best quality bracelet, lowest price",
                &["best quality", "lowest price"],
            ),
            ("Cures acne in a week", &["cures"]),
            ("治愈系香薰，根治失眠", &["根治"]),
        ];
        for (text, expected) in all {
            assert_eq!(claims(text), expected, "{text}");
        }
    }

    #[test]
    fn superlatives_promises_and_medical_words_are_found() {
        for text in [
            "全国最好的保温杯",
            "最好的面料",
            "全场最便宜",
            "最先进工艺",
            "送礼首选",
            "全国唯一",
            "极致保暖",
            "TOP1 手链",
            "销量冠军面霜",
            "No1 面霜",
            "100%有效的面膜",
            "零副作用",
            "绝对安全的奶瓶",
            "医生推荐枕头",
            "抗癌茶",
            "降血压手环",
            "消炎药膏贴 消炎快",
            "国家级实验室同款",
        ] {
            assert_eq!(claims(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_a_name_denies_is_no_claim() {
        for text in [
            "不做全网最低价，只做品质",
            "不承诺根治",
            "不承诺根治、治愈",
            "不是治疗用品",
            "没有最低价，只有好品质",
            "不用“顶级”之类的词",
            "非治疗用品",
            "不治疗疾病",
            "防治疗程",
            "TOP10 榜单",
            "NO12 口红",
            "送给妈妈最好的礼物",
            "一物一唯一码",
            "国家级实验室检测",
        ] {
            assert_eq!(claims(text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn words_that_claim_nothing_of_the_goods_are_not() {
        for text in [
            "防晒帽",
            "美白牙膏",
            "最佳赏味期 12 个月",
            "最佳佩戴时间 8 小时",
            "国家级非物质文化遗产",
            "国家级运动员同款训练手册",
            "世界第一高峰拼图",
            "全国第一批非遗传承人联名",
            "顶级联赛球衣",
            "最佳拍档 桌游",
            "极品飞车模型",
            "治疗仪",
            "治疗师角色扮演服",
            "治愈系手账本",
            "治愈风毛绒玩偶",
            "祛斑眼镜布",
            "Best seller",
            "Best before 12 months",
            "Manicure set with UV curing lamp",
            "Secure clasp, hair dyed doll",
        ] {
            assert_eq!(claims(text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn goods_and_names_that_hold_a_word_are_no_claims() {
        for text in [
            "万能角度尺",
            "万能轮行李箱",
            "英语语法卡：比较级与最高级",
            "国家级经开区直发仓",
            "药用植物图鉴",
            "染发剂碗刷套装（不含染发剂）",
            "防晒霜旅行空瓶",
            "Sunscreen pouch (empty)",
            "Storage box No. 1",
            "Cure for boredom: puzzle",
            "万能扳手 14 合 1",
            "万能脚轮 4 只",
            "万能蒸架",
            "国家级新区文创冰箱贴",
            "国家级工艺美术大师手作壶",
            "国家级奥林匹克竞赛题集",
            "世界级自然遗产拼图",
            "顶级掠食者 霸王龙模型",
            "顶级玩家 小说",
            "极品芝麻官 DVD",
            "独一无二的你 绘本",
            "最佳嘉宾 桌游卡",
            "最佳辩手奖杯",
            "最佳员工奖牌定制",
            "世界第一台计算机模型",
            "世界第一等 黑胶唱片",
            "防晒霜便携分装瓶",
            "防晒霜挂扣套",
            "染发剂调色碗",
            "烫发水挤瓶（空）",
            "美白霜空罐 50g",
            "治疗床罩",
            "治疗车 不锈钢",
            "治疗盘",
            "药用空瓶",
            "药用价值中草药挂图",
            "临床疗效评价学 教材",
            "治愈句子手帐贴纸",
            "治愈动物园 拼图",
            "防脱发圈 10 只",
            "防脱发夹 儿童",
            "Number one fan mug",
            "Number One birthday candle",
            "Therapeutic riding handbook",
            "Best in class certificate for pupils",
            "Sunscreen travel bottle set",
            "Hair dye brush and bowl",
            "Hair dye cap, reusable",
            "万能钥匙扣",
            "万能遥控器套",
            "万能夹手机支架",
            "万能笔记本活页",
            "万能胶枪胶条",
            "国家级贫困县助农苹果",
            "国家级湿地公园门票",
            "国家级传承人手作银镯",
            "国家级田径队同款秒表",
            "最佳朋友 情侣手链",
            "最佳爸爸 马克杯",
            "最佳伴娘 请柬",
            "顶级域名书",
            "极品三国 桌游",
            "销量第一步：电商入门书",
            "行业第一线 记者手记",
            "防晒霜检测卡 紫外线",
            "防晒喷雾补充空瓶",
            "染发膏披肩",
            "染发剂清洁布",
            "烫发剂杠子",
            "美白面膜碗",
            "治疗巾收纳架",
            "药用瓶 棕色 100ml",
            "药用植物种子",
            "治愈海 油画",
            "治愈猫咪 台历",
            "Hair dye mixing tray",
        ] {
            assert_eq!(claims(text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn claims_beside_accessories_are_found() {
        for text in [
            "万能清洁膏",
            "国家级面料",
            "顶级羊绒",
            "防晒霜 50ml",
            "防晒霜 送收纳袋",
            "染发剂 栗色",
            "药用牙膏",
            "治疗痘痘霜",
            "世界第一的保温杯",
            "最佳性价比",
            "No. 1 in China bracelet",
            "Sunscreen SPF50 spray",
            "防脱发洗发水",
            "独一无二的工艺",
            "染发膏 刷头赠品",
            "美白面膜 10 片",
            "防脱发带精油洗发水",
        ] {
            assert!(!claims(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_registration_proves_what_it_was_given_for() {
        let none = <[&str; 0]>::default();
        assert_eq!(claims("防晒霜 SPF50（国妆特字 G20210123）"), none);
        assert_eq!(claims("治疗巾 粤穗械备20210123号"), none);
        assert_eq!(claims("防晒霜 SPF50（国妆特字待办）"), ["防晒霜"]);
        assert_eq!(claims("治疗巾"), ["治疗"]);
        let others = claims("治疗痘痘的防晒霜（国妆特字20210123）");
        assert_eq!(others, ["治疗"]);
    }

    #[test]
    fn what_an_instruction_has_buyers_told_is_found() {
        let all: [(&str, &[&str]); 12] = [
            ("开场先喊“全网销量第一”", &["销量第一"]),
            ("首屏写“三天消炎祛痘，治疗敏感肌”", &["消炎"]),
            ("主打全网最低价、国家级保暖标准", &["国家级", "全网最低价"]),
            ("主图文案：国家级面料，舒适", &["国家级"]),
            ("话术：亲，这是全网最低价", &["全网最低价"]),
            ("主播每 10 分钟喊“史上最低价”", &["史上最低价"]),
            ("海报上印「行业第一」", &["行业第一"]),
            ("详情页第一屏写极品羊绒", &["极品"]),
            ("直播间挂“全国第一”的牌子", &["全国第一"]),
            ("主打“顶级羊绒”", &["顶级"]),
            ("客服统一回复“这是全网最低价”", &["全网最低价"]),
            ("Banner says \"No.1 in sales\"", &["no.1"]),
        ];
        for (text, expected) in all {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_buyers_are_not_told_is_not() {
        for text in [
            "选出“最佳主图”",
            "报名“最佳新品”活动",
            "做到类目第一",
            "首屏不写“最佳”",
            "文案里不出现“治疗”“根治”",
            "不主打低价，不喊“全网最低价”",
            "主播不得喊“史上最低价”",
            "文案避开“全网第一”",
            "删除详情页里写的“国家级”",
            "详情页写的“最佳”改成“优选”",
            "检查主图有没有写“国家级”",
            "学习广告法：不能写“第一”“最佳”",
            "违禁词“最佳”“国家级”替换",
            "同行首屏写“全网最低价”，我们不跟",
            "客服被问“能治疗吗”时转人工",
            "主打治愈系手账",
            "主打款选最佳主图",
            "主打性价比，评选最佳主图",
            "写“保质期内口感最佳”前先问法务",
            "客服说明“历史最低价”由平台显示",
        ] {
            assert_eq!(told(text), <[&str; 0]>::default(), "{text}");
        }
        let below = advertising_words().find_told("写“全网第一”", Some("文案红线"));
        assert_eq!(words(below), <[&str; 0]>::default());
    }
}
