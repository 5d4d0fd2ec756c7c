//! A filter as people read it and fill it in: the fields of its form, and its conditions as sentences.

mod known;

use ::store::{ConnectionTrait, Result, Scope};
use ::web::{Field, Fields, Habilitation, Visitor};
use words::{Arg, Lang, Talk};

use self::known::{consent_said, import_named, known_fields};
use crate::clients::filter::known::channel_key;
use crate::clients::own_conditions::{NONE, field_of, parameters};
use crate::clients::store::{Brought, brought};
use crate::clients::{
    Condition, CustomField, CustomKind, Customs, Day, Filter, Own, Part, Status, commune_name, custom_fields,
    language_key, wilaya_name,
};
use crate::law::{Purpose, purposes};
use crate::{places, portfolios};

/// A condition in words, and the address without it.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// What must be true.
    pub text: String,
    /// The name of the field that it is about.
    pub field: String,
    /// The query of the filter without it.
    pub without: String,
}

/// What the centre gave names to, and a filter speaks of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// The portfolios, by identity.
    pub portfolios: Vec<(i64, String)>,
    /// The fields that the centre defined.
    pub own: Customs,
    /// The purposes of its consents.
    pub purposes: Vec<Purpose>,
    /// Its newest imports.
    pub imports: Vec<Brought>,
}

/// Reads what the centre gave names to, as far as a person may know it: the names of files that were imported are for those who
/// import.
///
/// # Errors
/// What the database says.
pub(crate) async fn terms(db: &impl ConnectionTrait, visitor: &Visitor) -> Result<Terms> {
    let mut terms = terms_of(db, visitor.scope()).await?;
    if visitor.may(Habilitation::ImportClients).is_err() {
        terms.imports.clear();
    }
    Ok(terms)
}

/// The same, all of it.
pub(in crate::clients) async fn terms_of(db: &impl ConnectionTrait, scope: Scope) -> Result<Terms> {
    let (portfolios, own, purposes, imports) = tokio::try_join!(
        portfolios::names(db, scope),
        custom_fields(db, scope),
        purposes(db, scope),
        brought(db, scope)
    )?;
    Ok(Terms { portfolios, own, purposes, imports })
}

/// The conditions of a filter, one sentence each.
pub(crate) fn sentences(talk: Talk, filter: &Filter, terms: &Terms) -> Vec<Sentence> {
    let each = |(at, condition): (usize, &Condition)| Sentence {
        text: said(talk, condition, terms),
        field: named(talk, condition, terms, true),
        without: filter.without(at).query(),
    };
    filter.conditions().iter().enumerate().map(each).collect()
}

/// A filter as one text: its sentences, or "every file".
pub(crate) fn in_words(talk: Talk, filter: &Filter, terms: &Terms) -> String {
    let all: Vec<String> = filter.conditions().iter().map(|condition| said(talk, condition, terms)).collect();
    if all.is_empty() { talk.t("filters-every").into_owned() } else { all.join(&talk.t("filters-and")) }
}

/// What a condition is about; `short` as a label.
fn named(talk: Talk, condition: &Condition, terms: &Terms, short: bool) -> String {
    match condition {
        Condition::Own(field, _) => own_name(talk, *field, &terms.own),
        _ if short => talk.label(label(condition)).into_owned(),
        _ => talk.t(label(condition)).into_owned(),
    }
}

/// The name of a field of the centre.
pub(crate) fn own_name(talk: Talk, field: i64, own: &Customs) -> String {
    let found = own.0.iter().find(|one| one.id == field);
    found.map_or_else(|| talk.t("clients-own-field").into_owned(), |one| one.label(talk.lang).to_owned())
}

fn label(condition: &Condition) -> &'static str {
    match condition {
        Condition::Status(_) => "clients-status",
        Condition::Wilaya(_) => "clients-wilaya",
        Condition::Commune(_) => "clients-commune",
        Condition::Language(_) => "clients-language",
        Condition::Portfolio(_) => "filters-portfolio",
        Condition::Has(_) => "filters-has",
        Condition::Missing(_) => "filters-missing",
        Condition::Created(..) => "filters-created",
        Condition::Updated(..) => "filters-updated",
        Condition::Idle(_) => "filters-idle",
        Condition::Recent(_) => "filters-recent",
        Condition::Age(..) => "filters-age",
        Condition::Channel(_) => "clients-channel",
        Condition::Consent(_) => "filters-consent",
        Condition::Validation(_) => "filters-validation",
        Condition::Import(_) => "filters-import",
        Condition::Own(..) => "clients-own-field",
    }
}

