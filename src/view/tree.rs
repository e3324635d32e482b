//! Who reports to whom, drawn from the top down.

use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH, text_width, wrap};
use super::format::Wording;
use crate::diagnostic::Text;

/// A post of the tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) title: String,
    pub(super) below: String,
    pub(super) above: Option<usize>,
    /// Nobody is there yet.
    pub(super) later: bool,
}

/// Posts side by side that a drawing has room for; the table shows the tree in any case.
const MOST_LEAVES: usize = 6;
const GAP: i32 = 120;
const BOX: i32 = 440;
const RISE: i32 = 300;

/// The posts in the order of the tree, each with its depth. Posts that report to each
/// other in a circle stand at the top.
pub(super) fn order(above: &[Option<usize>]) -> Vec<(usize, usize)> {
    let below = below(above);
    let mut ordered = Vec::new();
    let mut seen = vec![false; above.len()];
    let (roots, others): (Vec<usize>, Vec<usize>) =
        (0..above.len()).partition(|at| above[*at].is_none());
    for root in roots.into_iter().chain(others) {
        let mut waiting = vec![(root, 0)];
        while let Some((at, depth)) = waiting.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                ordered.push((at, depth));
                waiting.extend(below[at].iter().rev().map(|below| (*below, depth + 1)));
            }
        }
    }
    ordered
}

/// The posts that report to each post, in their order.
fn below(above: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut below = vec![Vec::new(); above.len()];
    for (at, above) in above.iter().enumerate() {
        if let Some(above) = above {
            below[*above].push(at);
        }
    }
    below
}

/// The tree; nothing where nobody reports to anybody, or where it would be too wide.
pub(super) fn tree(nodes: &[Node], wording: &Wording) -> Option<Drawing> {
    let above: Vec<Option<usize>> = nodes.iter().map(|node| node.above).collect();
    let ordered = order(&above);
    let below = below(&above);
    let leaves = below.iter().filter(|below| below.is_empty()).count();
    let deepest = ordered.iter().map(|(_, depth)| *depth).max()?;
    let in_tree = ordered
        .iter()
        .all(|(at, depth)| (*depth == 0) == above[*at].is_none());
    if deepest == 0 || leaves > MOST_LEAVES || !in_tree {
        return None;
    }
    let columns = i32::try_from(leaves).unwrap_or(1);
    let wide = ((WIDTH - GAP * (columns - 1)) / columns).min(1_320);
    let left = (WIDTH - (wide + GAP) * columns + GAP) / 2;
    // A post without posts below takes the next column; any other stands over the
    // middle of those below it, which follow it in this order.
    let mut middles = vec![0; nodes.len()];
    let mut column = columns;
    for (at, _) in ordered.iter().rev() {
        middles[*at] = match (below[*at].first(), below[*at].last()) {
            (Some(first), Some(last)) => (middles[*first] + middles[*last]) / 2,
            _ => {
                column -= 1;
                left + (wide + GAP) * column + wide / 2
            }
        };
    }
    let top = |depth: usize| 10 + i32::try_from(depth).unwrap_or(0) * (BOX + RISE);
    let mut canvas = Canvas::default();
    for (at, depth) in ordered.iter().filter(|(at, _)| above[*at].is_some()) {
        let from = middles[above[*at].unwrap_or(*at)];
        let (half, to) = (Length(top(*depth) - RISE / 2), Length(middles[*at]));
        canvas.path(
            "link",
            format!(
                "M{} {}V{half}H{to}V{}",
                Length(from),
                Length(top(*depth) - RISE),
                Length(top(*depth))
            ),
        );
    }
    for (at, depth) in &ordered {
        node(&mut canvas, &nodes[*at], (middles[*at], top(*depth)), wide);
    }
    let title = wording.say(Text::fixed("组织架构", "organisation"));
    let what = nodes
        .iter()
        .map(|node| format!("{} {}", node.title, node.below));
    Some(canvas.finish(
        "organisation-tree".to_owned(),
        top(deepest) + BOX + 10,
        title,
        wording.list(what),
    ))
}

fn node(canvas: &mut Canvas, node: &Node, (middle, top): (i32, i32), wide: i32) {
    let highest = node.above.is_none();
    let class = match (highest, node.later) {
        (true, _) => "node top",
        (false, true) => "node later",
        (false, false) => "node",
    };
    canvas.rect(class, (middle - wide / 2, top), (wide, BOX));
    let (strong, small) = if highest {
        ("strong on-dark", "small on-dark")
    } else {
        ("strong", "small soft")
    };
    let title = wrap(&node.title, 105, wide - 80, 1).concat();
    canvas.text(strong, (middle, top + 190), Anchor::Middle, title);
    let below = if text_width(&node.below, 90) > wide - 60 {
        wrap(&node.below, 90, wide - 60, 1).concat()
    } else {
        node.below.clone()
    };
    canvas.text(small, (middle, top + 340), Anchor::Middle, below);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_stand_below_those_they_report_to() {
        // 0 ← 1 ← 3, 0 ← 2
        assert_eq!(
            order(&[None, Some(0), Some(0), Some(1)]),
            [(0, 0), (1, 1), (3, 2), (2, 1)]
        );
    }

    #[test]
    fn a_circle_of_posts_ends() {
        assert_eq!(order(&[Some(1), Some(0), None]), [(2, 0), (0, 0), (1, 1)]);
    }
}
