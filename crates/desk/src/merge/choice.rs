//! What is chosen between two files, field by field.

use ::web::Fields;

use crate::clients::FIELDS;

/// Where the values of a group come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The file that stays.
    Kept,
    /// The other file.
    Other,
    /// Both, one after the other.
    Both,
}

impl Choice {
    pub(crate) const ALL: [Self; 3] = [Self::Kept, Self::Other, Self::Both];

    /// The word in a form.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Other => "other",
            Self::Both => "both",
        }
    }

    /// Reads the word of a form.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// One value, or values that mean nothing apart.
    One,
    /// As many values as there are fields.
    Many,
    /// Prose.
    Prose,
}

/// Fields that are chosen together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The fields, as in [`FIELDS`]; the first gives the group its name and label.
    pub(crate) fields: Vec<&'static str>,
    kind: Kind,
}

/// Fields that hold the same thing several times begin so: `phone`, `phone2`.
const MANY: [&str; 2] = ["phone", "email"];
const PROSE: [&str; 3] = ["needs", "motivations", "notes"];

/// Every field of a file, in the order of the form: numbers together, addresses of e-mail together, a commune with its wilaya.
pub(crate) fn groups() -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for field in FIELDS {
        let plain = field.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = field.strip_prefix(plain).unwrap_or_default();
        let wilaya = format!("wilaya{number}");
        let together = |group: &&mut Group| match plain {
            "commune" => group.fields.contains(&wilaya.as_str()),
            plain => MANY.contains(&plain) && group.name() == plain,
        };
        match groups.iter_mut().find(together) {
            Some(group) => group.fields.push(field),
            None if MANY.contains(&plain) => groups.push(Group { fields: vec![field], kind: Kind::Many }),
            None if PROSE.contains(&plain) => groups.push(Group { fields: vec![field], kind: Kind::Prose }),
            None => groups.push(Group { fields: vec![field], kind: Kind::One }),
        }
    }
    groups
}

impl Group {
    /// Its name in a form.
    pub(crate) fn name(&self) -> &'static str {
        self.fields.first().copied().unwrap_or_default()
    }

    /// What a file holds of it, without what is empty.
    pub(crate) fn held<'a>(&self, values: &'a Fields) -> Vec<&'a str> {
        self.fields.iter().map(|field| values.get(field)).filter(|value| !value.is_empty()).collect()
    }

    /// True when two files hold the same; the order of several numbers is no difference of importance, but it is one.
    pub(crate) fn same(&self, one: &Fields, other: &Fields) -> bool {
        self.fields.iter().all(|field| one.get(field) == other.get(field))
    }

    /// The values of the group that a choice gives, in the order of its fields.
    pub(crate) fn chosen(&self, choice: Choice, kept: &Fields, other: &Fields) -> Vec<String> {
        let of = |values: &Fields| self.fields.iter().map(|field| values.get(field).to_owned()).collect();
        match (choice, self.kind) {
            (Choice::Kept, _) => of(kept),
            (Choice::Other, _) => of(other),
            (Choice::Both, Kind::Prose) => vec![[self.held(kept), self.held(other)].concat().join("\n")],
            (Choice::Both, _) => {
                let mut all: Vec<String> = self.union(kept, other).into_iter().map(str::to_owned).collect();
                all.resize(self.fields.len(), String::new());
                all
            }
        }
    }

    /// What can be chosen. Both, when that holds more than either file does and there is room for it.
    pub(crate) fn offered(&self, kept: &Fields, other: &Fields) -> Vec<Choice> {
        let (own, theirs) = (self.held(kept), self.held(other));
        let both = match self.kind {
            Kind::One => false,
            Kind::Prose => !own.is_empty() && !theirs.is_empty(),
            Kind::Many => {
                let all = self.union(kept, other).len();
                all > own.len() && all > theirs.len() && all <= self.fields.len()
            }
        };
        if both { Choice::ALL.to_vec() } else { vec![Choice::Kept, Choice::Other] }
    }

    /// What is proposed: what is filled over what is empty, both where both can stay, else what was saved last.
    pub(crate) fn proposed(&self, kept: &Fields, other: &Fields, kept_is_newer: bool) -> Choice {
        let (own, theirs) = (self.held(kept), self.held(other));
        if own.is_empty() || (theirs.len() > own.len() && own.iter().all(|value| theirs.contains(value))) {
            Choice::Other
        } else if theirs.is_empty() || theirs.iter().all(|value| own.contains(value)) {
            Choice::Kept
        } else if self.offered(kept, other).contains(&Choice::Both) {
            Choice::Both
        } else if kept_is_newer {
            Choice::Kept
        } else {
            Choice::Other
        }
    }

    fn union<'a>(&self, kept: &'a Fields, other: &'a Fields) -> Vec<&'a str> {
        let mut all = self.held(kept);
        for value in self.held(other) {
            if !all.contains(&value) {
                all.push(value);
            }
        }
        all
    }
}

