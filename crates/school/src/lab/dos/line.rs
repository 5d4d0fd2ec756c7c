//! What was typed, taken apart: the command, its words, its switches, and where its answer goes.

/// Where `>` or `>>` sends an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The file.
    pub to: String,
    /// True for `>>`: after what the file holds.
    pub append: bool,
}

/// A line that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The command, in capitals; empty for an empty line.
    pub verb: String,
    /// Everything after the command, as typed, without what redirects it.
    pub rest: String,
    /// The words after the command that are no switches, without their quotes.
    pub words: Vec<String>,
    /// The switches without their stroke, in capitals.
    pub switches: Vec<String>,
    /// Where the answer goes, if not to the screen.
    pub to: Option<Redirect>,
    /// True when the answer goes through `MORE`.
    pub more: bool,
    /// The program after `|`, when it is not `MORE`; or an empty text after a sign that misses its file.
    pub broken: Option<String>,
}

impl Line {
    /// Reads a line. Every text is a line.
    pub fn read(typed: &str) -> Self {
        let (body, signs) = cut(typed);
        let mut line = Self::command(body.trim());
        for (sign, operand) in signs {
            let word = operand.trim().trim_matches('"').trim();
            match sign {
                _ if word.is_empty() => line.broken = Some(String::new()),
                Sign::Pipe if word.eq_ignore_ascii_case("more") => line.more = true,
                Sign::Pipe => line.broken = Some(word.to_uppercase()),
                Sign::To => line.to = Some(Redirect { to: word.to_owned(), append: false }),
                Sign::After => line.to = Some(Redirect { to: word.to_owned(), append: true }),
            }
        }
        line
    }

    fn command(body: &str) -> Self {
        let end = body.find(|c: char| c.is_whitespace() || "/\\.,;=\"".contains(c)).unwrap_or(body.len());
        let (verb, rest) = body.split_at(end);
        let mut line = Self { verb: verb.to_uppercase(), rest: rest.to_owned(), ..Self::default() };
        for word in split(rest) {
            line.take(&word);
        }
        line
    }

    /// A word may carry switches: `A.TXT/P`, `/S/W`. Quotes keep it whole.
    fn take(&mut self, word: &Word) {
        if word.quoted {
            self.words.push(word.text.clone());
            return;
        }
        let mut parts = word.text.split('/');
        self.words.extend(parts.next().filter(|part| !part.is_empty()).map(str::to_owned));
        self.switches.extend(parts.map(str::to_uppercase));
    }

    /// True when the switch was given. A switch with a value is known by its beginning: `A:` for `/A:H`.
    pub fn has(&self, switch: &str) -> bool {
        self.switches.iter().any(|own| own == switch)
    }

    /// The first switch that is none of `known`.
    pub fn unknown(&self, known: &[&str]) -> Option<&str> {
        self.switches.iter().find(|own| !known.contains(&own.as_str())).map(String::as_str)
    }

    /// A word by its rank.
    pub fn word(&self, rank: usize) -> Option<&str> {
        self.words.get(rank).map(String::as_str)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    To,
    After,
    Pipe,
}

/// Cuts a line at the signs that stand outside quotes.
fn cut(typed: &str) -> (String, Vec<(Sign, String)>) {
    let (mut body, mut signs, mut quoted) = (String::new(), Vec::<(Sign, String)>::new(), false);
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        quoted ^= c == '"';
        let sign = match c {
            '>' if !quoted && chars.next_if_eq(&'>').is_some() => Some(Sign::After),
            '>' if !quoted => Some(Sign::To),
            '|' if !quoted => Some(Sign::Pipe),
            _ => None,
        };
        match sign {
            Some(sign) => signs.push((sign, String::new())),
            None => signs.last_mut().map_or(&mut body, |(_, operand)| operand).push(c),
        }
    }
    (body, signs)
}

struct Word {
    text: String,
    quoted: bool,
}

/// Words between spaces, commas, semicolons and equal signs; quotes keep spaces inside a word.
fn split(rest: &str) -> Vec<Word> {
    let (mut words, mut word, mut inside, mut quoted) = (vec![], String::new(), false, false);
    for c in rest.chars() {
        if c == '"' {
            (inside, quoted) = (!inside, true);
        } else if !inside && (c.is_whitespace() || ",;=".contains(c)) {
            push(&mut words, &mut word, &mut quoted);
        } else {
            word.push(c);
        }
    }
    push(&mut words, &mut word, &mut quoted);
    words
}

fn push(words: &mut Vec<Word>, word: &mut String, quoted: &mut bool) {
    let (text, quoted) = (std::mem::take(word), std::mem::take(quoted));
    if !text.is_empty() {
        words.push(Word { text, quoted });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart_as_ms_dos_does() {
        let line = Line::read(r#"copy "Ma lettre.txt" C:\COURS /y > liste.txt"#);
        assert_eq!(line.verb, "COPY");
        assert_eq!(line.words, ["Ma lettre.txt", r"C:\COURS"]);
        assert_eq!(line.switches, ["Y"]);
        assert_eq!(line.to, Some(Redirect { to: "liste.txt".to_owned(), append: false }));
    }

    #[test]
    fn a_switch_or_a_point_may_stand_close_to_the_command() {
        assert_eq!(Line::read("dir/w/p").switches, ["W", "P"]);
        assert_eq!(Line::read("cd..").words, [".."]);
        assert_eq!(Line::read(r"cd\").words, [r"\"]);
        assert!(Line::read("type a.txt|more").more);
        assert_eq!(Line::read("dir >>").broken.as_deref(), Some(""));
        assert_eq!(Line::read("dir | sort").broken.as_deref(), Some("SORT"));
        assert_eq!(Line::read(r#"echo "a > b""#).to, None);
        assert!(Line::read("echo un>>A.TXT").to.unwrap().append);
    }
}
