//! Personal names in two scripts and phone numbers: folding, keys, matching.
