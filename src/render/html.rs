//! The 运营计划书 as one self-contained page: no script, no network.

use super::{RenderError, template};
use crate::view::View;

pub(super) fn plan(view: &View) -> Result<String, RenderError> {
    template::render("html/plan.html", view)
}
