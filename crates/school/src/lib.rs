//! The school: programme pages, practice, assessment.
