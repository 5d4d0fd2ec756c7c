//! A filter as people read it and fill it in: the fields of its form, and its conditions as sentences.

use ::web::{Field, Fields};
use words::{Arg, Lang, Talk};

use crate::clients::{Condition, Day, Filter, Part, Status, commune_name, language_key, wilaya_name};
use crate::places;

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

/// Names of portfolios by identity.
pub(crate) type Portfolios = [(i64, String)];

/// The conditions of a filter, one sentence each.
pub(crate) fn sentences(talk: Talk, filter: &Filter, portfolios: &Portfolios) -> Vec<Sentence> {
    let each = |(at, condition): (usize, &Condition)| Sentence {
        text: said(talk, condition, portfolios),
        field: talk.label(label(condition)).into_owned(),
        without: filter.without(at).query(),
    };
    filter.conditions().iter().enumerate().map(each).collect()
}

/// A filter as one text: its sentences, or "every file".
pub(crate) fn in_words(talk: Talk, filter: &Filter, portfolios: &Portfolios) -> String {
    let all: Vec<String> = filter.conditions().iter().map(|condition| said(talk, condition, portfolios)).collect();
    if all.is_empty() { talk.t("filters-every").into_owned() } else { all.join(&talk.t("filters-and")) }
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
    }
}

fn said(talk: Talk, condition: &Condition, portfolios: &Portfolios) -> String {
    let field = talk.t(label(condition)).into_owned();
    let none = || talk.t("filters-not-given").into_owned();
    let named = |name: &str| if name.is_empty() { none() } else { name.to_owned() };
    let values: Vec<String> = match condition {
        Condition::Status(all) => all.iter().map(|one| talk.t(one.key()).into_owned()).collect(),
        Condition::Wilaya(all) => all.iter().map(|code| named(wilaya_name(*code, talk.lang))).collect(),
        Condition::Commune(all) => all.iter().map(|id| named(commune_name(*id, talk.lang))).collect(),
        Condition::Language(all) => all.iter().map(|one| talk.t(language_key(*one)).into_owned()).collect(),
        Condition::Portfolio(all) => all.iter().map(|id| portfolio_name(talk, *id, portfolios)).collect(),
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
    };
    let word = if matches!(condition, Condition::Has(_)) { "filters-comma" } else { "filters-or" };
    let values = values.join(&talk.t(word));
    talk.with("filters-is", &[("field", Arg::from(field)), ("values", Arg::from(values))])
}

/// The name of a portfolio; 0 is none.
pub(crate) fn portfolio_name(talk: Talk, id: i64, portfolios: &Portfolios) -> String {
    let found = portfolios.iter().find(|(own, _)| *own == id).map(|(_, name)| name.clone());
    found.unwrap_or_else(|| {
        talk.t(if id == 0 { "filters-portfolio-none" } else { "filters-portfolio-gone" }).into_owned()
    })
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

/// The fields of the form, empty.
pub(crate) fn filter_fields(talk: Talk, portfolios: &Portfolios) -> Vec<Field> {
    let word = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    let statuses = Status::ALL.iter().map(|one| word(one.code(), one.key())).collect();
    let languages = Lang::ALL.iter().map(|one| word(one.code(), language_key(*one))).collect();
    let parts = || Part::ALL.iter().map(|part| word(part.code(), part.key())).collect();
    let mut owners = vec![word("", "filters-portfolio-any"), word("0", "filters-portfolio-none")];
    owners.extend(portfolios.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let day = |name, label| Field::line(talk, name, label);
    vec![
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
    ]
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
