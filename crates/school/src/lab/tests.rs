//! The lab, visited as a browser does.

mod commands;
mod documents;
mod house;
mod keys;
mod mangled;
