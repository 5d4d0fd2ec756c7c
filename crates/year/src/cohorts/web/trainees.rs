//! Trainees: all of them, one with its history, and the form of one.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, Query, RawQuery, State};
use serde::Deserialize;

use super::sections::{Line, lines, unsorted};
use super::{PLACE, moves, name_fields, section_choices};
use crate::cohorts::search::{MOST, search};
use crate::cohorts::store::{self, Holder, Membership, Trainee};
use crate::cohorts::{NAMES, NewTrainee, State as Standing, read_trainee};
use crate::common::{FormPage, id_of, read_day, school, shown_day, today};

const LIST: &str = "/year/trainees";

/// The section that somebody new will be in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    section: Option<i64>,
}

/// The longest text that is looked for, in characters.
const TYPED: usize = 120;

#[derive(Template)]
#[template(path = "cohorts/trainees.html")]
struct TraineesPage {
    page: Page,
    form: Form,
    lines: Vec<Line>,
    /// True when only some were asked for.
    asked: bool,
    /// True when more fit than are shown.
    more: bool,
    /// Where the next page begins, as an address.
    next: Option<String>,
}

/// Every trainee in the order of the register, or those who fit a name, a number, a state, the likeliest first.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let (talk, db) = (visitor.talk(), web.store.read());
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut check = Check::new(&fields);
    let typed = check.line("q", TYPED);
    let state = Standing::ALL.into_iter().map(Standing::code).find(|code| *code == fields.get("state")).unwrap_or("");
    let mut states = vec![(String::new(), talk.t("cohorts-every-state").into_owned())];
    states.extend(Standing::ALL.map(|own| (own.code().to_owned(), talk.t(own.key()).into_owned())));
    let inputs = vec![
        Field::line(talk, "q", "cohorts-find").hint(talk, "cohorts-find-hint").of_type("search"),
        Field::select(talk, "state", "cohorts-state", states),
    ];
    let form = Form::search(talk, LIST, "cohorts-find-button").fields(inputs, &fields, &check.errors);
    let (found, next) = if !check.errors.is_empty() {
        (vec![], None)
    } else if typed.is_empty() {
        let page = store::list(db, fields.get("after").parse().unwrap_or(0), state).await?;
        (page.rows, page.next.map(|id| format!("{LIST}?state={state}&after={id}")))
    } else {
        (search(store::register(db, state).await?, &typed), None)
    };
    let asked = !typed.is_empty() || !state.is_empty();
    let more = !typed.is_empty() && found.len() > MOST;
    let found: Vec<Trainee> = if typed.is_empty() { found } else { found.into_iter().take(MOST).collect() };
    let lines = if typed.is_empty() { lines(&visitor, found) } else { unsorted(&visitor, found) };
    let page = Page::new(&web, &visitor, "cohorts-trainees").await?.under(PLACE).wrong(form.is_wrong());
    let shown = TraineesPage { page, form, lines, asked, more, next };
    if shown.page.wrong { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

struct ShownState {
    state: Standing,
    from: String,
    reason: String,
    who: String,
}

struct Stay {
    section_id: i64,
    section: String,
    promotion: String,
    from: String,
    until: String,
}

#[derive(Template)]
#[template(path = "cohorts/trainee.html")]
struct TraineePage {
    page: Page,
    trainee: Trainee,
    standing: Standing,
    other: Option<String>,
    birth: String,
    states: Vec<ShownState>,
    stays: Vec<Stay>,
    /// True when the person is in no section though they should be.
    nowhere: bool,
    may_keep: bool,
    may_accommodate: bool,
    state_form: Option<Form>,
    section_form: Option<Form>,
}

/// The page of one trainee, with what was typed in one of its forms: state, then section.
pub(super) async fn page_of(
    web: &Web,
    visitor: &Visitor,
    trainee: Trainee,
    typed: [(&Fields, &[FieldError]); 2],
) -> Result<String, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let (states, memberships) = tokio::try_join!(store::states(db, trainee.id), store::memberships(db, trainee.id))?;
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let now = memberships.iter().find(|own| own.until_on.is_empty());
    let state_form = if may_keep { moves::state_form(talk, &trainee, typed[0]) } else { None };
    let section_form = if may_keep && !trainee.state().leaves() {
        let choices = section_choices(web, None).await?;
        let others = choices.into_iter().filter(|(id, _)| now.is_none_or(|now| *id != now.section_id.to_string()));
        moves::section_form(talk, &trainee, others.collect(), typed[1])
    } else {
        None
    };
    let nowhere = now.is_none() && !trainee.state().leaves();
    let script = visitor.preferences.script;
    let wrong = [&state_form, &section_form].into_iter().flatten().any(Form::is_wrong);
    let page = Page::titled(web, visitor, trainee.filed(script)).await?.under(PLACE).document().wrong(wrong);
    let shown = |own: store::StateLine| ShownState {
        state: Standing::parse(&own.state).unwrap_or(Standing::Enrolled),
        from: shown_day(&own.from_on),
        reason: own.reason,
        who: own.who,
    };
    let stay = |own: Membership| Stay {
        section_id: own.section_id,
        section: own.section,
        promotion: own.promotion,
        from: shown_day(&own.from_on),
        until: shown_day(&own.until_on),
    };
    let shown = TraineePage {
        standing: trainee.state(),
        other: trainee.filed_in_other(script),
        birth: shown_day(&trainee.birth_date),
        states: states.into_iter().map(shown).collect(),
        stays: memberships.into_iter().map(stay).collect(),
        nowhere,
        may_keep,
        may_accommodate: visitor.may(Habilitation::ReadAccommodations).is_ok(),
        page,
        trainee,
        state_form,
        section_form,
    };
    Ok(shown.render()?)
}

