//! The pages of notices: the versions with the form of the next one, and one version in the three languages.

use ::store::{Once, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::{Arg, Lang};

use super::{Notice, NoticeTexts, TEXT, store};
use crate::law::web::{once, unsent};

const LIST: &str = "/law/notices";
/// How many versions the list shows: a centre publishes one or two a year.
const MOST: usize = 100;

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new().page(LIST, list).post(LIST, create).page("/law/notices/{version}", read).with_state(web)
}

#[derive(Template)]
#[template(path = "law/notices/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Notice>,
    form: Form,
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let kept = unsent(&web, &visitor, LIST).await?;
    let restored = kept.is_some();
    let none_yet = store::current_notice(web.store.read(), visitor.scope()).await?.is_none();
    let values = kept.unwrap_or_else(|| if none_yet { proposed() } else { Fields::default() });
    let mut shown = list_page(&web, &visitor, &values, &[]).await?;
    shown.form = shown.form.kept(restored);
    Page::show(&shown)
}

/// The form of the first notice begins with the proposed texts.
fn proposed() -> Fields {
    let NoticeTexts { fr, ar, en } = NoticeTexts::proposed();
    let mut values = Fields::default();
    [("fr", fr), ("ar", ar), ("en", en)].into_iter().for_each(|(field, text)| values.set(field, text));
    values
}

async fn list_page(web: &Web, visitor: &Visitor, values: &Fields, errors: &[FieldError]) -> Result<ListPage, WebError> {
    let talk = visitor.talk();
    let rows = store::all(web.store.read(), visitor.scope(), MOST).await?;
    let fields = vec![
        Field::area(talk, "fr", "law-notice-fr", 6).in_language("fr").required(talk).hint(talk, "law-notice-hint"),
        Field::area(talk, "ar", "law-notice-ar", 6).in_language("ar").required(talk),
        Field::area(talk, "en", "law-notice-en", 6).in_language("en").required(talk),
    ];
    let form = Form::new(talk, LIST, LIST, "law-notice-publish")
        .fields(fields, values, errors)
        .hidden("once", once(web, values));
    let page = Page::new(web, visitor, "law-notices-title").await?.under("/law").wrong(form.is_wrong());
    Ok(ListPage { page, rows, form })
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let mut check = Check::new(&fields);
    let mut text = |field| {
        let text = check.text(field, TEXT);
        if text.is_empty() {
            check.wrong(field, "law-error-notice");
        }
        text
    };
    let texts = NoticeTexts { fr: text("fr"), ar: text("ar"), en: text("en") };
    if !check.errors.is_empty() {
        return Page::show_wrong(&list_page(&web, &visitor, &fields, &check.errors).await?);
    }
    let change = web.store.begin(visitor.scope()).await?;
    if spend(&change, fields.get("once"), LIST).await? == Once::First {
        store::publish(&change, &texts).await?;
        change.commit().await?;
    } else {
        drop(change);
    }
    drafts::forget(&web, &visitor, LIST).await?;
    sessions::tell(&web, &visitor, "law-notice-published").await?;
    Ok(see_other(LIST))
}

#[derive(Template)]
#[template(path = "law/notices/notice.html")]
struct NoticePage {
    page: Page,
    notice: Notice,
    langs: [Lang; 3],
    may_keep: bool,
}

impl NoticePage {
    fn lines(&self, lang: &Lang) -> impl Iterator<Item = &str> {
        self.notice.text(*lang).lines().filter(|line| !line.trim().is_empty())
    }
}

/// One version, the language of the page first.
async fn read(State(web): State<Web>, visitor: Visitor, Path(version): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let version = version.parse().map_err(|_| WebError::NotFound)?;
    let notice = store::get(web.store.read(), visitor.scope(), version).await?;
    let talk = visitor.talk();
    let title = talk.with("law-notice-version", &[("version", Arg::from(version))]);
    let mut langs = Lang::ALL;
    langs.sort_by_key(|lang| *lang != talk.lang);
    let may_keep = visitor.may(Habilitation::KeepLaw).is_ok();
    let page = Page::titled(&web, &visitor, title).await?.under("/law").document();
    Page::show(&NoticePage { page, notice, langs, may_keep })
}
