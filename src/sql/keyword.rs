//! The words that the grammar asks about, recognised once while the text is read.
//!
//! A listed word is not thereby reserved: the parser takes every word as a name unless the grammar
//! needs it at that position.

use std::sync::OnceLock;

use super::dialect::Set;

macro_rules! words {
    ($($name:ident $text:literal),+ $(,)?) => {
        /// A word of the grammar; `Other` is any other word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Word { Other, $($name),+ }

        /// In the order of the variants, without `Other`.
        const NAMES: &str = concat!($(" ", $text),+);

        impl Word {
            fn of_number(number: usize) -> Self {
                $(if number == Self::$name as usize { return Self::$name; })+
                Self::Other
            }
        }
    };
}

words! {
    // Word operators, and words that open or divide an expression.
    And "and", Or "or", Xor "xor", Not "not", Div "div", Mod "mod", In "in", Like "like", Ilike "ilike",
    Rlike "rlike", Regexp "regexp", Glob "glob", Similar "similar", Sounds "sounds", Between "between", Is "is",
    Isnull "isnull", Notnull "notnull", Collate "collate", At "at", Overlaps "overlaps", Member "member",
    Escape "escape", Uescape "uescape", Operator "operator", ConnectByRoot "connect_by_root", Global "global", Match "match", Against "against",
    Case "case", When "when", Then "then", Else "else", End "end", As "as", Exists "exists", Interval "interval",
    Any "any", All "all", Some "some", Array "array", Struct "struct", Map "map", Binary "binary",
    Distinct "distinct", Distinctrow "distinctrow", Cast "cast", TryCast "try_cast", SafeCast "safe_cast", Symmetric "symmetric", Asymmetric "asymmetric", Convert "convert",
    TryConvert "try_convert", AnnotateType "annotate_type", Identifier "identifier", DatePart "date_part", Lambda "lambda", Approximate "approximate", Collation "collation", Extract "extract", Trim "trim",
    Range "range", Unique "unique", Unnest "unnest", Time "time", Timestamp "timestamp",
    Multiset "multiset", Cursor "cursor", Lateral "lateral", JsonArray "json_array", Table "table", If "if",
    // Clauses of a statement.
    Select "select", From "from", Where "where", Group "group", By "by", Having "having", Order "order",
    Limit "limit", Union "union", Except "except", Minus "minus", With "with", Values "values", Join "join",
    On "on", Using "using", Inner "inner", Left "left", Right "right", Full "full", Outer "outer", Cross "cross",
    Natural "natural", Top "top", Recursive "recursive", Only "only", Final "final", Xml "xml", Qualify "qualify", Prewhere "prewhere",
    Tablesample "tablesample", Insert "insert", Update "update", Delete "delete", Create "create", Drop "drop",
    Alter "alter", Truncate "truncate", Grant "grant", Revoke "revoke", Explain "explain", Describe "describe",
    Show "show", Merge "merge", Call "call", Use "use", Set "set", Begin "begin", Commit "commit",
    Rollback "rollback", Declare "declare", Exec "exec", Execute "execute", Replace "replace", Exclude "exclude", Rename "rename",
    // Tails of calls and windows.
    Over "over", Filter "filter", Within "within", Ignore "ignore", Respect "respect", Nulls "nulls",
    Partition "partition", Distribute "distribute", Cluster "cluster", Sort "sort", Rows "rows", Groups "groups",
    Row "row", Unbounded "unbounded", Preceding "preceding", Following "following", Current "current",
    First "first", Last "last", Asc "asc", Desc "desc", Separator "separator", Returning "returning",
    Default "default", Empty "empty", Error "error", Placing "placing", For "for", Passing "passing",
    Format "format", Key "key", Value "value", Absent "absent", Name "name", Both "both", Leading "leading",
    Trailing "trailing", Variadic "variadic", Document "document", Content "content", Json "json", To "to",
    Local "local", Zone "zone", Without "without", Keep "keep", Omit "omit", Max "max", Min "min",
    Boolean "boolean", Columns "columns", Preserve "preserve", Strip "strip", Version "version",
    Standalone "standalone", Indent "indent", No "no", Yes "yes", ExportState "export_state", Pattern "pattern",
    // After `IS`.
    Unknown "unknown", Normalized "normalized", Nfc "nfc", Nfd "nfd", Nfkc "nfkc", Nfkd "nfkd", Nan "nan", Inf "inf",
    Infinity "infinity", Infinite "infinite", Of "of", Scalar "scalar", Object "object",
    // Parts of types.
    Precision "precision", Varying "varying", Character "character", Charset "charset", Unsigned "unsigned",
    Signed "signed", Double "double", National "national", Large "large", Byte "byte", Ascii "ascii",
    Unicode "unicode", Char "char", Integer "integer", Int "int", Varchar "varchar", Long "long", Bit "bit",
    // Values written as a word.
    Null "null", True "true", False "false", User "user",
    // Parts of a date.
    Year "year", Quarter "quarter", Month "month", Week "week", Day "day", Hour "hour", Minute "minute",
    Second "second",
}