/// One trainee: facts, states and sections over time.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let trainee = store::trainee(web.store.read(), id_of(&id)?).await?;
    let none = Fields::default();
    let page = page_of(&web, &visitor, trainee, [(&none, &[]), (&none, &[])]).await?;
    Ok(axum::response::IntoResponse::into_response(axum::response::Html(page)))
}

/// The trainee that the form corrects; nothing for a new one.
async fn own_of(web: &Web, id: &str) -> Result<Option<Trainee>, WebError> {
    Ok(if id == "new" { None } else { Some(store::trainee(web.store.read(), id_of(id)?).await?) })
}

fn place_of(own: Option<&Trainee>) -> String {
    format!("{LIST}/{}/edit", own.map_or_else(|| "new".to_owned(), |own| own.id.to_string()))
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Trainee>,
    hidden: (&str, String),
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let place = place_of(own);
    let accounts =
        store::free_accounts(web.store.read(), "trainee", Holder::Trainees, own.map_or(0, |own| own.id)).await?;
    let none = (String::new(), talk.t("cohorts-account-none").into_owned());
    let accounts = std::iter::once(none).chain(accounts.into_iter().map(|(id, name)| (id.to_string(), name)));
    let mut fields =
        vec![Field::line(talk, "number", "cohorts-number").required(talk).hint(talk, "cohorts-hint-number").exact()];
    fields.extend(name_fields(talk));
    fields.push(Field::line(talk, "birth_date", "cohorts-birth").hint(talk, "cohorts-hint-day"));
    fields
        .push(Field::select(talk, "account", "cohorts-account", accounts.collect()).hint(talk, "cohorts-hint-account"));
    if own.is_none() {
        let choices = section_choices(web, None).await?;
        fields.push(Field::select(talk, "section", "cohorts-section", choices).required(talk));
        fields.push(Field::line(talk, "from", "cohorts-from").required(talk));
    }
    let form =
        Form::new(talk, &*place, &*place, "cohorts-save").fields(fields, values, errors).hidden(hidden.0, hidden.1);
    let title = if own.is_some() { "cohorts-trainee-edit" } else { "cohorts-trainee-new" };
    let page = Page::new(web, visitor, title).await?.under(PLACE).wrong(form.is_wrong());
    Ok(FormPage { page, links: vec![], about: String::new(), form })
}

