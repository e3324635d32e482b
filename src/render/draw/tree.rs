//! Who reports to whom, drawn from the top down.

use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH};
use super::text::{text_width, wrap};
use crate::diagnostic::Text;
use crate::render::wording::Wording;
use crate::view::drawn::{Node, Tree};

const GAP: i32 = 120;
const BOX: i32 = 440;
const RISE: i32 = 300;

/// Draws a tree of posts.
pub(super) fn tree(tree: &Tree<'_>, wording: &Wording) -> Drawing {
    let nodes = &tree.nodes;
    let (middles, wide) = middles(nodes);
    let mut canvas = Canvas::default();
    for (node, middle) in nodes.iter().zip(&middles) {
        if let Some(above) = node.above {
            link(&mut canvas, middles[above], (*middle, top(node.depth)));
        }
    }
    let small: Vec<String> = nodes.iter().map(|node| below(node, wording)).collect();
    for ((node, middle), small) in nodes.iter().zip(&middles).zip(&small) {
        self::node(&mut canvas, node, small, (*middle, top(node.depth)), wide);
    }
    let deepest = nodes.iter().map(|node| node.depth).max().unwrap_or(0);
    let title = wording.say(Text::fixed("组织架构", "organisation"));
    let what = nodes
        .iter()
        .zip(&small)
        .map(|(node, small)| format!("{} {small}", node.title));
    let height = top(deepest) + BOX + 10;
    canvas.finish(
        "organisation-tree".to_owned(),
        height,
        title,
        wording.list(what),
    )
}

fn top(depth: usize) -> i32 {
    10 + i32::try_from(depth).unwrap_or(0) * (BOX + RISE)
}

/// The middle of each post, and how wide all are. A post without posts below takes the next
/// column; any other stands over the middle of those below it, which follow it.
fn middles(nodes: &[Node<'_>]) -> (Vec<i32>, i32) {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        node.above
            .into_iter()
            .for_each(|above| below[above].push(at));
    }
    let leaves = below.iter().filter(|below| below.is_empty()).count();
    let columns = i32::try_from(leaves).unwrap_or(1).max(1);
    let wide = ((WIDTH - GAP * (columns - 1)) / columns).min(1_320);
    let left = (WIDTH - (wide + GAP) * columns + GAP) / 2;
    let mut middles = vec![0; nodes.len()];
    let mut column = columns;
    for at in (0..nodes.len()).rev() {
        middles[at] = match (below[at].first(), below[at].last()) {
            (Some(first), Some(last)) => (middles[*first] + middles[*last]) / 2,
            _ => {
                column -= 1;
                left + (wide + GAP) * column + wide / 2
            }
        };
    }
    (middles, wide)
}

fn link(canvas: &mut Canvas, above: i32, (middle, top): (i32, i32)) {
    let (from, to) = (Length(above), Length(middle));
    let (start, half, end) = (Length(top - RISE), Length(top - RISE / 2), Length(top));
    canvas.path("link", format!("M{from} {start}V{half}H{to}V{end}"));
}

/// What stands small in a box.
fn below(node: &Node<'_>, wording: &Wording) -> String {
    let below: Vec<String> = node
        .below
        .iter()
        .map(|value| wording.value(value))
        .collect();
    below.join(" · ")
}

fn node(canvas: &mut Canvas, node: &Node<'_>, below: &str, (middle, top): (i32, i32), wide: i32) {
    let is_highest = node.above.is_none();
    let class = match (is_highest, node.is_later) {
        (true, _) => "node top",
        (false, true) => "node later",
        (false, false) => "node",
    };
    canvas.rect(class, (middle - wide / 2, top), (wide, BOX));
    let (strong, small) = if is_highest {
        ("strong on-dark", "small on-dark")
    } else {
        ("strong", "small soft")
    };
    let title = wrap(node.title, 105, wide - 80, 1).concat();
    canvas.text(strong, (middle, top + 190), Anchor::Middle, title);
    let fits = text_width(below, 90) <= wide - 60;
    let below = if fits {
        below.to_owned()
    } else {
        wrap(below, 90, wide - 60, 1).concat()
    };
    canvas.text(small, (middle, top + 340), Anchor::Middle, below);
}
