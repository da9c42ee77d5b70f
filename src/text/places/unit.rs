//! Units of the classifier of administrative-territorial objects (KATO).

use crate::taxonomy::{Tongue, Trilingual};
use std::fmt;
use std::str::FromStr;

/// A KATO code: nine digits. Units lie within each other by prefix: two digits
/// of the region, two of the district, two of the rural district, three of the
/// settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// The code as a number, which has nine digits.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The first `digits` digits.
    pub(super) const fn prefix(self, digits: u32) -> u32 {
        self.0 / 10u32.pow(9 - if digits > 9 { 9 } else { digits })
    }

    /// How many of the leading pairs of digits, up to three, two codes share.
    pub(super) const fn shared(self, other: Code) -> u32 {
        let mut pairs = 3;
        while pairs > 0 && self.prefix(pairs * 2) != other.prefix(pairs * 2) {
            pairs -= 1;
        }
        pairs
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(text: &str) -> Result<Code, ()> {
        let nine = text.len() == 9 && text.bytes().all(|b| b.is_ascii_digit());
        let number = if nine { text.parse().ok() } else { None };
        number.filter(|n| *n >= 100_000_000).map(Code).ok_or(())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

/// What a [`Unit`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A region (облыс).
    Region,
    /// A city of republican significance.
    Metropolis,
    /// A city of regional significance, with what its akimat governs.
    City,
    /// A district (аудан).
    District,
    /// A district of a city.
    CityDistrict,
    /// A city of district significance.
    Town,
    /// A rural district, or the akimat of a settlement.
    Okrug,
    /// A village or a township.
    Village,
    /// A station, a farm, a winter camp.
    Hamlet,
}

impl Level {
    /// All levels, from wide to narrow.
    pub const ALL: [Level; 9] = [
        Level::Region,
        Level::Metropolis,
        Level::City,
        Level::District,
        Level::CityDistrict,
        Level::Town,
        Level::Okrug,
        Level::Village,
        Level::Hamlet,
    ];

    /// The word for it in files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Region => "region",
            Level::Metropolis => "metropolis",
            Level::City => "city",
            Level::District => "district",
            Level::CityDistrict => "city-district",
            Level::Town => "town",
            Level::Okrug => "okrug",
            Level::Village => "village",
            Level::Hamlet => "hamlet",
        }
    }

    /// How many digits of a code say where a unit of this level ends.
    const fn digits(self) -> u32 {
        match self {
            Level::Region | Level::Metropolis => 2,
            Level::City | Level::District => 4,
            Level::CityDistrict | Level::Okrug => 6,
            Level::Town | Level::Village | Level::Hamlet => 9,
        }
    }
}

/// A unit: a region, a city, a district, a village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: Code,
    /// What it is.
    pub level: Level,
    /// Its official name, type word and all; English may be empty.
    pub name: Trilingual,
}

impl Unit {
    /// Whether `other` lies in this unit, or is it.
    #[must_use]
    pub fn contains(&self, other: &Unit) -> bool {
        let digits = self.level.digits();
        digits <= other.level.digits() && self.code.prefix(digits) == other.code.prefix(digits)
    }

    /// Whether one of the two lies in the other.
    #[must_use]
    pub fn is_in_line_with(&self, other: &Unit) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// Its name; the Kazakh one where there is none in that language.
    #[must_use]
    pub fn name(&self, tongue: Tongue) -> &str {
        match self.name.get(tongue) {
            "" => &self.name.kk,
            name => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(code: &str, level: Level) -> Unit {
        Unit {
            code: code.parse().expect("nine digits"),
            level,
            name: Trilingual::default(),
        }
    }

    #[test]
    fn units_lie_within_each_other_by_prefix() {
        let region = unit("610000000", Level::Region);
        let district = unit("615400000", Level::District);
        let town = unit("615420100", Level::Town);
        assert!(region.contains(&district) && district.contains(&town));
        assert!(region.contains(&town) && region.contains(&region));
        assert!(!town.contains(&district) && district.is_in_line_with(&region));
        assert!(!district.contains(&unit("615230100", Level::Village)));
        assert_eq!(district.code.shared(town.code), 2);
    }

    #[test]
    fn a_code_has_nine_digits() {
        assert_eq!(
            "615400000".parse::<Code>().map(Code::number),
            Ok(615_400_000)
        );
        for wrong in [
            "",
            "61540000",
            "6154000000",
            "61540000x",
            "-15400000",
            "015400000",
        ] {
            assert!(wrong.parse::<Code>().is_err(), "{wrong}");
        }
    }
}
