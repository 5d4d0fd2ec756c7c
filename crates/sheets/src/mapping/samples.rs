use super::field::{Field, Matter};

/// The letters of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Arabic,
}

/// What some values of a column look like.
#[derive(Default)]
pub(super) struct Samples {
    filled: usize,
    mails: usize,
    phones: usize,
    dates: usize,
    arabic: usize,
    latin: usize,
}

impl Samples {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Samples {
        let mut samples = Samples::default();
        for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
            samples.filled += 1;
            samples.mails += usize::from(is_mail(cell));
            samples.phones += usize::from(is_phone(cell));
            samples.dates += usize::from(is_date(cell));
            let arabic = cell.chars().filter(|letter| matches!(letter, '\u{621}'..='\u{64A}')).count();
            let latin = cell.chars().filter(|letter| letter.is_alphabetic()).count() - arabic;
            samples.arabic += usize::from(arabic > latin);
            samples.latin += usize::from(latin > arabic);
        }
        samples
    }

    fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 7
    }

    /// What the values say when the name of the column says nothing. Only what has an unmistakable form.
    pub(super) fn matter(&self) -> Option<Matter> {
        if self.mostly(self.mails) {
            Some(Matter::Email)
        } else if self.mostly(self.phones) {
            Some(Matter::Phone)
        } else {
            None
        }
    }

    /// The script of most values; nothing if they have no letters.
    pub(super) fn script(&self) -> Option<Script> {
        match self.arabic.cmp(&self.latin) {
            std::cmp::Ordering::Greater => Some(Script::Arabic),
            std::cmp::Ordering::Less => Some(Script::Latin),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The score of a guess once the values were looked at.
    pub(super) fn agree(&self, matter: Matter, score: u8) -> u8 {
        let fits = match matter {
            Matter::Email => self.mostly(self.mails),
            Matter::Phone => self.mostly(self.phones),
            Matter::One(Field::BirthDate) => self.mostly(self.dates),
            Matter::Given | Matter::Family | Matter::Full => !self.mostly(self.phones) && !self.mostly(self.mails),
            _ => true,
        };
        if self.filled == 0 || fits { score } else { (score / 2).max(1) }
    }
}

fn is_mail(cell: &str) -> bool {
    cell.split_once('@')
        .is_some_and(|(before, after)| !before.is_empty() && after.contains('.') && !after.contains(' '))
}

/// Eight to fifteen digits, with what people write between them.
fn is_phone(cell: &str) -> bool {
    let digits =
        cell.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '\u{660}'..='\u{669}')).count();
    let others =
        cell.chars().filter(|letter| !letter.is_numeric()).all(|letter| " +-./()\u{A0}\u{202F}'".contains(letter));
    (8..=15).contains(&digits) && others && !is_date(cell)
}

/// Three numbers between `/`, `-` or `.`, one of them with four digits or all with two.
fn is_date(cell: &str) -> bool {
    let day = cell.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| matches!(part.chars().count(), 1 | 2 | 4) && part.chars().all(char::is_numeric))
}