/// What is known about a token beyond its kind: one bit each.
pub(super) type Traits = u32;

/// An operator that may be between two values.
pub(super) const INFIX: Traits = 1;
/// An operator that may be before a value.
pub(super) const PREFIX: Traits = 1 << 1;
/// A comparison operator, so that a chain of it is suspicious.
pub(super) const COMPARES: Traits = 1 << 2;
/// `*`, which also means "all columns".
pub(super) const STAR: Traits = 1 << 3;
/// Listed by name, or in one of the first groups.
pub(super) const KNOWN: Traits = 1 << 4;
/// Never an unquoted column, because every engine needs it between or around values.
pub(super) const RESERVED: Traits = 1 << 5;
/// Begins a clause after an expression.
pub(super) const CLAUSE: Traits = 1 << 6;
/// A value, not a column, if it is used alone.
pub(super) const CONSTANT: Traits = 1 << 7;
/// A date part or an interval unit.
pub(super) const UNIT: Traits = 1 << 8;
/// Not a column in a statement.
pub(super) const KEYWORD: Traits = 1 << 9;
/// Placed between two tables.
pub(super) const JOINS: Traits = 1 << 10;
/// After a name, this continues the expression.
pub(super) const CONTINUES: Traits = 1 << 11;
/// Cannot be the last word of an expression.
pub(super) const BETWEEN: Traits = 1 << 12;
/// Begins a statement if a value or a name follows.
pub(super) const STATEMENT: Traits = 1 << 13;
/// Begins a statement if a name follows.
pub(super) const COMMAND: Traits = 1 << 14;
/// Comes after an argument and before a value.
pub(super) const TAIL: Traits = 1 << 15;
/// A type that may precede a string in dialects where not every word may: `DATE '2024-01-01'`.
pub(super) const TYPE: Traits = 1 << 16;
/// A type with other types in angle brackets.
pub(super) const CONTAINER: Traits = 1 << 17;
/// A function that needs `OVER`.
pub(super) const WINDOW: Traits = 1 << 18;
/// An aggregate with one argument, a plain function with two: `BIT_AND(a, b)`.
pub(super) const ONE_ARGUMENT: Traits = 1 << 19;
/// A date part in some functions, too short or too common a word to be a unit.
pub(super) const PART: Traits = 1 << 20;
/// A function whose first argument is a date part.
pub(super) const PART_FIRST: Traits = 1 << 21;
/// The same if there are at least three arguments: `DATEADD(day, 1, x)`, but not
/// `DATE_ADD(day, 1)`.
pub(super) const PART_OF_THREE: Traits = 1 << 22;
/// A function with a date part after its value.
pub(super) const PART_BEHIND: Traits = 1 << 23;

/// Not a column in PostgreSQL, `DuckDB` and MySQL, because the engine needs the word elsewhere.
pub(super) const NO_COLUMN_IN_POSTGRES: Traits = 1 << 24;
pub(super) const NO_COLUMN_IN_DUCKDB: Traits = 1 << 25;
pub(super) const NO_COLUMN_IN_MYSQL: Traits = 1 << 26;

/// A function that reads the tables which its arguments name as text, and a join without `JOIN`.
pub(super) const READS_TABLES: Traits = 1 << 27;
/// Makes rows of its arguments and reads no table.
pub(super) const MAKES_ROWS: Traits = 1 << 28;
/// Placed before `JOIN`, besides `JOINS`.
pub(super) const SAYS_HOW_TO_JOIN: Traits = 1 << 29;
/// Begins what follows an expression in a query, besides `CLAUSE`, `JOINS` and `KEYWORD`.
pub(super) const BEGINS: Traits = 1 << 30;
/// Among tables, placed before a name or before brackets that do not name columns.
pub(super) const AMONG_TABLES: Traits = 1 << 31;

