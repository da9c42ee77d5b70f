//! The program on input that is not what it should be: it says what is wrong
//! and where, keeps what it can, and never quotes a citizen.

mod common;

use common::{Desk, Ran, flipped, many, sections, shipped_model, small_model};
use encoding_rs::WINDOWS_1251;

/// The category of a text that says nothing.
const UNCLEAR: &str = "other.unclear";

// Files

#[test]
fn an_empty_file() {
    let desk = Desk::new();
    for name in ["empty.csv", "empty.jsonl", "empty.dat"] {
        desk.put(name, "");
        desk.qulaq(&["classify", name, "--output", "out.csv"])
            .failed(&[name, "empty"]);
    }
    assert!(!desk.has("out.csv") && !desk.has("out.csv.part"));
}

#[test]
fn a_file_of_nothing_but_line_breaks() {
    let desk = Desk::new();
    for (name, bytes) in [
        ("breaks.csv", &b"\n\r\n\n"[..]),
        ("mark.csv", b"\xEF\xBB\xBF"),
    ] {
        desk.put(name, bytes);
        desk.qulaq(&["classify", name]).failed(&[name]);
    }
}

#[test]
fn a_file_that_is_not_there() {
    Desk::new()
        .qulaq(&["classify", "nowhere.csv"])
        .failed(&["nowhere.csv"]);
}

#[test]
fn a_header_alone() {
    let desk = Desk::new();
    for (name, content) in [("a.csv", "id,text\n"), ("b.csv", "id,text")] {
        desk.put(name, content);
        desk.qulaq(&["classify", name, "--output", "out.csv"]).ok();
        let sheet = desk.sheet("out.csv");
        assert_eq!(sheet.header[..3], ["id", "text", "language"]);
        assert!(sheet.rows.is_empty());
        assert_eq!(desk.text("out.csv").lines().count(), 1);
    }
    assert!(!desk.has("out.rejects.csv"));
}

#[test]
fn no_column_of_texts() {
    let desk = Desk::new();
    desk.put("export.csv", "alpha,beta\n1,2\n");
    desk.qulaq(&["classify", "export.csv"])
        .failed(&["export.csv", "alpha, beta", "--text"]);
}

#[test]
fn a_column_that_is_not_there() {
    let desk = Desk::new();
    desk.put("export.csv", "id,text\n1,Нет воды\n");
    desk.qulaq(&["classify", "export.csv", "--text", "Қайдағы"])
        .failed(&["export.csv", "Қайдағы", "id, text"]);
    desk.qulaq(&["classify", "export.csv", "--received", "when"])
        .failed(&["export.csv", "when", "id, text"]);
}

#[test]
fn a_header_that_is_not_utf8() {
    let desk = Desk::new();
    desk.put("export.csv", b"id,text\xFF\n1,water\n");
    desk.qulaq(&["classify", "export.csv", "--encoding", "utf-8"])
        .failed(&["export.csv", "line 1", "--encoding"]);
}

// Rows

#[test]
fn a_row_with_too_few_columns() {
    let desk = Desk::new();
    desk.put("in.csv", "id,text,place\n1,Нет воды,А\n2\n3,Яма,Б\n");
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok()
        .said(&["1 rows could not be read", "out.rejects.csv"]);
    assert_eq!(desk.sheet("out.csv").column("id"), ["1", "3"]);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!(rejects.len(), 1);
    let reject = &rejects[0];
    assert_eq!((&*reject.file, reject.row, reject.line), ("in.csv", 2, 3));
    // The first column that is missing.
    assert_eq!(reject.column, "text");
    assert!(
        reject.reason.contains("1 fields instead of 3"),
        "{reject:?}"
    );
}

#[test]
fn strict_fails_at_the_row() {
    let desk = Desk::new();
    desk.put("in.csv", "id,text\n1,\"Нет\nводы\"\n2\n3,Яма\n");
    desk.put("out.csv", "of an earlier run");
    for jobs in ["1", "2"] {
        let args = ["classify", "in.csv", "--output", "out.csv", "--strict"];
        desk.qulaq(&[&args[..], &["--jobs", jobs]].concat())
            .failed(&["in.csv", "row 2", "line 4", "`text`"]);
    }
    assert_eq!(desk.text("out.csv"), "of an earlier run");
}

#[test]
fn strict_is_content_with_good_rows() {
    let desk = Desk::new();
    desk.put("in.csv", "id,text\n1,Нет воды\n");
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv", "--strict"])
        .ok();
    assert_eq!(desk.sheet("out.csv").rows.len(), 1);
}

