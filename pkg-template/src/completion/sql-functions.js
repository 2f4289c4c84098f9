/**
 * The functions of each SQL dialect with their signatures, and the words of its expressions.
 *
 * Sources: the function references of PostgreSQL 17, CockroachDB 25, Amazon Redshift, MySQL 8.4,
 * SingleStore 8.9, SQL Server 2022, Snowflake, BigQuery, ClickHouse 26, Databricks, Trino 476,
 * Firebolt, DuckDB 2, OpenSearch 3 and Elasticsearch 9. These are what expressions over columns use
 * most, not all that exist: a name that is missing here is as valid as before.
 * `xtask/sql/functions.py` asks the engines that are available as packages.
 */
// @ts-check

/** The letter of each datasource type's dialect. @type {Readonly<Record<string, string>>} */
const LETTERS = {
  postgres: 'P',
  cockroachdb: 'C',
  redshift: 'R',
  mysql: 'M',
  singlestore: 'S',
  mssql: 'T',
  snowflake: 'N',
  bigquery: 'B',
  clickhouse: 'H',
  databricks: 'D',
  trino: 'A',
  athena: 'A',
  firebolt: 'F',
  awss3: 'U',
  csv: 'U',
  opensearch: 'O',
  elasticsearch: 'E',
}

/**
 * A line for each set of dialects: their letters, or `*` for all but the letters after it. Words in
 * lower case are parameters.
 *
 * @type {Readonly<Record<'aggregate' | 'window' | 'function', string>>}
 */
