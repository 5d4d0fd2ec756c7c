//! The program stops between any two steps of a call, and starts again on the same data.

use ::store::testing::MORNING;
use ::store::{CentreId, Clock, Store, Target};
use ::web::Role;
use axum::http::StatusCode;

use super::house::{self, Migrations, NUMBER, PRODUCTION, account, caller, furnish};
use super::*;

/// The steps of a call: what is posted, and with what.
const STEPS: [(&str, &[(&str, &str)]); 11] = [
    ("answer", &[]),
    ("steps", &[("step", "greet"), ("how", "passed")]),
    ("utterances", &[("text", "Je vous écoute.")]),
    ("hold", &[]),
    ("hold/end", &[]),
    ("client", &[("client", "1")]),
    ("identification", &[]),
    ("reason", &[("reason", "bill")]),
    ("steps", &[("step", "file"), ("branch", "leave")]),
    ("end", &[]),
    ("wrap-up", &[("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "4"), ("note", "Rappeler dimanche")]),
];

/// The program, running on a data folder.
struct Program {
    store: Store,
    desk: Desk,
}

impl Program {
    async fn start(target: &Target, clock: &Clock, desk: Option<&Desk>) -> Self {
        let store = Store::open::<Migrations>(target, clock.clone()).await.unwrap();
        let router = house::site(&store);
        let desk = match desk {
            Some(desk) => Desk { router, ..desk.clone() },
            None => {
                furnish(&store).await;
                let id = account(&store, "rachid", Role::Agent, CentreId::PRODUCTION).await;
                let mut desk = Desk { router, cookie: String::new(), id };
                desk.sign_in("rachid").await;
                desk
            }
        };
        Self { store, desk }
    }

    /// The power is cut: nothing is closed, nothing is said.
    async fn stop_and_start(self, target: &Target, clock: &Clock) -> Self {
        let Self { store, desk } = self;
        drop(store);
        Self::start(target, clock, Some(&desk)).await
    }

    /// The desk as it stands, once what was to be told has been told.
    async fn seen(&self) -> String {
        self.desk.get("/desk").await;
        let page = self.desk.get("/desk").await;
        assert_eq!(page.status, StatusCode::OK);
        page.drawn()
    }
}

#[tokio::test]
async fn nothing_of_a_call_is_lost_when_the_program_stops_between_two_steps() {
    let folder = tempfile::tempdir().unwrap();
    let (target, clock) = (Target::Folder(folder.path().to_owned()), Clock::fixed(MORNING));
    let mut program = Program::start(&target, &clock, None).await;
    let id = caller(&program.store, program.desk.id, NUMBER, 5, Some(BRANCHED)).await;
    let yasmine = yasmine().into_iter().filter(|(field, _)| *field != "phone");
    let pairs: Vec<_> = yasmine.chain([("language", "fr"), ("status", "active"), ("phone", "0661223344")]).collect();
    assert_eq!(program.desk.post("/clients", &pairs).await.status, StatusCode::SEE_OTHER);
    program = program.stop_and_start(&target, &clock).await;
    assert!(program.seen().await.contains("data-state=\"waiting\""));
    clock.advance(5_000);
    let mut states = vec![];
    for (action, pairs) in STEPS {
        let before = program.seen().await;
        program = program.stop_and_start(&target, &clock).await;
        assert_eq!(program.seen().await, before, "before {action}");
        clock.advance(3_000);
        let back = program.desk.act(id, action, pairs).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{action}\n{}", back.html);
        states.push(call_by_id(program.store.read(), PRODUCTION, id).await.unwrap().state);
    }
    use State::{Closed, Hold, Talking, WrapUp};
    assert_eq!(states, [Talking, Talking, Talking, Hold, Talking, Talking, Talking, Talking, Talking, WrapUp, Closed]);
    program = program.stop_and_start(&target, &clock).await;
    let call = call_by_id(program.store.read(), PRODUCTION, id).await.unwrap();
    assert_eq!((call.client, call.note.as_str(), call.held_ms), (Some(ClientId(1)), "Rappeler dimanche", 3_000));
    let said: Vec<_> = turns_of(program.store.read(), id).await.unwrap().into_iter().map(|turn| turn.text).collect();
    let expected = [
        "Allô ?",
        "Bonjour, Mme rachid à votre service.",
        TALK[0],
        "Je vous écoute.",
        TALK[1],
        "J’attends.",
        "Je suis là.",
        "Au revoir.",
    ];
    assert_eq!(said, expected);
}

#[tokio::test]
async fn a_coding_half_typed_is_there_again_after_the_program_has_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let (target, clock) = (Target::Folder(folder.path().to_owned()), Clock::fixed(MORNING));
    let mut program = Program::start(&target, &clock, None).await;
    let id = caller(&program.store, program.desk.id, NUMBER, 0, None).await;
    program.seen().await;
    for action in ["answer", "end"] {
        program.desk.act(id, action, &[]).await;
    }
    let place = format!("/desk#wrap-up-{}", id.0);
    let typed = [("_page", place.as_str()), ("reason", "bill"), ("note", "Rappeler dim")];
    assert_eq!(program.desk.post("/drafts", &typed).await.status, StatusCode::NO_CONTENT);
    program = program.stop_and_start(&target, &clock).await;
    let page = program.seen().await;
    assert!(page.contains("Rappeler dim</textarea>") && page.contains("<option value=\"bill\" selected>"), "{page}");
}
