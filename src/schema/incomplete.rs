use crate::plan::Section;
use crate::plan::value::Id;

/// What had to be left out of a plan because it could not be read.
#[derive(Debug, Default)]
pub struct Incomplete {
    /// Items that were cut out; references to them are not dangling.
    pub items: Vec<(Section, Id)>,
    /// Sections of which something is missing, be it one field: what is counted, summed or
    /// found absent in them is unknown.
    pub sections: Vec<Section>,
    /// Sections of which whole items may be missing.
    pub cut: Vec<Section>,
    /// An included file could not be read: what is not known may stand there.
    pub files: bool,
}

impl Incomplete {
    /// Whether something of a section is missing.
    pub fn lacks(&self, section: Section) -> bool {
        self.files || self.sections.contains(&section)
    }

    /// Whether whole items of a section may be missing.
    pub fn lacks_items(&self, section: Section) -> bool {
        self.files || self.cut.contains(&section)
    }

    /// Whether nothing is missing at all.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && !self.files
    }
}