const SIGNATURES = {
  aggregate: `
* COUNT(value); SUM(number); AVG(number); MIN(value); MAX(value)
*T STDDEV_POP(number); STDDEV_SAMP(number); VAR_POP(number); VAR_SAMP(number)
PCRDAFU BOOL_AND(condition); BOOL_OR(condition)
PCTBFU STRING_AGG(text, separator)
PCNBDAFU ARRAY_AGG(value)
PCNBDAU CORR(y, x)
RMSNBDAFU ANY_VALUE(value)
STNBDFU APPROX_COUNT_DISTINCT(value)
RSNDFU MEDIAN(number)
NBDAF MAX_BY(value, order); MIN_BY(value, order)
NDAU COUNT_IF(condition)
PCR PERCENTILE_CONT(fraction) WITHIN GROUP (ORDER BY number)
T APPROX_PERCENTILE_CONT(fraction) WITHIN GROUP (ORDER BY number)
RNA LISTAGG(text, separator) WITHIN GROUP (ORDER BY text)
PC JSON_AGG(value); JSONB_AGG(value)
P MODE() WITHIN GROUP (ORDER BY value)
MS GROUP_CONCAT(text)
M JSON_ARRAYAGG(value); JSON_OBJECTAGG(key, value)
S JSON_AGG(value)
T STDEV(number); STDEVP(number); VAR(number); VARP(number)
N BOOLAND_AGG(condition); BOOLOR_AGG(condition); MODE(value); APPROX_PERCENTILE(number, fraction)
B APPROX_QUANTILES(value, count); COUNTIF(condition); LOGICAL_AND(condition); LOGICAL_OR(condition)
H any(value); anyLast(value); argMax(value, order); argMin(value, order); avgIf(number, condition); countIf(condition); groupArray(value); groupUniqArray(value); median(number); quantile(fraction)(number); sumIf(number, condition); topK(count)(value); uniq(value); uniqExact(value)
D COLLECT_LIST(value); COLLECT_SET(value); MODE(value); PERCENTILE(number, fraction); PERCENTILE_APPROX(number, fraction); FIRST(value); LAST(value)
A APPROX_DISTINCT(value); APPROX_PERCENTILE(number, fraction); ARBITRARY(value)
U ARG_MAX(value, order); ARG_MIN(value, order); LIST(value); MODE(value); QUANTILE_CONT(number, fraction)
E KURTOSIS(number); SKEWNESS(number); SUM_OF_SQUARES(number); PERCENTILE(number, percent); FIRST(value, order); LAST(value, order); MAD(number)`,
  window: `
*OE ROW_NUMBER(); RANK(); DENSE_RANK(); NTILE(buckets); LAG(value, rows); LEAD(value, rows); FIRST_VALUE(value); LAST_VALUE(value); PERCENT_RANK(); CUME_DIST()
*OETF NTH_VALUE(value, row)`,
  function: `
* ABS(number); FLOOR(number); ROUND(number, digits); SIGN(number); SQRT(number); EXP(number); POWER(base, exponent)
* CAST(value AS type); NULLIF(value, other)
*T CEIL(number); MOD(dividend, divisor)
*TE LN(number)
T CEILING(number); LOG(number); LOG10(number)
*O COALESCE(value, …); GREATEST(value, …); LEAST(value, …)
MSNBHDUOE IFNULL(value, other)
MSBHDAO IF(condition, value, other)
TE IIF(condition, value, other)
RNDE NVL(value, other)
RND NVL2(value, if_set, if_null)
T ISNULL(value, other); CHOOSE(index, value, …)
TDAUF TRY_CAST(value AS type)
N IFF(condition, value, other); ZEROIFNULL(number); DIV0(dividend, divisor); TRY_CAST(text AS type); TRY_TO_NUMBER(text); TRY_TO_DATE(text)
RN DECODE(value, search, result, other)
B SAFE_CAST(value AS type); SAFE_DIVIDE(dividend, divisor)
D TRY_DIVIDE(dividend, divisor)
A TRY(expression)
* TRIM(text); LTRIM(text); RTRIM(text); SUBSTRING(text, start, length); REPLACE(text, from, to); CONCAT(text, …)
*E LOWER(text); UPPER(text); REVERSE(text)
*T LENGTH(text)
*AOF LEFT(text, length); RIGHT(text, length)
*OET LPAD(text, length, fill); RPAD(text, length, fill)
PCRNDFUA SPLIT_PART(text, separator, part)
PCRTNBDUA TRANSLATE(text, from, to)
PCRBFUA STRPOS(text, pattern)
PCRNBD INITCAP(text)
PCMSTNHDUA CONCAT_WS(separator, text, …)
PCRMSNBDFUA REGEXP_REPLACE(text, pattern, replacement)
DAU REGEXP_EXTRACT(text, pattern, group)
BF REGEXP_EXTRACT(text, pattern)
PMNFA REGEXP_LIKE(text, pattern)
RN REGEXP_SUBSTR(text, pattern)
NDU CONTAINS(text, pattern)
ND STARTSWITH(text, prefix); ENDSWITH(text, suffix)
BU STARTS_WITH(text, prefix); ENDS_WITH(text, suffix)
MSDU INSTR(text, pattern)
MSDOE LOCATE(pattern, text)
RTN CHARINDEX(pattern, text)
NBDA SPLIT(text, separator)
PCRN TO_CHAR(value, format)
PC JSONB_EXTRACT_PATH_TEXT(json, key, …)
PT FORMAT(format, value, …)
TB JSON_VALUE(json, path)
MS CHAR_LENGTH(text); SUBSTRING_INDEX(text, separator, count)
M FIELD(value, option, …); JSON_EXTRACT(json, path); JSON_UNQUOTE(json)
T LEN(text); PATINDEX(pattern, text); STUFF(text, start, length, insert); REPLICATE(text, count)
N PARSE_JSON(text); GET_PATH(json, path)
B CONTAINS_SUBSTR(text, pattern); REGEXP_CONTAINS(text, pattern); FORMAT(format, value, …)
R JSON_EXTRACT_PATH_TEXT(json, key, …)
D GET_JSON_OBJECT(json, path); FORMAT_STRING(format, value, …)
A JSON_EXTRACT_SCALAR(json, path)
U REGEXP_MATCHES(text, pattern); JSON_EXTRACT_STRING(json, path); PRINTF(format, value, …)
H empty(value); notEmpty(value); position(text, pattern); startsWith(text, prefix); endsWith(text, suffix); match(text, pattern); extract(text, pattern); splitByString(separator, text); replaceRegexpAll(text, pattern, replacement); JSONExtractString(json, key); multiIf(condition, value, other); toString(value); toInt64(value); toFloat64(value); toDecimal64(value, scale); toFloat64OrNull(text)
E LCASE(text); UCASE(text); CHAR_LENGTH(text)
PCRMSNBDAFUE CURRENT_DATE
PCMSTNBDAFUE CURRENT_TIMESTAMP
PCMSHDAUOE NOW()
PCRSNHDAFUE DATE_TRUNC('month', date)
*T EXTRACT(unit FROM date)
PCRUE DATE_PART('month', date)
PCU AGE(end, start)
MSTNHDAUOE YEAR(date); MONTH(date)
MSTNDAUO DAY(date)
MSNHDAUOE QUARTER(date); HOUR(date)
MSNUO DAYNAME(date); MONTHNAME(date)
RMSNBDU LAST_DAY(date)
PRND TO_DATE(text, format)
PNDF TO_TIMESTAMP(text, format)
PU MAKE_DATE(year, month, day)
RTN DATEADD(unit, number, date); DATEDIFF(unit, start, end)
MSDO DATEDIFF(end, start)
MSBO DATE_ADD(date, INTERVAL number unit); DATE_SUB(date, INTERVAL number unit)
AFE DATE_ADD('day', number, date)
AFUE DATE_DIFF('day', start, end)
MSDOA DATE_FORMAT(date, format)
MSO TIMESTAMPDIFF(unit, start, end); CURDATE()
MSBO DATE(date)
MSDA FROM_UNIXTIME(seconds)
MS STR_TO_DATE(text, format); UNIX_TIMESTAMP(date); CONVERT_TZ(date, from, to)
RT GETDATE()
RD ADD_MONTHS(date, months)
T SYSDATETIME(); DATEPART(unit, date); DATENAME(unit, date); DATETRUNC(unit, date); EOMONTH(date); DATEFROMPARTS(year, month, day)
N DATE_PART(unit, date); CONVERT_TIMEZONE(from, to, date)
B CURRENT_DATETIME(); DATE_TRUNC(date, unit); DATETIME_TRUNC(date, unit); TIMESTAMP_TRUNC(date, unit); DATE_DIFF(end, start, unit); TIMESTAMP_DIFF(end, start, unit); FORMAT_DATE(format, date); FORMAT_TIMESTAMP(format, date); PARSE_DATE(format, text); TIMESTAMP_SECONDS(seconds)
D DATE_ADD(date, days); DATE_SUB(date, days); MONTHS_BETWEEN(end, start); DAYOFWEEK(date); WEEKOFYEAR(date); FROM_UTC_TIMESTAMP(date, timezone)
A DAY_OF_WEEK(date); DATE_PARSE(text, format); TO_UNIXTIME(date); LAST_DAY_OF_MONTH(date); AT_TIMEZONE(date, timezone)
U STRFTIME(date, format); STRPTIME(text, format); EPOCH(date)
H today(); toDate(value); toDateTime(value); toStartOfMonth(date); toStartOfWeek(date); toStartOfQuarter(date); toStartOfYear(date); toStartOfDay(date); toYYYYMM(date); dateDiff('day', start, end); addDays(date, number); addMonths(date, number); subtractDays(date, number); formatDateTime(date, format); parseDateTimeBestEffort(text)
E DATETIME_FORMAT(date, format); HISTOGRAM(value, interval); DAY_OF_WEEK(date); DAY_OF_MONTH(date)`,
}

