//! Streets and houses in Kazakh and Russian text, with a key in which the ways
//! of writing one address meet.
//!
//! «ул. Т. Рыскулова, д. 5», «Тұрар Рысқұлов көшесі 5», «на Рыскулова 5» and
//! «rysqulov koshesi 5-úı» all have the key `рскулов 5`. The way there:
//!
//! | step | file |
//! |---|---|
//! | words, numbers and marks, each word folded | `token` |
//! | what a word may mean: kind of street, house, flat, what numbers count | `words`, `lexicon`, `lists` |
//! | the name before or after the kind, or a known street without one | `street`, `before`, `after` |
//! | the name reduced to what its spellings share | `name` |
//! | translated names and known streets | `streets` |
//! | the house with letter, stroke, block, and the flat | `house` |
//!
//! An address is a street with or without a house, or a house with a flat.
//! Streets, avenues, boulevards and highways of one name share their key, since
//! people mix them up or leave the word out; lanes and microdistricts do not.

mod after;
mod before;
mod house;
mod letters;
mod lexicon;
mod lists;
mod name;
mod street;
mod streets;
mod token;
mod words;

use self::house::{Expect, House};
use self::street::{Reader, Street};
use self::token::{Shape, Tokens};
use self::words::Class;
use crate::text::fold;
use std::ops::Range;

/// The kind of a street.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// A street, or a name without a word for its kind.
    #[default]
    Street,
    /// Проспект, даңғыл.
    Avenue,
    /// Бульвар.
    Boulevard,
    /// Шоссе, тас жол.
    Highway,
    /// Переулок, проезд, тұйық көше.
    Lane,
    /// Микрорайон, ықшам аудан.
    Micro,
}

/// An address that a text names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// The kind of the street.
    pub kind: Kind,
    /// Where the street's name stands; empty where none is named.
    pub name: Range<usize>,
    /// Street, kind and house in one string, equal for every spelling; the flat
    /// is not in it. Only for comparing: its letters are folded.
    pub key: String,
    /// The part of the key that is the street with its kind.
    pub street: String,
    /// The microdistrict before a street, as in [`Address::street`]. Not in the key.
    pub micro: String,
    /// The house: «5», «5/1а», «18к2». Empty where none is named.
    pub house: String,
    /// The flat. Personal data: for redaction, not for columns.
    pub flat: String,
    /// The kind follows the name, as in Kazakh.
    kazakh: bool,
}

/// Memory that [`find`] keeps between texts.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    tokens: Tokens,
    reader: Reader,
    found: Vec<Address>,
    used: usize,
}

/// The addresses in `text`, in the order of their places.
///
/// ```
/// use qulaq::text::address::{Scratch, find};
/// let mut scratch = Scratch::default();
/// let key = find("на ул. Абая, д. 5 нет света", &mut scratch)[0].key.clone();
/// assert_eq!(find("Абай көшесіндегі 5-үйде жарық жоқ", &mut scratch)[0].key, key);
/// ```
pub fn find<'s>(text: &str, scratch: &'s mut Scratch) -> &'s [Address] {
    scratch.used = 0;
    if scratch.tokens.read(text) {
        scratch.scan(text);
    }
    scratch.found.get(..scratch.used).unwrap_or_default()
}

impl Scratch {
    fn scan(&mut self, text: &str) {
        let mut at = 0;
        // The first token that is of no address yet.
        let mut least = 0;
        // A house that waits for its street: «дом 5 по улице Абая».
        let mut waiting: Option<House> = None;
        // The token after a microdistrict that waits for its street.
        let mut micro_end = None;
        while at < self.tokens.all.len() {
            let class = self.tokens.class(at);
            let number = self.tokens.is_number(at);
            let street = if matches!(class, Class::Type(_)) {
                self.reader.read(text, &self.tokens, at, least)
            } else if number || matches!(class, Class::House(_)) {
                self.reader.bare(text, &self.tokens, at, least)
            } else {
                None
            };
            if let Some(street) = street {
                let mut house = street::house_after(text, &self.tokens, street.to, street.expect);
                let before = waiting.take().filter(|h| self.meets(h.to, street.from));
                let from = match before {
                    Some(before) if house.is_none() => {
                        house = Some(before);
                        before.from
                    }
                    _ => street.from,
                };
                let end = house.map_or(street.to, |h| h.to.max(street.to));
                let follows = micro_end.is_some_and(|end| self.only_marks(end, street.from));
                self.push(text, from, end, Some(&street), house.as_ref(), follows);
                let alone = street.kind == Kind::Micro && house.is_none();
                micro_end = alone.then_some(end);
                (at, least) = (end.max(at + 1), end);
                continue;
            }
            if (number || matches!(class, Class::House(_)))
                && let Some(house) =
                    house::read(text, &self.tokens, at, Expect::Said).filter(|h| h.said)
            {
                self.flush(text, waiting.take());
                if let Some(street) = self.reader.towards(&self.tokens, house.to) {
                    let (from, end) = (house.from, street.to);
                    self.push(text, from, end, Some(&street), Some(&house), false);
                    (at, least) = (end, end);
                    continue;
                }
                waiting = Some(house);
                (at, least) = (house.to.max(at + 1), house.to);
                continue;
            }
            at += 1;
        }
        self.flush(text, waiting);
    }

