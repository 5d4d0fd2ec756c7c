//! The fields that a centre adds to its files: list, form, order, putting away.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Talk;

use super::form::answer_key;
use crate::clients::store::{self, custom_fields};
use crate::clients::{CustomField, CustomKind};

const PLACE: &str = "/clients/fields";
const NEW: &str = "/clients/fields/new";
/// The longest name of a field, in characters: it stands beside the value on 20 cells.
const NAME: usize = 40;
/// The longest help, in characters.
const HELP: usize = 200;
/// The longest shape, in characters.
const SHAPE: usize = 40;
/// The longest list of options, in characters.
const OPTIONS: usize = 8_000;
/// Options of one choice at most.
const MOST_OPTIONS: usize = 100;

#[derive(Template)]
#[template(path = "clients/fields.html")]
struct ListPage {
    page: Page,
    fields: Vec<CustomField>,
}

impl ListPage {
    fn label<'a>(&self, field: &'a CustomField) -> &'a str {
        field.label(self.page.talk.lang)
    }

    fn act(&self, field: &CustomField) -> &'static str {
        if field.active { "clients-field-put" } else { "clients-field-take" }
    }
}

#[derive(Template)]
#[template(path = "clients/field.html")]
struct FieldPage {
    page: Page,
    form: Form,
}

pub(super) async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let fields = custom_fields(web.store.read(), visitor.scope()).await?.0;
    let page = Page::new(&web, &visitor, "clients-fields-title").await?.under("/clients");
    Page::show(&ListPage { page, fields })
}

pub(super) async fn blank(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let kept = drafts::draft(&web, &visitor, NEW).await?;
    let restored = kept.is_some();
    let mut values = kept.unwrap_or_default();
    for (field, value) in [("once", web.chance.token(16)), ("kind", "text".into()), ("required", "no".into())] {
        if values.get(field).is_empty() {
            values.set(field, value);
        }
    }
    if values.get("searchable").is_empty() {
        values.set("searchable", "no");
    }
    show(&web, &visitor, None, &values, &[], restored).await
}

pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let field = field_of(&web, &visitor, &id).await?;
    let place = place_of(field.id);
    let kept = drafts::draft(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or_else(|| typed(&field));
    show(&web, &visitor, Some(field.id), &values, &[], restored).await
}

/// Adds a field. A post that comes twice adds it once.
pub(super) async fn define(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let new = match read(&fields, None) {
        Ok(new) => new,
        Err(errors) => return show(&web, &visitor, None, &fields, &errors, false).await,
    };
    let change = web.store.begin(visitor.scope()).await?;
    store::define(&change, &new).await?;
    let once = fields.get("once");
    match if once.is_empty() { Once::First } else { spend(&change, once, PLACE).await? } {
        Once::First => change.commit().await?,
        Once::Again(_) => drop(change),
    }
    done(&web, &visitor, NEW, "clients-field-defined").await
}

pub(super) async fn redefine(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let old = field_of(&web, &visitor, &id).await?;
    let new = match read(&fields, Some(&old)) {
        Ok(new) => new,
        Err(errors) => return show(&web, &visitor, Some(old.id), &fields, &errors, false).await,
    };
    let change = web.store.begin(visitor.scope()).await?;
    match store::redefine(&change, &new).await {
        Ok(()) => change.commit().await?,
        Err(StoreError::Stale) => {
            drop(change);
            let mut values = fields.clone();
            values.set("version", old.version.to_string());
            let stale = FieldError { field: "fr".to_owned(), key: "clients-error-field-stale", args: vec![] };
            return show(&web, &visitor, Some(old.id), &values, &[stale], false).await;
        }
        Err(error) => return Err(error.into()),
    }
    done(&web, &visitor, &place_of(old.id), "clients-field-redefined").await
}

