//! The order in which posts stand below each other.

/// Posts side by side that a drawing has room for; the table shows the tree in any case.
const MOST_LEAVES: usize = 10;

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

/// Whether a drawing has room for all posts side by side.
pub(super) fn has_room(above: &[Option<usize>]) -> bool {
    let leaves = below(above).iter().filter(|below| below.is_empty()).count();
    leaves <= MOST_LEAVES
}

/// Whether posts make a tree: somebody reports to somebody, nobody in a circle.
pub(super) fn is_tree(order: &[(usize, usize)], above: &[Option<usize>]) -> bool {
    let in_tree = order
        .iter()
        .all(|(at, depth)| (*depth == 0) == above[*at].is_none());
    in_tree && order.iter().any(|(_, depth)| *depth > 0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_stand_below_those_they_report_to() {
        // 0 ← 1 ← 3, 0 ← 2
        let above = [None, Some(0), Some(0), Some(1)];
        assert_eq!(order(&above), [(0, 0), (1, 1), (3, 2), (2, 1)]);
        assert!(is_tree(&order(&above), &above));
    }

    #[test]
    fn a_circle_of_posts_ends() {
        let above = [Some(1), Some(0), None];
        assert_eq!(order(&above), [(2, 0), (0, 0), (1, 1)]);
        assert!(!is_tree(&order(&above), &above));
    }
}
