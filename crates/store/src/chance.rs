//! Randomness, handed in like the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where random bytes come from: the operating system, or a seed that makes a test or a demo exact.
#[derive(Clone, Debug, Default)]
pub struct Chance(Option<Arc<AtomicU64>>);

impl Chance {
    /// The operating system's generator, fit for secrets.
    pub fn system() -> Self {
        Self(None)
    }

    /// A reproducible sequence (splitmix64) for tests and demos; never for secrets of a real installation.
    pub fn seeded(seed: u64) -> Self {
        Self(Some(Arc::new(AtomicU64::new(seed))))
    }

    /// Fills `bytes`.
    ///
    /// # Panics
    /// When the operating system cannot give random bytes: there is no safe way to go on.
    #[expect(clippy::panic, reason = "without randomness no secret can be made")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            None => {
                if let Err(error) = getrandom::fill(bytes) {
                    panic!("the system gives no random bytes: {error}");
                }
            }
            Some(state) => {
                for chunk in bytes.chunks_mut(8) {
                    let word = splitmix(state.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst));
                    chunk.copy_from_slice(&word.to_le_bytes()[..chunk.len()]);
                }
            }
        }
    }

    /// A token of `bytes` random bytes in lower-case hexadecimal, safe in URLs and cookies.
    pub fn token(&self, bytes: usize) -> String {
        let mut raw = vec![0; bytes];
        self.fill(&mut raw);
        raw.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn splitmix(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
