use crate::diagnostic::{Rule, rule};

/// OP001: a key the language does not know, a missing key, a value of the wrong type.
pub static STRUCTURE: Rule = rule!("OP001" "unknown-key-or-type" Reading Error always,
    "不认识的字段、缺少字段或类型不对", "an unknown key, a missing key, or a wrong type");

/// OP007: a value that is not written as its kind wants.
pub static FORM: Rule = rule!("OP007" "value-form" Reading Error always,
    "值的写法不对", "a value that is not in its form");
