//! The keys under which files stand in the index of the search.
//!
//! The keys of a file follow from what it holds. So they are kept once, in the order of keys, and not a second time by file, which
//! would double the largest table: whoever changes a file takes the keys of what it held away, and adds those of what it holds.

use ::store::{ConnectionTrait, Pairs, Result};

use crate::clients::born::born_key_of;
use crate::clients::search::stored_keys;
use crate::clients::{Client, ClientId};

/// The index of the keys.
pub(super) const KEYS: Pairs = Pairs { table: "client_key", shared: &["centre_id"], text: "key", number: "client_id" };

/// The number of the rules by which keys are made. Who changes them ([`crate::clients::search`], [`crate::clients::born`], the
/// crate `names`) adds one, and every key is written anew at the next start ([`super::rekeying`]).
pub(super) const RULES: i64 = 1;

/// Every key under which a file stands.
pub(super) fn every_key(client: &Client) -> Vec<String> {
    let mut keys = stored_keys(client);
    keys.extend(born_key_of(client));
    keys
}

/// Where the keys of a file stand: under its centre; those of one that was merged into another under the negative number, where
/// no search of the centre sees them.
pub(super) fn home(centre: i64, merged: bool) -> i64 {
    if merged { -centre } else { centre }
}

/// Adds the keys of a file.
///
/// # Errors
/// What the database says.
pub(crate) async fn add_keys(db: &impl ConnectionTrait, home: i64, client: &Client) -> Result<()> {
    write(db, home, pairs(client)).await
}

/// Adds keys in the order of the index, which then changes in few places.
pub(super) async fn write(db: &impl ConnectionTrait, home: i64, mut keys: Vec<(String, i64)>) -> Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    keys.sort_unstable();
    keys.dedup();
    KEYS.add(db, &[home], &keys).await?;
    Ok(())
}

/// Takes the keys of files away: those of what they held, as it was read.
///
/// # Errors
/// What the database says.
pub(crate) async fn forget_keys(db: &impl ConnectionTrait, home: i64, held: &[Client]) -> Result<()> {
    let keys: Vec<(String, i64)> = held.iter().flat_map(pairs).collect();
    if !keys.is_empty() {
        KEYS.remove(db, &[home], &keys).await?;
    }
    Ok(())
}

/// The keys of a file with its identity.
pub(super) fn pairs(client: &Client) -> Vec<(String, i64)> {
    let ClientId(id) = client.id;
    every_key(client).into_iter().map(|key| (key, id)).collect()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::clients::Moment;
    use crate::clients::tests::data;

    /// What a file holds, of every kind of key.
    const SAMPLE: [&[(&str, &str)]; 5] = [
        &[("given_latin", "Mohamed Amine"), ("family_latin", "Aït Ouali"), ("birth_date", "02/11/1997")],
        &[("given_arabic", "عبد الرحمان"), ("family_arabic", "بن يوسف"), ("birth_date", "12/03/1990")],
        &[("given_latin", "Khadidja"), ("family_latin", "Boughanmi"), ("phone", "0661223344"), ("phone2", "021631122")],
        &[
            ("given_latin", "Fayçal"),
            ("family_latin", "Cherif"),
            ("email", "F.Cherif@Example.com"),
            ("reference", "AZ-12/7"),
        ],
        &[
            ("organisation_latin", "Société El Djazaïr"),
            ("organisation_arabic", "شركة الجزائر"),
            ("registration", "16 B 0042"),
        ],
    ];

    #[test]
    fn keys_do_not_change_without_a_new_number_of_their_rules() {
        let mut hash = Sha256::new();
        for fields in SAMPLE {
            for key in every_key(&data(fields).filed(ClientId(1), 1, Moment(0), Moment(0))) {
                hash.update(key + "\n");
            }
        }
        let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let known = (1, "77ef31b0b98d4d86");
        assert_eq!(
            (RULES, digest.as_str()),
            known,
            "other keys need other RULES, or the base keeps keys that nothing takes away"
        );
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use std::collections::BTreeSet;

    use ::store::{FromQueryResult, Sql, Store, params};

    use super::{home, pairs};
    use crate::clients::store::{Row, clients, select_clients};

    #[derive(FromQueryResult)]
    struct Centre {
        centre_id: i64,
    }

    #[derive(FromQueryResult)]
    struct Key {
        centre_id: i64,
        key: String,
        client_id: i64,
    }

    /// The keys that stand in the base and should not, and those that should and do not.
    pub(crate) async fn wrong_keys(store: &Store) -> Vec<(i64, String, i64)> {
        let mut right = BTreeSet::new();
        let centres = store.read().all::<Centre>("SELECT DISTINCT centre_id FROM client", params![]).await.unwrap();
        for Centre { centre_id } in centres {
            let sql = select_clients!("WHERE c.centre_id = $1");
            for client in clients(store.read().all::<Row>(sql, params![centre_id]).await.unwrap()) {
                let home = home(centre_id, client.merged_into.is_some());
                right.extend(pairs(&client).into_iter().map(|(key, id)| (home, key, id)));
            }
        }
        let there =
            store.read().all::<Key>("SELECT centre_id, key, client_id FROM client_key", params![]).await.unwrap();
        let there: BTreeSet<_> = there.into_iter().map(|key| (key.centre_id, key.key, key.client_id)).collect();
        right.symmetric_difference(&there).cloned().collect()
    }
}
