//! What the tests of the program share: a directory of its own for every
//! test, the program run in it, and what it wrote, taken apart.

// Each test binary uses its own part of this.
#![allow(dead_code)]

use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A directory in which the program is run.
pub struct Desk {
    dir: tempfile::TempDir,
}

/// A run of the program that has ended.
pub struct Ran {
    pub code: Option<i32>,
    pub out: Vec<u8>,
    pub err: String,
}

/// Delimited text, taken apart.
#[derive(Debug, PartialEq)]
pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A row of a file of rejects.
#[derive(Debug)]
pub struct Reject {
    pub file: String,
    pub row: u64,
    pub line: u64,
    pub column: String,
    pub reason: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        let bytes = std::fs::read(self.path(name));
        bytes.unwrap_or_else(|e| panic!("{name}: {e}; there are {:?}", self.files()))
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }

    /// The names of all files, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.dir.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// The program, ready to be run here; it speaks English.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qulaq"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env("LC_ALL", "C")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program to its end.
    pub fn qulaq(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }

    /// Runs the program with something on its standard input.
    pub fn qulaq_fed(&self, input: &[u8], args: &[&str]) -> Ran {
        let mut command = self.command(args);
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        std::thread::scope(|scope| {
            // A program that fails early does not read all of it.
            scope.spawn(move || {
                let _ = stdin.write_all(input);
            });
            Ran::of(child.wait_with_output().unwrap())
        })
    }

    /// A comma-separated file, taken apart.
    pub fn sheet(&self, name: &str) -> Sheet {
        Sheet::of(&self.text(name), b',')
    }

    /// A file of JSON Lines, taken apart.
    pub fn lines(&self, name: &str) -> Vec<serde_json::Value> {
        json_lines(&self.text(name))
    }

    /// A file of rejects; its header is part of the contract.
    pub fn rejects(&self, name: &str) -> Vec<Reject> {
        let sheet = self.sheet(name);
        assert_eq!(sheet.header, ["file", "row", "line", "column", "reason"]);
        let reject = |row: Vec<String>| {
            let [file, row, line, column, reason] = row.try_into().unwrap();
            Reject {
                file,
                row: row.parse().unwrap(),
                line: line.parse().unwrap(),
                column,
                reason,
            }
        };
        sheet.rows.into_iter().map(reject).collect()
    }
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        let ran = Ran {
            code: output.status.code(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        ran
    }

    /// Holds it to have done its work.
    #[track_caller]
    pub fn ok(self) -> Ran {
        assert_eq!(self.code, Some(0), "{}", self.err);
        self
    }

    /// Holds it to have failed with a message that has all of `words`.
    #[track_caller]
    pub fn failed(self, words: &[&str]) -> Ran {
        assert_eq!(self.code, Some(1), "{}", self.err);
        self.said(words)
    }

    /// Holds it to have said all of `words` on standard error.
    #[track_caller]
    pub fn said(self, words: &[&str]) -> Ran {
        for word in words {
            assert!(self.err.contains(word), "no `{word}` in: {}", self.err);
        }
        self
    }

    /// Standard output.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }
}

impl Sheet {
    pub fn of(text: &str, delimiter: u8) -> Sheet {
        // Not flexible: rows of another length than the header are an error.
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        Sheet {
            header: cells(reader.headers().unwrap()),
            rows: reader.records().map(|r| cells(&r.unwrap())).collect(),
        }
    }

    /// The cells of a column.
    #[track_caller]
    pub fn column(&self, name: &str) -> Vec<&str> {
        let mut places = (0..self.header.len()).filter(|at| self.header[*at] == name);
        let (Some(at), None) = (places.next(), places.next()) else {
            panic!("not one column {name}: {:?}", self.header);
        };
        self.rows.iter().map(|row| &*row[at]).collect()
    }
}

pub fn json_lines(text: &str) -> Vec<serde_json::Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Appeals that are all different, in the shape of a CSV file `id,text` of
/// which every `damaged`th row lacks its text.
pub fn many(rows: usize, damaged: usize) -> String {
    let mut file = String::from("id,text\n");
    for row in 1..=rows {
        file += &match row {
            _ if row % damaged == 0 => format!("{row}\n"),
            _ if row % 2 == 0 => {
                format!("{row},\"{row} үйде су жоқ, екінші апта болды, қашан береді\"\n")
            }
            _ => format!("{row},\"Во дворе дома {row} яма, машины бьются, почините\"\n"),
        };
    }
    file
}

