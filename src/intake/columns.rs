//! What the columns of an export are, by their headers in three languages.

use crate::error::{Error, Result};
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The text of the appeal.
    Text,
    /// Its number.
    Id,
    /// When it was received.
    Received,
    /// Where it is about.
    Place,
    /// Through what it came.
    Channel,
    /// Who sent it.
    Sender,
    /// The answer.
    Reply,
    /// When it was answered.
    Replied,
    /// When the answer is due.
    Due,
    /// When it was closed.
    Closed,
    /// Its state.
    Status,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 11] = [
        Role::Text,
        Role::Id,
        Role::Received,
        Role::Place,
        Role::Channel,
        Role::Sender,
        Role::Reply,
        Role::Replied,
        Role::Due,
        Role::Closed,
        Role::Status,
    ];

    /// The name of the flag that names its column.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Text => "text",
            Role::Id => "id",
            Role::Received => "received",
            Role::Place => "place",
            Role::Channel => "channel",
            Role::Sender => "sender",
            Role::Reply => "reply",
            Role::Replied => "replied",
            Role::Due => "due",
            Role::Closed => "closed",
            Role::Status => "status",
        }
    }

    /// The usual headers, plain (see [`plain`]), the surest first.
    const fn headers(self) -> &'static [&'static str] {
        match self {
            Role::Text => &[
                "text",
                "текст",
                "текст обращения",
                "текст сообщения",
                "текст заявки",
                "текст жалобы",
                "текст вопроса",
                "өтініш мәтіні",
                "мәтін",
                "мәтіні",
                "хабарлама мәтіні",
                "арыз мәтіні",
                "шағым мәтіні",
                "сұрақ мәтіні",
                "өтініш мазмұны",
                "мазмұны",
                "appeal text",
                "complaint text",
                "message text",
                "text ru",
                "text kz",
                "text kk",
                "содержание",
                "содержание обращения",
                "суть обращения",
                "суть вопроса",
                "суть",
                "описание",
                "описание проблемы",
                "обращение",
                "сообщение",
                "жалоба",
                "вопрос",
                "комментарий",
                "өтініш",
                "хабарлама",
                "шағым",
                "сипаттама",
                "сипаттамасы",
                "message",
                "appeal",
                "complaint",
                "description",
                "content",
                "body",
                "comment",
            ],
            Role::Id => &[
                "id",
                "номер",
                "номер обращения",
                "регистрационный номер",
                "рег номер",
                "код",
                "идентификатор",
                "нөмір",
                "нөмірі",
                "өтініш нөмірі",
                "тіркеу нөмірі",
                "number",
                "appeal id",
                "request id",
                "n",
                "п п",
            ],
            Role::Received => &[
                "received",
                "дата",
                "дата обращения",
                "дата поступления",
                "дата регистрации",
                "дата создания",
                "поступило",
                "зарегистрировано",
                "күні",
                "түскен күні",
                "тіркелген күні",
                "өтініш күні",
                "келіп түскен күні",
                "date",
                "created",
                "created at",
                "received at",
                "opened",
                "timestamp",
            ],
            Role::Place => &[
                "place",
                "район",
                "населенный пункт",
                "место",
                "город",
                "адрес",
                "территория",
                "регион",
                "район город",
                "аудан",
                "ауданы",
                "елді мекен",
                "қала",
                "мекенжай",
                "мекенжайы",
                "орны",
                "өңір",
                "аудан қала",
                "district",
                "region",
                "city",
                "location",
                "address",
                "settlement",
            ],
            Role::Channel => &[
                "channel",
                "канал",
                "канал поступления",
                "источник",
                "способ обращения",
                "канал обращения",
                "арна",
                "түсу арнасы",
                "дереккөз",
                "көзі",
                "source",
            ],
            Role::Sender => &[
                "sender",
                "заявитель",
                "фио",
                "фио заявителя",
                "автор",
                "отправитель",
                "гражданин",
                "өтініш беруші",
                "жіберуші",
                "аты жөні",
                "тегі аты жөні",
                "author",
                "applicant",
                "citizen",
            ],
            Role::Reply => &[
                "reply",
                "ответ",
                "текст ответа",
                "ответ исполнителя",
                "содержание ответа",
                "жауап",
                "жауап мәтіні",
                "жауабы",
                "answer",
                "response",
                "reply text",
            ],
            Role::Replied => &[
                "replied",
                "дата ответа",
                "ответ дан",
                "отвечено",
                "жауап күні",
                "жауап берілген күні",
                "answered",
                "reply date",
                "replied at",
                "answered at",
            ],
            Role::Due => &[
                "due",
                "срок",
                "срок исполнения",
                "срок ответа",
                "контрольный срок",
                "дедлайн",
                "мерзімі",
                "мерзім",
                "орындау мерзімі",
                "deadline",
                "due date",
            ],
            Role::Closed => &[
                "closed",
                "дата закрытия",
                "закрыто",
                "дата исполнения",
                "исполнено",
                "жабылған күні",
                "жабылды",
                "орындалған күні",
                "closed at",
                "resolved",
            ],
            Role::Status => &[
                "status",
                "статус",
                "состояние",
                "статус обращения",
                "күйі",
                "мәртебесі",
                "мәртебе",
                "жағдайы",
                "state",
            ],
        }
    }
}

