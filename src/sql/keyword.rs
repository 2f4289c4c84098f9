//! The words that grammar or analysis asks about, recognised once while reading the text.
//!
//! Being listed here reserves nothing: the parser takes every word as a name unless it needs it at that place.

macro_rules! words {
    ($($name:ident $text:literal),+ $(,)?) => {
        /// A word known by name; `Other` is any other word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u16)]
        pub(super) enum Word { Other, $($name),+ }

        /// In the order of the enumeration, without `Other`.
        const WORDS: &[Word] = &[$(Word::$name),+];
        const NAMES: &[&str] = &[$($text),+];
    };
}

words! {
    // Operators in words, and the words that open or divide an expression.
    And "and", Or "or", Xor "xor", Not "not", Div "div", Mod "mod", In "in", Like "like", Ilike "ilike", Rlike "rlike",
    Regexp "regexp", Glob "glob", Similar "similar", Sounds "sounds", Between "between", Is "is", Isnull "isnull",
    Notnull "notnull", Collate "collate", At "at", Overlaps "overlaps", Member "member", Escape "escape",
    Uescape "uescape", Operator "operator", Global "global", Match "match", Against "against",
    Case "case", When "when", Then "then", Else "else", End "end", As "as", Exists "exists", Interval "interval",
    Any "any", All "all", Some "some", Array "array", Struct "struct", Map "map", Binary "binary", Distinct "distinct",
    Symmetric "symmetric", Asymmetric "asymmetric", Convert "convert", TryConvert "try_convert", Lambda "lambda",
    Approximate "approximate", Collation "collation", Extract "extract", Range "range", Unique "unique",
    Unnest "unnest", Date "date", Time "time", Timestamp "timestamp", Next "next", Multiset "multiset",
    Cursor "cursor", Lateral "lateral", JsonArray "json_array", Table "table", Try "try", If "if",
    // Clauses of a statement.
    Select "select", From "from", Where "where", Group "group", By "by", Having "having", Order "order", Limit "limit",
    Offset "offset", Union "union", Except "except", Intersect "intersect", Minus "minus", With "with", Values "values",
    Join "join", On "on", Using "using", Window "window", Qualify "qualify", Fetch "fetch", Into "into", Inner "inner",
    Left "left", Right "right", Full "full", Outer "outer", Cross "cross", Natural "natural", Top "top",
    Recursive "recursive", Only "only", Final "final", Prewhere "prewhere", Xml "xml", Tablesample "tablesample",
    Insert "insert", Update "update", Delete "delete", Create "create", Drop "drop", Alter "alter",
    Truncate "truncate", Grant "grant", Revoke "revoke", Explain "explain", Describe "describe", Show "show",
    Merge "merge", Call "call", Use "use", Set "set", Begin "begin", Commit "commit", Rollback "rollback",
    Declare "declare", Exec "exec", Execute "execute", Replace "replace", Exclude "exclude",
    // Tails of calls and windows.
    Over "over", Filter "filter", Within "within", Ignore "ignore", Respect "respect", Nulls "nulls",
    Partition "partition", Distribute "distribute", Cluster "cluster", Sort "sort", Rows "rows", Groups "groups",
    Row "row", Unbounded "unbounded", Preceding "preceding", Following "following", Current "current",
    First "first", Last "last", Asc "asc", Desc "desc", Separator "separator", Overflow "overflow",
    Returning "returning", Default "default", Empty "empty", Error "error", Placing "placing", For "for",
    Passing "passing", Format "format", Key "key", Value "value", Absent "absent", Name "name",
    Both "both", Leading "leading", Trailing "trailing", Variadic "variadic", Document "document", Content "content",
    Json "json", To "to", Local "local", Zone "zone", Without "without", Keep "keep", Omit "omit", Max "max",
    Min "min", Boolean "boolean", Wrapper "wrapper", Columns "columns", Preserve "preserve", Strip "strip",
    Version "version", Standalone "standalone",
    // After `IS`.
    Unknown "unknown", Normalized "normalized", Nfc "nfc", Nfd "nfd", Nfkc "nfkc", Nfkd "nfkd", Nan "nan",
    Infinite "infinite", Of "of", Scalar "scalar", Object "object",
    // Parts of types.
    Precision "precision", Varying "varying", Character "character", Charset "charset", Unsigned "unsigned",
    Signed "signed", Double "double", National "national", Large "large", Byte "byte", Ascii "ascii", Unicode "unicode",
    Char "char", Integer "integer", Int "int", Varchar "varchar", Long "long", Bit "bit",
    // Values written as a word. Keep `Null` first and `LocalTimestamp` last: see `Word::is_constant`.
    Null "null", True "true", False "false", CurrentDate "current_date", CurrentTime "current_time",
    CurrentTimestamp "current_timestamp", CurrentUser "current_user", CurrentRole "current_role",
    CurrentCatalog "current_catalog", CurrentSchema "current_schema", CurrentDatetime "current_datetime",
    SessionUser "session_user", SystemUser "system_user", Sysdate "sysdate", Systimestamp "systimestamp",
    UtcDate "utc_date", UtcTime "utc_time", UtcTimestamp "utc_timestamp", LocalTime "localtime",
    LocalTimestamp "localtimestamp",
    User "user",
    // Parts of a date. Keep `Year` first and `Zulu` last: see `Word::is_unit`.
    Year "year", Years "years", Yy "yy", Yyyy "yyyy", Quarter "quarter", Quarters "quarters", Qq "qq", Q "q",
    Month "month", Months "months", Mon "mon", Mm "mm", M "m", Week "week", Weeks "weeks", Wk "wk", Ww "ww", Weekday "weekday",
    Dw "dw", W "w", Day "day", Days "days", Dd "dd", D "d", Dy "dy", Y "y", DayOfYear "dayofyear", DayOfWeek "dayofweek",
    DayOfMonth "dayofmonth", Doy "doy", Dow "dow", Hour "hour", Hours "hours", Hh "hh", H "h", Hr "hr", Minute "minute",
    Minutes "minutes", Mi "mi", N "n", Min2 "mins", Second "second", Seconds "seconds", Ss "ss", S "s", Sec "sec",
    Secs "secs", Millisecond "millisecond", Milliseconds "milliseconds", Ms "ms", Microsecond "microsecond",
    Microseconds "microseconds", Us "us", Mcs "mcs", Nanosecond "nanosecond", Nanoseconds "nanoseconds", Ns "ns",
    IsoWeek "isoweek", IsoYear "isoyear", IsoDow "isodow", Epoch "epoch", Decade "decade", Decades "decades",
    Century "century", Centuries "centuries", Millennium "millennium", Millennia "millennia", IsoWw "iso_week",
    YearMonth "year_month", DayHour "day_hour", DayMinute "day_minute", DaySecond "day_second",
    DayMicrosecond "day_microsecond", HourMinute "hour_minute", HourSecond "hour_second",
    HourMicrosecond "hour_microsecond", MinuteSecond "minute_second", MinuteMicrosecond "minute_microsecond",
    SecondMicrosecond "second_microsecond", TzOffset "tzoffset", TimezoneHour "timezone_hour",
    TimezoneMinute "timezone_minute", Zulu "timezone",
}

