//! From a page to its braille edition.

use std::io;

use ::braille::{Brf, Edition, Error, Grade, Louis, Meta, Numbers, Pef, Report, Sheet, Sink, Writing, write};
use askama::Template;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use words::{Arg, Talk, lang_attr_for, runs};

use super::{Format, file_names, reading};
use crate::{Page, Visitor, Web, WebError, frame, guard};

/// The most pages that are shown; the files hold all.
const SHOWN: usize = 60;
/// What the administrator installs.
const TABLES: &str = "liblouis-data";
const SOFTWARE: [(&str, &str); 3] = [("software", "liblouis"), ("library", "liblouis20"), ("tables", TABLES)];
/// The largest page that is made into braille, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// Answers `?braille=…` with the braille edition of the page that was asked for. Everything else goes by.
pub(crate) async fn editions(State(web): State<Web>, request: Request, next: Next) -> Response {
    let Some(asked) = Asked::of(&web, &request) else { return next.run(request).await };
    let Some(format) = asked.format else {
        let formats = ["brf", "pef", "view"].map(|format| (format, Arg::ltr(format)));
        return asked.told("braille-format-title", StatusCode::BAD_REQUEST, "braille-format-text", &formats);
    };
    let response = next.run(asked.without_braille(request)).await;
    let html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if response.status() != StatusCode::OK || !html {
        return response;
    }
    let Ok(body) = to_bytes(response.into_body(), LARGEST).await else {
        return WebError::Broken("a page too large for braille".to_owned()).into_response();
    };
    let (louis, edition, day) = (web.louis.clone(), asked.edition(), asked.day(&web));
    let making =
        tokio::task::spawn_blocking(move || made(&String::from_utf8_lossy(&body), format, edition, &louis, day));
    match making.await {
        Ok(Ok(made)) => asked.answer(made),
        Ok(Err(error)) => asked.failed(&error),
        Err(error) => WebError::Broken(format!("the braille edition: {error}")).into_response(),
    }
}

/// Who asks for which edition of what.
struct Asked {
    format: Option<Format>,
    page: Page,
    /// The address of the page itself.
    address: String,
}

