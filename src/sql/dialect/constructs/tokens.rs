//! Quotes, strings, names, numbers and comments.

use super::super::Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic, MySql,
    OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};
use super::{Set, all_but, of};

impl Set {
    /// `"x"` is a string. Elsewhere it is a name.
    pub(in crate::sql) const DOUBLE_QUOTED_TEXT: Self =
        of(&[MySql, SingleStore, BigQuery, Databricks, OpenSearch]);
    /// `` `x` `` is a name.
    pub(in crate::sql) const BACKTICK_NAMES: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        BigQuery,
        ClickHouse,
        Databricks,
        OpenSearch,
        Elasticsearch,
        Snowflake,
        Trino,
        Firebolt,
        DuckDb,
    ]);
    /// Of those, `` `x` `` is refused by the server, or by all but the newest version: a warning.
    pub(in crate::sql) const BACKTICK_DOUBTFUL: Self = of(&[Snowflake, Trino, Firebolt, DuckDb]);
    /// `[x]` is a name, with `]]` for a bracket inside. Elsewhere square brackets index or list.
    pub(in crate::sql) const BRACKET_NAMES: Self = of(&[SqlServer]);
    /// A backslash escapes the next character in `'…'`.
    pub(in crate::sql) const BACKSLASH: Self = of(&[
        MySql,
        SingleStore,
        Snowflake,
        BigQuery,
        ClickHouse,
        Databricks,
        OpenSearch,
        Firebolt,
    ]);
    /// Sources disagree about the backslash: if one reading fails, the other is tried.
    pub(in crate::sql) const BACKSLASH_DOUBTFUL: Self = of(&[
        Redshift,
        Cockroach,
        Firebolt,
        DuckDb,
        Elasticsearch,
        OpenSearch,
    ]);
    /// `E'…'` has backslash escapes.
    pub(in crate::sql) const ESCAPE_TEXT: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, DuckDb, Firebolt]);
    /// `r'…'` has no escapes at all.
    pub(in crate::sql) const RAW_TEXT: Self = of(&[Generic, BigQuery, Databricks]);
    pub(in crate::sql) const NATIONAL_TEXT: Self =
        all_but(&[ClickHouse, Databricks, OpenSearch, Elasticsearch, Trino]);
    pub(in crate::sql) const BINARY_TEXT: Self = of(&[
        Generic,
        Postgres,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        Snowflake,
        BigQuery,
        ClickHouse,
        DuckDb,
    ]);
    pub(in crate::sql) const HEX_TEXT: Self = all_but(&[OpenSearch]);
    pub(in crate::sql) const UNICODE_TEXT: Self =
        all_but(&[ClickHouse, OpenSearch, MySql, SingleStore]);
    /// `_utf8mb4'…'`.
    pub(in crate::sql) const CHARSET_TEXT: Self = of(&[Generic, MySql, SingleStore]);
    /// `'''…'''` and `"""…"""`.
    pub(in crate::sql) const TRIPLE_QUOTES: Self = of(&[BigQuery]);
    /// `$$…$$`.
    pub(in crate::sql) const DOLLAR_TEXT: Self = of(&[
        Generic, Postgres, Redshift, Cockroach, Snowflake, ClickHouse, DuckDb, Firebolt,
    ]);
    /// `$tag$…$tag$`.
    pub(in crate::sql) const TAGGED_DOLLAR_TEXT: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, ClickHouse, DuckDb]);
    /// `'a' 'b'` is one string.
    pub(in crate::sql) const ADJACENT_TEXT: Self =
        of(&[Generic, MySql, SingleStore, Databricks, Elasticsearch]);
    /// The same with whitespace between them.
    pub(in crate::sql) const ADJACENT_TEXT_BY_SPACE: Self = of(&[BigQuery]);
    /// The same with a line break between them.
    pub(in crate::sql) const ADJACENT_TEXT_BY_LINE: Self =
        of(&[Postgres, Redshift, Cockroach, DuckDb, Firebolt]);
    /// `‘x’` is a string and `“x”` a name.
    pub(in crate::sql) const CURLY_QUOTES: Self = of(&[ClickHouse]);
    /// Every character beyond ASCII belongs to a bare name, including a no-break space and curly
    /// quotes.
    pub(in crate::sql) const ANY_UNICODE_NAMES: Self = of(&[
        Generic,
        Postgres,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        DuckDb,
        Firebolt,
    ]);
    /// Letters beyond ASCII belong to a bare name.
    pub(in crate::sql) const UNICODE_NAMES: Self =
        all_but(&[ClickHouse, Databricks, Trino, OpenSearch, BigQuery]);
    /// A no-break space is whitespace, although other characters beyond ASCII belong to names.
    pub(in crate::sql) const UNICODE_SPACE: Self = of(&[DuckDb]);
    /// So are zero-width joiners.
    pub(in crate::sql) const JOINER_SPACE: Self = of(&[ClickHouse]);
    /// Control characters are whitespace.
    pub(in crate::sql) const CONTROL_SPACE: Self = of(&[SqlServer]);
    /// Not even a no-break space is whitespace.
    pub(in crate::sql) const NO_UNICODE_SPACE: Self = of(&[Trino, OpenSearch]);
    /// `1a` is a name.
    pub(in crate::sql) const DIGIT_NAMES: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        ClickHouse,
        Databricks,
        Trino,
        Elasticsearch,
    ]);
    /// `a.1b` reads a field.
    pub(in crate::sql) const DIGIT_FIELDS: Self = of(&[BigQuery]);
    /// `a@b` is a name.
    pub(in crate::sql) const AT_IN_NAMES: Self = of(&[Elasticsearch]);
    /// `0x` and `1e` are numbers.
    pub(in crate::sql) const SHORT_NUMBERS: Self = of(&[Generic, SqlServer]);
    /// A number ends before letters: `(SELECT 1_)` selects 1 under the name `_`.
    pub(in crate::sql) const NUMBERS_END_ANYWHERE: Self = of(&[SqlServer, DuckDb]);
    /// `10L`, `1.5BD`.
    pub(in crate::sql) const NUMBER_SUFFIXES: Self = of(&[Generic, Databricks]);
    pub(in crate::sql) const BINARY_NUMBERS: Self = of(&[
        Generic,
        Postgres,
        Cockroach,
        Redshift,
        MySql,
        SingleStore,
        ClickHouse,
        Trino,
        DuckDb,
        Databricks,
    ]);
    pub(in crate::sql) const UNDERSCORED_NUMBERS: Self = of(&[
        Generic,
        Postgres,
        Cockroach,
        Redshift,
        MySql,
        SingleStore,
        ClickHouse,
        Trino,
        DuckDb,
        Databricks,
    ]);
    /// `@x` is a variable or parameter.
    pub(in crate::sql) const AT_VARIABLES: Self =
        of(&[Generic, MySql, SingleStore, SqlServer, BigQuery, Snowflake]);
    /// So is `@@x`.
    pub(in crate::sql) const AT_AT_VARIABLES: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        BigQuery,
        Snowflake,
        ClickHouse,
    ]);
    /// `@x` is a field.
    pub(in crate::sql) const AT_NAMES: Self = of(&[OpenSearch, Elasticsearch]);
    /// `\N` is null.
    pub(in crate::sql) const BACKSLASH_NULL: Self = of(&[Generic, MySql, SingleStore]);

    // Comments.

    /// `# …`, whatever follows.
    pub(in crate::sql) const HASH_COMMENT: Self = of(&[MySql, SingleStore, BigQuery, OpenSearch]);
    /// `# …` and `#! …` only.
    pub(in crate::sql) const SPACED_HASH_COMMENT: Self = of(&[ClickHouse]);
    pub(in crate::sql) const SLASH_COMMENT: Self = of(&[Snowflake, ClickHouse]);
    pub(in crate::sql) const NESTED_COMMENT: Self = of(&[
        Postgres, Redshift, Cockroach, SqlServer, ClickHouse, Databricks, DuckDb, Firebolt,
    ]);
    /// `--` opens a comment only before whitespace.
    pub(in crate::sql) const SPACED_DASH_COMMENT: Self = of(&[MySql, SingleStore, OpenSearch]);
    /// `/*! …*/` is code.
    pub(in crate::sql) const VERSION_COMMENT: Self = of(&[MySql, SingleStore]);
}
