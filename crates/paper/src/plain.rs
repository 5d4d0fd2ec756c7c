//! The text of a sentence that was written for a page.

/// What a sentence of HTML says. Elements go; what they keep apart from its surroundings (`<bdi>`) stays apart, by the
/// characters that Unicode has for it.
pub fn plain(html: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(html.len()), html);
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        let Some(length) = length(&rest[at..]) else {
            out.push_str(&rest[at..=at]);
            rest = &rest[at + 1..];
            continue;
        };
        let (mark, after) = rest[at..].split_at(length);
        rest = after;
        match mark {
            "</bdi>" => out.push('\u{2069}'),
            _ if mark.starts_with("<bdi") => {
                out.push(if mark.contains("ltr") { '\u{2066}' } else { '\u{2068}' });
            }
            _ if mark.starts_with('<') => {}
            _ => out.push_str(entity(mark)),
        }
    }
    out.push_str(rest);
    out
}

/// How long the element or the entity is with which a text begins, in bytes; `None` when it is neither.
fn length(text: &str) -> Option<usize> {
    if text.starts_with('&') {
        return text
            .find(';')
            .filter(|end| text[1..*end].chars().all(|c| c == '#' || c.is_ascii_alphanumeric()))
            .map(|end| end + 1);
    }
    let named = text[1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic());
    text.find('>').filter(|_| named).map(|end| end + 1)
}

/// The character of an entity; one that is not known stays as it is.
fn entity(mark: &str) -> &str {
    match mark {
        "&amp;" | "&#38;" => "&",
        "&lt;" | "&#60;" => "<",
        "&gt;" | "&#62;" => ">",
        "&quot;" | "&#34;" => "\"",
        "&#39;" | "&#x27;" | "&apos;" => "'",
        "&nbsp;" | "&#160;" => "\u{a0}",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn elements_go_and_what_they_keep_apart_stays_apart() {
        assert_eq!(
            plain("<b>Amel</b> &amp; <bdi>كريم</bdi>, <bdi dir=\"ltr\">12/20</bdi>"),
            "Amel & \u{2068}كريم\u{2069}, \u{2066}12/20\u{2069}"
        );
    }

    #[test]
    fn what_is_no_element_stays() {
        assert_eq!(plain("1 < 2 & 3"), "1 < 2 & 3");
        assert_eq!(plain("a &unknown; b"), "a &unknown; b");
        assert_eq!(plain("a &lt;b&gt;"), "a <b>");
    }
}
