/** Completes the names of a table's columns in an SQL expression. */
// @ts-check

import { analyzerOf, contextOf } from './sql.js'
import { namesOf } from './sql-names.js'

/** @typedef {import('../../codemirror.d.ts').SqlContext} SqlContext */
/** @typedef {import('../../codemirror.d.ts').SqlTable} SqlTable */
/** @typedef {import('../../codemirror.d.ts').SqlTableColumn} SqlTableColumn */
/** @typedef {import('./sql-names.js').Names} Names */
/** @typedef {{ kind: string, text: string, start: number }} Token */
/**
 * The position at which a name is being typed.
 *
 * @typedef {object} Place
 * @property {number} from where the name begins
 * @property {boolean} isBegun whether part of it has been typed
 * @property {boolean} isQuoted whether it follows an open quote
 * @property {string | undefined} qualifier the name before the preceding dot, without quotes
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

/** The same word continues, so its completions are still valid. */
const SAME_WORD = /^[\p{L}_][\p{L}\p{N}_$]*$/u

/** @type {typeof import('../../codemirror.d.ts').sqlCompletionSource} */
export function sqlCompletionSource(given) {
  const namesIn = namesReader()
  return ({ state, pos, explicit }) => {
    const context = contextOf(given)
    const { table, column } = context
    if (!table) return null
    const names = namesIn(context)
    const place = names.quotes && placeAt(state.sliceDoc(0, pos), names.quotes, names.hasEscapes)
    if (!place || (!place.isBegun && place.qualifier === undefined && !explicit)) return null
    if (place.qualifier !== undefined && !isNamed(table, place.qualifier)) return null
    const options = table.columns
      .map((one) => (typeof one === 'string' ? { name: one } : one))
      .filter(({ name }) => name !== '' && name !== column)
      .map((one) => optionOf(one, place.isQuoted ? names.quote : names.write))
    const closing = names.quotes?.[1] ?? ''
    // Many editors insert the closing quote with the opening one.
    const to = place.isQuoted && state.sliceDoc(pos, pos + 1) === closing ? pos + 1 : pos
    return { from: place.from, to, options, ...(!place.isQuoted && { validFor: SAME_WORD }) }
  }
}

/**
 * @param {SqlTableColumn} column
 * @param {(name: string) => string} write
 */
function optionOf({ name, label, isCustomColumn, dataType }, write) {
  const detail = isCustomColumn ? 'custom column' : dataType
  return { label: write(name), type: isCustomColumn ? 'variable' : 'property', ...(detail && { detail }), ...(label && { info: label }) }
}

/** Each dialect is analysed once. */
function namesReader() {
  /** @type {SqlContext | undefined} */
  let of
  /** @type {Names | undefined} */
  let names
  return (/** @type {SqlContext} */ context) => {
    if (!names || of?.validator !== context.validator || of?.datasourceType !== context.datasourceType) {
      names = namesOf(analyzerOf(context), context.datasourceType)
      of = context
    }
    return names
  }
}

/**
 * @param {string} sql up to the caret
 * @param {import('./sql-names.js').Quotes} quotes
 * @param {boolean} hasEscapes
 * @returns {Place | undefined} undefined in strings, comments and numbers, and after a closed token
 */
function placeAt(sql, [open, close], hasEscapes) {
  const escaped = close === ']' ? '\\]' : close
  const quoted = new RegExp(`${open === '[' ? '\\[' : open}(?:[^${escaped}]|${escaped}${escaped})*(?:${escaped}|$)`, 'y')
  const { word, number, comment, string, escapedString, doubleString, space, sign } = TOKENS
  const rules = { quoted, word, number, comment, string: hasEscapes ? escapedString : string, doubleString, space, sign }
  /** @type {Token[]} */
  const tokens = []
  for (let at = 0; at < sql.length; ) {
    for (const [kind, rule] of Object.entries(rules)) {
      rule.lastIndex = at
      const text = rule.exec(sql)?.[0]
      if (text === undefined) continue
      if (kind !== 'space') tokens.push({ kind, text, start: at })
      at += text.length
      break
    }
  }

  const end = tokens.at(-1)
  // A token followed by whitespace has ended.
  const last = end && end.start + end.text.length === sql.length ? end : undefined
  if (last && NO_NAMES.has(last.kind)) return undefined
  // A comment ends with its sign, or with its line.
  if (last?.kind === 'comment' && !(last.text.length > 3 && last.text.endsWith('*/'))) return undefined
  const isQuoted = last?.kind === 'quoted'
  if (isQuoted && isClosed(last.text, close)) return undefined
  const begun = isQuoted || last?.kind === 'word' ? last : undefined
  const before = tokens.slice(0, begun && -1)
  const hasDot = before.at(-1)?.text === '.'
  const owner = hasDot ? before.at(-2) : undefined
  const isName = owner?.kind === 'word' || owner?.kind === 'quoted'
  // A dot after something else, such as a call, accesses unknown fields.
  if (hasDot && !isName) return undefined
  const qualifier = isName ? unquoted(owner, close) : undefined
  return { from: begun?.start ?? sql.length, isBegun: begun !== undefined, isQuoted, qualifier }
}

/** @param {string} text beginning with a quote @param {string} close */
function isClosed(text, close) {
  const inside = text.slice(1)
  const ending = inside.length - inside.replace(new RegExp(`[${close === ']' ? '\\]' : close}]+$`), '').length
  // Two of them stand for one in the name.
  return ending % 2 === 1
}

/** @param {Token} token @param {string} close */
function unquoted({ kind, text }, close) {
  return kind === 'quoted' ? text.slice(1, -1).replaceAll(close + close, close) : text
}

/**
 * Whether the table has this name, possibly with its schema before it. @param {SqlTable} table
 *
 * @param {string} name
 */
function isNamed(table, name) {
  return table.name?.split('.').at(-1)?.toLowerCase() === name.toLowerCase()
}
