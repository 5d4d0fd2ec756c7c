//! What an address asks of a report, and the answer.

use std::collections::BTreeMap;

use ::web::{FieldError, Fields, Visitor, Web, WebError};
use words::{Arg, Talk};

use crate::calls::{CodeKind, codes};
use crate::clients::counting::{self, Grouping};
use crate::clients::filtering;
use crate::clients::{Asked, Condition, CustomKind, Customs, Day, Filter, Terms, encoded};
use crate::law::{self, Decision};
use crate::reports::lines::{
    Answers, Changes, activity_table, completeness_table, consents_table, files_table, updates_table,
};
use crate::reports::store::{self, Period};
use crate::reports::{About, Column, Group, Table};

/// A report: its lines, its columns, and the files or days that it is of.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub about: About,
    pub group: Group,
    pub columns: Vec<Column>,
    pub filter: Filter,
    /// First and last day, both included.
    pub period: (Option<Day>, Option<Day>),
}

impl Question {
    /// The report as it opens.
    pub fn usual(about: About) -> Self {
        let (all, usual) = about.columns();
        let group = about.groups().first().copied().unwrap_or(Group::Status);
        let columns = all.iter().take(usual).copied().collect();
        Self { about, group, columns, filter: Filter::default(), period: (None, None) }
    }

    /// Reads an address.
    ///
    /// # Errors
    /// Every refused parameter with its sentence.
    pub fn read(about: About, fields: &Fields, own: &Customs) -> Result<Self, Vec<FieldError>> {
        let mut question = Self::usual(about);
        let mut errors = vec![];
        let unknown = |field: &str, code: &str| {
            let shown: String = code.chars().filter(|c| !c.is_control()).take(40).collect();
            FieldError {
                field: field.to_owned(),
                key: "filters-error-unknown",
                args: vec![("value", Arg::from(shown))],
            }
        };
        match fields.get("group") {
            "" => {}
            code => match Group::parse(code).filter(|group| about.all_groups(own).contains(group)) {
                Some(group) => question.group = group,
                None => errors.push(unknown("group", code)),
            },
        }
        let mut columns = vec![];
        for code in fields.each("column").filter(|code| !code.is_empty()) {
            match Column::parse(code).filter(|column| about.all_columns(own).contains(column)) {
                Some(column) if columns.contains(&column) => {}
                Some(column) => columns.push(column),
                None => errors.push(unknown("column", code)),
            }
        }
        if columns.iter().filter(|column| matches!(column, Column::Own(_))).count() > counting::MOST_OWN {
            let args = vec![("most", Arg::from(counting::MOST_OWN))];
            errors.push(FieldError { field: "column".to_owned(), key: "reports-error-own", args });
        }
        if !columns.is_empty() {
            question.columns = columns;
        }
        if about.is_of_files() {
            match Filter::read(fields) {
                Ok(filter) => question.filter = filter,
                Err(wrong) => errors.extend(wrong),
            }
        } else {
            question.period = period(fields, &mut errors);
        }
        if errors.is_empty() { Ok(question) } else { Err(errors) }
    }

    /// The values of the form that are not of the filter.
    pub fn fields(&self) -> Fields {
        let mut all = vec![("group".to_owned(), self.group.code().into_owned())];
        all.extend(self.columns.iter().map(|column| ("column".to_owned(), column.code().into_owned())));
        all.extend(self.period.0.map(|day| ("from".to_owned(), day.shown())));
        all.extend(self.period.1.map(|day| ("to".to_owned(), day.shown())));
        Fields(all)
    }

    /// The query of its address.
    pub fn query(&self) -> String {
        let mut parts: Vec<String> =
            self.fields().0.into_iter().map(|(name, value)| format!("{name}={}", encoded(&value))).collect();
        parts.extend(Some(self.filter.query()).filter(|query| !query.is_empty()));
        parts.join("&")
    }

    /// The days that it is of, in words; nothing for all days.
    pub fn days(&self, talk: Talk) -> Option<String> {
        let day = |day: Option<Day>| Arg::from(day.map_or_else(|| "…".to_owned(), Day::shown));
        let (from, to) = self.period;
        (from.is_some() || to.is_some()).then(|| talk.with("reports-period", &[("from", day(from)), ("to", day(to))]))
    }
}

fn period(fields: &Fields, errors: &mut Vec<FieldError>) -> (Option<Day>, Option<Day>) {
    let mut day = |field: &str| {
        let typed = fields.get(field).trim();
        let read = (!typed.is_empty()).then(|| Day::parse(typed));
        if matches!(read, Some(Err(_))) {
            errors.push(FieldError { field: field.to_owned(), key: "clients-error-birth", args: vec![] });
        }
        read.and_then(Result::ok)
    };
    let (from, to) = (day("from"), day("to"));
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        errors.push(FieldError { field: "to".to_owned(), key: "filters-error-order", args: vec![] });
    }
    (from, to)
}

