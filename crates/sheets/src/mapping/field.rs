/// A field of a client file that a column can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the form of a client file")]
pub enum Field {
    GivenLatin,
    FamilyLatin,
    GivenArabic,
    FamilyArabic,
    /// Given and family name in one column. Nothing can tell which word is which, so a person has to say what to do with it.
    FullName,
    BirthDate,
    Phone,
    Phone2,
    Phone3,
    Email,
    Email2,
    Street,
    Wilaya,
    Commune,
    Language,
    Status,
    Needs,
    Motivations,
    Notes,
    OrganisationLatin,
    OrganisationArabic,
    Registration,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Field; 22] = [
        Field::FamilyLatin,
        Field::GivenLatin,
        Field::FamilyArabic,
        Field::GivenArabic,
        Field::FullName,
        Field::BirthDate,
        Field::Phone,
        Field::Phone2,
        Field::Phone3,
        Field::Email,
        Field::Email2,
        Field::Street,
        Field::Commune,
        Field::Wilaya,
        Field::Language,
        Field::Status,
        Field::Needs,
        Field::Motivations,
        Field::Notes,
        Field::OrganisationLatin,
        Field::OrganisationArabic,
        Field::Registration,
    ];

    /// The name of the field in forms and files: `given_latin`.
    pub fn name(self) -> &'static str {
        match self {
            Field::GivenLatin => "given_latin",
            Field::FamilyLatin => "family_latin",
            Field::GivenArabic => "given_arabic",
            Field::FamilyArabic => "family_arabic",
            Field::FullName => "full_name",
            Field::BirthDate => "birth_date",
            Field::Phone => "phone",
            Field::Phone2 => "phone2",
            Field::Phone3 => "phone3",
            Field::Email => "email",
            Field::Email2 => "email2",
            Field::Street => "street",
            Field::Wilaya => "wilaya",
            Field::Commune => "commune",
            Field::Language => "language",
            Field::Status => "status",
            Field::Needs => "needs",
            Field::Motivations => "motivations",
            Field::Notes => "notes",
            Field::OrganisationLatin => "organisation_latin",
            Field::OrganisationArabic => "organisation_arabic",
            Field::Registration => "registration",
        }
    }

    /// The field of a name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// What a column is about, before its script and its rank say which field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Matter {
    Given,
    Family,
    Full,
    Organisation,
    Phone,
    Email,
    One(Field),
}
