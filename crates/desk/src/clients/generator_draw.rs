//! Chance that is always the same for one seed.

/// SplitMix64 (Steele, Lea, Flood, 2014): one stream for each person.
pub(super) struct Draw(u64);

impl Draw {
    /// The stream of the person of that rank.
    pub(super) fn new(seed: u64, rank: u64) -> Self {
        let mut draw = Self(seed);
        let mixed = draw.next() ^ rank.wrapping_mul(0xD1B5_4A32_D192_ED03);
        Self(mixed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `end` excluded; `end` is never 0 here.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// One of a list.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64) as usize]
    }

    /// One of a list, drawn by weight.
    pub(super) fn weighed(&mut self, list: &[(&'static str, u64)]) -> &'static str {
        let mut left = self.below(list.iter().map(|(_, weight)| weight).sum());
        for (text, weight) in list {
            if left < *weight {
                return text;
            }
            left -= weight;
        }
        list[0].0
    }
}
