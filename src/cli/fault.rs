//! Faults of the program itself: caught, so that what was found in other plans is still told.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::diagnostic::{Text, text};

thread_local! {
    /// Where the last panic of this thread happened.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the words of panics out of the output, which may be JSON; [`caught`] says them.
pub(super) fn listen() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()));
        PLACE.with_borrow_mut(|last| *last = place);
    }));
}

/// Does some work; should the program fail, says where and why.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Text> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let said = payload.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("?");
        let place = PLACE.take().unwrap_or_default();
        text!(
            "程序出错，这不是计划的问题，请把这一行报告给我们：{place} {said}",
            "the program has failed, which is not a fault of the plan; please report this line: {place} {said}"
        )
    })
}
