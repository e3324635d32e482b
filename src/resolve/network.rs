//! Things that wait for each other, or stand above each other, and the circles among them.

/// Who waits for whom.
pub(crate) struct Network {
    pub(crate) before: Vec<Vec<usize>>,
    pub(crate) after: Vec<Vec<usize>>,
    /// Those that become ready, predecessors first.
    pub(crate) order: Vec<usize>,
    /// Whether each never becomes ready: it is in a cycle, or after one.
    is_stuck: Vec<bool>,
}

impl Network {
    /// The network of things, each with those that it waits for.
    pub(crate) fn new(before: Vec<Vec<usize>>) -> Self {
        let mut after = vec![Vec::new(); before.len()];
        for (one, before) in before.iter().enumerate() {
            for &first in before {
                after[first].push(one);
            }
        }
        let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..before.len()).filter(|&one| waiting[one] == 0).collect();
        let mut next = 0;
        while let Some(&done) = order.get(next) {
            next += 1;
            for &one in &after[done] {
                waiting[one] -= 1;
                if waiting[one] == 0 {
                    order.push(one);
                }
            }
        }
        let is_stuck = waiting.iter().map(|&waiting| waiting > 0).collect();
        Self {
            before,
            after,
            order,
            is_stuck,
        }
    }

    /// Those in a cycle, or after one.
    pub(crate) fn stuck(&self) -> impl Iterator<Item = usize> {
        (0..self.is_stuck.len()).filter(|&one| self.is_stuck[one])
    }

    /// The cycles among those that never become ready: from each, walk to a predecessor
    /// that is not ready either until one comes up again.
    pub(crate) fn cycles(&self) -> Vec<Vec<usize>> {
        let mut walked = vec![usize::MAX; self.before.len()];
        let mut cycles = Vec::new();
        for root in self.stuck() {
            let mut path = Vec::new();
            let mut at = root;
            while walked[at] == usize::MAX {
                walked[at] = root;
                path.push(at);
                let stuck_before = self.before[at]
                    .iter()
                    .copied()
                    .find(|&before| self.is_stuck[before]);
                at = stuck_before.expect("what is never ready waits for another such thing");
            }
            if walked[at] == root
                && let Some(start) = path.iter().position(|&one| one == at)
            {
                cycles.push(path.split_off(start));
            }
        }
        cycles
    }
}
