//! Drawings as lists of shapes. All geometry is in tenths of a unit, integers; one unit
//! is one CSS pixel when the sheet is 170 mm wide.

use std::fmt;

use serde::{Serialize, Serializer};

/// Width of every drawing, in tenths of a unit.
pub(super) const WIDTH: i32 = 6_400;

/// A length or a place, in tenths of a unit; written as `12.3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Length(pub(super) i32);

impl fmt::Display for Length {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, tenths) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match tenths % 10 {
            0 => write!(formatter, "{sign}{}", tenths / 10),
            part => write!(formatter, "{sign}{}.{part}", tenths / 10),
        }
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where a text stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::render) enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// One shape. The style sheet knows the classes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(in crate::render) enum Shape {
    /// A rectangle.
    Rect {
        /// Class of the style sheet.
        class: &'static str,
        /// Left edge.
        x: Length,
        /// Upper edge.
        y: Length,
        /// Width.
        width: Length,
        /// Height.
        height: Length,
    },
    /// A path.
    Path {
        /// Class of the style sheet.
        class: &'static str,
        /// Its data.
        d: String,
    },
    /// A circle.
    Circle {
        /// Class of the style sheet.
        class: &'static str,
        /// Centre.
        x: Length,
        /// Centre.
        y: Length,
        /// Radius.
        r: Length,
    },
    /// A text.
    Text {
        /// Class of the style sheet.
        class: &'static str,
        /// Its place.
        x: Length,
        /// Its base line.
        y: Length,
        /// Where it stands to its place.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::render) struct Drawing {
    /// Unique in the document.
    pub id: String,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
    /// What it is, for those who do not see it.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Its shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A drawing in the making; lengths are tenths of a unit.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    shapes: Vec<Shape>,
}

impl Canvas {
    pub(super) fn rect(
        &mut self,
        class: &'static str,
        (x, y): (i32, i32),
        (width, height): (i32, i32),
    ) {
        let (x, y, width, height) = (Length(x), Length(y), Length(width.max(0)), Length(height));
        self.shapes.push(Shape::Rect {
            class,
            x,
            y,
            width,
            height,
        });
    }

    pub(super) fn path(&mut self, class: &'static str, d: String) {
        self.shapes.push(Shape::Path { class, d });
    }

    pub(super) fn circle(&mut self, class: &'static str, (x, y): (i32, i32), r: i32) {
        self.shapes.push(Shape::Circle {
            class,
            x: Length(x),
            y: Length(y),
            r: Length(r),
        });
    }

    pub(super) fn text(
        &mut self,
        class: &'static str,
        (x, y): (i32, i32),
        anchor: Anchor,
        text: impl Into<String>,
    ) {
        self.shapes.push(Shape::Text {
            class,
            x: Length(x),
            y: Length(y),
            anchor,
            text: text.into(),
        });
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &'static str, (x1, y1): (i32, i32), (x2, y2): (i32, i32)) {
        self.path(
            class,
            format!(
                "M{} {}L{} {}",
                Length(x1),
                Length(y1),
                Length(x2),
                Length(y2)
            ),
        );
    }

    /// A closed figure through some points.
    pub(super) fn polygon(&mut self, class: &'static str, points: &[(i32, i32)]) {
        let corners: Vec<_> = points
            .iter()
            .map(|(x, y)| format!("{} {}", Length(*x), Length(*y)))
            .collect();
        self.path(class, format!("M{}Z", corners.join("L")));
    }

    /// A square on its corner.
    pub(super) fn diamond(&mut self, class: &'static str, (x, y): (i32, i32), size: i32) {
        self.polygon(
            class,
            &[(x, y - size), (x + size, y), (x, y + size), (x - size, y)],
        );
    }

    /// Puts other shapes above these.
    pub(super) fn append(&mut self, above: Self) {
        self.shapes.extend(above.shapes);
    }

    pub(super) fn finish(
        self,
        id: String,
        height: i32,
        title: String,
        description: String,
    ) -> Drawing {
        Drawing {
            id,
            width: Length(WIDTH),
            height: Length(height),
            title,
            description,
            shapes: self.shapes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_short() {
        assert_eq!(
            [Length(120), Length(123), Length(-5), Length(0)].map(|length| length.to_string()),
            ["12", "12.3", "-0.5", "0"]
        );
    }
}