impl Asked {
    fn of(web: &Web, request: &Request) -> Option<Self> {
        if request.method() != Method::GET {
            return None;
        }
        let query = request.uri().query()?;
        let (_, wanted) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "braille")?;
        let page = match request.extensions().get::<Visitor>() {
            Some(visitor) => Page::still(web, visitor, String::new()),
            None => Page::outside(guard::talk_of(request.extensions(), request.headers()), String::new()),
        };
        Some(Self { format: Format::parse(&wanted), page, address: without(request.uri(), query) })
    }

    /// The request for the page itself. What is told once is told on the page that follows, not in a file.
    fn without_braille(&self, mut request: Request) -> Request {
        if let Ok(address) = self.address.parse() {
            *request.uri_mut() = address;
        }
        if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
            visitor.notice = None;
        }
        request
    }

    fn edition(&self) -> Edition {
        let preferences = &self.page.preferences;
        Edition { grades: preferences.grades, size: preferences.paper, numbers: Numbers::Bottom }
    }

    /// The day in the centre's time, `2026-11-27`.
    fn day(&self, web: &Web) -> String {
        let day = self.page.talk.date(web.clock().now().0, web.config.offset_minutes);
        day.split('/').rev().collect::<Vec<_>>().join("-")
    }

    fn answer(self, made: Made) -> Response {
        match made {
            Made::File { sheet, bytes, kind, ending } => download(&sheet.title, bytes, kind, ending),
            Made::View { sheet, pages, report } => self.view(&sheet, &pages, &report),
        }
    }

    fn view(self, sheet: &Sheet, pages: &[::braille::Page], report: &Report) -> Response {
        let talk = self.page.talk;
        let title = talk.with("braille-view-title", &[("title", Arg::from(sheet.title.as_str()))]);
        let edition = self.edition();
        let grade = |grade: Grade| talk.t(grade_key(grade)).into_owned();
        let shown = View {
            grades: edition.grades.each().map(grade),
            size: talk.with(
                "braille-size",
                &[("cells", Arg::from(edition.size.cells())), ("lines", Arg::from(edition.size.lines()))],
            ),
            count: talk.with("braille-pages", &[("count", Arg::from(report.pages))]),
            first_only: (report.pages > SHOWN).then(|| talk.with("braille-first-only", &[("count", Arg::from(SHOWN))])),
            lost: report.lost.iter().map(|(c, lost)| lost_line(talk, *c, lost)).collect(),
            sheets: pages.iter().map(|page| Shown::of(talk, page)).collect(),
            eight: edition.grades.eight_dots().is_some(),
            file: format!("{}{}braille=", self.address, if self.address.contains('?') { '&' } else { '?' }),
            address: self.address,
            page: Page { title, ..self.page },
        };
        shown.render().map(Html).map_err(WebError::from).into_response()
    }

    fn failed(self, error: &Error) -> Response {
        match error {
            Error::Absent { .. } => {
                tracing::warn!(%error, "braille");
                self.told(
                    "braille-absent-title",
                    StatusCode::SERVICE_UNAVAILABLE,
                    "braille-absent-text",
                    &named(&SOFTWARE),
                )
            }
            Error::Table { name, .. } => {
                tracing::warn!(%error, "braille");
                let args = [("table", name.as_str()), ("tables", TABLES)];
                self.told("braille-table-title", StatusCode::SERVICE_UNAVAILABLE, "braille-table-text", &named(&args))
            }
            Error::EightDots { grade } => {
                let args = [("grade", Arg::from(self.page.talk.t(grade_key(*grade)).into_owned()))];
                self.told("braille-eight-title", StatusCode::CONFLICT, "braille-eight-text", &args)
            }
            Error::Size(_) | Error::Write(_) => WebError::Broken(error.to_string()).into_response(),
        }
    }

    fn told(self, title: &str, status: StatusCode, text: &str, args: &[(&str, Arg)]) -> Response {
        let talk = self.page.talk;
        let page = Page { title: talk.t(title).into_owned(), ..self.page };
        frame::told_page(page, status, talk.with(text, args))
    }
}

/// What a sentence names, as it is typed.
fn named<'a>(names: &[(&'a str, &str)]) -> Vec<(&'a str, Arg)> {
    names.iter().map(|(name, value)| (*name, Arg::ltr(value))).collect()
}

/// The address without what asks for braille.
fn without(uri: &Uri, query: &str) -> String {
    let kept: Vec<&str> = query.split('&').filter(|part| *part != "braille" && !part.starts_with("braille=")).collect();
    if kept.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), kept.join("&")) }
}

/// What was made of a page.
enum Made {
    File { sheet: Sheet, bytes: Vec<u8>, kind: &'static str, ending: &'static str },
    View { sheet: Sheet, pages: Vec<::braille::Page>, report: Report },
}

/// Reads the page and writes it; it takes the time that the tables take, and runs apart.
fn made(html: &str, format: Format, edition: Edition, louis: &Louis, day: String) -> Result<Made, Error> {
    let Some(sheet) = reading::sheet(html) else {
        return Err(Error::Write(io::Error::other("a page without a main part")));
    };
    match format {
        Format::Brf => {
            let mut bytes = Vec::new();
            write(&sheet, edition, louis, &mut Brf::new(&mut bytes, edition)?)?;
            Ok(Made::File { sheet, bytes, kind: "application/x-brf", ending: "brf" })
        }
        Format::Pef => {
            let title = sheet.title.clone();
            let meta = Meta { identifier: format!("plateau {day} {title}"), title, lang: sheet.lang, date: day };
            let mut pef = Pef::new(Vec::new(), edition, &meta)?;
            write(&sheet, edition, louis, &mut pef)?;
            Ok(Made::File { sheet, bytes: pef.close()?, kind: "application/x-pef+xml", ending: "pef" })
        }
        Format::View => {
            let mut first = First(vec![]);
            let report = write(&sheet, edition, louis, &mut first)?;
            Ok(Made::View { sheet, pages: first.0, report })
        }
    }
}

