//! The tables of the desk.

mod files;
mod first;
mod imports;
mod law;
mod links;
mod merge;
mod own;
mod segments;
mod validation;

use store::MigrationTrait;

/// The migrations of the desk, in the order in which they are made.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        first::first(),
        files::files(),
        law::law(),
        law::masking(),
        law::requests(),
        law::register(),
        segments::segments(),
        merge::merge(),
        validation::validation(),
        imports::imports(),
        imports::keyed(),
        links::links(),
        own::own(),
        imports::updates(),
        first::open_call(),
        imports::alike(),
        files::deleted(),
        imports::keys(),
    ]
}