/// The groups in which two files differ, and those in which they hold the same.
pub(crate) fn differing(kept: &Fields, other: &Fields) -> (Vec<Group>, Vec<Group>) {
    groups().into_iter().partition(|group| !group.same(kept, other))
}

/// The values of the file that stays, after the choices that `asked` names; what it does not name is as proposed.
pub(crate) fn merged(kept: &Fields, other: &Fields, kept_is_newer: bool, asked: &Fields) -> Fields {
    let mut all = kept.clone();
    for group in differing(kept, other).0 {
        let choice = Choice::parse(asked.get(group.name())).filter(|own| group.offered(kept, other).contains(own));
        let choice = choice.unwrap_or_else(|| group.proposed(kept, other, kept_is_newer));
        for (field, value) in group.fields.iter().zip(group.chosen(choice, kept, other)) {
            all.set(field, value);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn group(name: &str) -> Group {
        groups().into_iter().find(|group| group.name() == name).unwrap()
    }

    #[test]
    fn every_field_stands_in_one_group() {
        let mut all: Vec<&str> = groups().into_iter().flat_map(|group| group.fields).collect();
        all.sort_unstable();
        let mut known = FIELDS.to_vec();
        known.sort_unstable();
        assert_eq!(all, known);
        assert!(group("wilaya").fields.contains(&"commune") && group("phone").fields.contains(&"phone2"));
    }

    #[test]
    fn numbers_of_both_files_stay_when_there_is_room() {
        let (kept, other) = (fields(&[("phone", "1")]), fields(&[("phone", "2")]));
        assert_eq!(group("phone").proposed(&kept, &other, true), Choice::Both);
        let all = merged(&kept, &other, true, &Fields::default());
        assert_eq!((all.get("phone"), all.get("phone2")), ("1", "2"));
        let more: Vec<(&str, &str)> = group("phone").fields.into_iter().map(|field| (field, field)).collect();
        assert!(!group("phone").offered(&fields(&more), &other).contains(&Choice::Both));
    }

    #[test]
    fn what_is_filled_is_proposed_over_what_is_empty_and_what_is_newer_over_what_is_older() {
        let (kept, other) =
            (fields(&[("street", "A"), ("birth_date", "")]), fields(&[("street", "B"), ("birth_date", "C")]));
        for (newer, street) in [(true, "A"), (false, "B")] {
            let all = merged(&kept, &other, newer, &Fields::default());
            assert_eq!((all.get("street"), all.get("birth_date")), (street, "C"));
        }
        let all = merged(&kept, &other, true, &fields(&[("street", "other"), ("birth_date", "kept")]));
        assert_eq!((all.get("street"), all.get("birth_date")), ("B", ""));
    }

    #[test]
    fn notes_of_both_files_stand_under_each_other() {
        let (kept, other) = (fields(&[("notes", "A")]), fields(&[("notes", "B")]));
        assert_eq!(merged(&kept, &other, true, &Fields::default()).get("notes"), "A\nB");
    }
}
