//! The right word for a wrong one.

use std::cmp::Ordering;

use super::{Text, text};

/// Below this, two words of letters are not alike.
const ALIKE: f64 = 0.78;

/// What a name begins with by which people are called: `小林` is nobody near `小李`.
const FAMILIAR: [char; 3] = ['老', '小', '阿'];

/// Words of a list that a message names; the rest are counted.
const MOST_NAMED: usize = 12;

/// The nearest right word, if one is near enough to be meant. Of Chinese words that are
/// equally near none is: `小林` may be `小李` or `小王`.
pub fn nearest<'w>(wrong: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let wrong = wrong.trim().to_lowercase();
    let (mut best, mut only) = (None::<(f64, &str)>, true);
    for word in words {
        let Some(closeness) = closeness(&wrong, &word.to_lowercase()) else {
            continue;
        };
        let order = best.map_or(Ordering::Greater, |(most, _)| closeness.total_cmp(&most));
        match (order, best) {
            (Ordering::Equal, Some((most, near))) if near != word => {
                only &= !is_chinese(word);
                best = Some((most, near.min(word)));
            }
            (Ordering::Greater, _) => (best, only) = (Some((closeness, word)), true),
            _ => {}
        }
    }
    best.filter(|_| only).map(|(_, word)| word)
}

/// How alike two words are, if they are alike at all.
fn closeness(wrong: &str, word: &str) -> Option<f64> {
    if is_chinese(wrong) || is_chinese(word) {
        return closeness_in_chinese(wrong, word);
    }
    let is_begun = wrong.len() >= 3 && word.starts_with(wrong);
    let is_near = strsim::osa_distance(wrong, word) * 2 <= wrong.len().max(word.len());
    let closeness = strsim::jaro_winkler(wrong, word);
    (closeness >= ALIKE && (is_begun || is_near)).then_some(closeness)
}

/// Every character of a Chinese word counts as much as a syllable: one in three may be wrong,
/// one in a word of two, or one word may be part of the other.
fn closeness_in_chinese(wrong: &str, word: &str) -> Option<f64> {
    let surname = |name: &str| name.strip_prefix(FAMILIAR).map(str::to_owned);
    let is_somebody_else = wrong.chars().count() == 2
        && word.chars().count() == 2
        && wrong.chars().next() == word.chars().next()
        && surname(wrong) != surname(word);
    if is_somebody_else {
        return None;
    }
    let (short, long) = (wrong.chars().count(), word.chars().count());
    let (short, long) = (short.min(long), short.max(long));
    let wrongly = strsim::osa_distance(wrong, word);
    let contained = short >= 2 && (wrong.contains(word) || word.contains(wrong));
    let is_near = wrongly < long && wrongly <= (long / 3).max(1);
    // Lengths of words are far below what a float counts exactly.
    (is_near || contained).then(|| 1.0 - wrongly as f64 / long as f64)
}

fn is_chinese(word: &str) -> bool {
    word.contains(|letter| ('\u{2e80}'..='\u{9fff}').contains(&letter))
}

/// The words of a list in one line: `` `a`、`b` 等 30 个 ``.
pub fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> Text {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    let (count, named) = (words.len(), &words[..words.len().min(MOST_NAMED)]);
    let (zh, en) = (named.join("、"), named.join(", "));
    if count == named.len() {
        return text!("{zh}", "{en}");
    }
    text!("{zh} 等 {count} 个", "{en} … ({count} in all)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("taoboa", ["tmall", "taobao", "jd"]), Some("taobao"));
        assert_eq!(nearest("主推手连", ["主推手链", "吊坠"]), Some("主推手链"));
        assert_eq!(nearest("xyz", ["tmall", "taobao"]), None);
        assert_eq!(nearest("camp", ["campaigns", "tasks"]), Some("campaigns"));
        assert_eq!(nearest("on", ["owners", "title"]), None);
    }

    #[test]
    fn chinese_words_are_near_by_characters() {
        let posts = ["美工", "客服", "运营", "仓库主管"];
        for (wrong, right) in [
            ("美攻", Some("美工")),
            ("客服组", Some("客服")),
            ("运营专员", Some("运营")),
            ("主管", Some("仓库主管")),
            ("工美", Some("美工")),
            (" 美工", Some("美工")),
            ("摄影", None),
            ("工", Some("美工")),
            ("拍摄", None),
        ] {
            assert_eq!(nearest(wrong, posts), right, "{wrong}");
        }
    }

    #[test]
    fn of_two_that_are_equally_near_none_is_meant() {
        assert_eq!(nearest("王林", ["王李", "王平"]), None);
        assert_eq!(nearest("王林", ["王李", "王李"]), Some("王李"));
        assert_eq!(nearest("周八", ["周一", "周二"]), None);
    }

    #[test]
    fn another_surname_is_somebody_else() {
        assert_eq!(nearest("老王", ["老高", "小美"]), None);
        assert_eq!(nearest("小林", ["小李"]), None);
        assert_eq!(nearest("小高", ["老高", "小美", "小安"]), Some("老高"));
    }

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(listed(["a", "b"]), Text::fixed("`a`、`b`", "`a`, `b`"));
        let many = listed(["a"; 13]);
        assert!(many.zh.ends_with("`a` 等 13 个"), "{}", many.zh);
        assert!(many.en.ends_with("`a` … (13 in all)"), "{}", many.en);
    }
}
