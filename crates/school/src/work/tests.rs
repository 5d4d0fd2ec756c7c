//! The tests of desk work.

mod faults;
mod house;
mod pages;
mod right;
mod wrong;

use house::*;
