//! Addresses found and brought together, judged on texts that were written
//! before the code.

use qulaq::text::address::{Scratch, find};
use std::path::Path;

struct Row {
    part: String,
    group: String,
    street: bool,
    house: String,
    flat: String,
    text: String,
}

fn rows() -> Vec<Row> {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/text");
        std::fs::read_to_string(path.join(name)).unwrap()
    };
    let files = [read("addresses.tsv"), read("addresses_blind.tsv")];
    let head = "part\tgroup\tstreet\thouse\tflat\ttext";
    assert!(files.iter().all(|file| file.lines().next() == Some(head)));
    let lines = files.iter().flat_map(|file| file.lines().skip(1));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 6, "{line}");
            Row {
                part: cells[0].to_owned(),
                group: cells[1].to_owned(),
                street: !cells[2].is_empty(),
                house: cells[3].to_owned(),
                flat: cells[4].to_owned(),
                text: cells[5].to_owned(),
            }
        })
        .collect()
}

#[derive(Debug, Default)]
struct Figures {
    /// Of addresses that are there, the share found with their parts.
    recall: f64,
    /// Of addresses found, the share that are there.
    precision: f64,
    /// Of pairs of one group, the share whose keys are equal.
    meet: f64,
    /// Of pairs of two groups, the share whose keys are equal.
    collide: f64,
    /// Addresses there, texts without any.
    counts: (usize, usize),
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn judge(part: &str) -> Figures {
    let mut scratch = Scratch::default();
    let (mut there, mut without, mut found, mut right) = (0, 0, 0, 0);
    let mut keys: Vec<(String, String)> = Vec::new();
    for row in rows().iter().filter(|row| row.part == part) {
        let addresses = find(&row.text, &mut scratch);
        let show = std::env::var("ADDRESS_SHOW").is_ok_and(|p| p == part);
        found += addresses.len();
        if row.group.is_empty() {
            without += 1;
            if show && !addresses.is_empty() {
                println!("wrong {addresses:?}: {}", row.text);
            }
            continue;
        }
        there += 1;
        let hit = addresses.iter().find(|a| {
            a.house == row.house && a.flat == row.flat && a.street.is_empty() != row.street
        });
        right += usize::from(hit.is_some());
        if show {
            println!("{}\t{:?}\t{}", row.group, hit.map(|a| &a.key), row.text);
            if hit.is_none() || addresses.len() != 1 {
                println!("  but {addresses:?}");
            }
        }
        keys.push((
            row.group.clone(),
            hit.map_or(String::new(), |a| a.key.clone()),
        ));
    }
    let (mut of_one, mut met, mut of_two, mut collided) = (0, 0, 0, 0);
    for (at, (group, key)) in keys.iter().enumerate() {
        for (other, theirs) in &keys[..at] {
            let equal = !key.is_empty() && key == theirs;
            if group == other {
                of_one += 1;
                met += usize::from(equal);
            } else {
                of_two += 1;
                collided += usize::from(equal);
            }
        }
    }
    Figures {
        recall: share(right, there),
        precision: share(right, found),
        meet: share(met, of_one),
        collide: share(collided, of_two),
        counts: (there, without),
    }
}

#[test]
fn the_figures_hold() {
    for part in ["dev", "test", "blind"] {
        let figures = judge(part);
        println!("{part}: {figures:?}");
        assert!(figures.counts.0 >= 140 && figures.counts.1 >= 60, "{part}");
        assert!(figures.recall >= 0.95, "{part}: {figures:?}");
        assert!(figures.precision >= 0.95, "{part}: {figures:?}");
        assert!(figures.meet >= 0.92, "{part}: {figures:?}");
        assert!(figures.collide <= 0.001, "{part}: {figures:?}");
    }
}
