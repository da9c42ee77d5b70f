use super::*;
use proptest::prelude::*;

fn keys(text: &str) -> Vec<String> {
    let mut scratch = Scratch::default();
    let found = find(text, &mut scratch);
    found.iter().map(|a| a.key.clone()).collect()
}

fn readable(text: &str) -> String {
    let mut scratch = Scratch::default();
    let mut out = String::new();
    if let Some(address) = find(text, &mut scratch).first() {
        address.write(text, &mut out);
    }
    out
}

#[test]
fn ways_of_writing_one_address_meet() {
    let wanted = keys("ул. Абая, д. 5");
    assert_eq!(wanted, ["абаи 5"]);
    for text in [
        "улица Абая 5",
        "Абай көшесі 5",
        "Абай к-сі, 5",
        "Абай көшесіндегі 5-үй",
        "дом 5 по улице Абая",
        "на Абая 5",
        "Abay k-si 5",
        "ul. Abaya d. 5",
        "УЛ. АБАЯ 5",
        "Aбай көшeсі 5",
        "Абая 5-12",
    ] {
        assert_eq!(keys(text), wanted, "{text}");
    }
}

#[test]
fn parts_and_spans() {
    let text = "Тұрамыз: мкр Нурсат, ул. Т. Рыскулова 5/1а, кв. 12, көмек керек";
    let mut scratch = Scratch::default();
    let [address] = find(text, &mut scratch) else {
        panic!("one address");
    };
    assert_eq!(
        &text[address.span.clone()],
        "мкр Нурсат, ул. Т. Рыскулова 5/1а, кв. 12"
    );
    assert_eq!((&*address.house, &*address.flat), ("5/1а", "12"));
    assert_eq!(
        (&*address.micro, &*address.street),
        ("нурсат мкр", "рскулов")
    );
}

#[test]
fn for_people() {
    assert_eq!(readable("на улице абая 5, кв 3"), "ул. Абая, 5");
    assert_eq!(
        readable("қабанбай батыр көшесіндегі 42-үй"),
        "Қабанбай батыр көшесі, 42"
    );
    assert_eq!(readable("6 мкр, 12 дом"), "мкр 6, 12");
    assert_eq!(readable("УЛ. АБАЯ 5"), "ул. Абая, 5");
}

#[test]
fn ordinary_numbers_are_no_addresses() {
    for text in [
        "5 домов",
        "2 дня",
        "45 кв. м",
        "дом 2015 года постройки",
        "д. Ивановка",
        "көшеде 5 бала",
    ] {
        assert_eq!(keys(text), [""; 0], "{text}");
    }
}

/// Pieces that addresses are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(ул|пр|мкр|пер|д|кв|к-сі|ы/а)\\.?",
        "(улица|көшесі|көшесіндегі|үй|дом|даңғылы|шағын|ауданы|атындағы|им)",
        "(Абай|Абая|Төле би|Самал|рыскулова|8 марта|лет|А)",
        "[0-9]{1,5}[а-яa-z]?",
        "[-/.,№«»\"' ]{1,2}",
        "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]
    #[test]
    fn any_text_is_read(text in prop_oneof!["\\PC{0,60}", pieces(), pieces().prop_map(|t| t.replace(' ', ""))]) {
        let mut scratch = Scratch::default();
        let mut end = 0;
        for address in find(&text, &mut scratch) {
            prop_assert!(address.span.start >= end && address.span.end > address.span.start);
            prop_assert!(text.get(address.span.clone()).is_some());
            end = address.span.end;
            address.write(&text, &mut String::new());
        }
    }
}
