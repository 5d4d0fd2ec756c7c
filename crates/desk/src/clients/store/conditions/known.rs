//! What other rooms know of a file `c`, in the words of SQL: each condition agrees with the page that says the same of one file.

use super::Words;
use crate::clients::filter::Consent;
use crate::clients::filter::known::{NEVER, answer_code, state_code};
use crate::clients::{Channel, with_merged};
use crate::law;
use crate::validation::{Rules, State};

/// The file and those that were merged into it, at any remove.
const FILES: &str = concat!("IN (WITH RECURSIVE ", with_merged!("own", "c.id"), " SELECT id FROM own)");
/// The file alone.
const FILE: &str = "= c.id";

/// Conditions of which one at least holds.
fn either(all: impl Iterator<Item = String>) -> String {
    format!("({})", all.collect::<Vec<_>>().join(" OR "))
}

impl Words {
    /// `$n` for each of some words, apart by commas.
    fn put_all(&mut self, all: impl Iterator<Item = &'static str>) -> String {
        all.map(|word| self.put(word)).collect::<Vec<_>>().join(", ")
    }

    /// The client prefers one of these channels. It is a word of the further fields, which stand as JSON without spaces; no value
    /// in it holds the same signs, for its quotes are escaped.
    pub(super) fn preferring(&mut self, all: &[Option<Channel>]) -> String {
        either(all.iter().map(|one| match one {
            Some(channel) => format!("c.more LIKE {}", self.put(format!("%\"channel\":\"{}\"%", channel.code()))),
            None => format!("c.more NOT LIKE {}", self.put("%\"channel\":%")),
        }))
    }

    /// The latest answer on one of the channels is among these. What was said under a file that was merged binds the one that is
    /// kept; few files have any, so that all others are spared the walk. A purpose of another centre leaves no file.
    pub(super) fn answering(&mut self, consent: &Consent) -> String {
        let purpose = self.put(consent.purpose.0);
        let answers = self.put_all(consent.answers.iter().map(|answer| answer_code(*answer)));
        let channels = law::Channel::ALL.iter().filter(|one| consent.channel.is_none_or(|own| own == **one));
        let on = |channel: &law::Channel| {
            let channel = self.put(channel.code());
            let latest = |files: &str| {
                format!(
                    "(SELECT k.decision FROM law_consent k WHERE k.centre_id = $1 AND k.client_id {files}
                        AND k.purpose_id = {purpose} AND k.channel = {channel}
                    ORDER BY k.said_on DESC, k.id DESC LIMIT 1)"
                )
            };
            format!(
                "COALESCE(CASE WHEN EXISTS (SELECT 1 FROM client m WHERE m.centre_id = $1 AND m.merged_into = c.id)
                    THEN {} ELSE {} END, '{NEVER}') IN ({answers})",
                latest(FILES),
                latest(FILE)
            )
        };
        let any = either(channels.map(on));
        format!("EXISTS (SELECT 1 FROM law_purpose p WHERE p.centre_id = $1 AND p.id = {purpose}) AND {any}")
    }

    /// Validation stands in one of these states, as [`crate::validation::state_of`] tells them apart. The version is read only of a
    /// file that was decided about, so that a walk along an index need not leave it for the others.
    pub(super) fn validated(&mut self, all: &[State]) -> String {
        let wanted = self.put_all(all.iter().map(|state| state_code(*state)));
        let usual = i64::from(Rules::default().revalidate);
        format!(
            "COALESCE((SELECT CASE WHEN v.state IN ('submitted', 'returned') THEN v.state
                    WHEN v.version < (SELECT m.version FROM client m WHERE m.id = v.client_id)
                        AND COALESCE((SELECT r.value FROM centre_rule r
                            WHERE r.centre_id = $1 AND r.name = 'revalidate'), {usual}) <> 0 THEN '{}'
                    ELSE '{}' END
                FROM client_validation v WHERE v.centre_id = $1 AND v.client_id = c.id), '{}') IN ({wanted})",
            state_code(State::Outdated),
            state_code(State::Approved),
            state_code(State::Open)
        )
    }

    /// The files that wait for a decision or came back, read from their own index: at most `most` of them.
    pub(super) fn queue_driver(&mut self, all: &[State], most: i64) -> String {
        let wanted = self.put_all(all.iter().map(|state| state_code(*state)));
        format!(
            "id IN (SELECT v.client_id FROM client_validation v WHERE v.centre_id = $1 AND v.state IN ({wanted})
                LIMIT {most})"
        )
    }

    /// The files that an import made, read from their own index: at most `most` of them.
    pub(super) fn import_driver(&mut self, import: i64, most: i64) -> String {
        let import = self.put(import);
        format!(
            "id IN (SELECT i.id FROM client i WHERE i.import_id = {import} AND (i.centre_id + 0) = $1 LIMIT {most})"
        )
    }
}

/// True for states in which only files are that stand in the queue, or stood there and came back.
pub(super) fn is_queue(all: &[State]) -> bool {
    all.iter().all(|state| matches!(state, State::Submitted | State::Returned))
}
