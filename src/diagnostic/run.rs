//! The rules about a run of the program: what is wrong before a plan is read, or after it was
//! checked. No plan can raise or allow them.

use super::{Rule, rule};

/// OP224: a template cannot be rendered.
pub static TEMPLATE: Rule = rule!("OP224" "template-error" Run Error always,
    "文档模板出错", "a template of the documents fails");

/// OP230: options or words on the command line that mean nothing.
pub static WRONG_USE: Rule = rule!("OP230" "wrong-use" Run Error always,
    "命令用法有误", "the command line is not understood");

/// OP231: a path that leads to no plan.
pub static PATH: Rule = rule!("OP231" "path-unusable" Run Error always,
    "路径下读不到计划", "a path leads to no plan that can be read");

/// OP232: documents that could not be written.
pub static NOT_WRITTEN: Rule = rule!("OP232" "not-written" Run Error always,
    "文件没有写成", "a file could not be written");

/// OP233: the program itself has failed.
pub static FAULT: Rule = rule!("OP233" "program-fault" Run Error always,
    "程序本身出错", "the program itself has failed");

/// All of them.
pub static RUN: [&Rule; 5] = [&TEMPLATE, &WRONG_USE, &PATH, &NOT_WRITTEN, &FAULT];
