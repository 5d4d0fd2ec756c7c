//! Scripts in a centre: published version after version, and read.

use std::sync::Arc;

use ::store::testing::{Fresh, stores};
use ::store::{
    AccountId, Centre, CentreId, CentreKind, Chance, MigrationTrait, MigratorTrait, PAGE, Scope, StoreError, journal_of,
};
use ::web::preferences::Preferences;
use ::web::{Account, Config, Habilitation, NavItem, Role, Status, StatusSource, Visitor, Web};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use words::Lang;

use super::{Merge, PublishError, ScriptId, get, latest, list, publish, routes, versions};

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let all = [::store::migrations(), ::web::migrations(), crate::migrations()];
        all.into_iter().flatten().collect()
    }
}

const FRENCH: &str = r#"
format = 1
code = "essai-fr"
version = 1
language = "fr"
title = "Accueil d’essai"

[[steps]]
id = "greet"
phase = "greeting"
kind = "say"
required = true
key = "1"
short = "Saluer"
text = "Bonjour, {company}, {agent_name} à votre service."

[[steps]]
id = "file"
phase = "identification"
kind = "do"
short = "Ouvrir la fiche"
text = "Ouvrir la fiche de {client_name}."
[[steps.branches]]
label = "Trouvée"
to = "leave"
[[steps.branches]]
label = "Absente"
to = "ask"

[[steps]]
id = "ask"
phase = "need"
kind = "ask"
short = "Demander l’objet"
text = "Est-ce bien au sujet de {reason} ?"

[[steps]]
id = "leave"
phase = "closing"
kind = "say"
required = true
short = "Prendre congé"
text = "Au revoir <{client_name}>."
"#;

const ARABIC: &str = r#"
format = 1
code = "essai-ar"
version = 1
language = "ar"
title = "استقبال"
[[steps]]
id = "greet"
phase = "greeting"
kind = "say"
required = true
short = "التحية"
text = "أهلا {client_name}."
[[steps]]
id = "leave"
phase = "closing"
kind = "say"
required = true
short = "التوديع"
text = "إلى اللقاء."
"#;

const TRAINING: Scope = Scope { centre: CentreId::TRAINING, actor: None };
const PRODUCTION: Scope = Scope { centre: CentreId::PRODUCTION, actor: None };

async fn published(fresh: &Fresh, scope: Scope, source: &str) -> ScriptId {
    let change = fresh.store.begin(scope).await.unwrap();
    let id = publish(&change, source).await.unwrap();
    change.commit().await.unwrap();
    id
}

#[tokio::test]
async fn each_publication_of_a_code_is_its_next_version_in_that_centre() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let db = fresh.store.read();
        let first = published(&fresh, TRAINING, FRENCH).await;
        let corrected = FRENCH.replace("Accueil d’essai", "Accueil corrigé");
        let second = published(&fresh, TRAINING, &corrected).await;
        let elsewhere = published(&fresh, PRODUCTION, FRENCH).await;
        let newest = latest(db, TRAINING, "essai-fr").await.unwrap().unwrap();
        assert_eq!(
            (newest.id, newest.version, newest.title.as_str()),
            (second, 2, "Accueil corrigé"),
            "{}",
            fresh.name
        );
        let old = get(db, TRAINING, first).await.unwrap();
        assert_eq!((old.version, old.title.as_str()), (1, "Accueil d’essai"), "an older version stays as it was");
        assert_eq!(get(db, PRODUCTION, elsewhere).await.unwrap().version, 1, "another centre counts for itself");
        assert_eq!(old.definition.steps.len(), 4);
        assert!(latest(db, TRAINING, "nowhere").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_script_of_another_centre_is_not_found() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let id = published(&fresh, PRODUCTION, FRENCH).await;
        let seen = get(fresh.store.read(), TRAINING, id).await;
        assert!(matches!(seen, Err(StoreError::NotFound)), "{}: {seen:?}", fresh.name);
        assert!(list(fresh.store.read(), TRAINING, None).await.unwrap().rows.is_empty());
    }
}

