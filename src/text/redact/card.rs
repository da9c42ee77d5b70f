//! Payment cards: 13 to 19 digits with Luhn's sum (ISO/IEC 7812).

use super::chain::Chain;
use super::label::Label;
use super::{Kind, Span};

pub(super) fn recognise(chain: &Chain, label: Option<Label>) -> Option<Span> {
    let labelled = label == Some(Label::Card);
    let card = [16, 19, 18, 15, 17, 14, 13]
        .into_iter()
        .find_map(|length| {
            let number = chain.prefix(length)?;
            let spaced = number.is_one()
                || number.is_grouped(&[4, 4, 4, 4])
                || number.is_grouped(&[4, 6, 5])
                || number.is_grouped(&[4, 4, 4, 4, 3])
                || number.is_grouped(&[8, 8]);
            // The systems in use begin with 2 to 6.
            let issued = matches!(number.digits.first(), Some(2..=6));
            let valid = is_valid(number.digits) && (issued || labelled) && (spaced || labelled);
            // A typo after the label does not make a number public.
            (valid || labelled && spaced && length >= 15).then_some(number)
        })?;
    let account = label == Some(Label::Document) && card.digits.len() != 16;
    (!account).then(|| card.span(chain.start, Kind::Card))
}

/// Whether the digits 0 to 9 are 13 to 19 and have Luhn's sum.
///
/// ```
/// use qulaq::text::redact::card;
/// assert!(card::is_valid(&[4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]));
/// ```
#[must_use]
pub fn is_valid(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, d)| {
            let d = u32::from(*d);
            let doubled = d * (1 + at as u32 % 2);
            if doubled > 9 {
                doubled.saturating_sub(9)
            } else {
                doubled
            }
        })
        .sum();
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10) && digits.iter().any(|d| *d != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_digit_is_noticed() {
        let mut card: Vec<u8> = "4111111111111111".bytes().map(|b| b - b'0').collect();
        assert!(is_valid(&card));
        card[5] = 2;
        assert!(!is_valid(&card));
        assert!(!is_valid(&[0; 16]) && !is_valid(&[]) && !is_valid(&[255; 30]));
    }
}
