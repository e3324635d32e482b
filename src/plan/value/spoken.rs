//! Figures as people say them, for suggestions: values themselves are read strictly.

use super::scaled;

/// A figure and what follows it, as in `3,000 件`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Digits, perhaps with a point.
    pub(super) number: String,
    /// What follows, without the space around it.
    pub(super) unit: String,
}

/// The figure at the start of a text and what follows it: wide digits and a Chinese number
/// are led back to digits (`二十万` is `20` and `万`), commas between thousands left out.
pub(super) fn spoken(written: &str) -> Option<Spoken> {
    let written: String = written.trim().chars().map(half_width).collect();
    let written = written.trim_start_matches('+');
    let end = written
        .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | '_'))
        .unwrap_or(written.len());
    let (number, unit) = match chinese_number(written) {
        Some((number, unit)) => (number.to_string(), unit),
        None => (plain(&written[..end])?, &written[end..]),
    };
    Some(Spoken {
        number,
        unit: unit.trim().to_owned(),
    })
}

impl Spoken {
    /// The figure times a power of ten, without zeros that say nothing.
    pub(super) fn times(&self, power: u32) -> Option<String> {
        let (value, _) = scaled(&self.number, 9)?;
        let value = i128::from(value) * 10_i128.pow(power);
        let decimals = format!("{}.{:09}", value / 1_000_000_000, value % 1_000_000_000);
        Some(
            decimals
                .trim_end_matches('0')
                .trim_end_matches('.')
                .to_owned(),
        )
    }
}

/// The letter of ASCII that a wide one stands for.
pub(in crate::plan) fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(letter as u32 - 0xff01 + 0x21).expect("these are two blocks alike")
        }
        '\u{3000}' => ' ',
        letter => letter,
    }
}

/// The number without commas, if they stand between thousands, and without a point at its end.
fn plain(number: &str) -> Option<String> {
    let number = number.trim_end_matches('.').replace('_', "");
    let mut groups = number.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let is_group = |group: &str| {
        group
            .split('.')
            .next()
            .is_some_and(|whole| whole.len() == 3)
    };
    let has_groups = number.contains(',');
    (!has_groups || first.len() <= 3 && groups.all(is_group)).then(|| number.replace(',', ""))
}

/// A Chinese number at the start of a text, below ten thousand: `二百五`, `七九`, `十`.
fn chinese_number(written: &str) -> Option<(u32, &str)> {
    let digit = |letter| match letter {
        '〇' | '零' => Some(0),
        '两' => Some(2),
        letter => "一二三四五六七八九"
            .chars()
            .zip(1..)
            .find_map(|(known, value)| (known == letter).then_some(value)),
    };
    let power = |letter| match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    };
    let is_part = |letter| digit(letter).is_some() || power(letter).is_some();
    let end = written
        .find(|letter| !is_part(letter))
        .unwrap_or(written.len());
    let (number, rest) = written.split_at(end);
    let (mut sum, mut last, mut least) = (0_u32, None, 10_000);
    for letter in number.chars() {
        match (digit(letter), power(letter)) {
            (Some(digit), _) => last = Some(last.unwrap_or(0_u32).checked_mul(10)? + digit),
            // `百` alone counts hundreds, it is no number of them: `几百件`.
            (_, Some(power)) if power < least && (last.is_some() || power == 10) => {
                sum += last.take().unwrap_or(1).checked_mul(power)?;
                least = power;
            }
            _ => return None,
        }
    }
    let last = last.map_or(0, |last| match least {
        // `二百五` leaves the tens out.
        100 | 1000 if last < 10 && !number.contains(['零', '〇']) => last * least / 10,
        _ => last,
    });
    (!number.is_empty()).then_some((sum + last, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_taken_from_what_people_write() {
        for (written, number, unit) in [
            ("３,０００件", "3000", "件"),
            ("1,234.5 元", "1234.5", "元"),
            ("二十万", "20", "万"),
            ("八亿", "8", "亿"),
            ("一百二十件", "120", "件"),
            ("二百五", "250", ""),
            ("一千零五", "1005", ""),
            ("七九折", "79", "折"),
            ("两个工作日", "2", "个工作日"),
            ("十", "10", ""),
            ("+5.", "5", ""),
        ] {
            let expected = Spoken {
                number: number.to_owned(),
                unit: unit.to_owned(),
            };
            assert_eq!(spoken(written), Some(expected), "{written}");
        }
        for wrong in ["", "件", "1,5", "百件", "每月", "-5"] {
            assert_eq!(spoken(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn powers_of_ten_shift_the_point() {
        let times = |written: &str, power| spoken(written)?.times(power);
        assert_eq!(times("1.5千万", 3), Some("1500".to_owned()));
        assert_eq!(times("2.5", 0), Some("2.5".to_owned()));
        assert_eq!(times("3.0", 4), Some("30000".to_owned()));
    }
}
