//! Profiles: what is known of one kind of export, in a TOML file.

use super::{Columns, Form};
use crate::error::{Error, Result};
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The form and the columns of an export.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Format, encoding, delimiter.
    pub form: Form,
    /// The columns by their roles.
    pub columns: Columns,
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`]; [`crate::error::ErrorKind::Input`] with
    /// the place of the fault.
    pub fn open(path: &Path) -> Result<Profile> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        toml::from_str(&text).map_err(|e| {
            let message = t!(
                "profile.fault",
                path = path.display(),
                reason = e.to_string()
            );
            Error::input(message)
        })
    }

    /// Saves a profile.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn save(&self, path: &Path) -> Result<()> {
        let text = toml::to_string(self).unwrap_or_default();
        super::output::write_whole(path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Encoding, Format, Role};

    #[test]
    fn is_saved_and_read_back() {
        let profile = Profile {
            form: Form {
                format: Some(Format::Csv),
                encoding: Some(Encoding::Windows1251),
                delimiter: Some(';'),
            },
            columns: Columns::given([(Role::Text, "Өтініш мәтіні".to_owned())]),
        };
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("p.toml");
        profile.save(&path).unwrap();
        assert_eq!(Profile::open(&path).unwrap(), profile);
        std::fs::write(&path, "[form]\nencodng = 1").unwrap();
        assert!(
            Profile::open(&path)
                .unwrap_err()
                .to_string()
                .contains("encodng")
        );
    }
}
