//! PLAN → RESOLVED. Takes a plan, gives where each of its references leads, the work
//! calendar, and the recurrences unrolled; never judges.

mod calendar;
mod length;
mod lookup;
mod network;
mod recurrence;
mod references;
mod resolved;
mod settle;

pub use calendar::WorkCalendar;
pub use lookup::{Ambiguous, End, ItemRef, To};
pub(crate) use network::Network;
pub use recurrence::{cycle, occurrences, printed};
pub use references::{Reference, References};
pub use resolved::{OwnedBy, Resolved, TargetPeriod, resolve};
pub use settle::{Unsettled, settle, when};
