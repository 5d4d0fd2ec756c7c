//! What the loads send: pages, searches, and files saved as their page would.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use super::http::{Connection, Encoding, encode};
use super::page::form;

/// One request to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A page, by its address.
    Get(String),
    /// A form: where it is sent, and what it holds.
    Post(String, String),
}

/// Looks clients up by a name or a number.
pub fn search(sought: impl AsRef<str>) -> Request {
    Request::Get(format!("/clients?q={}", encode(sought.as_ref())))
}

/// Saves of all loads so far: no two write the same notes.
static SAVES: AtomicU64 = AtomicU64::new(1);

/// The form of a client's file, as its page showed it. Every save writes notes that no save wrote before, and so raises the
/// version by one: a save that changes nothing raises none.
pub struct Edited {
    action: String,
    fields: Vec<(String, String)>,
    saves: u64,
}

impl Edited {
    /// Opens the form of a file and reads it.
    ///
    /// # Errors
    /// What the system says, or an answer without the form.
    pub fn read(connection: &mut Connection, client: i64) -> io::Result<Self> {
        say_why(connection, client)?;
        let action = format!("/clients/{client}/edit");
        let answer = connection.get(&action, Encoding::Plain)?;
        let page = String::from_utf8_lossy(&connection.body);
        let fields = form(&page, &action).unwrap_or_default();
        if !["version", "notes"].iter().all(|needed| fields.iter().any(|(name, _)| name == needed)) {
            let status = answer.status;
            return Err(io::Error::other(format!("{action} was answered with {status}, without the form of the file")));
        }
        Ok(Self { action, fields, saves: 0 })
    }

    /// Opens the form once more.
    pub fn open(&self) -> Request {
        Request::Get(self.action.clone())
    }

    /// Saves the file, which nobody else may have saved since.
    pub fn save(&mut self) -> Request {
        self.saves += 1;
        let (number, mut body) = (SAVES.fetch_add(1, Ordering::Relaxed), String::new());
        for (name, value) in &mut self.fields {
            match name.as_str() {
                "notes" => *value = format!("Rappeler le client, appel {number}"),
                "version" if self.saves > 1 => {
                    *value = value.parse::<i64>().map_or_else(|_| value.clone(), |version| (version + 1).to_string());
                }
                _ => {}
            }
            let separator = if body.is_empty() { "" } else { "&" };
            body.push_str(&format!("{separator}{}={}", encode(name), encode(value)));
        }
        Request::Post(self.action.clone(), body)
    }
}

/// Gives the reason that a production centre asks for before it shows a file in full.
fn say_why(connection: &mut Connection, client: i64) -> io::Result<()> {
    let action = format!("/clients/{client}/unmasking");
    connection.get(&action, Encoding::Plain)?;
    let page = String::from_utf8_lossy(&connection.body);
    // Nothing is asked about a file that is seen in full already.
    let Some(fields) = form(&page, &action) else { return Ok(()) };
    let kept = fields.iter().filter(|(name, _)| name != "reason");
    let kept: String = kept.map(|(name, value)| format!("&{}={}", encode(name), encode(value))).collect();
    connection.post(&action, &format!("reason=correction{kept}")).map(drop)
}

/// Marsaglia's xorshift with 64 bits of state: the same requests in every run.
pub struct Chance(u64);

impl Chance {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number, of 56 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The low bits alone are the weak ones.
        self.0 >> 8
    }

    /// One of several, of which there is at least one.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.draw() % all.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_connections_do_not_ask_for_the_same_clients_in_the_same_order() {
        let all: Vec<u32> = (0..1000).collect();
        let (mut one, mut two) = (Chance::new(1), Chance::new(2));
        let draw = |chance: &mut Chance| (0..20).map(|_| *chance.of(&all)).collect::<Vec<_>>();
        let (first, second) = (draw(&mut one), draw(&mut two));
        assert_ne!(first, second);
        assert!(first.iter().collect::<std::collections::BTreeSet<_>>().len() > 15);
    }

    #[test]
    fn the_version_of_a_file_follows_its_saves() {
        let fields = [("version", "3"), ("notes", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut file = Edited { action: "/clients/7/edit".to_owned(), fields: fields.to_vec(), saves: 0 };
        let saved: Vec<Request> = (0..3).map(|_| file.save()).collect();
        let sent = |request: &Request, version: &str| matches!(request, Request::Post(place, body) if place == "/clients/7/edit" && body.starts_with(version));
        assert!(sent(&saved[0], "version=3&notes="));
        assert!(sent(&saved[1], "version=4&notes="));
        assert!(sent(&saved[2], "version=5&notes="));
        assert_ne!(saved[0], saved[1]);
    }
}