#[test]
fn a_row_with_too_many_columns() {
    let desk = Desk::new();
    desk.put(
        "in.csv",
        "id,text\n1,Нет воды\n2,Яма,лишнее,и ещё\n3,Свет\n",
    );
    desk.qulaq(&[
        "classify",
        "in.csv",
        "--output",
        "out.csv",
        "--rejects",
        "bad.csv",
    ])
    .ok()
    .said(&["bad.csv"]);
    assert_eq!(desk.sheet("out.csv").column("id"), ["1", "3"]);
    let rejects = desk.rejects("bad.csv");
    assert_eq!(rejects.len(), 1);
    assert_eq!((rejects[0].row, rejects[0].line), (2, 3));
    assert!(rejects[0].reason.contains("4 fields instead of 2"));
    assert!(!desk.has("out.rejects.csv"));
}

#[test]
fn rows_are_numbered_through_all_chunks() {
    let desk = Desk::new();
    desk.put("in.csv", many(1600, 700));
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv", "--jobs", "2"])
        .ok();
    let places: Vec<(u64, u64)> = desk
        .rejects("out.rejects.csv")
        .iter()
        .map(|r| (r.row, r.line))
        .collect();
    assert_eq!(places, [(700, 701), (1400, 1401)]);
    assert_eq!(desk.sheet("out.csv").rows.len(), 1598);
}

#[test]
fn a_reject_is_on_its_line_after_a_text_of_several_lines() {
    rejected_at("id,text,place\n1,\"Нет\nводы\n\",А\n2\n3,Яма,Б\n", 2, 5);
}

#[test]
fn a_reject_is_on_its_line_where_lines_end_in_crlf() {
    rejected_at("id,text,place\r\n1,Нет воды,А\r\n2\r\n3,Яма,Б\r\n", 2, 3);
}

#[test]
fn a_reject_is_on_its_line_after_blank_lines() {
    rejected_at("id,text,place\n1,Нет воды,А\n\n\n2\n3,Яма,Б\n", 2, 5);
}

#[track_caller]
fn rejected_at(content: &str, row: u64, line: u64) {
    let desk = Desk::new();
    desk.put("in.csv", content);
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    assert_eq!(desk.sheet("out.csv").column("id"), ["1", "3"]);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!(rejects.len(), 1);
    assert_eq!((rejects[0].row, rejects[0].line), (row, line));
}

#[test]
fn an_unclosed_quote_before_other_columns() {
    unclosed_quote("id,text,place\n1,Нет воды,А\n2,\"Яма,Б\n3,Свет,В\n4,Газ,Г\n");
}

#[test]
fn an_unclosed_quote_in_the_last_column() {
    unclosed_quote("id,text\n1,Нет воды\n2,\"Яма\n3,Свет\n4,Газ\n");
}

/// The row in which the quote opens cannot be read, whatever it swallows.
#[track_caller]
fn unclosed_quote(content: &str) {
    let desk = Desk::new();
    desk.put("in.csv", content);
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok()
        .said(&["could not be read", "out.rejects.csv"]);
    let sheet = desk.sheet("out.csv");
    assert_eq!(sheet.column("id")[0], "1");
    assert!(!sheet.column("id").contains(&"2"));
    assert!(!sheet.column("text").iter().any(|text| text.contains('\n')));
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!((rejects[0].row, rejects[0].line), (2, 3));
    assert!(rejects[0].reason.contains("quote"), "{rejects:?}");
}

#[test]
fn a_field_of_50_mb() {
    let desk = Desk::new();
    let huge = "water ".repeat(50_000_000 / 6 + 1);
    desk.put(
        "in.csv",
        format!("id,text\n1,Нет воды\n2,{huge}\n3,\"{huge}\"\n4,Яма\n"),
    );
    let ran = desk.qulaq(&["classify", "in.csv", "--output", "out.csv", "--jobs", "2"]);
    ran.ok().said(&["2 rows could not be read"]);
    assert_eq!(desk.sheet("out.csv").column("id"), ["1", "4"]);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!(rejects.len(), 2);
    for (reject, row) in rejects.iter().zip(2..) {
        assert_eq!((reject.row, reject.line), (row, row + 1));
        assert!(tells_length(&reject.reason, huge.len()), "{reject:?}");
    }
    assert!(desk.bytes("out.rejects.csv").len() < 1000);
}

