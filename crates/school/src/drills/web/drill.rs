//! One drill: what it asks, what it measures, what is usual for this person, and how to start.

use std::path::Path as FilePath;

use ::store::{Once, spend};
use ::web::{Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError};
use ::web::{see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};

use super::{Room, entry_key, language_key, list, may_read, way_key};
use crate::drills::drill::Drill;
use crate::drills::shown::{self, Aimed};
use crate::drills::store::{self, New};
use crate::drills::{DrillError, Entry, Way};
use crate::exercises::{Kind, own_centre, said};
use crate::practice::store as exercises;
use crate::practice::{ScenarioId, StoredScenario, voice};
use crate::programme::programme;

#[derive(Template)]
#[template(path = "drills/drill.html")]
struct DrillPage {
    page: Page,
    code: String,
    version: u32,
    language: &'static str,
    brief: String,
    aims: Vec<Aimed>,
    module: String,
    module_title: String,
    criteria: Vec<(String, String)>,
    /// The try that is open already.
    open: Option<(i64, String)>,
    /// Nothing for those who only read drills.
    form: Option<Form>,
    /// True when the drill has a voice and nothing here can speak.
    mute: bool,
}

async fn stored(web: &Web, code: &str) -> Result<(StoredScenario, Drill), WebError> {
    let stored = exercises::newest_of(&web.store, Kind::Drill, code).await?;
    let drill = Drill::parse(&stored.body).map_err(|faults| {
        WebError::Broken(format!("drill {code} version {} no longer reads: {faults}", stored.version))
    })?;
    Ok((stored, drill))
}

pub(super) async fn show(State(room): State<Room>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    may_read(&visitor)?;
    let (_, drill) = stored(&room.web, &code).await?;
    let page = drill_page(&room, &visitor, &drill, &Fields::default(), &[]).await?;
    Page::show(&page)
}

async fn drill_page(
    room: &Room,
    visitor: &Visitor,
    drill: &Drill,
    typed: &Fields,
    errors: &[FieldError],
) -> Result<DrillPage, WebError> {
    let (talk, web) = (visitor.talk(), &room.web);
    let title = said(&drill.head.title, talk).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/practice").wrong(!errors.is_empty());
    let lang = talk.lang.code();
    let named = |id: &String| {
        let found = programme().criterion(id).map(|found| found.criterion().text.get(lang).to_owned());
        (id.clone(), found.unwrap_or_default())
    };
    let ways = ways(drill, &room.recordings);
    let form = visitor.may(Habilitation::Practise).is_ok() && !ways.is_empty();
    Ok(DrillPage {
        code: drill.head.code.clone(),
        version: drill.head.version,
        language: language_key(drill.language),
        brief: said(&drill.brief, talk).to_owned(),
        aims: shown::aims(web, visitor, drill).await?,
        module_title: programme().module(&drill.head.module).map_or("", |module| module.title.get(lang)).to_owned(),
        module: drill.head.module.clone(),
        criteria: drill.head.criteria.iter().map(named).collect(),
        open: list::open(web, visitor).await?,
        form: form.then(|| start_form(web, visitor, drill, &ways, typed, errors)),
        mute: drill.ways.contains(&Way::Voice) && !ways.contains(&Way::Voice),
        page,
    })
}

/// The ways of a drill that can be taken here: a voice needs a synthesiser or a recording of every line.
pub(super) fn ways(drill: &Drill, recordings: &FilePath) -> Vec<Way> {
    let heard = || voice::is_installed() || recorded(drill, recordings);
    drill.ways.iter().copied().filter(|way| *way != Way::Voice || heard()).collect()
}

fn recorded(drill: &Drill, recordings: &FilePath) -> bool {
    (1..=drill.lines.len()).all(|line| recordings.join(&drill.head.code).join(format!("{line}.wav")).is_file())
}

fn start_form(
    web: &Web,
    visitor: &Visitor,
    drill: &Drill,
    ways: &[Way],
    typed: &Fields,
    errors: &[FieldError],
) -> Form {
    let talk = visitor.talk();
    let word = |key: &str| talk.t(key).into_owned();
    let mut values = typed.clone();
    if !values.has("entry") {
        values.set("entry", drill.entries.first().map_or("", |entry| entry.word()));
    }
    if !values.has("way") {
        values.set("way", ways.first().map_or("", |way| way.word()));
    }
    let entries = drill.entries.iter().map(|own| (own.word().to_owned(), word(entry_key(*own)))).collect();
    let ways = ways.iter().map(|own| (own.word().to_owned(), word(way_key(*own)))).collect();
    let place = format!("/drills/{}", drill.head.code);
    let fields = vec![
        Field::radio(talk, "entry", "drills-entry", entries).required(talk),
        Field::radio(talk, "way", "drills-way", ways).required(talk),
    ];
    Form::new(talk, format!("{place}/tries"), place, "drills-start")
        .fields(fields, &values, errors)
        .hidden("once", web.chance.token(16))
}

/// Opens a try; while one is open, leads to it instead.
pub(super) async fn start(
    State(room): State<Room>,
    visitor: Visitor,
    Path(code): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let web = &room.web;
    let (stored, drill) = stored(web, &code).await?;
    let mut check = Check::new(&fields);
    let entry = Entry::parse(check.choice("entry", &Entry::WORDS, "drills-error-entry"));
    let way = Way::parse(check.choice("way", &Way::WORDS, "drills-error-way"));
    let (Some(entry), Some(way)) = (entry, way) else {
        return Page::show_wrong(&drill_page(&room, &visitor, &drill, &fields, &check.errors).await?);
    };
    if !drill.entries.contains(&entry) || !ways(&drill, &room.recordings).contains(&way) {
        return Err(DrillError::NotSo.into());
    }
    if let Some(open) = store::unfinished(web.store.read(), visitor.account.id).await? {
        sessions::tell(web, &visitor, "drills-open-already").await?;
        return Ok(see_other(&format!("/drills/tries/{}", open.id.0)));
    }
    let change = web.store.begin(own_centre(&visitor)).await?;
    let new = New {
        trainee: visitor.account.id,
        drill: ScenarioId(stored.id),
        entry,
        way,
        language: drill.language,
        profile: &visitor.preferences.profile(),
        factor: visitor.preferences.time_factor,
    };
    let place = format!("/drills/tries/{}", store::insert(&change, new).await?.0);
    match spend(&change, fields.get("once"), &place).await? {
        Once::First => {
            change.commit().await?;
            Ok(see_other(&place))
        }
        Once::Again(first) => Ok(see_other(&first)),
    }
}
