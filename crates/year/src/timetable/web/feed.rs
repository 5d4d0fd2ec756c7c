//! The calendar feed of a person: a secret link that a phone or a computer reads without signing in.

use ::store::AccountId;
use ::web::{Answer, Habilitation, Page, Role, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use words::Lang;

use super::PLACE;
use super::week::visits;
use crate::common::{school, today};
use crate::timetable::ics;
use crate::timetable::store::{self as own_store, Whose};

const FEED: &str = "/timetable/feed";
/// Random bytes of the secret: 256 bits.
const SECRET: usize = 32;
/// How many days before and after today a feed shows.
const BEFORE: i64 = 60;
const AFTER: i64 = 240;

#[derive(Template)]
#[template(path = "timetable/feed.html")]
struct FeedPage {
    page: Page,
    /// True when the person has sessions of their own.
    has_sessions: bool,
    /// When the open feed was made.
    since: Option<String>,
    /// The link, shown once.
    link: Option<String>,
}

/// Whose sessions the feed of an account holds.
async fn whose(web: &Web, account: AccountId) -> Result<Option<Whose>, WebError> {
    let db = web.store.read();
    if let Some(trainer) = own_store::trainer_of(db, account).await? {
        return Ok(Some(Whose::Trainer(trainer)));
    }
    Ok(own_store::sections_of(db, account).await?.first().copied().map(Whose::Section))
}

async fn page_of(web: &Web, visitor: &Visitor, link: Option<String>) -> Result<FeedPage, WebError> {
    let feed = own_store::feed_of(web.store.read(), visitor.account.id).await?;
    let page = Page::new(web, visitor, "timetable-feed").await?.under(PLACE);
    let has_sessions = whose(web, visitor.account.id).await?.is_some();
    Ok(FeedPage { since: feed.map(|feed| page.when(&feed.at)), has_sessions, link, page })
}

/// Whether there is a feed, and the buttons that make, renew and close it.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadTimetable)?;
    Page::show(&page_of(&web, &visitor, None).await?)
}

/// Makes a link, in place of an older one. It stands on the answer and nowhere else, so the answer is no redirect.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Answer {
    visitor.may(Habilitation::ReadTimetable)?;
    if whose(&web, visitor.account.id).await?.is_none() {
        return Ok(see_other(FEED));
    }
    let token = web.chance.token(SECRET);
    let change = web.store.begin(school(&visitor)).await?;
    own_store::open_feed(&change, visitor.account.id, &token, visitor.talk().lang.code()).await?;
    change.commit().await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if web.config.secure { "https" } else { "http" };
    let mut answer = Page::show(&page_of(&web, &visitor, Some(format!("{scheme}://{host}/feeds/{token}"))).await?)?;
    answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// Closes the feed: the link no longer works.
pub(super) async fn close(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadTimetable)?;
    let change = web.store.begin(school(&visitor)).await?;
    own_store::close_feed(&change, visitor.account.id).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "timetable-feed-closed").await?;
    Ok(see_other(FEED))
}

/// The sessions behind a secret, for programs that read calendars. Nobody signs in, and nothing is written.
pub(super) async fn read(State(web): State<Web>, Path(token): Path<String>, headers: HeaderMap) -> Answer {
    let db = web.store.read();
    let token = token.trim_end_matches(".ics");
    let feed = own_store::feed_by_token(db, token).await?.ok_or(WebError::NotFound)?;
    let (day, calendar) = (today(&web), own_store::calendar(db).await?);
    let (from, until) = (day.plus_days(-BEFORE).to_string(), day.plus_days(AFTER).to_string());
    let of = whose(&web, AccountId(feed.account_id)).await?;
    let lessons = match of {
        Some(of) => own_store::of_days(db, of, &from, &until).await?,
        None => vec![],
    };
    let visits = visits(&web, of, &from, &until).await?;
    let lang = Lang::ALL.into_iter().find(|lang| lang.code() == feed.lang).unwrap_or(Lang::Fr);
    let body = ics::written(lang, web.config.offset_minutes, &calendar, &lessons, &visits);
    let sum: String = Sha256::digest(body.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{sum}\"");
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned());
    let cache = (header::CACHE_CONTROL, "private, no-cache".to_owned());
    Ok(([kind, cache, (header::ETAG, tag)], body).into_response())
}

/// True for somebody whose sessions a feed may hold: the page of the week then leads to it.
pub(super) fn is_for(role: Role) -> bool {
    matches!(role, Role::Trainee | Role::Trainer)
}