/// The form of a trainee, or of a new one; what was typed and not sent is there again.
pub(super) async fn open(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    let mut values = Fields::default();
    let mut hidden = ("once", web.chance.token(16));
    if let Some(own) = &own {
        let texts = [&own.family_latin, &own.given_latin, &own.family_arabic, &own.given_arabic];
        values.0.extend(NAMES.iter().zip(texts).map(|(name, text)| ((*name).to_owned(), text.clone())));
        values.set("number", own.number.as_str());
        values.set("birth_date", shown_day(&own.birth_date));
        values.set("account", if own.account_id == 0 { String::new() } else { own.account_id.to_string() });
        hidden = ("version", own.version.to_string());
    } else {
        values.set("section", asked.section.map_or_else(String::new, |id| id.to_string()));
        values.set("from", today(&web).shown());
    }
    let kept = drafts::draft(&web, &visitor, &place_of(own.as_ref())).await?;
    let restored = kept.is_some();
    // What was kept yesterday was written on the version of yesterday.
    let version = kept.as_ref().map_or("", |kept| kept.get("version"));
    if own.is_some() && !version.is_empty() {
        hidden.1 = version.to_owned();
    }
    let mut shown = form_page(&web, &visitor, own.as_ref(), hidden, &kept.unwrap_or(values), &[]).await?;
    shown.form = shown.form.kept(restored);
    Page::show(&shown)
}

/// What was read of the form: the record, its account, and where somebody new begins.
struct Read {
    new: NewTrainee,
    account: i64,
    begins: Option<(i64, desk::clients::Day)>,
}

async fn read(web: &Web, own: Option<&Trainee>, fields: &Fields) -> Result<Result<Read, Vec<FieldError>>, WebError> {
    let mut check = Check::new(fields);
    let new = read_trainee(&mut check, fields, today(web));
    let account = fields.get("account").parse().unwrap_or(0);
    if !fields.get("account").is_empty() {
        let own = own.map_or(0, |own| own.id);
        let free = store::free_accounts(web.store.read(), "trainee", Holder::Trainees, own).await?;
        if !free.iter().any(|(id, _)| *id == account) {
            check.wrong("account", "cohorts-error-account");
        }
    }
    let mut begins = None;
    if own.is_none() {
        let section = fields.get("section").parse().unwrap_or(0);
        let from = read_day(&mut check, "from", Some("cohorts-error-day"));
        if !section_choices(web, None).await?.iter().any(|(id, _)| *id == fields.get("section")) {
            check.wrong("section", "cohorts-error-choose-section");
        }
        begins = from.map(|from| (section, from));
    }
    Ok(match new {
        Some(new) if check.errors.is_empty() => Ok(Read { new, account, begins }),
        _ => Err(check.errors),
    })
}

/// Saves a trainee, or enrols one.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    if own.is_none()
        && let Some(place) = store::led_to(web.store.read(), fields.get("once")).await?
    {
        return Ok(see_other(&place));
    }
    let mut hidden = match &own {
        Some(_) => ("version", fields.get("version").to_owned()),
        None => ("once", fields.get("once").to_owned()),
    };
    let wrong = |field: &str, key| vec![FieldError { field: field.to_owned(), key, args: vec![] }];
    let errors = match read(&web, own.as_ref(), &fields).await? {
        Err(errors) => errors,
        Ok(read) => {
            let change = web.store.begin(school(&visitor)).await?;
            let done = match (&own, read.begins) {
                (Some(own), _) => {
                    let version = fields.get("version").parse().unwrap_or(0);
                    store::change_trainee(&change, own, version, &read.new, read.account).await.map(|()| own.id)
                }
                (None, Some((section, from))) => {
                    store::add_trainee(&change, &read.new, read.account, section, from, None).await
                }
                (None, None) => Err(StoreError::NotFound),
            };
            match done {
                Ok(id) => {
                    let place = format!("{LIST}/{id}");
                    if own.is_none()
                        && let Once::Again(place) = spend(&change, fields.get("once"), &place).await?
                    {
                        return Ok(see_other(&place));
                    }
                    change.commit().await?;
                    drafts::forget(&web, &visitor, &place_of(own.as_ref())).await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(&place));
                }
                Err(StoreError::Stale) => {
                    hidden.1 = own.as_ref().map_or_else(String::new, |own| own.version.to_string());
                    wrong("number", "cohorts-error-stale")
                }
                Err(StoreError::Duplicate(_)) => wrong("number", "cohorts-error-number-taken"),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let mut shown = form_page(&web, &visitor, own.as_ref(), hidden, &fields, &errors).await?;
    shown.form = shown.form.kept(false);
    Page::show_wrong(&shown)
}
