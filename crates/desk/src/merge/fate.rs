//! What becomes of the values of the file that stayed when its merge is undone.

use ::web::Fields;

use super::Group;
use super::choice::groups;

/// A value of the file that stayed, when the merge is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is what it was before the merge, or the merge did not touch it: it stays as it is now.
    Stays,
    /// The merge changed it and nobody has since: it goes back.
    GoesBack,
    /// The merge changed it, and somebody changed it again since: a person chooses.
    Conflict,
}

/// What a person chooses in a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The value before the merge.
    Before,
    /// The value that the merge gave.
    Merge,
    /// The value that the file holds now.
    Now,
}

impl Pick {
    pub(crate) const ALL: [Self; 3] = [Self::Before, Self::Merge, Self::Now];

    /// The word in a form.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Merge => "merge",
            Self::Now => "now",
        }
    }

    /// Reads the word of a form.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pick| pick.code() == code)
    }
}

/// The fate of every group. A field that the program did not know at the time of the merge stays as it is.
pub(crate) fn fates(before: &Fields, merge: &Fields, now: &Fields) -> Vec<(Group, Fate)> {
    let fate = |group: &Group| {
        if group.same(before, now) || group.same(before, merge) {
            Fate::Stays
        } else if group.same(merge, now) {
            Fate::GoesBack
        } else {
            Fate::Conflict
        }
    };
    groups(&[before, merge, now])
        .into_iter()
        .map(|group| (fate(&group), group))
        .map(|(fate, group)| (group, fate))
        .collect()
}

/// The values after the merge is undone; `asked` names the choice in each conflict, and what it does not name stays as it is.
pub(crate) fn unmerged(before: &Fields, merge: &Fields, now: &Fields, asked: &Fields) -> Fields {
    let mut all = now.clone();
    for (group, fate) in fates(before, merge, now) {
        let pick = match fate {
            Fate::Stays => Pick::Now,
            Fate::GoesBack => Pick::Before,
            Fate::Conflict => Pick::parse(asked.get(group.name())).unwrap_or(Pick::Now),
        };
        let from = match pick {
            Pick::Before => before,
            Pick::Merge => merge,
            Pick::Now => now,
        };
        group.fields.iter().for_each(|field| all.set(field, from.get(field)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(street: &str) -> Fields {
        Fields(vec![("street".to_owned(), street.to_owned())])
    }

    fn fate(before: &str, merge: &str, now: &str) -> Fate {
        let all = fates(&of(before), &of(merge), &of(now));
        all.into_iter().find(|(group, _)| group.name() == "street").unwrap().1
    }

    #[test]
    fn only_what_the_merge_and_a_person_both_changed_is_a_conflict() {
        assert_eq!(fate("A", "A", "A"), Fate::Stays);
        assert_eq!(fate("A", "A", "C"), Fate::Stays);
        assert_eq!(fate("A", "B", "A"), Fate::Stays);
        assert_eq!(fate("A", "B", "B"), Fate::GoesBack);
        assert_eq!(fate("A", "B", "C"), Fate::Conflict);
    }

    #[test]
    fn a_conflict_ends_as_the_person_chose() {
        for (pick, street) in [("before", "A"), ("merge", "B"), ("now", "C"), ("", "C")] {
            assert_eq!(unmerged(&of("A"), &of("B"), &of("C"), &of(pick)).get("street"), street);
        }
        assert_eq!(unmerged(&of("A"), &of("B"), &of("B"), &of("now")).get("street"), "A");
    }
}
