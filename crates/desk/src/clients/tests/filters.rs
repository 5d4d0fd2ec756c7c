//! The filter: its address, what it leaves, the orders of the list.

mod agreeing;
mod known;

use ::store::Sql;

use super::filtering::{Order, Place, count};
use super::generator::people;
use super::*;
use crate::clients::Status;

const ASKED: Asked = Asked { now: MORNING, offset: 60 };

fn filter(query: &str) -> Filter {
    Filter::parse(query).unwrap()
}

fn refused(query: &str) -> Vec<(String, &'static str)> {
    Filter::parse(query).unwrap_err().into_iter().map(|error| (error.field, error.key)).collect()
}

pub(crate) async fn crowd(store: &Store, many: usize) {
    let people = people(3, many).filter_map(|person| ClientData::generated(&person)).collect();
    let change = store.begin(SCOPE).await.unwrap();
    seed(&change, people).await.unwrap();
    change.commit().await.unwrap();
}

/// Every identity that the list gives, page after page and window after window.
async fn walked(store: &Store, filter: &Filter, order: Order) -> Vec<Client> {
    let (mut all, mut after): (Vec<Client>, Option<Place>) = (vec![], None);
    loop {
        let page = filtering::list(store.read(), SCOPE, filter, ASKED, order, after.as_ref()).await.unwrap();
        all.extend(page.rows);
        after = page.next.or(page.further);
        // A place goes through the address of the page.
        after = after.and_then(|place| Place::parse(&place.code(order), order));
        if after.is_none() {
            return all;
        }
    }
}

#[test]
fn a_filter_is_read_from_its_address_and_written_back() {
    let query = "status=active&status=new&wilaya=16,31&commune=554&language=ar&portfolio=0&has=phone&has=both_names\
        &missing=email&created_from=01/02/2026&created_to=28/02/2026&updated_to=01/03/2026&idle=90&recent=400&age=18-30";
    let read = filter(query);
    assert_eq!(read.query(), query);
    assert_eq!(read.conditions().len(), 12);
    assert_eq!(filter(&read.without(0).query()).conditions().len(), 11);
    assert_eq!(filter("wilaya=Alger&wilaya=%D9%88%D9%87%D8%B1%D8%A7%D9%86").query(), "wilaya=16,31");
    assert_eq!(filter("age=60-").conditions(), [Condition::Age(60, 130)]);
    assert!(filter("status=&wilaya=&q=Benali&sort=name").is_empty());
}

#[test]
fn what_is_unknown_is_refused_and_never_taken_for_every_file() {
    assert_eq!(refused("status=asleep"), [("status".to_owned(), "filters-error-unknown")]);
    assert_eq!(refused("wilaya=16,99"), [("wilaya".to_owned(), "filters-error-wilaya")]);
    assert_eq!(refused("commune=Atlantide"), [("commune".to_owned(), "filters-error-commune")]);
    assert_eq!(refused("age=30-18"), [("age".to_owned(), "filters-error-age")]);
    assert_eq!(refused("idle=0"), [("idle".to_owned(), "filters-error-days")]);
    assert_eq!(refused("created_from=31/02/2026"), [("created_from".to_owned(), "clients-error-birth-impossible")]);
    assert_eq!(
        refused("updated_from=02/01/2026&updated_to=01/01/2026"),
        [("updated_to".to_owned(), "filters-error-order")]
    );
    let many: Vec<String> = (1..=MOST_VALUES + 1).map(|id| id.to_string()).collect();
    assert_eq!(refused(&format!("commune={}", many.join(","))), [("status".to_owned(), "filters-error-many")]);
}

