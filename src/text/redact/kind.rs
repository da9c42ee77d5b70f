//! What is found: a span of the text, and its kind.

use std::fmt;
use std::ops::Range;

/// What a span of personal data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Individual identification number.
    Iin,
    /// Business identification number.
    Bin,
    /// Telephone number.
    Phone,
    /// E-mail address.
    Email,
    /// Number of a payment card.
    Card,
    /// Bank account of Kazakhstan.
    Iban,
    /// Registration plate of a car.
    Plate,
    /// Number of an identity card, account, contract, appeal.
    Document,
    /// Profile in a social network, or a nickname there.
    Profile,
    /// Number of a flat.
    Flat,
    /// Name of a person.
    Name,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 11] = [
        Kind::Iin,
        Kind::Bin,
        Kind::Phone,
        Kind::Email,
        Kind::Card,
        Kind::Iban,
        Kind::Plate,
        Kind::Document,
        Kind::Profile,
        Kind::Flat,
        Kind::Name,
    ];

    /// The word for it, upper case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        let mark = self.mark();
        mark.split_at(1).1.split_at(mark.len() - 2).0
    }

    /// What stands in the redacted text in its place.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Kind::Iin => "[IIN]",
            Kind::Bin => "[BIN]",
            Kind::Phone => "[PHONE]",
            Kind::Email => "[EMAIL]",
            Kind::Card => "[CARD]",
            Kind::Iban => "[IBAN]",
            Kind::Plate => "[PLATE]",
            Kind::Document => "[DOCUMENT]",
            Kind::Profile => "[PROFILE]",
            Kind::Flat => "[FLAT]",
            Kind::Name => "[NAME]",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A stretch of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}