#[test]
fn a_json_line_of_50_mb() {
    let desk = Desk::new();
    let huge = "water ".repeat(50_000_000 / 6 + 1);
    let lines = format!(
        "{{\"id\":1,\"text\":\"Нет воды\"}}\n{{\"id\":2,\"text\":\"{huge}\"}}\n{{\"id\":3,\"text\":\"Яма\"}}\n"
    );
    desk.put("in.jsonl", lines);
    let ran = desk.qulaq(&[
        "classify",
        "in.jsonl",
        "--output",
        "out.jsonl",
        "--jobs",
        "2",
    ]);
    ran.ok().said(&["1 rows could not be read"]);
    let ids: Vec<_> = desk
        .lines("out.jsonl")
        .iter()
        .map(|l| l["id"].as_u64())
        .collect();
    assert_eq!(ids, [Some(1), Some(3)]);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!((rejects.len(), rejects[0].row, rejects[0].line), (1, 2, 2));
    assert!(tells_length(&rejects[0].reason, huge.len()), "{rejects:?}");
}

/// Whether a reason has a number that is about `length`.
fn tells_length(reason: &str, length: usize) -> bool {
    reason
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .any(|number: usize| (length..length + 100).contains(&number))
}

// Texts

#[test]
fn nul_bytes_in_a_text() {
    let desk = Desk::new();
    desk.put(
        "in.csv",
        "id,text\n1,Нет\0воды \0\0 третий день\n2,Яма на дороге\n",
    );
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    assert_eq!(sheet.column("text")[0], "Нет\0воды \0\0 третий день");
    assert_ne!(sheet.column("category")[0], UNCLEAR);

    desk.put("in.jsonl", "{\"text\":\"Нет\\u0000воды\"}\n");
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok();
    assert_eq!(desk.lines("out.jsonl")[0]["text"], "Нет\0воды");
    assert!(!desk.has("out.rejects.csv"));
}

#[test]
fn a_text_of_200_000_characters() {
    let desk = Desk::new();
    let long: String = "Третий день нет воды. "
        .chars()
        .cycle()
        .take(200_000)
        .collect();
    desk.put("in.csv", format!("id,text\n1,{long}\n2,Яма\n"));
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    assert_eq!(sheet.column("id"), ["1", "2"]);
    assert!(sheet.column("text")[0] == long);
    assert_eq!(sheet.column("language")[0], "ru");
    assert_ne!(sheet.column("category")[0], UNCLEAR);
}

#[test]
fn an_empty_text() {
    let desk = Desk::new();
    desk.put("in.csv", "id,text\n1,\n2,\"   \"\n3,\" \n\"\n");
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    assert_eq!(sheet.column("category"), [UNCLEAR; 3]);
    assert_eq!(sheet.column("section"), ["other"; 3]);
    assert_eq!(sheet.column("abstained"), ["true"; 3]);

    desk.put("in.jsonl", "{\"text\":\"\"}\n{\"text\":null}\n{\"id\":3}\n");
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok();
    let lines = desk.lines("out.jsonl");
    // What is not there at all is no empty text.
    assert_eq!(lines.len(), 2);
    assert_eq!(desk.sheet("out.rejects.csv").column("row"), ["3"]);
    for line in lines {
        assert_eq!(line["qulaq"]["category"], UNCLEAR);
        assert_eq!(line["qulaq"]["abstained"], true);
    }
}

// Encodings

#[test]
fn invalid_utf8_in_the_middle() {
    let desk = Desk::new();
    let mut bytes = "id,text,place\n1,Нет воды третий день,Абай\n2,Яма на "
        .as_bytes()
        .to_vec();
    bytes.push(0xFF);
    bytes.extend("дороге,Абай\n3,Мусор не вывозят,Абай\n".as_bytes());
    desk.put("in.csv", bytes);
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok()
        .said(&["UTF-8", "1 rows could not be read"]);
    let sheet = desk.sheet("out.csv");
    assert_eq!(
        sheet.column("text"),
        ["Нет воды третий день", "Мусор не вывозят"]
    );
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!(rejects.len(), 1);
    assert_eq!((rejects[0].row, rejects[0].line), (2, 3));
    assert_eq!(rejects[0].column, "text");
    // «Яма на » are 12 bytes.
    assert!(rejects[0].reason.contains("byte 13 "), "{rejects:?}");
    assert!(rejects[0].reason.contains("--encoding"), "{rejects:?}");
}

#[test]
fn invalid_utf8_in_a_json_line() {
    let desk = Desk::new();
    let mut bytes = "{\"text\":\"Нет воды третий день\"}\n{\"text\":\"Яма"
        .as_bytes()
        .to_vec();
    bytes.push(0xFF);
    bytes.extend("\"}\n{\"text\":\"Мусор не вывозят\"}\n".as_bytes());
    desk.put("in.jsonl", bytes);
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok();
    assert_eq!(desk.lines("out.jsonl").len(), 2);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!((rejects.len(), rejects[0].row, rejects[0].line), (1, 2, 2));
}

