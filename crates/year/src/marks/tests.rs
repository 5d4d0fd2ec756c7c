//! Marks: what is typed, what is computed, and two people at once.

mod entering;
mod rules;