#[tokio::test]
async fn a_broken_script_is_refused_with_its_lines_and_leaves_nothing() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let broken = FRENCH.replace("to = \"ask\"", "to = \"nowhere\"").replace("{reason}", "{weather}");
        let change = fresh.store.begin(TRAINING).await.unwrap();
        let refused = publish(&change, &broken).await;
        let Err(PublishError::Faulty(faults)) = refused else { panic!("{}: {refused:?}", fresh.name) };
        let lines: Vec<usize> = faults.0.iter().map(|fault| fault.line).collect();
        let at = |text: &str| broken.lines().position(|line| line.contains(text)).unwrap() + 1;
        assert!(lines.contains(&at("{weather}")), "{faults}");
        assert!(lines.iter().any(|line| (at("id = \"file\"") - 1..=at("nowhere")).contains(line)), "{faults}");
        assert!(matches!(change.commit().await, Err(StoreError::Unjournaled)), "nothing to commit");
        assert!(latest(fresh.store.read(), TRAINING, "essai-fr").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_publication_is_in_the_journal_with_its_code_and_version() {
    for fresh in stores::<Migrations>().await.unwrap() {
        published(&fresh, TRAINING, FRENCH).await;
        let second = published(&fresh, TRAINING, FRENCH).await;
        let lines = journal_of(fresh.store.read(), TRAINING, "script", second.0, None, 9).await.unwrap();
        assert_eq!(lines.len(), 1, "{}", fresh.name);
        assert_eq!(lines[0].verb, "script.published");
        assert_eq!(lines[0].json(), serde_json::json!({"code": "essai-fr", "version": 2}));
    }
}

#[tokio::test]
async fn the_list_has_each_code_once_and_turns_its_pages() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let db = fresh.store.read();
        for rank in 0..=PAGE {
            let source = FRENCH.replace("essai-fr", &format!("essai-{rank:02}"));
            published(&fresh, TRAINING, &source).await;
        }
        published(&fresh, TRAINING, &FRENCH.replace("essai-fr", "essai-00")).await;
        let first = list(db, TRAINING, None).await.unwrap();
        assert_eq!((first.rows.len(), first.rows[0].steps), (PAGE, 4), "{}", fresh.name);
        let second = list(db, TRAINING, first.next).await.unwrap();
        let codes: Vec<_> = second.rows.iter().map(|row| (row.code.as_str(), row.version)).collect();
        assert_eq!((codes, second.next), (vec![("essai-00", 2)], None), "what was republished moves to the end");
    }
}

#[tokio::test]
async fn the_versions_of_a_code_come_newest_first() {
    for fresh in stores::<Migrations>().await.unwrap() {
        for _ in 0..PAGE + 2 {
            published(&fresh, TRAINING, FRENCH).await;
        }
        let newest = versions(fresh.store.read(), TRAINING, "essai-fr", None).await.unwrap();
        let numbers: Vec<i64> = newest.rows.iter().map(|row| row.version).collect();
        assert_eq!((numbers[0], numbers[PAGE - 1], newest.next), (22, 3, Some(3)), "{}", fresh.name);
        let older = versions(fresh.store.read(), TRAINING, "essai-fr", newest.next).await.unwrap();
        assert_eq!(older.rows.iter().map(|row| row.version).collect::<Vec<_>>(), [2, 1]);
    }
}

#[tokio::test]
async fn a_field_without_a_value_is_said_by_its_name_in_the_language_of_the_script() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let db = fresh.store.read();
        let french = get(db, TRAINING, published(&fresh, TRAINING, FRENCH).await).await.unwrap();
        let arabic = get(db, TRAINING, published(&fresh, TRAINING, ARABIC).await).await.unwrap();
        let merge = Merge { company: Some("Plateau"), client_name: Some(" "), ..Merge::default() };
        let said = |id: &str| merge.said(&french, french.definition.step(id).unwrap());
        assert_eq!(said("greet"), "Bonjour, Plateau, [nom du conseiller] à votre service.");
        assert_eq!(said("file"), "Ouvrir la fiche de [nom du client].");
        assert_eq!(said("ask"), "Est-ce bien au sujet de [objet de l’appel] ?");
        assert_eq!(Merge::default().said(&arabic, &arabic.definition.steps[0]), "أهلا [اسم الزبون].");
    }
}

struct Idle;

#[async_trait::async_trait]
impl StatusSource for Idle {
    async fn status(&self, _: &::store::Store, _: &Visitor) -> ::store::Result<Option<Status>> {
        Ok(None)
    }
}

