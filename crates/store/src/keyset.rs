//! Pages by key: "the 20 after this one", never a count over a big table.

/// How many lines a page of a list shows.
pub const PAGE: usize = 20;

/// One page of a list and the key where the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyset<T> {
    /// At most [`PAGE`] rows.
    pub rows: Vec<T>,
    /// The key of the last row when more follow.
    pub next: Option<i64>,
}

impl<T> Keyset<T> {
    /// Makes a page from up to `PAGE + 1` rows that a query read; `key` names the key of a row.
    pub fn of(mut rows: Vec<T>, key: impl Fn(&T) -> i64) -> Self {
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = if more { rows.last().map(key) } else { None };
        Self { rows, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_page_names_where_the_next_one_begins() {
        let page = Keyset::of((0..=PAGE as i64).collect(), |n| *n);
        assert_eq!((page.rows.len(), page.next), (PAGE, Some(PAGE as i64 - 1)));
    }

    #[test]
    fn the_last_page_has_no_next() {
        assert_eq!(Keyset::of(vec![7_i64], |n| *n).next, None);
    }
}
