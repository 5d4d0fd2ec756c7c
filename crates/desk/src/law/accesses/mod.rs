//! Accesses: who opened which file, when and why. They are read from the journal, where opening a file leaves a line before
//! the page is shown.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub(super) use self::web::routes;

/// Where a page of accesses begins: the moment and the number of the last line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct After {
    at: i64,
    id: i64,
}

impl After {
    /// Before every line: the newest come first.
    const NEWEST: Self = Self { at: i64::MAX, id: i64::MAX };

    /// Reads what stands in an address: `at.id`.
    fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        Some(Self { at: at.parse().ok()?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.at, self.id)
    }
}

/// What is asked of the accesses of a centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    /// One person only.
    actor: Option<i64>,
    /// One file only.
    client: Option<i64>,
    /// From this moment on, in milliseconds.
    from: i64,
    /// Before this moment, in milliseconds.
    until: i64,
    /// The line after which the page begins.
    after: After,
}

impl Asked {
    /// Everything, the newest first.
    const ALL: Self = Self { actor: None, client: None, from: 0, until: i64::MAX, after: After::NEWEST };
}