async fn open(fresh: &Fresh, address: &str, role: Role, lang: Lang) -> (StatusCode, String) {
    let nav = [NavItem { href: "/scripts", key: "scripts-title", needs: Habilitation::ReadScripts }];
    let config = Config { secure: false, offset_minutes: 60 };
    let web = Web::new(fresh.store.clone(), Chance::seeded(1), config, &nav, Arc::new(Idle));
    let visitor = Visitor {
        account: Account { id: AccountId(1), login: "amina".into(), name: "Amina".into(), role },
        centre: Centre {
            id: CentreId::TRAINING,
            kind: CentreKind::Training,
            code: "training".into(),
            name: "École".into(),
            grants: vec![],
            chosen: 0,
        },
        preferences: Preferences::in_language(lang),
        session: String::new(),
        notice: None,
    };
    let mut request = Request::get(address).body(Body::empty()).unwrap();
    request.extensions_mut().insert(visitor);
    let response = routes(web).into_router().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 4_000_000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn the_steps_are_read_in_order_with_phase_duty_and_branches_in_words() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let id = published(&fresh, TRAINING, FRENCH).await.0;
        let (status, page) = open(&fresh, &format!("/scripts/{id}"), Role::Trainee, Lang::Fr).await;
        assert_eq!(status, StatusCode::OK, "{}", fresh.name);
        assert!(page.contains(">essai-fr, version 1</h1>"), "{page}");
        assert!(
            page.contains(r#"<p class="hint">Accueil, à dire, obligatoire, touche <kbd dir="ltr">1</kbd></p>"#),
            "{page}"
        );
        let branch = "<bdi lang=\"fr\">Absente</bdi>, <a href=\"#step-3\">aller à l’étape 3\u{a0}: <bdi lang=\"fr\">Demander l’objet</bdi></a>";
        assert!(page.contains(branch), "{page}");
        assert!(page.contains("Au revoir &#60;[nom du client]&#62;."), "words of a script are never markup: {page}");
        let order = ["Saluer", "Ouvrir la fiche", "Demander l’objet", "Prendre congé"];
        let places: Vec<_> = order.iter().map(|short| page.find(&format!("dir=\"ltr\">{short}</b>"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }
}

#[tokio::test]
async fn a_script_in_another_language_says_so_to_the_screen_reader() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let id = published(&fresh, TRAINING, ARABIC).await.0;
        let (_, page) = open(&fresh, &format!("/scripts/{id}"), Role::Trainer, Lang::Fr).await;
        assert!(page.contains(r#"<b lang="ar" dir="rtl">التحية</b>"#), "{}: {page}", fresh.name);
        assert!(page.contains("[اسم الزبون]"), "{page}");
        for lang in Lang::ALL {
            let (_, list) = open(&fresh, "/scripts", Role::Trainer, lang).await;
            assert!(list.contains(&format!(r#"<a href="/scripts/{id}"><bdi lang="ar">استقبال</bdi></a>"#)), "{list}");
            assert!(!list.contains('⟦') && !list.contains("{$"), "{list}");
        }
    }
}

#[tokio::test]
async fn an_older_version_says_that_it_is_one() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let old = published(&fresh, TRAINING, FRENCH).await.0;
        let new = published(&fresh, TRAINING, FRENCH).await.0;
        let (_, page) = open(&fresh, &format!("/scripts/{old}"), Role::Trainee, Lang::Fr).await;
        assert!(page.contains(r#"data-tone="attention">ancienne version"#), "{}: {page}", fresh.name);
        assert!(page.contains(&format!(r#"<a href="/scripts/{new}">Version 2</a>"#)), "{page}");
        let (_, page) = open(&fresh, &format!("/scripts/{new}"), Role::Trainee, Lang::Fr).await;
        assert!(page.contains(r#"data-tone="good">version en cours"#), "{page}");
    }
}

#[tokio::test]
async fn an_administrator_does_not_read_scripts_and_an_unknown_one_is_not_found() {
    for fresh in stores::<Migrations>().await.unwrap() {
        assert_eq!(
            open(&fresh, "/scripts", Role::Administrator, Lang::Fr).await.0,
            StatusCode::FORBIDDEN,
            "{}",
            fresh.name
        );
        for address in ["/scripts/999", "/scripts/abc", "/scripts/99999999999999999999"] {
            assert_eq!(open(&fresh, address, Role::Trainee, Lang::Fr).await.0, StatusCode::NOT_FOUND, "{address}");
        }
        let (status, empty) = open(&fresh, "/scripts", Role::Trainee, Lang::Fr).await;
        assert!(status == StatusCode::OK && empty.contains("pas encore de script"), "{empty}");
    }
}
