//! Habilitations: what a role may do, and the reason when it may not.

use store::{Centre, CentreKind};

/// The role of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// stagiaire
    Trainee,
    /// formateur
    Trainer,
    /// chef de service de formation
    Studies,
    /// téléconseiller
    Agent,
    /// superviseur
    Supervisor,
    /// délégué à la protection des données
    DataOfficer,
    /// administrateur
    Administrator,
}

impl Role {
    /// Every role, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Trainee,
        Self::Trainer,
        Self::Studies,
        Self::Agent,
        Self::Supervisor,
        Self::DataOfficer,
        Self::Administrator,
    ];

    /// The word stored in the database and used on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Trainee => "trainee",
            Self::Trainer => "trainer",
            Self::Studies => "studies",
            Self::Agent => "agent",
            Self::Supervisor => "supervisor",
            Self::DataOfficer => "data_officer",
            Self::Administrator => "administrator",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Trainee => "frame-role-trainee",
            Self::Trainer => "frame-role-trainer",
            Self::Studies => "frame-role-studies",
            Self::Agent => "frame-role-agent",
            Self::Supervisor => "frame-role-supervisor",
            Self::DataOfficer => "frame-role-data-officer",
            Self::Administrator => "frame-role-administrator",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Something a person may be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habilitation {
    /// Find and open client files.
    ReadClients,
    /// Create and correct client files.
    WriteClients,
    /// Define the fields that a centre adds to its files.
    DefineFields,
    /// Bring files in from other systems, and take that back.
    ImportClients,
    /// Take files out, to be read elsewhere.
    ExportClients,
    /// Merge client files, undo a merge, declare two files distinct.
    MergeClients,
    /// Approve client files or return them, read the list of anomalies, set the rules of both.
    ValidateClients,
    /// Record what a client agrees to, and receive what a client asks for about their data.
    RecordConsents,
    /// Keep what the law on personal data asks of the whole centre: purposes, notices, accesses, requests, retention.
    KeepLaw,
    /// Read the sensitive fields of every file without giving a reason.
    ReadPlain,
    /// Take calls.
    TakeCalls,
    /// Read scripts.
    ReadScripts,
    /// Read the programme.
    ReadProgramme,
    /// Practise scenarios.
    Practise,
    /// Review attempts and decide on evidence.
    Review,
    /// Read the progress of every trainee.
    ReadProgress,
    /// Create accounts and reset passwords.
    ManageAccounts,
    /// Keep filters under a name and count them.
    UseSegments,
    /// Read portfolios: an agent their own, a supervisor all.
    ReadPortfolios,
    /// Make portfolios, assign files to them, transfer them.
    ManagePortfolios,
    /// Read, keep and take away reports.
    ReadReports,
    /// Read the school year: promotions, sections, trainees, plans.
    ReadYear,
    /// Read the timetable; a trainee that of their own section.
    ReadTimetable,
    /// Keep the school year: enrol, move, change states, place blocks, set the rules of marks.
    KeepYear,
    /// Read and grant accommodations.
    ReadAccommodations,
    /// Read and give marks; a trainer gives them in the modules they teach.
    EnterMarks,
    /// Plan field visits and meetings of trainers, write what was said and decided there.
    KeepMeetings,
}

/// What an exercise may allow in its own sandbox beyond a person's role, with the words that scenarios use.
const GRANTABLE: [(Habilitation, &str); 5] = [
    (Habilitation::MergeClients, "merge_clients"),
    (Habilitation::ValidateClients, "validate_clients"),
    (Habilitation::ExportClients, "export_clients"),
    (Habilitation::ImportClients, "import_clients"),
    (Habilitation::KeepLaw, "keep_law"),
];

/// Why something is refused: the key of a sentence that a person can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(pub &'static str);

impl Habilitation {
    /// The words of what an exercise may allow in its sandbox.
    pub const GRANTS: [&str; 5] = {
        let [(_, one), (_, two), (_, three), (_, four), (_, five)] = GRANTABLE;
        [one, two, three, four, five]
    };

