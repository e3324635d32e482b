//! The task lists of the plans of a run as one list.

use serde_json::{Value as Json, json};

use super::error::RenderError;
use super::format::Format;
use super::{csv, json, markdown};
use crate::diagnostic::{Language, Text};
use crate::view::View;

/// The task list of one plan.
#[derive(Clone, Debug)]
pub struct TaskList {
    plan: String,
    language: Language,
    tasks: Tasks,
}

#[derive(Clone, Debug)]
enum Tasks {
    Markdown(String),
    Csv(Vec<csv::Row>),
    Json(Json),
}

impl TaskList {
    /// The task list of a plan, in a format other than HTML.
    pub fn new(view: &View<'_>, format: Format) -> Result<Self, RenderError> {
        let tasks = match format {
            Format::Html => {
                return Err(RenderError::outside(Text::fixed(
                    "任务表没有 html 格式，可以是 md、csv 或 json",
                    "there is no task list in html; choose md, csv or json",
                )));
            }
            Format::Markdown => Tasks::Markdown(markdown::tasks(view)?),
            Format::Csv => Tasks::Csv(csv::rows(view)),
            Format::Json => Tasks::Json(json::tasks(view)),
        };
        Ok(Self {
            plan: view.id.clone(),
            language: view.language,
            tasks,
        })
    }
}

/// One list of several: that of a single plan is as it is, those of more say of which plan each
/// task is.
pub fn join(lists: Vec<TaskList>) -> Result<Vec<u8>, RenderError> {
    let says_plan = lists.len() > 1;
    let language = lists
        .first()
        .map_or(Language::Chinese, |list| list.language);
    let (mut pages, mut rows, mut tables) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_table = false;
    for list in lists {
        let plan = list.plan;
        match list.tasks {
            Tasks::Markdown(page) => pages.push(page),
            Tasks::Csv(more) => {
                is_table = true;
                rows.extend(more.into_iter().map(|row| (plan.clone(), row)));
            }
            Tasks::Json(list) => tables.push(list),
        }
    }
    match tables.len() {
        0 if is_table => csv::table(&rows, says_plan, language),
        0 => Ok(pages.join("\n").into_bytes()),
        1 => json::written(&tables.remove(0)),
        _ => json::written(&merged(tables)),
    }
}

/// The plans, without their tasks, and the tasks of all, each with its plan.
fn merged(lists: Vec<Json>) -> Json {
    let (mut plans, mut tasks, mut version) = (Vec::new(), Vec::new(), Json::Null);
    for mut list in lists {
        let plan = list["plan"].clone();
        let own = list
            .as_object_mut()
            .and_then(|list| list.shift_remove("tasks"));
        if let Some(Json::Array(own)) = own {
            tasks.extend(own.into_iter().map(|task| with_plan(&plan, task)));
        }
        let said = list
            .as_object_mut()
            .and_then(|list| list.shift_remove("version"));
        version = said.unwrap_or(version);
        plans.push(list);
    }
    json!({ "version": version, "plans": plans, "tasks": tasks })
}

fn with_plan(plan: &Json, task: Json) -> Json {
    let mut told = json!({ "plan": plan });
    if let (Some(told), Json::Object(task)) = (told.as_object_mut(), task) {
        told.extend(task);
    }
    told
}
