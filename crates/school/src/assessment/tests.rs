//! From what happened in an attempt to what a person decides, on both engines and through the real desk.

mod day;
mod house;
mod review;
mod rules;
mod traces;
