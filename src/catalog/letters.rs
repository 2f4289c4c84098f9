//! Whether a database finds a name that is written in other letters: capitals where the catalog has small ones.
//!
//! Sources: the vendors' pages on identifiers. Where the server's settings decide (names of tables in MySQL, collations of
//! SQL Server), or where the datasource's type is not known, nothing is certain and the rules only warn.

use crate::datasource::DatasourceType;

/// What a database does with the letters of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Capitals and small letters are the same.
    Same,
    /// They differ.
    Differ,
    /// A name without quotes is read in small letters.
    ReadSmall,
    /// A name without quotes is read in capitals.
    ReadCapital,
    /// The server's settings decide, or nothing is known.
    Unsure,
}

/// Whether a name is found, compared with the one in the catalog. The worse comes after the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// It is the same name.
    Exactly,
    /// The database finds it though it is written otherwise, or may find it.
    Perhaps,
    /// The database has no such name.
    Not,
}

impl Letters {
    /// Of the names of tables and schemas.
    #[must_use]
    pub fn of_tables(datasource: Option<DatasourceType>) -> Self {
        match datasource.map(DatasourceType::name) {
            Some("bigquery") => Self::Differ,
            // `lower_case_table_names`, which depends on the platform.
            Some("mysql" | "singlestore") => Self::Unsure,
            _ => Self::of_columns(datasource),
        }
    }

    /// Of the names of columns.
    #[must_use]
    pub fn of_columns(datasource: Option<DatasourceType>) -> Self {
        match datasource.map(DatasourceType::name) {
            Some("postgres" | "cockroachdb" | "firebolt") => Self::ReadSmall,
            Some("snowflake") => Self::ReadCapital,
            Some("clickhouse" | "mongodb" | "elasticsearch" | "opensearch") => Self::Differ,
            Some(
                "redshift" | "mysql" | "singlestore" | "bigquery" | "databricks" | "trino"
                | "athena" | "csv" | "awss3",
            ) => Self::Same,
            _ => Self::Unsure,
        }
    }

    /// Whether `written` stands for `known`, which differs from it at most in the case of its letters.
    #[must_use]
    pub fn find(self, written: &str, known: &str) -> Found {
        let is_found = match self {
            _ if written == known => return Found::Exactly,
            Self::Same | Self::Unsure => true,
            Self::Differ => false,
            Self::ReadSmall => !known.bytes().any(|byte| byte.is_ascii_uppercase()),
            Self::ReadCapital => !known.bytes().any(|byte| byte.is_ascii_lowercase()),
        };
        if is_found { Found::Perhaps } else { Found::Not }
    }
}
