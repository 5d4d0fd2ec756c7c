//! From counts to the lines of a report.

use std::collections::BTreeMap;

use ::store::Moment;
use words::{Arg, Talk};

use super::own::{Place, band as own_band};
use super::store::Calls;
use super::table::{Cell, Line, Table};
use super::{Column, Group};
use crate::clients::counting::Counted;
use crate::clients::{Condition, Customs, Day, Filter, Own, Part, Status, Terms, portfolio_name, wilaya_name};
use crate::clients::{language_key, language_named, status_named};

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;
/// The bands of ages: the first and last year of each.
const AGES: [(i64, i64); 5] = [(0, 17), (18, 29), (30, 44), (45, 59), (60, 130)];

/// What the lines count, and how to tell them apart.
pub(super) struct Band {
    /// Its place among the lines; "not given" comes last.
    pub place: Place,
    pub label: String,
    /// What a filter says for it.
    pub condition: Option<Condition>,
}

/// Columns with their headings.
fn headed(talk: Talk, columns: &[Column], own: &Customs) -> Vec<(Column, String)> {
    columns.iter().map(|column| (*column, column.name(talk, own))).collect()
}

/// The report of files: a line for each value, its link leading to the files that it counts.
pub(crate) fn files_table(
    talk: Talk,
    group: Group,
    columns: &[Column],
    counted: &[Counted],
    terms: &Terms,
    filter: &Filter,
) -> Table {
    let all: i64 = counted.iter().map(|row| row.files).sum();
    let mut bands: BTreeMap<Place, (Band, Counted)> = BTreeMap::new();
    for row in counted {
        let band = match group {
            Group::Own(field) => own_band(talk, field, row, &terms.own),
            _ => band(talk, group, row.value, &terms.portfolios),
        };
        match bands.get_mut(&band.place) {
            Some((_, sum)) => sum.add(row),
            None => {
                bands.insert(band.place.clone(), (band, row.clone()));
            }
        }
    }
    let line = |(band, row): (Band, Counted)| Line {
        href: band.condition.and_then(|condition| narrowed(filter, condition)),
        label: band.label,
        cells: cells(columns, &row, all, &terms.own),
    };
    let head = group.name(talk, &terms.own);
    let caption = talk.with("reports-files-by", &[("group", Arg::from(head.to_lowercase()))]);
    Table::new(talk, caption, head, headed(talk, columns, &terms.own), bands.into_values().map(line).collect())
}

/// The figures of a line; what fields of the centre add stands in the order in which they were asked for.
fn cells(columns: &[Column], row: &Counted, all: i64, own: &Customs) -> Vec<Cell> {
    let mut sums = row.own().into_iter();
    let one = |column: &Column| match column {
        Column::Own(field) => super::own::cell(*field, sums.next().unwrap_or(0.0), own),
        column => cell(*column, row, all),
    };
    columns.iter().map(one).collect()
}

fn cell(column: Column, row: &Counted, all: i64) -> Cell {
    match column {
        Column::Share => Cell::Share(row.files, all),
        Column::Complete => Cell::Count(row.complete),
        Column::NoPhone => Cell::Count(row.no_phone),
        Column::NoEmail => Cell::Count(row.no_email),
        Column::Stale => Cell::Count(row.stale),
        _ => Cell::Count(row.files),
    }
}

/// The list of the files of a line; none where the filter already narrows the same field in a way of its own.
fn narrowed(filter: &Filter, condition: Condition) -> Option<String> {
    let ranges = matches!(
        condition,
        Condition::Age(..)
            | Condition::Created(..)
            | Condition::Missing(_)
            | Condition::Own(_, Own::Numbers(..) | Own::Days(..))
    );
    let taken = filter.conditions().iter().any(|own| own.name() == condition.name());
    (!(ranges && taken)).then(|| format!("/clients?{}", filter.with(condition).query()))
}

