//! The braille edition of every page: `?braille=brf`, `?braille=pef` and `?braille=view`.
//!
//! A page is asked for as always, with the same habilitations and the same journal lines; what stands in its `main` becomes
//! a [`Sheet`](::braille::Sheet), and this a file for an embosser, or a page that shows the cells beside the print. A room
//! says with [`Page::document`](crate::Page::document) that a page is a document; the frame then offers the three.

mod controls;
mod reading;
mod tables;
mod tree;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use web::{editions, grade_key};

use unicode_normalization::UnicodeNormalization;

/// What a page is asked for as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Brf,
    Pef,
    View,
}

impl Format {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "brf" => Some(Self::Brf),
            "pef" => Some(Self::Pef),
            "view" => Some(Self::View),
            _ => None,
        }
    }
}

/// A title as the name of a file: in letters that every system keeps, and in its own.
fn file_names(title: &str) -> (String, String) {
    let joined = |text: String| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-").chars().take(60).collect::<String>()
    };
    let plain = joined(title.nfkd().filter(|c| c.is_ascii()).collect());
    let own = joined(title.nfc().collect());
    (
        if plain.is_empty() { "plateau".to_owned() } else { plain },
        if own.is_empty() { "plateau".to_owned() } else { own },
    )
}
