//! What users and their scripts rely on: commands, columns, files, exit codes.

mod common;

use common::{CORPUS, Desk, Ran, Sheet, TRAIN, corpus, home, json_lines, many, small_model};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a verdict of the shipped model, in order. Others may come
/// between and after them.
const VERDICT: [&str; 12] = [
    "language",
    "script",
    "category",
    "category_probability",
    "section",
    "section_probability",
    "kind",
    "kind_probability",
    "urgency",
    "urgency_probability",
    "alternatives",
    "abstained",
];

const LANGUAGES: [&str; 4] = ["kk", "ru", "mixed", "other"];
const SCRIPTS: [&str; 4] = ["cyrillic", "latin", "mixed", "other"];

/// A small export: a text with a comma, one with a line break and quotes, an
/// empty one and one in Latin letters.
const EXPORT: &str = "id,text,place\n\
    7,\"Третий день нет воды, носим вёдрами\",Абай\n\
    003,\"Жолда шұңқыр көп,\n«жөндейміз» деп \"\"алдап\"\" жүр\",\n\
    ,,Төле би\n\
    9,Auylda gaz joq ekinshi kun,Абай\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("in.csv", EXPORT);
    desk.put("corpus.csv", corpus());
    desk
}

/// Whether `all` has `some`, in that order, with others between them or not.
fn in_order(some: &[&str], all: &[String]) -> bool {
    let mut all = all.iter();
    some.iter().all(|wanted| all.any(|name| name == wanted))
}

fn probability(text: &str) -> f64 {
    let value: f64 = text.parse().unwrap();
    assert!((0.0..=1.0).contains(&value), "{text}");
    value
}

/// The section of a category.
fn section(category: &str) -> &str {
    category.split_once('.').unwrap().0
}

// CSV

#[test]
fn csv_keeps_its_columns_and_gets_those_of_the_verdict() {
    let desk = desk();
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let (before, after) = (Sheet::of(EXPORT, b','), desk.sheet("out.csv"));
    let kept = before.header.len();
    assert_eq!(after.header[..kept], before.header);
    let added = &after.header[kept..];
    assert_eq!(added[0], "language");
    assert!(in_order(&VERDICT, added), "{added:?}");
    let distinct: BTreeSet<_> = after.header.iter().collect();
    assert_eq!(distinct.len(), after.header.len());
    assert_eq!(after.rows.len(), before.rows.len());
    for (after, before) in after.rows.iter().zip(&before.rows) {
        assert_eq!(after[..kept], before[..]);
    }
}

#[test]
fn the_cells_of_a_verdict() {
    let desk = desk();
    desk.qulaq(&["classify", "in.csv", "--output", "small.csv"])
        .ok();
    let sheet = desk.sheet("small.csv");
    assert_eq!(sheet.column("language")[..2], ["ru", "kk"]);
    assert_eq!(sheet.column("script")[3], "latin");
    for row in 0..sheet.rows.len() {
        let cell = |name: &str| sheet.column(name)[row];
        assert!(LANGUAGES.contains(&cell("language")));
        assert!(SCRIPTS.contains(&cell("script")));
        assert_eq!(section(cell("category")), cell("section"));
        for head in ["category", "section", "kind", "urgency"] {
            assert!(!cell(head).is_empty());
            probability(cell(&format!("{head}_probability")));
        }
        assert!(["true", "false"].contains(&cell("abstained")));
        let alternatives: Vec<&str> = cell("alternatives").split('|').collect();
        assert_eq!(alternatives.len(), 3);
        for alternative in alternatives {
            let (label, of) = alternative.rsplit_once(':').unwrap();
            assert_ne!(label, cell("category"));
            assert!(section(label) != label);
            probability(of);
        }
    }
}

#[test]
fn rows_stay_in_order_on_any_number_of_threads() {
    let desk = Desk::new();
    desk.put("in.csv", many(3000, 611));
    for jobs in ["1", "2"] {
        let (csv, jsonl) = (format!("{jobs}.csv"), format!("{jobs}.jsonl"));
        for out in [&csv, &jsonl] {
            desk.qulaq(&[
                "classify",
                "in.csv",
                "--output",
                out,
                "--jobs",
                jobs,
                "--explain",
            ])
            .ok();
        }
    }
    assert!(desk.bytes("1.csv") == desk.bytes("2.csv"));
    assert!(desk.bytes("1.jsonl") == desk.bytes("2.jsonl"));
    assert!(desk.bytes("1.rejects.csv") == desk.bytes("2.rejects.csv"));
    let wanted: Vec<String> = (1..=3000)
        .filter(|row| row % 611 != 0)
        .map(|row| row.to_string())
        .collect();
    assert_eq!(desk.sheet("2.csv").column("id"), wanted);
}

#[test]
fn a_head_whose_name_is_taken_is_predicted() {
    let desk = desk();
    desk.put("in.csv", "category,text,language\nих,Нет воды,рус\n");
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    assert_eq!(sheet.header[..3], ["category", "text", "language"]);
    assert_eq!(sheet.column("category"), ["их"]);
    assert_eq!(sheet.column("language"), ["рус"]);
    assert_eq!(sheet.column("language_predicted"), ["ru"]);
    assert!(sheet.column("category_predicted")[0].contains('.'));
    probability(sheet.column("category_probability")[0]);
}

#[test]
fn what_was_classified_can_be_classified_again_and_again() {
    let desk = desk();
    for (from, to) in [("in.csv", "1.csv"), ("1.csv", "2.csv"), ("2.csv", "3.csv")] {
        desk.qulaq(&["classify", from, "--output", to]).ok();
        let sheet = desk.sheet(to);
        let distinct: BTreeSet<_> = sheet.header.iter().collect();
        assert_eq!(
            distinct.len(),
            sheet.header.len(),
            "{to}: {:?}",
            sheet.header
        );
    }
}

