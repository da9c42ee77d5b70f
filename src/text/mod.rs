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
//! | spaced-out words | [`spaced`] | `н е т` to `нет` |
//! | hashtags | [`hashtag`] | `#СуЖоқ` to `Су Жоқ` |
//! | look-alikes | [`homoglyph`] | `вoдa` with Latin letters to `вода` |
//! | case | [`case`] | lower case |
//! | emoji | [`emoji`] | to class words |
//! | classes | [`class`] | links, e-mails, mentions, phones, dates, times, money, numbers to one upper-case word each |
//! | Latin Kazakh and Russian | [`latin`] | to Cyrillic |
//! | stretched letters | [`stretch`] | `жоооқ` to `жоқ` |
//! | punctuation | [`punctuation`] | to single spaces; questions and exclamations to classes |
//!
//! The first three lose nothing that a reader sees; the others do, and are for
//! the features alone. [`normalise_traced`] keeps the way back to the text as
//! it was typed.
//!
//! What comes out consists of lower-case words, upper-case class words and
//! single spaces between them.

pub mod address;
pub mod case;
mod census;
pub mod class;
pub mod emoji;
pub mod fold;
pub mod hashtag;
pub mod homoglyph;
pub mod html;
pub mod invisible;
pub mod language;
pub mod latin;
pub mod letters;
pub mod nfc;
pub mod noise;
pub mod places;
pub mod punctuation;
pub mod readable;
pub mod redact;
mod scan;
pub mod script;
pub mod sink;
pub mod spaced;
pub mod stem;
pub mod stretch;
pub mod token;
mod trace;

pub use census::Census;
pub use language::Language;
pub use script::Script;
pub use sink::Sink;
pub use trace::Trace;
use trace::Traced;

struct Step {
    should: fn(&str, Census) -> bool,
    apply: fn(&str, &mut String),
    /// `apply`, keeping the way back.
    trace: fn(&str, &mut Traced<'_>),
    /// Whether the census is taken anew after the step: it can bring in
    /// characters, or takes away a kind that later steps would look at.
    recounts: bool,
}

impl Step {
    const fn recounting(self) -> Step {
        Step {
            recounts: true,
            ..self
        }
    }
}

macro_rules! step {
    ($step:ident) => {
        Step {
            should: $step::should,
            apply: |text, out| $step::apply(text, out),
            trace: |text, out| $step::apply(text, out),
            recounts: false,
        }
    };
}

/// The steps in the order in which they run. Entities can hide anything, so
/// HTML goes first. Capitals tell the words of a hashtag, and «B» looks like
/// «В» where «b» does not, so case comes after those. Classes are written in
/// upper case, so case goes before them; punctuation is what they are
/// recognised by, and an apostrophe is a letter in the Latin alphabet of 2017,
/// so it goes last.
const STEPS: [Step; 12] = [
    step!(html).recounting(),
    step!(nfc).recounting(),
    step!(invisible),
    step!(spaced),
    step!(hashtag),
    step!(homoglyph).recounting(),
    step!(case),
    step!(emoji).recounting(),
    step!(class),
    step!(latin),
    step!(stretch),
    step!(punctuation),
];

/// The steps after which a text reads as before, or better.
const CLEANING: [Step; 6] = [
    step!(html).recounting(),
    step!(nfc).recounting(),
    step!(invisible),
    step!(spaced),
    step!(homoglyph),
    step!(stretch),
];

/// After so many of [`STEPS`], up to classes, words in lower case are what was
/// written by hand: links, e-mails, tags and look-alikes are gone.
const WORDING: usize = 9;

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
    run(&STEPS, text, buffers, |step, text, out| {
        (step.apply)(text, out);
    })
}

/// [`normalise`], with the way back to `text` left in `trace`.
///
/// ```
/// use qulaq::text::{Buffers, Trace, normalise_traced};
/// let (mut buffers, mut trace) = (Buffers::default(), Trace::default());
/// let text = "Тел.: 8 (701) 000-00-00";
/// let normal = normalise_traced(text, &mut buffers, &mut trace);
/// assert_eq!(normal, "тел PHONE");
/// assert_eq!(&text[trace.original(7..12)], "8 (701) 000-00-00");
/// ```
pub fn normalise_traced<'t>(text: &'t str, buffers: &'t mut Buffers, trace: &mut Trace) -> &'t str {
    trace.begin(text.len());
    run(&STEPS, text, buffers, |step, text, out| {
        (step.trace)(text, &mut trace.step(out));
    })
}

/// The script that the words of `text` are written in; tags, links and
/// look-alikes do not count.
#[must_use]
pub fn script_of(text: &str, buffers: &mut Buffers) -> Script {
    let plain = Script::of(text);
    if plain == Script::Cyrillic || !Census::of(text).has(Census::CYRILLIC) {
        return plain;
    }
    let words = run(&STEPS[..WORDING], text, buffers, |step, text, out| {
        (step.apply)(text, out);
    });
    // Class words are in upper case.
    Script::of_letters(words.chars().filter(|c| !c.is_ascii_uppercase()))
}

/// The language of `text` as it was typed, once what hides its words is gone.
#[must_use]
pub fn language_of(text: &str, buffers: &mut Buffers) -> Language {
    let clean = run(&CLEANING, text, buffers, |step, text, out| {
        (step.apply)(text, out);
    });
    language::detect(clean)
}

fn run<'t>(
    steps: &[Step],
    text: &'t str,
    buffers: &'t mut Buffers,
    mut apply: impl FnMut(&Step, &str, &mut String),
) -> &'t str {
    let mut census = Census::of(text);
    let mut untouched = true;
    for step in steps {
        let current = if untouched { text } else { &buffers.current };
        if !(step.should)(current, census) {
            continue;
        }
        buffers.next.clear();
        apply(step, current, &mut buffers.next);
        std::mem::swap(&mut buffers.current, &mut buffers.next);
        untouched = false;
        if step.recounts {
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
        fn is_idempotent_on_words(text in "([а-яәғқңөұүһі]{2,9} ){0,9}") {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }
}
