//! Where an appeal is about: its place and its address.

use crate::taxonomy::Tongue;
use crate::text::address::{self, Address};
use crate::text::places::{self, Code, Gazetteer};
use crate::verdict::Location;
use std::fmt::Write;
use std::sync::Arc;

/// Finds places and addresses. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Locator {
    /// None for the built-in gazetteer.
    gazetteer: Option<Arc<Gazetteer>>,
    tongue: Tongue,
}

/// The buffers of locating, and the row's own place that was looked up last:
/// rows of one place come in runs.
#[derive(Debug, Default, Clone)]
pub(crate) struct Scratch {
    places: places::Scratch,
    addresses: address::Scratch,
    cell: String,
    of_cell: Option<Code>,
}

impl Locator {
    /// A locator of the units of `gazetteer`, the built-in one where there is
    /// none, that names places in `tongue`.
    #[must_use]
    pub fn new(gazetteer: Option<Gazetteer>, tongue: Tongue) -> Locator {
        Locator {
            gazetteer: gazetteer.map(Arc::new),
            tongue,
        }
    }

    /// Locates `text`; `cell` is the row's own place as the intake writes it.
    pub(crate) fn locate(
        &self,
        text: &str,
        cell: Option<&str>,
        scratch: &mut Scratch,
        location: &mut Location,
    ) {
        location.clear();
        let gazetteer = self
            .gazetteer
            .as_deref()
            .unwrap_or_else(|| Gazetteer::built_in());
        let cell = cell.unwrap_or_default();
        if scratch.cell != cell {
            scratch.cell.replace_range(.., cell);
            let unit = gazetteer.of_cell(cell, &mut scratch.places);
            scratch.of_cell = unit.map(|unit| unit.code);
        }
        let own = scratch.of_cell.and_then(|code| gazetteer.unit(code));
        let named = gazetteer.best(text, own, &mut scratch.places);
        // A text from Saryagash that names its region is about Saryagash.
        let unit = match (named, own) {
            (Some(named), Some(own)) if named.contains(own) => Some(own),
            (named, own) => named.or(own),
        };
        if let Some(unit) = unit {
            // Writing to memory cannot fail.
            let _ = write!(location.place, "{}", unit.code);
            location.place_name.push_str(unit.name(self.tongue));
        }
        let addresses = address::find(text, &mut scratch.addresses);
        let with_house = |address: &&Address| !address.house.is_empty();
        if let Some(address) = addresses.iter().find(with_house).or(addresses.first()) {
            address.write(text, &mut location.address);
            location.address_key.push_str(&address.key);
        }
    }
}

impl Location {
    /// Forgets all of it.
    pub(crate) fn clear(&mut self) {
        self.place.clear();
        self.place_name.clear();
        self.address.clear();
        self.address_key.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locate(text: &str, cell: Option<&str>) -> [String; 3] {
        let mut location = Location::default();
        let locator = Locator::new(None, Tongue::Ru);
        locator.locate(text, cell, &mut Scratch::default(), &mut location);
        [location.place, location.place_name, location.address]
    }

    #[test]
    fn the_text_goes_before_the_row() {
        let [code, name, address] = locate("В Шымкенте на ул. Абая, д. 5 нет света", None);
        assert_eq!((&*name, &*address), ("город Шымкент", "ул. Абая, 5"));
        assert_eq!(locate("жарық жоқ", Some("Шымкент"))[0], code);
        assert_eq!(locate("в Шымкенте", Some("г. Алматы"))[0], code);
        assert_eq!(locate("жарық жоқ", None), ["", "", ""].map(str::to_owned));
    }

    #[test]
    fn a_wider_place_in_the_text_leaves_the_narrower_of_the_row() {
        let row = "Түркістан облысы, Сайрам ауданы";
        let own = locate("су жоқ", Some(row));
        assert_eq!(locate("Түркістан облысында су жоқ", Some(row)), own);
    }
}
