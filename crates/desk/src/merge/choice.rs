//! What is chosen between two files, field by field.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ::web::Fields;

use crate::clients::{FIELDS, own_field};

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
    /// The fields, as in [`FIELDS`], or one of the centre; the first gives the group its name and label.
    pub(crate) fields: Vec<Cow<'static, str>>,
    kind: Kind,
}

/// Fields that hold the same thing several times begin so: `phone`, `phone2`.
const MANY: [&str; 2] = ["phone", "email"];
const PROSE: [&str; 3] = ["needs", "motivations", "notes"];

/// Every field of a file, in the order of the form: numbers together, addresses of e-mail together, a commune with its wilaya;
/// then each field of the centre that any of these files fills.
pub(crate) fn groups(files: &[&Fields]) -> Vec<Group> {
    let own: BTreeSet<i64> = files.iter().flat_map(|file| &file.0).filter_map(|(field, _)| own_field(field)).collect();
    let own = own.into_iter().map(|id| Group { fields: vec![Cow::Owned(format!("x_{id}"))], kind: Kind::One });
    built_in().into_iter().chain(own).collect()
}

fn built_in() -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for field in FIELDS {
        let plain = field.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = field.strip_prefix(plain).unwrap_or_default();
        let wilaya = format!("wilaya{number}");
        let together = |group: &&mut Group| match plain {
            "commune" => group.fields.iter().any(|own| *own == wilaya),
            plain => MANY.contains(&plain) && group.name() == plain,
        };
        match groups.iter_mut().find(together) {
            Some(group) => group.fields.push(Cow::Borrowed(field)),
            None => {
                let kind = match plain {
                    plain if MANY.contains(&plain) => Kind::Many,
                    plain if PROSE.contains(&plain) => Kind::Prose,
                    _ => Kind::One,
                };
                groups.push(Group { fields: vec![Cow::Borrowed(field)], kind });
            }
        }
    }
    groups
}

impl Group {
    /// Its name in a form.
    pub(crate) fn name(&self) -> &str {
        self.fields.first().map_or("", AsRef::as_ref)
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
    groups(&[kept, other]).into_iter().partition(|group| !group.same(kept, other))
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
        groups(&[]).into_iter().find(|group| group.name() == name).unwrap()
    }

    #[test]
    fn every_field_stands_in_one_group() {
        let mut all: Vec<Cow<'_, str>> = groups(&[]).into_iter().flat_map(|group| group.fields).collect();
        all.sort_unstable();
        let mut known = FIELDS.map(Cow::Borrowed).to_vec();
        known.sort_unstable();
        assert_eq!(all, known);
        assert!(group("wilaya").fields.iter().any(|field| field == "commune"));
        assert!(group("phone").fields.iter().any(|field| field == "phone2"));
    }

    #[test]
    fn numbers_of_both_files_stay_when_there_is_room() {
        let (kept, other) = (fields(&[("phone", "1")]), fields(&[("phone", "2")]));
        assert_eq!(group("phone").proposed(&kept, &other, true), Choice::Both);
        let all = merged(&kept, &other, true, &Fields::default());
        assert_eq!((all.get("phone"), all.get("phone2")), ("1", "2"));
        let phones = group("phone").fields;
        let more: Vec<(&str, &str)> = phones.iter().map(|field| (field.as_ref(), field.as_ref())).collect();
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
    fn a_field_of_the_centre_is_chosen_like_any_other() {
        let (kept, other) =
            (fields(&[("x_3", "A"), ("x_4", "same")]), fields(&[("x_3", "B"), ("x_4", "same"), ("x_12", "C")]));
        let names: Vec<String> = differing(&kept, &other).0.iter().map(|group| group.name().to_owned()).collect();
        assert_eq!(names, ["x_3", "x_12"]);
        let all = merged(&kept, &other, true, &fields(&[("x_3", "other")]));
        assert_eq!((all.get("x_3"), all.get("x_4"), all.get("x_12")), ("B", "same", "C"));
    }

    #[test]
    fn notes_of_both_files_stand_under_each_other() {
        let (kept, other) = (fields(&[("notes", "A")]), fields(&[("notes", "B")]));
        assert_eq!(merged(&kept, &other, true, &Fields::default()).get("notes"), "A\nB");
    }
}
