//! The page of the statement, for everybody, signed in or not.

use askama::Template;
use axum::extract::State;
use words::{Lang, lang_attr_for};

use super::{Claim, Kind, Record, Statement};
use crate::{Answer, MaybeVisitor, Page, Routes, Visitor, Web};

/// The version of this program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Template)]
#[template(path = "accessibility/accessibility.html")]
pub(super) struct StatementPage {
    pub(super) page: Page,
    pub(super) statement: Statement,
}

impl StatementPage {
    fn languages(&self, codes: &[String]) -> Vec<Lang> {
        codes.iter().filter_map(|code| Lang::parse(code)).collect()
    }

    fn is_of_another_version(&self, record: &Record) -> bool {
        record.program != VERSION
    }

    fn lang_of(&self, text: &str) -> Option<&'static str> {
        lang_attr_for(text, self.page.talk.lang)
    }
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().page("/accessibility", show).with_state(web)
}

async fn show(State(web): State<Web>, MaybeVisitor(talk): MaybeVisitor, visitor: Option<Visitor>) -> Answer {
    let page = Page::open(&web, talk, visitor, talk.t("accessibility-title").into_owned()).await?;
    Page::show(&StatementPage { page, statement: Statement::own() })
}
