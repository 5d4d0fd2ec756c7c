//! Reading a form out of a page, to send it back as a person would.

/// The names and values of the form that posts to `action`, as the page shows them.
///
/// Reads what the project's own form template writes: quoted attributes, `input`, `textarea` and `select`.
pub fn form(page: &str, action: &str) -> Option<Vec<(String, String)>> {
    let start = page.find(&format!("action=\"{action}\""))?;
    let form = &page[start..];
    let form = &form[..form.find("</form>")?];
    let mut fields = Vec::new();
    let mut rest = form;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let Some(end) = rest.find('>') else { break };
        let (tag, after) = (&rest[..end], &rest[end + 1..]);
        if let Some(field) = field(tag, after) {
            fields.push(field);
        }
        rest = after;
    }
    Some(fields)
}

fn field(tag: &str, after: &str) -> Option<(String, String)> {
    let value = match tag.split_whitespace().next()? {
        "input" => match attribute(tag, "type").as_deref() {
            Some("radio" | "checkbox") if !has(tag, "checked") => return None,
            _ => attribute(tag, "value").unwrap_or_default(),
        },
        // A line end that follows the tag belongs to the tag.
        "textarea" => plain(after[..after.find("</textarea>")?].trim_start_matches('\n')),
        "select" => {
            let options = after[..after.find("</select>")?].split("<option").skip(1);
            let options: Vec<&str> = options.filter_map(|option| option.split('>').next()).collect();
            let chosen = options.iter().find(|option| has(option, "selected")).or(options.first())?;
            attribute(chosen, "value")?
        }
        _ => return None,
    };
    Some((attribute(tag, "name")?, value))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let opening = format!(" {name}=\"");
    let at = tag.find(&opening)? + opening.len();
    let end = tag[at..].find('"')?;
    Some(plain(&tag[at..at + end]))
}

fn has(tag: &str, word: &str) -> bool {
    tag.split_whitespace().any(|part| part == word)
}

/// The characters behind the references that a template writes.
fn plain(text: &str) -> String {
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    let text = known.iter().fold(text.to_owned(), |text, (reference, c)| text.replace(reference, c));
    text.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<form method="post" action="/sign-out"><button>x</button></form>
<form method="post" action="/clients/7/edit" novalidate><input type="hidden" name="version" value="3">
<input id="f-name" name="name" type="text" value="O&#39;Benali &amp; fils">
<label><input type="radio" name="status" value="lead"></label><label><input type="radio" name="status" value="client" checked></label>
<select id="f-wilaya" name="wilaya"><option value="">–</option><option value="16" selected>Alger</option></select>
<textarea id="f-notes" name="notes" rows="4">
rappeler
lundi</textarea></form>"#;

    #[test]
    fn a_form_is_sent_back_as_the_page_showed_it() {
        let read = form(PAGE, "/clients/7/edit").unwrap();
        let expected = [
            ("version", "3"),
            ("name", "O'Benali & fils"),
            ("status", "client"),
            ("wilaya", "16"),
            ("notes", "rappeler\nlundi"),
        ];
        assert_eq!(read, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(form(PAGE, "/clients/8/edit"), None);
    }
}
