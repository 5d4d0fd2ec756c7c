//! The pages of the guide, for everybody, signed in or not.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::dir_of;

use super::search::{Found, search};
use super::{Block, Leaf, Span, book};
use crate::{Answer, Check, Field, Fields, Form, MaybeVisitor, Page, Routes, Visitor, Web, WebError};

/// Characters of a question, at most.
const LONGEST: usize = 100;

#[derive(Template)]
#[template(path = "guide/contents.html")]
struct Contents {
    page: Page,
    form: Form,
    leaves: Vec<(&'static Leaf, Spans<'static>)>,
    /// The question and what answers it.
    asked: Option<(String, Vec<Found>)>,
}

#[derive(Template)]
#[template(path = "guide/leaf.html")]
struct LeafPage {
    page: Page,
    leaf: &'static Leaf,
    summary: Spans<'static>,
    before: Option<&'static Leaf>,
    after: Option<&'static Leaf>,
}

impl LeafPage {
    fn spans<'a>(&self, spans: &'a [Span]) -> Spans<'a> {
        Spans(spans)
    }
}

/// A line, as HTML.
#[derive(Template)]
#[template(path = "guide/spans.html")]
struct Spans<'a>(&'a [Span]);

impl askama::filters::HtmlSafe for Spans<'_> {}

impl Spans<'_> {
    fn spans(&self) -> &[Span] {
        self.0
    }

    fn dir(&self, text: &str) -> &'static str {
        dir_of(text)
    }
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().page("/guide", contents).page("/guide/{page}", leaf).with_state(web)
}

/// The contents, and what the guide says about a question.
async fn contents(
    State(web): State<Web>,
    MaybeVisitor(talk): MaybeVisitor,
    visitor: Option<Visitor>,
    RawQuery(query): RawQuery,
) -> Answer {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut check = Check::new(&fields);
    let question = check.line("q", LONGEST);
    if fields.has("q") && question.is_empty() {
        check.wrong("q", "guide-error-empty");
    }
    let field = Field::line(talk, "q", "guide-search").of_type("search").hint(talk, "guide-search-hint");
    let form = Form::search(talk, "/guide", "guide-find").fields(vec![field], &fields, &check.errors);
    let page = Page::open(&web, talk, visitor, talk.t("guide-title").into_owned()).await?.wrong(form.is_wrong());
    let asked = (fields.has("q") && !form.is_wrong()).then(|| (question.clone(), search(talk.lang, &question)));
    let leaves = book(talk.lang).map(|leaf| (leaf, Spans(&leaf.summary))).collect();
    let shown = Contents { page, form, leaves, asked };
    if shown.form.is_wrong() { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

/// One page, with the way to the one before and the one after.
async fn leaf(
    State(web): State<Web>,
    MaybeVisitor(talk): MaybeVisitor,
    visitor: Option<Visitor>,
    Path(name): Path<String>,
) -> Answer {
    let leaves: Vec<&Leaf> = book(talk.lang).collect();
    let at = leaves.iter().position(|leaf| leaf.name() == name).ok_or(WebError::NotFound)?;
    let (leaf, before, after) = (leaves[at], at.checked_sub(1).map(|at| leaves[at]), leaves.get(at + 1).copied());
    let page = Page::open(&web, talk, visitor, leaf.title.clone()).await?.document();
    Page::show(&LeafPage { page, leaf, summary: Spans(&leaf.summary), before, after })
}
