//! An appeal, as it comes in.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One appeal of a citizen.
///
/// Only the text is needed; the rest is what an intake usually knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal<'a> {
    /// What the citizen wrote or the operator noted down.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// The intake's own number of the appeal.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'a, str>>,
    /// When it was received, as the intake writes it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Cow<'a, str>>,
    /// Where it is about, as the intake writes it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Cow<'a, str>>,
    /// Through what it came.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Cow<'a, str>>,
}

impl<'a> Appeal<'a> {
    /// An appeal of which only the text is known.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Appeal<'a> {
        Appeal {
            text: text.into(),
            ..Appeal::default()
        }
    }
}

impl<'a> From<&'a str> for Appeal<'a> {
    fn from(text: &'a str) -> Appeal<'a> {
        Appeal::new(text)
    }
}