fn said(talk: Talk, condition: &Condition, terms: &Terms) -> String {
    let field = named(talk, condition, terms, false);
    let none = || talk.t("filters-not-given").into_owned();
    let named = |name: &str| if name.is_empty() { none() } else { name.to_owned() };
    let values: Vec<String> = match condition {
        Condition::Status(all) => all.iter().map(|one| talk.t(one.key()).into_owned()).collect(),
        Condition::Wilaya(all) => all.iter().map(|code| named(wilaya_name(*code, talk.lang))).collect(),
        Condition::Commune(all) => all.iter().map(|id| named(commune_name(*id, talk.lang))).collect(),
        Condition::Language(all) => all.iter().map(|one| talk.t(language_key(*one)).into_owned()).collect(),
        Condition::Portfolio(all) => all.iter().map(|id| portfolio_name(talk, *id, &terms.portfolios)).collect(),
        Condition::Has(all) | Condition::Missing(all) => {
            all.iter().map(|part| talk.t(part.key()).into_owned()).collect()
        }
        Condition::Created(from, to) | Condition::Updated(from, to) => return days(talk, field, *from, *to),
        Condition::Idle(days) => return talk.with("filters-idle-for", &[("n", Arg::from(i64::from(*days)))]),
        Condition::Recent(days) => return talk.with("filters-recent-for", &[("n", Arg::from(i64::from(*days)))]),
        Condition::Age(from, to) => {
            let (from, to) = (Arg::from(i64::from(*from)), Arg::from(i64::from(*to)));
            return talk.with("filters-age-between", &[("from", from), ("to", to)]);
        }
        Condition::Channel(all) => all.iter().map(|one| talk.t(channel_key(*one)).into_owned()).collect(),
        Condition::Consent(consent) => return consent_said(talk, consent, &terms.purposes),
        Condition::Validation(all) => all.iter().map(|one| talk.t(one.key()).into_owned()).collect(),
        Condition::Import(id) => vec![import_named(talk, *id, &terms.imports)],
        Condition::Own(_, Own::Begins(text)) => {
            return talk.with("filters-begins", &[("field", Arg::from(field)), ("text", Arg::from(text.as_str()))]);
        }
        Condition::Own(own, Own::Numbers(least, most)) => {
            let shown = |end: &Option<String>| end.as_ref().map(|end| shown(talk, *own, end, &terms.own));
            return numbers(talk, field, shown(least), shown(most));
        }
        Condition::Own(_, Own::Days(from, to)) => return days(talk, field, *from, *to),
        Condition::Own(own, Own::Words(all)) => {
            all.iter().map(|word| if word == NONE { none() } else { shown(talk, *own, word, &terms.own) }).collect()
        }
    };
    let word = if matches!(condition, Condition::Has(_)) { "filters-comma" } else { "filters-or" };
    let values = values.join(&talk.t(word));
    talk.with("filters-is", &[("field", Arg::from(field)), ("values", Arg::from(values))])
}

/// The name of a portfolio; 0 is none.
pub(crate) fn portfolio_name(talk: Talk, id: i64, portfolios: &[(i64, String)]) -> String {
    let found = portfolios.iter().find(|(own, _)| *own == id).map(|(_, name)| name.clone());
    found.unwrap_or_else(|| {
        talk.t(if id == 0 { "filters-portfolio-none" } else { "filters-portfolio-gone" }).into_owned()
    })
}

/// A value of a field of the centre as a reader knows it.
fn shown(talk: Talk, field: i64, value: &str, own: &Customs) -> String {
    own.readable(&format!("x_{field}"), value, talk)
}

fn numbers(talk: Talk, field: String, least: Option<String>, most: Option<String>) -> String {
    let key = match (&least, &most) {
        (Some(_), Some(_)) => "filters-number-between",
        (_, None) => "filters-number-least",
        (None, _) => "filters-number-most",
    };
    let mut args = vec![("field", Arg::from(field))];
    args.extend(least.map(|least| ("least", Arg::ltr(&least))));
    args.extend(most.map(|most| ("most", Arg::ltr(&most))));
    talk.with(key, &args)
}

