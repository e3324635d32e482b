//! The environment of templates: strict, limited, and escaping by the name of the template.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior};

use serde::Serialize;

use super::error::{RenderError, TemplatePlace};
use super::{escape, locale};
use crate::diagnostic::{Language, Text, text};

/// Steps a template may take; a plan of some thousand tasks needs a hundredth of them.
const FUEL: u64 = 200_000_000;

/// The escaping of Markdown templates.
pub(super) const MARKDOWN: &str = "markdown";

/// Lists the built-in templates by name.
macro_rules! built_in {
    ($($name:literal)+) => {
        /// The built-in templates: name and text.
        const BUILT_IN: &[(&str, &str)] = &[ $( ($name, include_str!(concat!("../../templates/", $name))), )+ ];
    };
}

built_in! {
    "html/plan.html" "html/style.css" "html/macros.html" "html/cover.html" "html/errors.html"
    "html/chapter.html" "html/part.html" "html/sheet.html"
    "md/plan.md" "md/tasks.md" "md/macros.md" "md/cover.md" "md/errors.md" "md/chapter.md" "md/part.md" "md/sheet.md"
}

/// Renders one template over what it may see.
pub(super) fn render(
    name: &str,
    page: &impl Serialize,
    language: Language,
) -> Result<String, RenderError> {
    let page = Value::from(minijinja::value::Serde(page));
    let words = Value::from(minijinja::value::Serde(locale::words(language)));
    let context = minijinja::context! { words => words, ..page };
    render_with(name, context, FUEL, built_in)
}

/// The text of a built-in template.
fn built_in(name: &str) -> Option<String> {
    BUILT_IN
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| (*text).to_owned())
}

/// Renders with the templates that `load` finds; a user's folder can stand before the
/// built-in ones.
fn render_with(
    name: &str,
    context: Value,
    fuel: u64,
    load: impl Fn(&str) -> Option<String> + Clone + Send + Sync + 'static,
) -> Result<String, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(fuel));
    environment.set_debug(false);
    let source = load.clone();
    environment.set_loader(move |name| Ok::<_, minijinja::Error>(load(name)));
    environment.set_auto_escape_callback(escaping);
    environment.set_formatter(write_value);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    environment.set_syntax(syntax.expect("the usual delimiters are no mistake"));
    environment.add_filter("css_string", css_string);
    environment.add_filter("cell", escape::cell);
    environment.add_filter("paragraphs", escape::paragraphs);
    environment.add_filter("code", escape::code);
    let rendered = environment
        .get_template(name)
        .and_then(|template| template.render(context));
    rendered.map_err(|error| failure(&error, source))
}

fn escaping(name: &str) -> AutoEscape {
    match name.rsplit('.').next() {
        Some("html") => AutoEscape::Html,
        Some("md") => AutoEscape::Custom(MARKDOWN.into()),
        // Nothing else has values to write; if one has, it is text for a browser.
        _ => AutoEscape::Html,
    }
}

/// Writes a value as the template asks: nothing for what is not there, safe text as it is.
fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    if value.is_none() {
        return Ok(());
    }
    if matches!(state.auto_escape(), AutoEscape::Custom(name) if *name == MARKDOWN) {
        let text = value.to_string();
        let text = if value.is_safe() {
            text
        } else {
            escape::escape(&text)
        };
        return out.write_str(&text).map_err(minijinja::Error::from);
    }
    minijinja::escape_formatter(out, state, value)
}

/// A text as a CSS string, safe in a style element too.
fn css_string(text: &str) -> Value {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' | '<' | '>' | '&' => quoted += &format!("\\{:x} ", u32::from(letter)),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    Value::from_safe_string(quoted)
}

