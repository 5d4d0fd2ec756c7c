//! A file that came with a form.

use axum::body::{Body, Bytes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::{Fields, WebError};

/// The most fields of a form with a file.
const MOST_FIELDS: usize = 40;
/// The longest value of a field beside a file, in bytes.
const LONGEST_VALUE: usize = 256 * 1024;

/// The file of a form; the form has one at most. Without one the name and the bytes are empty.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The name that the browser gave, without folders; never used as the name of a file of ours.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

impl<S: Send + Sync> FromRequestParts<S> for Upload {
    type Rejection = WebError;

    /// Without a file (a form that was sent again after signing in carries none) it is empty: the page asks for it again.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// Reads `multipart/form-data`: the fields that were typed, and the first file. What cannot be read ends the form, and
/// what was read before it is kept.
pub(crate) async fn parse(body: Bytes, boundary: &str) -> (Fields, Upload) {
    let mut form = multer::Multipart::new(Body::from(body).into_data_stream(), boundary);
    let (mut fields, mut file) = (Fields::default(), None);
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.name().unwrap_or_default().to_owned();
        let sent = field.file_name().map(|path| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned());
        let Ok(bytes) = field.bytes().await else { break };
        match sent {
            Some(name) if file.is_none() => file = Some(Upload { name, bytes }),
            Some(_) => {}
            None if fields.0.len() < MOST_FIELDS && bytes.len() <= LONGEST_VALUE => {
                fields.0.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
            None => break,
        }
    }
    (fields, file.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(parts: &str) -> Bytes {
        Bytes::from(parts.replace('\n', "\r\n"))
    }

    #[tokio::test]
    async fn the_fields_and_the_first_file_are_read() {
        let body = form(
            "--b\nContent-Disposition: form-data; name=\"once\"\n\nabc\n--b\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\lettre.docx\"\n\nPK\n--b--\n",
        );
        let (fields, file) = parse(body, "b").await;
        assert_eq!(fields.get("once"), "abc");
        assert_eq!((file.name.as_str(), file.bytes.as_ref()), ("lettre.docx", b"PK".as_slice()));
    }

    #[tokio::test]
    async fn a_form_that_is_cut_off_keeps_what_was_typed_before() {
        let body = form(
            "--b\nContent-Disposition: form-data; name=\"note\"\n\nbonjour\n--b\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\n\nPK",
        );
        let (fields, file) = parse(body, "b").await;
        assert_eq!((fields.get("note"), file.bytes.is_empty()), ("bonjour", true));
    }
}
