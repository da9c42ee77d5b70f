//! Any bytes, redacted: no panic, spans in order, the rest byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qulaq::text::redact::{Scratch, find, redact};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut scratch = Scratch::default();
    let mut out = String::new();
    let any = redact(&text, &mut scratch, &mut out);
    let spans = find(&text, &mut scratch);
    assert_eq!(any, !spans.is_empty());
    let (mut rest, mut kept) = (out.as_str(), 0);
    for span in spans {
        assert!(kept <= span.range.start && span.range.start < span.range.end);
        rest = rest.strip_prefix(&text[kept..span.range.start]).expect("the text before");
        rest = rest.strip_prefix(span.kind.mark()).expect("the mark");
        kept = span.range.end;
    }
    assert_eq!(rest, &text[kept..]);
});
