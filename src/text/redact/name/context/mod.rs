//! What stands around a name: words that announce a person, words that make
//! it a street or a school, quotation marks. All words are keys.

mod after;
mod announced;
mod before;
mod role;

pub use after::{is_counted_place, is_place_after, is_street_list, is_whereabouts};
pub use announced::{Announced, announced, is_explicit, may_introduce};
pub use before::{Place, is_institution, is_quoted, may_be_settlement, place_before};
pub use role::{is_addressed, is_greeting, is_role, is_title, is_told_after};
