//! The pages of purposes: the list, and the form of one.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Talk;

use super::{Basis, Purpose, PurposeId, read, store, typed};
use crate::law::web::{FormPage, Shown, once, today, unsent, yes_no};

const LIST: &str = "/law/purposes";
const NEW: &str = "/law/purposes/new";

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(LIST, list)
        .post(LIST, create)
        .page(NEW, blank)
        .post("/law/purposes/proposals", propose)
        .page("/law/purposes/{id}", open)
        .post("/law/purposes/{id}", save)
        .with_state(web)
}

#[derive(Template)]
#[template(path = "law/purposes/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Purpose>,
    once: String,
}

impl ListPage {
    fn name<'a>(&self, row: &'a Purpose) -> &'a str {
        row.name(self.page.talk.lang)
    }

    fn until(&self, row: &Purpose) -> String {
        row.data.until.map_or_else(String::new, |day| day.shown())
    }

    fn needs(&self, row: &Purpose) -> &'static str {
        if row.data.needs_consent { "law-yes" } else { "law-no" }
    }
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let rows = store::purposes(web.store.read(), visitor.scope()).await?;
    let page = Page::new(&web, &visitor, "law-purposes-title").await?.under("/law").document();
    Page::show(&ListPage { page, rows, once: web.chance.token(16) })
}

/// Gives the centre the proposed list.
async fn propose(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let change = web.store.begin(visitor.scope()).await?;
    store::seed(&change, today(&web)).await?;
    match spend(&change, fields.get("once"), LIST).await? {
        Once::First => match change.commit().await {
            Ok(()) | Err(StoreError::Unjournaled) => {}
            Err(error) => return Err(error.into()),
        },
        Once::Again(_) => drop(change),
    }
    sessions::tell(&web, &visitor, "law-purposes-proposed").await?;
    Ok(see_other(LIST))
}

/// The form; `code` stands in it for a new purpose only.
fn form(talk: Talk, place: &str, action: &str, values: &Fields, errors: &[FieldError], restored: bool) -> Form {
    let mut fields = vec![
        Field::line(talk, "fr", "law-name-fr").in_language("fr").required(talk).hint(talk, "law-name-hint"),
        Field::line(talk, "ar", "law-name-ar").in_language("ar").required(talk),
        Field::line(talk, "en", "law-name-en").in_language("en").required(talk),
        Field::radio(talk, "needs_consent", "law-needs-consent", yes_no(talk)),
        Field::radio(talk, "prospecting", "law-prospecting", yes_no(talk)).hint(talk, "law-prospecting-hint"),
        Field::select(talk, "basis", "law-basis", Basis::options(talk)),
        Field::line(talk, "article", "law-article").required(talk).hint(talk, "law-article-hint"),
        Field::line(talk, "since", "law-since").required(talk).hint(talk, "law-day-hint"),
        Field::line(talk, "until", "law-until").hint(talk, "law-until-hint"),
        Field::line(talk, "months", "law-months").hint(talk, "law-months-hint"),
    ];
    if place == NEW {
        fields.insert(0, Field::line(talk, "code", "law-code").required(talk).hint(talk, "law-code-hint").exact());
    }
    let form = Form::new(talk, action, place, "law-purposes-save").fields(fields, values, errors);
    let form = ["version", "once"].into_iter().fold(form, |form, name| form.hidden(name, values.get(name)));
    form.kept(restored)
}

async fn form_page(web: &Web, visitor: &Visitor, title: &str, form: Form) -> Result<FormPage, WebError> {
    let page = Page::new(web, visitor, title).await?.under("/law").wrong(form.is_wrong());
    let talk = visitor.talk();
    let back = (LIST.to_owned(), Shown::new(talk.t("law-purposes-title"), talk));
    Ok(FormPage { page, back, notes: vec![], form })
}

async fn blank(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let kept = unsent(&web, &visitor, NEW).await?;
    let restored = kept.is_some();
    let mut values = kept.unwrap_or_else(|| {
        let first = [("needs_consent", "yes"), ("prospecting", "no"), ("basis", "consent")];
        let mut values = Fields::default();
        first.iter().for_each(|(field, value)| values.set(field, *value));
        values.set("since", today(&web).shown());
        values
    });
    values.set("once", once(&web, &values));
    let form = form(visitor.talk(), NEW, LIST, &values, &[], restored);
    Page::show(&form_page(&web, &visitor, "law-purposes-new", form).await?)
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let code = fields.get("code").trim().to_owned();
    let named = (1..=30).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let wrong = |key| FieldError { field: "code".to_owned(), key, args: vec![] };
    let (data, mut errors) = match read(&fields) {
        Ok(data) => (Some(data), vec![]),
        Err(errors) => (None, errors),
    };
    if !named {
        errors.insert(0, wrong("law-error-code"));
    }
    if let (Some(data), true) = (data, errors.is_empty()) {
        let change = web.store.begin(visitor.scope()).await?;
        if let Once::Again(_) = spend(&change, fields.get("once"), LIST).await? {
            return Ok(see_other(LIST));
        }
        match store::insert(&change, &code, &data).await {
            Ok(_) => {
                change.commit().await?;
                return saved(&web, &visitor, NEW).await;
            }
            Err(StoreError::Duplicate(_)) => {
                drop(change);
                errors.push(wrong("law-error-code-taken"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let form = form(visitor.talk(), NEW, LIST, &fields, &errors, false);
    Page::show_wrong(&form_page(&web, &visitor, "law-purposes-new", form).await?)
}

async fn saved(web: &Web, visitor: &Visitor, place: &str) -> Answer {
    drafts::forget(web, visitor, place).await?;
    sessions::tell(web, visitor, "law-purposes-saved").await?;
    Ok(see_other(LIST))
}

fn id_of(text: &str) -> Result<PurposeId, WebError> {
    text.parse().map(PurposeId).map_err(|_| WebError::NotFound)
}

async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let purpose = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let place = format!("{LIST}/{}", purpose.id.0);
    let kept = drafts::draft(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let form = form(visitor.talk(), &place, &place, &kept.unwrap_or_else(|| typed(&purpose)), &[], restored);
    Page::show(&form_page(&web, &visitor, "law-purposes-edit", form).await?)
}

/// Saves a purpose. When somebody else changed it meanwhile the form comes again with what was typed.
async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, mut fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let id = id_of(&id)?;
    let place = format!("{LIST}/{}", id.0);
    let errors = match read(&fields) {
        Ok(data) => {
            let change = web.store.begin(visitor.scope()).await?;
            match store::update(&change, id, fields.get("version").parse().unwrap_or(0), &data).await {
                Ok(()) => {
                    change.commit().await?;
                    return saved(&web, &visitor, &place).await;
                }
                Err(StoreError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
            drop(change);
            let now = store::get(web.store.read(), visitor.scope(), id).await?;
            fields.set("version", now.version.to_string());
            vec![FieldError { field: "fr".to_owned(), key: "law-error-overtaken", args: vec![] }]
        }
        Err(errors) => errors,
    };
    store::get(web.store.read(), visitor.scope(), id).await?;
    let form = form(visitor.talk(), &place, &place, &fields, &errors, false);
    Page::show_wrong(&form_page(&web, &visitor, "law-purposes-edit", form).await?)
}