    /// True when the sandbox in which a person stands allows this to whoever works in it.
    pub fn is_granted(self, centre: &Centre) -> bool {
        let word = GRANTABLE.iter().find(|(own, _)| *own == self).map(|(_, word)| *word);
        centre.kind == CentreKind::Sandbox && word.is_some_and(|word| centre.grants.iter().any(|own| own == word))
    }

    /// Allowed, or the reason why not. `kind` is the kind of the centre in which the person stands.
    ///
    /// # Errors
    /// The [`Refusal`] to show.
    pub fn ask(self, role: Role, kind: CentreKind) -> Result<(), Refusal> {
        use Role::{Administrator, Agent, DataOfficer, Studies, Supervisor, Trainee, Trainer};
        let (roles, reason): (&[Role], _) = match self {
            Self::ReadProgramme => return Ok(()),
            Self::ReadClients => {
                (&[Trainee, Trainer, Studies, Agent, Supervisor, DataOfficer], "frame-refused-clients")
            }
            Self::WriteClients => (&[Trainee, Trainer, Studies, Agent, Supervisor], "frame-refused-clients-write"),
            Self::DefineFields => (&[Trainer, Studies, Supervisor], "frame-refused-fields"),
            Self::ImportClients => (&[Trainer, Studies, Supervisor], "frame-refused-import"),
            Self::ExportClients => (&[Trainer, Studies, Supervisor, DataOfficer], "frame-refused-export"),
            Self::MergeClients => (&[Trainer, Studies, Supervisor], "frame-refused-clients-merge"),
            Self::ValidateClients => (&[Trainer, Studies, Supervisor], "frame-refused-clients-validate"),
            Self::RecordConsents => (&[Trainee, Trainer, Agent, Supervisor, DataOfficer], "frame-refused-consents"),
            Self::KeepLaw => (&[Supervisor, DataOfficer], "frame-refused-law"),
            Self::ReadPlain => (&[Supervisor, DataOfficer], "frame-refused-plain"),
            Self::TakeCalls => (&[Trainee, Trainer, Agent, Supervisor], "frame-refused-calls"),
            Self::ReadScripts => (&[Trainee, Trainer, Agent, Supervisor, Studies], "frame-refused-scripts"),
            Self::Practise => (&[Trainee], "frame-refused-practice"),
            Self::Review => (&[Trainer], "frame-refused-review"),
            Self::ReadProgress => (&[Trainer, Studies], "frame-refused-progress"),
            Self::ManageAccounts => (&[Administrator], "frame-refused-accounts"),
            Self::UseSegments => (&[Trainee, Trainer, Studies, Agent, Supervisor], "frame-refused-segments"),
            Self::ReadPortfolios => (&[Trainee, Trainer, Studies, Agent, Supervisor], "frame-refused-portfolios"),
            Self::ManagePortfolios => (&[Trainee, Trainer, Studies, Supervisor], "frame-refused-portfolios-manage"),
            Self::ReadReports => (&[Trainee, Trainer, Studies, Supervisor], "frame-refused-reports"),
            Self::ReadYear => (&[Trainer, Studies], "frame-refused-year"),
            Self::ReadTimetable => (&[Trainee, Trainer, Studies], "frame-refused-timetable"),
            Self::KeepYear => (&[Studies], "frame-refused-year-keep"),
            Self::ReadAccommodations => (&[Studies], "frame-refused-accommodations"),
            Self::EnterMarks => (&[Trainer, Studies], "frame-refused-marks"),
            Self::KeepMeetings => (&[Trainer, Studies], "frame-refused-meetings"),
        };
        if !roles.contains(&role) {
            return Err(Refusal(reason));
        }
        let school = matches!(role, Trainee | Trainer | Studies);
        let of_clients = !matches!(
            self,
            Self::Review
                | Self::ReadProgress
                | Self::ReadYear
                | Self::KeepYear
                | Self::ReadTimetable
                | Self::ReadAccommodations
                | Self::EnterMarks
                | Self::KeepMeetings
        );
        if school && kind == CentreKind::Production && of_clients {
            return Err(Refusal("frame-refused-production"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_studies_keeps_the_files_of_the_school_and_opens_none_of_a_centre_at_work() {
        use Habilitation::{
            DefineFields, ExportClients, ImportClients, KeepYear, MergeClients, ReadClients, WriteClients,
        };
        for habilitation in [ReadClients, WriteClients, DefineFields, ImportClients, ExportClients, MergeClients] {
            assert_eq!(habilitation.ask(Role::Studies, CentreKind::Training), Ok(()));
            let refused = habilitation.ask(Role::Studies, CentreKind::Production);
            assert_eq!(refused, Err(Refusal("frame-refused-production")));
        }
        assert_eq!(KeepYear.ask(Role::Studies, CentreKind::Production), Ok(()), "the year is not about clients");
    }

    #[test]
    fn a_trainee_never_opens_the_files_of_real_clients() {
        let refused = Habilitation::ReadClients.ask(Role::Trainee, CentreKind::Production);
        assert_eq!(refused, Err(Refusal("frame-refused-production")));
        assert_eq!(Habilitation::ReadClients.ask(Role::Trainee, CentreKind::Sandbox), Ok(()));
    }

    #[test]
    fn a_sandbox_allows_what_its_exercise_is_about_and_no_other_centre_does() {
        let centre = |kind, grants: &[&str]| Centre {
            id: store::CentreId(9),
            kind,
            code: "MQ1".into(),
            name: "Essai".into(),
            grants: grants.iter().map(|word| (*word).to_owned()).collect(),
            chosen: 0,
        };
        let sandbox = centre(CentreKind::Sandbox, &["merge_clients"]);
        assert!(Habilitation::MergeClients.is_granted(&sandbox));
        assert!(!Habilitation::KeepLaw.is_granted(&sandbox), "only what is written");
        assert!(!Habilitation::MergeClients.is_granted(&centre(CentreKind::Production, &["merge_clients"])));
        assert!(!Habilitation::ManageAccounts.is_granted(&centre(CentreKind::Sandbox, &Habilitation::GRANTS)));
    }

    #[test]
    fn only_a_trainer_decides_on_evidence() {
        let allowed =
            Role::ALL.into_iter().filter(|role| Habilitation::Review.ask(*role, CentreKind::Training).is_ok());
        assert_eq!(allowed.collect::<Vec<_>>(), [Role::Trainer]);
    }

    #[test]
    fn an_agent_reads_portfolios_and_assigns_none() {
        assert_eq!(Habilitation::ReadPortfolios.ask(Role::Agent, CentreKind::Production), Ok(()));
        assert!(Habilitation::ManagePortfolios.ask(Role::Agent, CentreKind::Production).is_err());
        assert!(Habilitation::ReadReports.ask(Role::Agent, CentreKind::Production).is_err());
        assert_eq!(Habilitation::ManagePortfolios.ask(Role::Trainee, CentreKind::Sandbox), Ok(()));
    }

    #[test]
    fn only_a_supervisor_and_the_data_officer_keep_the_pages_of_the_law() {
        let allowed =
            Role::ALL.into_iter().filter(|role| Habilitation::KeepLaw.ask(*role, CentreKind::Production).is_ok());
        assert_eq!(allowed.collect::<Vec<_>>(), [Role::Supervisor, Role::DataOfficer]);
    }

    #[test]
    fn a_trainer_reads_the_year_and_only_the_head_of_studies_keeps_it() {
        assert_eq!(Habilitation::ReadYear.ask(Role::Trainer, CentreKind::Training), Ok(()));
        for kept in [Habilitation::KeepYear, Habilitation::ReadAccommodations] {
            let allowed = Role::ALL.into_iter().filter(|role| kept.ask(*role, CentreKind::Training).is_ok());
            assert_eq!(allowed.collect::<Vec<_>>(), [Role::Studies]);
        }
    }

    #[test]
    fn an_administrator_does_not_read_client_files() {
        assert!(Habilitation::ReadClients.ask(Role::Administrator, CentreKind::Production).is_err());
    }
}