static GROUPS: &[(Traits, &str)] = &[
    (KNOWN, NAMES),
    (KNOWN, "date try into overflow wrapper"),
    (
        KNOWN | RESERVED | KEYWORD,
        "and or in like between is when then else as select from where having union on distinct ilike join using",
    ),
    (
        KNOWN | CLAUSE | KEYWORD,
        "from where group having order limit offset union except intersect join fetch qualify prewhere window",
    ),
    (
        KNOWN | CONSTANT | KEYWORD,
        "null true false current_date current_time current_timestamp current_user current_role current_catalog \
         current_schema current_datetime session_user system_user sysdate systimestamp utc_date utc_time \
         utc_timestamp localtime localtimestamp",
    ),
    (
        KNOWN | UNIT,
        "year years yy yyyy quarter quarters qq q month months mon mm m week weeks wk ww weekday dw w day days dd d \
         dy y dayofyear dayofweek dayofmonth doy dow hour hours hh h hr minute minutes mi n mins second seconds ss s \
         sec secs millisecond milliseconds ms microsecond microseconds us mcs nanosecond nanoseconds ns isoweek \
         isoyear isodow epoch decade decades century centuries millennium millennia iso_week year_month day_hour \
         day_minute day_second day_microsecond hour_minute hour_second hour_microsecond minute_second \
         minute_microsecond second_microsecond tzoffset timezone_hour timezone_minute timezone yr yrs qtr qtrs mons \
         hrs min msec msecs usec usecs nsec isowk isoww tz tzh tzm woy weekofyear week_iso weekiso weekofyear_iso \
         weekofyeariso dayofweek_iso dayofweekiso weekday_iso dow_iso yearofweek yearofweekiso epoch_second \
         epoch_millisecond epoch_microsecond epoch_nanosecond epoch_seconds epoch_milliseconds epoch_microseconds \
         epoch_nanoseconds sql_tsi_second sql_tsi_minute sql_tsi_hour sql_tsi_day \
         sql_tsi_week sql_tsi_month sql_tsi_quarter sql_tsi_year",
    ),
    (
        PART,
        "dec decs c cent cents mil mils yearday msecond mseconds millisec millisecs millisecon microsec microsecs \
         usecond useconds nanosec nanosecs nsecond nseconds dw_iso wy",
    ),
    (
        PART_FIRST,
        "datename datepart datetrunc date_part date_trunc timestampadd timestampdiff",
    ),
    (
        PART_OF_THREE,
        "dateadd datediff date_add date_diff date_sub datesub datediff_big date_bucket timeadd timediff \
         timestamp_add timestamp_sub age",
    ),
    (
        PART_BEHIND,
        "last_day trunc date_trunc datetime_trunc time_trunc timestamp_trunc date_diff datetime_diff time_diff \
         timestamp_diff",
    ),
    (
        KEYWORD,
        "not case end exists all any some interval asc desc nulls over partition rows range preceding following \
         unbounded current with by recursive only inner left right full outer cross natural lateral for top escape \
         minus values unnest within filter separator ignore respect array row final tablesample collate glob rlike \
         regexp similar default replace",
    ),
    (
        JOINS,
        "inner left right full outer cross natural on using lateral and or unnest",
    ),
    (
        CONTINUES,
        "and or is in like ilike between not collate at rlike regexp similar xor div mod as isnull notnull",
    ),
    (
        BETWEEN,
        "and or like ilike between in is when then else not",
    ),
    (
        KNOWN | STATEMENT,
        "select update delete drop alter create grant revoke explain where having",
    ),
    (
        KNOWN | COMMAND,
        "insert truncate describe show merge call use set begin commit rollback declare exec execute",
    ),
    (
        TAIL,
        "from for placing separator limit value escape passing where if default format version standalone columns level",
    ),
    (
        TYPE,
        "date time timestamp datetime timestamptz timetz timestamp_ltz timestamp_ntz timestamp_tz timestampltz \
         timestampntz decimal numeric bignumeric bigdecimal json uuid bool boolean int int64 integer bigint smallint \
         tinyint float float64 double real string varchar char text bytes binary interval ipaddress variant \
         geography geometry x point",
    ),
    (CONTAINER, "array struct map range table row list nullable"),
    (
        NO_COLUMN_IN_POSTGRES | NO_COLUMN_IN_DUCKDB,
        "array asc asymmetric binary both case cast collate collation create cross desc except for full group \
         inner isnull lateral leading left limit natural notnull only order outer overlaps placing returning right \
         similar symmetric table tablesample to trailing unique variadic with",
    ),
    (NO_COLUMN_IN_POSTGRES, "grant"),
    (
        NO_COLUMN_IN_MYSQL,
        "all alter asc both by call case char character collate convert create cross cursor declare default delete \
         desc describe distinctrow div double drop except explain for grant group if ignore inner insert int integer \
         key leading left limit long match mod natural order outer over partition precision range recursive regexp \
         replace revoke right rlike rows separator set show table to trailing unique unsigned update use values \
         varchar varying with xor",
    ),
    (
        SAYS_HOW_TO_JOIN,
        "local semi anti asof positional any all global paste array hash loop merge remote",
    ),
    (
        BEGINS,
        "into lock procedure settings format option cluster distribute sort sample connect start rows interpolate \
         apply pivot straight_join step staleness",
    ),
    (
        AMONG_TABLES,
        "of settings apply straight_join stream view ordinality returning at index key match_recognize option \
         partition pivot repeatable sample tablesample unpivot with columns",
    ),
    (ONE_ARGUMENT, "bit_and bit_or bit_xor"),
    (
        READS_TABLES,
        "query_to_xml table_to_xml schema_to_xml database_to_xml cursor_to_xml dblink joinget straight_join",
    ),
    (
        MAKES_ROWS,
        "unnest flatten explode generate_series string_split openjson json_table json_array_elements \
         jsonb_array_elements jsonb_array_elements_text jsonb_each",
    ),
];

