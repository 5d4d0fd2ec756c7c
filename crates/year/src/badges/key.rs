//! The key of the institution: made once, kept in the data folder, readable by the program's own account only.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::PathBuf;

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
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(&seed)?;
        file.sync_all()?;
        // A link is made by one only; who comes second takes the key that is there.
        let linked = std::fs::hard_link(&beside, &self.path);
        std::fs::remove_file(&beside)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.read(),
        }
    }
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
