//! The script of a character, so that what has no braille is named.

/// A script, as far as it helps a person to find what could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Writing {
    /// Latin letters that no table of ours knows.
    Latin,
    /// Arabic letters of other languages than Arabic.
    Arabic,
    /// Tifinagh, in which Tamazight is written.
    Tifinagh,
    /// Greek.
    Greek,
    /// Cyrillic.
    Cyrillic,
    /// Hebrew.
    Hebrew,
    /// Chinese, Japanese and Korean.
    EastAsian,
    /// A control character.
    Control,
    /// A sign: arrow, picture, mathematics.
    Sign,
    /// Another script.
    Other,
}

impl Writing {
    /// The script of a character.
    #[must_use]
    pub fn of(c: char) -> Self {
        match u32::from(c) {
            _ if c.is_control() => Self::Control,
            _ if !c.is_alphanumeric() => Self::Sign,
            0x0041..=0x024F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F => Self::Latin,
            0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => Self::Arabic,
            0x2D30..=0x2D7F => Self::Tifinagh,
            0x0370..=0x03FF | 0x1F00..=0x1FFF => Self::Greek,
            0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Self::Cyrillic,
            0x0590..=0x05FF | 0xFB1D..=0xFB4F => Self::Hebrew,
            0x1100..=0x11FF | 0x3040..=0x9FFF | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => {
                Self::EastAsian
            }
            _ => Self::Other,
        }
    }
}
