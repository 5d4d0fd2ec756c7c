//! Drills as people take them: through the pages, on both engines.

mod bad_input;
mod bench;
mod handing_over;
mod taking;
