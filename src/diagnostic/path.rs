use std::fmt;

/// The item that something is about: `tasks.home-page`, or `plan`, which stands alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemPath {
    /// The word of its section, or the key of a table that stands alone.
    pub section: &'static str,
    /// Its id; nothing for a table that stands alone, and for a section as a whole.
    pub id: Option<Box<str>>,
    /// The tables inside it that lead to the one that is meant, outermost first: by what they
    /// are keyed, and the key.
    pub parts: Vec<(&'static str, Box<str>)>,
}

impl ItemPath {
    /// An item of a section.
    pub fn new(section: &'static str, id: &str) -> Self {
        let id = Some(id.into());
        let parts = Vec::new();
        Self { section, id, parts }
    }

    /// A table that stands alone, or a section as a whole.
    pub const fn alone(section: &'static str) -> Self {
        Self {
            section,
            id: None,
            parts: Vec::new(),
        }
    }

    /// A part of the item.
    pub fn part(mut self, keyed_by: &'static str, key: &str) -> Self {
        self.parts.push((keyed_by, key.into()));
        self
    }

    /// A field of the item.
    pub fn field(self, key: &'static str) -> FieldPath {
        FieldPath {
            item: self,
            keys: vec![key],
        }
    }
}

/// A field of an item: `store.scores.service`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath {
    /// The item.
    pub item: ItemPath,
    /// The keys that lead to the field, outermost first; none for the item itself.
    pub keys: Vec<&'static str>,
}

impl FieldPath {
    /// A field of the table in this field.
    pub fn below(mut self, key: &'static str) -> Self {
        self.keys.push(key);
        self
    }
}

impl From<ItemPath> for FieldPath {
    fn from(item: ItemPath) -> Self {
        let keys = Vec::new();
        Self { item, keys }
    }
}

impl fmt::Display for ItemPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.section)?;
        if let Some(id) = &self.id {
            write!(formatter, ".{id}")?;
        }
        let mut parts = self.parts.iter();
        parts.try_for_each(|(keyed_by, key)| write!(formatter, ".{keyed_by}.{key}"))
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.item.fmt(formatter)?;
        self.keys
            .iter()
            .try_for_each(|key| write!(formatter, ".{key}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_with_dots() {
        let score = ItemPath::alone("store").field("scores").below("service");
        assert_eq!(score.to_string(), "store.scores.service");
        let start = ItemPath::new("tasks", "首页").field("start");
        assert_eq!(start.to_string(), "tasks.首页.start");
        let month = ItemPath::new("targets", "2026-08");
        let part = month.part("stores", "douyin").field("revenue");
        assert_eq!(part.to_string(), "targets.2026-08.stores.douyin.revenue");
        assert_eq!(
            FieldPath::from(ItemPath::alone("campaigns")).to_string(),
            "campaigns"
        );
    }
}
