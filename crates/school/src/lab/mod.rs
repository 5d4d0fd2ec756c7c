//! The lab of module MC9: a command line to practise on, and checks of documents.

pub mod dos;
