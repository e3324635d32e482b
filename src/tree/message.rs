//! The TOML parser's messages in both languages.

use crate::diagnostic::Text;

/// Stands in the Chinese text where a message of the parser has no translation yet; a
/// test looks for it.
pub const UNSAID: &str = "TOML 语法错误：";

/// How messages of the parser begin, and the Chinese words for them; the first that fits
/// holds. A test provokes each of them, so that a new version of the parser cannot change
/// its words unnoticed.
const SAID: &[(&str, &str)] = &[
    ("duplicate key", "字段名重复：同一处已有这个字段"),
    (
        "carriage return must be followed by newline",
        "单独的回车符：换行应为 LF 或 CRLF",
    ),
    ("missing opening quote", "缺少左引号"),
    (
        "missing comma between array elements",
        "方括号里各项之间缺少逗号 `,`",
    ),
    (
        "integers with a radix cannot be signed",
        "带进制前缀的整数不能有正负号",
    ),
    ("radix must be lowercase", "进制前缀要小写"),
    (
        "missing assignment between key-value pairs",
        "字段名和值之间缺少 `=`",
    ),
    (
        "cannot extend value of type",
        "这个字段已经有值，不能再往里加字段",
    ),
    ("unexpected leading zero", "数字不能以 0 开头"),
    ("unclosed array table", "缺少 `]]`"),
    ("missing key for inline table element", "花括号里缺少字段名"),
    ("missing inline table opening", "缺少 `{`"),
    (
        "missing escaped value",
        "反斜杠 `\\` 要写成 `\\\\`，或者改用单引号",
    ),
    ("missing array opening", "缺少 `[`"),
    (
        "invalid unquoted key",
        "字段名里有不能直接写的字符，需要加引号",
    ),
    ("cannot recurse further", "嵌套太深"),
    ("recursion limit", "嵌套太深"),
    ("unquoted keys cannot be empty", "缺少字段名"),
    ("unexpected sign", "多余的正负号"),
    (
        "unexpected key or value",
        "行末多了内容，一行只能写一个字段",
    ),
    ("unexpected `=` in array", "方括号里不能写 `=`"),
    ("unclosed table", "缺少 `]`"),
    ("unclosed inline table", "花括号没有配对，缺少 `}`"),
    ("unclosed array", "方括号没有配对，缺少 `]`"),
    ("too few unicode value digits", "Unicode 转义的位数不够"),
    ("string values must be quoted", "文字要加引号"),
    ("redundant numeric sign", "多余的正负号"),
    ("redundant integer number prefix", "重复的进制前缀"),
    ("missing value for key", "字段没有值"),
    ("missing table open", "缺少 `[`"),
    (
        "missing comma between key-value pairs",
        "花括号里各项之间缺少逗号 `,`",
    ),
    (
        "keys cannot be multi-line literal strings",
        "字段名不能跨行",
    ),
    ("keys cannot be multi-line basic strings", "字段名不能跨行"),
    ("key with no value", "字段后面没有写 `=` 和值"),
    ("invalid key-value pair", "字段的写法不对"),
    ("invalid value", "值的写法不对"),
    ("invalid inline table element", "花括号里的写法不对"),
    ("invalid comment character", "注释里有不允许的控制字符"),
    ("extra comma in inline table", "花括号里多了逗号"),
    ("extra comma in array", "方括号里多了逗号"),
    ("extra assignment between key-value pairs", "多了一个 `=`"),
    ("extra `=`", "多了一个 `=`"),
    ("`_` may only go between digits", "`_` 只能写在数字之间"),
    ("invalid integer", "整数的写法不对"),
    ("invalid hexadecimal", "数字的写法不对"),
    ("invalid octal", "数字的写法不对"),
    ("invalid binary", "数字的写法不对"),
    ("invalid float", "小数的写法不对"),
    ("invalid mantissa", "小数的写法不对"),
    ("invalid fraction", "小数的写法不对"),
    ("invalid exponent", "小数的写法不对"),
    ("invalid date", "日期的写法不对"),
    ("invalid time", "时间的写法不对"),
    ("invalid offset", "时区的写法不对"),
    ("invalid boolean", "应写 `true`（是）或 `false`（否）"),
    ("invalid multi-line", "多行文字的写法不对"),
    ("invalid basic string", "文字的写法不对"),
    ("invalid literal string", "文字的写法不对"),
];

/// How the messages that are translated begin, in the order in which they are looked for.
pub fn translated() -> impl Iterator<Item = &'static str> {
    SAID.iter().map(|(start, _)| *start)
}

/// A message of the parser in both languages.
pub fn say(message: &str) -> Text {
    let english = message.replace('\n', " ");
    let chinese = SAID
        .iter()
        .find(|(start, _)| message.starts_with(start))
        .map_or_else(|| format!("{UNSAID}{english}"), |(_, zh)| (*zh).to_owned());
    Text {
        zh: chinese.into(),
        en: english.into(),
    }
}
