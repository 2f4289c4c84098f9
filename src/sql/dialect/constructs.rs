//! Which dialects have which construct, as one set per construct. Dialects differ in nothing else.

use super::Dialect::{
    self, BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic,
    MySql, OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};

/// A set of dialects, one bit each.
#[derive(Debug, Clone, Copy)]
pub(in crate::sql) struct Set(u32);

const fn of(dialects: &[Dialect]) -> Set {
    let mut bits = 0;
    let mut rest = dialects;
    while let [first, others @ ..] = rest {
        bits |= *first as u32;
        rest = others;
    }
    Set(bits)
}

const fn all_but(dialects: &[Dialect]) -> Set {
    Set(!of(dialects).0)
}

impl Set {
    pub(in crate::sql) const fn holds(self, dialect: Dialect) -> bool {
        self.0 & dialect as u32 != 0
    }

    pub(in crate::sql) const fn is_some(self) -> bool {
        self.0 != 0
    }

    /// From hexadecimal digits.
    pub(in crate::sql) fn parse(digits: &str) -> Self {
        let add = |bits, digit: char| bits << 4 | digit.to_digit(16).unwrap_or(0);
        Self(digits.chars().fold(0, add))
    }

    pub(in crate::sql) const NONE: Self = of(&[]);
    pub(in crate::sql) const EVERY: Self = all_but(&[]);

    // Quotes, names and strings.

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
    /// `ASC` and `DESC` can be columns.
    pub(in crate::sql) const DIRECTION_IS_A_NAME: Self =
        of(&[Generic, ClickHouse, Databricks, Trino]);
    /// Words that open a clause are never names.
    pub(in crate::sql) const CLAUSES_RESERVED: Self = of(&[
        Postgres,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        Snowflake,
        BigQuery,
        Trino,
        DuckDb,
    ]);
    /// `CUME_DIST(ORDER BY a)`.
    pub(in crate::sql) const ORDER_ALONE: Self = of(&[Generic, BigQuery, DuckDb]);
    /// `COUNT(*) FILTER (WHERE …)` is refused.
    pub(in crate::sql) const NO_FILTER: Self = of(&[MySql, SingleStore, SqlServer]);
    /// `MAX()` is refused by the grammar.
    pub(in crate::sql) const AGGREGATES_NEED_ARGUMENTS: Self = of(&[MySql]);
    /// `x INT -> x + 1`.
    pub(in crate::sql) const TYPED_LAMBDA: Self = of(&[Generic, Snowflake]);
    /// `a.1b` reads a field.
    pub(in crate::sql) const DIGIT_FIELDS: Self = of(&[BigQuery]);
    /// `project-1.dataset.table` is the name of a table.
    pub(in crate::sql) const DASHED_NAMES: Self = of(&[BigQuery]);
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

    // Operators.