/// Counts, and makes the table.
pub(super) async fn answer(
    web: &Web,
    visitor: &Visitor,
    question: &Question,
    terms: &Terms,
) -> Result<Table, WebError> {
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let asked = Asked { now: web.clock().now(), offset: web.config.offset_minutes };
    let (group, columns, filter) = (question.group, &question.columns, &question.filter);
    let (from, to) = question.period;
    let period = Period {
        from: from.map_or(0, |day| day.begins(asked.offset).0),
        to: to.map_or(i64::MAX, |day| day.begins(asked.offset).0 + 86_400_000),
        offset: asked.offset,
    };
    Ok(match question.about {
        About::Files => {
            let own = &terms.own;
            let counts: Vec<_> = columns.iter().filter_map(|column| column.own_count(own)).collect();
            let rows = counting::by_with(db, scope, filter, asked, grouping(group, own), &counts).await?;
            files_table(talk, group, columns, &rows, terms, filter)
        }
        About::Completeness => {
            let (gaps, all) = counting::gaps(db, scope, filter, asked).await?;
            completeness_table(talk, columns, &gaps, all)
        }
        About::Updates => {
            let days = Filter::default();
            let days = if from.is_some() || to.is_some() { days.with(Condition::Created(from, to)) } else { days };
            let made = counting::by(db, scope, &days, asked, Grouping::CreatedDay).await?;
            let told = store::told(db, scope, period).await?;
            let changes = Changes {
                made: made.into_iter().map(|row| (row.value, row.files)).collect(),
                told: told.into_iter().map(|row| (row.day, row.agent, row.made, row.changed)).collect(),
            };
            updates_table(talk, group, columns, &changes, &people(web).await?)
        }
        About::Consents => {
            let all = filtering::count(db, scope, filter, asked).await?;
            consents_table(talk, columns, &answers(web, visitor, filter, asked).await?, all)
        }
        About::Activity => {
            let calls = store::calls(db, scope, group, period).await?;
            let outcomes = codes::codes(db, scope, CodeKind::Outcome).await?;
            let people = people(web).await?;
            let not_given = || (1, talk.t("filters-not-given").into_owned());
            activity_table(talk, group, columns, &calls, |value| match group {
                Group::Outcome => {
                    let known = outcomes.iter().find(|code| code.code == value);
                    known.map_or_else(not_given, |code| (0, code.name(talk.lang).to_owned()))
                }
                _ => {
                    let known = value.parse().ok().and_then(|id: i64| people.get(&id));
                    known.map_or_else(not_given, |name| (0, name.clone()))
                }
            })
        }
    })
}

/// What clients answered, for each purpose that holds today or was answered, on each channel.
async fn answers(web: &Web, visitor: &Visitor, filter: &Filter, asked: Asked) -> Result<Vec<Answers>, WebError> {
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let counts = law::consents_counted(db, scope, filter, asked).await?;
    let today = Day::of(asked.now, asked.offset);
    let mut lines = vec![];
    for purpose in law::purposes(db, scope).await? {
        let own = || counts.iter().filter(|row| row.purpose_id == purpose.id.0);
        if !purpose.holds_on(today) && own().next().is_none() {
            continue;
        }
        for channel in law::Channel::ALL {
            let files = |decision: Decision| -> i64 {
                own().filter(|row| row.is(*channel, decision)).map(|row| row.files).sum()
            };
            let args = [
                ("channel", Arg::from(talk.t(channel.key()).into_owned())),
                ("purpose", Arg::from(purpose.name(talk.lang))),
            ];
            lines.push(Answers {
                label: talk.with("reports-consent-line", &args),
                given: files(Decision::Given),
                refused: files(Decision::Refused),
                withdrawn: files(Decision::Withdrawn),
            });
        }
    }
    Ok(lines)
}

async fn people(web: &Web) -> Result<BTreeMap<i64, String>, WebError> {
    Ok(store::people(web.store.read()).await?.into_iter().collect())
}

fn grouping(group: Group, own: &Customs) -> Grouping {
    match group {
        Group::Own(field) => {
            let dated = own.0.iter().any(|one| one.id == field && one.kind() == CustomKind::Date);
            if dated { Grouping::OwnMonth(field) } else { Grouping::Own(field) }
        }
        Group::Wilaya => Grouping::Wilaya,
        Group::Language => Grouping::Language,
        Group::Portfolio => Grouping::Portfolio,
        Group::Age => Grouping::Age,
        Group::Month => Grouping::CreatedDay,
        _ => Grouping::Status,
    }
}
