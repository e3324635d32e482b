//! Syntax: each kind of mistake with its neighbours. One mistake is one finding where it
//! stands, what is around it is read, and its fix, if there is one, mends the file.
//!
//! `SNAPSHOTS=overwrite cargo test --test suite` rewrites the expectations; read them.

use std::fmt::Write;
use std::time::{Duration, Instant};

use opsplan::diagnostic::Diagnostic;
use snapbox::{IntoData, assert_data_eq, str};

use crate::world::Memory;

/// What stands around each mistake, and has to be read.
const BEFORE: &str = "[plan]\ntitle = \"t\"\n[tasks.before]\ntitle = \"b\"\n";
const AFTER: &str = "\n[tasks.after]\ntitle = \"a\"\nafter = [\"before\"]\n";

fn syntax(plan: &str) -> Vec<Diagnostic> {
    let report = Memory::new([("plan.toml", plan)]).compile(|_| ()).report;
    let findings = report.findings.into_iter();
    findings
        .filter(|finding| finding.rule.code == "OP000")
        .collect()
}

/// The one finding of each mistake, with its fix.
fn each(mistakes: &[&str]) -> String {
    let mut lines = String::new();
    for mistake in mistakes {
        let plan = format!("{BEFORE}{mistake}{AFTER}");
        let found = Memory::new([("plan.toml", plan.as_str())]).compile(|made| {
            let tasks = &made.resolved.plan.tasks;
            let id = |id: &str| tasks.iter().any(|task| task.id.value.to_string() == id);
            assert!(id("before") && id("after"), "{mistake}");
        });
        let (sources, findings) = (found.sources, found.report.findings);
        let found: Vec<_> = findings
            .iter()
            .filter(|finding| finding.rule.code == "OP000")
            .collect();
        assert_eq!(found.len(), 1, "{mistake}: {found:#?}");
        let finding = found[0];
        let place = sources.files[0].position(finding.primary.span.start);
        let line = place.line - BEFORE.lines().count();
        let shown = sources.slice(finding.primary.span).escape_debug();
        let (zh, en) = (&finding.message.zh, &finding.message.en);
        writeln!(lines, "{}", mistake.escape_debug()).unwrap();
        writeln!(lines, "    {line}:{} `{shown}` {zh} | {en}", place.column).unwrap();
        if let Some(fix) = &finding.fix {
            let mut mended = plan.clone();
            mended.replace_range(fix.span.range(), &fix.replacement);
            let shown = &mended[BEFORE.len()..mended.len() - AFTER.len()];
            writeln!(lines, "    fixed {}", shown.escape_debug()).unwrap();
            assert_eq!(syntax(&mended).len(), 0, "{mistake} mended: {mended}");
        }
    }
    lines
}