#[test]
fn windows_1251_with_semicolons() {
    let desk = Desk::new();
    let texts = [
        "Нет воды, третий день; ждём",
        "Яма на дороге № 5 — объезда нет",
        "Ёлка упала",
    ];
    let file = format!(
        "Номер;Текст обращения;Дата поступления\r\n1;\"{}\";01.09.2026\r\n2;{};02.09.2026\r\n3;{};03.09.2026\r\n",
        texts[0], texts[1], texts[2]
    );
    let (bytes, _, unmappable) = WINDOWS_1251.encode(&file);
    assert!(!unmappable);
    desk.put("in.csv", bytes);
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok()
        .said(&[
            "Windows-1251",
            "«;»",
            "text = Текст обращения",
            "id = Номер",
        ]);
    let sheet = common::Sheet::of(&desk.text("out.csv"), b';');
    assert_eq!(
        sheet.header[..3],
        ["Номер", "Текст обращения", "Дата поступления"]
    );
    assert_eq!(sheet.column("Текст обращения"), texts);
    assert_eq!(sheet.column("language"), ["ru"; 3]);
}

#[test]
fn utf16_with_a_mark() {
    let desk = Desk::new();
    let texts = [
        "Ауылда су жоқ, қашан болады",
        "Жолда шұңқыр көп, көлік сынды",
        "Нет света «с утра»",
    ];
    let file = format!(
        "\u{feff}Нөмірі\tӨтініш мәтіні\r\n1\t{}\r\n2\t{}\r\n3\t{}\r\n",
        texts[0], texts[1], texts[2]
    );
    let bytes: Vec<u8> = file.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.put("in.txt", bytes);
    desk.qulaq(&["classify", "in.txt", "--output", "out.csv"])
        .ok()
        .said(&["UTF-16LE", "text = Өтініш мәтіні"]);
    let sheet = common::Sheet::of(&desk.text("out.csv"), b'\t');
    assert_eq!(sheet.header[..2], ["Нөмірі", "Өтініш мәтіні"]);
    assert_eq!(sheet.column("Өтініш мәтіні"), texts);
    assert_eq!(sheet.column("language")[..2], ["kk"; 2]);
}

// JSON Lines

#[test]
fn a_broken_json_line_among_good_ones() {
    let desk = Desk::new();
    let bad = [
        "{\"id\":2,\"text\":\"Құпиясөз",
        "Құпиясөз",
        "[\"Құпиясөз\"]",
        "{\"text\":\"Құпиясөз\",\"text\":\"Құпиясөз\"}",
        "{\"text\":\"Құпиясөз\"} {}",
        "{\"text\": Құпиясөз}",
    ];
    let file = format!(
        "{{\"id\":1,\"text\":\"Нет воды\"}}\n{}\n{{\"id\":8,\"text\":\"Яма\"}}\n",
        bad.join("\n")
    );
    desk.put("in.jsonl", file);
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok()
        .said(&["6 rows could not be read"]);
    let ids: Vec<_> = desk
        .lines("out.jsonl")
        .iter()
        .map(|l| l["id"].as_u64())
        .collect();
    assert_eq!(ids, [Some(1), Some(8)]);
    let lines: Vec<u64> = desk
        .rejects("out.rejects.csv")
        .iter()
        .map(|r| r.line)
        .collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7]);
    assert!(!desk.text("out.rejects.csv").contains("Құпиясөз"));
}

#[test]
fn a_broken_first_json_line_is_rejected_like_any_other() {
    let desk = Desk::new();
    desk.put(
        "in.jsonl",
        "{\"id\":1,\"text\":\"Нет\n{\"id\":2,\"text\":\"Яма\"}\n",
    );
    desk.qulaq(&[
        "classify",
        "in.jsonl",
        "--text",
        "text",
        "--output",
        "out.jsonl",
    ])
    .ok();
    assert_eq!(desk.lines("out.jsonl").len(), 1);
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!((rejects.len(), rejects[0].row, rejects[0].line), (1, 1, 1));
}

#[test]
fn json_nested_without_end_does_not_break_the_program() {
    let desk = Desk::new();
    let (open, close) = ("[".repeat(200_000), "]".repeat(200_000));
    desk.put(
        "in.jsonl",
        format!("{{\"text\":\"Яма\"}}\n{{\"text\":\"Яма\",\"x\":{open}{close}}}\n{open}\n"),
    );
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok();
    let rejected = desk.rejects("out.rejects.csv").len();
    assert_eq!(desk.text("out.jsonl").lines().count() + rejected, 3);
    assert!(rejected >= 1);
}

// Models

