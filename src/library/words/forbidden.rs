//! Words for actions that the law forbids, where a text asks for them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::by_letter::{ByLetter, apart, holds};
use super::sentence::{Place, Sentences, clauses};
use crate::library::embedded;

/// Words for actions that the law forbids, with their sources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenWords {
    /// The words, by source.
    pub groups: Vec<Group>,
    sentences: Sentences,
    #[serde(skip)]
    harmless: ByLetter<()>,
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
    /// What to do instead, in Chinese.
    pub lawful_zh: String,
    /// The same in English.
    pub lawful_en: String,
    /// The words; `…` stands for up to six letters, `#` for an amount, `{a|b}` for either.
    #[serde(default)]
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
    /// What has to stand in the same text, if anything.
    #[serde(default)]
    pub beside: Vec<String>,
    /// What must not.
    #[serde(default)]
    pub never_beside: Vec<String>,
}

/// A word that was found.
#[derive(Clone, Debug)]
pub struct Found<'w> {
    /// As the text writes it.
    pub word: String,
    /// Whose source says that it is forbidden.
    pub group: &'w Group,
}

static FORBIDDEN: LazyLock<ForbiddenWords> = LazyLock::new(|| {
    let mut list: ForbiddenWords = embedded("cn/forbidden-words");
    let groups = list.groups.iter().enumerate();
    let words = groups.flat_map(|(at, group)| {
        let beside = group.only_beside.iter().enumerate();
        let ambiguous = beside
            .flat_map(move |(only, of)| of.words.iter().map(move |word| (word, (at, Some(only)))));
        let words = group.words.iter().map(move |word| (word, (at, None)));
        words.chain(ambiguous)
    });
    let words: Vec<_> = words.map(|(word, of)| (word.clone(), of)).collect();
    list.sentences.words = words.iter().map(|(word, _)| word.clone()).collect();
    let harmless = list.sentences.harmless.iter();
    list.harmless = ByLetter::of(harmless.map(|phrase| (phrase.clone(), ())));
    list.by_letter = ByLetter::of(words);
    list
});

/// The embedded list of actions that the law forbids.
pub fn forbidden_words() -> &'static ForbiddenWords {
    &FORBIDDEN
}

/// The words by which a sentence forbids another.
pub(super) fn sentences() -> &'static Sentences {
    &FORBIDDEN.sentences
}

impl ForbiddenWords {
    /// The first word that a text asks for; a text below a heading that forbids it does not.
    pub fn find(&self, text: &str, heading: Option<&str>) -> Option<Found<'_>> {
        if !self.by_letter.may_be_in(text) {
            return None;
        }
        let text = plainly(text);
        self.by_letter.places(&text).next()?;
        let text = self.harmless.blanked(&text);
        let clauses = clauses(&text).into_iter().map(|clause| Clause {
            words: self.words(clause, &text),
            is_bare: self.sentences.is_bare(clause),
            text: clause,
        });
        let forbids = |heading| self.sentences.forbids_what_follows(heading);
        let clauses = Clauses {
            clauses: clauses.collect(),
            is_below_prohibition: heading.is_some_and(forbids),
            sentences: &self.sentences,
        };
        clauses.asked_for().cloned()
    }

    /// The words in a clause, from left to right, the longer of two that overlap.
    fn words<'w, 'c>(&'w self, clause: &'c str, text: &str) -> Vec<(Found<'w>, Place<'c>)> {
        let listed = self.by_letter.places(clause);
        let whole = listed.filter(|((from, _), _)| !goes_on(clause, *from));
        let meant = whole.filter_map(|(at, (group, only))| {
            let group = &self.groups[group];
            let is_meant = only.is_none_or(|only| group.only_beside[only].is_meant_in(text));
            is_meant.then_some((at, group))
        });
        let place = |((from, to), group)| {
            let word = clause[from..to].to_owned();
            let (before, after) = (&clause[..from], &clause[to..]);
            (Found { word, group }, Place { before, after })
        };
        apart(meant.collect()).into_iter().map(place).collect()
    }
}