/// Moves a field before the one that precedes it.
pub(super) async fn shift(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let field = field_of(&web, &visitor, &id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    store::shift(&change, field.id).await?;
    change.commit().await?;
    done(&web, &visitor, PLACE, "clients-field-moved").await
}

/// Puts a field away, or takes it out again.
pub(super) async fn deactivate(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::DefineFields)?;
    let field = field_of(&web, &visitor, &id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    store::deactivate(&change, field.id, !field.active).await?;
    change.commit().await?;
    let told = if field.active { "clients-field-put-away" } else { "clients-field-taken-out" };
    done(&web, &visitor, PLACE, told).await
}

async fn done(web: &Web, visitor: &Visitor, draft: &str, told: &'static str) -> Answer {
    drafts::forget(web, visitor, draft).await?;
    sessions::tell(web, visitor, told).await?;
    Ok(see_other(PLACE))
}

fn place_of(id: i64) -> String {
    format!("{PLACE}/{id}")
}

async fn field_of(web: &Web, visitor: &Visitor, id: &str) -> Result<CustomField, WebError> {
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    Ok(store::field(web.store.read(), visitor.scope(), id).await?)
}

async fn show(
    web: &Web,
    visitor: &Visitor,
    id: Option<i64>,
    values: &Fields,
    errors: &[FieldError],
    restored: bool,
) -> Answer {
    let talk = visitor.talk();
    let (title, action, place) = match id {
        Some(id) => ("clients-field-edit-title", place_of(id), place_of(id)),
        None => ("clients-field-new-title", PLACE.to_owned(), NEW.to_owned()),
    };
    let page = Page::new(web, visitor, title).await?.under("/clients").wrong(!errors.is_empty());
    let form = Form::new(talk, action, place, "clients-field-save").fields(form_fields(talk, id), values, errors);
    let hidden = [("once", values.get("once")), ("version", values.get("version"))];
    let hidden = hidden.into_iter().filter(|(_, value)| !value.is_empty());
    let form = hidden.fold(form, |form, (name, value)| form.hidden(name, value));
    let shown = FieldPage { page, form: form.kept(restored) };
    if errors.is_empty() { Page::show(&shown) } else { Page::show_wrong(&shown) }
}

fn form_fields(talk: Talk, id: Option<i64>) -> Vec<Field> {
    let line = |name: &'static str, key: &str| Field::line(talk, name, key);
    let both = || ["yes", "no"].map(|word| (word.to_owned(), talk.t(answer_key(word)).into_owned())).to_vec();
    let kinds = CustomKind::ALL.map(|kind| (kind.code().to_owned(), talk.t(kind.key()).into_owned()));
    let mut fields = vec![
        line("fr", "clients-field-fr").in_language("fr").hint(talk, "clients-field-name-hint").required(talk),
        line("ar", "clients-field-ar").in_language("ar").required(talk),
        line("en", "clients-field-en").in_language("en").hint(talk, "clients-field-en-hint"),
    ];
    if id.is_none() {
        // A kind stays what it is: the values of the files are of it.
        let kind = Field::radio(talk, "kind", "clients-field-kind", kinds.to_vec());
        fields.push(kind.hint(talk, "clients-field-kind-hint").required(talk));
    }
    fields.extend([
        Field::area(talk, "options", "clients-field-options", 5).hint(talk, "clients-field-options-hint"),
        line("shape", "clients-field-shape").hint(talk, "clients-field-shape-hint").exact(),
        Field::radio(talk, "required", "clients-field-required", both()).hint(talk, "clients-field-required-hint"),
        Field::radio(talk, "searchable", "clients-field-searchable", both()),
        line("help_fr", "clients-field-help-fr").in_language("fr"),
        line("help_ar", "clients-field-help-ar").in_language("ar"),
        line("help_en", "clients-field-help-en").in_language("en"),
    ]);
    fields
}

/// What a form shows of a field.
fn typed(field: &CustomField) -> Fields {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let options = field.options.lines().map(|line| {
        let names: Vec<&str> = line.split('\t').skip(1).collect();
        names.join(" ; ")
    });
    let options = options.collect::<Vec<_>>().join("\n");
    let mut values = Fields::default();
    for (name, value) in [
        ("fr", field.fr.as_str()),
        ("ar", &field.ar),
        ("en", &field.en),
        ("kind", &field.kind),
        ("options", &options),
        ("shape", &field.shape),
        ("required", yes(field.required)),
        ("searchable", yes(field.searchable)),
        ("help_fr", &field.help_fr),
        ("help_ar", &field.help_ar),
        ("help_en", &field.help_en),
    ] {
        values.set(name, value);
    }
    values.set("version", field.version.to_string());
    values
}

/// Reads the form; `old` is the field that it changes.
fn read(fields: &Fields, old: Option<&CustomField>) -> Result<CustomField, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let fr = check.required("fr", NAME, "clients-error-field-name");
    let ar = check.required("ar", NAME, "clients-error-field-name");
    let en = check.line("en", NAME);
    let codes = CustomKind::ALL.map(CustomKind::code);
    let kind =
        old.map_or_else(|| check.choice("kind", &codes, "frame-error-choice").to_owned(), |old| old.kind.clone());
    let options = options(&mut check, kind == CustomKind::Choice.code());
    let shape = check.line("shape", SHAPE);
    if !shape.is_empty() && kind != CustomKind::Text.code() {
        check.wrong("shape", "clients-error-field-shape");
    }
    let required = check.choice("required", &["yes", "no"], "frame-error-choice") == "yes";
    let searchable = check.choice("searchable", &["yes", "no"], "frame-error-choice") == "yes";
    let [help_fr, help_ar, help_en] = ["help_fr", "help_ar", "help_en"].map(|field| check.line(field, HELP));
    if !check.errors.is_empty() {
        return Err(check.errors);
    }
    Ok(CustomField {
        id: old.map_or(0, |old| old.id),
        en: if en.is_empty() { fr.clone() } else { en },
        fr,
        ar,
        kind,
        required,
        shape,
        help_fr,
        help_ar,
        help_en,
        options,
        searchable,
        active: old.is_none_or(|old| old.active),
        place: old.map_or(0, |old| old.place),
        version: fields.get("version").parse().unwrap_or(0),
    })
}

/// The options of a choice, one a line, the names in French, Arabic and English apart by semicolons. The French name is also
/// the word that is stored, so that files keep their value when options change places.
fn options(check: &mut Check<'_>, choice: bool) -> String {
    let typed = check.text("options", OPTIONS);
    let lines: Vec<Vec<&str>> = typed
        .lines()
        .map(|line| line.split([';', '؛']).map(str::trim).collect::<Vec<_>>())
        .filter(|names| names.iter().any(|name| !name.is_empty()))
        .collect();
    let twice = lines.iter().enumerate().any(|(at, names)| lines[..at].iter().any(|other| other[0] == names[0]));
    match (choice, lines.len()) {
        (false, 0) => {}
        (false, _) => check.wrong("options", "clients-error-field-options-kind"),
        (true, 0 | 1) => check.wrong("options", "clients-error-field-options"),
        (true, many) if many > MOST_OPTIONS => check.wrong("options", "clients-error-field-options-many"),
        (true, _) if twice || lines.iter().any(|names| names[0].is_empty()) => {
            check.wrong("options", "clients-error-field-options-twice");
        }
        (true, _) => {}
    }
    let stored = lines.iter().map(|names| {
        let name = |at: usize| names.get(at).copied().filter(|name| !name.is_empty()).unwrap_or(names[0]);
        [names[0], names[0], name(1), name(2)].join("\t")
    });
    stored.collect::<Vec<_>>().join("\n")
}