/// Aggregates by dialect, one line for each set of dialects: the bits of the set, then the names.
/// Made from the lists in `tests/data/sql/aggregates`; see `tests/rust/sql_aggregates.rs`.
const AGGREGATES: &str = include_str!("aggregates.txt");

/// What is known about one name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    name: &'static str,
    pub(super) word: Word,
    pub(super) traits: Traits,
    /// The dialects in which it is an aggregate.
    pub(super) aggregates: Set,
}

/// An index of all names. It is built when the first expression is read, which takes a few
/// microseconds: a prebuilt index would be a large part of the module.
#[derive(Debug)]
pub(super) struct Names {
    entries: Vec<Entry>,
    /// Open addressing: the number of an entry plus one; zero is a free slot.
    slots: Vec<u16>,
}

/// Small, but large enough that names rarely share a slot.
const SLOTS: usize = 4096;

/// What is known about a name that is not listed.
static OTHER: Entry = Entry {
    name: "",
    word: Word::Other,
    traits: 0,
    aggregates: Set::NONE,
};

impl Names {
    pub(super) fn get() -> &'static Self {
        static NAMES: OnceLock<Names> = OnceLock::new();
        NAMES.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut names = Self {
            entries: vec![OTHER],
            slots: vec![0; SLOTS],
        };
        for (traits, list) in GROUPS {
            for name in list.split(' ').filter(|name| !name.is_empty()) {
                names.add(name, *traits, Set::NONE);
            }
        }
        for line in AGGREGATES.lines() {
            let mut list = line.split(' ');
            let dialects = Set::parse(list.next().unwrap_or_default());
            list.for_each(|name| names.add(name, 0, dialects));
        }
        names
    }

    fn add(&mut self, name: &'static str, traits: Traits, aggregates: Set) {
        let (slot, _) = self.place(name.as_bytes());
        let Some(number) = self.slots.get_mut(slot) else {
            return;
        };
        if *number == 0 {
            *number = u16::try_from(self.entries.len()).unwrap_or(0);
            self.entries.push(Entry {
                name,
                word: Word::of_number(self.entries.len()),
                ..OTHER
            });
        }
        if let Some(entry) = self.entries.get_mut(usize::from(*number)) {
            entry.traits |= traits;
            if aggregates.is_some() {
                entry.aggregates = aggregates;
            }
        }
    }

    /// Looks up `text` in any case.
    pub(super) fn find(&self, text: &[u8]) -> &Entry {
        self.place(text).1
    }

    /// Where `text` is in the index, or where it belongs, and what is known about it.
    fn place(&self, text: &[u8]) -> (usize, &Entry) {
        let ([first, ..], [.., last]) = (text, text) else {
            return (0, &OTHER);
        };
        let length = text.len();
        let middle = text.get(length / 2).unwrap_or(first);
        let [first, middle, last] = [first, middle, last].map(|byte| usize::from(byte | 32));
        let mut slot = first * 31 + middle * 7 + last * 131 + length * 257;
        loop {
            slot %= SLOTS;
            let number = self.slots.get(slot).copied().unwrap_or(0);
            let known = self.entries.get(usize::from(number)).unwrap_or(&OTHER);
            if number == 0 || text.eq_ignore_ascii_case(known.name.as_bytes()) {
                return (slot, known);
            }
            slot += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_name_is_found_in_any_case() {
        let names = Names::get();
        for (traits, list) in GROUPS {
            for name in list.split(' ').filter(|name| !name.is_empty()) {
                assert_eq!(
                    names.find(name.as_bytes()).traits & traits,
                    *traits,
                    "{name}"
                );
                assert_eq!(names.find(name.to_uppercase().as_bytes()).name, name);
            }
        }
        for (name, number) in NAMES.split(' ').skip(1).zip(1..) {
            assert_eq!(names.find(name.as_bytes()).word as usize, number, "{name}");
        }
        assert_eq!(names.find(b"orders").word, Word::Other);
        assert_eq!(names.find(b"").traits, 0);
    }

    #[test]
    fn names_rarely_share_a_slot() {
        assert!(Names::get().entries.len() < SLOTS / 3);
        assert!(
            Names::get().entries.len() > 500,
            "the aggregates are missing"
        );
    }
}