#[test]
fn headers() {
    let mistakes = [
        "tasks.page]\ntitle = \"a\"",
        "(tasks.page)\ntitle = \"a\"",
        "tasks.page\ntitle = \"a\"",
        "- [tasks.page]\ntitle = \"a\"",
        "## tasks.page\ntitle = \"a\"",
        "# [tasks.page]\ntitle = \"a\"",
        "[tasks.page\ntitle = \"a\"",
        "[tasks.page # 首页\ntitle = \"a\"",
        "[tasks.page]]\ntitle = \"a\"",
        "[[tasks.page]\ntitle = \"a\"",
        "[tasks:page]\ntitle = \"a\"",
        "[tasks\u{FF1A}page]\ntitle = \"a\"",
        "[tasks/page]\ntitle = \"a\"",
        "[tasks page]\ntitle = \"a\"",
        "[tasks..page]\ntitle = \"a\"",
        "[tasks.page.]\ntitle = \"a\"",
        "[tasks.Home Page]\ntitle = \"a\"",
        "[tasks.\"首页]\ntitle = \"a\"",
        "[任务。首页]\ntitle = \"a\"",
        "任务.首页]\ntitle = \"a\"",
        "\u{3010}任务·首页\u{3011}\ntitle = \"a\"",
        "[tasks.page] title = \"a\"",
        "[tasks.page] 首页\ntitle = \"a\"",
        "[tasks.page],\ntitle = \"a\"",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
tasks.page]\ntitle = \"a\"
    1:1 `tasks.page]` 表头没有开始，缺少 `[` | the table header lacks its opening `[`
    fixed [tasks.page]\ntitle = \"a\"
(tasks.page)\ntitle = \"a\"
    1:1 `(tasks.page)` 表头要写在方括号 `[ ]` 里 | a table header is written in brackets `[ ]`
    fixed [tasks.page]\ntitle = \"a\"
tasks.page\ntitle = \"a\"
    1:1 `tasks.page` 表头要写在方括号 `[ ]` 里 | a table header is written in brackets `[ ]`
    fixed [tasks.page]\ntitle = \"a\"
- [tasks.page]\ntitle = \"a\"
    1:1 `- [tasks.page]` 表头前面多了 `-` | there is an extra `-` before the table header
    fixed [tasks.page]\ntitle = \"a\"
## tasks.page\ntitle = \"a\"
    1:1 `## tasks.page` 这一行以 `#` 开头，是说明，不是表头，下面的字段就归到前一个表里了 | this line begins with `#`, so it is a comment and no header, and the keys below fall to the table before
    fixed [tasks.page]\ntitle = \"a\"
# [tasks.page]\ntitle = \"a\"
    1:1 `# [tasks.page]` 这一行以 `#` 开头，是说明，不是表头，下面的字段就归到前一个表里了 | this line begins with `#`, so it is a comment and no header, and the keys below fall to the table before
    fixed [tasks.page]\ntitle = \"a\"
[tasks.page\ntitle = \"a\"
    1:1 `[tasks.page` 表头没有结束，缺少 `]` | the table header is never closed: `]` is missing
    fixed [tasks.page]\ntitle = \"a\"
[tasks.page # 首页\ntitle = \"a\"
    1:1 `[tasks.page` 表头没有结束，缺少 `]` | the table header is never closed: `]` is missing
    fixed [tasks.page] # 首页\ntitle = \"a\"
[tasks.page]]\ntitle = \"a\"
    1:1 `[tasks.page]]` 表头多了一个 `]` | there is an extra `]` in the table header
    fixed [tasks.page]\ntitle = \"a\"
[[tasks.page]\ntitle = \"a\"
    1:1 `[[tasks.page]` 表头多了一个 `[` | there is an extra `[` in the table header
    fixed [tasks.page]\ntitle = \"a\"
[tasks:page]\ntitle = \"a\"
    1:1 `[tasks:page]` `[tasks:page]` 不是表头的写法 | `[tasks:page]` is not how a table header is written
    fixed [tasks.page]\ntitle = \"a\"
[tasks：page]\ntitle = \"a\"
    1:1 `[tasks：page]` `[tasks：page]` 不是表头的写法 | `[tasks：page]` is not how a table header is written
    fixed [tasks.page]\ntitle = \"a\"
[tasks/page]\ntitle = \"a\"
    1:1 `[tasks/page]` `[tasks/page]` 不是表头的写法 | `[tasks/page]` is not how a table header is written
    fixed [tasks.page]\ntitle = \"a\"
[tasks page]\ntitle = \"a\"
    1:1 `[tasks page]` 表头 `[tasks page]` 里有空格 | there is a space in the table header `[tasks page]`
    fixed [tasks.page]\ntitle = \"a\"
[tasks..page]\ntitle = \"a\"
    1:1 `[tasks..page]` `[tasks..page]` 不是表头的写法 | `[tasks..page]` is not how a table header is written
    fixed [tasks.page]\ntitle = \"a\"
[tasks.page.]\ntitle = \"a\"
    1:1 `[tasks.page.]` `[tasks.page.]` 不是表头的写法 | `[tasks.page.]` is not how a table header is written
    fixed [tasks.page]\ntitle = \"a\"
[tasks.Home Page]\ntitle = \"a\"
    1:1 `[tasks.Home Page]` 表头 `[tasks.Home Page]` 里有空格 | there is a space in the table header `[tasks.Home Page]`
    fixed [tasks.home-page]\ntitle = \"a\"
[tasks.\"首页]\ntitle = \"a\"
    1:1 `[tasks.\"首页]` `[tasks."首页]` 不是表头的写法 | `[tasks."首页]` is not how a table header is written
    fixed [tasks.\"首页\"]\ntitle = \"a\"
[任务。首页]\ntitle = \"a\"
    1:1 `[任务。首页]` `[任务。首页]` 不是表头的写法 | `[任务。首页]` is not how a table header is written
    fixed [tasks.\"首页\"]\ntitle = \"a\"
任务.首页]\ntitle = \"a\"
    1:1 `任务.首页]` 表头没有开始，缺少 `[` | the table header lacks its opening `[`
    fixed [tasks.\"首页\"]\ntitle = \"a\"
【任务·首页】\ntitle = \"a\"
    1:1 `【任务·首页】` `【任务·首页】` 不是表头的写法 | `【任务·首页】` is not how a table header is written
    fixed [tasks.\"首页\"]\ntitle = \"a\"
[tasks.page] title = \"a\"
    1:14 `title = \"a\"` 表头后面要换行再写字段 | the keys of a table begin on a new line
    fixed [tasks.page]\ntitle = \"a\"
[tasks.page] 首页\ntitle = \"a\"
    1:14 `首页` 后面的说明要以 `#` 开头 | a note begins with `#`
    fixed [tasks.page] # 首页\ntitle = \"a\"
[tasks.page],\ntitle = \"a\"
    1:13 `,` 表头后面多了 `,` | there is an extra `,` after the header
    fixed [tasks.page]\ntitle = \"a\"

"#]].raw());
}

#[test]
fn lists() {
    let mistakes = [
        "note = \"x\"\nowners =\n  \"a\",\n  \"b\",\n]",
        "owners =\n  \"a\",\n  \"b\"",
        "phase =\n  \"a\"",
        "owners = \"a\", \"b\"]",
        "owners = \"a\", \"b\"",
        "owners = [\"a\", \"b\"]]",
        "owners = [[\"a\", \"b\"]",
        "owners = (\"a\", \"b\")",
        "owners = [\"a\", \"b\"}",
        "owners = [\"a\" \"b\"]",
        "owners = [\"a\",, \"b\"]",
        "owners = [\n  \"a\"\n  \"b\"\n]",
        "owners = [\n  \"a\",\n  \"b\"\nnote = \"x\"",
        "owners = [\"a\", \"b\" # x\nnote = \"x\"",
        "owners = [\"a\", \"b]",
        "owners = [\"a, \"b\"]",
        "owners = [a\", \"b\"]",
        "owners = [\"a\", b\"]",
        "owners = [\"a\", \"b, \"c\"]",
        "owners = ['a', 'b]",
        "owners = [\"a\", \"b]\nnote = \"x\"",
        "owners = [\n  \"a\",\n  \"b]\nnote = \"x\"",
        "owners = [\"a\", \"b”]",
        "owners = [\"a\", 'b\"]",
        "owners = [\"a\", \"b # x]",
        "owners = \"a\" \"b\"",
        "owners = [\"a\"; \"b\"]",
        "owners = [\"a\", b]",
        "owners = “a”、“b”",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
note = \"x\"\nowners =\n  \"a\",\n  \"b\",\n]
    2:1 `owners =` 方括号没有配对，`=` 后面缺少 `[` | this array is never opened: `[` is missing after the `=`
    fixed note = \"x\"\nowners = [\n  \"a\",\n  \"b\",\n]
owners =\n  \"a\",\n  \"b\"
    1:1 `owners =` 方括号没有配对，`=` 后面缺少 `[` | this array is never opened: `[` is missing after the `=`
    fixed owners = [\n  \"a\",\n  \"b\"\n]
phase =\n  \"a\"
    1:1 `phase =` 值要和 `=` 写在同一行 | a value stands on the line of its `=`
    fixed phase = \"a\"
owners = \"a\", \"b\"]
    1:8 `=` 方括号没有配对，`=` 后面缺少 `[` | this array is never opened: `[` is missing after the `=`
    fixed owners = [\"a\", \"b\"]
owners = \"a\", \"b\"
    1:10 `\"a\", \"b\"` 几项内容要写在方括号 `[ ]` 里 | several values stand in brackets `[ ]`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", \"b\"]]
    1:20 `]` 这里多了一个 `]` | there is an extra `]` here
    fixed owners = [\"a\", \"b\"]
owners = [[\"a\", \"b\"]
    1:10 `[` 这里多了一个 `[` | there is an extra `[` here
    fixed owners = [\"a\", \"b\"]
owners = (\"a\", \"b\")
    1:10 `(` 列表要用方括号，不是 `(` | an array is written in brackets `[ ]`, not `(`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", \"b\"}
    1:19 `}` 括号没有配对，这里应为 `]`，不是 `}` | the brackets do not match: this should be `]`, not `}`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\" \"b\"]
    1:13 `\"` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    fixed owners = [\"a\", \"b\"]
owners = [\"a\",, \"b\"]
    1:15 `,` 这里多了一个逗号 `,` | there is an extra `,` here
    fixed owners = [\"a\", \"b\"]
owners = [\n  \"a\"\n  \"b\"\n]
    2:5 `\"` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    fixed owners = [\n  \"a\",\n  \"b\"\n]
owners = [\n  \"a\",\n  \"b\"\nnote = \"x\"
    1:10 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    fixed owners = [\n  \"a\",\n  \"b\"]\nnote = \"x\"
owners = [\"a\", \"b\" # x\nnote = \"x\"
    1:10 `[` 方括号没有配对，缺少 `]` | this array is never closed: `]` is missing
    fixed owners = [\"a\", \"b\"] # x\nnote = \"x\"
owners = [\"a\", \"b]
    1:16 `\"b` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed owners = [\"a\", \"b\"]
owners = [\"a, \"b\"]
    1:11 `\"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed owners = [\"a\", \"b\"]
owners = [a\", \"b\"]
    1:11 `a\"` 文字缺少左边的 `"` | the text lacks its opening `"`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", b\"]
    1:16 `b\"` 文字缺少左边的 `"` | the text lacks its opening `"`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", \"b, \"c\"]
    1:16 `\"b` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed owners = [\"a\", \"b\", \"c\"]
owners = [\'a\', \'b]
    1:16 `\'b` 这段文字没有结束，缺少 `'` | this text is never closed: `'` is missing
    fixed owners = [\'a\', \'b\']
owners = [\"a\", \"b]\nnote = \"x\"
    1:16 `\"b` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed owners = [\"a\", \"b\"]\nnote = \"x\"
owners = [\n  \"a\",\n  \"b]\nnote = \"x\"
    3:3 `\"b` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed owners = [\n  \"a\",\n  \"b\"]\nnote = \"x\"
owners = [\"a\", \"b”]
    1:18 `”` 全角引号 `”` 不能结束文字，应为 `"` | the full-width `”` does not close a text: it should be `"`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", \'b\"]
    1:18 `\"` 以 `'` 开头的文字不能用 `"` 结束 | a text opened by `'` is not closed by `"`
    fixed owners = [\"a\", \'b\']
owners = [\"a\", \"b # x]
    1:16 `\"b # x]` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
owners = \"a\" \"b\"
    1:14 `\"b\"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
owners = [\"a\"; \"b\"]
    1:14 `;` 这里要写 `,`，不是 `;` | `,` belongs here, not `;`
    fixed owners = [\"a\", \"b\"]
owners = [\"a\", b]
    1:16 `b` `b` 没有加引号 | `b` has no quotes
    fixed owners = [\"a\", \"b\"]
owners = “a”、“b”
    1:10 `“a”、“b”` 几项内容要写在方括号 `[ ]` 里 | several values stand in brackets `[ ]`
    fixed owners = [\"a\",\"b\"]

"#]].raw());
}

#[test]
fn tables_on_one_line() {
    let mistakes = [
        "[products]\nx = price = 1, stock = 2 }",
        "[products]\nx = { price = 1, stock = 2",
        "[products]\nx = { price = 1, stock = 2 }}",
        "[products]\nx = {{ price = 1, stock = 2 }",
        "[products]\nx = { price = 1, stock = 2 ]",
        "[products]\nx = { price = 1 stock = 2 }",
        "[products]\nx = { title = \"a\" stock = 2 }",
        "[products]\nx = { price = 1; stock = 2 }",
        "[products]\nx = { price: 1, stock: 2 }",
        "[products]\nx = { price = 1, price = 2 }",
        "[products]\nx = { title = \"a, stock = 2 }",
        "[products]\nx = { title = \"a, stock = 2, note = \"x\" }",
        "[products]\nx = { stock = 2, title = \"a }",
        "[products]\nx = { title = a\", stock = 2 }",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
[products]\nx = price = 1, stock = 2 }
    2:3 `=` 花括号没有配对，`=` 后面缺少 `{` | this inline table is never opened: `{` is missing after the `=`
    fixed [products]\nx = {price = 1, stock = 2 }
[products]\nx = { price = 1, stock = 2
    2:5 `{` 花括号没有配对，缺少 `}` | this inline table is never closed: `}` is missing
    fixed [products]\nx = { price = 1, stock = 2}
[products]\nx = { price = 1, stock = 2 }}
    2:29 `}` 这里多了一个 `}` | there is an extra `}` here
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = {{ price = 1, stock = 2 }
    2:5 `{` 这里多了一个 `{` | there is an extra `{` here
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = { price = 1, stock = 2 ]
    2:28 `]` 括号没有配对，这里应为 `}`，不是 `]` | the brackets do not match: this should be `}`, not `]`
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = { price = 1 stock = 2 }
    2:15 `1` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = { title = \"a\" stock = 2 }
    2:17 `\"` 这一项后面缺少逗号 `,` | a `,` is missing after this entry
    fixed [products]\nx = { title = \"a\", stock = 2 }
[products]\nx = { price = 1; stock = 2 }
    2:16 `;` 这里要写 `,`，不是 `;` | `,` belongs here, not `;`
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = { price: 1, stock: 2 }
    2:12 `:` 这里要写 `=`，不是 `:` | `=` belongs here, not `:`
    fixed [products]\nx = { price = 1, stock = 2 }
[products]\nx = { price = 1, price = 2 }
    2:18 `price` 字段 `price` 重复 | the key `price` is here twice
[products]\nx = { title = \"a, stock = 2 }
    2:15 `\"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed [products]\nx = { title = \"a\", stock = 2 }
[products]\nx = { title = \"a, stock = 2, note = \"x\" }
    2:15 `\"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed [products]\nx = { title = \"a\", stock = 2, note = \"x\" }
[products]\nx = { stock = 2, title = \"a }
    2:26 `\"a` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed [products]\nx = { stock = 2, title = \"a\" }
[products]\nx = { title = a\", stock = 2 }
    2:15 `a\"` 文字缺少左边的 `"` | the text lacks its opening `"`
    fixed [products]\nx = { title = \"a\", stock = 2 }

"#]].raw());
}

#[test]
fn characters_that_cannot_be_seen() {
    let mistakes = [
        "\u{3000}",
        "\u{A0}\u{A0}",
        "\u{2003}",
        "\u{2028}",
        "\u{200B}",
        "\u{FEFF}",
        "\u{C}",
        "\u{7F}",
        "\u{3000}[tasks.page]\ntitle = \"a\"",
        "\u{3000}\u{3000}note = \"x\"",
        "\u{200B}note = \"x\"",
        "\u{FEFF}[tasks.page]",
        "start = 2026-04-01\u{A0}",
        "start = 2026-04-01\u{2028}",
        "start = 2026-04-01\u{2028}due = 2026-04-02",
        "start\u{A0}= 2026-04-01",
        "note = \"x\"\u{3000}# y",
        "note = \"x\"\rstart = 2026-04-01",
        "# a\rb",
        "# 电话\u{7}",
        "note = \"a\u{0}b\"",
        "note = '''\n一\u{C}，二\n'''",
        "note = \"a\rb\"",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
\u{3000}
    1:1 `\u{3000}` 这里有看不见的字符：全角空格 U+3000 | there is an invisible character here: a full-width space, U+3000
    fixed 
\u{a0}\u{a0}
    1:1 `\u{a0}\u{a0}` 这里有看不见的字符：不换行空格 U+00A0 | there is an invisible character here: a no-break space, U+00A0
    fixed 
\u{2003}
    1:1 `\u{2003}` 这里有看不见的字符：特殊空格 U+2003 | there is an invisible character here: a space of another kind, U+2003
    fixed 
\u{2028}
    1:1 `\u{2028}` 这里有看不见的字符：行分隔符 U+2028 | there is an invisible character here: a line separator, U+2028
    fixed 
\u{200b}
    1:1 `\u{200b}` 这里有看不见的字符：零宽空格 U+200B | there is an invisible character here: a zero-width space, U+200B
    fixed 
\u{feff}
    1:1 `\u{feff}` 这里有看不见的字符：字节顺序标记 U+FEFF | there is an invisible character here: a byte-order mark, U+FEFF
    fixed 
\u{c}
    1:1 `\u{c}` 这里有看不见的字符：控制字符 U+000C | there is an invisible character here: a control character, U+000C
    fixed 
\u{7f}
    1:1 `\u{7f}` 这里有看不见的字符：控制字符 U+007F | there is an invisible character here: a control character, U+007F
    fixed 
\u{3000}[tasks.page]\ntitle = \"a\"
    1:1 `\u{3000}` 这里有看不见的字符：全角空格 U+3000 | there is an invisible character here: a full-width space, U+3000
    fixed [tasks.page]\ntitle = \"a\"
\u{3000}\u{3000}note = \"x\"
    1:1 `\u{3000}\u{3000}` 这里有看不见的字符：全角空格 U+3000 | there is an invisible character here: a full-width space, U+3000
    fixed note = \"x\"
\u{200b}note = \"x\"
    1:1 `\u{200b}` 这里有看不见的字符：零宽空格 U+200B | there is an invisible character here: a zero-width space, U+200B
    fixed note = \"x\"
\u{feff}[tasks.page]
    1:1 `\u{feff}` 这里有看不见的字符：字节顺序标记 U+FEFF | there is an invisible character here: a byte-order mark, U+FEFF
    fixed [tasks.page]
start = 2026-04-01\u{a0}
    1:19 `\u{a0}` 这里有看不见的字符：不换行空格 U+00A0 | there is an invisible character here: a no-break space, U+00A0
    fixed start = 2026-04-01
start = 2026-04-01\u{2028}
    1:19 `\u{2028}` 这里有看不见的字符：行分隔符 U+2028 | there is an invisible character here: a line separator, U+2028
    fixed start = 2026-04-01
start = 2026-04-01\u{2028}due = 2026-04-02
    1:19 `\u{2028}` 这里有看不见的字符：行分隔符 U+2028 | there is an invisible character here: a line separator, U+2028
    fixed start = 2026-04-01\ndue = 2026-04-02
start\u{a0}= 2026-04-01
    1:6 `\u{a0}` 这里有看不见的字符：不换行空格 U+00A0 | there is an invisible character here: a no-break space, U+00A0
    fixed start = 2026-04-01
note = \"x\"\u{3000}# y
    1:11 `\u{3000}` 这里有看不见的字符：全角空格 U+3000 | there is an invisible character here: a full-width space, U+3000
    fixed note = \"x\" # y
note = \"x\"\rstart = 2026-04-01
    1:11 `\r` 这里有看不见的字符：单独的回车符 U+000D | there is an invisible character here: a lone carriage return, U+000D
    fixed note = \"x\"\nstart = 2026-04-01
# a\rb
    1:4 `\r` 这里有看不见的字符：单独的回车符 U+000D | there is an invisible character here: a lone carriage return, U+000D
    fixed # ab
# 电话\u{7}
    1:5 `\u{7}` 这里有看不见的字符：控制字符 U+0007 | there is an invisible character here: a control character, U+0007
    fixed # 电话
note = \"a\0b\"
    1:10 `\0` 这里有看不见的字符：控制字符 U+0000 | there is an invisible character here: a control character, U+0000
    fixed note = \"ab\"
note = \'\'\'\n一\u{c}，二\n\'\'\'
    2:2 `\u{c}` 这里有看不见的字符：控制字符 U+000C | there is an invisible character here: a control character, U+000C
    fixed note = \'\'\'\n一，二\n\'\'\'
note = \"a\rb\"
    1:10 `\r` 这里有看不见的字符：单独的回车符 U+000D | there is an invisible character here: a lone carriage return, U+000D
    fixed note = \"ab\"

"#]].raw());
}

#[test]
fn spaces_in_texts_and_comments_may_be_of_any_kind() {
    let plan = format!(
        "{BEFORE}note = \"一\u{3000}二\u{A0}\u{FEFF}\" #\u{3000}三\n# \u{200B}\u{2028}四\n{AFTER}"
    );
    assert_eq!(syntax(&plan).len(), 0);
}

#[test]
fn line_ends_of_another_system_are_one_mistake() {
    for (written, meant) in [("\r", "\n"), ("\r\r\n", "\r\n")] {
        let plan = format!("{BEFORE}# 首页，x\nnote = \"x\"\n{AFTER}").replace('\n', written);
        let found = syntax(&plan);
        assert_eq!(found.len(), 1, "{written:?}: {found:#?}");
        let fix = found[0].fix.as_ref().unwrap();
        let mut mended = plan.clone();
        mended.replace_range(fix.span.range(), &fix.replacement);
        assert_eq!(mended, plan.replace(written, meant));
    }
}

#[test]
fn words_without_a_hash() {
    let mistakes = [
        "这里还要和老板确认",
        "\u{3000}\u{3000}这里\u{3000}要确认，再说。",
        "注意：这里还要确认",
        "（这里还要确认）",
        "“这里还要确认”",
        "ask the boss about this",
        "TODO: ask the boss tomorrow",
        "1. 先联系工厂",
        "- 先联系工厂",
        "-----",
        "=====",
        "// 首页",
        "note = \"x\" 说明",
        "note = \"x\" // 说明",
        "//",
        "// title = \"a\"",
        "// [tasks.x",
        "// 他说\"好",
        "owners = [ // \"x\n  \"a\",\n]",
        "[tasks.page] // 首页",
        "note = \"x\" ; 说明",
        "/* 首页 */",
        "/*\n * 首页，\"第一\"\n\n   [tasks.x]\n */",
        "/* 首页\n   第二 */ note = \"x\"",
        "/* 首页 */ note = \"x\"",
        "note = \"x\" /* 说明 */",
        "owners = [\"a\", /* \"b\", */ \"c\"]",
        "/* 首页",
        "<!-- 首页 -->",
        "start = 2026-04-01 左右",
        "start = 2026-04-01（暂定）",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
这里还要和老板确认
    1:1 `这里还要和老板确认` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # 这里还要和老板确认
\u{3000}\u{3000}这里\u{3000}要确认，再说。
    1:3 `这里\u{3000}要确认，再说。` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # \u{3000}\u{3000}这里\u{3000}要确认，再说。
注意：这里还要确认
    1:1 `注意：这里还要确认` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # 注意：这里还要确认
（这里还要确认）
    1:1 `（这里还要确认）` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # （这里还要确认）
“这里还要确认”
    1:1 `“这里还要确认”` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # “这里还要确认”
ask the boss about this
    1:1 `ask the boss about this` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # ask the boss about this
TODO: ask the boss tomorrow
    1:1 `TODO: ask the boss tomorrow` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # TODO: ask the boss tomorrow
1. 先联系工厂
    1:1 `1. 先联系工厂` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # 1. 先联系工厂
- 先联系工厂
    1:1 `- 先联系工厂` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # - 先联系工厂
-----
    1:1 `-----` 说明要以 `#` 开头，不是 `--` | a comment begins with `#`, not with `--`
    fixed #---
=====
    1:1 `=====` 这一行是说明文字，前面缺少 `#` | this line is plain text: a comment begins with `#`
    fixed # =====
// 首页
    1:1 `// 首页` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed # 首页
note = \"x\" 说明
    1:12 `说明` 值后面的说明要以 `#` 开头 | a note behind a value begins with `#`
    fixed note = \"x\" # 说明
note = \"x\" // 说明
    1:12 `// 说明` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed note = \"x\" # 说明
//
    1:1 `//` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed #
// title = \"a\"
    1:1 `// title = \"a\"` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed # title = \"a\"
// [tasks.x
    1:1 `// [tasks.x` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed # [tasks.x
// 他说\"好
    1:1 `// 他说\"好` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed # 他说\"好
owners = [ // \"x\n  \"a\",\n]
    1:12 `// \"x` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed owners = [ # \"x\n  \"a\",\n]
[tasks.page] // 首页
    1:14 `// 首页` 说明要以 `#` 开头，不是 `//` | a comment begins with `#`, not with `//`
    fixed [tasks.page] # 首页
note = \"x\" ; 说明
    1:12 `; 说明` 说明要以 `#` 开头，不是 `;` | a comment begins with `#`, not with `;`
    fixed note = \"x\" # 说明
/* 首页 */
    1:1 `/* 首页 */` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed # 首页
/*\n * 首页，\"第一\"\n\n   [tasks.x]\n */
    1:1 `/*` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed #\n # 首页，\"第一\"\n\n   # [tasks.x]
/* 首页\n   第二 */ note = \"x\"
    1:1 `/* 首页` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed # 首页\n   # 第二\n note = \"x\"
/* 首页 */ note = \"x\"
    1:1 `/* 首页 */` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed note = \"x\" # 首页
note = \"x\" /* 说明 */
    1:12 `/* 说明 */` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed note = \"x\" # 说明
owners = [\"a\", /* \"b\", */ \"c\"]
    1:16 `/* \"b\", */` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed owners = [\"a\", \"c\"] # \"b\",
/* 首页
    1:1 `/* 首页` 说明要以 `#` 开头，不是 `/*` | a comment begins with `#`, not with `/*`
    fixed # 首页
<!-- 首页 -->
    1:1 `<!-- 首页 -->` 说明要以 `#` 开头，不是 `<!--` | a comment begins with `#`, not with `<!--`
    fixed # 首页
start = 2026-04-01 左右
    1:20 `左右` 值后面的说明要以 `#` 开头 | a note behind a value begins with `#`
    fixed start = 2026-04-01 # 左右
start = 2026-04-01（暂定）
    1:19 `（暂定）` 值后面的说明要以 `#` 开头 | a note behind a value begins with `#`
    fixed start = 2026-04-01 # （暂定）

"#]].raw());
}

#[test]
fn in_texts_of_several_lines_punctuation_is_text() {
    let mistakes = [
        "note = \"\"\"\n第一，第二：\n\\d 第三。\n\"\"\"",
        "note = \"\"\"\n第一，第二：\n\"\"\"；",
        "note = \"\"\"\n第一“，第二\n\"\"\" phase = \"x\"",
        "note = '''\n“第一”，第二\n''' x",
        "note = \"\"\"\n第一，第二：“",
        "note = \"\"\"\n第一\nphase = \"x\"",
        "note = \"\"\"\n第一\n\"\nphase = \"x\"",
        "note = \"\"\"\n第一\n\"\"\nphase = \"x\"",
        "note = \"\"\"\n第一\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"第二\"\"\"",
        "note = \"\"\"\n第一\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"\n第二\n\"\"\"",
        "note = '''\n第一\nphase = \"x\"",
    ];
    assert_data_eq!(
        each(&mistakes),
        str![[r#"
note = \"\"\"\n第一，第二：\n\\d 第三。\n\"\"\"
    3:1 `\\d` 文字里的反斜杠要写两个 `\\` | a backslash inside a text is written twice, `\\`
    fixed note = \"\"\"\n第一，第二：\n\\\\d 第三。\n\"\"\"
note = \"\"\"\n第一，第二：\n\"\"\"；
    3:4 `；` 行末多了 `；` | there is an extra `；` at the end of the line
    fixed note = \"\"\"\n第一，第二：\n\"\"\"
note = \"\"\"\n第一“，第二\n\"\"\" phase = \"x\"
    3:5 `phase = \"x\"` 一行只能写一个字段 | a line holds one key and its value
    fixed note = \"\"\"\n第一“，第二\n\"\"\"\nphase = \"x\"
note = \'\'\'\n“第一”，第二\n\'\'\' x
    3:5 `x` 值后面的说明要以 `#` 开头 | a note behind a value begins with `#`
    fixed note = \'\'\'\n“第一”，第二\n\'\'\' # x
note = \"\"\"\n第一，第二：“
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一，第二：“\"\"\"
note = \"\"\"\n第一\nphase = \"x\"
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一\"\"\"\nphase = \"x\"
note = \"\"\"\n第一\n\"\nphase = \"x\"
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一\n\"\"\"\nphase = \"x\"
note = \"\"\"\n第一\n\"\"\nphase = \"x\"
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一\n\"\"\"\nphase = \"x\"
note = \"\"\"\n第一\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"第二\"\"\"
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一\"\"\"\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"第二\"\"\"
note = \"\"\"\n第一\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"\n第二\n\"\"\"
    1:8 `\"\"\"` 这段文字没有结束，缺少 `"""` | this text is never closed: `"""` is missing
    fixed note = \"\"\"\n第一\"\"\"\n[tasks.page]\ntitle = \"c\"\nnote = \"\"\"\n第二\n\"\"\"
note = \'\'\'\n第一\nphase = \"x\"
    1:8 `\'\'\'` 这段文字没有结束，缺少 `'''` | this text is never closed: `'''` is missing
    fixed note = \'\'\'\n第一\'\'\'\nphase = \"x\"

"#]]
        .raw()
    );
}

#[test]
fn figures() {
    let mistakes = [
        "[products.x]\nstock = 0x",
        "[products.x]\nstock = 0b",
        "[products.x]\nstock = \u{663}",
        "[products.x]\nstock = 1_0\u{660}",
        "[products.x]\nstock = 1__0",
        "[products.x]\nstock = 007",
        "[products.x]\nprice = .5",
        "[products.x]\nprice = 1,299",
        "[products.x]\nstock = 300;",
        "start = 2026-04-01,",
        "start = 2026-04-01。",
        "start = 2026年4月1日",
        "milestone = True",
        "milestone = 是",
    ];
    assert_data_eq!(
        each(&mistakes),
        str![[r#"
[products.x]\nstock = 0x
    2:9 `0x` `0x` 不是数字的写法 | `0x` is not how a number is written
[products.x]\nstock = 0b
    2:9 `0b` `0b` 不是数字的写法 | `0b` is not how a number is written
[products.x]\nstock = ٣
    2:9 `٣` `٣` 不是数字的写法 | `٣` is not how a number is written
[products.x]\nstock = 1_0٠
    2:9 `1_0٠` `1_0٠` 不是数字的写法 | `1_0٠` is not how a number is written
[products.x]\nstock = 1__0
    2:9 `1__0` `1__0` 不是数字的写法 | `1__0` is not how a number is written
[products.x]\nstock = 007
    2:9 `007` 数字 `007` 不能以 0 开头 | a number such as `007` does not begin with 0
    fixed [products.x]\nstock = 7
[products.x]\nprice = .5
    2:9 `.5` `.5` 不是数字的写法 | `.5` is not how a number is written
    fixed [products.x]\nprice = 0.5
[products.x]\nprice = 1,299
    2:9 `1,299` 数字 `1,299` 里不能有逗号 | a number such as `1,299` has no commas
    fixed [products.x]\nprice = 1299
[products.x]\nstock = 300;
    2:12 `;` 行末多了 `;` | there is an extra `;` at the end of the line
    fixed [products.x]\nstock = 300
start = 2026-04-01,
    1:19 `,` 行末多了 `,` | there is an extra `,` at the end of the line
    fixed start = 2026-04-01
start = 2026-04-01。
    1:19 `。` 行末多了 `。` | there is an extra `。` at the end of the line
    fixed start = 2026-04-01
start = 2026年4月1日
    1:9 `2026年4月1日` `2026年4月1日` 不是日期的写法 | `2026年4月1日` is not how a date is written
    fixed start = 2026-04-01
milestone = True
    1:13 `True` `True` 应写成 `true` | `True` is written `true`
    fixed milestone = true
milestone = 是
    1:13 `是` `是` 应写成 `true` | `是` is written `true`
    fixed milestone = true

"#]]
        .raw()
    );
}

#[test]
fn quotes() {
    let mistakes = [
        "note = 卖出\"",
        "note = \"卖出",
        "note = “卖出",
        "note = \"\"卖出\"\"",
        "note = \"卖出\"\"",
        "note = \"他说\"好\"就走\"",
        "note = '卖出\"",
        "note = \"a\" \"b\"",
        "note = \"a\"\"b\"",
        "note = \"a\" + \"b\"",
        "note = \"甲\" 和 \"乙\"",
        "note = 'a' 'b'",
        "note = \"a\"\n\"b\"",
        "note = \"a\"b",
        "note = \"a\"\"\"",
        "note = \"\"\"a\"",
        "note = 'it's fine'",
        "note = `a`",
        "note = 「甲」",
    ];
    assert_data_eq!(
        each(&mistakes),
        str![[r#"
note = 卖出\"
    1:8 `卖出\"` 文字缺少左边的 `"` | the text lacks its opening `"`
    fixed note = \"卖出\"
note = \"卖出
    1:8 `\"卖出` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed note = \"卖出\"
note = “卖出
    1:8 `“卖出` 这段文字没有结束，缺少 `"` | this text is never closed: `"` is missing
    fixed note = \"卖出\"
note = \"\"卖出\"\"
    1:8 `\"\"卖出\"\"` 引号写重了 | the quotes are doubled
    fixed note = \"卖出\"
note = \"卖出\"\"
    1:8 `\"卖出\"\"` 引号写重了 | the quotes are doubled
    fixed note = \"卖出\"
note = \"他说\"好\"就走\"
    1:11 `\"` 文字里不能直接写英文引号 `"` | a `"` inside a text ends it
    fixed note = \"他说“好”就走\"
note = \'卖出\"
    1:11 `\"` 以 `'` 开头的文字不能用 `"` 结束 | a text opened by `'` is not closed by `"`
    fixed note = \'卖出\'
note = \"a\" \"b\"
    1:12 `\"b\"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \"a\"\"b\"
    1:11 `\"b\"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \"a\" + \"b\"
    1:12 `+ \"b\"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \"甲\" 和 \"乙\"
    1:12 `和 \"乙\"` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \'a\' \'b\'
    1:12 `\'b\'` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \"a\"\n\"b\"
    2:1 `\"b\"` 这段文字前面没有字段名和 `=` | there is no key and `=` before this text
note = \"a\"b
    1:11 `b` 这个字段已有一段文字，后面又写了一段 | this key has its text, and another one follows
note = \"a\"\"\"
    1:8 `\"a\"\"\"` 引号写重了 | the quotes are doubled
    fixed note = \"a\"
note = \"\"\"a\"
    1:8 `\"\"\"a\"` 引号写重了 | the quotes are doubled
    fixed note = \"a\"
note = \'it\'s fine\'
    1:11 `\'` 单引号里的文字不能再有 `'` | a `'` inside a text in single quotes ends it
    fixed note = \'it’s fine\'
note = `a`
    1:8 ``a`` ``a`` 没有加引号 | ``a`` has no quotes
    fixed note = \"a\"
note = 「甲」
    1:8 `「甲」` `「甲」` 没有加引号 | `「甲」` has no quotes
    fixed note = \"甲\"

"#]]
        .raw()
    );
}

#[test]
fn keys_and_what_joins_them_to_values() {
    let mistakes = [
        "note == \"a\"",
        "note := \"a\"",
        "note => \"a\"",
        "note: \"a\"",
        "note \"a\"",
        "note",
        "note =",
        "备注：还要确认",
        "- note = \"a\"",
        "note = \"a\", phase = \"x\"",
        "note = \"a\" phase = \"x\"",
        "[products]\n手链 = { price = 1 }",
        "[products]\ntom&jerry = { price = 1 }",
    ];
    assert_data_eq!(each(&mistakes), str![[r#"
note == \"a\"
    1:6 `==` 字段名和值之间要写 `=`，不是 `==` | a key and its value are joined by `=`, not `==`
    fixed note = \"a\"
note := \"a\"
    1:6 `:=` 字段名和值之间要写 `=`，不是 `:=` | a key and its value are joined by `=`, not `:=`
    fixed note = \"a\"
note => \"a\"
    1:6 `=>` 字段名和值之间要写 `=`，不是 `=>` | a key and its value are joined by `=`, not `=>`
    fixed note = \"a\"
note: \"a\"
    1:5 `:` 字段名和值之间要写 `=`，不是 `:` | a key and its value are joined by `=`, not `:`
    fixed note = \"a\"
note \"a\"
    1:1 `note` `note` 和值之间缺少 `=` | there is no `=` between `note` and its value
    fixed note = \"a\"
note
    1:1 `note` 字段 `note` 后面缺少 `=` 和值 | `note` is not followed by `=` and a value
note =
    1:6 `=` 字段 `note` 没有值 | the key `note` has no value
备注：还要确认
    1:1 `备注：还要确认` `备注：还要确认` 不是字段的写法 | `备注：还要确认` is not how a key and its value are written
    fixed note = \"还要确认\"
- note = \"a\"
    1:1 `-` 字段前面多了 `-` | there is an extra `-` before the key
    fixed note = \"a\"
note = \"a\", phase = \"x\"
    1:11 `, phase = \"x\"` 一行只能写一个字段 | a line holds one key and its value
    fixed note = \"a\"\nphase = \"x\"
note = \"a\" phase = \"x\"
    1:12 `phase = \"x\"` 一行只能写一个字段 | a line holds one key and its value
    fixed note = \"a\"\nphase = \"x\"
[products]\n手链 = { price = 1 }
    2:1 `手链` 编号 `手链` 不是英文，要加引号 | the id `手链` is not ASCII and has no quotes
    fixed [products]\n\"手链\" = { price = 1 }
[products]\ntom&jerry = { price = 1 }
    2:1 `tom&jerry` 编号 `tom&jerry` 里有不能用的符号 | the id `tom&jerry` contains a character that is not allowed
    fixed [products]\ntom-jerry = { price = 1 }

"#]].raw());
}

#[test]
fn what_lies_too_deep_has_a_place_and_takes_nothing_along() {
    let deep = format!("note = {}1{}", "[".repeat(100), "]".repeat(100));
    let unclosed = format!("note = {}", "[".repeat(100_000));
    let keys = format!("note{} = 1", ".a".repeat(100_000));
    let header = format!("[tasks.page{}]", ".a".repeat(100));
    for mistake in [deep, unclosed, keys, header] {
        let found = syntax(&format!("{BEFORE}{mistake}{AFTER}"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.en, "nested too deeply to be read");
        let span = found[0].primary.span.range();
        assert!(BEFORE.len() <= span.start && span.end <= BEFORE.len() + mistake.len());
    }
}

#[test]
fn bytes_count_the_byte_order_mark() {
    let plan = "\u{feff}[plan]\ntitle = \"t\"\n[task.photos]\n";
    let compiled = Memory::new([("plan.toml", plan)]).compile(|_| ());
    let mut fixes = compiled
        .report
        .findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref());
    let fix = fixes.next_back().unwrap();
    let file = compiled.sources.file(fix.span);
    let (start, end) = (file.position(fix.span.start), file.position(fix.span.end));
    assert_eq!(&plan[start.byte..end.byte], "task");
    assert_eq!(file.position(0).column, 1);
}

#[test]
fn two_byte_order_marks_are_one_too_many() {
    let found = syntax(&format!("\u{feff}\u{feff}# a\n{BEFORE}"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].primary.span.range(), 0..3);
    assert_eq!(syntax(&format!("\u{feff}# a\n{BEFORE}")).len(), 0);
}

#[test]
fn a_mistake_in_a_comment_takes_nothing_out() {
    let plan = format!(
        "{BEFORE}[store]\n# 电话\u{7}\nlevel = \"1心\"\nplatform = \"taobao\"\n\
        [programs.deal]\ntitle = \"d\"\nstore = {{ level = {{ at_least = \"3心\" }} }}\n\
        [campaigns.may]\ntitle = \"m\"\nprogram = \"deal\"\nstart = 2026-05-10\nend = 2026-05-12\n"
    );
    let report = Memory::new([("plan.toml", plan.as_str())])
        .compile(|_| ())
        .report;
    let codes: Vec<_> = report
        .findings
        .iter()
        .map(|finding| finding.rule.code)
        .collect();
    assert!(
        codes.contains(&"OP000") && codes.contains(&"OP120"),
        "{codes:?}"
    );
}

#[test]
fn every_mistake_of_many_is_named() {
    for (line, count) in [
        ("[tasks.a b]\n", 400),
        ("这里还要确认\n", 1500),
        ("[roles.x]\nnote = 甲乙\n", 1500),
    ] {
        let plan = format!("{BEFORE}{}{AFTER}", line.repeat(count));
        assert!(syntax(&plan).len() >= count, "{line}");
    }
}

/// How long this thread has been at work, if the system says so; what else the machine does is
/// not in it. It is counted in steps of a few milliseconds.
fn worked() -> Option<Duration> {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = spent.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// How long it takes to read a plan as often as is asked for.
fn time_of(plan: &str, mut again: impl FnMut(Duration) -> bool) -> Duration {
    let (start, before) = (Instant::now(), worked());
    loop {
        Memory::new([("plan.toml", plan)]).compile(|_| ());
        let time = match (before, worked()) {
            (Some(before), Some(after)) => after - before,
            _ => start.elapsed(),
        };
        if !again(time) {
            return time;
        }
    }
}

/// How much longer one plan takes than another, both read for long enough to be measured.
fn growth(small: &str, large: &str, times: u32) -> f64 {
    let mut count = 0;
    let of_large = time_of(large, |time| {
        count += times;
        time < Duration::from_millis(60)
    });
    let of_small = time_of(small, |_| {
        count -= 1;
        count > 0
    });
    f64::from(times) * of_large.as_secs_f64() / of_small.as_secs_f64()
}

/// Four times the mistakes take about four times as long: six times would be too much, sixteen
/// is what a square takes.
#[test]
fn reading_is_never_quadratic() {
    let rows: [(&str, &str); 16] = [
        ("", "[tasks.t#]\ntitle\u{FF1D}\"t\"\n"),
        ("[products]\n", "手链# = { price = 1 }\n"),
        ("", "[tasks.t#]\ntitle = 美甲\n"),
        ("[products]\n", "k = {}\n"),
        ("[products]\n", "k# = {}\nk# = {}\n"),
        ("", "tasks.t#]\ntitle = \"t\"\n"),
        ("[tasks.a]\nowners = [\n", "美工#,\n"),
        ("[tasks.a]\nowners = [\n", "\"美工#\"\u{FF0C}\n"),
        ("[tasks.a]\n", "这里还要确认\n"),
        ("", "[tasks.t#]\nowners = [\"a\"\n"),
        ("[tasks.a]\n", "\u{3000}\n"),
        ("[tasks.a]\nnote = \"x\"", "\u{A0} "),
        ("", "[tasks.t#]\nowners = [\"a\", \"b]\n"),
        ("[tasks.a]\nowners = [\"a", "\", \"a"),
        ("[tasks.a]\n", "/* 首页 */\n"),
        ("[tasks.a]\n", "/* 首页\n"),
    ];
    for (before, row) in rows {
        let plan = |count: usize| {
            let rows: String = (0..count)
                .map(|at| row.replace('#', &at.to_string()))
                .collect();
            format!("{BEFORE}{before}{rows}")
        };
        let (small, large) = (plan(75), plan(300));
        let grows = (0..3)
            .map(|_| growth(&small, &large, 4))
            .find(|growth| *growth < 6.0);
        assert!(grows.is_some(), "{row:?} grows with its square");
    }
}

#[test]
fn includes_go_to_a_limit_and_any_number_beside_each_other() {
    let role = |at: usize| format!("[roles.r{at}]\ntitle = \"r\"\n");
    let mut chain = vec![(
        "plan.toml".to_owned(),
        "[plan]\ntitle = \"t\"\ninclude = [\"f0.toml\"]\n".to_owned(),
    )];
    chain.extend((0..2000).map(|at| {
        let text = format!("[plan]\ninclude = [\"f{}.toml\"]\n{}", at + 1, role(at));
        (format!("f{at}.toml"), text)
    }));
    let files = chain
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let report = Memory::new(files).compile(|_| ()).report;
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|finding| &*finding.message.en)
        .collect();
    assert_eq!(
        found,
        ["`f15.toml` is not read: at most 16 files may include each other in a row"]
    );
    let names: Vec<_> = (0..2000).map(|at| format!("\"g{at}.toml\"")).collect();
    let root = format!("[plan]\ntitle = \"t\"\ninclude = [{}]\n", names.join(", "));
    let mut beside = vec![("plan.toml".to_owned(), root)];
    beside.extend((0..2000).map(|at| (format!("g{at}.toml"), role(at))));
    let files = beside
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let compiled = Memory::new(files).compile(|_| ());
    assert_eq!(compiled.sources.files.len(), 2001);
    assert!(compiled.report.findings.is_empty());
}