/** The words of expressions, in the same notation; `_` is where the next thing goes. */
const WORDS = `
* AND; OR; NOT; IN (_); BETWEEN _ AND; LIKE; IS NULL; IS NOT NULL; CASE WHEN _ THEN  END; WHEN; THEN; ELSE; END; AS; NULL; DISTINCT
*T TRUE; FALSE; INTERVAL
PCRNDHUF ILIKE
*OE OVER (_); PARTITION BY; ORDER BY; ASC; DESC; ROWS BETWEEN _ AND CURRENT ROW
PCUDAH FILTER (WHERE _)
PCUR SIMILAR TO
PCUDANTB IS DISTINCT FROM
MSDN RLIKE; REGEXP
O REGEXP
E RLIKE
MS DIV
M XOR
PCRTAUF AT TIME ZONE
T COLLATE`

/** @typedef {import('../../completion.d.ts').SqlFunctionKind} FunctionKind */
/** @typedef {{ name: string, signature: string, kind: FunctionKind }} SqlFunction */

/** What each dialect has is read once. @type {Map<string, { functions: readonly SqlFunction[], words: readonly string[] }>} */
const KNOWN = new Map()

/**
 * The functions and words of a dialect. Of an unknown one, those that nearly all have.
 *
 * @param {string | null | undefined} datasourceType
 */
export function vocabularyOf(datasourceType) {
  const letter = datasourceType && Object.prototype.hasOwnProperty.call(LETTERS, datasourceType) ? LETTERS[datasourceType] || '' : ''
  let known = KNOWN.get(letter)
  if (!known) {
    const kinds = /** @type {FunctionKind[]} */ (['aggregate', 'window', 'function'])
    const functions = kinds.flatMap((kind) =>
      entries(SIGNATURES[kind], letter).map((signature) => ({ name: /^\w+/.exec(signature)?.[0] ?? '', signature, kind })),
    )
    known = { functions, words: entries(WORDS, letter) }
    KNOWN.set(letter, known)
  }
  return known
}

/** @param {string} section @param {string} letter */
function entries(section, letter) {
  return section
    .split('\n')
    .map((line) => /^(\*?)(\w*) (.*)$/.exec(line))
    .flatMap((line) => {
      const [, all = '', letters = '', list = ''] = line ?? []
      const isListed = letter !== '' && letters.includes(letter)
      return (all ? !isListed : isListed) && list ? list.split('; ') : []
    })
}
