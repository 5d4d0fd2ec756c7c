//! A filter on consents and one on validation say what the pages of a file say, on both engines.

use std::collections::BTreeMap;

use super::known::{files, left, seeded};
use super::*;
use crate::clients::filter::known::{ANSWERS, STATES, answer_code, state_code};
use crate::law::{self, Decision, NewConsent, Purpose, Source};
use crate::merge::{Side, merge};
use crate::validation::{self, Rules};

async fn said(
    store: &Store,
    (id, purpose): (ClientId, &Purpose),
    channels: &[law::Channel],
    decision: Decision,
    day: &str,
) {
    let new = NewConsent {
        purpose: purpose.id,
        channels: channels.to_vec(),
        decision,
        source: Source::Letter,
        proof: "Lettre 412".to_owned(),
        call: None,
        said_on: Day::parse(day).unwrap(),
    };
    let change = store.begin(SCOPE).await.unwrap();
    law::record(&change, id, &new).await.unwrap();
    change.commit().await.unwrap();
}

async fn join(store: &Store, kept: ClientId, other: ClientId) {
    let own = get(store.read(), SCOPE, kept).await.unwrap();
    let theirs = get(store.read(), SCOPE, other).await.unwrap();
    let change = store.begin(SCOPE).await.unwrap();
    merge(&change, Side::of(&own), Side::of(&theirs), &data(&KARIM)).await.unwrap();
    change.commit().await.unwrap();
}

/// A line of what holds, as the page of the consents of a file shows it.
fn held(purpose: &Purpose, channel: law::Channel, decision: Decision) -> String {
    format!(
        "<bdi>{}</bdi></th><td>{}</td><td><span class=\"badge\" data-tone=\"{}\">{}</span>",
        purpose.name(Lang::Fr),
        FR.t(channel.key()),
        decision.tone(),
        FR.t(decision.key())
    )
}

fn answered(html: &str, purpose: &Purpose, channel: law::Channel, answer: Option<Decision>) -> bool {
    let holds = |decision| html.contains(&held(purpose, channel, decision));
    match answer {
        Some(decision) => holds(decision),
        None => !Decision::ALL.iter().any(|one| holds(*one)),
    }
}

#[tokio::test]
async fn a_filter_on_consents_says_what_the_page_of_the_consents_says() {
    use Decision::{Given, Refused, Withdrawn};
    use law::Channel::{Email, Phone, Post, Sms};
    for fresh in fresh().await {
        let store = &fresh.store;
        let purposes = seeded(store).await;
        let (selling, service) = (&purposes["prospecting"], &purposes["service"]);
        let [silent, changed, late, ended, posted, kept] = files::<6>(store).await;
        let [near, far] = files::<2>(store).await;
        said(store, (changed, selling), &[Phone, Sms], Given, "01/11/2026").await;
        said(store, (changed, selling), &[Sms], Refused, "10/11/2026").await;
        // The day on which it was said decides, and on one day what was typed last.
        said(store, (late, selling), &[Sms], Refused, "20/11/2026").await;
        said(store, (late, selling), &[Sms], Given, "01/02/2026").await;
        said(store, (ended, selling), &[Email], Given, "01/10/2026").await;
        said(store, (ended, selling), &[Email], Withdrawn, "01/10/2026").await;
        said(store, (posted, service), &[Post], Refused, "01/10/2026").await;
        // What was said under a merged file binds, at two removes as well.
        said(store, (kept, selling), &[Sms, Email], Given, "05/11/2026").await;
        said(store, (near, selling), &[Sms], Refused, "06/11/2026").await;
        said(store, (far, selling), &[Phone], Withdrawn, "07/11/2026").await;
        said(store, (far, selling), &[Email], Refused, "01/01/2026").await;
        join(store, near, far).await;
        join(store, kept, near).await;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let mut pages = vec![];
        for id in [silent, changed, late, ended, posted, kept] {
            pages.push((id, site.get(&format!("/clients/{}/consents", id.0)).await.html));
        }
        let those = |says: &dyn Fn(&str) -> bool| -> Vec<ClientId> {
            pages.iter().filter(|(_, html)| says(html)).map(|(id, _)| *id).collect()
        };
        for purpose in [selling, service] {
            for answer in ANSWERS {
                let query = format!("consent_purpose={}&consent_state={}", purpose.id.0, answer_code(answer));
                for channel in law::Channel::ALL {
                    let query = format!("{query}&consent_channel={}", channel.code());
                    let expected = those(&|html| answered(html, purpose, *channel, answer));
                    assert_eq!(left(store, &query).await, expected, "{} {query}", fresh.name);
                }
                let any = |html: &str| law::Channel::ALL.iter().any(|one| answered(html, purpose, *one, answer));
                assert_eq!(left(store, &query).await, those(&any), "{} {query}", fresh.name);
            }
        }
        let of = |rest: &str| format!("consent_purpose={}&{rest}", selling.id.0);
        let refused = left(store, &of("consent_channel=sms&consent_state=refused")).await;
        assert_eq!(refused, [changed, late, kept], "{}", fresh.name);
        let against = left(store, &of("consent_state=refused&consent_state=withdrawn&wilaya=16")).await;
        assert_eq!(against, [changed, late, ended, kept], "{}", fresh.name);
        let nobody = left(store, "consent_purpose=4711&consent_state=never").await;
        assert!(nobody.is_empty(), "{}: an unknown purpose is not taken for every file", fresh.name);
    }
}