#[tokio::test]
async fn every_condition_leaves_the_files_that_it_names() {
    for fresh in fresh().await {
        crowd(&fresh.store, 300).await;
        let all = walked(&fresh.store, &Filter::default(), Order::Newest).await;
        assert_eq!(all.len(), 300, "{}", fresh.name);
        let today = Day::of(MORNING, 60).number();
        let age = |client: &Client| (today - Day::parse(&client.birth_date).map_or(0, Day::number)) / 10_000;
        type Says<'a> = Box<dyn Fn(&Client) -> bool + 'a>;
        let cases: Vec<(&str, Says<'_>)> = vec![
            ("status=active", Box::new(|client| client.status == Status::Active)),
            ("status=lost&status=new", Box::new(|client| matches!(client.status, Status::Lost | Status::New))),
            ("wilaya=16,31", Box::new(|client| matches!(client.wilaya, 16 | 31))),
            ("language=ar&status=active", Box::new(|c| c.language == Lang::Ar && c.status == Status::Active)),
            ("missing=email", Box::new(|client| client.email.is_empty())),
            ("has=email&has=phone", Box::new(|client| !client.email.is_empty() && !client.phones.is_empty())),
            ("has=both_names", Box::new(|c| !c.given_latin.is_empty() && !c.given_arabic.is_empty())),
            ("missing=everything", Box::new(|client| !client.missing().is_empty())),
            ("has=everything", Box::new(|client| client.missing().is_empty())),
            ("age=18-30", Box::new(|client| (18..=30).contains(&age(client)))),
            ("portfolio=0", Box::new(|_| true)),
            ("portfolio=7", Box::new(|_| false)),
            ("recent=1", Box::new(|_| true)),
            ("idle=1", Box::new(|_| false)),
            ("created_from=23/11/2026", Box::new(|_| true)),
            ("created_to=22/11/2026", Box::new(|_| false)),
        ];
        for (query, says) in &cases {
            let expected: Vec<ClientId> = all.iter().filter(|client| says(client)).map(|client| client.id).collect();
            let filter = filter(query);
            for order in Order::ALL {
                let mut found: Vec<ClientId> =
                    walked(&fresh.store, &filter, order).await.iter().map(|client| client.id).collect();
                found.sort_by(|one, other| other.cmp(one));
                assert_eq!(found, expected, "{} {query} {order:?}", fresh.name);
            }
            let counted = count(fresh.store.read(), SCOPE, &filter, ASKED).await.unwrap();
            assert_eq!(counted, expected.len() as i64, "{} {query}", fresh.name);
            assert_eq!(count(fresh.store.read(), ELSEWHERE, &filter, ASKED).await.unwrap(), 0, "{}", fresh.name);
        }
    }
}

#[tokio::test]
async fn the_list_is_walked_once_in_each_order() {
    for fresh in fresh().await {
        crowd(&fresh.store, 70).await;
        let names = walked(&fresh.store, &Filter::default(), Order::Name).await;
        let filed = |client: &Client| names::fold::fold(&client.filed_name(Script::Latin));
        assert!(names.len() == 70 && names.is_sorted_by_key(filed), "{}", fresh.name);
        let first = names.first().unwrap();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        update(&change, first.id, 1, &data(&KARIM)).await.unwrap();
        change.commit().await.unwrap();
        let changed = walked(&fresh.store, &filter("status=active"), Order::Updated).await;
        assert!(changed.iter().any(|client| client.id == first.id), "{}: its traits follow the file", fresh.name);
        let newest = walked(&fresh.store, &Filter::default(), Order::Newest).await;
        assert!(newest.len() == 70 && newest.is_sorted_by(|one, next| one.id > next.id), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_filtered_list_says_its_filter_and_each_condition_can_be_removed() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        file(&fresh.store, &KARIM).await;
        let page = site.get("/clients?status=active&wilaya=16&sort=name").await;
        assert!(
            page.shows(&[
                "Statut\u{a0}: Client actif",
                "Wilaya\u{a0}: Alger",
                "href=\"/clients?wilaya=16&#38;sort=name\"",
                "href=\"/segments/new?status=active&#38;wilaya=16\"",
                "Benali Karim",
            ]),
            "{}\n{}",
            fresh.name,
            page.html
        );
        let none = site.get("/clients?status=lost").await;
        assert!(none.shows(&[&FR.t("filters-none")]), "{}", fresh.name);
        let wrong = site.get("/clients?wilaya=Atlantide&age=18-30").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(wrong.shows(&["value=\"Atlantide\"", "value=\"18-30\"", "href=\"#f-wilaya\""]), "{}", wrong.html);
        assert!(!wrong.html.contains("Benali Karim"), "{}: a wrong filter shows no file", fresh.name);
        assert!(site.get("/clients?q=3456&status=active").await.shows(&["Benali Karim"]), "{}", fresh.name);
        assert!(!site.get("/clients?q=3456&status=lost").await.html.contains("Benali Karim"), "{}", fresh.name);
    }
}

/// Files for measures, written in one statement: statuses, wilayas, communes, days and gaps in proportions of their own.
const MANY: &str = "INSERT INTO client (centre_id, given_latin, family_latin, given_arabic, family_arabic, birth_date, email,
        street, wilaya, commune, language, status, needs, motivations, notes, version, created_at, updated_at, traits, filed)
    WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $2),
    f AS (SELECT i, (i * 7919) % 1000 AS r, (i * 104729) % 1541 + 1 AS commune, (i * 15485863) % 512 AS gaps FROM n)
    SELECT $1, 'Prenom', 'Nom' || ((i * 31) % 90000), '', '', '1980-01-02', '', 'rue de la Paix', i % 58 + 1, commune, 'fr',
        CASE WHEN r < 500 THEN 'active' WHEN r < 700 THEN 'new' WHEN r < 850 THEN 'prospect' WHEN r < 950 THEN 'dormant'
            WHEN r < 999 THEN 'lost' ELSE 'difficult' END, 'Connexion', '', '', 1, i * 1000, i * 1000 + (i * 7) % 900000000,
        19800102 * 65536 + 1024 + gaps + 4096 * (CASE WHEN r < 500 THEN 3 WHEN r < 700 THEN 2 WHEN r < 850 THEN 1
            WHEN r < 950 THEN 4 WHEN r < 999 THEN 6 ELSE 5 END), 'nom' || ((i * 31) % 90000) || ' prenom'
    FROM f";

