//! Documents as a browser lays them out: nothing is cut at the edge of the paper, a telephone
//! does not scroll sideways. Needs Chromium, on the PATH or named by the variable BROWSER.

mod stress;

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use opsplan::diagnostic::Language;
use opsplan::render::{Format, render};
use serde::Deserialize;
use tempfile::TempDir;

use crate::tree_of_files::{local, repository};
use crate::world::{Memory, view};

/// What `probe.js` answers.
#[derive(Deserialize)]
struct Probe {
    /// Width of the whole page, in CSS pixels.
    width: u32,
    /// What has to be scrolled sideways by itself.
    scrollers: Vec<String>,
    /// Cells and blocks whose text leaves its box.
    spilling: Vec<String>,
    /// Texts of drawings below 7.5 pt.
    small: Vec<String>,
    /// Chapters whose number takes more than one line.
    broken: Vec<String>,
}

/// Where a page is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Medium {
    /// A4 between its margins: 170 mm.
    Paper,
    /// A screen, so many CSS pixels wide.
    Screen(u32),
}

/// The documents of the real plans and of the stress plans, with their names.
fn documents(language: Language) -> Vec<(String, String)> {
    let real = fs::read_dir(repository("plans")).unwrap();
    let real = real
        .map(|entry| entry.unwrap().path().join("plan.toml"))
        .filter(|path| path.is_file());
    let mut documents: Vec<_> = real
        .map(|path| {
            (
                local(&path, "plans").to_owned(),
                made_from_file(&path, language),
            )
        })
        .collect();
    assert!(documents.len() >= 3, "{}", documents.len());
    for (name, text) in stress::plans() {
        documents.push((name.to_owned(), made(&text, language)));
    }
    documents
}

fn made(text: &str, language: Language) -> String {
    let world = Memory::new([("plan.toml", text)]);
    let compiled = world.compile(|plan| {
        render(&view(plan, language, false), Format::Html).expect("a document is written")
    });
    let artifacts = compiled.made.expect("the plan is read");
    String::from_utf8(artifacts[0].bytes.clone()).unwrap()
}

fn made_from_file(plan: &Path, language: Language) -> String {
    let name = match language {
        Language::Chinese => "plan.html",
        Language::English => "plan.en.html",
    };
    fs::read_to_string(plan.with_file_name("expected").join(name))
        .unwrap_or_else(|_| made(&fs::read_to_string(plan).unwrap(), language))
}

/// Writes the pages into a folder named by PAGES, to be looked at.
#[test]
fn pages_can_be_looked_at() {
    for language in [Language::Chinese, Language::English] {
        for (name, page) in documents(language) {
            assert!(
                page.trim_end().ends_with("</html>"),
                "{name} is a whole page"
            );
            if let Some(folder) = env::var_os("PAGES") {
                let name = format!("{}-{language:?}.html", name.replace(['/', ' '], "-"));
                fs::write(Path::new(&folder).join(name), page).unwrap();
            }
        }
    }
}

/// Lays pages out and asks the probe of each. Every page has a frame of the width that is
/// meant: the window itself cannot be as narrow as a telephone.
fn probed<'p>(pages: impl IntoIterator<Item = &'p str>, medium: Medium) -> Vec<Probe> {
    let width = match medium {
        Medium::Paper => 643,
        Medium::Screen(width) => width,
    };
    let script = format!("<script>{}</script></head>", include_str!("probe.js"));
    let frame = |page: &str| {
        let page = match medium {
            // A frame is laid out for the screen, so the rules of paper take its name.
            Medium::Paper => page
                .replace("@media screen", "@media speech")
                .replace("@media print", "@media screen"),
            Medium::Screen(_) => page.to_owned(),
        };
        let page = page.replacen("</head>", &script, 1);
        let page = page.replace('&', "&amp;").replace('"', "&quot;");
        format!(
            "<iframe style=\"border:0;width:{width}px;height:800px\" srcdoc=\"{page}\"></iframe>\n"
        )
    };
    let frames: String = pages.into_iter().map(frame).collect();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pages.html");
    fs::write(
        &path,
        format!("<!DOCTYPE html><meta charset=\"utf-8\">{frames}"),
    )
    .unwrap();
    let browser = env::var("BROWSER").unwrap_or_else(|_| "chromium".to_owned());
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
        ])
        .args([
            "--no-first-run",
            "--disable-background-networking",
            "--dump-dom",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg("--window-size=1400,1000")
        .arg(&path)
        .output()
        .expect("Chromium runs: install it, or name it in BROWSER");
    let dom = String::from_utf8_lossy(&output.stdout);
    let answers = dom.split("<pre class=\"answer\">").skip(1);
    let answers = answers.map(|rest| {
        let answer = rest.split_once("</pre>").expect("an answer ends").0;
        let answer = answer
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        serde_json::from_str(&answer).unwrap()
    });
    answers.collect()
}

/// Looks at every document in both languages and gathers what is wrong.
fn faults(medium: Medium, wrong: impl Fn(&Probe) -> Vec<String>) -> Vec<String> {
    let documents = [Language::Chinese, Language::English].map(|language| {
        let named = |(name, page)| (format!("{name} {language:?}"), page);
        documents(language)
            .into_iter()
            .map(named)
            .collect::<Vec<_>>()
    });
    let documents = documents.concat();
    let probes = probed(documents.iter().map(|(_, page)| &**page), medium);
    assert_eq!(probes.len(), documents.len(), "every page answers");
    let mut faults = Vec::new();
    for ((name, _), probe) in documents.iter().zip(&probes) {
        let wrong = wrong(probe);
        faults.extend(wrong.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    faults
}

#[test]
fn nothing_is_cut_on_paper() {
    let faults = faults(Medium::Paper, |probe| probe.spilling.clone());
    assert!(
        faults.is_empty(),
        "{} leave their box: {faults:#?}",
        faults.len()
    );
}

#[test]
fn numbers_of_chapters_stand_on_one_line() {
    for medium in [Medium::Paper, Medium::Screen(360), Medium::Screen(1280)] {
        let faults = faults(medium, |probe| probe.broken.clone());
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn texts_of_drawings_can_be_read_on_paper() {
    let faults = faults(Medium::Paper, |probe| probe.small.clone());
    assert!(
        faults.is_empty(),
        "{} are too small: {faults:#?}",
        faults.len()
    );
}

#[test]
fn screens_do_not_scroll_sideways() {
    for width in [360, 768, 1280] {
        let faults = faults(Medium::Screen(width), |probe| {
            let wide = probe.width > width;
            wide.then(|| format!("{} on {width}", probe.width))
                .into_iter()
                .collect()
        });
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

/// Only the chart of the schedule may be moved sideways by itself.
#[test]
fn a_telephone_scrolls_the_schedule_alone() {
    let faults = faults(Medium::Screen(360), |probe| {
        let other = probe
            .scrollers
            .iter()
            .filter(|what| !what.starts_with("gantt"));
        other.cloned().collect()
    });
    assert!(
        faults.is_empty(),
        "{} scroll sideways: {faults:#?}",
        faults.len()
    );
}
