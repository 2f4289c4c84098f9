//! Classifies the values of a column by the name of its type. An unknown name makes no claim.

use crate::text::trimmed;

/// Kinds of values, as far as rules distinguish them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueKind {
    /// Integers and others, of any size.
    Number,
    /// Text of any length.
    Text,
    /// A date, a time, or both.
    DateTime,
    /// True or false.
    Boolean,
    /// A universally unique identifier.
    Uuid,
    /// Lists, objects, bytes, geographic positions.
    Other,
}

/// The first words of the type names of all databases, in lower case, by kind. `bit` is missing: it
/// is a flag in one database and a bit string in another.
const NAMES: [(ValueKind, &str); 6] = [
    (
        ValueKind::Number,
        "int integer int2 int4 int8 int16 int32 int64 int128 int256 uint8 uint16 uint32 uint64 uint128 uint256 smallint \
         bigint tinyint mediumint byteint hugeint uhugeint usmallint ubigint utinyint uinteger serial bigserial smallserial \
         number numeric decimal dec fixed decimal32 decimal64 decimal128 decimal256 float float4 float8 float16 float32 \
         float64 bfloat16 half_float scaled_float real double money smallmoney bignumeric bigdecimal long short byte \
         unsigned_long",
    ),
    (
        ValueKind::Text,
        "text varchar char character bpchar nchar nvarchar ntext varchar2 nvarchar2 string str fixedstring tinytext \
         mediumtext longtext citext clob keyword wildcard constant_keyword match_only_text national enum enum8 enum16 sysname",
    ),
    (
        ValueKind::DateTime,
        "date date32 datetime datetime2 datetime64 smalldatetime datetimeoffset time time64 timetz timestamp timestamptz \
         timestamp_ntz timestamp_ltz timestamp_tz timestampntz timestampltz timestamptz_ns timestamp_s timestamp_ms \
         timestamp_ns date_nanos pgdate",
    ),
    (ValueKind::Boolean, "bool boolean"),
    (ValueKind::Uuid, "uuid uniqueidentifier"),
    (
        ValueKind::Other,
        "json jsonb object nested variant super array map struct tuple record row binary varbinary \
         bytea blob tinyblob mediumblob longblob bytes image xml geometry geography geo_point geo_shape point interval inet \
         cidr macaddr ipv4 ipv6 ip hstore tsvector list set",
    ),
];

/// ClickHouse wrappers that make no difference here.
const WRAPPERS: [&str; 2] = ["nullable(", "lowcardinality("];

pub(super) fn of(type_name: &str) -> Option<ValueKind> {
    let mut name = trimmed(type_name);
    'unwrap: loop {
        for wrapper in WRAPPERS {
            if let Some(start) = name.get(..wrapper.len())
                && start.eq_ignore_ascii_case(wrapper)
            {
                name = name.get(wrapper.len()..)?;
                continue 'unwrap;
            }
        }
        break;
    }
    // A list of numbers is not a number.
    if name.trim_end().ends_with(']') || name.starts_with('_') {
        return Some(ValueKind::Other);
    }
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let word = name.split(|c| !is_inside(c)).next()?;
    let is_word = |known: &&str| known.eq_ignore_ascii_case(word);
    let mut kinds = NAMES.iter();
    let (kind, _) =
        kinds.find(|(_, names)| names.split_ascii_whitespace().any(|it| is_word(&it)))?;
    Some(*kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_all_databases() {
        for (name, kind) in [
            ("integer", Some(ValueKind::Number)),
            ("NUMBER(38,0)", Some(ValueKind::Number)),
            ("double precision", Some(ValueKind::Number)),
            ("Nullable(Decimal(10, 2))", Some(ValueKind::Number)),
            ("int unsigned", Some(ValueKind::Number)),
            ("character varying(20)", Some(ValueKind::Text)),
            ("LowCardinality(Nullable(String))", Some(ValueKind::Text)),
            ("nvarchar(max)", Some(ValueKind::Text)),
            ("enum('a','b')", Some(ValueKind::Text)),
            ("timestamp without time zone", Some(ValueKind::DateTime)),
            ("TIMESTAMP_NTZ(9)", Some(ValueKind::DateTime)),
            ("DateTime64(3, 'UTC')", Some(ValueKind::DateTime)),
            ("BOOL", Some(ValueKind::Boolean)),
            ("Nullable(UUID)", Some(ValueKind::Uuid)),
            ("uniqueidentifier", Some(ValueKind::Uuid)),
            ("integer[]", Some(ValueKind::Other)),
            ("_text", Some(ValueKind::Other)),
            ("Array(String)", Some(ValueKind::Other)),
            ("STRUCT<a INT64>", Some(ValueKind::Other)),
            ("bit", None),
            ("order_status", None),
            ("", None),
        ] {
            assert_eq!(of(name), kind, "{name}");
        }
    }
}
