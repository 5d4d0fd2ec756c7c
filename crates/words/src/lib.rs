//! Texts of the interface: Fluent messages, short forms, plurals, direction, script runs.
