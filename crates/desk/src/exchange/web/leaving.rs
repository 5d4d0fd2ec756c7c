//! What leaves as a file: exports, and the refused lines of an import.

use std::io;

use ::web::{Answer, Field, FieldError, Fields, Habilitation, Page, Visitor, Web, WebError, see_other};
use askama::Template;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use tokio::sync::mpsc;

use super::{ExchangeError, Room, id_of, store};
use crate::clients::{Filter, filter_fields, filter_values, in_words, is_parameter, terms};
use crate::exchange::export::{self, Format, Pipe, Wanted};
use crate::exchange::write_refused;
use crate::segments;

#[derive(Template)]
#[template(path = "exchange/exports.html")]
struct ExportPage {
    page: Page,
    /// Which files, in words.
    words: String,
    /// The form and, when there are any, the segments.
    fields: Vec<Field>,
    filter: Vec<Field>,
    wrong: Vec<(String, String)>,
    /// True when the filter stands open.
    open: bool,
}

/// What an address asks to export: the filter that stands in it, or a segment.
async fn asked_of(web: &Web, visitor: &Visitor, fields: &Fields) -> Result<Result<Filter, Vec<FieldError>>, WebError> {
    let segment = fields.get("segment");
    let wrong = |key| vec![FieldError { field: "segment".to_owned(), key, args: vec![] }];
    Ok(match (Filter::read(fields), segment) {
        (read, "") => read,
        (Ok(filter), _) if !filter.is_empty() => Err(wrong("exchange-error-both")),
        (Err(errors), _) => Err(errors),
        (Ok(_), segment) => {
            let all = segments::all(web.store.read(), visitor.scope()).await?;
            match all.iter().find(|one| one.id.to_string() == segment) {
                Some(one) => Filter::parse(&one.query).map_err(|_| wrong("segments-unreadable")),
                None => Err(wrong("frame-error-choice")),
            }
        }
    })
}

/// The form of an export, filled with the filter of the address: that of the list, when one comes from there.
pub(super) async fn exports(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ExportClients)?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let read = asked_of(&web, &visitor, &fields).await?;
    let errors = read.as_ref().err().cloned().unwrap_or_default();
    let filter = read.unwrap_or_default();
    let (talk, scope) = (visitor.talk(), visitor.scope());
    let terms = terms(web.store.read(), &visitor).await?;
    let typed = if errors.is_empty() && fields.get("segment").is_empty() {
        filter_values(talk, &filter)
    } else {
        fields.clone()
    };
    let formats = [("csv", "exchange-csv"), ("xlsx", "exchange-xlsx"), ("vcf", "exchange-vcard")];
    let formats = formats.map(|(code, key)| (code.to_owned(), talk.t(key).into_owned())).to_vec();
    let mut shown = vec![Field::select(talk, "format", "exchange-format", formats)];
    let kept = match visitor.may(Habilitation::UseSegments) {
        Ok(()) => segments::all(web.store.read(), scope).await?,
        Err(_) => vec![],
    };
    if !kept.is_empty() {
        let none = (String::new(), talk.t("exchange-no-segment").into_owned());
        let all = std::iter::once(none).chain(kept.into_iter().map(|one| (one.id.to_string(), one.name))).collect();
        shown.push(Field::select(talk, "segment", "exchange-segment", all).hint(talk, "exchange-segment-hint"));
    }
    let filled = |all: Vec<Field>, values: &Fields| -> Vec<Field> {
        all.into_iter().map(|field| field.filled(talk, values, &errors)).collect()
    };
    let page = Page::new(&web, &visitor, "exchange-export-title").await?.under("/clients").wrong(!errors.is_empty());
    let shown = ExportPage {
        words: in_words(talk, &filter, &terms),
        fields: filled(shown, &fields),
        filter: filled(filter_fields(talk, &terms, &typed), &typed),
        wrong: errors.iter().map(|error| (format!("f-{}", error.field), talk.with(error.key, &error.args))).collect(),
        open: errors.iter().any(|error| is_parameter(&error.field)),
        page,
    };
    if errors.is_empty() { Page::show(&shown) } else { Page::show_wrong(&shown) }
}

/// The files that a filter or a segment leaves, as a stream. What cannot be read leads back to the form, which says why.
pub(super) async fn export(State(room): State<Room>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ExportClients)?;
    let query = query.unwrap_or_default();
    let asked = Fields::parse(query.as_bytes());
    let Ok(filter) = asked_of(&room.web, &visitor, &asked).await? else {
        return Ok(see_other(&format!("/exports?{query}")));
    };
    let format = Format::parse(asked.get("format")).unwrap_or(Format::Csv);
    let wanted = Wanted { filter, lang: visitor.preferences.language, format };
    let (store, scope) = (room.web.store, visitor.scope());
    let name = format!("clients.{}", format.extension());
    streamed(&name, format, move |pipe| async move { export::write(&store, scope, &wanted, pipe).await })
}

/// The refused lines of an import with the reason, as the file gave them, to be corrected and brought in again.
pub(super) async fn refusals(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (store, scope, talk) = (room.web.store, visitor.scope(), visitor.talk());
    let import = store::get(store.read(), scope, id_of(&id)?).await?;
    let name = format!("refus-{}.csv", import.id.0);
    streamed(&name, Format::Csv, move |pipe| async move { write_refused(&store, scope, import.id, talk, pipe).await })
}

/// A file that is handed over while it is written. It breaks off with what writes it, so that a part is not taken for the whole.
fn streamed<F>(name: &str, format: Format, write: impl FnOnce(Pipe) -> F) -> Answer
where
    F: Future<Output = Result<u64, ExchangeError>> + Send + 'static,
{
    let (sender, mut body) = mpsc::channel(4);
    let (broken, written) = (sender.clone(), write(Pipe(sender)));
    tokio::spawn(async move {
        if let Err(error) = written.await {
            tracing::warn!(%error, "a download has stopped");
            let _gone = broken.send(Err(io::Error::other("the download has stopped"))).await;
        }
    });
    let stream = futures_util::stream::poll_fn(move |context| body.poll_recv(context));
    let headers = [
        (header::CONTENT_TYPE, format.media().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, Body::from_stream(stream)).into_response())
}