/// A header without case, punctuation and doubled spaces.
fn plain(header: &str) -> String {
    let lower = header.to_lowercase().replace('ё', "е");
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Which column has which role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Columns {
    by_role: BTreeMap<Role, String>,
}

impl Columns {
    /// Columns as the user names them.
    #[must_use]
    pub fn given(by_role: impl IntoIterator<Item = (Role, String)>) -> Columns {
        Columns {
            by_role: by_role.into_iter().collect(),
        }
    }

    /// The name of the column of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Option<&str> {
        self.by_role.get(&role).map(String::as_str)
    }

    /// The place in `header` of the column of `role`, if there is one.
    #[must_use]
    pub fn find(&self, role: Role, header: &[String]) -> Option<usize> {
        let name = self.get(role)?;
        header.iter().position(|column| column == name)
    }

    /// All roles with their columns.
    pub fn iter(&self) -> impl Iterator<Item = (Role, &str)> {
        self.by_role
            .iter()
            .map(|(role, name)| (*role, name.as_str()))
    }

    /// Checks the columns that are named against a header, and recognises
    /// those that are not.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Input`] where a named column does not exist.
    pub fn recognise(&self, header: &[String], file: &str) -> Result<Columns> {
        let mut by_role = BTreeMap::new();
        for (role, name) in &self.by_role {
            let index = find(header, name, file)?;
            by_role.insert(*role, header[index].clone());
        }
        let headers: Vec<String> = header.iter().map(|h| plain(h)).collect();
        for role in Role::ALL {
            if by_role.contains_key(&role) {
                continue;
            }
            let known = role.headers().iter().find_map(|usual| {
                let index = headers.iter().position(|h| h == usual)?;
                let free = !by_role.values().any(|taken| *taken == header[index]);
                free.then_some(index)
            });
            if let Some(index) = known {
                by_role.insert(role, header[index].clone());
            }
        }
        if header.len() == 1 && !by_role.contains_key(&Role::Text) {
            // The only column is the text, if it has a header at all.
            if is_cell(&header[0]) || header[0].split_whitespace().count() > 3 {
                return Err(Error::input(t!("columns.headerless", path = file)));
            }
            by_role
                .entry(Role::Text)
                .or_insert_with(|| header[0].clone());
        }
        Ok(Columns { by_role })
    }

    /// The place of the column of a role in a header; an error where there is
    /// none that says how to name it.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Input`].
    pub fn need(&self, role: Role, header: &[String], file: &str) -> Result<usize> {
        match self.get(role) {
            Some(name) => find(header, name, file),
            None => {
                let columns = list(header);
                let message = t!(
                    "columns.none",
                    path = file,
                    role = role.as_str(),
                    columns = columns
                );
                Err(Error::input(message))
            }
        }
    }
}