/// Runs everything that opens a model on a file that is none; all must fail.
#[track_caller]
fn refused(desk: &Desk, model: &str, words: &[&str]) {
    for args in [
        &["verify", model][..],
        &["info", model],
        &[
            "classify", "in.csv", "--model", model, "--output", "out.csv",
        ],
        &[
            "evaluate", "in.csv", "--label", "category", "--model", model,
        ],
    ] {
        desk.qulaq(args).failed(&[&[model], words].concat());
    }
    assert!(!desk.has("out.csv"));
}

fn desk_with_rows() -> Desk {
    let desk = Desk::new();
    desk.put(
        "in.csv",
        "id,text,category\n1,Нет воды,water.supply-outage\n",
    );
    desk
}

#[test]
fn the_sound_model_is_accepted() {
    let desk = desk_with_rows();
    desk.put("m.qulaq", small_model());
    desk.qulaq(&["verify", "m.qulaq"]).ok().said(&["m.qulaq"]);
    desk.qulaq(&["info", "m.qulaq"]).ok();
    desk.qulaq(&["classify", "in.csv", "--model", "m.qulaq"])
        .ok();
}

#[test]
fn a_truncated_model() {
    let desk = desk_with_rows();
    let model = small_model();
    for length in [0, 1, 7, 8, 12, 40] {
        desk.put("m.qulaq", &model[..length]);
        refused(&desk, "m.qulaq", &[]);
    }
    for length in [64, 320, 1000, model.len() / 2, model.len() - 1] {
        desk.put("m.qulaq", &model[..length]);
        let found = format!("{length} bytes");
        refused(&desk, "m.qulaq", &[&found, &model.len().to_string()]);
    }
}

#[test]
fn a_model_with_a_bit_flipped_in_its_header() {
    let desk = desk_with_rows();
    let model = small_model();
    let (end, sections) = sections(model);
    assert_eq!(sections[0].0, "meta");
    let meta = sections[0].1.clone();
    for at in (0..64).chain((64..end).step_by(5)).chain(meta.step_by(997)) {
        desk.put("m.qulaq", flipped(model, at));
        let ran = desk.qulaq(&["info", "m.qulaq"]);
        assert_eq!(ran.code, Some(1), "a flip at {at} was not seen");
        assert!(ran.err.contains("m.qulaq"), "{at}: {}", ran.err);
    }
    desk.put("m.qulaq", flipped(model, 40));
    refused(&desk, "m.qulaq", &["damaged"]);
}

#[test]
fn a_model_with_a_bit_flipped_in_its_weights() {
    let desk = Desk::new();
    let model = std::fs::read(shipped_model()).unwrap();
    desk.put("m.qulaq", &model);
    desk.qulaq(&["verify", "m.qulaq"]).ok();
    let (_, sections) = sections(&model);
    let weights = &sections.iter().find(|s| s.0 == "weights").unwrap().1;
    assert!(weights.len() > 1 << 20);
    for at in [
        weights.start,
        weights.start + weights.len() / 2,
        weights.end - 1,
    ] {
        desk.put("m.qulaq", flipped(&model, at));
        desk.qulaq(&["verify", "m.qulaq"])
            .failed(&["m.qulaq", "damaged", "weights"]);
    }
}

#[test]
fn every_part_of_a_model_is_verified() {
    let desk = Desk::new();
    let model = small_model();
    let (end, sections) = sections(model);
    let mut places = vec![end];
    for (_, range) in sections.iter().filter(|s| !s.1.is_empty()) {
        places.extend([range.start, range.start + range.len() / 2, range.end - 1]);
        // What lies between two sections belongs to the file as well.
        places.extend([range.end].iter().filter(|at| **at < model.len()));
    }
    for at in places {
        desk.put("m.qulaq", flipped(model, at));
        let ran = desk.qulaq(&["verify", "m.qulaq"]);
        assert_eq!(ran.code, Some(1), "a flip at {at} was not seen");
    }
}

#[test]
fn a_model_of_a_newer_format() {
    let desk = desk_with_rows();
    let mut model = small_model().to_vec();
    let known = model[8];
    model[8] += 1;
    desk.put("m.qulaq", &model);
    let (found, known) = (format!("format {}", known + 1), format!("format {known}"));
    refused(&desk, "m.qulaq", &[&found, &known]);
}

#[test]
fn not_a_model_at_all() {
    let desk = desk_with_rows();
    desk.put("m.qulaq", "Это текст, а не модель. ".repeat(100));
    refused(&desk, "m.qulaq", &["not a qulaq model"]);
    refused(&desk, "in.csv", &["not a qulaq model"]);
    refused(&desk, "nowhere.qulaq", &[]);
    std::fs::create_dir(desk.path("directory")).unwrap();
    refused(&desk, "directory", &[]);
}

// Outputs and usage