/// Keeps the first pages only.
struct First(Vec<::braille::Page>);

impl Sink for First {
    fn page(&mut self, page: ::braille::Page) -> ::braille::Result<()> {
        if self.0.len() < SHOWN {
            self.0.push(page);
        }
        Ok(())
    }
}

fn download(title: &str, bytes: Vec<u8>, kind: &'static str, ending: &str) -> Response {
    let (plain, own) = file_names(title);
    let own: String = form_urlencoded::byte_serialize(own.as_bytes()).collect();
    let named = format!("attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{own}.{ending}");
    let named = HeaderValue::from_str(&named).unwrap_or(HeaderValue::from_static("attachment"));
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, named)], bytes)
        .into_response()
}

/// The cells of a document beside its print.
#[derive(Template)]
#[template(path = "braille/view.html")]
struct View {
    page: Page,
    grades: [String; 3],
    size: String,
    count: String,
    first_only: Option<String>,
    lost: Vec<String>,
    sheets: Vec<Shown>,
    eight: bool,
    file: String,
    address: String,
}

/// A page as it is shown.
struct Shown {
    id: String,
    title: String,
    lines: Vec<ShownLine>,
}

struct ShownLine {
    cells: String,
    print: Vec<(String, Option<&'static str>)>,
}

impl Shown {
    fn of(talk: Talk, page: &::braille::Page) -> Self {
        let run = |text: &str| (text.to_owned(), lang_attr_for(text, talk.lang));
        let line = |line: &::braille::Line| ShownLine {
            cells: ::braille::patterns(&line.cells),
            print: runs(&line.text).into_iter().map(|part| run(part.text)).collect(),
        };
        Self {
            id: format!("page-{}", page.number),
            title: talk.with("braille-page", &[("number", Arg::from(page.number))]),
            lines: page.lines.iter().map(line).collect(),
        }
    }
}

impl ShownLine {
    fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }
}

fn lost_line(talk: Talk, c: char, lost: &::braille::Lost) -> String {
    let sign = if c.is_control() { String::new() } else { c.to_string() };
    let args = [
        ("sign", Arg::from(sign)),
        ("code", Arg::ltr(&format!("U+{:04X}", u32::from(c)))),
        ("script", Arg::from(talk.t(script_key(lost.writing)).into_owned())),
        ("page", Arg::from(lost.page)),
        ("line", Arg::from(lost.line)),
        ("count", Arg::from(lost.times)),
    ];
    talk.html("braille-lost", &args)
}

fn script_key(writing: Writing) -> &'static str {
    match writing {
        Writing::Latin => "braille-script-latin",
        Writing::Arabic => "braille-script-arabic",
        Writing::Tifinagh => "braille-script-tifinagh",
        Writing::Greek => "braille-script-greek",
        Writing::Cyrillic => "braille-script-cyrillic",
        Writing::Hebrew => "braille-script-hebrew",
        Writing::EastAsian => "braille-script-east-asian",
        Writing::Control => "braille-script-control",
        Writing::Sign => "braille-script-sign",
        Writing::Other => "braille-script-other",
    }
}

/// The key of a code's name.
pub(crate) fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::French6 => "braille-fr6",
        Grade::FrenchContracted => "braille-fr-contracted",
        Grade::French8 => "braille-fr8",
        Grade::Arabic6 => "braille-ar6",
        Grade::Arabic8 => "braille-ar8",
        Grade::English1 => "braille-en1",
        Grade::English2 => "braille-en2",
    }
}
