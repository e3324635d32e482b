use serde::Serialize;

use super::{Language, Text};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably not meant.
    Warning,
    /// Cannot work as written.
    Error,
}

impl Severity {
    /// The word in machine forms and in fixtures.
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word for people.
    pub fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (_, Language::English) => self.word(),
            (Self::Info, _) => "提示",
            (Self::Warning, _) => "警告",
            (Self::Error, _) => "错误",
        }
    }
}

/// What a check is about. The folders of `check/` have the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// The file can be read.
    Reading,
    /// Phases and dates.
    Phases,
    /// Targets and their sums.
    Targets,
    /// Owners, posts and people.
    People,
    /// Products, stock and prices.
    Products,
    /// Campaigns against the rules of their programmes.
    Campaigns,
    /// Tasks, their order and their words.
    Tasks,
    /// Files and exceptions.
    Files,
    /// Something useful is missing.
    Completeness,
    /// Running the program. No plan raises these.
    Run,
}

impl Family {
    /// All families, in the order of the list of checks.
    pub const ALL: [Self; 10] = [
        Self::Reading,
        Self::Phases,
        Self::Targets,
        Self::People,
        Self::Products,
        Self::Campaigns,
        Self::Tasks,
        Self::Files,
        Self::Completeness,
        Self::Run,
    ];

    /// The word for people.
    pub fn label(self, language: Language) -> &'static str {
        let text = match self {
            Self::Reading => ("读取", "reading"),
            Self::Phases => ("阶段与日期", "phases and dates"),
            Self::Targets => ("目标", "targets"),
            Self::People => ("负责人与团队", "owners and people"),
            Self::Products => ("商品、库存与价格", "products, stock, prices"),
            Self::Campaigns => ("活动报名条件", "campaign eligibility"),
            Self::Tasks => ("任务", "tasks"),
            Self::Files => ("文件与例外", "files and exceptions"),
            Self::Completeness => ("完整性", "completeness"),
            Self::Run => ("运行", "running the program"),
        };
        match language {
            Language::Chinese => text.0,
            Language::English => text.1,
        }
    }
}

/// What is known of a check without running it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `OP` and three digits; for ever.
    pub code: &'static str,
    /// Kebab-case, names the problem, reads well after "allow".
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// Severity of its findings, unless a finding says otherwise.
    pub severity: Severity,
    /// Whether a plan may `allow` it.
    pub silenceable: bool,
    /// Whether its findings only say that something useful is missing: those that are no
    /// warnings are hidden unless asked for.
    pub asked: bool,
    /// Codes of the rules whose findings on the same places say what its own would say.
    pub yields_to: &'static [&'static str],
    /// One line for the list of checks.
    pub title: Text,
}

impl Rule {
    /// A rule that may be allowed, is always shown and yields to none.
    pub(crate) const fn new(
        (code, name): (&'static str, &'static str),
        family: Family,
        severity: Severity,
        title: Text,
    ) -> Self {
        Self {
            code,
            name,
            family,
            severity,
            silenceable: true,
            asked: false,
            yields_to: &[],
            title,
        }
    }

    /// It cannot be silenced.
    pub(crate) const fn always(mut self) -> Self {
        self.silenceable = false;
        self
    }

    /// It is shown when asked for.
    pub(crate) const fn asked(mut self) -> Self {
        self.asked = true;
        self
    }

    /// It says nothing where another has said it.
    pub(crate) const fn yields_to(mut self, codes: &'static [&'static str]) -> Self {
        self.yields_to = codes;
        self
    }
}

/// Declares a check: `rule!("OP125" "quantity-range" Campaigns Error, "…", "…")`. Words may
/// stand before the titles: `always` if it cannot be silenced, `asked` if it is hidden until
/// asked for, `yields_to ["OP129"]` if findings of others on the same places replace its own.
macro_rules! rule {
    ($code:literal $name:literal $family:ident $severity:ident $($word:ident $([$($other:literal),+])?)*,
        $zh:literal, $en:literal) => {
        $crate::diagnostic::Rule::new(
            ($code, $name),
            $crate::diagnostic::Family::$family,
            $crate::diagnostic::Severity::$severity,
            $crate::diagnostic::Text::fixed($zh, $en),
        )
        $(.$word($(&[$($other),+])?))*
    };
}
pub(crate) use rule;
