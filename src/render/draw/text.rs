//! How wide texts are, and where their lines break.

/// Size of what stands small in a drawing: 7.5 pt, below which paper cannot be read.
pub(super) const SMALL: i32 = 100;

/// Room that a text takes at a size in tenths: Chinese letters are squares, others are
/// estimated a little wide.
pub(super) fn text_width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text.chars().map(letter_width).sum();
    hundredths.saturating_mul(size) / 100
}

fn letter_width(letter: char) -> i32 {
    if is_wide(letter) {
        100
    } else if letter.is_uppercase() || letter.is_ascii_digit() {
        62
    } else {
        55
    }
}

fn is_wide(letter: char) -> bool {
    letter >= '\u{2E80}'
}

/// May not begin a line.
const CLOSING: &str = "，；：？！）。、，;:?)》」”.!%";
/// May not end a line.
const OPENING: &str = "（《「“(";

/// Breaks a text into at most `most` lines that fit into `room`: Chinese breaks anywhere
/// but at closing and opening marks, other scripts at spaces. What does not fit is cut;
/// the whole text stands in the description of the drawing.
pub(super) fn wrap(text: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    let words = words(text);
    let mut lines = fill(&words, size, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && text_width(last, size) + size > room {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
        return lines;
    }
    // Balanced: the narrowest room that takes no more lines.
    let mut narrow = room;
    while lines.len() > 1 && narrow > 3 * size {
        let tighter = fill(&words, size, narrow - size / 2);
        if tighter.len() > lines.len() {
            break;
        }
        narrow -= size / 2;
        lines = tighter;
    }
    lines
}

/// The pieces between which a line may break.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        let before = word.chars().next_back();
        let glued =
            CLOSING.contains(letter) || before.is_some_and(|before| OPENING.contains(before));
        let breaks = before.is_some_and(|before| is_wide(letter) || is_wide(before));
        if letter.is_whitespace() {
            words.push(std::mem::take(&mut word) + " ");
        } else {
            if breaks && !glued {
                words.push(std::mem::take(&mut word));
            }
            word.push(letter);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn fill(words: &[String], size: i32, room: i32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        let line = lines.last_mut().expect("there is a line from the start");
        if !line.is_empty() && text_width((line.clone() + word).trim_end(), size) > room {
            lines.push(word.clone());
        } else {
            line.push_str(word);
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_never_begin_with_a_closing_mark() {
        let lines = wrap(
            "优化详情页：产品对比、佩戴效果、零风险承诺，一项不缺",
            105,
            900,
            9,
        );
        assert!(lines.len() > 2);
        assert!(
            lines
                .iter()
                .all(|line| !line.starts_with(|letter| CLOSING.contains(letter))),
            "{lines:?}"
        );
        assert!(
            lines.iter().all(|line| text_width(line, 105) <= 900 + 105),
            "{lines:?}"
        );
        assert_eq!(
            lines.concat(),
            "优化详情页：产品对比、佩戴效果、零风险承诺，一项不缺"
        );
    }

    #[test]
    fn latin_breaks_at_spaces_and_long_texts_are_cut() {
        assert_eq!(
            wrap("Rework the detail pages", 105, 700, 3),
            ["Rework the", "detail pages"]
        );
        let cut = wrap(&"很长的标题".repeat(20), 105, 800, 2);
        assert_eq!(cut.len(), 2);
        assert!(
            cut[1].ends_with('…') && text_width(&cut[1], 105) <= 800,
            "{cut:?}"
        );
    }

    #[test]
    fn an_unbreakable_word_stays_whole() {
        assert_eq!(
            wrap("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 105, 500, 3),
            ["ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        );
    }
}
