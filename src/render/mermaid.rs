//! A schedule as text that Git hosts and editors draw: phases, what is critical in them, and
//! events.

use std::fmt::Write;

use chrono::NaiveDate;

use super::wording::Wording;
use crate::diagnostic::Text;
use crate::view::drawn::{BandKind, Bands, Group, Mark};

/// A Gantt chart; nothing of a calendar of campaigns, or where there is nothing to draw.
pub(super) fn gantt(bands: &Bands<'_>, wording: &Wording) -> Option<String> {
    if bands.kind != BandKind::Gantt {
        return None;
    }
    let mut chart = "gantt\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m\n".to_owned();
    // The last day of each bar belongs to it.
    chart.push_str("    inclusiveEndDates\n");
    let groups = bands.groups.iter().map(|part| group(part, wording));
    let groups: String = groups.collect();
    if groups.is_empty() && bands.events.is_empty() {
        return None;
    }
    chart.push_str(&groups);
    if !bands.events.is_empty() {
        let title = wording.say(Text::fixed("节点", "Events"));
        let _ = writeln!(chart, "    section {title}");
    }
    for event in &bands.events {
        let _ = writeln!(
            chart,
            "    {} :milestone, {}, 0d",
            name(event.title),
            event.first
        );
    }
    Some(chart.trim_end().to_owned())
}

/// A phase with what is critical in it.
fn group(group: &Group<'_>, wording: &Wording) -> String {
    let mut lines = String::new();
    let mut bar = |name: &str, tag: &str, (first, last): (NaiveDate, NaiveDate)| {
        let _ = writeln!(lines, "    {name} :{tag}{first}, {last}");
    };
    if let Some(days) = group.head.and_then(|head| head.days) {
        let whole = wording.say(Text::fixed("整个阶段", "Whole phase"));
        bar(&whole, "", days);
    }
    for row in group.rows.iter().filter(|row| row.is_critical) {
        if let Mark::Days(first, last) = row.mark {
            bar(&name(row.title), "crit, ", (first, last));
        }
    }
    let title = match group.head {
        Some(head) => name(head.title),
        None => wording.say(Text::fixed("不属于任何阶段", "In no phase")),
    };
    match lines.is_empty() {
        true => lines,
        false => format!("    section {title}\n{lines}"),
    }
}

/// Words that begin a statement.
const KEYWORDS: [&str; 10] = [
    "accdescr",
    "acctitle",
    "axisformat",
    "click",
    "dateformat",
    "excludes",
    "includes",
    "section",
    "title",
    "todaymarker",
];

/// A name without the signs that mean something in a chart.
fn name(text: &str) -> String {
    let sign = |sign| match sign {
        ':' => '：',
        ';' => '；',
        ',' => '，',
        '#' => '＃',
        '%' => '％',
        '<' => '＜',
        '>' => '＞',
        _ => sign,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.first().map(|word| word.to_lowercase());
    let is_statement = first.is_some_and(|first| KEYWORDS.contains(&&*first));
    let text: String = words.join(" ").chars().map(sign).collect();
    match is_statement {
        true => format!("“{text}”"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_chart_are_no_part_of_a_name() {
        assert_eq!(
            name("主图: 佩戴,#1;\n视频 <b> 5%"),
            "主图： 佩戴，＃1； 视频 ＜b＞ 5％"
        );
        assert_eq!(name("Title page"), "“Title page”");
        assert_eq!(name("Titles"), "Titles");
    }
}
