//! The Plateau program.
fn main() {}
