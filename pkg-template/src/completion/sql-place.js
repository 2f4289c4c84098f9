/** Reads an SQL expression as far as completion needs it: tokens, and where a name can be. */
// @ts-check

/** @typedef {import('./sql-dialect.js').Dialect} Dialect */
/** @typedef {'quoted' | 'word' | 'number' | 'comment' | 'string' | 'doubleString' | 'sign'} TokenKind */
/** @typedef {{ kind: TokenKind, text: string, start: number }} Token */
/**
 * The position at which a name is being typed.
 *
 * @typedef {object} Place
 * @property {number} from where the name begins
 * @property {boolean} isQuoted whether it follows an open quote
 * @property {string | undefined} qualifier the name before the preceding dot, without quotes
 * @property {boolean} isAfterValue whether an operator is expected here
 */

/**
 * Words, numbers, and tokens with a closing sign of their own or none. Double quotes are tried
 * after quoted names.
 */
const TOKENS = {
  word: /[\p{L}_][\p{L}\p{N}_$]*/uy,
  number: /\d[\w.]*/y,
  comment: /--[^\n]*|\/\*[^]*?(?:\*\/|$)/y,
  string: /'(?:[^']|'')*(?:'|$)/y,
  doubleString: /"(?:[^"\\]|""|\\[^]?)*(?:"|$)/y,
  escapedString: /'(?:[^'\\]|''|\\[^]?)*(?:'|$)/y,
  space: /\s+/y,
  sign: /[^]/y,
}

const NO_NAMES = new Set(['string', 'doubleString', 'number'])

/** Words after which a value is expected, as after an operator. */
const OPERATORS = /^(?:and|or|not|xor|div|in|like|ilike|rlike|regexp|between|is|case|when|then|else|distinct|by|on|where|as|over)$/i

/** @param {Dialect['quotes']} quotes @returns {RegExp} */
function quotedName([open, close]) {
  const escaped = close === ']' ? '\\]' : close
  return new RegExp(`${open === '[' ? '\\[' : open}(?:[^${escaped}]|${escaped}${escaped})*(?:${escaped}|$)`, 'y')
}

/**
 * The tokens without whitespace.
 *
 * @param {string} sql
 * @param {Dialect} dialect
 */
export function tokensOf(sql, { quotes, hasEscapes }) {
  const { word, number, comment, string, escapedString, doubleString, space, sign } = TOKENS
  const rules = { quoted: quotedName(quotes), word, number, comment, string: hasEscapes ? escapedString : string, doubleString, space, sign }
  /** @type {Token[]} */
  const tokens = []
  for (let at = 0; at < sql.length; ) {
    for (const [kind, rule] of Object.entries(rules)) {
      rule.lastIndex = at
      const text = rule.exec(sql)?.[0]
      if (text === undefined) continue
      if (kind !== 'space') tokens.push({ kind: /** @type {TokenKind} */ (kind), text, start: at })
      at += text.length
      break
    }
  }
  return tokens
}

/**
 * @param {string} sql up to the caret
 * @param {Dialect} dialect
 * @returns {Place | undefined} undefined in strings, comments and numbers, and after a closed token
 */
export function placeAt(sql, dialect) {
  const [, close] = dialect.quotes
  const tokens = tokensOf(sql, dialect)
  const end = tokens[tokens.length - 1]
  // A token followed by whitespace has ended.
  const last = end && end.start + end.text.length === sql.length ? end : undefined
  if (last && NO_NAMES.has(last.kind)) return undefined
  // A comment ends with its sign, or with its line.
  if (last?.kind === 'comment' && !(last.text.length > 3 && last.text.endsWith('*/'))) return undefined
  const isQuoted = last?.kind === 'quoted'
  if (isQuoted && isClosed(last.text, close)) return undefined
  const begun = isQuoted || last?.kind === 'word' ? last : undefined
  const before = (begun ? tokens.slice(0, -1) : tokens).filter(({ kind }) => kind !== 'comment')
  const previous = before[before.length - 1]
  const hasDot = previous?.text === '.'
  const owner = hasDot ? before[before.length - 2] : undefined
  const isName = owner?.kind === 'word' || owner?.kind === 'quoted'
  // A dot after something else, such as a call, accesses unknown fields.
  if (hasDot && !isName) return undefined
  return {
    from: begun?.start ?? sql.length,
    isQuoted,
    qualifier: isName ? unquoted(owner, close) : undefined,
    isAfterValue: previous !== undefined && isValue(previous),
  }
}

/** Whether a token ends a value. @param {Token} token */
function isValue({ kind, text }) {
  return kind === 'sign' ? text === ')' || text === ']' : !(kind === 'word' && OPERATORS.test(text))
}

/** @param {string} text beginning with a quote @param {string} close */
function isClosed(text, close) {
  const inside = text.slice(1)
  const ending = inside.length - inside.replace(new RegExp(`[${close === ']' ? '\\]' : close}]+$`), '').length
  // Two of them stand for one in the name.
  return ending % 2 === 1
}

/** @param {Token} token @param {string} close */
export function unquoted({ kind, text }, close) {
  return kind === 'quoted' ? text.slice(1, -1).split(close + close).join(close) : text
}
