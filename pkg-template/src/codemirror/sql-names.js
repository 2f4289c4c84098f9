/**
 * How to write names in the SQL of a datasource. The package itself determines what a dialect can
 * read.
 */
// @ts-check

/** @typedef {import('../../index.d.ts').DatasourceType} DatasourceType */
/** @typedef {import('../../index.d.ts').SqlAnalysis} SqlAnalysis */
/** @typedef {readonly [open: string, close: string]} Quotes */
/**
 * @typedef {object} Names
 * @property {Quotes | undefined} quotes around a name; undefined if there is no SQL
 * @property {boolean} hasEscapes whether a backslash in a string escapes the quote after it
 * @property {(name: string) => string} write as it must be written in an expression
 * @property {(name: string) => string} quote
 */

/** The standard quotes come first: some dialects read several. @type {readonly Quotes[]} */
const QUOTES = [
  ['"', '"'],
  ['`', '`'],
  ['[', ']'],
]

/**
 * Databases that fold unquoted names to lower or upper case, so that names in another case need
 * quotes. Names of a table are used exactly as listed, because the API compares them exactly:
 * `total` in Snowflake is a column created as "total", as data frame libraries do; without quotes
 * it would be a different column, TOTAL.
 */
const READ_SMALL = new Set(['postgres', 'cockroachdb', 'firebolt'])
const READ_CAPITAL = new Set(['snowflake'])

/**
 * Words that most dialects reserve. The package reads some of them as names, because engines
 * differ.
 */
const RESERVED = new Set(
  `all and any array as asc between both by case cast check collate column constraint create cross current_date current_time
  current_timestamp current_user default delete desc distinct drop else end except exists false fetch for foreign from full grant group
  having if ilike in index inner insert intersect interval into is join key lateral leading left like limit natural not null offset on or
  order outer over partition primary references right row rows select session_user set some table then to trailing true union unique
  update user using values when where window with`.split(/\s+/),
)

/**
 * @param {(sql: string) => SqlAnalysis} analyze in the dialect
 * @param {DatasourceType | null} [datasourceType]
 * @returns {Names}
 */
export function namesOf(analyze, datasourceType) {
  const quotes = QUOTES.find(([open, close]) => isColumn(analyze(`${open}a b${close}`)))
  const folded = datasourceType && (READ_SMALL.has(datasourceType) ? /[A-Z]/ : READ_CAPITAL.has(datasourceType) ? /[a-z]/ : undefined)
  /** @param {string} name */
  const quote = (name) => (quotes ? quotes[0] + name.replaceAll(quotes[1], quotes[1] + quotes[1]) + quotes[1] : name)
  return {
    quotes,
    hasEscapes: analyze(String.raw`'\''`).valid,
    write: (name) => (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name.toLowerCase()) && !folded?.test(name) ? name : quote(name)),
    quote,
  }
}

/** @param {SqlAnalysis} analysis */
function isColumn({ valid, columns }) {
  return valid && columns.length === 1
}
