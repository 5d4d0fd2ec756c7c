use std::borrow::Cow;

use crate::encoding;

/// What stands before the colon of a property.
pub(super) struct Head<'a> {
    /// The name without its group: `TEL` of `item1.TEL`.
    pub name: &'a [u8],
    parameters: Vec<(&'a [u8], &'a [u8])>,
    value: usize,
}

impl<'a> Head<'a> {
    /// Cuts a property at its colon. Nothing without one.
    pub(super) fn of(line: &'a [u8]) -> Option<Head<'a>> {
        let colon = outside_quotes(line, b':')?;
        let mut rest = line.get(..colon)?;
        let mut parts = Vec::new();
        while let Some(at) = outside_quotes(rest, b';') {
            parts.push(rest.get(..at)?);
            rest = rest.get(at + 1..)?;
        }
        parts.push(rest);
        let whole = *parts.first()?;
        let name = whole.rsplit(|byte| *byte == b'.').next()?.trim_ascii();
        let is_name =
            !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let parameters = parts.iter().skip(1).map(|part| match part.iter().position(|byte| *byte == b'=') {
            Some(at) => {
                (part.get(..at).unwrap_or_default().trim_ascii(), part.get(at + 1..).unwrap_or_default().trim_ascii())
            }
            // Version 2.1 leaves the name of a parameter out: TEL;CELL:…
            None => (&b""[..], part.trim_ascii()),
        });
        is_name.then(|| Head { name, parameters: parameters.collect(), value: colon + 1 })
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &'a [u8]> {
        self.parameters
            .iter()
            .filter(move |(key, _)| key.eq_ignore_ascii_case(name.as_bytes()))
            .map(|(_, value)| *value)
    }

    fn says(&self, name: &str, value: &str) -> bool {
        self.values(name).chain(self.values("")).any(|said| said.eq_ignore_ascii_case(value.as_bytes()))
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.says("ENCODING", "QUOTED-PRINTABLE")
    }

    pub(super) fn is_base64(&self) -> bool {
        self.says("ENCODING", "BASE64") || self.says("ENCODING", "B")
    }

    /// The types of a number or an address in small letters: `cell,voice`. What says nothing about its use is left out.
    pub(super) fn types(&self) -> String {
        let mut types: Vec<String> = Vec::new();
        for value in self.values("TYPE").chain(self.values("")) {
            let value = String::from_utf8_lossy(value).replace('"', "").to_ascii_lowercase();
            for kind in value.split(',').map(str::trim) {
                let says_nothing =
                    matches!(kind, "" | "pref" | "internet" | "quoted-printable" | "base64" | "8bit" | "7bit");
                if !says_nothing && !types.iter().any(|known| known == kind) {
                    types.push(kind.to_owned());
                }
            }
        }
        types.join(",")
    }

    /// The rank of a property among its like: 1 is the preferred one.
    pub(super) fn preference(&self) -> u8 {
        let said =
            self.values("PREF").find_map(|value| std::str::from_utf8(value).ok()?.trim_matches('"').parse().ok());
        let is_first = self.values("TYPE").chain(self.values("")).any(|value| {
            value.split(|byte| matches!(byte, b',' | b'"')).any(|kind| kind.eq_ignore_ascii_case(b"pref"))
        });
        said.unwrap_or(if is_first { 1 } else { 101 })
    }

    /// The text of the value, still with its escapes.
    pub(super) fn text<'l>(&self, line: &'l [u8]) -> Cow<'l, str> {
        let raw = line.get(self.value..).unwrap_or_default();
        let bytes = if self.is_quoted() { Cow::Owned(unquoted(raw)) } else { Cow::Borrowed(raw) };
        let said = self.values("CHARSET").find_map(|value| encoding_rs::Encoding::for_label(value));
        match bytes {
            Cow::Borrowed(bytes) => decoded(bytes, said),
            Cow::Owned(bytes) => Cow::Owned(decoded(&bytes, said).into_owned()),
        }
    }
}

/// Text in the encoding that was said; without one, or if the bytes are not in it, in UTF-8 or that of a Windows.
fn decoded<'a>(bytes: &'a [u8], said: Option<&'static encoding_rs::Encoding>) -> Cow<'a, str> {
    if let Some(said) = said {
        let (text, is_wrong) = said.decode_without_bom_handling(bytes);
        if !is_wrong {
            return text;
        }
    }
    encoding::decode_all(bytes, encoding::guess(bytes))
}

fn outside_quotes(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut inside = false;
    bytes.iter().position(|byte| {
        inside ^= *byte == b'"';
        *byte == wanted && !inside
    })
}

/// Bytes of quoted-printable (RFC 2045, 6.7). What is no code stays as it is.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let code = raw.get(at + 1..at + 3).and_then(|code| std::str::from_utf8(code).ok());
        match code.filter(|_| *byte == b'=').and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(coded) => {
                bytes.push(coded);
                at += 3;
            }
            None => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

/// The parts of a value between the separators that are not escaped, with their escapes resolved.
///
/// In version 2.1 `\n` is no line end, only separators are escaped.
pub(super) fn parts(value: &str, separator: char, has_line_ends: bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        if letter == separator {
            parts.push(std::mem::take(&mut part));
        } else if letter == '\\' {
            match letters.next() {
                Some('n' | 'N') if has_line_ends => part.push('\n'),
                Some(escaped @ (',' | ';' | '\\' | ':')) => part.push(escaped),
                Some(other) => part.extend(['\\', other]),
                None => part.push('\\'),
            }
        } else {
            part.push(letter);
        }
    }
    parts.push(part);
    parts
}

/// A value that is one text.
pub(super) fn whole(value: &str, has_line_ends: bool) -> String {
    // No character is a separator here.
    parts(value, '\0', has_line_ends).concat().trim().replace("\r\n", "\n")
}