fn band(talk: Talk, group: Group, value: i64, portfolios: &[(i64, String)]) -> Band {
    let not_given = || talk.t("filters-not-given").into_owned();
    match group {
        Group::Wilaya => {
            let code = i32::try_from(value).unwrap_or(0);
            let name = wilaya_name(code, talk.lang);
            let label = if name.is_empty() { not_given() } else { format!("{code:02} {name}") };
            let place = if name.is_empty() { Place::LAST } else { Place::At(value) };
            Band { place, label, condition: Some(Condition::Wilaya(vec![code])) }
        }
        Group::Language => match language_named(value) {
            Some(lang) => Band {
                place: Place::At(value),
                label: talk.t(language_key(lang)).into_owned(),
                condition: Some(Condition::Language(vec![lang])),
            },
            None => Band { place: Place::LAST, label: not_given(), condition: None },
        },
        Group::Portfolio => Band {
            place: portfolios
                .iter()
                .position(|(id, _)| *id == value)
                .map_or(Place::At(i64::MAX - i64::from(value == 0)), |at| Place::At(at as i64)),
            label: portfolio_name(talk, value, portfolios),
            condition: Some(Condition::Portfolio(vec![value])),
        },
        Group::Age => match AGES.iter().find(|(from, to)| (*from..=*to).contains(&value)) {
            Some((from, to)) => Band {
                place: Place::At(*from),
                label: age(talk, *from, *to),
                condition: u32::try_from(*from)
                    .ok()
                    .zip(u32::try_from(*to).ok())
                    .map(|(from, to)| Condition::Age(from, to)),
            },
            None => {
                Band { place: Place::LAST, label: not_given(), condition: Some(Condition::Missing(vec![Part::Birth])) }
            }
        },
        Group::Month => month(value),
        _ => match status_named(value) {
            Some(status) => Band {
                place: Place::At(value),
                label: talk.t(Status::key(status)).into_owned(),
                condition: Some(Condition::Status(vec![status])),
            },
            None => Band { place: Place::LAST, label: not_given(), condition: None },
        },
    }
}

fn age(talk: Talk, from: i64, to: i64) -> String {
    match (from, to) {
        (0, _) => talk.with("reports-age-under", &[("n", Arg::from(to + 1))]),
        (_, 130) => talk.with("reports-age-over", &[("n", Arg::from(from))]),
        _ => talk.with("reports-age-band", &[("from", Arg::from(from)), ("to", Arg::from(to))]),
    }
}

/// The month of a day that is counted from 1970-01-01.
fn month(day: i64) -> Band {
    let day = Day::of(Moment(day * DAY_MS), 0);
    let (first, last) = day.month();
    let written = first.shown();
    Band {
        place: Place::At(first.number()),
        label: written.get(3..).unwrap_or_default().to_owned(),
        condition: Some(Condition::Created(Some(first), Some(last))),
    }
}

/// The report of completeness: each part, the files that hold it and those that lack it.
pub(super) fn completeness_table(talk: Talk, columns: &[Column], gaps: &[(Part, i64)], all: i64) -> Table {
    let line = |(part, lacking): &(Part, i64)| Line {
        label: talk.t(part.key()).into_owned(),
        href: None,
        cells: columns
            .iter()
            .map(|column| match column {
                Column::Held => Cell::Count(all - lacking),
                Column::Lacking => Cell::Count(*lacking),
                _ => Cell::Share(all - lacking, all),
            })
            .collect(),
    };
    let lines = if all == 0 { vec![] } else { gaps.iter().map(line).collect() };
    let caption = talk.with("reports-completeness-of", &[("n", Arg::from(all))]);
    let none = Customs::default();
    Table::new(talk, caption, Group::Part.name(talk, &none), headed(talk, columns, &none), lines).overlapping()
}

/// The report of consents: a line for each purpose and channel, in which the files of every answer add up to all of them.
pub(super) fn consents_table(talk: Talk, columns: &[Column], counts: &[Answers], all: i64) -> Table {
    let line = |row: &Answers| Line {
        label: row.label.clone(),
        href: None,
        cells: columns
            .iter()
            .map(|column| match column {
                Column::Given => Cell::Count(row.given),
                Column::Refused => Cell::Count(row.refused),
                Column::Withdrawn => Cell::Count(row.withdrawn),
                Column::Undecided => Cell::Count(all - row.given - row.refused - row.withdrawn),
                _ => Cell::Count(all),
            })
            .collect(),
    };
    let lines = if all == 0 { vec![] } else { counts.iter().map(line).collect() };
    let none = Customs::default();
    let caption = talk.with("reports-consents-of", &[("n", Arg::from(all))]);
    Table::new(talk, caption, Group::Consent.name(talk, &none), headed(talk, columns, &none), lines).overlapping()
}

