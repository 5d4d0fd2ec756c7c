//! Handing every portfolio of one agent to another, with what it would do first.

use ::store::{Once, spend};
use ::web::{Answer, Check, Field, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{RawQuery, State};

use super::{Line, PLACE, agent_of, choices, id_of, work};
use crate::portfolios::store;

#[derive(Template)]
#[template(path = "portfolios/transfer.html")]
struct TransferPage {
    page: Page,
    form: Form,
    /// The portfolios that would change hands.
    lines: Option<Vec<Line>>,
    confirmation: Option<Form>,
}

async fn transfer_page(web: &Web, visitor: &Visitor, fields: &Fields) -> Result<TransferPage, WebError> {
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let agents = choices(talk, store::agents(db, scope).await?);
    let mut check = Check::new(fields);
    let from = agent_of(web, visitor, &mut check, fields, "from").await?;
    let to = agent_of(web, visitor, &mut check, fields, "to").await?;
    let asked = fields.has("from") || fields.has("to");
    if asked && from == 0 {
        check.wrong("from", "portfolios-error-agent");
    }
    if asked && (to == 0 || to == from) {
        check.wrong("to", "portfolios-error-other");
    }
    let form = Form::search(talk, "/portfolio-transfer", "portfolios-preview").fields(
        vec![
            Field::select(talk, "from", "portfolios-from", agents.clone()).required(talk),
            Field::select(talk, "to", "portfolios-to", agents).required(talk),
        ],
        fields,
        &check.errors,
    );
    let ready = asked && check.errors.is_empty();
    let lines = if ready { Some(work(web, visitor, &store::list(db, scope, Some(from)).await?).await?) } else { None };
    let confirmation = lines.as_ref().filter(|lines| !lines.is_empty()).map(|_| {
        Form::new(talk, "/portfolio-transfer", "/portfolio-transfer", "portfolios-transfer-do")
            .hidden("from", from.to_string())
            .hidden("to", to.to_string())
            .hidden("once", web.chance.token(16))
    });
    let page = Page::new(web, visitor, "portfolios-transfer").await?.under(PLACE).wrong(form.is_wrong());
    Ok(TransferPage { page, form, lines, confirmation })
}

/// What an agent would hand over to another.
pub(super) async fn preview(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let shown = transfer_page(&web, &visitor, &Fields::parse(query.unwrap_or_default().as_bytes())).await?;
    if shown.page.wrong { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

pub(super) async fn hand_over(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let shown = transfer_page(&web, &visitor, &fields).await?;
    if shown.page.wrong {
        return Page::show_wrong(&shown);
    }
    let (from, to) = (id_of(fields.get("from"))?, id_of(fields.get("to"))?);
    let change = web.store.begin(visitor.scope()).await?;
    if store::transfer(&change, from, to).await? > 0 && spend(&change, fields.get("once"), PLACE).await? == Once::First
    {
        change.commit().await?;
        sessions::tell(&web, &visitor, "portfolios-transferred").await?;
    }
    Ok(see_other(PLACE))
}