/// A corpus small enough to train on in no time: category, kind, text.
pub const CORPUS: [(&str, &str, &str); 24] = [
    (
        "water.supply-outage",
        "incident",
        "Третий день нет воды в кранах, носим вёдрами из колонки",
    ),
    (
        "water.supply-outage",
        "complaint",
        "Воду отключили без предупреждения, водоканал молчит",
    ),
    (
        "water.supply-outage",
        "incident",
        "На верхних этажах сухие краны с самого утра, дети не мыты",
    ),
    (
        "water.supply-outage",
        "complaint",
        "Водоканал обещал дать воду вечером, но так и не дал",
    ),
    (
        "water.supply-outage",
        "incident",
        "Ауылда екінші апта су жоқ, мал да суарылмай тұр",
    ),
    (
        "water.supply-outage",
        "complaint",
        "Крандан су ақпайды, көршілер құдықтан тасып жүр",
    ),
    (
        "water.supply-outage",
        "incident",
        "Түнде суды жауып тастады, ешкім ескертпеді, ыдыс жуа алмай отырмыз",
    ),
    (
        "water.supply-outage",
        "complaint",
        "Су құбыры жарылған соң бүкіл көше сусыз қалды",
    ),
    (
        "roads.surface",
        "complaint",
        "Яма на дороге возле школы, машины бьют подвеску",
    ),
    (
        "roads.surface",
        "complaint",
        "Асфальт разбит, после дождя не объехать ни пешком, ни на велосипеде",
    ),
    (
        "roads.surface",
        "complaint",
        "Провалилось полотно у моста, колесо пробило",
    ),
    (
        "roads.surface",
        "incident",
        "Глубокая выбоина посреди перекрёстка, вчера упал мотоциклист",
    ),
    (
        "roads.surface",
        "complaint",
        "Жолда шұңқыр көп, көлік сынып жатыр",
    ),
    (
        "roads.surface",
        "complaint",
        "Көшенің асфальты ойылып кеткен, автобус жүре алмайды",
    ),
    (
        "roads.surface",
        "incident",
        "Көпірдің алдында жол опырылып түсті, дөңгелегім жарылды",
    ),
    (
        "roads.surface",
        "complaint",
        "Мектептің жанындағы жол тас-талқан, балалар сүрінеді",
    ),
    (
        "waste.collection",
        "complaint",
        "Мусор не вывозят вторую неделю, баки переполнены",
    ),
    (
        "waste.collection",
        "complaint",
        "Контейнеры стоят полные, собаки растаскивают пакеты",
    ),
    (
        "waste.collection",
        "complaint",
        "Мусоровоз проезжает мимо нашей улицы, хотя мы платим",
    ),
    (
        "waste.collection",
        "incident",
        "Свалка у подъезда горит, дым идёт в окна",
    ),
    (
        "waste.collection",
        "complaint",
        "Қоқыс екі апта шығарылмады, жәшіктер толып тұр",
    ),
    (
        "waste.collection",
        "complaint",
        "Қоқыс көлігі біздің ауылға келмейді, ақысын ала береді",
    ),
    (
        "waste.collection",
        "complaint",
        "Контейнерлер толған, иттер пакеттерді шашып жүр",
    ),
    (
        "waste.collection",
        "incident",
        "Аулада үйілген қоқыс жанып, түтіні пәтерге кіріп жатыр",
    ),
];

/// The corpus as a CSV file.
pub fn corpus() -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["id", "text", "category", "kind"])
        .unwrap();
    for (id, (category, kind, text)) in CORPUS.iter().enumerate() {
        let id = id.to_string();
        writer.write_record([&id, *text, category, kind]).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// What training on the small corpus is called with, but for the output.
pub const TRAIN: [&str; 11] = [
    "train",
    "corpus.csv",
    "--label",
    "category",
    "--label",
    "kind",
    "--least-texts",
    "1",
    "--ngrams",
    "3-4",
    "--output",
];

/// The bytes of a small model, trained once.
pub fn small_model() -> &'static [u8] {
    static MODEL: OnceLock<Vec<u8>> = OnceLock::new();
    MODEL.get_or_init(|| {
        let desk = Desk::new();
        desk.put("corpus.csv", corpus());
        desk.qulaq(&[&TRAIN[..], &["m.qulaq", "--jobs", "2"]].concat())
            .ok();
        desk.bytes("m.qulaq")
    })
}

/// The model that comes with the program.
pub fn shipped_model() -> PathBuf {
    home().join("models/shipped.qulaq")
}

/// The directory of the crate.
pub fn home() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// Where the list of a model's sections ends, and the sections, by the
/// description of the form in `src/model/file.rs`.
pub fn sections(model: &[u8]) -> (usize, Vec<(String, Range<usize>)>) {
    let number = |at: usize| u64::from_le_bytes(model[at..at + 8].try_into().unwrap()) as usize;
    let count = u32::from_le_bytes(model[12..16].try_into().unwrap()) as usize;
    let section = |entry: usize| {
        let at = 64 + 64 * entry;
        let name = String::from_utf8_lossy(&model[at..at + 24]);
        let start = number(at + 24);
        let range = start..start + number(at + 32);
        (name.trim_end_matches('\0').to_owned(), range)
    };
    (64 + 64 * count, (0..count).map(section).collect())
}

/// The same bytes with one bit the other way round.
pub fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1 << (at % 8);
    bytes
}