    /// Any run of operator characters is an operator, before or between values.
    pub(in crate::sql) const OPEN_OPERATORS: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, DuckDb]);
    /// A stray `` ` `` and `?` belong to that run.
    pub(in crate::sql) const ODD_OPERATORS: Self = of(&[Postgres, Redshift, Cockroach]);
    /// `||` is OR and does not join strings, unless the server is configured otherwise.
    pub(in crate::sql) const PIPES_ARE_OR: Self = of(&[MySql, SingleStore]);
    pub(in crate::sql) const MYSQL: Self = of(&[Generic, MySql, SingleStore]);
    pub(in crate::sql) const CAST: Self = all_but(&[MySql, Trino, OpenSearch]);
    pub(in crate::sql) const CAST_DOUBTFUL: Self = of(&[SqlServer, BigQuery]);
    /// `x :> type` and `x::key`, SingleStore's casts and JSON paths.
    pub(in crate::sql) const COLON_PATHS: Self = of(&[SingleStore]);
    pub(in crate::sql) const LAMBDA: Self = of(&[
        Generic, Snowflake, BigQuery, ClickHouse, Databricks, Trino, DuckDb, Firebolt,
    ]);
    /// `->` also reads JSON: a lambda has one name or a list of names before it and no string after
    /// it.
    pub(in crate::sql) const ARROW_READS_JSON: Self = of(&[Generic, DuckDb]);
    pub(in crate::sql) const TERNARY: Self = of(&[Generic, ClickHouse]);
    /// `FROM t |> LIMIT 1`.
    pub(in crate::sql) const PIPES: Self = of(&[BigQuery, ClickHouse, Databricks]);
    /// A bare `?` is a value.
    pub(in crate::sql) const PLACEHOLDER: Self = of(&[
        Generic,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        SqlServer,
        Snowflake,
        BigQuery,
        Databricks,
        Trino,
        DuckDb,
        Elasticsearch,
        Firebolt,
    ]);
    /// `:name` is a value.
    pub(in crate::sql) const COLON_PARAMETER: Self = of(&[
        Generic, Redshift, Snowflake, Databricks, SqlServer, BigQuery, Firebolt,
    ]);
    /// `value:key.key[0]` reads into a document.
    pub(in crate::sql) const PATHS: Self = of(&[Generic, Snowflake, Databricks]);
    pub(in crate::sql) const BITWISE: Self =
        of(&[Generic, MySql, SingleStore, SqlServer, BigQuery, Databricks]);
    /// `^`, which OpenSearch uses between a field and its weight.
    pub(in crate::sql) const CARET: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        BigQuery,
        Databricks,
        OpenSearch,
        Elasticsearch,
    ]);
    pub(in crate::sql) const BITWISE_DOUBTFUL: Self = of(&[Snowflake, Firebolt]);
    pub(in crate::sql) const DOUBLE_EQUALS: Self = of(&[Generic, ClickHouse, Databricks]);
    /// Neither documented nor refused by the parsers that were available.
    pub(in crate::sql) const UNDOCUMENTED: Self = of(&[SqlServer, Snowflake, BigQuery, Firebolt]);
    pub(in crate::sql) const NULL_SAFE_EQUALS: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        ClickHouse,
        Databricks,
        Elasticsearch,
    ]);
    /// `> =` and `! <` are one operator each.
    pub(in crate::sql) const SPACED_OPERATORS: Self = of(&[SqlServer]);
    /// `model!predict(a)` calls a method.
    pub(in crate::sql) const BANG_METHOD: Self = of(&[Snowflake]);
    pub(in crate::sql) const NOT_LESS: Self = of(&[Generic, SqlServer, Databricks]);
    pub(in crate::sql) const BANG: Self = of(&[Generic, MySql, SingleStore, Databricks]);
    pub(in crate::sql) const TILDE: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        Snowflake,
        BigQuery,
        Databricks,
        Firebolt,
        ClickHouse,
    ]);
    pub(in crate::sql) const JSON_ARROW: Self = of(&[Generic, MySql, SingleStore]);
    pub(in crate::sql) const DIV: Self = of(&[Generic, MySql, SingleStore, ClickHouse, Databricks]);
    pub(in crate::sql) const MOD: Self = of(&[Generic, MySql, SingleStore, ClickHouse]);
    /// The result of a comparison cannot be compared again: `a = b = c`.
    pub(in crate::sql) const COMPARE_ONCE: Self = of(&[Postgres, Trino]);
    pub(in crate::sql) const ISNULL: Self = of(&[Generic, Postgres, Redshift, Cockroach, DuckDb]);
    /// `~*`, `!~`, `!~*` although operators are not open.
    pub(in crate::sql) const REGEXP_SIGNS: Self = of(&[ClickHouse]);
    pub(in crate::sql) const REGEXP: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        Snowflake,
        ClickHouse,
        Databricks,
        OpenSearch,
        Elasticsearch,
        SqlServer,
        BigQuery,
        Firebolt,
    ]);
    /// `ILIKE` is a name: `(SELECT a ilike)`.
    pub(in crate::sql) const NO_ILIKE: Self = of(&[SqlServer, BigQuery, MySql, Trino]);
    /// `IS` takes any value.
    pub(in crate::sql) const IS_ANY: Self = of(&[Generic]);

    // Values.

    /// Any word before a string makes a typed literal.
    pub(in crate::sql) const OPEN_TYPED_TEXT: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, DuckDb, Trino]);
    /// So does a type with a length: `numeric(5, 2) '1.5'`.
    pub(in crate::sql) const LONG_TYPED_TEXT: Self = of(&[Postgres, Redshift, Cockroach, DuckDb]);
    /// `[1, 2]` is a list.
    pub(in crate::sql) const LIST: Self =
        of(&[Generic, Snowflake, BigQuery, ClickHouse, DuckDb, Firebolt]);
    /// `[1, 2]` is a list in an argument.
    pub(in crate::sql) const LIST_ARGUMENT: Self = of(&[OpenSearch, Elasticsearch]);
    /// `{'a': 1}` is an object.
    pub(in crate::sql) const OBJECT: Self = of(&[Generic, Snowflake, ClickHouse, DuckDb]);
    /// `{d '2024-01-01'}`, `{fn f(x)}`.
    pub(in crate::sql) const ODBC: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        OpenSearch,
        Elasticsearch,
        Snowflake,
    ]);
    /// `$"name"` is a parameter.
    pub(in crate::sql) const QUOTED_PARAMETERS: Self = of(&[DuckDb]);
    /// `{name:Type}` is a parameter.
    pub(in crate::sql) const TYPED_PARAMETER: Self = of(&[Generic, ClickHouse]);
    /// `ARRAY<INT64>[1]`, `STRUCT<a INT64>(1)`.
    pub(in crate::sql) const TYPED_CONSTRUCTOR: Self = of(&[Generic, BigQuery, Databricks]);
    /// `x::ARRAY<INT>`: types with angle brackets.
    pub(in crate::sql) const ANGLE_TYPES: Self = of(&[Generic, BigQuery, Databricks]);
    pub(in crate::sql) const INTERVAL_TEXT: Self = all_but(&[MySql, SingleStore]);
    /// `INTERVAL 3`.
    pub(in crate::sql) const INTERVAL_WITHOUT_UNIT: Self = of(&[DuckDb]);
    /// `TRY_CAST(x)` and `SAFE_CAST(x)` lack a type.
    pub(in crate::sql) const TRY_CAST_RESERVED: Self = of(&[SqlServer, Snowflake, BigQuery, Trino]);
    /// `INTERVAL(x)` without a unit is a call.
    pub(in crate::sql) const INTERVAL_CALL: Self =
        of(&[Generic, ClickHouse, Databricks, DuckDb, OpenSearch]);
    pub(in crate::sql) const EMPTY_ROW: Self = of(&[Generic, ClickHouse, DuckDb, Cockroach]);
    pub(in crate::sql) const EMPTY_IN: Self = of(&[Generic, ClickHouse, DuckDb]);
    /// `(1, 2,)`, `IN (1, 2,)`.
    pub(in crate::sql) const TRAILING_COMMA: Self = of(&[Generic, ClickHouse, Cockroach, DuckDb]);
    /// `[1, 2,]`.
    pub(in crate::sql) const TRAILING_LIST_COMMA: Self = of(&[Generic, Cockroach, DuckDb]);
    /// A select list may end with a comma.
    pub(in crate::sql) const TRAILING_SELECT_COMMA: Self =
        of(&[Generic, ClickHouse, Cockroach, DuckDb, BigQuery]);
    /// `SELECT a, FROM t` is refused.
    pub(in crate::sql) const NO_COMMA_BEFORE_FROM: Self =
        of(&[Postgres, Redshift, MySql, SingleStore, Trino]);
    /// `a BETWEEN NOT b AND c` is refused.
    pub(in crate::sql) const NO_NEGATED_BOUND: Self = of(&[Postgres, ClickHouse, DuckDb]);
    /// `f(a,)` is refused, although lists may end with a comma.
    pub(in crate::sql) const NO_COMMA_IN_CALL: Self = of(&[ClickHouse, BigQuery]);
    /// `SELECT FROM t`.
    pub(in crate::sql) const EMPTY_SELECT: Self = of(&[Postgres, Redshift, Cockroach]);
    /// `VALUES` takes rows in parentheses, none of them empty.
    pub(in crate::sql) const VALUES_ARE_ROWS: Self = of(&[Postgres, DuckDb]);
    /// `a..b` is refused: no schema can be left out.
    pub(in crate::sql) const NO_EMPTY_SCHEMA: Self = of(&[
        Postgres,
        Cockroach,
        MySql,
        SingleStore,
        BigQuery,
        Trino,
        DuckDb,
    ]);
    /// The expressions in a subquery are read: the engine's own parser has confirmed on thousands
    /// of valid ones that this refuses none.
    pub(in crate::sql) const READABLE_QUERIES: Self = of(&[
        Postgres, MySql, SqlServer, BigQuery, ClickHouse, Databricks, Trino, DuckDb,
    ]);
    /// `SELECT a AS 'b'` is refused.
    pub(in crate::sql) const NO_TEXT_ALIAS: Self =
        of(&[Postgres, BigQuery, Trino, ClickHouse, Databricks]);
    /// `INTERVAL '1'` is refused.
    pub(in crate::sql) const INTERVAL_NEEDS_UNIT: Self = of(&[ClickHouse, Databricks]);
    pub(in crate::sql) const TRAILING_ARGUMENT_COMMA: Self = of(&[Generic, DuckDb]);
    pub(in crate::sql) const EMPTY_DISTINCT: Self = of(&[Generic, ClickHouse, Databricks]);
    /// `x IN y` needs no parentheses.
    pub(in crate::sql) const IN_VALUE: Self = of(&[
        Generic, ClickHouse, DuckDb, BigQuery, Snowflake, SqlServer, Redshift, Firebolt,
    ]);
    /// `(1 AS a, 2 AS b)` is a row with named values.
    pub(in crate::sql) const NAMED_ROW: Self = of(&[Databricks, Cockroach]);
    /// `x.method(…)` may call a method of a column.
    pub(in crate::sql) const METHODS: Self = of(&[SqlServer, DuckDb]);
    /// `f(p)(x)`.
    pub(in crate::sql) const PARAMETRIC_CALL: Self = of(&[Generic, ClickHouse]);
    /// `IDENTIFIER('f')(x)`.
    pub(in crate::sql) const IDENTIFIER_CALL: Self = of(&[Snowflake, Databricks]);
    /// `f(SELECT 1)`.
    pub(in crate::sql) const BARE_SUBQUERY_ARGUMENT: Self = of(&[Generic, Snowflake]);
    /// `x AS name` anywhere in an expression.
    pub(in crate::sql) const ALIAS_INSIDE: Self = of(&[ClickHouse]);
    /// `f(x AS name)` for any function.
    pub(in crate::sql) const NAMED_ARGUMENT: Self = of(&[Generic, BigQuery]);
    /// `x.1`, `x.^y`, `x.:Type`.
    pub(in crate::sql) const TUPLE_INDEX: Self = of(&[Generic, ClickHouse]);
    /// `x.1`.
    pub(in crate::sql) const NUMBERED_FIELD: Self =
        of(&[Generic, ClickHouse, MySql, SingleStore, BigQuery]);
    /// `t.$1`, `t.$node_id`.
    pub(in crate::sql) const DOLLAR_FIELD: Self =
        of(&[Generic, Snowflake, SqlServer, MySql, ClickHouse]);
    /// `(a, b).@1`, and field names after a row: `((a, b) AS x, y)`.
    pub(in crate::sql) const AT_FIELD: Self = of(&[Cockroach]);
    /// `nan` and `inf` are numbers.
    pub(in crate::sql) const NAN_IS_A_VALUE: Self = of(&[ClickHouse]);
    /// `AND(a, b)` and the like are functions, and so is `any(x)`.
    pub(in crate::sql) const OPERATOR_FUNCTIONS: Self = of(&[Generic, ClickHouse, Databricks]);
    /// A call cannot be indexed: `(f(x))[1]` is needed.
    pub(in crate::sql) const NO_INDEX_ON_CALL: Self = of(&[Postgres]);
    /// `ANY(x)` has a meaning only after a comparison.
    pub(in crate::sql) const ANY_NEEDS_COMPARISON: Self =
        of(&[Postgres, Redshift, Cockroach, DuckDb]);
    /// `ANY`, `ALL` and `SOME` are not names.
    pub(in crate::sql) const QUANTIFIERS_RESERVED: Self = of(&[
        Postgres, Redshift, Cockroach, SqlServer, Snowflake, BigQuery, DuckDb,
    ]);
    /// `EXISTS (a)` is refused: a subquery belongs into its parentheses.
    pub(in crate::sql) const EXISTS_NEEDS_QUERY: Self =
        of(&[Postgres, MySql, SqlServer, BigQuery, DuckDb, Trino]);
    /// `EXISTS` is not a name.
    pub(in crate::sql) const EXISTS_RESERVED: Self = of(&[
        MySql,
        SingleStore,
        SqlServer,
        BigQuery,
        Trino,
        OpenSearch,
        Elasticsearch,
    ]);
    /// `INTERVAL` is not a name.
    pub(in crate::sql) const INTERVAL_RESERVED: Self =
        of(&[MySql, SingleStore, BigQuery, OpenSearch]);
    /// `CASE x END`.
    pub(in crate::sql) const EMPTY_CASE: Self = of(&[Generic, ClickHouse]);
    /// `end` can be a column.
    pub(in crate::sql) const END_IS_A_NAME: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        ClickHouse,
        Databricks,
        OpenSearch,
        Elasticsearch,
        Snowflake,
        SqlServer,
        BigQuery,
    ]);
    /// `NOT`, `EXISTS()` and `CAST(x)` are names and calls like any other.
    pub(in crate::sql) const EVERYTHING_IS_A_NAME: Self = of(&[Generic, Databricks]);
    /// `USER` is a value, not a column.
    pub(in crate::sql) const USER_IS_A_VALUE: Self =
        of(&[Postgres, Redshift, Cockroach, SqlServer]);
    /// `FROM t SELECT a` is refused: `FROM t |> SELECT a`.
    pub(in crate::sql) const FROM_NEEDS_PIPE: Self = of(&[BigQuery]);
    /// `UNION SELECT a` is refused.
    pub(in crate::sql) const UNION_NEEDS_ALL: Self = of(&[BigQuery]);
    /// `(1 a, 2 b)` and `STRUCT(1 a)` name fields.
    pub(in crate::sql) const BARE_FIELD_NAMES: Self = of(&[Databricks]);
    /// Any word may be an alias without `AS`: `SELECT a FROM FROM t`.
    pub(in crate::sql) const KEYWORDS_AS_ALIASES: Self = of(&[Databricks]);
    /// A subquery may begin with `FROM`.
    pub(in crate::sql) const FROM_FIRST: Self =
        of(&[Generic, ClickHouse, DuckDb, BigQuery, Databricks]);
    /// `FROM table` is a value, as `(SELECT * FROM table)` is.
    pub(in crate::sql) const BARE_FROM: Self = of(&[ClickHouse]);
    /// `WITH value AS name SELECT …`.
    pub(in crate::sql) const WITH_VALUE: Self = of(&[Generic, ClickHouse]);
    /// `VALUES(x)` is a call.
    pub(in crate::sql) const VALUES_IS_A_FUNCTION: Self =
        of(&[Generic, MySql, SingleStore, ClickHouse, Databricks]);
    /// `FILTER (x > 1)` without `WHERE`.
    pub(in crate::sql) const BARE_FILTER: Self = of(&[Generic, DuckDb]);
    /// `EXTRACT(YEAR x)`.
    pub(in crate::sql) const EXTRACT_BARE: Self = of(&[Generic, ClickHouse]);

    // Calls whose arguments are not values.

    /// `DATEADD(day, 1, x)`: a date part is a bare word.
    pub(in crate::sql) const BARE_DATE_PARTS: Self = all_but(&[Postgres, Cockroach, DuckDb]);
    /// Date parts come after the value: `DATE_DIFF(day, other, DAY)`, where `day` is a column.
    pub(in crate::sql) const DATE_PART_BEHIND: Self = of(&[BigQuery]);
    /// Date parts come before or after the value: a word that could be one is not a column.
    pub(in crate::sql) const DATE_PART_ANYWHERE: Self = of(&[Generic]);
    /// `CONVERT(type, x)`.
    pub(in crate::sql) const CONVERT_TYPE_FIRST: Self = of(&[Generic, SqlServer, Redshift]);
    /// `CONVERT(x, type)`.
    pub(in crate::sql) const CONVERT_TYPE_LAST: Self = of(&[MySql, SingleStore]);
    /// `MATCH(field, 'text', operator='AND')`: names before `=` are not columns.
    pub(in crate::sql) const RELEVANCE_FUNCTIONS: Self = of(&[OpenSearch, Elasticsearch]);

    // What the analysis needs.

    pub(in crate::sql) const CLICKHOUSE: Self = of(&[Generic, ClickHouse]);
    /// `x NOT NULL`, `5!`.
    pub(in crate::sql) const DUCKDB: Self = of(&[Generic, DuckDb]);
    pub(in crate::sql) const SPARK: Self = of(&[Generic, Databricks, DuckDb]);
}
