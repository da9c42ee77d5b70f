//! Which of the units of a name is meant.

use super::endings::Form;
use super::gazetteer::Gazetteer;
use super::judge::{Mention, Trust};
use super::lexicon::Kind;
use super::unit::{Level, Unit};
use std::ops::Range;

/// How two places may agree: one lies in the other; or they share a region.
const RELATIONS: [fn(&Unit, &Unit) -> bool; 2] = [
    |a, b| a.code != b.code && a.is_in_line_with(b),
    |a, b| a.code != b.code && a.code.shared(b.code) > 0,
];

/// How many mentions to either side a mention is seen beside: nobody names a
/// place and its district further apart, and a text of nothing but names must
/// not take the square of its length.
const NEAR: usize = 32;

/// Keeps those units of a mention that its label admits.
pub(super) fn admit(gazetteer: &Gazetteer, mention: &mut Mention, candidates: &mut [u32]) {
    let list = candidates
        .get_mut(mention.candidates.clone())
        .unwrap_or_default();
    let mut keep = |fits: &dyn Fn(Level) -> bool| {
        retain(list, |number| {
            gazetteer
                .units
                .get(number as usize)
                .is_some_and(|u| fits(u.level))
        })
    };
    let mut kept = match mention.label.map(|label| label.kind) {
        Some(kind) => match keep(&|level| kind.admits(level) && level != Level::Hamlet) {
            0 => keep(&|level| kind.admits(level)),
            kept => kept,
        },
        // «шымкентские дороги» are the city's.
        None if mention.form == Form::Adjective => {
            keep(&|level| matches!(level, Level::Metropolis | Level::City))
        }
        None => keep(&|level| level != Level::Okrug),
    };
    let district = mention
        .label
        .is_some_and(|label| label.kind == Kind::District);
    if kept == 0 && district && mention.form == Form::Genitive && mention.ordinary.is_none() {
        // «в районе Шымкента» is near it.
        (mention.label, mention.trust) = (None, Trust::Yes);
        kept = keep(&|level| Kind::City.admits(level));
    }
    mention.candidates.end = mention.candidates.start + kept;
    if kept == 0 {
        mention.trust = Trust::No;
    }
}

/// Believes doubtful names that another place of the text or the row's own
/// agrees with, then narrows the candidates of each: by the other places, by
/// the row's own, by what is plain.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    hint: Option<&Unit>,
    mentions: &mut [Mention],
    candidates: &mut [u32],
) {
    for at in 0..mentions.len() {
        if mentions[at].trust == Trust::IfOthersAgree {
            let backed = is_backed(gazetteer, hint, mentions, at, candidates);
            mentions[at].trust = if backed { Trust::Yes } else { Trust::No };
        }
    }
    // «Алматы» is the city, whatever else the text names.
    for mention in mentions
        .iter_mut()
        .filter(|m| m.label.is_none() && m.ordinary.is_none())
    {
        let list = candidates
            .get_mut(mention.candidates.clone())
            .unwrap_or_default();
        let metropolis = |n: u32| unit(gazetteer, n).is_some_and(|u| u.level == Level::Metropolis);
        mention.candidates.end = mention.candidates.start + retain_some(list, metropolis);
    }
    for related in RELATIONS {
        for at in 0..mentions.len() {
            narrow(gazetteer, mentions, at, candidates, related);
        }
    }
    for mention in mentions.iter_mut() {
        let list = candidates
            .get_mut(mention.candidates.clone())
            .unwrap_or_default();
        let mut kept = list.len();
        if let Some(hint) = hint.filter(|_| kept > 1) {
            kept = retain_some(&mut list[..kept], |n| {
                unit(gazetteer, n).is_some_and(|u| u.is_in_line_with(hint))
            });
            let shared = |n: u32| unit(gazetteer, n).map_or(0, |u| u.code.shared(hint.code));
            let most = list[..kept].iter().map(|n| shared(*n)).max().unwrap_or(0);
            kept = retain_some(&mut list[..kept], |n| shared(n) == most);
        }
        kept = prefer(gazetteer, mention, &mut list[..kept]);
        mention.candidates.end = mention.candidates.start + kept;
    }
}

fn unit(gazetteer: &Gazetteer, number: u32) -> Option<&Unit> {
    gazetteer.units.get(number as usize)
}

fn is_backed(
    gazetteer: &Gazetteer,
    hint: Option<&Unit>,
    mentions: &[Mention],
    at: usize,
    candidates: &[u32],
) -> bool {
    let of = |m: &Mention| {
        candidates
            .get(m.candidates.clone())
            .unwrap_or_default()
            .iter()
    };
    let units = |m: &Mention| of(m).filter_map(|n| unit(gazetteer, *n));
    // Streets bear the names of villages: small ones want a surer word.
    let minor = mentions[at].minor;
    if minor
        && !matches!(
            mentions[at].form,
            Form::Plain | Form::Where | Form::Prepositional
        )
    {
        return false;
    }
    let enough = if minor { Trust::Typed } else { Trust::Yes };
    let near = at.saturating_sub(NEAR)..mentions.len().min(at + NEAR + 1);
    let mut own = units(&mentions[at]);
    own.any(|own| {
        let others = mentions[near.clone()]
            .iter()
            .filter(|other| other.trust >= enough);
        hint.is_some_and(|hint| own.is_in_line_with(hint))
            || others.flat_map(units).any(|other| RELATIONS[0](own, other))
    })
}