async fn approve(store: &Store, id: ClientId) {
    let change = store.begin(SCOPE).await.unwrap();
    validation::approve(&change, id, 1, true).await.unwrap();
    change.commit().await.unwrap();
}

async fn submit(store: &Store, id: ClientId, version: i64) {
    let change = store.begin(SCOPE).await.unwrap();
    validation::submit(&change, id, version).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_filter_on_validation_says_what_the_page_of_the_file_says() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let site = Site::new(store, "nadia", Role::Trainee).await;
        let all = files::<6>(store).await;
        let [_, waiting, approved, changed, returned, again] = all;
        for id in [waiting, approved, changed, returned, again] {
            submit(store, id, 1).await;
        }
        for id in [approved, changed, again] {
            approve(store, id).await;
        }
        let new = with(&KARIM, &[("email", "k@example.com")]);
        for id in [changed, again] {
            change_file(store, id, 1, &new).await.unwrap();
        }
        submit(store, again, 2).await;
        let change = store.begin(SCOPE).await.unwrap();
        let remarks = BTreeMap::from([("email".to_owned(), "Demander l'adresse".to_owned())]);
        validation::give_back(&change, returned, 1, &remarks).await.unwrap();
        change.commit().await.unwrap();
        // A centre that set no rule, one that leaves an approval after a change, one that asks for another.
        for revalidate in [None, Some(false), Some(true)] {
            if let Some(revalidate) = revalidate {
                let change = store.begin(SCOPE).await.unwrap();
                validation::set_rules(&change, Rules { revalidate, ..Rules::default() }).await.unwrap();
                change.commit().await.unwrap();
            }
            let rules = validation::rules(store.read(), SCOPE).await.unwrap();
            let mut states = vec![];
            for id in all {
                let version = get(store.read(), SCOPE, id).await.unwrap().version;
                let found = validation::of(store.read(), SCOPE, id).await.unwrap();
                let state = validation::state_of(found.as_ref(), version, rules);
                let page = site.get(&format!("/clients/{}", id.0)).await;
                assert!(page.shows(&[&FR.t(state.key())]), "{} {state:?}\n{}", fresh.name, page.html);
                states.push((id, state));
            }
            for state in STATES {
                let expected: Vec<ClientId> =
                    states.iter().filter(|(_, own)| *own == state).map(|(id, _)| *id).collect();
                let query = format!("validation={}", state_code(state));
                assert_eq!(left(store, &query).await, expected, "{} {query} {revalidate:?}", fresh.name);
            }
            let outdated = left(store, "validation=outdated").await;
            assert_eq!(outdated.is_empty(), revalidate == Some(false), "{} {revalidate:?}", fresh.name);
        }
        let queue = left(store, "validation=submitted&validation=returned&status=active").await;
        assert_eq!(queue, [waiting, returned, again], "{}", fresh.name);
    }
}