impl OnlyBeside {
    /// Whether the words mean it in a text, by what stands beside them.
    fn is_meant_in(&self, text: &str) -> bool {
        (self.beside.is_empty() || holds(text, &self.beside)) && !holds(text, &self.never_beside)
    }
}

/// A clause with the words in it.
struct Clause<'w, 'c> {
    text: &'c str,
    words: Vec<(Found<'w>, Place<'c>)>,
    /// Whether it only names things.
    is_bare: bool,
}

/// The clauses of a text, of which each may say what is meant by another.
struct Clauses<'w, 'c> {
    clauses: Vec<Clause<'w, 'c>>,
    /// Whether the heading above them forbids what it is followed by.
    is_below_prohibition: bool,
    sentences: &'w Sentences,
}

impl<'w> Clauses<'w, '_> {
    /// The first word that is asked for.
    fn asked_for(&self) -> Option<&Found<'w>> {
        let clauses = self.clauses.iter().enumerate();
        let mut words =
            clauses.flat_map(|(at, clause)| clause.words.iter().map(move |word| (at, word)));
        let asked_for = words.find(|(at, (_, place))| {
            !self.only_names(*at)
                && !self.is_forbidden(*at, *place)
                && !self.is_rejected(*at, *place)
        });
        asked_for.map(|(_, (found, _))| found)
    }

    /// Whether a clause is an item of a list: below a heading, or behind a clause that leads it.
    fn only_names(&self, at: usize) -> bool {
        self.clauses[at].is_bare && (self.is_below_prohibition || self.goes_on(at))
    }

    /// Whether the last clause before this one that is more than an item of a list names a word
    /// or forbids what follows.
    fn goes_on(&self, at: usize) -> bool {
        let leads = |clause: &Clause<'_, '_>| {
            !clause.words.is_empty() || self.sentences.forbids_what_follows(clause.text)
        };
        let mut before = self.clauses[..at].iter().rev();
        let last = before.find(|clause| leads(clause) || !clause.is_bare);
        last.is_some_and(leads)
    }

    /// Whether its clause forbids a word, and the two behind it do not do it all the same.
    fn is_forbidden(&self, at: usize, place: Place<'_>) -> bool {
        let sentences = self.sentences;
        sentences.forbid(place) && !sentences.is_done_all_the_same(place, &self.next(at))
    }

    /// Whether one of the two clauses behind a word rejects it.
    fn is_rejected(&self, at: usize, place: Place<'_>) -> bool {
        let clause = self.clauses[at].text;
        self.sentences.is_rejected(clause, place, &self.next(at))
    }

    /// The two clauses behind one.
    fn next(&self, at: usize) -> Vec<&str> {
        let next = self.clauses[at + 1..].iter().take(2);
        next.map(|clause| clause.text).collect()
    }
}

/// Whether a letter or figure of a text goes on a foreign word: the `s` of `20s`.
fn goes_on(text: &str, at: usize) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric();
    text[..at].ends_with(is_part) && text[at..].starts_with(is_part)
}

