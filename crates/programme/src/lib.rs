//! A training programme as data, and its checks.
