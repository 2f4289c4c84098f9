//! What is known about functions by name. Only the analysis asks; no name makes an expression valid or invalid.

use super::dialect::{Dialect, Set};
use super::keyword::{self, SLOTS};

/// What a function does without `OVER`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Scalar,
    Aggregate,
    /// Needs `OVER`.
    Window,
}

/// Aggregates of any dialect; names that end in `_agg` are known without being listed.
const AGGREGATES: &[&str] = &[
    "any_value",
    "approx_count_distinct",
    "approx_distinct",
    "approx_most_frequent",
    "approx_percentile",
    "approx_percentile_cont",
    "approx_percentile_disc",
    "approx_quantile",
    "approx_quantiles",
    "approx_set",
    "approx_top_count",
    "approx_top_k",
    "approx_top_sum",
    "approximate_percentile",
    "arbitrary",
    "arg_max",
    "arg_min",
    "array_concat_agg",
    "array_unique_agg",
    "avg",
    "bit_and",
    "bit_or",
    "bit_xor",
    "bitand_agg",
    "bool_and",
    "bool_or",
    "checksum_agg",
    "collect_list",
    "collect_set",
    "corr",
    "count",
    "count_big",
    "count_if",
    "countif",
    "covar_pop",
    "covar_samp",
    "every",
    "first_value_agg",
    "geometric_mean",
    "group_concat",
    "grouping_sets",
    "hash_agg",
    "hll",
    "hll_count",
    "kurtosis",
    "listagg",
    "logical_and",
    "logical_or",
    "max",
    "max_by",
    "mean",
    "median",
    "min",
    "min_by",
    "mode",
    "multimap_agg",
    "numeric_histogram",
    "percentile",
    "percentile_approx",
    "percentile_cont",
    "percentile_disc",
    "product",
    "qdigest_agg",
    "quantile_cont",
    "quantile_disc",
    "range_merge_agg",
    "regr_avgx",
    "regr_avgy",
    "regr_count",
    "regr_intercept",
    "regr_r2",
    "regr_slope",
    "regr_sxx",
    "regr_sxy",
    "regr_syy",
    "skewness",
    "std",
    "stddev",
    "stddev_pop",
    "stddev_samp",
    "stdev",
    "stdevp",
    "string_agg",
    "sum",
    "sum_distinct",
    "sumdistinct",
    "try_avg",
    "try_sum",
    "var",
    "var_pop",
    "var_samp",
    "variance",
    "varp",
    "xmlagg",
];

/// Aggregates of ClickHouse in lower case, sorted; combinators such as `If` may follow them.
const CLICKHOUSE: &[&str] = &[
    "any",
    "anyheavy",
    "anylast",
    "argmax",
    "argmin",
    "avg",
    "avgweighted",
    "boundingratio",
    "categoricalinformationvalue",
    "contingency",
    "corr",
    "count",
    "covarpop",
    "covarsamp",
    "cramersv",
    "deltasum",
    "entropy",
    "exponentialmovingaverage",
    "first_value",
    "grouparray",
    "grouparraylast",
    "grouparraymovingavg",
    "grouparraymovingsum",
    "grouparraysample",
    "grouparraysorted",
    "groupbitand",
    "groupbitmap",
    "groupbitor",
    "groupbitxor",
    "groupconcat",
    "groupuniqarray",
    "histogram",
    "intervallengthsum",
    "kolmogorovsmirnovtest",
    "kurtpop",
    "kurtsamp",
    "last_value",
    "mannwhitneyutest",
    "max",
    "maxintersections",
    "maxmap",
    "median",
    "mediandeterministic",
    "medianexact",
    "mediantdigest",
    "min",
    "minmap",
    "quantile",
    "quantiledeterministic",
    "quantileexact",
    "quantileexacthigh",
    "quantileexactlow",
    "quantileexactweighted",
    "quantiles",
    "quantilesexact",
    "quantilestdigest",
    "quantilestiming",
    "quantiletdigest",
    "quantiletiming",
    "rankcorr",
    "retention",
    "sequencecount",
    "sequencematch",
    "simplelinearregression",
    "singlevalueornull",
    "skewpop",
    "skewsamp",
    "sparkbar",
    "stddevpop",
    "stddevsamp",
    "studentttest",
    "sum",
    "sumcount",
    "sumkahan",
    "summap",
    "summapfiltered",
    "sumwithoverflow",
    "theilsu",
    "topk",
    "topkweighted",
    "uniq",
    "uniqcombined",
    "uniqcombined64",
    "uniqexact",
    "uniqhll12",
    "uniqthetasketch",
    "varpop",
    "varsamp",
    "welchttest",
    "windowfunnel",
];

/// What may follow a ClickHouse aggregate, in lower case.
const COMBINATORS: &[&str] = &[
    "if",
    "array",
    "map",
    "state",
    "merge",
    "distinct",
    "ornull",
    "ordefault",
    "simplestate",
    "foreach",
    "resample",
    "argmax",
    "argmin",
];

