//! Who reports to whom, drawn from the top down.

use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH};
use super::text::{SMALL, wrap};
use crate::diagnostic::Text;
use crate::render::wording::Wording;
use crate::view::drawn::{Node, Tree};

const RISE: i32 = 300;
/// Height of a line of a name.
const LINE: i32 = 130;
/// Height of a box beside the lines of its name.
const ROOM: i32 = 310;

/// Draws a tree of posts.
pub(super) fn tree(tree: &Tree<'_>, wording: &Wording) -> Drawing {
    let nodes = &tree.nodes;
    let (middles, wide) = middles(nodes);
    let names: Vec<Vec<String>> = nodes
        .iter()
        .map(|node| wrap(node.title, 105, wide - 60, 2))
        .collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(1);
    let boxes = Boxes {
        wide,
        high: ROOM + LINE * i32::try_from(lines).unwrap_or(1),
    };
    let mut canvas = Canvas::default();
    for (node, middle) in nodes.iter().zip(&middles) {
        if let Some(above) = node.above {
            link(
                &mut canvas,
                middles[above],
                (*middle, boxes.top(node.depth)),
            );
        }
    }
    let small: Vec<String> = nodes.iter().map(|node| below(node, wording)).collect();
    for (((node, middle), name), small) in nodes.iter().zip(&middles).zip(&names).zip(&small) {
        boxes.node(&mut canvas, node, name, small, *middle);
    }
    let deepest = nodes.iter().map(|node| node.depth).max().unwrap_or(0);
    let title = wording.say(Text::fixed("组织架构", "organisation"));
    let what = nodes
        .iter()
        .zip(&small)
        .map(|(node, small)| format!("{} {small}", node.title));
    let height = boxes.top(deepest) + boxes.high + 10;
    canvas.finish(
        "organisation-tree".to_owned(),
        height,
        title,
        wording.list(what),
    )
}

/// The size that the boxes of all posts have.
struct Boxes {
    wide: i32,
    high: i32,
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
    let gap = if columns > 6 { 60 } else { 120 };
    let wide = ((WIDTH - gap * (columns - 1)) / columns).min(1_320);
    let left = (WIDTH - (wide + gap) * columns + gap) / 2;
    let mut middles = vec![0; nodes.len()];
    let mut column = columns;
    for at in (0..nodes.len()).rev() {
        middles[at] = match (below[at].first(), below[at].last()) {
            (Some(first), Some(last)) => (middles[*first] + middles[*last]) / 2,
            _ => {
                column -= 1;
                left + (wide + gap) * column + wide / 2
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

impl Boxes {
    fn top(&self, depth: usize) -> i32 {
        10 + i32::try_from(depth).unwrap_or(0) * (self.high + RISE)
    }

    fn node(
        &self,
        canvas: &mut Canvas,
        node: &Node<'_>,
        name: &[String],
        below: &str,
        middle: i32,
    ) {
        let top = self.top(node.depth);
        let is_highest = node.above.is_none();
        let class = match (is_highest, node.is_later) {
            (true, _) => "node top",
            (false, true) => "node later",
            (false, false) => "node",
        };
        canvas.rect(class, (middle - self.wide / 2, top), (self.wide, self.high));
        let (strong, small) = if is_highest {
            ("strong on-dark", "small on-dark")
        } else {
            ("strong", "small soft")
        };
        let missing = self.high - ROOM - LINE * i32::try_from(name.len()).unwrap_or(1);
        let mut base = top + 60 + LINE + missing / 2;
        for line in name {
            canvas.text(strong, (middle, base), Anchor::Middle, line.clone());
            base += LINE;
        }
        let below = wrap(below, SMALL, self.wide - 40, 1).concat();
        canvas.text(small, (middle, base + 20), Anchor::Middle, below);
    }
}
