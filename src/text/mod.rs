//! From the text as it was typed to the text the features are made of.
//!
//! The floor is a row of *steps*, one file each. A step has a `should`, which
//! answers from the [`Census`] of the text whether there is anything to do,
//! and an `apply`, which writes the changed text. Text that needs no step is
//! never copied.
//!
//! | step | file | changes |
//! |---|---|---|
//! | HTML remains | [`html`] | tags to spaces, entities to their characters |
//! | composition | [`nfc`] | Unicode NFC |
//! | invisible characters | [`invisible`] | dropped; exotic spaces to spaces |
//! | case | [`case`] | lower case |
//! | classes | [`class`] | links, e-mails, mentions, phones, dates, times, numbers to one upper-case word each |
//! | stretched letters | [`stretch`] | `жоооқ` to `жоқ` |
//! | punctuation | [`punctuation`] | to single spaces; questions and exclamations to classes |
//!
//! What comes out consists of lower-case words, upper-case class words and
//! single spaces between them.

pub mod case;
mod census;
pub mod class;
pub mod fold;
pub mod html;
pub mod invisible;
pub mod language;
pub mod nfc;
pub mod places;
pub mod punctuation;
pub mod script;
pub mod sink;
pub mod stretch;
pub mod token;

pub use census::Census;
pub use language::Language;
pub use script::Script;
pub use sink::Sink;

struct Step {
    should: fn(&str, Census) -> bool,
    apply: fn(&str, &mut String),
    /// Whether the step can bring in characters that an earlier census did not see.
    uncovers: bool,
}

/// The steps in the order in which they run. Entities can hide anything, so
/// HTML goes first; classes are written in upper case, so case goes before
/// them; punctuation is what classes are recognised by, so it goes last.
const STEPS: [Step; 7] = [
    Step {
        should: html::should,
        apply: html::apply,
        uncovers: true,
    },
    Step {
        should: nfc::should,
        apply: nfc::apply,
        uncovers: false,
    },
    Step {
        should: invisible::should,
        apply: invisible::apply,
        uncovers: false,
    },
    Step {
        should: case::should,
        apply: case::apply,
        uncovers: false,
    },
    Step {
        should: class::should,
        apply: class::apply,
        uncovers: false,
    },
    Step {
        should: stretch::should,
        apply: stretch::apply,
        uncovers: false,
    },
    Step {
        should: punctuation::should,
        apply: punctuation::apply,
        uncovers: false,
    },
];

/// The two buffers that [`normalise`] writes into; kept by the caller so that
/// nothing is allocated once they have grown to the longest text.
#[derive(Debug, Default, Clone)]
pub struct Buffers {
    current: String,
    next: String,
}

/// Runs every step that has something to do over `text`.
///
/// The result is `text` itself where it was clean already.
///
/// ```
/// use qulaq::text::{Buffers, normalise};
/// let mut buffers = Buffers::default();
/// assert_eq!(
///     normalise("Су ЖОҚ!!! Тел. +7 701 000 00 00", &mut buffers),
///     "су жоқ EXCLAMATION тел PHONE"
/// );
/// ```
pub fn normalise<'t>(text: &'t str, buffers: &'t mut Buffers) -> &'t str {
    let mut census = Census::of(text);
    let mut untouched = true;
    for step in &STEPS {
        let current = if untouched { text } else { &buffers.current };
        if !(step.should)(current, census) {
            continue;
        }
        buffers.next.clear();
        (step.apply)(current, &mut buffers.next);
        std::mem::swap(&mut buffers.current, &mut buffers.next);
        untouched = false;
        if step.uncovers {
            census = Census::of(&buffers.current);
        }
    }
    if untouched { text } else { &buffers.current }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normal(text: &str) -> String {
        normalise(text, &mut Buffers::default()).to_owned()
    }

    #[test]
    fn cleans_a_messy_appeal() {
        assert_eq!(
            normal(
                "<p>Здравствуйте!&nbsp;С 05.11.2024 нет ВОДЫ на ул. Абая, 15.\u{200b}</p> звоните 8 (701) 123-45-67"
            ),
            "здравствуйте EXCLAMATION с DATE нет воды на ул абая NUMBER звоните PHONE"
        );
        assert_eq!(
            normal("Ауылымызда жарық жоооқ??? Қашан болады @akimat"),
            "ауылымызда жарық жоқ QUESTION қашан болады MENTION"
        );
    }

    #[test]
    fn clean_text_is_not_copied() {
        let clean = "су жоқ нет воды";
        let mut buffers = Buffers::default();
        assert!(std::ptr::eq(normalise(clean, &mut buffers), clean));
    }

    #[test]
    fn an_entity_cannot_hide_a_capital_or_a_zero_width_character() {
        assert_eq!(normal("&#1042;ода&#8203;"), "вода");
    }

    proptest! {
        #[test]
        fn never_panics_and_leaves_no_untidy_space(text in "\\PC*") {
            let out = normal(&text);
            prop_assert!(!out.contains("  "));
            prop_assert_eq!(out.trim(), &out);
        }

        #[test]
        fn is_idempotent_on_words(text in "[а-яәғқңөұүһі ]{0,60}") {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }
}