fn days(talk: Talk, field: String, from: Option<Day>, to: Option<Day>) -> String {
    let key = match (from, to) {
        (Some(_), Some(_)) => "filters-days-between",
        (_, None) => "filters-days-from",
        (None, _) => "filters-days-to",
    };
    let day = |day: Option<Day>| Arg::from(day.map_or_else(String::new, Day::shown));
    let mut args = vec![("field", Arg::from(field))];
    args.extend(from.map(|from| ("from", day(Some(from)))));
    args.extend(to.map(|to| ("to", day(Some(to)))));
    talk.with(key, &args)
}

/// The fields of the form, empty. Fields of the centre that are put away are there when `values` ask something of them.
pub(crate) fn filter_fields(talk: Talk, terms: &Terms, values: &Fields) -> Vec<Field> {
    let word = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    let statuses = Status::ALL.iter().map(|one| word(one.code(), one.key())).collect();
    let languages = Lang::ALL.iter().map(|one| word(one.code(), language_key(*one))).collect();
    let parts = || Part::ALL.iter().map(|part| word(part.code(), part.key())).collect();
    let mut owners = vec![word("", "filters-portfolio-any"), word("0", "filters-portfolio-none")];
    owners.extend(terms.portfolios.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let day = |name, label| Field::line(talk, name, label);
    let mut fields = vec![
        Field::boxes(talk, "status", "clients-status", statuses),
        Field::line(talk, "wilaya", "clients-wilaya").hint(talk, "filters-hint-wilaya"),
        Field::line(talk, "commune", "clients-commune").hint(talk, "filters-hint-commune"),
        Field::boxes(talk, "language", "clients-language", languages),
        Field::select(talk, "portfolio", "filters-portfolio", owners),
        Field::boxes(talk, "has", "filters-has", parts()),
        Field::boxes(talk, "missing", "filters-missing", parts()),
        day("created_from", "filters-created-from").hint(talk, "filters-hint-day"),
        day("created_to", "filters-created-to"),
        day("updated_from", "filters-updated-from"),
        day("updated_to", "filters-updated-to"),
        Field::line(talk, "idle", "filters-idle").hint(talk, "filters-hint-idle"),
        Field::line(talk, "recent", "filters-recent").hint(talk, "filters-hint-recent"),
        Field::line(talk, "age", "filters-age").hint(talk, "filters-hint-age"),
    ];
    fields.extend(known_fields(talk, terms, values));
    let asked = |own: &CustomField| values.0.iter().any(|(name, _)| field_of(name) == Some(own.id));
    fields.extend(terms.own.0.iter().filter(|own| own.active || asked(own)).flat_map(|own| own_fields(talk, own)));
    fields
}

/// The fields of the form that ask something of one field of the centre.
fn own_fields(talk: Talk, own: &CustomField) -> Vec<Field> {
    let label = own.label(talk.lang);
    let not_given = (NONE.to_owned(), talk.t("filters-not-given").into_owned());
    let word = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    let ends = ["filters-own-least", "filters-own-most"].map(|key| talk.with(key, &[("field", Arg::from(label))]));
    let names = parameters(own.kind(), own.id);
    let field = |(at, name): (usize, String)| {
        let line = Field::line(talk, name.clone(), "clients-own-field");
        let boxes = |choices: Vec<(String, String)>| {
            let all = choices.into_iter().chain(std::iter::once(not_given.clone())).collect();
            Field::boxes(talk, name.clone(), "clients-own-field", all).labelled(label)
        };
        match own.kind() {
            CustomKind::Text => line.labelled(label).hint(talk, "filters-hint-begins"),
            CustomKind::Choice => boxes(own.choices(talk.lang)),
            CustomKind::YesNo => boxes(vec![word("yes", "clients-yes"), word("no", "clients-no")]),
            CustomKind::Number => line.labelled(&ends[at.min(1)]),
            CustomKind::Date if at == 0 => line.labelled(&ends[0]).hint(talk, "filters-hint-day"),
            CustomKind::Date => line.labelled(&ends[1]),
        }
    };
    names.into_iter().enumerate().map(field).collect()
}

/// What the form shows of a filter: communes by their names where a name is enough.
pub(crate) fn filter_values(talk: Talk, filter: &Filter) -> Fields {
    let mut values = filter.fields();
    for condition in filter.conditions() {
        if let Condition::Commune(all) = condition {
            let name = |id: &i64| {
                let name = commune_name(*id, talk.lang);
                if places::communes_named(name).len() == 1 { name.to_owned() } else { id.to_string() }
            };
            let comma = talk.t("filters-comma");
            values.set("commune", all.iter().map(name).collect::<Vec<_>>().join(&comma));
        }
    }
    values
}
