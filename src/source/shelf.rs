use std::cell::OnceCell;
use std::path::PathBuf;

use super::{SourceFile, Sources};

/// The files of one plan while it is being read. Trees borrow from their texts, so a file
/// stays where it is once it has been put here, although more are still being found.
#[derive(Debug)]
pub struct Shelf {
    file: SourceFile,
    mended: OnceCell<String>,
    next: OnceCell<Box<Shelf>>,
}

impl Shelf {
    /// A shelf with the root plan, which has base 0.
    pub fn new(path: impl Into<PathBuf>, text: String) -> Self {
        Self::with(SourceFile::new(path, text, 0))
    }

    fn with(file: SourceFile) -> Self {
        Self {
            file,
            mended: OnceCell::new(),
            next: OnceCell::new(),
        }
    }

    /// The file at this place of the shelf.
    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    /// The text of this file with its broken statements taken out, kept for the tree.
    pub fn mend(&self, text: String) -> &str {
        self.mended.get_or_init(|| text)
    }

    /// Puts another file behind the last one, which is found fastest from itself.
    pub fn put(&self, path: PathBuf, text: String) -> &Self {
        let mut last = self;
        while let Some(next) = last.next.get() {
            last = next;
        }
        let file = SourceFile::new(path, text, last.file.end());
        last.next.get_or_init(|| Box::new(Self::with(file)))
    }

    /// All files, when no tree borrows from them any more.
    pub fn into_sources(self) -> Sources {
        let mut files = vec![self.file];
        let mut next = self.next.into_inner();
        while let Some(shelf) = next {
            files.push(shelf.file);
            next = shelf.next.into_inner();
        }
        Sources { files }
    }
}
