//! The language of every line of standard input, a line each; on standard
//! error how many seconds finding them out took. `benches/languages.py` runs it.
//!
//!     printf 'Су жоқ\nНет воды\n' | cargo run --release --example detect

use qulaq::text::language::detect;
use std::io::{Read, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let lines: Vec<&str> = text.lines().collect();
    let start = Instant::now();
    let found: Vec<_> = lines.iter().map(|line| detect(line)).collect();
    let seconds = start.elapsed().as_secs_f64();
    let mut output = std::io::stdout().lock();
    for language in found {
        writeln!(output, "{language}")?;
    }
    eprintln!("{seconds}");
    Ok(())
}
