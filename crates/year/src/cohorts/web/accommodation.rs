//! What was granted to a trainee. Few open it, and each opening is written down.

use ::store::{Entry, StoreError};
use ::web::preferences::Preferences;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use axum::extract::{Path, State};

use super::PLACE;
use crate::cohorts::TEXT;
use crate::cohorts::store::{self, Granted, Trainee};
use crate::common::{FormPage, id_of, school};

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    trainee: &Trainee,
    version: i64,
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let means = [
        ("speech", "preferences-means-speech"),
        ("braille", "preferences-means-braille"),
        ("magnifier", "preferences-means-magnifier"),
    ];
    let means = means.map(|(code, key)| (code.to_owned(), talk.t(key).into_owned())).to_vec();
    let factors = Preferences::FACTORS.map(|factor| (factor.to_string(), format!("× {factor}"))).to_vec();
    let fields = vec![
        Field::boxes(talk, "means", "cohorts-means", means),
        Field::radio(talk, "factor", "cohorts-factor", factors).required(talk).hint(talk, "cohorts-hint-factor"),
        Field::area(talk, "documents", "cohorts-documents", 3).hint(talk, "cohorts-hint-documents"),
        Field::area(talk, "remark", "cohorts-remark", 3).hint(talk, "cohorts-hint-remark"),
    ];
    let place = format!("/year/trainees/{}/accommodation", trainee.id);
    let form = Form::new(talk, &*place, &*place, "cohorts-save")
        .fields(fields, values, errors)
        .hidden("version", version.to_string());
    let page = Page::new(web, visitor, "cohorts-accommodation").await?.under(PLACE).wrong(form.is_wrong());
    let name = trainee.filed(visitor.preferences.script);
    let links = vec![(format!("/year/trainees/{}", trainee.id), name)];
    Ok(FormPage { page, links, about: talk.t("cohorts-accommodation-text").into_owned(), form })
}

/// The form, filled with what stands; the journal keeps who opened it.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadAccommodations)?;
    let db = web.store.read();
    let trainee = store::trainee(db, id_of(&id)?).await?;
    let own = store::accommodation(db, trainee.id).await?.unwrap_or(Granted { factor: 1.0, ..Granted::default() });
    web.store.note(school(&visitor), Entry::new("accommodation.opened", "trainee", trainee.id)).await?;
    let mut values = Fields::default();
    let means = own.means.split('+').filter(|own| !own.is_empty());
    values.0.extend(means.map(|own| ("means".to_owned(), own.to_owned())));
    values.set("factor", own.factor.to_string());
    values.set("documents", own.documents);
    values.set("remark", own.remark);
    Page::show(&form_page(&web, &visitor, &trainee, own.version, &values, &[]).await?)
}

/// Keeps what was granted.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::ReadAccommodations)?;
    let trainee = store::trainee(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let factor = check.choice("factor", &["1", "1.5", "2", "3"], "cohorts-error-factor");
    let documents = check.text("documents", TEXT);
    let remark = check.text("remark", TEXT);
    let means: Vec<&str> =
        Preferences::MEANS.into_iter().filter(|mean| fields.each("means").any(|own| own == *mean)).collect();
    let mut version = fields.get("version").parse().unwrap_or(0);
    let mut errors = check.errors;
    if errors.is_empty() {
        let new = Granted { means: means.join("+"), factor: factor.parse().unwrap_or(1.0), documents, remark, version };
        let change = web.store.begin(school(&visitor)).await?;
        match store::keep_accommodation(&change, trainee.id, trainee.account_id, &new).await {
            Ok(()) => {
                change.commit().await?;
                sessions::tell(&web, &visitor, "cohorts-saved").await?;
                return Ok(see_other(&format!("/year/trainees/{}", trainee.id)));
            }
            Err(StoreError::Stale) => {
                drop(change);
                version = store::accommodation(web.store.read(), trainee.id).await?.map_or(0, |own| own.version);
                errors.push(FieldError { field: "factor".to_owned(), key: "cohorts-error-stale", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&form_page(&web, &visitor, &trainee, version, &fields, &errors).await?)
}
