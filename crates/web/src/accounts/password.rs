//! Passwords: argon2id with its recommended cost, off the request threads.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::WebError;

/// The shortest password accepted, in characters (NIST SP 800-63B asks for at least 8 and no composition rules).
pub const SHORTEST: usize = 8;

/// The longest password accepted, in characters.
pub const LONGEST: usize = 200;

/// Hashes a password into its PHC string.
pub(crate) async fn hash(password: String) -> Result<String, WebError> {
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    let broken = |error: &dyn std::fmt::Display| WebError::Broken(format!("hashing a password: {error}"));
    hashed.await.map_err(|error| broken(&error))?.map_err(|error| broken(&error))
}

/// Compares a password with a stored hash. Without one the same work is done and the answer is no, so that the time
/// taken does not tell whether an account exists.
pub(crate) async fn matches(password: String, hash: Option<String>) -> Result<bool, WebError> {
    let compared = tokio::task::spawn_blocking(move || match hash.as_deref().map(PasswordHash::new) {
        Some(Ok(stored)) => Argon2::default().verify_password(password.as_bytes(), &stored).is_ok(),
        _ => {
            let _same_work = Argon2::default().hash_password(password.as_bytes());
            false
        }
    });
    compared.await.map_err(|error| WebError::Broken(format!("comparing a password: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_opens_and_the_stored_text_does_not_hold_it() {
        let stored = hash("motdepasse".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$") && !stored.contains("motdepasse"));
        assert!(matches("motdepasse".to_owned(), Some(stored.clone())).await.unwrap());
        assert!(!matches("Motdepasse".to_owned(), Some(stored)).await.unwrap());
        assert!(!matches("motdepasse".to_owned(), None).await.unwrap());
    }
}