    /// Whether a house before and a street after it belong together.
    fn meets(&self, from: usize, to: usize) -> bool {
        let between = self.tokens.all.get(from..to);
        between.is_some_and(|tokens| {
            tokens.len() <= 2
                && tokens.iter().all(|t| {
                    t.class == Class::Preposition
                        || matches!(t.shape, Shape::Mark(',' | '(' | '-' | '–'))
                })
        })
    }

    fn only_marks(&self, from: usize, to: usize) -> bool {
        let between = self.tokens.all.get(from..to);
        between.is_some_and(|t| {
            t.len() <= 1
                && t.iter()
                    .all(|t| matches!(t.shape, Shape::Mark(',' | '.' | ';')))
        })
    }

    /// A house without a street is an address where a flat is named.
    fn flush(&mut self, text: &str, waiting: Option<House>) {
        if let Some(house) = waiting.filter(|house| house.flat.is_some()) {
            self.push(text, house.from, house.to, None, Some(&house), false);
        }
    }

    /// Adds an address of the tokens `from..to`; one that `follows` its
    /// microdistrict takes it in.
    fn push(
        &mut self,
        text: &str,
        from: usize,
        to: usize,
        street: Option<&Street>,
        house: Option<&House>,
        follows: bool,
    ) {
        let tokens = &self.tokens;
        if follows && self.used > 0 {
            self.used -= 1;
        }
        if self.found.len() == self.used {
            self.found.push(Address::default());
        }
        let Some(address) = self.found.get_mut(self.used) else {
            return;
        };
        self.used += 1;
        let start = address.span.start;
        address.micro.clear();
        if follows {
            std::mem::swap(&mut address.micro, &mut address.street);
        }
        for part in [
            &mut address.key,
            &mut address.street,
            &mut address.house,
            &mut address.flat,
        ] {
            part.clear();
        }
        address.span = tokens.span(from, to.saturating_sub(1));
        if follows {
            address.span.start = start;
        }
        address.kind = street.map_or(Kind::Street, |s| s.kind);
        address.kazakh = street.is_some_and(|s| s.kazakh);
        address.name = street.map_or(0..0, |s| tokens.span(s.name.0, s.name.1.saturating_sub(1)));
        if street.is_some() {
            let letters = self.reader.key.iter().map(|code| fold::letter(*code));
            address.street.extend(letters);
            match address.kind {
                Kind::Lane => address.street.push_str(" пер"),
                Kind::Micro => address.street.push_str(" мкр"),
                _ => {}
            }
        }
        if let Some(house) = house {
            house.write(text, tokens, &mut address.house);
            house.write_flat(text, tokens, &mut address.flat);
        }
        address.key.push_str(&address.street);
        if !address.house.is_empty() {
            if !address.key.is_empty() {
                address.key.push(' ');
            }
            address.key.push_str(&address.house);
        }
    }
}

impl Address {
    /// Writes the address for people, without the flat: «ул. Абая, 5»,
    /// «Абай көшесі, 5». `text` is the one it was found in.
    ///
    /// The name stays as it was written, its words in capitals.
    pub fn write(&self, text: &str, out: &mut String) {
        let named = !self.name.is_empty();
        if named && !self.kazakh {
            out.push_str(match self.kind {
                Kind::Street => "ул. ",
                Kind::Avenue => "пр. ",
                Kind::Boulevard => "бул. ",
                Kind::Highway => "шоссе ",
                Kind::Lane => "пер. ",
                Kind::Micro => "мкр ",
            });
        }
        let name = text.get(self.name.clone()).unwrap_or_default();
        for (number, word) in name.split_inclusive([' ', '-', '.']).enumerate() {
            letters::write_capital(word, number == 0, out);
        }
        if named && self.kazakh {
            out.push_str(match self.kind {
                Kind::Street => " көшесі",
                Kind::Avenue => " даңғылы",
                Kind::Boulevard => " бульвары",
                Kind::Highway => " тас жолы",
                Kind::Lane => " тұйық көшесі",
                Kind::Micro => " ықшам ауданы",
            });
        }
        if !self.house.is_empty() {
            if named {
                out.push_str(", ");
            }
            out.push_str(&self.house);
        }
    }
}

#[cfg(test)]
mod tests;
