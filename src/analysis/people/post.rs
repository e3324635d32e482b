use std::cell::OnceCell;

use crate::plan::{Idx, Role};
use crate::resolve::Resolved;

/// What is known of each post, worked out when first asked for: many tasks may have one owner.
pub(super) struct OfPosts<T>(Vec<OnceCell<T>>);

impl<T> OfPosts<T> {
    pub(super) fn new(resolved: &Resolved<'_>) -> Self {
        Self(resolved.roles.iter().map(|_| OnceCell::new()).collect())
    }

    pub(super) fn get(&self, post: Idx<Role>, work_out: impl FnOnce() -> T) -> &T {
        self.0[post.at()].get_or_init(work_out)
    }
}
