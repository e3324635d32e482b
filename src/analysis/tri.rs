//! Yes, no, or not known.

use std::ops::{BitAnd, BitOr, Not};

/// An answer that may be unknown. `&` and `|` know what one side decides alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tri {
    /// It is not so.
    No,
    /// It cannot be said.
    Unknown,
    /// It is so.
    Yes,
}

impl Tri {
    /// Whether all of some answers are yes: one no decides, else one unknown.
    pub fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().fold(Self::Yes, Self::bitand)
    }
}

impl From<bool> for Tri {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

impl From<Option<bool>> for Tri {
    fn from(answer: Option<bool>) -> Self {
        answer.map_or(Self::Unknown, Self::from)
    }
}

impl BitAnd for Tri {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.min(other)
    }
}

impl BitOr for Tri {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.max(other)
    }
}

impl Not for Tri {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Tri; 3] = [Tri::No, Tri::Unknown, Tri::Yes];

    /// What an answer may turn out to be.
    fn worlds(answer: Tri) -> &'static [bool] {
        match answer {
            Tri::No => &[false],
            Tri::Unknown => &[false, true],
            Tri::Yes => &[true],
        }
    }

    /// The answer that holds however the unknown turns out.
    fn in_every_world(a: Tri, b: Tri, of: fn(bool, bool) -> bool) -> Tri {
        let pairs = worlds(a)
            .iter()
            .flat_map(|a| worlds(b).iter().map(move |b| (*a, *b)));
        let outcomes: Vec<bool> = pairs.map(|(a, b)| of(a, b)).collect();
        let agree = outcomes.iter().all(|one| *one == outcomes[0]);
        agree.then_some(outcomes[0]).into()
    }

    #[test]
    fn what_is_decided_holds_in_every_world() {
        for a in ALL {
            for b in ALL {
                assert_eq!(
                    a & b,
                    in_every_world(a, b, |a, b| a && b),
                    "{a:?} and {b:?}"
                );
                assert_eq!(a | b, in_every_world(a, b, |a, b| a || b), "{a:?} or {b:?}");
                assert_eq!(!(a & b), !a | !b, "De Morgan: {a:?}, {b:?}");
            }
        }
        assert_eq!(Tri::all([]), Tri::Yes);
    }
}
