//! The key of the institution: made once, kept in the data folder, readable by the program's own account only.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ::store::Chance;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{Ed25519KeyPair, KeyPair};

/// The key of the institution, ready to sign.
#[derive(Debug)]
pub struct Key(pub(super) Ed25519KeyPair);

/// Where the key of the institution is kept.
#[derive(Clone, Debug)]
pub struct Keys {
    path: PathBuf,
}

/// The bytes of an Ed25519 seed (RFC 8032).
const SEED: usize = 32;

impl Keys {
    /// The key in a data folder; it is made when it is first needed.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { path: folder.into().join("badge-key") }
    }

    /// The key, read away from the threads that serve pages.
    ///
    /// # Errors
    /// A folder that cannot be written to, or a file that holds no key.
    pub async fn read_or_make(&self, chance: &Chance) -> io::Result<Key> {
        let (keys, chance) = (self.clone(), chance.clone());
        let read = tokio::task::spawn_blocking(move || keys.own(&chance)).await;
        Ok(Key(read.map_err(io::Error::other)??))
    }

    /// The key. Of two that ask at once for one that is not there, one makes it and both get it.
    ///
    /// # Errors
    /// A folder that cannot be written to, or a file that holds no key.
    pub(super) fn own(&self, chance: &Chance) -> io::Result<Ed25519KeyPair> {
        let seed = match self.read() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.make(chance)?,
            read => read?,
        };
        Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| io::Error::other("the key of the badges is damaged"))
    }

    fn read(&self) -> io::Result<[u8; SEED]> {
        let mut bytes = vec![];
        File::open(&self.path)?.read_to_end(&mut bytes)?;
        bytes.try_into().map_err(|_| io::Error::other("the key of the badges is damaged"))
    }

    /// Writes a new key beside its place and puts it there whole: a reader finds none or all of it.
    fn make(&self, chance: &Chance) -> io::Result<[u8; SEED]> {
        let mut seed = [0; SEED];
        chance.fill(&mut seed);
        let beside = self.path.with_extension(Chance::system().token(8));
        write(&beside, &seed)?;
        // A link is made by one only; who comes second takes the key that is there.
        let linked = std::fs::hard_link(&beside, &self.path);
        std::fs::remove_file(&beside)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.read(),
        }
    }

    /// The copy of a key that stands beside a backup, when there is one; it is whole.
    ///
    /// # Errors
    /// A copy that cannot be read, or is damaged.
    pub fn beside(backup: &Path) -> io::Result<Option<Self>> {
        let copy = Self { path: beside(backup) };
        match copy.read() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(|_| Some(copy)),
        }
    }

    /// Keeps a copy of the key beside a backup, readable by its owner only. Where it stands; nothing while there is no key.
    ///
    /// # Errors
    /// A file that is there already, a folder that cannot be written to, a key that is damaged.
    pub fn keep_beside(&self, backup: &Path) -> io::Result<Option<PathBuf>> {
        let seed = match self.read() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            read => read?,
        };
        let copy = beside(backup);
        write(&copy, &seed)?;
        Ok(Some(copy))
    }

    /// Puts a copy back. Another key that is in the data folder is kept there as `badge-key.before-restore`, over an earlier one.
    ///
    /// # Errors
    /// A folder that cannot be written to, a copy that is damaged.
    pub fn put_back(&self, copy: &Self) -> io::Result<()> {
        let seed = copy.read()?;
        if self.read().is_ok_and(|own| own == seed) {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let next = self.path.with_extension(Chance::system().token(8));
        write(&next, &seed)?;
        match std::fs::rename(&self.path, self.path.with_extension("before-restore")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        std::fs::rename(next, &self.path)
    }
}

/// Where the copy of the key stands beside a backup: `school.backup.badge-key`.
fn beside(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".badge-key");
    PathBuf::from(name)
}

/// Writes a file that must not be there, for its owner alone.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The public key as others read it: a JSON Web Key (RFC 8037).
pub(super) fn jwk(key: &Ed25519KeyPair) -> serde_json::Value {
    let x = URL_SAFE_NO_PAD.encode(key.public_key().as_ref());
    serde_json::json!({"crv": "Ed25519", "kty": "OKP", "x": x})
}

/// The institution as an issuer: its public key, as a `did:jwk`.
pub(super) fn issuer(key: &Ed25519KeyPair) -> String {
    format!("did:jwk:{}", URL_SAFE_NO_PAD.encode(jwk(key).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_beside_a_backup_is_the_same_key_and_what_it_replaces_is_kept() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let backup = one.path().join("school.backup");
        let (old, new) = (Keys::in_folder(one.path()), Keys::in_folder(other.path().join("data")));
        assert_eq!(old.keep_beside(&backup).unwrap(), None, "no key yet");
        assert!(Keys::beside(&backup).unwrap().is_none(), "nothing to put back");
        let seed = old.make(&Chance::system()).unwrap();
        assert_eq!(old.keep_beside(&backup).unwrap(), Some(one.path().join("school.backup.badge-key")));
        assert!(old.keep_beside(&backup).is_err(), "a copy is never written over");
        let copy = Keys::beside(&backup).unwrap().unwrap();
        new.put_back(&copy).unwrap();
        assert_eq!(new.read().unwrap(), seed);
        std::fs::write(&new.path, [7; SEED]).unwrap();
        new.put_back(&copy).unwrap();
        assert_eq!(new.read().unwrap(), seed);
        assert_eq!(std::fs::read(other.path().join("data/badge-key.before-restore")).unwrap(), [7; SEED]);
        std::fs::write(beside(&backup), b"short").unwrap();
        assert!(Keys::beside(&backup).is_err(), "a damaged copy is told");
    }
}
