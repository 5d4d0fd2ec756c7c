//! The pages of the programme. Everybody who is signed in may read them.

use ::programme::{Block, Internship, Kind, Module, Programme, Status, Text};
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::{Arg, Talk};

use super::{SemesterTable, Trial, programme, sentence};

const ROOM: &str = "/programme";

/// The routes of the programme.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/programme", overview)
        .page("/programme/modules/{code}", module)
        .page("/programme/internship", internship)
        .page("/programme/matrix", matrix)
        .page("/programme/semesters", semesters)
        .page("/programme/contradictions", contradictions)
        .with_state(web)
}

/// What every template of the room says: a text of the programme in the page's language, hours, a list of codes.
#[derive(Clone, Copy, Debug)]
struct Say(Talk);

impl Say {
    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.0.lang.code())
    }

    fn hours<N: Copy + Into<u32>>(&self, hours: &N) -> String {
        self.0.with("programme-hours", &[("hours", Arg::from(i64::from((*hours).into())))])
    }

    fn kind(&self, kind: &Kind) -> String {
        let key = match kind {
            Kind::Qualifying => "programme-kind-qualifying",
            Kind::Complementary => "programme-kind-complementary",
        };
        self.0.t(key).into_owned()
    }

    /// The shape and the word of a table's state.
    fn state(&self, status: &Status) -> (&'static str, String) {
        let (tone, key) = match status {
            Status::ToConfirm => ("attention", "programme-to-confirm"),
            Status::Confirmed => ("good", "programme-confirmed"),
        };
        (tone, self.0.t(key).into_owned())
    }

    fn numbered<N: Copy + Into<u32>>(&self, key: &str, number: &N) -> String {
        self.0.with(key, &[("number", Arg::from(i64::from((*number).into())))])
    }
}

async fn frame(web: &Web, visitor: &Visitor, title: &str) -> Result<(Page, Say), WebError> {
    visitor.may(Habilitation::ReadProgramme)?;
    Ok((Page::new(web, visitor, title).await?.under(ROOM).document(), Say(visitor.talk())))
}

#[derive(Template)]
#[template(path = "programme/overview.html")]
struct Overview {
    page: Page,
    say: Say,
    programme: &'static Programme,
    kinds: [(&'static str, Vec<&'static Module>); 2],
}

/// What the programme is: totals, modules, recommendations, equipment.
async fn overview(State(web): State<Web>, visitor: Visitor) -> Answer {
    let (page, say) = frame(&web, &visitor, "programme-title").await?;
    let of = |kind| programme().modules.iter().filter(|module| module.kind == kind).collect();
    let kinds = [("programme-qualifying", of(Kind::Qualifying)), ("programme-complementary", of(Kind::Complementary))];
    Page::show(&Overview { page, say, programme: programme(), kinds })
}

impl Overview {
    fn intro(&self) -> String {
        let sheet = &self.programme.sheet;
        let args = [
            ("code", Arg::ltr(&sheet.code)),
            ("edition", Arg::ltr(&sheet.version)),
            ("trade", Arg::from(self.say.text(&sheet.title))),
        ];
        self.page.talk.html("programme-intro", &args)
    }
}

#[derive(Template)]
#[template(path = "programme/module.html")]
struct ModulePage {
    page: Page,
    say: Say,
    programme: &'static Programme,
    module: &'static Module,
    previous: Option<&'static Module>,
    next: Option<&'static Module>,
    semesters: String,
    linked: Vec<&'static str>,
}

/// One module sheet: behaviour, conditions, criteria, objectives.
async fn module(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadProgramme)?;
    let programme = programme();
    let rank = programme.modules.iter().position(|module| module.code == code).ok_or(WebError::NotFound)?;
    let module = &programme.modules[rank];
    let say = Say(visitor.talk());
    let args = [("code", Arg::ltr(&module.code)), ("title", Arg::from(say.text(&module.title)))];
    let title = visitor.talk().with("programme-module-title", &args);
    let page = Page::titled(&web, &visitor, title).await?.under(ROOM).document();
    let places = programme.semester_row(&code).map(|row| row.proposal.iter().map(u8::to_string).collect::<Vec<_>>());
    Page::show(&ModulePage {
        page,
        say,
        programme,
        module,
        previous: rank.checked_sub(1).map(|before| &programme.modules[before]),
        next: programme.modules.get(rank + 1),
        semesters: places.unwrap_or_default().join(", "),
        linked: linked(programme, module),
    })
}

