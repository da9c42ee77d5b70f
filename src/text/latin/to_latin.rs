//! Cyrillic to Latin.

use super::Alphabet;

impl Alphabet {
    /// Appends `text` to `out` with its Cyrillic letters in this alphabet;
    /// everything else stays. Capitals stay capitals, and «Ш» is «Sh» or «SH»
    /// by the letter after it.
    ///
    /// ```
    /// use qulaq::text::latin::Alphabet;
    /// let mut out = String::new();
    /// Alphabet::Acutes2018.to_latin("Шардара көшесінде су жоқ", &mut out);
    /// assert_eq!(out, "Shardara kóshesinde sý joq");
    /// ```
    pub fn to_latin(self, text: &str, out: &mut String) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let lower = c.to_lowercase().next().unwrap_or(c);
            let Some(latin) = self.latin(lower) else {
                out.push(c);
                continue;
            };
            if lower == c {
                out.push_str(latin);
                continue;
            }
            let all = chars.peek().is_some_and(|next| next.is_uppercase());
            for (nth, letter) in latin.chars().enumerate() {
                if all || nth == 0 {
                    out.push(self.capital(letter));
                } else {
                    out.push(letter);
                }
            }
        }
    }

    /// Upper case of a letter. The alphabets with both a dotted and a dotless i
    /// keep them apart.
    fn capital(self, letter: char) -> char {
        match letter {
            'i' if matches!(self, Alphabet::Umlauts2021 | Alphabet::Turkic) => 'İ',
            'ı' => 'I',
            _ => letter.to_uppercase().next().unwrap_or(letter),
        }
    }
}
