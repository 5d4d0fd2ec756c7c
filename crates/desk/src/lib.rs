//! The desk: client files, scripts, calls.
