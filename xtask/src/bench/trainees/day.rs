//! What a trainee does, and how long they pause before it.

use std::time::Duration;

use crate::bench::request::Chance;

/// The shortest pause between an answer and the next request.
const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
/// The longest one.
pub const LONGEST_PAUSE: Duration = Duration::from_millis(1_500);

/// One thing that a trainee does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens the file of any client.
    File,
    /// Looks a client up by name, in either script.
    Name,
    /// Looks a caller up by number.
    Number,
    /// Opens the form of a file of their own.
    Form,
    /// Saves that form.
    Save,
    /// Looks for an exercise.
    Practice,
    /// Looks at the week of their section.
    Week,
    /// Looks at their progress.
    Progress,
}

/// How often each is begun, of a hundred times. A form that was opened is saved next, so that there are as many saves as forms.
const MIX: [(Action, u64); 7] = [
    (Action::File, 30),
    (Action::Name, 15),
    (Action::Number, 15),
    (Action::Form, 20),
    (Action::Practice, 8),
    (Action::Week, 6),
    (Action::Progress, 6),
];

impl Action {
    /// Every action, in the order of the table.
    pub const ALL: [Self; 8] =
        [Self::File, Self::Name, Self::Number, Self::Form, Self::Save, Self::Practice, Self::Week, Self::Progress];

    /// Its name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "record page",
            Self::Name => "search by name",
            Self::Number => "screen pop",
            Self::Form => "form of a file",
            Self::Save => "save",
            Self::Practice => "practice",
            Self::Week => "timetable",
            Self::Progress => "progress",
        }
    }
}

/// The day of one trainee: pauses, and what is done after each. The same in every run.
pub struct Day {
    /// What the pauses and the actions are drawn from.
    pub chance: Chance,
    /// True while a form is open.
    editing: bool,
}

impl Day {
    /// The day of the trainee of a number.
    pub fn of(number: usize) -> Self {
        Self { chance: Chance::new(number as u64 + 1), editing: false }
    }

    /// The next pause.
    pub fn pause(&mut self) -> Duration {
        let span = (LONGEST_PAUSE - SHORTEST_PAUSE).as_micros() as u64;
        SHORTEST_PAUSE + Duration::from_micros(self.chance.draw() % (span + 1))
    }

    /// What is done next.
    pub fn action(&mut self) -> Action {
        if self.editing {
            self.editing = false;
            return Action::Save;
        }
        let mut left = self.chance.draw() % 100;
        for (action, share) in MIX {
            if left < share {
                self.editing = action == Action::Form;
                return action;
            }
            left -= share;
        }
        Action::File
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the first forty trainees do, two hundred times each.
    fn forty() -> Vec<Vec<Action>> {
        let day = |number| {
            let mut day = Day::of(number);
            (0..200).map(|_| day.action()).collect::<Vec<_>>()
        };
        (0..40).map(day).collect()
    }

    #[test]
    fn a_pause_lasts_half_a_second_to_one_and_a_half() {
        let mut pauses = Vec::new();
        for number in 0..40 {
            let mut day = Day::of(number);
            pauses.extend((0..200).map(|_| day.pause().as_secs_f64()));
        }
        assert!(pauses.iter().all(|pause| (0.5..=1.5).contains(pause)));
        let mean = pauses.iter().sum::<f64>() / pauses.len() as f64;
        assert!((0.95..1.05).contains(&mean), "{mean}");
    }

    #[test]
    fn every_form_that_a_trainee_opens_is_saved_next_and_nothing_else_is() {
        for day in forty() {
            assert!(day.windows(2).all(|two| (two[0] == Action::Form) == (two[1] == Action::Save)), "{day:?}");
        }
    }

    #[test]
    fn the_work_of_a_room_is_mixed_as_it_is_written() {
        assert_eq!(MIX.iter().map(|(_, share)| share).sum::<u64>(), 100);
        let all = forty().concat();
        let begun = all.iter().filter(|action| **action != Action::Save).count();
        for (action, share) in MIX {
            let found = all.iter().filter(|own| **own == action).count() as f64 * 100.0 / begun as f64;
            assert!((found - share as f64).abs() < 2.5, "{action:?}: {found} of {share}");
        }
    }

    #[test]
    fn two_trainees_neither_pause_nor_act_alike() {
        let days = forty();
        assert_ne!(days[0], days[1]);
        assert_ne!(Day::of(0).pause(), Day::of(1).pause());
    }
}
