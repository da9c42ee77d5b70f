//! What is said of one appeal.

use crate::text::{Language, Script};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The verdict on one appeal.
///
/// In JSON every head is a pair of fields beside the others: `category` and
/// `category_probability`, `kind` and `kind_probability`, and so on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// The language of the text.
    pub language: Language,
    /// The script of the text.
    pub script: Script,
    /// One decision a head, in the model's order; the first is the model's
    /// primary head (`category` in the shipped model).
    pub decisions: Vec<Decision>,
    /// Up to three runners-up of the primary head, the likeliest first.
    pub alternatives: Vec<Alternative>,
    /// Whether the primary head is less sure than its threshold.
    pub abstained: bool,
    /// Where the appeal is about; empty where the classifier does not locate.
    pub location: Location,
    /// The features that weigh most for the primary head's label; empty
    /// unless asked for.
    pub explanation: Vec<Evidence>,
}

/// Where an appeal is about; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The KATO code of the place that the text names, else of the row's own.
    pub place: String,
    /// The name of the place.
    pub place_name: String,
    /// The street and the house that the text names, for people.
    pub address: String,
    /// The same for comparing: equal for every spelling, in both languages.
    /// It holds no town; the same street may be in two of them.
    pub address_key: String,
}

/// What one head says.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The head's name, `category` for one.
    pub head: Arc<str>,
    /// The label it gives.
    pub label: Arc<str>,
    /// The calibrated probability of the label, 0 to 1.
    pub probability: f32,
}

/// A label that the primary head thought of as well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The label.
    pub label: Arc<str>,
    /// Its calibrated probability, 0 to 1.
    pub probability: f32,
}

/// A feature of the text and what it adds to the label's margin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The word, words or letters as the normalised text has them.
    pub feature: String,
    /// What it adds to the margin; negative where it speaks against.
    pub weight: f32,
}

impl Verdict {
    /// What `head` says, if the model has it.
    #[must_use]
    pub fn decision(&self, head: &str) -> Option<&Decision> {
        self.decisions.iter().find(|d| &*d.head == head)
    }

    /// The label that `head` gives, if the model has it.
    #[must_use]
    pub fn label(&self, head: &str) -> Option<&str> {
        self.decision(head).map(|d| &*d.label)
    }
}

const PROBABILITY: &str = "_probability";

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("language", &self.language)?;
        map.serialize_entry("script", &self.script)?;
        for decision in &self.decisions {
            map.serialize_entry(&*decision.head, &decision.label)?;
            let name = format!("{}{PROBABILITY}", decision.head);
            map.serialize_entry(&name, &decision.probability)?;
        }
        map.serialize_entry("alternatives", &self.alternatives)?;
        map.serialize_entry("abstained", &self.abstained)?;
        map.serialize_entry("place", &self.location.place)?;
        map.serialize_entry("place_name", &self.location.place_name)?;
        map.serialize_entry("address", &self.location.address)?;
        map.serialize_entry("address_key", &self.location.address_key)?;
        if !self.explanation.is_empty() {
            map.serialize_entry("explanation", &self.explanation)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Verdict {
    /// Heads come back in alphabetical order: JSON objects have none of their own.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Verdict, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            language: Language,
            script: Script,
            #[serde(default)]
            alternatives: Vec<Alternative>,
            abstained: bool,
            #[serde(default)]
            place: String,
            #[serde(default)]
            place_name: String,
            #[serde(default)]
            address: String,
            #[serde(default)]
            address_key: String,
            #[serde(default)]
            explanation: Vec<Evidence>,
            #[serde(flatten)]
            heads: BTreeMap<String, serde_json::Value>,
        }
        let fields = Fields::deserialize(deserializer)?;
        let decisions = fields
            .heads
            .iter()
            .filter_map(|(head, label)| {
                let probability = fields
                    .heads
                    .get(&format!("{head}{PROBABILITY}"))?
                    .as_f64()?;
                Some(Decision {
                    head: head.as_str().into(),
                    label: label.as_str()?.into(),
                    probability: probability as f32,
                })
            })
            .collect();
        Ok(Verdict {
            language: fields.language,
            script: fields.script,
            decisions,
            alternatives: fields.alternatives,
            abstained: fields.abstained,
            location: Location {
                place: fields.place,
                place_name: fields.place_name,
                address: fields.address,
                address_key: fields.address_key,
            },
            explanation: fields.explanation,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_to_json_and_back() {
        let verdict = Verdict {
            language: Language::Kazakh,
            script: Script::Latin,
            decisions: vec![Decision {
                head: "category".into(),
                label: "water.quality".into(),
                probability: 0.5,
            }],
            alternatives: vec![Alternative {
                label: "water.pressure".into(),
                probability: 0.25,
            }],
            abstained: true,
            location: Location {
                place: "791000000".into(),
                place_name: "Шымкент қаласы".into(),
                ..Location::default()
            },
            explanation: Vec::new(),
        };
        let json = serde_json::to_string(&verdict).unwrap();
        assert_eq!(
            json,
            r#"{"language":"kk","script":"latin","category":"water.quality","category_probability":0.5,"alternatives":[{"label":"water.pressure","probability":0.25}],"abstained":true,"place":"791000000","place_name":"Шымкент қаласы","address":"","address_key":""}"#
        );
        assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), verdict);
    }
}
