//! Short lists of words: stored by code, read by text key.

/// An enum of words that stand in a column by their code and on a page by their text key.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$own:meta])* $variant:ident = $code:literal, $key:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$own])* $variant,)+ }

        impl $name {
            /// Every one, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their stored words, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stored word.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The text key of its name.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// Reads a stored word.
            pub fn parse(code: &str) -> Option<Self> {
                let at = Self::CODES.iter().position(|own| *own == code)?;
                Self::ALL.get(at).copied()
            }

            /// Codes and names, for a field that offers the choice.
            pub fn options(talk: words::Talk) -> Vec<(String, String)> {
                Self::ALL.iter().map(|one| (one.code().to_owned(), talk.t(one.key()).into_owned())).collect()
            }
        }
    };
}
pub(super) use coded;