impl Word {
    /// `NULL`, `TRUE`, `CURRENT_DATE`: a value, not a column, where it stands alone.
    pub(super) fn is_constant(self) -> bool {
        (Self::Null..=Self::LocalTimestamp).contains(&self)
    }

    /// A part of a date or a unit of an interval.
    pub(super) fn is_unit(self) -> bool {
        (Self::Year..=Self::Zulu).contains(&self)
    }

    /// Words that never name a column of their own, because every engine needs them between or around values.
    pub(super) fn is_reserved(self) -> bool {
        matches!(
            self,
            Self::And
                | Self::Or
                | Self::In
                | Self::Like
                | Self::Between
                | Self::Is
                | Self::When
                | Self::Then
                | Self::Else
                | Self::As
                | Self::Select
                | Self::From
                | Self::Where
                | Self::Having
                | Self::Union
                | Self::On
                | Self::Distinct
                | Self::Ilike
                | Self::By
                | Self::Join
                | Self::Using
        )
    }

    /// Words that begin a clause after an expression.
    pub(super) fn is_clause(self) -> bool {
        matches!(
            self,
            Self::From
                | Self::Where
                | Self::Group
                | Self::Having
                | Self::Order
                | Self::Limit
                | Self::Offset
                | Self::Union
                | Self::Except
                | Self::Intersect
                | Self::Join
                | Self::Fetch
                | Self::Qualify
                | Self::Prewhere
                | Self::Window
        )
    }
}

/// Slots of an index: few enough to be small, many enough that words rarely share one.
pub(super) const SLOTS: usize = 1024;

const fn hash(first: u8, middle: u8, last: u8, length: usize) -> usize {
    let first = (first | 32) as usize;
    let middle = (middle | 32) as usize;
    let last = (last | 32) as usize;
    (first * 31 + middle * 7 + last * 131 + length * 257) % SLOTS
}

/// An index over lower-case names with open addressing: the place of the name plus one, zero for a free slot. Built at
/// compile time.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "runs at compile time, where a mistake fails the build"
)]
pub(super) const fn index(names: &[&str]) -> [u16; SLOTS] {
    assert!(names.len() < SLOTS / 2);
    let mut index = [0; SLOTS];
    let mut at = 0;
    while at < names.len() {
        let text = names[at].as_bytes();
        let mut slot = hash(
            text[0],
            text[text.len() / 2],
            text[text.len() - 1],
            text.len(),
        );
        while index[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        at += 1;
        index[slot] = at as u16;
    }
    index
}

/// Where `text` stands in the indexed names, whatever its case.
pub(super) fn find(text: &[u8], names: &[&str], index: &[u16; SLOTS]) -> Option<usize> {
    let (&first, &middle, &last) = (text.first()?, text.get(text.len() / 2)?, text.last()?);
    let mut slot = hash(first, middle, last, text.len());
    loop {
        let place = usize::from(*index.get(slot)?).checked_sub(1)?;
        if names
            .get(place)
            .is_some_and(|known| text.eq_ignore_ascii_case(known.as_bytes()))
        {
            return Some(place);
        }
        slot = (slot + 1) % SLOTS;
    }
}

static INDEX: [u16; SLOTS] = index(NAMES);

/// Which known word `text` is, whatever its case.
pub(super) fn lookup(text: &[u8]) -> Word {
    find(text, NAMES, &INDEX)
        .and_then(|place| WORDS.get(place))
        .copied()
        .unwrap_or(Word::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        for (text, word) in NAMES.iter().zip(WORDS) {
            assert_eq!(lookup(text.as_bytes()), *word);
            assert_eq!(lookup(text.to_uppercase().as_bytes()), *word);
        }
        assert_eq!(lookup(b"orders"), Word::Other);
        assert_eq!(lookup(b""), Word::Other);
    }
}
