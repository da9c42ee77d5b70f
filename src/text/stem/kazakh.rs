//! Kazakh: endings come off one after another until none is left.
//!
//! An ending must agree with the stem as the folded spelling still shows it:
//! `а` does not follow a front stem (`е`) nor `е` a back one (`а`), and the
//! first consonant of the ending is the one that the last letter of the stem
//! calls for (`-тар` after `п`, `-дар` after `м`, `-лар` after a vowel). Since
//! every form goes down the same way, a stem cut too short still meets itself.

use super::suffix::{Suffixes, is_vowel};
use crate::text::fold::{Code, code_of};
use std::sync::LazyLock;

/// Fewer letters than these are left to no ending.
const LEAST: usize = 3;

static SUFFIXES: LazyLock<Suffixes> = LazyLock::new(|| {
    Suffixes::new(
        // plural
        "лар лер дар дер тар тер \
        ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде \
        дан ден тан тен нан нен мен бен пен \
        дағы дегі тағы тегі ндағы ндегі нікі дікі тікі \
        ым ім ың ің ымыз іміз ыңыз іңіз мыз міз ңыз ңіз сы сі ы і \
        ына іне сына сіне н ын ін сын сін ынан інен \
        ма ме ба бе па пе ма мә \
        мын мін бын бін пын пін сың сің сыз сіз быз біз пыз піз \
        ған ген қан кен дым дім тым тім дыңыз діңіз \
        ады еді йды йді ып іп атын етін йтын йтін ар ер са се \
        май мей бай бей пай пей ыл іл амын емін аймын еймін ам ем амыз еміз аймыз ейміз асың есің \
        ғанша генше қанша кенше ғанда генде қанда кенде \
        уы уі у удың удің уға уге уда уде удан уден \
        айық ейік сын сін \
        дай дей тай тей",
    )
});

const fn any_of(code: Code, letters: &[char]) -> bool {
    let mut at = 0;
    while at < letters.len() {
        if code == code_of(letters[at]) {
            return true;
        }
        at += 1;
    }
    false
}

/// Letters that voiceless endings follow, the last of Russian loans among them.
const fn is_voiceless(code: Code) -> bool {
    any_of(
        code,
        &['п', 'т', 'к', 'с', 'ш', 'х', 'ф', 'ч', 'б', 'в', 'г', 'д'],
    )
}

/// How many letters of `word` are its stem.
pub(super) fn stem(word: &[Code]) -> usize {
    let mut stem = word;
    while let Some(shorter) = SUFFIXES.longest(stem, fits) {
        stem = shorter;
    }
    stem.len()
}

fn fits(stem: &[Code], suffix: &[Code]) -> bool {
    is_long_enough(stem, suffix) && in_harmony(stem, suffix) && assimilated(stem, suffix)
}

fn is_long_enough(stem: &[Code], suffix: &[Code]) -> bool {
    // «өзенде» is `өзен`, not `өзе`: an ending with `н` after a vowel needs more before it.
    let unsure = suffix.first() == Some(&code_of('н')) && stem.last() != Some(&code_of('н'));
    let least = if unsure { LEAST + 1 } else { LEAST };
    // Some of the commonest stems are a vowel and a consonant: «ел», «ит».
    let shortest = matches!(stem, [vowel, consonant] if is_vowel(*vowel) && !is_vowel(*consonant));
    stem.len() >= least || shortest && suffix.len() >= LEAST
}

/// Whether the vowels may stand in one word.
fn in_harmony(stem: &[Code], suffix: &[Code]) -> bool {
    let mut vowels = stem.iter().rev().copied().filter(|c| is_vowel(*c));
    let Some(last) = vowels.next() else {
        return false;
    };
    // `ә` folds to `а`, but is seldom the last vowel of a longer word.
    let alone = vowels.next().is_none();
    let (a, e) = (code_of('а'), code_of('е'));
    !(suffix.contains(&a) && last == e || suffix.contains(&e) && last == a && !alone)
}

/// Whether the first letter of the ending may follow the last one of the stem.
fn assimilated(stem: &[Code], suffix: &[Code]) -> bool {
    let (Some(&last), Some(&first)) = (stem.last(), suffix.first()) else {
        return false;
    };
    let vowel = is_vowel(last);
    if is_vowel(first) {
        // `й`, which begins endings after a vowel, folds to `и`.
        let glide = first == code_of('и') && suffix.get(1).is_some_and(|c| any_of(*c, &['д', 'т']));
        return !vowel || glide || last == code_of('и') || last == code_of('у');
    }
    if suffix == [code_of('с'), code_of('и')] {
        return any_of(last, &['а', 'е', 'у']);
    }
    if suffix == [code_of('н')] {
        return vowel;
    }
    if any_of(first, &['т', 'к', 'п']) {
        return is_voiceless(last) || suffix.len() == 1 && vowel;
    }
    if any_of(first, &['н']) {
        return vowel || any_of(last, &['м', 'н']);
    }
    if any_of(first, &['л']) {
        return vowel || any_of(last, &['р', 'л']);
    }
    if any_of(first, &['д', 'г', 'м', 'б']) {
        return vowel || !is_voiceless(last);
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::text::{Language, stem::stem};

    #[test]
    fn endings_of_nouns_and_verbs() {
        for (word, want) in [
            ("балаларымыздың", "бала"),
            ("мектептегі", "мектеп"),
            ("оқушылардан", "оқуш"),
            ("айтқан", "айт"),
            ("мемлекет", "мемлекет"),
            ("қалада", "қала"),
        ] {
            assert_eq!(stem(word, Language::Kazakh), want);
        }
    }
}