#[tokio::test]
#[ignore = "a measure: it writes 1 000 000 files and prints how long pages and counts take"]
async fn a_page_of_a_million_files_is_measured() {
    for fresh in fresh().await {
        let started = std::time::Instant::now();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        change.run(MANY, ::store::params![SCOPE.centre.0, 1_000_000_i64]).await.unwrap();
        change.record(::store::Entry::new("clients.seeded", "centre", SCOPE.centre.0)).await.unwrap();
        change.commit().await.unwrap();
        if fresh.name == "postgres" {
            fresh.store.scratch().run("VACUUM ANALYZE client", ::store::params![]).await.unwrap();
        }
        println!("{}: written in {:.1} s", fresh.name, started.elapsed().as_secs_f64());
        for query in [
            "",
            "status=active",
            "status=difficult",
            "wilaya=16",
            "wilaya=16&status=difficult",
            "commune=554",
            "commune=554&missing=email&status=lost",
            "status=lost&status=difficult",
            "wilaya=16,31,23&has=everything",
            "missing=phone",
            "has=everything",
            "age=18-30",
            "idle=3000&status=lost",
            "created_to=05/01/1970&status=lost",
            "updated_from=08/01/1970&updated_to=09/01/1970",
            "portfolio=0&language=ar",
        ] {
            let filter = filter(query);
            for order in Order::ALL {
                let (mut times, mut found, mut steps) = (vec![], 0, 0);
                let mut after: Option<Place> = None;
                for _ in 0..40 {
                    let start = std::time::Instant::now();
                    let page = filtering::list(fresh.store.read(), SCOPE, &filter, ASKED, order, after.as_ref())
                        .await
                        .unwrap();
                    times.push(start.elapsed().as_secs_f64() * 1_000.0);
                    (found, steps) = (found + page.rows.len(), steps + 1);
                    after = page.next.or(page.further);
                }
                times.sort_by(f64::total_cmp);
                println!(
                    "{} {order:?} {query:?}: p50 {:.1} ms, p95 {:.1} ms, {found} files in {steps} pages",
                    fresh.name, times[20], times[38]
                );
            }
        }
        for grouping in [counting::Grouping::Status, counting::Grouping::Wilaya] {
            let start = std::time::Instant::now();
            let rows = counting::by(fresh.store.read(), SCOPE, &Filter::default(), ASKED, grouping).await.unwrap();
            assert_eq!(rows.iter().map(|row| row.files).sum::<i64>(), 1_000_000, "{}", fresh.name);
            println!("{} {grouping:?}: {:.0} ms", fresh.name, start.elapsed().as_secs_f64() * 1_000.0);
        }
    }
}
