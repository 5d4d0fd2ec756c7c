//! Files of the demo that show what a supervisor does: two pairs that look alike, a merge, links, three files in validation, a
//! correction and a deletion.

use std::collections::BTreeMap;

use desk::clients::{self, ClientData, ClientId, Day};
use desk::links::{self, NewLink, Relation};
use desk::merge::{self, Side};
use desk::validation;
use store::{AccountId, CentreId, Scope, Store};
use web::Fields;
use words::Lang;

/// Who submits and who decides in a centre.
#[derive(Clone, Copy, Debug)]
pub(crate) struct People {
    pub(crate) agent: AccountId,
    pub(crate) chief: AccountId,
}

/// The same number; a Latin and an Arabic spelling born on the same day; two files to merge; three to validate.
const FILES: [&[(&str, &str)]; 9] = [
    &[
        ("given_latin", "Nabila"),
        ("family_latin", "Ouyahia"),
        ("phone", "0556000101"),
        ("wilaya", "16"),
        ("commune", "Kouba"),
    ],
    &[("given_latin", "Nabilla"), ("family_latin", "Ouyahya"), ("phone", "0556000101"), ("needs", "Changer d’offre")],
    &[
        ("given_latin", "Fatima Zohra"),
        ("family_latin", "Meziane"),
        ("birth_date", "12/03/1979"),
        ("phone", "0556000102"),
    ],
    &[
        ("given_arabic", "فاطمة الزهراء"),
        ("family_arabic", "مزيان"),
        ("birth_date", "12/03/1979"),
        ("phone", "0556000103"),
    ],
    &[("given_latin", "Rachid"), ("family_latin", "Tounsi"), ("phone", "0556000104"), ("notes", "Rappeler le matin")],
    &[
        ("given_latin", "Rachid"),
        ("family_latin", "Tounsi"),
        ("phone", "0556000105"),
        ("email", "r.tounsi@example.com"),
    ],
    &[
        ("given_latin", "Samia"),
        ("family_latin", "Khelifi"),
        ("phone", "0556000106"),
        ("street", "3, rue des Frères Bouadou"),
    ],
    &[("given_latin", "Djamel"), ("family_latin", "Ferhat"), ("phone", "0556000107"), ("needs", "Facture détaillée")],
    &[("given_latin", "Houria"), ("family_latin", "Slimani"), ("phone", "0556000108"), ("email", "houria@example.com")],
];

/// Makes the files in a centre.
pub(crate) async fn fill(store: &Store, centre: CentreId, people: People) -> Result<(), String> {
    let by = |actor| Scope { centre, actor: Some(actor) };
    let said = |error: store::StoreError| error.to_string();
    let change = store.begin(by(people.agent)).await.map_err(said)?;
    let mut made = vec![];
    for fields in FILES {
        made.push(clients::insert(&change, &read(fields)?).await.map_err(said)?);
    }
    change.commit().await.map_err(said)?;
    let [mother, _, _, wife, kept, other, first, second, third] = made[..] else { return Ok(()) };
    join(store, by(people.chief), kept, other).await?;
    correct(store, [by(people.agent), by(people.chief)], mother).await?;
    link(store, by(people.agent), second, [wife, third, mother]).await?;
    for id in [first, second, third] {
        let change = store.begin(by(people.agent)).await.map_err(said)?;
        validation::submit(&change, id, 1).await.map_err(|error| error.to_string())?;
        change.commit().await.map_err(said)?;
    }
    let remark = "Demander le jour de naissance et la commune".to_owned();
    let change = store.begin(by(people.chief)).await.map_err(said)?;
    let remarks = BTreeMap::from([("birth_date".to_owned(), remark)]);
    validation::give_back(&change, third, 1, &remarks).await.map_err(|error| error.to_string())?;
    change.commit().await.map_err(said)
}

/// The file of Nabila Ouyahia is corrected; one that was made by mistake is deleted.
async fn correct(store: &Store, [agent, chief]: [Scope; 2], id: ClientId) -> Result<(), String> {
    let said = |error: store::StoreError| error.to_string();
    let moved = [("wilaya", "9"), ("commune", "Boufarik"), ("needs", "Fibre dans le nouveau logement")];
    let change = store.begin(agent).await.map_err(said)?;
    clients::update(&change, id, 1, &read(&[FILES[0], &moved].concat())?).await.map_err(said)?;
    let mistake = [("given_latin", "Nabila"), ("family_latin", "Ouyahia"), ("needs", "Facture détaillée")];
    let mistake = clients::insert(&change, &read(&mistake)?).await.map_err(said)?;
    change.commit().await.map_err(said)?;
    let change = store.begin(chief).await.map_err(said)?;
    clients::delete(&change, mistake, 1).await.map_err(said)?;
    change.commit().await.map_err(said)
}

/// Djamel Ferhat with his wife, his employer and a neighbour.
async fn link(store: &Store, scope: Scope, own: ClientId, others: [ClientId; 3]) -> Result<(), String> {
    let since = Day::parse("05/07/2012").ok();
    let none = NewLink { relation: Relation::Household, word: String::new(), note: String::new(), since, until: None };
    let said = [
        none.clone(),
        NewLink { relation: Relation::Employer, note: "Le matin seulement".to_owned(), ..none.clone() },
        NewLink { relation: Relation::Other, word: "voisin".to_owned(), since: None, ..none },
    ];
    let change = store.begin(scope).await.map_err(|error| error.to_string())?;
    for (other, new) in others.into_iter().zip(&said) {
        links::add(&change, own, other, new).await.map_err(|error| error.to_string())?;
    }
    change.commit().await.map_err(|error| error.to_string())
}

fn read(pairs: &[(&str, &str)]) -> Result<ClientData, String> {
    let mut fields = Fields::default();
    fields.set("language", "fr");
    fields.set("status", "active");
    pairs.iter().for_each(|(name, value)| fields.set(name, *value));
    let today = Day::parse("27/11/2026").map_err(|error| error.to_string())?;
    ClientData::read(&fields, Lang::Fr, today).map_err(|errors| format!("{errors:?}"))
}

/// Both files of Rachid Tounsi become one, with both numbers.
async fn join(store: &Store, scope: Scope, kept: ClientId, other: ClientId) -> Result<(), String> {
    let change = store.begin(scope).await.map_err(|error| error.to_string())?;
    let both = [kept, other].map(|id| Side { id, version: 1 });
    let mut fields: Vec<(&str, &str)> = FILES[5].iter().chain(FILES[4]).copied().collect();
    fields.retain(|(name, _)| *name != "phone");
    fields.extend([("phone", "0556000104"), ("phone2", "0556000105")]);
    merge::merge(&change, both[0], both[1], &read(&fields)?).await.map_err(|error| error.to_string())?;
    change.commit().await.map_err(|error| error.to_string())
}