#[test]
fn an_output_that_cannot_be_written() {
    let desk = desk_with_rows();
    std::fs::create_dir(desk.path("directory")).unwrap();
    for output in ["missing/out.csv", "directory", "in.csv/out.csv"] {
        desk.qulaq(&["classify", "in.csv", "--output", output])
            .failed(&[output]);
    }
    assert_eq!(desk.files(), ["directory", "in.csv"]);
}

#[test]
fn rejects_profiles_and_models_that_cannot_be_written() {
    let desk = Desk::new();
    desk.put("in.csv", "id,text\n1,Нет воды\n2\n");
    let classify = ["classify", "in.csv", "--output", "out.csv"];
    desk.qulaq(&[&classify[..], &["--rejects", "missing/r.csv"]].concat())
        .failed(&["missing/r.csv"]);
    desk.qulaq(&[&classify[..], &["--save-profile", "missing/p.toml"]].concat())
        .failed(&["missing/p.toml"]);
    assert!(!desk.has("out.csv"));
    desk.put("corpus.csv", common::corpus());
    desk.qulaq(&[&common::TRAIN[..], &["missing/m.qulaq"]].concat())
        .failed(&["missing/m.qulaq"]);
}

#[test]
fn a_profile_that_is_none() {
    let desk = desk_with_rows();
    for (name, content) in [("a.toml", "[form]\nencodng = 1"), ("b.toml", "это не TOML")] {
        desk.put(name, content);
        desk.qulaq(&["classify", "in.csv", "--profile", name])
            .failed(&[name]);
    }
}

#[test]
fn a_confidence_that_is_no_probability() {
    let desk = desk_with_rows();
    for value in ["2", "1.01", "=-0.1", "NaN", "half"] {
        let ran = desk.qulaq(&["classify", "in.csv", "--min-confidence", value]);
        assert_eq!(ran.code, Some(2), "{value}: {}", ran.err);
        assert!(ran.err.contains("--min-confidence"), "{}", ran.err);
        assert!(ran.out.is_empty());
    }
}

// Citizens' texts

#[test]
fn messages_and_rejects_never_quote_a_text() {
    const MARK: &str = "Құпиясөз";
    let damaged = |before: &str, after: &str| {
        let long = "Обычное обращение о воде и дороге. ".repeat(20);
        let mut bytes = format!("id,text\n0,{long}\n1,{MARK} {before}").into_bytes();
        bytes.push(0xFF);
        bytes.extend(format!("{after} {MARK}\n").bytes());
        bytes
    };
    let csv = |rows: &str| format!("id,text\n0,Нет воды\n{rows}\n9,Яма\n").into_bytes();
    let json =
        |line: &str| format!("{{\"text\":\"Яма\"}}\n{line}\n{{\"text\":\"Яма\"}}\n").into_bytes();
    let cases = [
        ("few.csv", csv(MARK)),
        ("many.csv", csv(&format!("1,{MARK},{MARK},{MARK}"))),
        ("quote.csv", csv(&format!("1,{MARK},\"{MARK}"))),
        ("bytes.csv", damaged("яма", "дорога")),
        ("long.csv", csv(&format!("1,{}", MARK.repeat(2_000_000)))),
        ("cut.jsonl", json(&format!("{{\"text\":\"{MARK}"))),
        ("bare.jsonl", json(MARK)),
        (
            "twice.jsonl",
            json(&format!("{{\"{MARK}\":1,\"{MARK}\":2}}")),
        ),
        ("escape.jsonl", json(&format!("{{\"text\":\"{MARK}\\q\"}}"))),
        (
            "tail.jsonl",
            json(&format!("{{\"text\":\"{MARK}\"}}{MARK}")),
        ),
    ];
    let desk = Desk::new();
    let silent = |ran: Ran, name: &str| {
        assert!(!ran.err.contains(MARK), "{name}: {}", ran.err);
        ran
    };
    for (name, content) in cases {
        desk.put(name, content);
        let out = format!("{name}.out.csv");
        let rejects = format!("{name}.rejects");
        let classify = ["classify", name, "--output", &out, "--rejects", &rejects];
        silent(desk.qulaq(&classify), name).ok();
        assert_eq!(desk.rejects(&rejects).len(), 1, "{name}");
        assert!(!desk.text(&rejects).contains(MARK), "{name}");
        let ran = desk.qulaq(&[&classify[..], &["--strict"]].concat());
        silent(ran, name).failed(&[name]);
        // Rows of a corpus are read in another way.
        let corpus_rejects = format!("{name}.corpus.rejects");
        let train = ["train", name, "--label", "text", "--output", "m.qulaq"];
        let train = [
            &train[..],
            &["--rejects", &corpus_rejects, "--least-texts", "1"],
        ]
        .concat();
        silent(desk.qulaq(&train), name);
        assert!(!desk.text(&corpus_rejects).contains(MARK), "{name}");
    }
}

