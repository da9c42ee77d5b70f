//! Whether a name is a place here, by the words around it.

use super::endings::Form;
use super::lexicon::{Kind, Label, Side};
use super::ordinary::Ordinary;
use super::token::{Gap, Tokens};

/// A name in the text and what is known of it.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The first and the last word of the name.
    pub first: usize,
    pub last: usize,
    pub form: Form,
    pub ordinary: Option<Ordinary>,
    /// Whether only small villages are called so.
    pub minor: bool,
    /// The word that says what it is.
    pub label: Option<Label>,
    pub trust: Trust,
    /// Its candidates among those of the text.
    pub candidates: std::ops::Range<usize>,
}

/// How sure it is that a name means a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// It does not: a street, a person, a firm, a word.
    No,
    /// It does if another place of the text agrees.
    IfOthersAgree,
    /// It does.
    Yes,
    /// A type word says so.
    Typed,
}

/// Where commas and full clauses end what belongs together.
const APART: Gap = Gap::COMMA.or(Gap::BREAK);

/// Gives each mention its label and its trust.
pub(super) fn judge(tokens: &Tokens, mentions: &mut [Mention]) {
    let mut claimed = None;
    for at in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some((mention, after)) = rest.split_first_mut() else {
            return;
        };
        let next = after.first().map(|m| m.first);
        let label = own_label(tokens, mention, claimed, next);
        if let Some(label) = label.filter(|l| l.from > mention.last) {
            claimed = Some(label.to);
        }
        mention.label = label.filter(|l| l.kind.is_unit());
        mention.trust = match label {
            Some(label) if label.kind.is_unit() && fits(tokens, mention, label) => Trust::Typed,
            Some(label) if label.kind != Kind::Where => Trust::No,
            _ if before
                .last()
                .is_some_and(|p| p.trust == Trust::No && follows_on(tokens, p, mention)) =>
            {
                Trust::No
            }
            _ => alone(tokens, mention),
        };
    }
    share_labels(tokens, mentions);
}

/// Whether the name can be one of what the label says: «в глубокой деревне» is
/// no name of a village.
fn fits(tokens: &Tokens, mention: &Mention, label: Label) -> bool {
    let capital = tokens.get(mention.first).is_some_and(|token| token.capital);
    let front = label.from < mention.first;
    match mention.form {
        Form::Plain => true,
        Form::Adjective => capital || label.kind != Kind::Village,
        // «в селе были»: a village behind its type word has no Kazakh ending.
        Form::Where | Form::Other if front && mention.minor => false,
        _ => capital || !mention.minor || mention.ordinary.is_none(),
    }
}

/// The label of a mention: behind it in Kazakh and after adjectives, before it
/// in Russian, unless what stands behind belongs to the next name.
fn own_label(
    tokens: &Tokens,
    mention: &Mention,
    claimed: Option<usize>,
    next: Option<usize>,
) -> Option<Label> {
    let front = label_in_front(tokens, mention, claimed);
    let Some(behind) = label_behind(tokens, mention) else {
        return front;
    };
    let called = front.is_some_and(|front| front.kind != Kind::Where);
    let weak = mention.ordinary.is_some() || mention.minor;
    let own = match behind.side {
        _ if mention.form == Form::Adjective => true,
        // «Алматыда көше», «жаңа ауылда»: the word is of no name.
        Side::After => !(matches!(mention.form, Form::Where | Form::Other) || behind.loose && weak),
        // «Сайрам район», but «Алматы район Медеу» and «г. Алматы район …»
        Side::Either => !called && (behind.kind == Kind::Region || !leads(tokens, &behind)),
        // «Абая ул, 5», but «Алматы ул. Абая»
        Side::Before => !called && mention.form == Form::Plain && ends(tokens, &behind, next),
    };
    if own { Some(behind) } else { front }
}

/// Whether a name or a number follows the label with nothing between.
fn leads(tokens: &Tokens, label: &Label) -> bool {
    let next = tokens.get(label.to + 1);
    next.is_some_and(|t| (t.capital || t.digit) && !t.gap.has(APART))
}

/// Whether a clause ends behind the label, or a number comes.
fn ends(tokens: &Tokens, label: &Label, next: Option<usize>) -> bool {
    let number = tokens.get(label.to + 1).is_some_and(|t| t.digit);
    next != Some(label.to + 1) && (tokens.gap(label.to + 1).has(APART) || number)
}

fn label_behind(tokens: &Tokens, mention: &Mention) -> Option<Label> {
    let mut at = mention.last + 1;
    let mut named = None;
    // «Мүсірепов атындағы ауданда»
    while let Some(token) = tokens.get(at) {
        if token.gap.has(APART) || token.gap.has(Gap::DOT) && named.is_none() {
            break;
        }
        match token.label {
            Some(own) if own.kind == Kind::Named && own.side == Side::After && named.is_none() => {
                named = Some(own);
                at = own.to + 1;
            }
            Some(own) if own.from == at && (own.kind.is_unit() || own.kind.forbids()) => {
                return Some(own);
            }
            _ => break,
        }
    }
    named
}

