/** How names are written in the SQL of a datasource. */
// @ts-check

/** @typedef {import('../../completion.d.ts').SqlContext} SqlContext */
/** @typedef {readonly [open: string, close: string]} Quotes */
/**
 * @typedef {object} Dialect
 * @property {Quotes} quotes around a name
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

/** Where only backticks quote names; everywhere else, double quotes do. */
const BACKTICKS = new Set(['bigquery', 'databricks', 'mysql', 'opensearch', 'singlestore'])

/** Where a backslash in a string is an ordinary character. */
const PLAIN_BACKSLASH = new Set(['athena', 'mssql', 'postgres', 'trino'])

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
 * @param {SqlContext} context
 * @returns {Dialect | undefined} undefined if there is no SQL
 */
export function dialectOf({ datasourceType, validator }) {
  const read = datasourceType || !validator ? listed(datasourceType || '') : askedFor(validator)
  if (!read) return undefined
  const [open, close] = read.quotes
  const folded = datasourceType && (READ_SMALL.has(datasourceType) ? /[A-Z]/ : READ_CAPITAL.has(datasourceType) ? /[a-z]/ : undefined)
  /** @param {string} name */
  const quote = (name) => open + name.split(close).join(close + close) + close
  return {
    ...read,
    write: (name) => (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name.toLowerCase()) && !folded?.test(name) ? name : quote(name)),
    quote,
  }
}

/** @param {string} datasourceType */
function listed(datasourceType) {
  if (datasourceType === 'mongodb') return undefined
  const quotes = /** @type {Quotes} */ (QUOTES[BACKTICKS.has(datasourceType) ? 1 : 0])
  return { quotes, hasEscapes: !PLAIN_BACKSLASH.has(datasourceType) }
}

/** A validator alone knows its dialect, and says what it reads. @type {WeakMap<object, ReturnType<typeof listed>>} */
const ASKED = new WeakMap()

/** @param {NonNullable<SqlContext['validator']>} validator */
function askedFor(validator) {
  if (!ASKED.has(validator)) {
    const quotes = QUOTES.find(([open, close]) => {
      const { valid, columns } = validator.analyzeSql(`${open}a b${close}`)
      return valid && columns.length === 1
    })
    ASKED.set(validator, quotes && { quotes, hasEscapes: validator.analyzeSql(String.raw`'\''`).valid })
  }
  return ASKED.get(validator)
}
