//! Any bytes, normalised: no panic, no untidy space, the same a second time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qulaq::text::{Buffers, normalise, token};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut buffers = Buffers::default();
    let once = normalise(&text, &mut buffers).to_owned();
    assert!(!once.contains("  "));
    assert_eq!(once.trim(), once);
    assert_eq!(normalise(&text, &mut buffers), once);
    assert!(token::words(&once).all(|word| !word.is_empty()));
});