fn label_in_front(tokens: &Tokens, mention: &Mention, claimed: Option<usize>) -> Option<Label> {
    let mut at = mention.first;
    let mut named = None;
    for step in 0..5 {
        let gap = tokens.gap(at);
        at = at.checked_sub(1)?;
        if gap.has(APART) || claimed.is_some_and(|claimed| claimed >= at) {
            return named;
        }
        let token = tokens.get(at)?;
        // A full stop ends a clause unless it ends an abbreviation.
        if gap.has(Gap::DOT) && gap.has(Gap::SPACE) && tokens.codes(at).len() > 4 {
            return named;
        }
        match token.label {
            Some(own) if own.kind == Kind::Named && own.side == Side::Before => named = Some(own),
            Some(own)
                if own.side != Side::After && !matches!(own.kind, Kind::And | Kind::Rural) =>
            {
                // «в районе им. …» has a kind, «в …» has none.
                return if own.kind == Kind::Where {
                    named.or(Some(own))
                } else {
                    Some(own)
                };
            }
            _ if token.capital && tokens.codes(at).len() == 1 => {}
            // A first name before a family name: «ул. Динмухамеда Кунаева».
            _ if token.capital && step < 2 && is_person(mention) && token.label.is_none() => {}
            _ => return named,
        }
    }
    named
}

fn is_person(mention: &Mention) -> bool {
    mention.ordinary == Some(Ordinary::Person)
}

/// Whether `mention` goes on with an enumeration that `previous` is in:
/// «ул. Абая и Жамбыла».
fn follows_on(tokens: &Tokens, previous: &Mention, mention: &Mention) -> bool {
    mention.ordinary.is_some() && is_enumerated(tokens, previous.last, mention.first)
}

/// Whether nothing but commas, hyphens and `и` stands between two words.
fn is_enumerated(tokens: &Tokens, last: usize, first: usize) -> bool {
    let apart = (last + 1..=first).any(|at| tokens.gap(at).has(Gap::BREAK.or(Gap::DOT)));
    let mut between = last + 1..first;
    let and = |at: usize| {
        tokens
            .get(at)
            .and_then(|t| t.label)
            .is_some_and(|l| l.kind == Kind::And)
    };
    !apart && first > last && first - last <= 2 && between.all(and)
}

/// The trust in a name without a type word.
fn alone(tokens: &Tokens, mention: &Mention) -> Trust {
    let Some(token) = tokens.get(mention.first) else {
        return Trust::No;
    };
    let behind = tokens.get(mention.last + 1);
    let quoted = token.gap.has(Gap::QUOTE) && tokens.gap(mention.last + 1).has(Gap::QUOTE);
    let number = behind.is_some_and(|t| t.digit && !t.gap.has(Gap::BREAK));
    let capital = token.capital && !tokens.shouted;
    let clause = |at: usize| at == 0 || tokens.gap(at).has(APART.or(Gap::DOT));
    let stands_alone = clause(mention.first) && (clause(mention.last + 1) || behind.is_none());
    let led = in_front_is_where(tokens, mention);
    let situated = match mention.form {
        Form::Where => true,
        Form::Prepositional => led,
        Form::Genitive => led && !is_person(mention),
        Form::Plain => led && !is_person(mention) && token.capital,
        _ => false,
    };
    match (mention.form, mention.ordinary) {
        _ if quoted => Trust::No,
        (Form::Adjective | Form::Plural, Some(_)) => Trust::No,
        (Form::Adjective, None) if mention.minor || !goes_on(tokens, mention) => Trust::No,
        (_, None) if !mention.minor => Trust::Yes,
        _ if number => Trust::No,
        (_, Some(Ordinary::Typed)) if capital => Trust::IfOthersAgree,
        (_, Some(Ordinary::Typed)) => Trust::No,
        // One village of that name, or one of many.
        (_, _) if mention.minor => match mention.form {
            _ if !capital => Trust::No,
            Form::Where => Trust::Yes,
            _ if situated && mention.candidates.len() == 1 => Trust::Yes,
            _ => Trust::IfOthersAgree,
        },
        (form, Some(Ordinary::Capital)) if capital || form == Form::Where => Trust::Yes,
        (_, Some(Ordinary::Person)) if mention.form == Form::Prepositional && led => Trust::Yes,
        (_, Some(Ordinary::Person)) if capital && situated => Trust::Yes,
        (_, Some(Ordinary::Word)) if capital && (situated || stands_alone) => Trust::Yes,
        (_, Some(Ordinary::Word)) if capital || situated => Trust::IfOthersAgree,
        _ => Trust::No,
    }
}

/// Whether an adjective has its noun behind it: «алматинские автобусы», and
/// not «на Петропавловской, 5».
fn goes_on(tokens: &Tokens, mention: &Mention) -> bool {
    let behind = tokens.get(mention.last + 1);
    behind.is_some_and(|t| {
        !t.capital && !t.digit && !t.gap.has(APART.or(Gap::DOT)) && t.label.is_none()
    })
}

fn in_front_is_where(tokens: &Tokens, mention: &Mention) -> bool {
    let front = mention.first.checked_sub(1).and_then(|at| tokens.get(at));
    let near = !tokens.gap(mention.first).has(APART);
    near && front
        .and_then(|t| t.label)
        .is_some_and(|l| l.kind == Kind::Where)
}

/// «Сайрам және Төле би аудандары», «в Сайрамском и Толебийском районах»: the
/// label of the last goes for all, and so does a street's.
fn share_labels(tokens: &Tokens, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let (before, rest) = mentions.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last_mut(), rest.first()) else {
            return;
        };
        let bare = one.label.is_none() && one.trust < Trust::Typed;
        if !bare || !is_enumerated(tokens, one.last, other.first) {
            continue;
        }
        match (other.label, other.trust) {
            (Some(label), Trust::Typed)
                if label.from > other.last && (label.many || one.form == Form::Adjective) =>
            {
                (one.label, one.trust) = (Some(label), Trust::Typed);
            }
            (_, Trust::No)
                if one.ordinary.is_some() && !tokens.gap(other.first).has(Gap::COMMA) =>
            {
                one.trust = Trust::No
            }
            _ => {}
        }
    }
}
