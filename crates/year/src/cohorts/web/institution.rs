//! The page of the institution: what stands on its papers, the logo too, and how the two people who follow an internship
//! are called.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::State;
use words::Talk;

use super::PLACE;
use crate::cohorts::store::{self, Institution, Logo};
use crate::cohorts::{NAME, TEXT};
use crate::common::school;

pub(super) const OWN: &str = "/year/institution";

#[derive(Template)]
#[template(path = "cohorts/institution.html")]
struct InstitutionPage {
    page: Page,
    form: Form,
    logo: Option<Logo>,
    /// Why a file that was sent is no logo.
    refused: Option<String>,
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    version: i64,
    values: &Fields,
    errors: &[FieldError],
) -> Result<InstitutionPage, WebError> {
    let talk = visitor.talk();
    let form = Form::new(talk, OWN, OWN, "cohorts-save").fields(fields(talk), values, errors);
    let form = form.hidden("version", version.to_string());
    let page = Page::new(web, visitor, "cohorts-institution").await?.under(PLACE).wrong(form.is_wrong());
    Ok(InstitutionPage { page, form, logo: store::kept_logo(web.store.read()).await?, refused: None })
}

/// The fields of the form: each text in both languages.
fn fields(talk: Talk) -> Vec<Field> {
    vec![
        Field::line(talk, "name_fr", "cohorts-name-fr").in_language("fr").required(talk),
        Field::line(talk, "name_ar", "cohorts-name-ar").in_language("ar").required(talk),
        Field::area(talk, "header_fr", "cohorts-header-fr", 3).in_language("fr").hint(talk, "cohorts-hint-header"),
        Field::area(talk, "header_ar", "cohorts-header-ar", 3).in_language("ar"),
        Field::line(talk, "promoter_fr", "cohorts-promoter-fr")
            .in_language("fr")
            .required(talk)
            .hint(talk, "cohorts-hint-promoter"),
        Field::line(talk, "promoter_ar", "cohorts-promoter-ar").in_language("ar").required(talk),
        Field::line(talk, "co_promoter_fr", "cohorts-co-promoter-fr")
            .in_language("fr")
            .required(talk)
            .hint(talk, "cohorts-hint-co-promoter"),
        Field::line(talk, "co_promoter_ar", "cohorts-co-promoter-ar").in_language("ar").required(talk),
    ]
}

/// The page, filled with what stands.
async fn standing(web: &Web, visitor: &Visitor) -> Result<InstitutionPage, WebError> {
    let own = store::institution(web.store.read()).await?;
    let values = [
        ("name_fr", &own.name_fr),
        ("name_ar", &own.name_ar),
        ("header_fr", &own.header_fr),
        ("header_ar", &own.header_ar),
        ("promoter_fr", &own.promoter_fr),
        ("promoter_ar", &own.promoter_ar),
        ("co_promoter_fr", &own.co_promoter_fr),
        ("co_promoter_ar", &own.co_promoter_ar),
    ];
    let values = Fields(values.map(|(name, value)| (name.to_owned(), value.clone())).to_vec());
    page_of(web, visitor, own.version, &values, &[]).await
}

/// The form, filled with what stands, and the logo.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    Page::show(&standing(&web, &visitor).await?)
}

/// The same page with the reason why a file is no logo, at its field.
pub(super) async fn refused(web: &Web, visitor: &Visitor, key: &'static str) -> Answer {
    let own = standing(web, visitor).await?;
    let refused = Some(visitor.talk().t(key).into_owned());
    Page::show_wrong(&InstitutionPage { page: own.page.wrong(true), refused, ..own })
}

fn read(fields: &Fields) -> Result<Institution, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let role = "cohorts-error-role";
    let read = Institution {
        name_fr: check.required("name_fr", NAME, "cohorts-error-institution"),
        name_ar: check.required("name_ar", NAME, "cohorts-error-institution"),
        header_fr: check.text("header_fr", TEXT),
        header_ar: check.text("header_ar", TEXT),
        promoter_fr: check.required("promoter_fr", 60, role),
        promoter_ar: check.required("promoter_ar", 60, role),
        co_promoter_fr: check.required("co_promoter_fr", 60, role),
        co_promoter_ar: check.required("co_promoter_ar", 60, role),
        version: fields.get("version").parse().unwrap_or(0),
    };
    if check.errors.is_empty() { Ok(read) } else { Err(check.errors) }
}

/// Saves the institution; two people at once are told.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let (errors, version) = match read(&fields) {
        Err(errors) => (errors, fields.get("version").parse().unwrap_or(0)),
        Ok(new) => {
            let change = web.store.begin(school(&visitor)).await?;
            match store::change_institution(&change, &new).await {
                Ok(()) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(PLACE));
                }
                Err(StoreError::Stale) => {
                    drop(change);
                    let error = FieldError { field: "name_fr".to_owned(), key: "cohorts-error-stale", args: vec![] };
                    (vec![error], store::institution(web.store.read()).await?.version)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    Page::show_wrong(&page_of(&web, &visitor, version, &fields, &errors).await?)
}