/// The names of columns for a message; their numbers where the header looks
/// like a row, since a row may hold what is nobody's business.
fn list(header: &[String]) -> String {
    let row = header.iter().any(|name| is_cell(name));
    let names = header.iter().zip(1..).map(|(name, number)| match row {
        true => format!("№{number}"),
        false => name.clone(),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Whether a header is rather the cell of a row: long, or with a long number.
fn is_cell(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let digits = name
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() >= 5);
    words > 6 || name.chars().count() > 60 || digits
}

/// The place of a column in a header, by its exact name or, failing that,
/// regardless of case and punctuation.
///
/// # Errors
/// [`crate::error::ErrorKind::Input`] with the columns that there are.
pub fn find(header: &[String], name: &str, file: &str) -> Result<usize> {
    let exact = header.iter().position(|h| h == name);
    let wanted = plain(name);
    let alike = || {
        header
            .iter()
            .position(|h| !wanted.is_empty() && plain(h) == wanted)
    };
    exact.or_else(alike).ok_or_else(|| {
        let columns = list(header);
        Error::input(t!(
            "columns.unknown",
            path = file,
            name = name,
            columns = columns
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    fn recognised(names: &[&str], role: Role) -> Option<String> {
        let columns = Columns::default().recognise(&header(names), "f").unwrap();
        columns.get(role).map(str::to_owned)
    }

    #[test]
    fn usual_headers_in_three_languages() {
        for (names, text, received) in [
            (["id", "text", "received"], "text", "received"),
            (
                ["№", "Текст обращения", "Дата поступления"],
                "Текст обращения",
                "Дата поступления",
            ),
            (
                ["Нөмірі", "Өтініш мәтіні", "Түскен күні"],
                "Өтініш мәтіні",
                "Түскен күні",
            ),
            (
                ["ID", "ТЕКСТ_ОБРАЩЕНИЯ", "created_at"],
                "ТЕКСТ_ОБРАЩЕНИЯ",
                "created_at",
            ),
        ] {
            assert_eq!(recognised(&names, Role::Text).as_deref(), Some(text));
            assert_eq!(
                recognised(&names, Role::Received).as_deref(),
                Some(received)
            );
        }
    }

    #[test]
    fn the_surer_header_wins_and_a_single_column_is_the_text() {
        assert_eq!(
            recognised(&["Обращение", "Текст"], Role::Text).as_deref(),
            Some("Текст")
        );
        assert_eq!(
            recognised(&["что-то"], Role::Text).as_deref(),
            Some("что-то")
        );
        assert_eq!(recognised(&["a", "b"], Role::Text), None);
    }

    #[test]
    fn a_row_in_place_of_the_header_is_not_shown() {
        let row = header(&["1", "Имя Фамилия", "87011234567"]);
        let error = Columns::default()
            .need(Role::Text, &row, "f")
            .unwrap_err()
            .to_string();
        assert!(
            !error.contains("Фамилия") && error.contains("№3"),
            "{error}"
        );
        let row = header(&["третий день нет воды"]);
        assert!(Columns::default().recognise(&row, "f").is_err());
        let question = Columns::given([(Role::Text, "????".to_owned())]);
        assert!(question.recognise(&header(&["№", "Текст"]), "f").is_err());
    }

    #[test]
    fn named_columns_must_exist() {
        let given = Columns::given([(Role::Text, "Мәтін".to_owned())]);
        let error = given
            .recognise(&header(&["a", "b"]), "f.csv")
            .unwrap_err()
            .to_string();
        assert!(error.contains("f.csv") && error.contains("a, b"), "{error}");
        assert!(
            Columns::default()
                .need(Role::Text, &header(&["a", "b"]), "f")
                .is_err()
        );
        let found = given.recognise(&header(&["a", "мәтін"]), "f").unwrap();
        assert_eq!(
            found
                .need(Role::Text, &header(&["a", "мәтін"]), "f")
                .unwrap(),
            1
        );
    }
}