// Runs that are broken off

#[test]
fn nothing_to_resume() {
    let desk = desk_with_rows();
    let args = ["classify", "in.csv", "--output", "out.csv", "--resume"];
    desk.qulaq(&args).failed(&["out.csv", "without --resume"]);
    desk.put("out.csv.part.json", "{");
    desk.put("out.csv.part", "");
    desk.qulaq(&args).failed(&["out.csv", "without --resume"]);
    assert!(!desk.has("out.csv"));
}

/// Breaks a run off after its first chunk, which `--strict` does wherever a
/// later row is damaged.
fn broken_off() -> Desk {
    let desk = Desk::new();
    let mut file = String::from("id,text,second\n");
    for row in 1..=1500 {
        file += &match row {
            800 => "800\n".to_owned(),
            _ => format!("{row},Нет воды в доме {row},Яма во дворе {row}\n"),
        };
    }
    desk.put("in.csv", file);
    let args = ["classify", "in.csv", "--output", "out.csv", "--jobs", "1"];
    desk.qulaq(&[&args[..], &["--strict"]].concat())
        .failed(&["row 800", "--resume"]);
    assert!(!desk.has("out.csv"));
    desk
}

#[test]
fn what_strict_broke_off_goes_on_without_it() {
    let desk = broken_off();
    let classify = ["classify", "in.csv", "--jobs", "1", "--output"];
    desk.qulaq(&[&classify[..], &["out.csv", "--resume"]].concat())
        .ok();
    desk.qulaq(&[&classify[..], &["whole.csv"]].concat()).ok();
    assert_eq!(desk.sheet("out.csv").rows.len(), 1499);
    assert!(desk.bytes("out.csv") == desk.bytes("whole.csv"));
    assert_eq!(desk.text("out.rejects.csv"), desk.text("whole.rejects.csv"));
}

#[test]
fn another_run_is_not_gone_on_with() {
    let desk = broken_off();
    desk.put("other.csv", "id,text,second\n1,Нет воды,Яма\n");
    desk.put("m.qulaq", small_model());
    for other in [
        &["in.csv", "--model", "m.qulaq"][..],
        &["in.csv", "--min-confidence", "0.9"],
        &["in.csv", "--explain"],
        &["in.csv", "--output-format", "jsonl"],
        &["in.csv", "other.csv"],
        &["other.csv"],
    ] {
        not_gone_on_with(&desk, other);
    }
}

#[test]
fn a_run_on_another_column_is_not_gone_on_with() {
    not_gone_on_with(&broken_off(), &["in.csv", "--text", "second"]);
}

#[track_caller]
fn not_gone_on_with(desk: &Desk, other: &[&str]) {
    let (part, saved) = (desk.bytes("out.csv.part"), desk.bytes("out.csv.part.json"));
    let args = ["--output", "out.csv", "--resume", "--jobs", "1"];
    let ran = desk.qulaq(&[&["classify"], other, &args].concat());
    assert_eq!(
        ran.code,
        Some(1),
        "{other:?} passed for the same run: {}",
        ran.err
    );
    assert!(ran.err.contains("without --resume"), "{}", ran.err);
    assert!(!desk.has("out.csv"));
    // The run that was broken off can still go on.
    assert!(desk.bytes("out.csv.part") == part);
    assert!(desk.bytes("out.csv.part.json") == saved);
}

#[test]
fn nobody_is_told_to_resume_what_went_to_standard_output() {
    let desk = Desk::new();
    desk.put("in.csv", many(1000, 900));
    let args = ["classify", "in.csv", "--strict", "--jobs", "1"];
    let ran = desk.qulaq(&args).failed(&["row 900"]);
    desk.qulaq(&[&args[..], &["--resume"]].concat())
        .failed(&["without --resume"]);
    assert!(!ran.err.contains("--resume"), "{}", ran.err);
}

#[cfg(unix)]
mod killed {
    use super::*;
    use std::process::{Child, Command};
    use std::time::{Duration, Instant};

    /// How many rows to try: the more the longer a run takes, and a run must
    /// not end before it is killed, however fast the machine.
    const SIZES: [usize; 4] = [12_000, 60_000, 300_000, 1_500_000];
    /// How often a run is saved.
    const SAVE_EVERY: Duration = Duration::from_secs(5);
    const CLASSIFY: [&str; 5] = ["classify", "in.csv", "--jobs", "2", "--output"];

    /// Sends a signal to a run that nobody has waited for yet.
    fn signal(child: &Child, name: &str) {
        let command = format!("kill -{name} {}", child.id());
        let status = Command::new("sh").args(["-c", &command]).status().unwrap();
        assert!(status.success());
    }

