//! Finding places allocates nothing once the scratch has grown.

use qulaq::text::places::{Gazetteer, Scratch};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

struct Counting;

// The trait is unsafe to implement; each call is handed on as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = COUNT.try_with(|count| count.set(count.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn nothing_is_allocated_once_warm() {
    let texts = [
        "Түркістан облысы, Сарыағаш ауданы, Жемісті ауылында екі күннен бері су жоқ",
        "Почему в Жамбылском и Меркенском районах нет света? г. Тараз, ул. Абая, 5",
        "v Almaty holodno, Turkistanda da suyq",
        "Нет воды третий день",
    ];
    let gazetteer = Gazetteer::built_in();
    let mut scratch = Scratch::default();
    let mut pass = || -> usize {
        let found = |text: &&str| {
            gazetteer
                .find(text, gazetteer.units().first(), &mut scratch)
                .matches()
                .count()
        };
        texts.iter().map(found).sum()
    };
    let first = pass();
    let before = COUNT.with(Cell::get);
    let again = pass();
    let after = COUNT.with(Cell::get);
    assert_eq!(first, again);
    assert!(first >= 6, "{first}");
    assert_eq!(after - before, 0);
}