/// In small letters, with straight apostrophes, without blanks between Chinese letters and
/// commas between figures.
fn plainly(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let peeked = letters.peek().copied();
        let is_between = |is: fn(char) -> bool| plain.ends_with(is) && peeked.is_some_and(is);
        let is_left_out = match letter {
            ' ' => is_between(is_chinese),
            ',' => is_between(|letter| letter.is_ascii_digit()),
            _ => false,
        };
        if !is_left_out {
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
            ("五星好评返 3 元红包", "五星好评返 3 元"),
            ("好评返现 2 元", "好评返现 2 元"),
            ("晒图返 5 元", "晒图返 5 元"),
            ("客服引导好评，返现 3 元", "返现"),
            ("收货后好评送优惠券", "好评送优惠券"),
            ("发空包 50 个", "空包"),
            ("淘宝小号养号", "淘宝小号"),
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
    fn other_kinds_of_requests_are_found() {
        for text in [
            // An amount of orders, reviews or followers.
            "新链接先刷 20 单破零",
            "每天刷 5-10 单",
            "前三天各刷三单",
            "刷满 50 单再报活动",
            "先刷几十单把排名拉上来",
            "刷 30 条好评",
            "每天刷 10 笔",
            "买 5000 粉丝充门面",
            "联系放单平台，每天放 15 单",
            // Money for a favourable review, or for a bad one that is taken back.
            "五星好评加图返 3 元红包",
            "好评截图领 5 元",
            "带图好评返 3 块",
            "收到货 5 星好评，找客服领 2 元",
            "给差评买家打款让他删评",
            "给 50 元红包请买家把差评改好评",
            // Reviews that the shop writes or buys, orders of friends and second accounts.
            "补评价 50 条，每条 2 元",
            "好评由客服统一写",
            "用小号买自己店里的货做销量",
            "让员工用小号拍自己店的链接",
            "安排员工小号下单带节奏，刷够 50 单",
            "前 50 条好评由亲友下单写好，店里退货款",
            "朋友下单后返本金",
            "找水军带节奏",
            "请水军刷屏",
            // What is aimed at rivals, and original prices that were none.
            "去对手店拍下不付款、恶意差评",
            "给竞品刷差评",
            "虚标原价 999",
            "先提价再打折做大促",
            // A negation or a step against it that does not hold.
            "不光要刷单，还要刷收藏",
            "不能只靠刷单，还要开车",
            "不放弃刷单",
            "发现排名下降就刷单，立即补 10 单",
            "活动被取消后刷单补量",
            "自查完标题后刷单 5 单",
            "刷单怕被降权，每天不超 5 单",
            "刷单不被降权的节奏：每天 3 单",
            "刷单扣除佣金后结算",
            "Place 5 fake orders for the check of the payment flow",
        ] {
            assert!(word(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_kinds_of_sentences_that_ask_for_nothing_are_not() {
        for text in [
            // What follows from it.
            "刷单会被降权甚至关店",
            "曾因刷单被扣 12 分，本年不再发生",
            "刷单扣 12 分的规则要背熟",
            "刷单即辞退",
            "合同写明刷单即解约并赔偿",
            "员工刷单者当场辞退",
            "刷单必封店，全员知悉",
            "靠刷单起来的店迟早出事",
            "刷单得不偿失，专注内容",
            // A condition, and what is done then.
            "若发现达人刷单，终止合作并追回佣金",
            "谁刷单谁离职",
            "发现刷单迹象上报总部",
            "乙方刷单的，甲方有权解约",
            "凡参与刷单的主播，永久除名",
            "供应商若帮别家刷单，我们停止合作",
            "买家要求好评返现时礼貌拒绝",
            // Parting with who does it, ending it, something in its place.
            "清退参与刷单的合作方",
            "淘汰有刷单前科的供货商",
            "关闭好评返现卡",
            "下架带好评返现卡片的包装",
            "好评返现卡停印",
            "售后卡改版：去掉好评返现",
            "与其刷单，不如做好老客",
            "用试用活动代替刷单",
            "与刷单划清界限",
            // A prohibition from afar, a negation through other words.
            "不允许任何岗位接触刷单群",
            "不该碰刷单",
            "不鼓励任何形式的刷单",
            "不做好评返现、晒图返红包",
            "包裹内不放好评返现卡",
            "监督团队不刷单",
            "宁可慢一点也不刷单",
            "晒单返图征集放到详情页（不给返现）",
            // A question, a lesson, a fraud on others.
            "被要求刷单怎么办",
            "有没有刷单记录",
            "什么是刷单，为什么不能做",
            "如被平台误认为刷单，提交物流凭证",
            "刷单诈骗短信提醒：店铺从不招刷单员",
            // The same letters with another meaning.
            "牙刷 20 单已发货",
            "刷 3 单元楼道的墙",
            "每天放 15 单给工厂排产",
            "小号手链买 2 送 1，提升销量",
            "防水军绿色背包上新",
            "主播带节奏，催付拍下不付款的买家",
            "恶意差评申诉",
            "亲友下单享内购价",
            "提醒买家补评价",
            "好评率 98% 奖客服 50 元",
            "领 10 元券满 99 可用，五星店铺",
            "好评爆款返场送 10 元券",
            "客服不引导买家删评",
            "检查是否虚标原价",
            // In English.
            "Audit: are there fake orders or brushing by affiliates?",
            "Check incoming orders for fake orders",
            "Whoever places fake orders is dismissed",
            "Terminate affiliates who place fake orders",
            "What are fake orders?",
            "We lost 12 points for fake orders last year",
            "Zero tolerance for fake orders",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_refused_ended_or_taught_is_not_asked_for() {
        for text in [
            "不参与、不组织、不协助刷单",
            "从不刷单，也不跟风买好评",
            "不付费买好评",
            "莫要贪便宜去刷单",
            "好评不返现，差评不删除",
            "凡涉及刷单的合作邀约全部回绝",
            "对刷单订单不计入业绩",
            "刷单必究",
            "公司明令：刷单，零容忍",
            "接到“代刷单”推销电话直接挂断",
            "买家要求好评返现时婉拒",
            "整改刷单问题，三月底前完成",
            "把“好评返现”四个字从包裹卡上删掉",
            "发现刷单立即关停链接",
            "没有刷单则归档",
            "弄懂什么算刷单炒信",
            "看懂刷单黑话：放单、空包、小号",
            "刷单与真实成交的区别：讲义一份",
            "问卷：你遇到过刷单邀约吗",
            "比起刷单，真实试用更管用",
            "结论写清：未发现刷单，或列明订单号",
            "筛同一地址多单、空包退单、异常物流",
            "违约情形：刷单、刷评、虚构交易",
            "刷单？想都别想",
            "供应商签廉洁协议：不刷单、不返点",
            "每周抽检评价真实性，虚假评价一经发现即申诉",
            "收到刷单短信，截图交给平台",
            "客服话术：亲，本店不做好评返现哦",
            "复盘去年被判虚假交易的三单",
            "养号出来的达人账号不签约",
            "虚假发货申诉材料",
            "平台打击刷单，流量将回到真实店铺",
            "应聘者自述做过刷单，不予录用",
            "写一篇“为什么我们不刷单”",
            "刷单被抓的同行名单存档",
            "Do fake reviews violate the rules? Quiz for staff",
            "新人测验：刷单会扣几分",
            "新人须知：任何人不得以店铺名义刷单",
            "客户问能不能刷单，统一回“不能”",
            "如果代运营提出刷单，当天解约",
            "已停止与刷单团队的合作",
            "检查代运营合同里有没有刷单条款",
            "刷单违法，全员签字",
            "与平台签《不刷单承诺书》",
            "Audit whether the agency buys reviews",
            "Our policy: no paid reviews, ever",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_within_a_longer_one_is_none() {
        for text in [
            "补单打样与首单同色",
            "补单颜色按首单色卡",
            "洗碗刷单个装",
            "鞋刷单柄硬毛",
            "长柄刷（刷单面 / 双面两款）",
            "刷单面胶，反面留白",
            "POS 机刷单据留存",
            "空包礼盒（不含内容物）",
            "帆布空包先打样",
            "背包空包重 600 克",
            "快递退回空包裹，拍照索赔",
            "买家反映收到空包，按漏发处理",
            "旧计划里写过每天刷单十笔，已全部删去，不再执行",
            "刷手机只看自家店的首屏",
            "粉刷手柄",
            "刷评论区，回复提问",
            "刷直播间学同行话术",
            "刷信用卡",
            "刷收藏夹",
            "粉刷单色款",
            "购买评价管理工具",
            "买粉丝团灯牌",
            "镂空包",
            "星空包",
            "悬空包边",
            "评价高的款补单 300 件",
            "补单尺码：小号 200、中号 300",
            "按销量排名补单",
            "老客预订的款先补单",
            "补单数抄送达人，佣金不变",
            "朋友圈晒新款，补单款优先",
            "给老客的礼品单列明品名",
            "橱窗里放单品链接，佣金 15%",
            "首页放单品海报，标排名",
            "牙刷单独包装",
            "毛刷单边加长",
            "洗车刷手套一只",
            "粉刷评分表",
            "刷手办底漆",
            "刷收藏柜两遍清漆",
            "印刷评委名单",
            "航空包机货运",
            "空包邮费试算",
            "空包材称重",
            "空包袋尺寸 30×40",
            "补单排在大促后，先看库存",
            "工厂补单周期 7 天",
            "老客登记补单尺寸",
            "礼品单独包装送老客",
            "小号拍照灯买一送一",
            "亲友团拼单下单立减",
            "好评语收集做详情页",
            "五星酒店返现券异业合作",
            "晒单领积分，返场再开",
            "投放单价 2 元以内，佣金 20%",
            "摆放单反相机拍主图，写好评语卡",
            "存放单据三年，佣金另列",
            "释放单仓压力，排名前十的款先出",
            "Brushing gold onto the tray edge",
            "购买评价插件，自动汇总差评",
            "核对退款单，剔除空包件",
            "空包退回的按拒收登记",
            "托特空包样品拍白底图",
            "双肩空包称重后报运费",
            "补单号段留给门店调拨",
            "门店补单走调拨单",
            "热销色补单，评价里问得多的先补",
            "补单交期与工厂确认",
            "大促后补单，老客优先发货",
            "养号鲤鱼缸清洁",
            "礼品单页设计，评价邀请语另印",
            "放单肩包的陈列架换新",
            "放单衣架 20 个，人气款居前",
            "刷手感测试：毛刷三款",
            "地刷手柄换色",
            "刷评委打分表",
            "洗刷评测视频",
            "买销量险",
            "好评返修率统计",
            "好评返购率",
            "晒图返校季活动",
            "五星级酒店送券合作",
            "评价返厂维修的客户",
            "领 20 元券，五星店铺专享",
            "买家秀返图做九宫格",
            "朋友推荐下单减 5 元",
            "小号收纳盒买二送一，本店专享",
            "水军蓝 T 恤上新",
            "Brushing teeth kids timer",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn the_same_words_beside_others_are_asked_for() {
        for text in [
            "发空包 50 个",
            "每天空包 20 单",
            "空包 50 单走起",
            "寄空包裹 30 个换单号",
            "找空包代发平台",
            "雇人刷直播间",
            "刷直播间人气 500",
            "刷直播在线人数",
            "招刷手 20 人，手机下单",
            "购买评价 50 条",
            "刷评论 50 条",
            "刷评分到 4.9",
            "补单 10 单不看颜色",
            "老客补单，晒图",
            "补单数量 10 单，找老客",
            "发现排名掉就刷单，关停旧链接",
            "整改后刷单 10 单",
            "整改期间刷单 5 单",
            "付费刷单",
            "跟风刷单冲榜",
            "接到活动邀约后刷单 10 单",
            "要求刷手每天刷单 5 单，不再开车",
            "看懂刷单教程，照做",
            "礼品单代发，佣金 2 元",
            "放单给刷手",
            "发现刷单员，安排 10 单",
            "刷单做过的店更容易起来",
            "好评后返现 3 元",
            "刷收藏 200 个",
            "刷信用到一钻",
            "买粉丝 5000",
            "比起直通车，刷单更快",
            "收到货后给好评返现，不用退货",
            "每天找人刷直播间",
            "买 20 个空包发新疆",
            "空包发货 50 单",
            "老客补单带图好评",
            "补单 10 单，尺码随便选",
            "评价不够的款补单 10 单，找亲友",
            "刷收藏加购 300",
            "刷评分",
            "买评价 30 条",
            "安排刷手当天下单",
            "让刷手换手机拍单",
            "刷信用升钻",
            "放单 20 单，佣金 5 元",
            "礼品单代发平台走 50 单，冲销量",
            "养号的白号每天拍 3 单",
            "好评返 5 元",
            "五星返现 3 元",
            "整改好标题，再刷单 10 单",
            "发现权重低，刷单 5 单",
            "做过活动后刷单补量",
            "刷单接到 20 单",
            "销量低的时候，按计划刷单",
            "违约也要刷单",
            "查到低价词后刷单冲排名",
            "付费刷单，每单 5 元",
            "付费买好评 20 条",
            "用老客号补单",
            "买粉丝 1 万",
            "刷单 5 单，区别对待新老链接",
            "刷单学习同行节奏",
            "把差评删掉后刷好评",
            "刷单记录删掉",
            "群里删掉刷单记录，继续刷单",
            "找代运营协助刷单",
            "跟风买好评",
        ] {
            assert!(word(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_stands_between_the_words_does_not_hide_them() {
        let asked_for = [
            "给老客发 5 元红包，换 200 条五星好评",
            "发红包换五星好评",
            "用红包换取好评",
            "用优惠券换取五星好评",
            "送礼品换好评",
            "好评送小样",
            "晒图加好评送无门槛券",
            "返现换评价",
            "好评奖励 5 元",
            "给 20 元请买家改评",
            "请第三方删除差评",
            "付费删除中差评",
            "找中介清理中差评",
            "找人删评",
            "刷出 300 件基础销量",
            "刷出销量",
            "刷够 300 件销量",
            "每天 S 单 20 个",
            "每天补 10 单，提升权重",
            "拍A发B",
            "内部员工下单做基础销量",
            "伪造物流",
            "代写评价",
            "伪造买家秀",
            "直播间买粉 5000",
            "抖音号刷粉",
            "刷单风险高，谨慎操作，每天不超过 5 单",
            "刷单有风险，小心操作，分散账号",
            "好评后发红包",
            "每天安排 10 个 S 单",
            "联系第三方删掉两条差评",
            "花钱把差评处理掉",
            "直播间买 2000 粉撑场面",
        ];
        let missed = asked_for.into_iter().filter(|text| word(text).is_none());
        let harmless = [
            "买评价高的面料",
            "刷单反诈宣传",
            "化妆刷单品页",
            "删除差评",
            "联系买家删差评",
            "请买家修改评价",
            "客服拿到好评奖励 5 元",
            "换好评率高的供应商，每件省 2 元",
            "用赠品换老客到店",
            "顾客好评送货快",
            "30s 单条视频",
            "买粉底 50 件做样品",
            "仓库每天补 10 单漏发件",
            "员工下单享内购价",
            "不做好评送小样",
            "严禁找人删评",
            "处理掉差评多的库存",
            "请第三方质检面料",
            "刷单风险高，不做",
            "不用红包换好评",
        ];
        let alarms = harmless.into_iter().filter(|text| word(text).is_some());
        assert_eq!(
            missed.chain(alarms).collect::<Vec<_>>(),
            <[&str; 0]>::default()
        );
    }

    #[test]
    fn of_words_that_overlap_the_longest_is_named() {
        let found = forbidden_words().find("五星好评加图返 3 元红包", None);
        let found = found.expect("it is asked for");
        assert_eq!(found.word, "五星好评加图返 3 元");
        assert!(found.group.source.contains("第九条第（五）项"));
    }

    #[test]
    fn below_a_heading_that_forbids_it_a_word_alone_is_not_asked_for() {
        let below = |text, heading| forbidden_words().find(text, Some(heading)).is_some();
        assert!(!below("刷单", "平台红线培训"));
        assert!(!below("刷单、炒信等行为", "违规自查"));
        assert!(!below("fake orders", "Zero tolerance for fake orders"));
        assert!(below("每天刷单 3 单", "平台红线培训"));
        assert!(below("刷单", "提升销量"));
    }
}
