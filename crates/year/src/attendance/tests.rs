//! Attendance, on both engines.

mod rules;
mod sheets;