/// What clients answered for one purpose on one channel, in files.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    /// The channel and the purpose.
    pub label: String,
    pub given: i64,
    pub refused: i64,
    pub withdrawn: i64,
}

/// What was made and changed, by month or by agent. Files made by an import or by the program have no agent.
pub(super) struct Changes {
    /// Day, number of files made on it.
    pub made: Vec<(i64, i64)>,
    /// Day, agent (0 for none), files made, corrections saved.
    pub told: Vec<(i64, i64, i64, i64)>,
}

pub(super) fn updates_table(
    talk: Talk,
    group: Group,
    columns: &[Column],
    changes: &Changes,
    people: &BTreeMap<i64, String>,
) -> Table {
    let mut sums: BTreeMap<(Place, String), (i64, i64)> = BTreeMap::new();
    let mut add = |place: Place, label: String, made: i64, changed: i64| {
        let sum = sums.entry((place, label)).or_default();
        *sum = (sum.0 + made, sum.1 + changed);
    };
    let all: i64 = changes.made.iter().map(|(_, files)| files).sum();
    if group == Group::Agent {
        let by_agents: i64 = changes.told.iter().filter(|told| told.1 != 0).map(|told| told.2).sum();
        let none = || talk.t("reports-no-agent").into_owned();
        for (_, agent, made, changed) in changes.told.iter().copied() {
            match people.get(&agent) {
                Some(name) => add(Place::At(0), name.clone(), made, changed),
                None => add(Place::At(1), none(), if agent == 0 { 0 } else { made }, changed),
            }
        }
        if all > by_agents {
            add(Place::At(1), none(), all - by_agents, 0);
        }
    } else {
        for (day, files) in &changes.made {
            let band = month(*day);
            add(band.place, band.label, *files, 0);
        }
        for (day, _, _, changed) in &changes.told {
            let band = month(*day);
            add(band.place, band.label, 0, *changed);
        }
    }
    let line = |((_, label), (made, changed)): ((Place, String), (i64, i64))| Line {
        label,
        href: None,
        cells: columns
            .iter()
            .map(|column| Cell::Count(if *column == Column::Updated { changed } else { made }))
            .collect(),
    };
    let caption = talk.with("reports-updates-by", &[("group", Arg::from(talk.t(group.key()).to_lowercase()))]);
    let none = Customs::default();
    Table::new(
        talk,
        caption,
        group.name(talk, &none),
        headed(talk, columns, &none),
        sums.into_iter().map(line).collect(),
    )
}

/// The report of calls; `named` gives the place and the name of a value.
pub(super) fn activity_table(
    talk: Talk,
    group: Group,
    columns: &[Column],
    calls: &[Calls],
    named: impl Fn(&str) -> (i64, String),
) -> Table {
    let mut sums: BTreeMap<(Place, String), Calls> = BTreeMap::new();
    for row in calls {
        let place = match (group, row.value.parse()) {
            (Group::Month, Ok(day)) => {
                let band = month(day);
                (band.place, band.label)
            }
            _ => {
                let (place, label) = named(&row.value);
                (Place::At(place), label)
            }
        };
        sums.entry(place).or_default().add(row);
    }
    let line = |((_, label), row): ((Place, String), Calls)| Line {
        label,
        href: None,
        cells: columns
            .iter()
            .map(|column| match column {
                Column::Answered => Cell::Count(row.answered),
                Column::Talk => Cell::Time(row.talked_ms, row.answered),
                Column::Satisfaction => Cell::Mean(row.satisfaction, row.rated),
                _ => Cell::Count(row.calls),
            })
            .collect(),
    };
    let caption = talk.with("reports-activity-by", &[("group", Arg::from(talk.t(group.key()).to_lowercase()))]);
    let none = Customs::default();
    Table::new(
        talk,
        caption,
        group.name(talk, &none),
        headed(talk, columns, &none),
        sums.into_iter().map(line).collect(),
    )
}