    /// Waits until something is so; `false` where the run has ended before.
    fn until(child: &mut Child, so: impl Fn() -> bool) -> bool {
        let start = Instant::now();
        loop {
            if so() {
                return true;
            }
            if child.try_wait().unwrap().is_some() {
                return false;
            }
            if start.elapsed() > Duration::from_secs(100) {
                child.kill().unwrap();
                panic!("the program neither went on nor ended");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn size(desk: &Desk, name: &str) -> u64 {
        std::fs::metadata(desk.path(name)).map_or(0, |meta| meta.len())
    }

    /// Runs on ever more rows until `kill` has caught a run in the middle;
    /// returns how that run ended.
    fn caught(desk: &Desk, kill: impl Fn(&mut Child) -> bool) -> Ran {
        for rows in SIZES {
            desk.put("in.csv", many(rows, 500));
            let mut child = desk
                .command(&[&CLASSIFY[..], &["out.csv"]].concat())
                .spawn()
                .unwrap();
            let in_time = kill(&mut child);
            let ran = Ran::of(child.wait_with_output().unwrap());
            if in_time && ran.code != Some(0) {
                assert!(!desk.has("out.csv"), "a half file under the final name");
                return ran;
            }
            ran.ok();
            std::fs::remove_file(desk.path("out.csv")).unwrap();
        }
        panic!("no run was long enough to be killed in the middle");
    }

    /// A chunk of rows is written, not the header alone.
    fn is_under_way(desk: &Desk) -> bool {
        size(desk, "out.csv.part") > 20_000
    }

    /// What is there must be what a run leaves that nobody killed.
    #[track_caller]
    fn is_whole(desk: &Desk) {
        desk.qulaq(&[&CLASSIFY[..], &["whole.csv"]].concat()).ok();
        assert!(desk.bytes("out.csv") == desk.bytes("whole.csv"));
        assert!(desk.bytes("out.rejects.csv") == desk.bytes("whole.rejects.csv"));
        let files = desk.files();
        assert!(
            !files.iter().any(|name| name.contains(".part")),
            "{files:?}"
        );
    }

    #[test]
    fn by_ctrl_c() {
        let desk = Desk::new();
        caught(&desk, |child| {
            let under_way = until(child, || is_under_way(&desk));
            if under_way {
                signal(child, "INT");
            }
            under_way
        })
        .failed(&["stopped", "--resume"]);
        desk.qulaq(&[&CLASSIFY[..], &["out.csv", "--resume"]].concat())
            .ok()
            .said(&["going on after row"]);
        is_whole(&desk);
    }

    #[test]
    fn before_anything_was_saved() {
        let desk = Desk::new();
        let ran = caught(&desk, |child| {
            let under_way = until(child, || is_under_way(&desk));
            if under_way {
                signal(child, "KILL");
            }
            under_way
        });
        assert_eq!(ran.code, None);
        let saved = desk.has("out.csv.part.json");
        let resumed = desk.qulaq(&[&CLASSIFY[..], &["out.csv", "--resume"]].concat());
        // On a machine so slow that a checkpoint was saved there is no more
        // to see here than in the next test.
        if saved {
            resumed.ok();
        } else {
            resumed.failed(&["out.csv", "no run was broken off", "without --resume"]);
            assert!(!desk.has("out.csv"));
            desk.qulaq(&[&CLASSIFY[..], &["out.csv"]].concat()).ok();
        }
        is_whole(&desk);
    }

    #[test]
    fn after_a_checkpoint() {
        let desk = Desk::new();
        let ran = caught(&desk, |child| {
            // The program is stopped until a checkpoint is due, so that one is
            // saved with the next rows; then it writes some more.
            if !until(child, || is_under_way(&desk)) {
                return false;
            }
            signal(child, "STOP");
            std::thread::sleep(SAVE_EVERY + Duration::from_millis(100));
            signal(child, "CONT");
            if !until(child, || desk.has("out.csv.part.json")) {
                return false;
            }
            let saved = size(&desk, "out.csv.part");
            if !until(child, || size(&desk, "out.csv.part") > saved) {
                return false;
            }
            signal(child, "KILL");
            true
        });
        assert_eq!(ran.code, None);
        // What was written after the checkpoint may be torn.
        for name in ["out.csv.part", "out.rejects.csv"] {
            let mut bytes = desk.bytes(name);
            bytes.extend(b"torn,\"row");
            desk.put(name, bytes);
        }
        desk.qulaq(&[&CLASSIFY[..], &["out.csv", "--resume"]].concat())
            .ok()
            .said(&["going on after row"]);
        is_whole(&desk);
    }
}
