//! The programme as people read it.

use std::sync::Arc;

use ::programme::{Code, Problem};
use ::store::testing::{Fresh, stores};
use ::store::{AccountId, Centre, CentreId, CentreKind, Chance, MigrationTrait, MigratorTrait};
use ::web::preferences::Preferences;
use ::web::{Account, Config, Fields, NavItem, Role, Status, StatusSource, Visitor, Web};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;
use words::{Lang, Talk};

use super::{Trial, programme, routes, sentence};

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        ::store::migrations().into_iter().chain(::web::migrations()).collect()
    }
}

struct Idle;

#[async_trait::async_trait]
impl StatusSource for Idle {
    async fn status(&self, _: &::store::Store, _: &Visitor) -> ::store::Result<Option<Status>> {
        Ok(None)
    }
}

fn web(fresh: &Fresh) -> Web {
    let nav = [NavItem { href: "/programme", key: "programme-title", needs: ::web::Habilitation::ReadProgramme }];
    let config = Config { secure: false, offset_minutes: 60 };
    Web::new(fresh.store.clone(), Chance::seeded(1), config, &nav, Arc::new(Idle))
}

fn reader(role: Role, lang: Lang) -> Visitor {
    Visitor {
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
    }
}

async fn open(web: &Web, address: &str, lang: Lang) -> (StatusCode, String) {
    let mut request = Request::get(address).body(Body::empty()).unwrap();
    request.extensions_mut().insert(reader(Role::Trainee, lang));
    let response = routes(web.clone()).into_router().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 4_000_000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn read(web: &Web, address: &str, lang: Lang) -> String {
    let (status, body) = open(web, address, lang).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    assert!(!body.contains('⟦') && !body.contains("{$"), "{address} in {lang} misses a text");
    body
}

const PAGES: [&str; 8] = [
    "/programme",
    "/programme/modules/MQ6",
    "/programme/modules/MC12",
    "/programme/internship",
    "/programme/matrix",
    "/programme/semesters",
    "/programme/semesters?edit=MQ6",
    "/programme/contradictions",
];

#[tokio::test]
async fn every_page_is_whole_in_the_three_languages() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let web = web(&fresh);
        for lang in Lang::ALL {
            for address in PAGES {
                let page = read(&web, address, lang).await;
                assert_eq!(page.matches("<h1 ").count(), 1, "{address} on {}", fresh.name);
                assert!(page.contains(&format!(r#"lang="{}" dir="{}""#, lang.code(), lang.dir())), "{address}");
            }
        }
    }
}

#[tokio::test]
async fn the_programme_lists_its_22_modules_code_first_with_their_hours() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let page = read(&web(&fresh), "/programme", Lang::Fr).await;
        assert_eq!(page.matches(r#"<li><a href="/programme/modules/M"#).count(), 22, "{}", fresh.name);
        let line = r#"<a href="/programme/modules/MQ6"><bdi dir="ltr">MQ6</bdi> Accueil en réception d’appels</a> <span>85 h</span>"#;
        assert!(page.contains(line), "{page}");
        assert!(page.contains("2448 h") && page.contains("612 h") && page.contains("3060 h"), "{page}");
    }
}

#[tokio::test]
async fn every_criterion_of_a_module_can_be_linked_to_by_its_identifier() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let web = web(&fresh);
        for module in &programme().modules {
            let page = read(&web, &format!("/programme/modules/{}", module.code), Lang::Ar).await;
            for criterion in module.all_criteria() {
                let id = &criterion.id;
                assert!(
                    page.contains(&format!(r#"<li id="{id}"><bdi dir="ltr">{id}</bdi>"#)),
                    "{id} on {}",
                    fresh.name
                );
            }
        }
    }
}

#[tokio::test]
async fn a_module_leads_to_its_neighbours_and_an_unknown_one_is_not_found() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let web = web(&fresh);
        let last_qualifying = read(&web, "/programme/modules/MQ10", Lang::Fr).await;
        assert!(last_qualifying.contains(r#"rel="prev" href="/programme/modules/MQ9""#), "{}", fresh.name);
        assert!(last_qualifying.contains(r#"rel="next" href="/programme/modules/MC1""#), "{}", fresh.name);
        assert!(!read(&web, "/programme/modules/MQ1", Lang::Fr).await.contains(r#"rel="prev""#));
        assert_eq!(open(&web, "/programme/modules/MQ99", Lang::Fr).await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_matrix_says_in_a_sentence_what_a_module_leans_on_and_that_it_is_to_be_confirmed() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let page = read(&web(&fresh), "/programme/matrix", Lang::Fr).await;
        let plain = without_tags(&page);
        assert!(plain.contains("MQ6 s’appuie sur MC1, MC6, MC7."), "{plain}");
        assert!(plain.contains("MC12 est utile à MQ10."), "{plain}");
        assert!(page.contains(r#"<span class="badge" data-tone="attention">à confirmer</span>"#), "{page}");
        let words = page.matches("<td><b>oui</b></td>").count();
        assert_eq!(words, 78, "one word for each of the 78 links of the document");
    }
}

fn without_tags(page: &str) -> String {
    let mut inside = false;
    page.chars()
        .filter(|c| {
            inside = *c == '<' || (inside && *c != '>');
            !inside && *c != '>'
        })
        .collect()
}

#[tokio::test]
async fn the_proposal_of_the_semesters_holds() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let page = read(&web(&fresh), "/programme/semesters", Lang::Fr).await;
        assert!(page.contains(r#"<p class="notice">Le plan est juste"#), "{}", fresh.name);
        assert_eq!(page.matches(r#"data-tone="good">juste"#).count(), 4, "{}", fresh.name);
        assert_eq!(page.matches("612 h</td>").count(), 8, "each semester, in the summary and under its own table");
    }
}

#[tokio::test]
async fn a_moved_block_is_checked_at_once_and_told_in_the_reader_s_language() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let web = web(&fresh);
        let moved = "/programme/semesters?edit=MQ6&MQ6=1&MQ6=3";
        let french = without_tags(&read(&web, moved, Lang::Fr).await);
        assert!(french.contains("Semestre 2\u{a0}: 33 h par semaine (561 h) au lieu de 36 (612 h)."), "{french}");
        assert!(french.contains("Semestre 3\u{a0}: 39 h par semaine (663 h) au lieu de 36 (612 h)."), "{french}");
        assert!(french.contains("MQ6\u{a0}: 1, 3"), "{french}");
        let arabic = without_tags(&read(&web, moved, Lang::Ar).await);
        assert!(arabic.contains("السداسي 2: 33 سا في الأسبوع"), "{arabic}");
        let again = without_tags(&read(&web, "/programme/semesters", Lang::Fr).await);
        assert!(again.contains("Le plan est juste"), "nothing of the trial is kept");
    }
}

#[tokio::test]
async fn a_trial_keeps_the_modules_moved_before_when_another_is_chosen() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let page = read(&web(&fresh), "/programme/semesters?MQ6=1&MQ6=3&edit=MQ8", Lang::Fr).await;
        let kept = r#"<input type="hidden" name="MQ6" value="1"><input type="hidden" name="MQ6" value="3">"#;
        assert_eq!(page.matches(kept).count(), 2, "in the form that chooses and in the form that checks");
        assert!(!page.contains(r#"type="hidden" name="MQ8""#), "what is being changed comes from its own fields");
    }
}

#[tokio::test]
async fn an_address_written_by_hand_is_answered_with_sentences() {
    for fresh in stores::<Migrations>().await.unwrap() {
        let page = read(&web(&fresh), "/programme/semesters?MQ6=x&MQ6=9&MQ6=1&XX=1&edit=XX", Lang::Fr).await;
        let plain = without_tags(&page);
        for told in [
            "MQ6\u{a0}: le nombre de semestres donnés est 3, celui des blocs est 2.",
            "MQ6\u{a0}: le semestre 9 n’existe pas\u{a0}; le dernier est le semestre 4.",
            "MQ6\u{a0}: d’un bloc au suivant, le semestre doit augmenter (ici 0, 9, 1).",
        ] {
            assert!(plain.contains(told), "{told} in {plain}");
        }
    }
}

#[test]
fn the_trial_moves_hours_between_semesters_and_loses_none() {
    let fields = Fields::parse(b"MQ1=1&MQ1=2&MQ1=3&MC12=1");
    let trial = Trial::read(programme(), &fields);
    assert_eq!(trial.changed(), [("MQ1", vec![1, 2, 3]), ("MC12", vec![1])]);
    let tables = trial.tables();
    let hours: u32 = tables.iter().map(|table| table.sum.hours).sum();
    assert_eq!(hours, 2448);
    for table in tables {
        let taught: u32 = table.modules.iter().map(|taught| taught.weekly).sum();
        assert_eq!(taught, table.sum.weekly, "semester {}", table.sum.semester);
    }
}

#[test]
fn every_problem_is_a_sentence_that_names_what_it_is_about_in_the_three_languages() {
    for code in Code::ALL {
        let names: Vec<&str> =
            code.sentence().split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
        for lang in Lang::ALL {
            let mut problem = Problem::new(*code, "modules/MQ1.toml", []);
            problem.args = names.iter().map(|name| (*name, format!("{name}-é"))).collect();
            let told = sentence(Talk { lang, short: false }, &problem);
            assert!(!told.contains('⟦') && !told.contains("{$"), "{code} in {lang}: {told}");
            assert!(told.ends_with(['.', '>']), "{code} in {lang} is no sentence: {told}");
            let chosen = |name: &str| {
                name == "lang"
                    || matches!((code, name), (Code::ModuleKind, "found" | "expected") | (Code::MatrixKind, "expected"))
            };
            for name in names.iter().filter(|name| !chosen(name)) {
                assert!(told.contains(&format!("{name}-é</bdi>")), "{code} in {lang} does not say {name}: {told}");
            }
        }
    }
}

#[test]
fn what_a_machine_said_cannot_become_markup() {
    let problem = Problem::new(Code::Syntax, "matrix.toml", [("detail", "<script>alert(1)</script>".to_owned())]);
    let told = sentence(Talk { lang: Lang::Fr, short: false }, &problem);
    assert!(told.contains("&lt;script&gt;") && !told.contains("<script>"), "{told}");
}

/// The braille of a page, line by line, read back with one code.
async fn braille_of(web: &Web, address: &str, lang: Lang, grade: ::braille::Grade) -> Vec<String> {
    let mut request = Request::get(format!("{address}?braille=brf")).body(Body::empty()).unwrap();
    request.extensions_mut().insert(reader(Role::Trainee, lang));
    let response = ::web::serve_routes(web, routes(web.clone())).into_router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let body = to_bytes(response.into_body(), 4_000_000).await.unwrap();
    let cell = |c: &u8| (0..64u8).find(|cell| ::braille::ascii(*cell) == *c).unwrap();
    let lines = body.split(|c| matches!(c, b'\r' | b'\n' | 0x0C)).filter(|line| !line.is_empty());
    let read = |line: &[u8]| {
        assert!(line.len() <= 30, "a line of {} cells", line.len());
        ::braille::Louis::from_env().back(grade, &line.iter().map(cell).collect::<Vec<_>>()).unwrap()
    };
    lines.map(read).collect()
}

/// The words of a text that have some length, in small letters. Arabic braille writes shadda before its letter, so vowel
/// signs are left out.
fn long_words(text: &str) -> impl Iterator<Item = String> {
    let bare: String = text.chars().filter(|c| !('\u{64B}'..='\u{652}').contains(c)).collect();
    let words: Vec<String> = bare.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    words.into_iter().filter(|word| word.chars().count() > 4)
}

#[tokio::test]
async fn the_braille_of_a_module_holds_what_the_page_says() {
    use ::braille::Grade;
    for fresh in stores::<Migrations>().await.unwrap() {
        let web = web(&fresh);
        let module = programme().module("MQ6").unwrap();
        for (lang, grade) in [(Lang::Fr, Grade::French6), (Lang::Ar, Grade::Arabic6)] {
            let lines = braille_of(&web, "/programme/modules/MQ6", lang, grade).await;
            let said: std::collections::BTreeSet<String> = long_words(&lines.join("\n")).collect();
            let mut texts: Vec<&str> = vec![module.title.get(lang.code()), module.behaviour.get(lang.code())];
            for objective in &module.objectives {
                texts.push(objective.text.get(lang.code()));
                texts.extend(objective.criteria.iter().map(|criterion| criterion.text.get(lang.code())));
                texts.extend(objective.contents.iter().map(|content| content.get(lang.code())));
            }
            let missing: Vec<String> =
                texts.into_iter().flat_map(long_words).filter(|word| !said.contains(word)).collect();
            assert!(missing.is_empty(), "{lang} on {}: {missing:?} in {lines:#?}", fresh.name);
        }
    }
}