#[test]
fn a_byte_order_mark_is_kept_or_asked_for() {
    let desk = desk();
    desk.put("marked.csv", format!("\u{feff}{EXPORT}"));
    desk.qulaq(&["classify", "marked.csv", "--output", "1.csv"])
        .ok();
    desk.qulaq(&["classify", "in.csv", "--output", "2.csv", "--bom"])
        .ok();
    desk.qulaq(&["classify", "in.csv", "--output", "3.csv"])
        .ok();
    let plain = desk.text("3.csv");
    assert!(plain.starts_with("id,"));
    assert_eq!(desk.text("1.csv"), format!("\u{feff}{plain}"));
    assert_eq!(desk.text("2.csv"), format!("\u{feff}{plain}"));
}

// JSON Lines

#[test]
fn json_lines_get_a_verdict_and_keep_the_rest() {
    let desk = Desk::new();
    let rest = r#""id":12345678901234567890123,"share":1.50,"big":1e5,"zero":-0.0,"nested":{"a":[1,{"b":null}],"z":0.10},"yes":true,"no":null,"name":"\u0410\"б","#;
    let lines = [
        format!(r#"{{{rest}"text":"Третий день нет воды"}}"#),
        r#"{"text":"Жолда шұңқыр көп","only here":[]}"#.to_owned(),
        r#"{"text":"Яма","qulaq":{"category":"of an older run"}}"#.to_owned(),
    ];
    desk.put("in.jsonl", lines.join("\n") + "\n\n");
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.jsonl"])
        .ok()
        .said(&["JSON Lines", "text = text"]);
    let text = desk.text("out.jsonl");
    let written: Vec<&str> = text.lines().collect();
    assert_eq!(written.len(), 3);
    // Numbers and all else are as they were, to the letter.
    assert!(written[0].starts_with(&format!("{{{}", rest.split_once(r#","name""#).unwrap().0)));
    assert_eq!(written[2].matches("\"qulaq\"").count(), 1);
    for (line, before) in desk
        .lines("out.jsonl")
        .iter()
        .zip(json_lines(&lines.join("\n")))
    {
        let mut rest = line.clone();
        let verdict = rest.as_object_mut().unwrap().remove("qulaq").unwrap();
        let mut before = before;
        before.as_object_mut().unwrap().remove("qulaq");
        assert_eq!(rest, before);
        is_verdict(&verdict);
    }
}

/// Holds a value to have the fields of a verdict, of the right types.
#[track_caller]
fn is_verdict(verdict: &Value) {
    let string = |name: &str| {
        let value = verdict[name].as_str();
        value.unwrap_or_else(|| panic!("{name} in {verdict}"))
    };
    assert!(LANGUAGES.contains(&string("language")));
    assert!(SCRIPTS.contains(&string("script")));
    assert_eq!(section(string("category")), string("section"));
    for head in ["category", "section", "kind", "urgency"] {
        assert!(!string(head).is_empty());
        let probability = verdict[format!("{head}_probability")].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&probability));
    }
    let alternatives = verdict["alternatives"].as_array().unwrap();
    assert_eq!(alternatives.len(), 3);
    let mut before = 1.0;
    for alternative in alternatives {
        assert_ne!(alternative["label"].as_str().unwrap(), string("category"));
        let probability = alternative["probability"].as_f64().unwrap();
        assert!((0.0..=before).contains(&probability), "{verdict}");
        before = probability;
    }
    assert!(verdict["abstained"].is_boolean());
    assert!(verdict.get("explanation").is_none());
}

#[test]
fn csv_becomes_json_lines_by_the_extension() {
    let desk = desk();
    desk.qulaq(&["classify", "in.csv", "--output", "out.jsonl"])
        .ok();
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let (lines, before, after) = (
        desk.lines("out.jsonl"),
        Sheet::of(EXPORT, b','),
        desk.sheet("out.csv"),
    );
    assert_eq!(lines.len(), before.rows.len());
    for (row, line) in lines.iter().enumerate() {
        is_verdict(&line["qulaq"]);
        assert_eq!(line.as_object().unwrap().len(), before.header.len() + 1);
        for (name, cell) in before.header.iter().zip(&before.rows[row]) {
            assert_eq!(line[name], **cell);
        }
        for name in ["language", "category", "kind", "urgency"] {
            assert_eq!(line["qulaq"][name], after.column(name)[row]);
        }
        let abstained = line["qulaq"]["abstained"].as_bool().unwrap();
        assert_eq!(abstained.to_string(), after.column("abstained")[row]);
    }
}

#[test]
fn json_lines_become_csv_by_the_extension() {
    let desk = Desk::new();
    let lines = [
        r#"{"id":1.50,"text":"Нет воды, \"совсем\"","where":{"city":"Кентау"},"urgent":true}"#,
        r#"{"text":"Жолда шұңқыр көп","id":null}"#,
        r#"{"id":3,"text":"Яма","surprise":1}"#,
    ];
    desk.put("in.jsonl", lines.join("\n"));
    desk.qulaq(&["classify", "in.jsonl", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    assert_eq!(
        sheet.header[..5],
        ["id", "text", "where", "urgent", "language"]
    );
    assert!(in_order(&VERDICT, &sheet.header[4..]));
    assert_eq!(sheet.column("id"), ["1.50", ""]);
    assert_eq!(
        sheet.column("text"),
        ["Нет воды, \"совсем\"", "Жолда шұңқыр көп"]
    );
    assert_eq!(sheet.column("where"), [r#"{"city":"Кентау"}"#, ""]);
    assert_eq!(sheet.column("urgent"), ["true", ""]);
    // CSV has no column for what the first line does not have.
    let rejects = desk.rejects("out.rejects.csv");
    assert_eq!((rejects.len(), rejects[0].line), (1, 3));
    assert_eq!(rejects[0].column, "surprise");
    assert!(rejects[0].reason.contains("--output-format"));
}

#[test]
fn json_lines_that_are_written_can_be_read() {
    let desk = Desk::new();
    desk.put("in.csv", "text,qulaq\nНет воды,1\n");
    desk.qulaq(&["classify", "in.csv", "--output", "1.jsonl"])
        .ok();
    desk.qulaq(&["classify", "1.jsonl", "--output", "2.jsonl"])
        .ok();
    assert_eq!(desk.lines("2.jsonl").len(), 1);
    is_verdict(&desk.lines("2.jsonl")[0]["qulaq"]);
}

#[test]
fn formats_are_forced() {
    let desk = desk();
    desk.put("in.dat", EXPORT);
    desk.qulaq(&[
        "classify",
        "in.csv",
        "--output",
        "1.out",
        "--output-format",
        "jsonl",
    ])
    .ok();
    assert_eq!(desk.lines("1.out").len(), 4);
    desk.qulaq(&[
        "classify",
        "in.dat",
        "--output",
        "2.jsonl",
        "--output-format",
        "csv",
    ])
    .ok();
    assert_eq!(desk.sheet("2.jsonl").rows.len(), 4);
    desk.qulaq(&["classify", "in.csv", "--output", "3.tsv"])
        .ok();
    assert_eq!(Sheet::of(&desk.text("3.tsv"), b'\t').column("id").len(), 4);
    desk.put("in.txt", "{\"text\":\"Нет воды\"}\n");
    desk.qulaq(&[
        "classify", "in.txt", "--format", "jsonl", "--output", "4.jsonl",
    ])
    .ok();
    assert_eq!(desk.lines("4.jsonl").len(), 1);
    desk.put("in.x", "a|text\n1|Нет воды, совсем\n");
    desk.qulaq(&["classify", "in.x", "--delimiter", "|", "--output", "5.csv"])
        .ok();
    let sheet = Sheet::of(&desk.text("5.csv"), b'|');
    assert_eq!(sheet.column("text"), ["Нет воды, совсем"]);
}

// Standard streams and several inputs

#[test]
fn standard_input_and_output() {
    let desk = desk();
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let whole = desk.bytes("out.csv");
    let args = ["classify", "-", "--output", "-"];
    assert!(desk.qulaq_fed(EXPORT.as_bytes(), &args).ok().out == whole);
    assert!(
        desk.qulaq_fed(EXPORT.as_bytes(), &["classify", "-"])
            .ok()
            .out
            == whole
    );
    assert!(desk.qulaq(&["classify", "in.csv"]).ok().out == whole);

    let ran = desk
        .qulaq_fed("{\"text\":\"Нет воды\"}\n".as_bytes(), &args)
        .ok();
    is_verdict(&json_lines(ran.text())[0]["qulaq"]);
    desk.qulaq_fed(b"", &args).failed(&["-", "empty"]);
    // Nothing but what was asked for was written.
    assert_eq!(desk.files(), ["corpus.csv", "in.csv", "out.csv"]);
}

#[test]
fn rejects_of_standard_input_lie_here() {
    let desk = Desk::new();
    let ran = desk
        .qulaq_fed(b"id,text\n1\n2,Yama\n", &["classify", "-"])
        .ok();
    ran.said(&["stdin.rejects.csv"]);
    assert_eq!(desk.rejects("stdin.rejects.csv").len(), 1);
}

#[test]
fn who_reads_the_output_may_stop() {
    use std::io::Read;
    let desk = Desk::new();
    desk.put("in.csv", many(20_000, 30_000));
    let mut child = desk.command(&["classify", "in.csv"]).spawn().unwrap();
    let mut start = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    // The pipe is closed by now.
    Ran::of(child.wait_with_output().unwrap()).ok();
    assert_eq!(&start, b"id,text,la");
}

#[test]
fn several_inputs_become_one_output() {
    let desk = desk();
    desk.put("a.csv", many(700, 600));
    desk.put("b.csv", "id;text\nb1;Нет воды\nb2\nb3;Яма\n");
    for jobs in ["1", "2"] {
        let args = [
            "classify", "a.csv", "b.csv", "--output", "out.csv", "--jobs", jobs,
        ];
        desk.qulaq(&args).ok();
        let sheet = desk.sheet("out.csv");
        assert_eq!(sheet.rows.len(), 701);
        assert_eq!(sheet.column("id")[698..], ["700", "b1", "b3"]);
        let rejects = desk.rejects("out.rejects.csv");
        let places: Vec<(&str, u64, u64)> =
            rejects.iter().map(|r| (&*r.file, r.row, r.line)).collect();
        assert_eq!(places, [("a.csv", 600, 601), ("b.csv", 2, 3)]);
    }
    desk.qulaq(&["classify", "a.csv", "in.csv", "--output", "no.csv"])
        .failed(&["in.csv", "a.csv"]);
    desk.put("c.jsonl", "{\"id\":1,\"text\":\"Яма\"}");
    desk.qulaq(&["classify", "a.csv", "c.jsonl"])
        .failed(&["c.jsonl", "a.csv"]);
    desk.put("d.jsonl", "{\"text\":\"Жол\",\"more\":1}");
    desk.qulaq(&["classify", "c.jsonl", "d.jsonl", "--output", "out.jsonl"])
        .ok();
    let lines = desk.lines("out.jsonl");
    assert_eq!((lines.len(), &lines[1]["text"]), (2, &Value::from("Жол")));
}

// Columns and profiles

#[test]
fn headers_are_recognised_in_three_languages() {
    let desk = Desk::new();
    for (header, said) in [
        (
            "Нөмірі,Түскен күні,Өтініш мәтіні,Аудан",
            [
                "id = Нөмірі",
                "received = Түскен күні",
                "text = Өтініш мәтіні",
                "place = Аудан",
            ],
        ),
        (
            "№ обращения,Дата поступления,Текст обращения,Населённый пункт",
            [
                "",
                "received = Дата поступления",
                "text = Текст обращения",
                "place = Населённый пункт",
            ],
        ),
        (
            "ID,created_at,Appeal Text,District",
            [
                "id = ID",
                "received = created_at",
                "text = Appeal Text",
                "place = District",
            ],
        ),
    ] {
        // Only the text is in Russian.
        desk.put(
            "in.csv",
            format!("{header}\n5,su,Нет воды третий день,gaz\n"),
        );
        desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
            .ok()
            .said(&said);
        let sheet = desk.sheet("out.csv");
        assert_eq!(sheet.header[..4].join(","), header);
        assert_eq!(sheet.column("language"), ["ru"]);
        assert_eq!(sheet.column("script"), ["cyrillic"]);
    }
}

#[test]
fn a_named_column_is_taken() {
    let desk = Desk::new();
    desk.put(
        "in.csv",
        "text,Second Text\nbare words,Нет воды третий день\n",
    );
    // The name is good in any case and with any punctuation.
    for name in ["Second Text", "second_text"] {
        desk.qulaq(&["classify", "in.csv", "--text", name, "--output", "out.csv"])
            .ok()
            .said(&["text = Second Text"]);
        assert_eq!(desk.sheet("out.csv").column("language"), ["ru"]);
    }
}

#[test]
fn a_profile_is_saved_and_used() {
    let desk = Desk::new();
    let file = "Что;Ещё;Когда\n\"Нет воды; третий день\";x;01.09\nЯма на дороге;y;02.09\n";
    desk.put("in.dat", encoding_rs::WINDOWS_1251.encode(file).0);
    let flags = [
        "--text",
        "Что",
        "--received",
        "Когда",
        "--save-profile",
        "p.toml",
    ];
    desk.qulaq(&[&["classify", "in.dat", "--output", "1.csv"], &flags[..]].concat())
        .ok();
    desk.qulaq(&["classify", "in.dat"]).failed(&["--text"]);
    let with = ["classify", "in.dat", "--profile", "p.toml", "--output"];
    desk.qulaq(&[&with[..], &["2.csv", "--save-profile", "q.toml"]].concat())
        .ok()
        .said(&["Windows-1251", "«;»", "text = Что", "received = Когда"]);
    assert_eq!(desk.text("1.csv"), desk.text("2.csv"));
    assert_eq!(desk.text("p.toml"), desk.text("q.toml"));
    assert_eq!(Sheet::of(&desk.text("2.csv"), b';').rows.len(), 2);
    // Flags win.
    desk.qulaq(&[&with[..], &["3.csv", "--text", "Ещё"]].concat())
        .ok()
        .said(&["text = Ещё", "received = Когда"]);
    // What is in a profile is not guessed: these commas are no delimiters.
    let tricky = "Что;Ещё;Когда\nа,б,в,г;д,е;ж\n";
    desk.put("in.dat", encoding_rs::WINDOWS_1251.encode(tricky).0);
    desk.qulaq(&[&with[..], &["4.csv"]].concat()).ok();
    assert_eq!(
        Sheet::of(&desk.text("4.csv"), b';').column("Что"),
        ["а,б,в,г"]
    );
}

// Verdicts

#[test]
fn an_explanation_is_added() {
    let desk = desk();
    desk.qulaq(&["classify", "in.csv", "--output", "0.csv"])
        .ok();
    desk.qulaq(&["classify", "in.csv", "--output", "1.csv", "--explain"])
        .ok();
    let (without, with) = (desk.sheet("0.csv"), desk.sheet("1.csv"));
    assert_eq!(with.header.last().unwrap(), "explanation");
    assert_eq!(with.header[..with.header.len() - 1], without.header);
    for (with, without) in with.rows.iter().zip(&without.rows) {
        assert_eq!(with[..without.len()], without[..]);
    }
    let cell = with.column("explanation")[0];
    assert!(cell.contains("вод"), "{cell}");
    for evidence in cell.split('|') {
        let (feature, weight) = evidence.rsplit_once(':').unwrap();
        assert!(!feature.is_empty());
        assert!(weight.parse::<f64>().unwrap().is_finite());
    }
    // An empty text has nothing that weighs.
    assert_eq!(with.column("explanation")[2], "");

    desk.qulaq(&["classify", "in.csv", "--output", "1.jsonl", "--explain"])
        .ok();
    let lines = desk.lines("1.jsonl");
    let explanation = lines[0]["qulaq"]["explanation"].as_array().unwrap();
    assert!(!explanation.is_empty());
    let mut before = f64::INFINITY;
    for evidence in explanation {
        assert!(!evidence["feature"].as_str().unwrap().is_empty());
        let weight = evidence["weight"].as_f64().unwrap().abs();
        assert!(weight <= before, "{explanation:?}");
        before = weight;
    }
}

#[test]
fn the_confidence_that_is_asked_for() {
    let desk = Desk::new();
    desk.put("in.csv", format!("{}99,\n", many(60, 100)));
    let abstained = |args: &[&str]| -> Vec<bool> {
        let classify = ["classify", "in.csv", "--output", "out.jsonl"];
        desk.qulaq(&[&classify[..], args].concat()).ok();
        let lines = desk.lines("out.jsonl");
        assert_eq!(lines.len(), 61);
        let of = |line: &Value| line["qulaq"]["abstained"].as_bool().unwrap();
        lines.iter().map(of).collect()
    };
    let mut none = vec![false; 61];
    none[60] = true;
    assert_eq!(abstained(&["--min-confidence", "0"]), none);
    assert_eq!(abstained(&["--min-confidence", "1"]), [true; 61]);
    // Between the two, the probability decides.
    let sure = abstained(&["--min-confidence", "0.75"]);
    let lines = desk.lines("out.jsonl");
    for (line, abstained) in lines.iter().zip(sure).take(60) {
        let probability = line["qulaq"]["category_probability"].as_f64().unwrap();
        assert_eq!(abstained, probability < 0.75, "{line}");
    }
}

// Evaluation

/// Holds a value to be the figures of one head; returns how many were judged.
#[track_caller]
fn is_figures(figures: &Value) -> u64 {
    for name in ["accuracy", "macro_f1", "weighted_f1", "ece"] {
        let value = figures[name].as_f64();
        let value = value.unwrap_or_else(|| panic!("{name} in {figures}"));
        assert!((0.0..=1.0 + 1e-9).contains(&value), "{name} in {figures}");
    }
    let coverage = figures["coverage"].as_array().unwrap();
    assert_eq!(coverage.len(), 10);
    for (tenth, pair) in (1..).zip(coverage) {
        let [share, accuracy] = &pair.as_array().unwrap()[..] else {
            panic!("{pair}");
        };
        assert!((share.as_f64().unwrap() - f64::from(tenth) / 10.0).abs() < 1e-9);
        assert!((0.0..=1.0).contains(&accuracy.as_f64().unwrap()));
    }
    assert_eq!(coverage[9][1], figures["accuracy"]);
    figures["n"].as_u64().unwrap()
}

/// The heads of what `--json` prints, each of them checked.
#[track_caller]
fn heads(ran: &Ran) -> BTreeMap<String, Value> {
    let value: Value = serde_json::from_str(ran.text()).unwrap();
    assert_eq!(value.as_object().unwrap().len(), 1);
    let heads = value["heads"].as_object().unwrap();
    for figures in heads.values() {
        let n = is_figures(figures);
        let by_language = figures["by_language"].as_object().unwrap();
        assert!(by_language.keys().all(|l| LANGUAGES.contains(&&**l)));
        assert_eq!(by_language.values().map(is_figures).sum::<u64>(), n);
    }
    heads.clone().into_iter().collect()
}

#[test]
fn figures_of_an_evaluation() {
    let desk = desk();
    // Two rows have no label of their kind.
    let blank = corpus().replacen(",incident\n", ",\n", 2);
    desk.put("corpus.csv", blank);
    let labels = [
        "--label",
        "category",
        "--label",
        "section=category",
        "--label",
        "kind",
    ];
    let ran = desk.qulaq(&[&["evaluate", "corpus.csv", "--json"], &labels[..]].concat());
    let heads = heads(&ran.ok());
    assert_eq!(
        heads.keys().collect::<Vec<_>>(),
        ["category", "kind", "section"]
    );
    assert_eq!(
        (&heads["category"]["n"], &heads["kind"]["n"]),
        (&24.into(), &22.into())
    );
    let languages = heads["category"]["by_language"].as_object().unwrap();
    assert!(languages.contains_key("kk") && languages.contains_key("ru"));

    // The accuracy is that of what the program says of the same texts.
    desk.qulaq(&["classify", "corpus.csv", "--output", "out.jsonl"])
        .ok();
    let lines = desk.lines("out.jsonl");
    let right = |name: &str, of: fn(&str) -> &str| {
        let right = |(line, row): &(&Value, &(&str, &str, &str))| line["qulaq"][name] == of(row.0);
        lines.iter().zip(&CORPUS).filter(right).count() as f64 / 24.0
    };
    let accuracy = |name: &str| heads[name]["accuracy"].as_f64().unwrap();
    assert!((accuracy("category") - right("category", |label| label)).abs() < 1e-9);
    assert!((accuracy("section") - right("section", section)).abs() < 1e-9);
}

#[test]
fn figures_for_people() {
    let desk = desk();
    let ran = desk
        .qulaq(&["evaluate", "corpus.csv", "--label", "category"])
        .ok();
    let table = ran.text();
    assert!(
        table.contains("accuracy") && table.contains("category"),
        "{table}"
    );
}

#[test]
fn a_label_column_that_no_head_judges() {
    let desk = desk();
    desk.qulaq(&["evaluate", "corpus.csv", "--label", "id"])
        .failed(&["`id`", "category", "kind"]);
    desk.qulaq(&["evaluate", "corpus.csv", "--label", "category=nowhere"])
        .failed(&["corpus.csv", "nowhere"]);
}

#[test]
fn an_evaluation_with_a_crosswalk() {
    let desk = desk();
    let all = sections_of(desk.qulaq(&["taxonomy", "--tsv"]).ok().text()).join("|");
    // A label that means every section is always met, one that means none is
    // never met, and one that is not in the crosswalk is not judged.
    desk.put(
        "walk.tsv",
        format!("label\tsections\nany\t{all}\nnone\tno-such-section\n"),
    );
    let mut file = String::from("text,topic\n");
    for (row, (_, _, text)) in CORPUS.iter().enumerate().take(10) {
        let label = match row {
            0..=5 => "any",
            6 | 7 => "none",
            8 => "unheard of",
            _ => "",
        };
        file += &format!("\"{text}\",{label}\n");
    }
    desk.put("in.csv", file);
    let args = [
        "evaluate",
        "in.csv",
        "--json",
        "--crosswalk",
        "walk.tsv",
        "--label",
        "topic",
    ];
    let ran = desk.qulaq(&args).ok().said(&["topic: 2 rows"]);
    let judged = &heads(&ran)["topic"];
    assert_eq!(judged["n"], 8);
    assert_eq!(judged["accuracy"], 0.75);

    // A label that means the section that the program gives is met.
    desk.qulaq(&["classify", "in.csv", "--output", "out.csv"])
        .ok();
    let sheet = desk.sheet("out.csv");
    let mut walk = String::from("label\tsections\n");
    let mut file = String::from("text,topic\n");
    for (row, section) in sheet.column("section").into_iter().enumerate() {
        walk += &format!("label {row}\tno-such-section|{section}\n");
        file += &format!("\"{}\",label {row}\n", sheet.column("text")[row]);
    }
    desk.put("walk.tsv", walk);
    desk.put("in.csv", file);
    let judged = &heads(&desk.qulaq(&args).ok())["topic"];
    assert_eq!(
        (&judged["n"], &judged["accuracy"]),
        (&10.into(), &1.0.into())
    );
}

#[test]
fn a_crosswalk_that_is_none() {
    let desk = desk();
    let args = [
        "evaluate",
        "corpus.csv",
        "--label",
        "category",
        "--crosswalk",
    ];
    desk.put("walk.tsv", "label\tsections\nwater\twater\nroads roads\n");
    desk.qulaq(&[&args[..], &["walk.tsv"]].concat())
        .failed(&["walk.tsv", "line 3"]);
    desk.qulaq(&[&args[..], &["nowhere.tsv"]].concat())
        .failed(&["nowhere.tsv"]);
}

// Training

#[test]
fn cross_validation() {
    let desk = desk();
    let args = [
        "cross-validate",
        "corpus.csv",
        "--label",
        "category",
        "--label",
        "topic=kind",
    ];
    let more = [
        "--json",
        "--folds",
        "3",
        "--least-texts",
        "1",
        "--ngrams",
        "3-4",
    ];
    let one = desk
        .qulaq(&[&args[..], &more, &["--jobs", "1"]].concat())
        .ok();
    let two = desk
        .qulaq(&[&args[..], &more, &["--jobs", "2"]].concat())
        .ok();
    assert_eq!(one.text(), two.text());
    let heads = heads(&one);
    assert_eq!(heads.keys().collect::<Vec<_>>(), ["category", "topic"]);
    assert_eq!(
        (&heads["category"]["n"], &heads["topic"]["n"]),
        (&24.into(), &24.into())
    );
    desk.qulaq(&[&args[..], &["--folds", "1"]].concat())
        .failed(&["1 folds"]);
    desk.qulaq(&[&args[..], &["--folds", "25"]].concat())
        .failed(&["25 folds"]);
}

#[test]
fn training_gives_the_same_bytes_on_any_number_of_threads() {
    let desk = desk();
    desk.qulaq(&[&TRAIN[..], &["1.qulaq", "--jobs", "1"]].concat())
        .ok();
    assert!(desk.bytes("1.qulaq") == small_model());
    desk.qulaq(&["verify", "1.qulaq"]).ok().said(&["1.qulaq"]);
    let ran = desk.qulaq(&["info", "1.qulaq"]).ok();
    for words in ["24 texts", "category: 3 labels", "kind: 2 labels"] {
        assert!(ran.text().contains(words), "{}", ran.text());
    }
    let ran = desk.qulaq(&["info", "1.qulaq", "--json"]).ok();
    let meta: Value = serde_json::from_str(ran.text()).unwrap();
    assert_eq!(meta["provenance"]["texts"], 24);
    assert_eq!(meta["heads"][0]["labels"].as_array().unwrap().len(), 3);
}

#[test]
fn a_trained_model_classifies() {
    let desk = desk();
    desk.put("m.qulaq", small_model());
    desk.qulaq(&[
        "classify",
        "corpus.csv",
        "--model",
        "m.qulaq",
        "--output",
        "out.csv",
    ])
    .ok();
    let sheet = desk.sheet("out.csv");
    // Names of the model's heads that are taken get another name.
    let added = &sheet.header[4..];
    assert!(in_order(
        &[
            "language",
            "script",
            "category_predicted",
            "category_probability",
            "section",
            "section_probability",
            "kind_predicted",
            "kind_probability",
            "alternatives",
            "abstained",
        ],
        added
    ));
    assert!(!added.contains(&"urgency".to_owned()));
    // It has seen these very texts.
    let predicted = sheet.column("category_predicted");
    let right = predicted
        .iter()
        .zip(&CORPUS)
        .filter(|(p, row)| **p == row.0);
    assert!(right.count() >= 20, "{predicted:?}");
}

#[test]
fn a_corpus_that_cannot_be_learned_from() {
    let desk = desk();
    desk.put("none.csv", "text,category\n");
    let train = |file: &str| desk.qulaq(&["train", file, "--label", "category", "--output", "m"]);
    train("none.csv").failed(&["no row"]);
    desk.put(
        "one.csv",
        "text,category\nНет воды,water.quality\nЯма,water.quality\n",
    );
    train("one.csv").failed(&["category", "two"]);
    assert!(!desk.has("m") && !desk.has("m.part"));
}

// The classifier

fn sections_of(tsv: &str) -> Vec<String> {
    codes_of(tsv, "section")
}

/// The codes of one level in a file of a classifier.
fn codes_of(tsv: &str, level: &str) -> Vec<String> {
    tsv.lines()
        .filter_map(|line| line.strip_prefix(&format!("{level}\t")))
        .map(|line| line.split_once('\t').unwrap().0.to_owned())
        .collect()
}

#[test]
fn the_taxonomy_is_printed() {
    let desk = Desk::new();
    let ran = desk.qulaq(&["taxonomy", "--tsv"]).ok();
    let tsv = ran.text();
    let (sections, categories) = (sections_of(tsv), codes_of(tsv, "category"));
    assert_eq!((sections.len(), categories.len()), (28, 111));
    for lang in ["en", "ru", "kk"] {
        let ran = desk.qulaq(&["taxonomy", "--lang", lang]).ok();
        let printed: Vec<&str> = ran
            .text()
            .lines()
            .filter_map(|line| Some(line.split_once(" — ")?.0.trim()))
            .collect();
        for code in sections.iter().chain(&categories) {
            let times = printed.iter().filter(|p| **p == code).count();
            assert_eq!(times, 1, "{code} in {lang}");
        }
    }
    let ran = desk.qulaq(&["taxonomy", "--json"]).ok();
    let entries: Value = serde_json::from_str(ran.text()).unwrap();
    let entries = entries.as_array().unwrap();
    let count = |level: &str| entries.iter().filter(|e| e["level"] == level).count();
    assert_eq!((count("section"), count("category")), (28, 111));
}

#[test]
fn the_taxonomy_goes_out_and_comes_in() {
    let desk = desk();
    let tsv = desk.qulaq(&["taxonomy", "--tsv"]).ok().out;
    desk.put("own.tsv", &tsv);
    let again = desk
        .qulaq(&["taxonomy", "--tsv", "--taxonomy", "own.tsv"])
        .ok()
        .out;
    assert!(again == tsv);
    // Names of one's own are used.
    let tsv = String::from_utf8(tsv).unwrap();
    let mine = tsv.lines().map(|line| {
        let mut cells: Vec<&str> = line.split('\t').collect();
        if cells[0] == "section" {
            cells[4] = "A section of my own";
        }
        cells.join("\t") + "\n"
    });
    desk.put("own.tsv", mine.collect::<String>());
    let ran = desk.qulaq(&["taxonomy", "--taxonomy", "own.tsv"]).ok();
    assert_eq!(ran.text().matches("A section of my own").count(), 28);
    let args = [
        "classify",
        "in.csv",
        "--output",
        "out.csv",
        "--taxonomy",
        "own.tsv",
    ];
    desk.qulaq(&args).ok().said(&["A section of my own"]);
}

#[test]
fn a_damaged_taxonomy_is_refused_with_its_line() {
    let desk = desk();
    let ran = desk.qulaq(&["taxonomy", "--tsv"]).ok();
    let lines: Vec<&str> = ran.text().lines().collect();
    let damaged = |number: usize, damage: &dyn Fn(&str) -> String| {
        let mut lines: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
        lines[number - 1] = damage(&lines[number - 1]);
        lines.join("\n")
    };
    for (number, file) in [
        (1, damaged(1, &|line| line.replace("code", "cod"))),
        (20, damaged(20, &|line| line.replacen('\t', " ", 1))),
        (
            33,
            damaged(33, &|line| line.split_once('\t').unwrap().1.to_owned()),
        ),
        (50, damaged(50, &|_| lines[48].to_owned())),
    ] {
        desk.put("own.tsv", file);
        let words = [
            "own.tsv",
            &format!("line {number}:"),
            "qulaq taxonomy --tsv",
        ];
        desk.qulaq(&["taxonomy", "--taxonomy", "own.tsv"])
            .failed(&words);
        desk.qulaq(&["classify", "in.csv", "--taxonomy", "own.tsv"])
            .failed(&words);
        desk.qulaq(&[&TRAIN[..], &["m.qulaq", "--taxonomy", "own.tsv"]].concat())
            .failed(&words);
    }
}

// Manners

#[test]
fn completions() {
    let desk = Desk::new();
    let ran = desk.qulaq(&["completions", "bash"]).ok();
    assert!(ran.text().contains("_qulaq()"));
    assert!(
        ran.text()
            .lines()
            .any(|line| line.trim().starts_with("complete "))
    );
    for word in ["classify", "cross-validate", "--min-confidence"] {
        assert!(ran.text().contains(word));
    }
    for shell in ["zsh", "fish", "powershell"] {
        let ran = desk.qulaq(&["completions", shell]).ok();
        assert!(ran.text().contains("classify"), "{shell}");
    }
}

#[test]
fn exit_codes() {
    let desk = desk();
    for (code, args) in [
        (0, &["--version"][..]),
        (0, &["taxonomy"]),
        (0, &["info"]),
        (0, &["classify", "in.csv", "--quiet"]),
        (1, &["classify", "nowhere.csv"]),
        (1, &["verify", "in.csv"]),
        (1, &["info", "nowhere.qulaq"]),
        (1, &["classify", "in.csv", "--text", "nowhere"]),
        (2, &[]),
        (2, &["nonsense"]),
        (2, &["classify"]),
        (2, &["classify", "in.csv", "--nonsense"]),
        (2, &["classify", "in.csv", "--jobs", "many"]),
        (2, &["classify", "in.csv", "--delimiter", "letter"]),
        (2, &["classify", "in.csv", "--encoding", "latin-9"]),
        (2, &["classify", "in.csv", "--format", "docx"]),
        (2, &["classify", "in.csv", "--lang", "de"]),
        (2, &["train", "corpus.csv", "--output", "m.qulaq"]),
        (2, &["train", "corpus.csv", "--label", "category"]),
        (
            2,
            &[
                "train",
                "corpus.csv",
                "--label",
                "=x",
                "--output",
                "m.qulaq",
            ],
        ),
        (2, &["evaluate", "corpus.csv"]),
        (2, &["taxonomy", "--tsv", "--json"]),
        (2, &["completions", "tcsh"]),
        (2, &["verify"]),
    ] {
        let ran = desk.qulaq(args);
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.err);
        // Who failed says why, and not where the results are looked for.
        if code > 0 {
            assert!(!ran.err.trim().is_empty() && ran.out.is_empty(), "{args:?}");
        }
    }
    assert_eq!(desk.files(), ["corpus.csv", "in.csv"]);
}

#[test]
fn quiet_says_nothing_but_errors() {
    let desk = desk();
    desk.put("bad.csv", "id,text\n1,Нет воды\n2\n");
    desk.put("m.qulaq", small_model());
    for args in [
        &["classify", "bad.csv", "--output", "out.csv"][..],
        &["classify", "in.csv"],
        &[&TRAIN[..], &["n.qulaq"]].concat(),
        &["evaluate", "corpus.csv", "--label", "category"],
        &[
            "cross-validate",
            "corpus.csv",
            "--label",
            "category",
            "--folds",
            "2",
            "--ngrams",
            "none",
        ],
        &["verify", "m.qulaq"],
        &["info", "m.qulaq"],
    ] {
        let ran = desk.qulaq(&[args, &["--quiet"]].concat()).ok();
        assert_eq!(ran.err, "", "{args:?}");
    }
    let ran = desk.qulaq(&["classify", "nowhere.csv", "--quiet"]);
    ran.failed(&["nowhere.csv"]);
    // Without it the same runs do say something.
    desk.qulaq(&["classify", "bad.csv", "--output", "out.csv"])
        .ok()
        .said(&["bad.csv", "out.rejects.csv"]);
    desk.qulaq(&["verify", "m.qulaq"]).ok().said(&["m.qulaq"]);
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let desk = desk();
    desk.put("empty.csv", "");
    for (lang, locale, empty, summary) in [
        ("en", "C", "the file is empty", "4 appeals"),
        ("ru", "ru_RU.UTF-8", "файл пуст", "Обращений: 4"),
        ("kk", "kk_KZ.UTF-8", "файл бос", "Өтініш саны: 4"),
    ] {
        desk.qulaq(&["--lang", lang, "classify", "empty.csv"])
            .failed(&["empty.csv", empty]);
        desk.qulaq(&["classify", "empty.csv", "--lang", lang])
            .failed(&[empty]);
        desk.qulaq(&["classify", "in.csv", "--lang", lang])
            .ok()
            .said(&[summary]);
        let run = |args: &[&str], name: &str, value: &str| {
            let mut command = desk.command(args);
            command.env_remove("LC_ALL").env(name, value);
            Ran::of(command.output().unwrap())
        };
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            run(&["classify", "empty.csv"], name, locale).failed(&[empty]);
        }
        // The flag wins over the locale.
        run(
            &["classify", "empty.csv", "--lang", lang],
            "LC_ALL",
            "kk_KZ.UTF-8",
        )
        .failed(&[empty]);
    }
    let taxonomy = |lang| desk.qulaq(&["taxonomy", "--lang", lang]).ok().out;
    assert!(taxonomy("ru") != taxonomy("kk") && taxonomy("kk") != taxonomy("en"));
}

/// The subcommands that the program's help names.
fn subcommands(desk: &Desk) -> Vec<String> {
    let ran = desk.qulaq(&["--help"]).ok();
    let lines = ran.text().lines();
    let listed = lines.skip_while(|line| *line != "Commands:").skip(1);
    listed
        .take_while(|line| !line.trim().is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .filter(|name| name != "help")
        .collect()
}

/// The examples of a subcommand's help, which must end with them.
fn examples(desk: &Desk, subcommand: &str) -> Vec<String> {
    let ran = desk.qulaq(&[subcommand, "--help"]).ok();
    let help = ran.text().to_owned();
    let (_, end) = help
        .rsplit_once("Example")
        .unwrap_or_else(|| panic!("no example: {help}"));
    let lines = end.lines().skip(1).filter(|line| !line.trim().is_empty());
    let mut examples: Vec<String> = Vec::new();
    for line in lines {
        assert!(line.starts_with("  "), "after the examples: {line}");
        match examples.last_mut() {
            Some(last) if last.ends_with('\\') => {
                last.pop();
                last.push_str(line.trim());
            }
            _ => {
                assert!(line.starts_with("  qulaq "), "no example: {line}");
                examples.push(line.trim().to_owned());
            }
        }
    }
    assert!(!examples.is_empty(), "{subcommand}");
    examples
}

#[test]
fn help_ends_with_examples() {
    let desk = Desk::new();
    let subcommands = subcommands(&desk);
    for name in [
        "classify",
        "train",
        "evaluate",
        "cross-validate",
        "taxonomy",
        "info",
        "verify",
        "completions",
    ] {
        assert!(subcommands.iter().any(|s| s == name), "{subcommands:?}");
    }
    for name in &subcommands {
        for example in examples(&desk, name) {
            assert!(example.starts_with(&format!("qulaq {name} ")), "{example}");
        }
        let short = desk.qulaq(&[name, "-h"]).ok();
        assert!(short.text().contains("Usage:"));
    }
}

#[cfg(unix)]
#[test]
fn the_examples_run() {
    let desk = Desk::new();
    for name in ["corpora", "models"] {
        std::os::unix::fs::symlink(home().join(name), desk.path(name)).unwrap();
    }
    // Those that train take long, and one is for an export of one's own.
    for name in ["classify", "evaluate", "taxonomy", "info", "verify"] {
        let example = examples(&desk, name).remove(0);
        let program = env!("CARGO_BIN_EXE_qulaq");
        let output = std::process::Command::new("sh")
            .args([
                "-e",
                "-c",
                &format!("qulaq() {{ '{program}' \"$@\"; }}\n{example}"),
            ])
            .current_dir(desk.path(""))
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        let ran = Ran::of(output);
        assert_eq!(ran.code, Some(0), "{example}: {}", ran.err);
    }
    let sample = std::fs::read_to_string(home().join("corpora/sample.csv")).unwrap();
    let (sample, classified) = (Sheet::of(&sample, b','), desk.sheet("classified.csv"));
    assert_eq!(classified.column("text"), sample.column("text"));
}
