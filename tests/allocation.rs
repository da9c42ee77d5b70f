//! Once warm, the text floor allocates nothing.

use qulaq::text::{Buffers, Trace, address, normalise, normalise_traced, redact, script_of};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counts the allocations of each thread.
struct Counting;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        // SAFETY: as the caller promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        // SAFETY: as the caller promised.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const TEXTS: [&str; 8] = [
    "Ауылымызда екі күннен бері су жоқ, қашан болады?",
    "<p>Здравствуйте!&nbsp;С 05.11.2024 нет ВОДЫ на ул. Абая, д. 15, кв. 3.</p> 8 (701) 123-45-67",
    "Auylymyzda eki kúnnen beri SÝ joq, ákimdik úndemeıdi",
    "köşede jaryq joq, ÄKIMDIK ündemeidı, su da bolmai tūr",
    "Boдa пpoпaлa 😡😡 н е т  в о д ы #СуЖоқ @akimat https://egov.kz",
    "жоооқ и\u{306} \u{200b}İstanbul ﬁn 5 000 тг",
    "Менің атым Айгүл, Абай көшесі 15, 12-пәтер, ЖСН 150315500123",
    "水がない",
];

/// How many allocations the third round over the texts makes. Steps write into
/// two buffers by turns, so after one round the longest text may have met only
/// one of them.
fn allocations(mut work: impl FnMut(&str)) -> u64 {
    for _ in 0..2 {
        TEXTS.iter().for_each(|text| work(text));
    }
    let before = COUNT.get();
    TEXTS.iter().for_each(|text| work(text));
    COUNT.get() - before
}

#[test]
fn normalising() {
    let mut buffers = Buffers::default();
    let count = allocations(|text| {
        normalise(text, &mut buffers);
    });
    assert_eq!(count, 0);
}

#[test]
fn keeping_the_way_back() {
    let (mut buffers, mut trace) = (Buffers::default(), Trace::default());
    let count = allocations(|text| {
        normalise_traced(text, &mut buffers, &mut trace);
    });
    assert_eq!(count, 0);
}

#[test]
fn telling_the_script() {
    let mut buffers = Buffers::default();
    let count = allocations(|text| {
        let _ = script_of(text, &mut buffers);
    });
    assert_eq!(count, 0);
}

#[test]
fn redacting() {
    let (mut scratch, mut out) = (redact::Scratch::default(), String::new());
    let count = allocations(|text| {
        out.clear();
        redact::redact(text, &mut scratch, &mut out);
    });
    assert_eq!(count, 0);
}

#[test]
fn finding_addresses() {
    let mut scratch = address::Scratch::default();
    let count = allocations(|text| {
        address::find(text, &mut scratch);
    });
    assert_eq!(count, 0);
}