/// The modules that the matrix links to one: those it leans on, or those that lean on it.
fn linked(programme: &'static Programme, module: &Module) -> Vec<&'static str> {
    match module.kind {
        Kind::Qualifying => {
            let row = programme.matrix_row(&module.code);
            row.map(|row| row.proposal.iter().map(String::as_str).collect()).unwrap_or_default()
        }
        Kind::Complementary => programme.leaning_on(&module.code).map(|module| module.code.as_str()).collect(),
    }
}

#[derive(Template)]
#[template(path = "programme/internship.html")]
struct InternshipPage {
    page: Page,
    say: Say,
    internship: &'static Internship,
}

/// The internship: its organisation and its sheet.
async fn internship(State(web): State<Web>, visitor: Visitor) -> Answer {
    let (page, say) = frame(&web, &visitor, "programme-internship").await?;
    Page::show(&InternshipPage { page, say, internship: &programme().sheet.internship })
}

#[derive(Template)]
#[template(path = "programme/matrix.html")]
struct MatrixPage {
    page: Page,
    say: Say,
    programme: &'static Programme,
    columns: Vec<(&'static Module, usize)>,
    sentences: [Vec<(String, Vec<&'static str>)>; 2],
    links: usize,
}

/// Which complementary modules each qualifying module leans on: as sentences and as a table.
async fn matrix(State(web): State<Web>, visitor: Visitor) -> Answer {
    let (page, say) = frame(&web, &visitor, "programme-matrix").await?;
    let programme = programme();
    let of = |kind, key: &'static str| {
        let modules = programme.modules.iter().filter(move |module| module.kind == kind);
        let opening = |module: &'static Module| {
            (page.talk.html(key, &[("module", Arg::ltr(&module.code))]), linked(programme, module))
        };
        modules.map(opening).filter(|(_, linked)| !linked.is_empty()).collect::<Vec<_>>()
    };
    let sentences = [of(Kind::Qualifying, "programme-leans-on"), of(Kind::Complementary, "programme-serves")];
    let columns = programme.modules.iter().filter(|module| module.kind == Kind::Complementary);
    let columns = columns.map(|module| (module, linked(programme, module).len())).collect();
    let links = programme.matrix.rows.iter().map(|row| row.proposal.len()).sum();
    Page::show(&MatrixPage { page, say, programme, columns, sentences, links })
}

#[derive(Template)]
#[template(path = "programme/semesters.html")]
struct SemestersPage {
    page: Page,
    say: Say,
    programme: &'static Programme,
    trial: Trial,
    tables: Vec<SemesterTable>,
    problems: Vec<String>,
    edited: Option<Edited>,
}

/// The module whose semesters are being changed.
struct Edited {
    module: &'static Module,
    blocks: Vec<(u32, Block, u8)>,
    others: Vec<(&'static str, Vec<u8>)>,
}

/// The semester table, and what happens to it when blocks are moved. What is tried stands in the address only.
async fn semesters(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    let (page, say) = frame(&web, &visitor, "programme-semesters").await?;
    let query = query.unwrap_or_default();
    let page = page.document_of(&query);
    let fields = Fields::parse(query.as_bytes());
    let programme = programme();
    let trial = Trial::read(programme, &fields);
    let problems = trial.problems().iter().map(|problem| sentence(page.talk, problem)).collect();
    let edited = Edited::of(programme, &trial, fields.get("edit"));
    Page::show(&SemestersPage { page, say, programme, tables: trial.tables(), trial, problems, edited })
}

impl Edited {
    fn of(programme: &'static Programme, trial: &Trial, code: &str) -> Option<Self> {
        let (module, row) = (programme.module(code)?, programme.semester_row(code)?);
        let place = |at: usize| trial.places(code).get(at).copied().unwrap_or(0);
        let blocks = (1..).zip(&row.blocks).enumerate().map(|(at, (rank, block))| (rank, *block, place(at))).collect();
        Some(Self { module, blocks, others: trial.changed_but(code) })
    }
}

impl SemestersPage {
    fn block_hours(&self, block: &Block) -> String {
        let hours = |hours: u8| Arg::from(i64::from(hours));
        let args = [("lecture", hours(block.lecture)), ("practical", hours(block.practical))];
        self.page.talk.with("programme-block-hours", &args)
    }

    fn placed(&self, code: &str, places: &[u8]) -> String {
        let places: Vec<String> = places.iter().map(u8::to_string).collect();
        self.page
            .talk
            .html("programme-placed", &[("module", Arg::ltr(code)), ("semesters", Arg::ltr(&places.join(", ")))])
    }

    fn choices(&self) -> std::ops::RangeInclusive<u8> {
        1..=self.programme.sheet.semesters
    }

    fn is_edited(&self, code: &str) -> bool {
        self.edited.as_ref().is_some_and(|edited| edited.module.code == code)
    }
}

#[derive(Template)]
#[template(path = "programme/contradictions.html")]
struct Contradictions {
    page: Page,
    say: Say,
    programme: &'static Programme,
}

/// What the official document says in two ways.
async fn contradictions(State(web): State<Web>, visitor: Visitor) -> Answer {
    let (page, say) = frame(&web, &visitor, "programme-contradictions").await?;
    Page::show(&Contradictions { page, say, programme: programme() })
}
