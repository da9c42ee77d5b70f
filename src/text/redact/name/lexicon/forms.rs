//! Names in the Russian cases.

/// The forms of a lower-case name in the Russian cases.
pub(super) fn forms(name: &str, mut add: impl FnMut(&str)) {
    let special = [("лев", "льв"), ("павел", "павл"), ("пётр", "петр")];
    let stem_of = |end: &str| name.strip_suffix(end);
    let (stem, endings): (&str, &[&str]) = if let Some((_, stem)) =
        special.iter().find(|s| s.0 == name)
    {
        (stem, &["а", "у", "ом", "е"])
    } else if let Some(stem) = stem_of("ия") {
        (stem, &["ии", "ию", "ией"])
    } else if let Some(stem) = stem_of("я") {
        (stem, &["и", "е", "ю", "ей"])
    } else if let Some(stem) = stem_of("а") {
        match stem.chars().last() {
            Some('г' | 'к' | 'х') => (stem, &["и", "е", "у", "ой"]),
            Some('ж' | 'ш' | 'ч' | 'щ') => (stem, &["и", "е", "у", "ой", "ей"]),
            _ => (stem, &["ы", "е", "у", "ой"]),
        }
    } else if let Some(stem) = stem_of("й") {
        (stem, &["я", "ю", "ем", "е", "и"])
    } else if let Some(stem) = stem_of("ь") {
        (stem, &["я", "ю", "ем", "е", "и", "ью"])
    } else if name.ends_with(['о', 'у', 'и', 'е', 'ы', 'ю', 'ү', 'і', 'ә', 'ұ', 'ө']) {
        (name, &[])
    } else {
        (name, &["а", "у", "ом", "е"])
    };
    let mut form = String::new();
    for ending in endings {
        form.clear();
        form.push_str(stem);
        form.push_str(ending);
        add(&form);
    }
}