/// Aggregates of Spark and `DuckDB` with names that others give to plain functions.
const SPARK: &[&str] = &[
    "any",
    "bitmap_construct_agg",
    "collect",
    "first",
    "histogram",
    "histogram_numeric",
    "last",
    "list",
    "some",
    "quantile",
];

const TRINO: &[&str] = &["checksum", "histogram"];

const WINDOW_ONLY: &[&str] = &[
    "cume_dist",
    "dense_rank",
    "first_value",
    "lag",
    "last_value",
    "lead",
    "nth_value",
    "ntile",
    "percent_rank",
    "rank",
    "ratio_to_report",
    "row_number",
];

static AGGREGATE_INDEX: [u16; SLOTS] = keyword::index(AGGREGATES);
static WINDOW_INDEX: [u16; SLOTS] = keyword::index(WINDOW_ONLY);

pub(super) fn nature(name: &str, dialect: Dialect) -> Nature {
    let bytes = name.as_bytes();
    if keyword::find(bytes, AGGREGATES, &AGGREGATE_INDEX).is_some() {
        return Nature::Aggregate;
    }
    let ends_in_agg = bytes.len() > 4
        && bytes
            .get(bytes.len() - 4..)
            .is_some_and(|end| end.eq_ignore_ascii_case(b"_agg"));
    if ends_in_agg || is_aggregate_of(dialect, name) {
        return Nature::Aggregate;
    }
    if keyword::find(bytes, WINDOW_ONLY, &WINDOW_INDEX).is_some() {
        Nature::Window
    } else {
        Nature::Scalar
    }
}

/// Names that only some dialects have for aggregates.
fn is_aggregate_of(dialect: Dialect, name: &str) -> bool {
    let one_of = |list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(name));
    if dialect.is_in(Set::CLICKHOUSE) {
        let mut buffer = [0; 48];
        if lower_case(name, &mut buffer).is_some_and(is_clickhouse_aggregate) {
            return true;
        }
    }
    dialect.is_in(Set::SPARK) && one_of(SPARK) || dialect.is_in(Set::TRINO) && one_of(TRINO)
}

fn is_clickhouse_aggregate(mut lower: &str) -> bool {
    // At most a few combinators follow each other: `sumArrayIf`.
    for _ in 0..4 {
        if CLICKHOUSE.binary_search(&lower).is_ok() {
            return true;
        }
        let Some(shorter) = COMBINATORS
            .iter()
            .find_map(|suffix| lower.strip_suffix(suffix))
        else {
            return false;
        };
        lower = shorter;
    }
    false
}

/// `name` in lower case; `None` where it is longer than any known name.
fn lower_case<'b>(name: &str, buffer: &'b mut [u8; 48]) -> Option<&'b str> {
    let target = buffer.get_mut(..name.len())?;
    target.copy_from_slice(name.as_bytes());
    target.make_ascii_lowercase();
    std::str::from_utf8(target).ok()
}

/// Whether an argument of the function names a part of a date: `DATEADD`, `TIMESTAMP_TRUNC`, `LAST_DAY`.
pub(super) fn takes_date_part(name: &str) -> bool {
    let mut buffer = [0; 48];
    let Some(lower) = lower_case(name, &mut buffer) else {
        return false;
    };
    let about_time = lower.contains("date") || lower.contains("time") || lower.contains("day");
    let acts = [
        "add", "sub", "diff", "trunc", "part", "name", "last", "bucket", "slice", "floor", "ceil",
    ];
    lower == "extract"
        || lower == "trunc"
        || about_time && acts.iter().any(|act| lower.contains(act))
}

/// `MATCH`, `MULTI_MATCH`, `QUERY_STRING` and their like.
pub(super) fn is_relevance(name: &str) -> bool {
    let mut buffer = [0; 48];
    lower_case(name, &mut buffer).is_some_and(|lower| {
        lower.contains("match") || lower.contains("query") || lower == "score" || lower == "nested"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(CLICKHOUSE.is_sorted());
    }

    #[test]
    fn combinators() {
        assert_eq!(nature("sumArrayIf", Dialect::ClickHouse), Nature::Aggregate);
        assert_eq!(nature("sumif", Dialect::MySql), Nature::Scalar);
        assert_eq!(nature("any", Dialect::Postgres), Nature::Scalar);
        assert_eq!(nature("BoolOr_Agg", Dialect::Snowflake), Nature::Aggregate);
    }

    #[test]
    fn date_parts() {
        for name in [
            "DATEADD",
            "date_trunc",
            "TIMESTAMP_TRUNC",
            "LAST_DAY",
            "TIMESTAMPDIFF",
            "DATEDIFF_BIG",
        ] {
            assert!(takes_date_part(name), "{name}");
        }
        assert!(!takes_date_part("DATE"));
        assert!(!takes_date_part("GREATEST"));
    }
}
