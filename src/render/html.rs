//! The 运营计划书 as one self-contained page: no script, no network.

use super::error::RenderError;
use super::escape::visible;
use super::{page, template};
use crate::view::View;

pub(super) fn plan(view: &View<'_>) -> Result<String, RenderError> {
    template::render("html/plan.html", &page::page(view), view.language)
        .map(|text| visible(&text).into_owned())
}