/// What is wrong with a template, without anything of the plan.
fn failure(error: &minijinja::Error, text: impl Fn(&str) -> Option<String>) -> RenderError {
    let kind = kind(error.kind());
    let message = match error.detail() {
        Some(detail) if error.kind() != ErrorKind::OutOfFuel => {
            let (zh, en) = (kind.zh, kind.en);
            text!(
                "文档模板出错：{zh}（{detail}）",
                "the template fails: {en} ({detail})"
            )
        }
        _ => text!(
            "文档模板出错：{zh}",
            "the template fails: {en}",
            zh = kind.zh,
            en = kind.en
        ),
    };
    let place = error.name().map(|name| TemplatePlace {
        name: name.to_owned(),
        text: text(name).unwrap_or_default(),
        line: error.line().unwrap_or(1),
    });
    RenderError { place, message }
}

/// What minijinja says of a mistake, in both languages.
fn kind(kind: ErrorKind) -> Text {
    let zh = match kind {
        ErrorKind::OutOfFuel => return Text::fixed("步骤过多", "too many steps"),
        ErrorKind::UndefinedError => "用了没有的值",
        ErrorKind::SyntaxError => "语法有误",
        ErrorKind::TemplateNotFound => "找不到模板",
        ErrorKind::UnknownFilter => "没有这个过滤器",
        ErrorKind::UnknownFunction => "没有这个函数",
        ErrorKind::UnknownTest => "没有这个测试",
        ErrorKind::UnknownMethod => "没有这个方法",
        ErrorKind::InvalidOperation => "这里不能这样运算",
        ErrorKind::MissingArgument => "缺少参数",
        ErrorKind::TooManyArguments => "参数过多",
        ErrorKind::BadInclude => "包含的模板出错",
        ErrorKind::EvalBlock => "模板块出错",
        _ => "无法渲染",
    };
    Text {
        zh: zh.into(),
        en: kind.to_string().into(),
    }
}

/// The text of all built-in templates.
#[cfg(test)]
pub(super) fn all_text() -> String {
    BUILT_IN.iter().map(|(_, text)| *text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn try_one(name: &'static str, text: &'static str) -> Result<String, RenderError> {
        let context =
            minijinja::context! { evil => "<script>|`x`\n{{ 7 * 7 }}</style>", nothing => () };
        render_with(name, context, 1_000_000, move |asked| {
            (asked == name).then(|| text.to_owned())
        })
    }

    #[test]
    fn text_cannot_become_html() {
        let written = try_one(
            "a.html",
            "<p title=\"{{ evil }}\">{{ evil }}</p>{{ nothing }}",
        )
        .unwrap();
        assert!(
            !written.contains("<script") && written.contains("&lt;script&gt;"),
            "{written}"
        );
        assert!(
            written.contains("{{ 7 * 7 }}") && !written.contains("49"),
            "{written}"
        );
    }

    #[test]
    fn text_cannot_leave_a_style_element() {
        let written = try_one(
            "a.html",
            "<style>a { content: {{ evil|css_string }} }</style>",
        )
        .unwrap();
        assert_eq!(written.matches('<').count(), 2, "{written}");
        assert_eq!(css_string("a\"b\\c").to_string(), "\"a\\22 b\\5c c\"");
    }

    #[test]
    fn text_cannot_become_markdown() {
        let written = try_one("a.md", "{{ evil }}").unwrap();
        assert_eq!(
            written,
            "&lt;script&gt;\\|\\`x\\` {{ 7 \\* 7 }}&lt;/style&gt;"
        );
        assert_eq!(
            try_one("a.md", "{{ evil|cell }}").unwrap(),
            "&lt;script&gt;\\|\\`x\\`<br>{{ 7 \\* 7 }}&lt;/style&gt;"
        );
    }

    #[test]
    fn mistakes_of_templates_say_where() {
        let error = try_one("a.md", "one\n{{ misspelt }}").unwrap_err();
        let place = error.place.unwrap();
        assert_eq!((&*place.name, place.line), ("a.md", 2));
        assert_eq!(place.text, "one\n{{ misspelt }}");
        assert_eq!(error.message.zh, "文档模板出错：用了没有的值");
        assert_eq!(error.message.en, "the template fails: undefined value");
    }

    #[test]
    fn endless_templates_end() {
        let error = try_one(
            "a.md",
            "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        );
        let message = error.unwrap_err().message;
        assert!(message.en.contains("too many steps") && message.zh.contains("步骤过多"));
    }
}