/// Narrows the mention `at` by the others, the nearest first.
fn narrow(
    gazetteer: &Gazetteer,
    mentions: &mut [Mention],
    at: usize,
    candidates: &mut [u32],
    related: fn(&Unit, &Unit) -> bool,
) {
    if mentions[at].trust < Trust::Yes {
        return;
    }
    for distance in 1..mentions.len().min(NEAR + 1) {
        if mentions[at].candidates.len() < 2 {
            return;
        }
        for other in [at.checked_sub(distance), Some(at + distance)]
            .into_iter()
            .flatten()
        {
            let own = mentions[at].candidates.clone();
            let trusted = mentions.get(other).filter(|o| o.trust >= Trust::Yes);
            let Some(other) = trusted.map(|o| o.candidates.clone()) else {
                continue;
            };
            if own.len() < 2 || other.is_empty() {
                continue;
            }
            let (list, others) = split(candidates, own, other);
            let kept = retain_some(list, |number| {
                let one = unit(gazetteer, number);
                one.is_some_and(|one| {
                    others
                        .iter()
                        .filter_map(|n| unit(gazetteer, *n))
                        .any(|other| related(one, other))
                })
            });
            mentions[at].candidates.end = mentions[at].candidates.start + kept;
        }
    }
}

/// Chooses where one candidate is what people mean by the bare name: the city
/// and not the region of its name, the district and not its centre, what has
/// a name of its own and not a far village.
fn prefer(gazetteer: &Gazetteer, mention: &Mention, list: &mut [u32]) -> usize {
    if list.len() < 2 || mention.label.is_some() {
        return list.len();
    }
    let level = |n: u32| unit(gazetteer, n).map_or(Level::Village, |u| u.level);
    let cities = list.iter().filter(|n| level(**n) == Level::City).count();
    if cities == 1 && mention.ordinary.is_none_or(|o| o.is_mild()) {
        return retain_some(list, |n| level(n) == Level::City);
    }
    // A town goes before the district that it is the centre of, a district
    // before its own village, and both before villages elsewhere.
    let mut kept = list.len();
    for small in [Level::Hamlet, Level::Village] {
        kept = retain_some(&mut list[..kept], |n| level(n) < small);
    }
    if mention.ordinary.is_none() {
        let known = |n: u32| gazetteer.known.get(n as usize) == Some(&true);
        kept = retain_some(&mut list[..kept], known);
    }
    let towns = list[..kept]
        .iter()
        .filter(|n| level(**n) == Level::Town)
        .count();
    if towns == 1 && kept == 2 {
        let nested = match (unit(gazetteer, list[0]), unit(gazetteer, list[1])) {
            (Some(a), Some(b)) => a.is_in_line_with(b),
            _ => false,
        };
        if nested {
            kept = retain_some(&mut list[..kept], |n| level(n) == Level::Town);
        }
    }
    kept
}

/// Moves what fits to the front, in ascending order; how many that are.
fn retain(list: &mut [u32], fits: impl Fn(u32) -> bool) -> usize {
    let mut kept = 0;
    for at in 0..list.len() {
        if fits(list[at]) {
            list.swap(kept, at);
            kept += 1;
        }
    }
    list[..kept].sort_unstable();
    kept
}

/// The same, but keeps all where none fits.
fn retain_some(list: &mut [u32], fits: impl Fn(u32) -> bool) -> usize {
    match retain(list, fits) {
        0 => list.len(),
        kept => kept,
    }
}

/// Two ranges of one list that do not overlap; the first to be changed.
fn split(list: &mut [u32], one: Range<usize>, other: Range<usize>) -> (&mut [u32], &[u32]) {
    if one.start < other.start {
        let (left, right) = list.split_at_mut(other.start);
        (&mut left[one], &right[..other.len()])
    } else {
        let (left, right) = list.split_at_mut(one.start);
        (&mut right[..one.len()], &left[other])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_in_order_what_fits() {
        let mut list = [9, 2, 7, 4];
        assert_eq!(retain(&mut list, |n| n != 9), 3);
        assert_eq!(list[..3], [2, 4, 7]);
        assert_eq!(retain_some(&mut list, |n| n > 100), 4);
    }

    #[test]
    fn splits_a_list() {
        let mut list = [1, 2, 3, 4, 5];
        assert_eq!(split(&mut list, 0..2, 3..5), (&mut [1, 2][..], &[4, 5][..]));
        assert_eq!(split(&mut list, 3..5, 1..2), (&mut [4, 5][..], &[2][..]));
    }
}
