use crate::plan::Idx;
use crate::resolve::Resolved;

/// Who waits for whom.
pub(super) struct Network {
    pub(super) before: Vec<Vec<usize>>,
    pub(super) after: Vec<Vec<usize>>,
    /// Tasks that become ready, predecessors first.
    pub(super) order: Vec<usize>,
    /// Whether each task never becomes ready: it is in a cycle, or after one.
    is_stuck: Vec<bool>,
}

impl Network {
    pub(super) fn new(resolved: &Resolved<'_>) -> Self {
        let tasks = &resolved.tasks;
        let before: Vec<Vec<usize>> = tasks
            .iter()
            .map(|task| {
                let first = task.after.iter().filter_map(|first| resolved.find(first));
                first.map(Idx::at).collect()
            })
            .collect();
        let mut after = vec![Vec::new(); tasks.len()];
        for (task, before) in before.iter().enumerate() {
            for &first in before {
                after[first].push(task);
            }
        }
        let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..tasks.len())
            .filter(|&task| waiting[task] == 0)
            .collect();
        let mut next = 0;
        while let Some(&done) = order.get(next) {
            next += 1;
            for &task in &after[done] {
                waiting[task] -= 1;
                if waiting[task] == 0 {
                    order.push(task);
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

    /// The tasks in a cycle, or after one.
    pub(super) fn stuck(&self) -> impl Iterator<Item = usize> {
        (0..self.is_stuck.len()).filter(|&task| self.is_stuck[task])
    }

    /// The cycles among the tasks that never become ready: from each, walk to a
    /// predecessor that is not ready either until a task comes up again.
    pub(super) fn cycles(&self) -> Vec<Vec<usize>> {
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
                at = stuck_before.expect("a task that is never ready waits for another such task");
            }
            if walked[at] == root
                && let Some(start) = path.iter().position(|&task| task == at)
            {
                cycles.push(path.split_off(start));
            }
        }
        cycles
    }
}
