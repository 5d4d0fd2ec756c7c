//! The pages of the programme.
