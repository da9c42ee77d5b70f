//! Identification numbers: the IIN of a person and the BIN of a legal entity,
//! twelve digits with one control sum (Rules for forming identification
//! numbers, Government of Kazakhstan, 22 May 2007, No. 406).

use super::chain::{Chain, Prefix};
use super::label::Label;
use super::{Kind, Span};

const LENGTH: usize = 12;

pub(super) fn recognise(chain: &Chain, label: Option<Label>) -> Option<Span> {
    let labelled = match label {
        Some(Label::Iin) => Some(Kind::Iin),
        Some(Label::Bin) => Some(Kind::Bin),
        _ => None,
    };
    if let Some(number) = chain.prefix(LENGTH) {
        let kind = kind(number.digits);
        // A typo after the label does not make a number public.
        if let Some(kind) =
            labelled.or(kind.filter(|_| label != Some(Label::Document) && is_spaced(&number)))
        {
            return Some(number.span(chain.start, kind));
        }
        return None;
    }
    let kind = labelled?;
    let mistyped = [11, 13, 10, 14].into_iter().find_map(|n| chain.prefix(n))?;
    mistyped.is_one().then(|| mistyped.span(chain.start, kind))
}

/// Whether the number is in one piece or in the groups people read it in.
fn is_spaced(number: &Prefix) -> bool {
    number.is_one()
        || [
            &[6, 6][..],
            &[4, 4, 4],
            &[3, 3, 3, 3],
            &[6, 1, 5],
            &[6, 2, 4],
            &[2, 2, 2, 6],
            &[6, 3, 3],
        ]
        .iter()
        .any(|g| number.is_grouped(g))
}

/// What the twelve digits 0 to 9 are, by control sum and structure.
///
/// ```
/// use qulaq::text::redact::{Kind, iin};
/// assert_eq!(iin::kind(&[9, 0, 0, 1, 0, 1, 3, 0, 0, 0, 0, 7]), Some(Kind::Iin));
/// ```
#[must_use]
pub fn kind(digits: &[u8]) -> Option<Kind> {
    let (head, control) = digits.split_at_checked(LENGTH - 1)?;
    if digits.len() != LENGTH
        || digits.iter().any(|d| *d > 9)
        || self::control(head) != Some(control[0])
    {
        return None;
    }
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let (month, day) = (pair(2), pair(4));
    match (month, day, digits[6]) {
        // Year, month and day of birth; century and sex (0 for those born abroad).
        (1..=12, 1..=31, 0..=6) => Some(Kind::Iin),
        // Year and month of registration; resident, non-resident or joint
        // entrepreneur; head office, branch, representation or farm.
        (1..=12, 40..=43 | 50..=53 | 60..=63, _) => Some(Kind::Bin),
        _ => None,
    }
}

/// The control digit of eleven digits; `None` where the rules give none out.
fn control(head: &[u8]) -> Option<u8> {
    let sum = |shift: u32| {
        let weighted = (0u32..)
            .zip(head)
            .map(|(at, d)| ((at + shift) % 11 + 1) * u32::from(*d));
        weighted.sum::<u32>() % 11
    };
    [sum(0), sum(2)]
        .into_iter()
        .find(|s| *s < 10)
        .and_then(|s| u8::try_from(s).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn digits(number: &str) -> Vec<u8> {
        number.bytes().map(|b| b - b'0').collect()
    }

    #[test]
    fn a_wrong_digit_is_noticed() {
        let good = digits("900101300007");
        assert_eq!(kind(&good), Some(Kind::Iin));
        for at in [0, 1, 5, 7, LENGTH - 1] {
            let mut bad = good.clone();
            bad[at] = (bad[at] + 1) % 10;
            assert_eq!(kind(&bad), None, "{at}");
        }
    }

    #[test]
    fn structure_tells_persons_from_entities() {
        // Made by the control sum over 990340000 with two free digits.
        let mut entity = digits("99034000012");
        entity.push(control(&entity).unwrap());
        assert_eq!(kind(&entity), Some(Kind::Bin));
        let mut neither = digits("99139900012");
        neither.push(control(&neither).unwrap());
        assert_eq!(kind(&neither), None);
    }

    proptest! {
        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..20)) {
            let _ = kind(&digits);
        }
    }
}
