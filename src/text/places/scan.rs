//! Where names stand in a text, before anything is asked of them.

use super::endings::{Form, form};
use super::gazetteer::{Gazetteer, Name, Posting};
use super::hash::Stem;
use super::lexicon;
use super::ordinary::Ordinary;
use super::token::{Gap, Tokens};

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its first and its last word.
    pub first: usize,
    pub last: usize,
    pub name: u32,
    pub form: Form,
}

/// Labels the words of `tokens` and finds all names, longest first at each
/// word, none within another.
pub(super) fn scan(gazetteer: &Gazetteer, tokens: &mut Tokens, hits: &mut Vec<Hit>) {
    hits.clear();
    for at in 0..tokens.list.len() {
        let mut stem = Stem::EMPTY;
        let mut label = None;
        for len in 1..=tokens.codes(at).len() {
            let Some(code) = tokens.codes(at).get(len - 1) else {
                break;
            };
            stem = stem.then(*code);
            for posting in gazetteer.postings(stem) {
                match posting {
                    Posting::Label(number) => {
                        let row = gazetteer.labels.get(number as usize);
                        label = row
                            .and_then(|row| lexicon::label(tokens, at, len, row))
                            .or(label);
                    }
                    Posting::Name(number) => {
                        let name = gazetteer.names.get(number as usize);
                        hits.extend(name.and_then(|name| {
                            let (last, form) = fits(tokens, at, len, stem, name)?;
                            Some(Hit {
                                first: at,
                                last,
                                name: number,
                                form,
                            })
                        }));
                    }
                }
            }
        }
        if let Some(token) = tokens.list.get_mut(at) {
            token.label = label;
        }
    }
    if hits.is_empty() {
        return;
    }
    lexicon::join(tokens);
    hits.sort_unstable_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last), hit.form, hit.name));
    let mut end = None;
    let mut kept = (usize::MAX, 0);
    hits.retain(|hit| {
        let same = (hit.first, hit.last) == kept;
        if !same && end.is_some_and(|end| hit.first <= end) {
            return false;
        }
        (kept, end) = ((hit.first, hit.last), Some(hit.last));
        true
    });
}

/// Whether `name`, whose first word has the stem that the first `len` letters
/// of the word `at` are, stands there; its last word and its form.
fn fits(tokens: &Tokens, at: usize, len: usize, stem: Stem, name: &Name) -> Option<(usize, Form)> {
    let mut words = name.words.iter();
    let paradigms = words.next()?.iter().find(|(own, _)| *own == stem)?.1;
    let rest = tokens.codes(at).get(len..).unwrap_or_default();
    let mut found = form(rest, paradigms);
    let mut last = at;
    for word in words {
        // Only the last word of a Kazakh name is inflected.
        if matches!(found, Form::None | Form::Where) {
            return None;
        }
        last += 1;
        let gap = tokens.gap(last);
        if last >= tokens.list.len()
            || gap.has(Gap::COMMA.or(Gap::BREAK).or(Gap::QUOTE).or(Gap::SLASH))
        {
            return None;
        }
        let forms = word.iter().filter(|(own, _)| *own != Stem::EMPTY);
        let forms = forms.map(|(own, paradigms)| tokens.form(last, *own, *paradigms));
        found = forms.filter(|form| *form != Form::None).min()?;
    }
    (found != Form::None).then_some((last, found))
}

/// Whether the name of `hit` is one of small villages only.
pub(super) fn minor(gazetteer: &Gazetteer, hit: &Hit) -> bool {
    gazetteer
        .names
        .get(hit.name as usize)
        .is_none_or(|name| name.minor)
}

/// How far the name of `hit` can be trusted alone.
pub(super) fn ordinary(gazetteer: &Gazetteer, hit: &Hit) -> Option<Ordinary> {
    gazetteer
        .names
        .get(hit.name as usize)
        .and_then(|name| name.ordinary)
}
