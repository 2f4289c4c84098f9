/** Completes and describes the names in an SQL expression. */
// @ts-check

import { dialectOf } from './sql-dialect.js'
import { vocabularyOf } from './sql-functions.js'
import { placeAt, tokensOf, unquoted } from './sql-place.js'

/** @typedef {import('../../completion.d.ts').Completion} Completion */
/** @typedef {import('../../completion.d.ts').SqlContext} SqlContext */
/** @typedef {import('../../completion.d.ts').SqlTable} SqlTable */
/** @typedef {import('../../completion.d.ts').SqlTableColumn} SqlTableColumn */
/** @typedef {import('./sql-functions.js').SqlFunction} SqlFunction */

/** What belongs where a value is expected, or an operator, and what does not. */
const LIKELY = -10
const UNLIKELY = -60

/** @type {typeof import('../../completion.d.ts').completeSql} */
export function completeSql(sql, offset, given) {
  const context = given || {}
  const { table, column } = context
  const dialect = dialectOf(context)
  const place = dialect && placeAt(sql.slice(0, offset), dialect)
  if (!place) return undefined
  const { from, isQuoted, qualifier, isAfterValue } = place
  if (qualifier !== undefined && !(table && isNamed(table, qualifier))) return undefined
  const closing = dialect.quotes[1]
  // Many editors insert the closing quote with the opening one.
  const to = isQuoted && sql.slice(offset, offset + 1) === closing ? offset + 1 : offset
  const options = columnsOf(table)
    .filter(({ name }) => name !== '' && name !== column)
    .map((one) => ({ ...columnCompletion(one, isQuoted ? dialect.quote : dialect.write), ...(isAfterValue && { boost: UNLIKELY }) }))
  if (isQuoted || qualifier !== undefined) return options.length > 0 ? { from, to, options } : undefined
  const { functions, words } = vocabularyOf(context.datasourceType)
  const isSmall = /^[a-z]/.test(sql.slice(from, offset))
  const isCalled = /^\s*\(/.test(sql.slice(offset))
  return {
    from,
    to,
    options: [
      ...options,
      ...functions.map((one) => functionCompletion(one, isSmall, isCalled, isAfterValue)),
      ...words.map((word) => wordCompletion(word, isSmall, isAfterValue)),
    ],
  }
}

/** @param {SqlTable | null | undefined} table @returns {SqlTableColumn[]} */
export function columnsOf(table) {
  return table ? table.columns.map((one) => (typeof one === 'string' ? { name: one } : one)) : []
}

/**
 * @param {SqlTableColumn} column
 * @param {(name: string) => string} write
 * @returns {Completion}
 */
function columnCompletion({ name, label, isCustomColumn, dataType }, write) {
  const detail = isCustomColumn ? 'custom column' : dataType
  const insert = write(name)
  return { label: insert, kind: isCustomColumn ? 'customColumn' : 'column', ...(detail && { detail }), ...(label && { info: label }), insert }
}

/**
 * @param {SqlFunction} one
 * @param {boolean} isSmall
 * @param {boolean} isCalled whether there are brackets already
 * @param {boolean} isAfterValue
 * @returns {Completion}
 */
function functionCompletion({ name, signature, kind }, isSmall, isCalled, isAfterValue) {
  const insert = isCalled ? name : template(name, signature) + (kind === 'window' ? ' OVER ()' : '')
  const boost = isAfterValue ? UNLIKELY : LIKELY
  return { label: cased(name, name, isSmall), kind, detail: cased(signature, name, isSmall).slice(name.length), ...atCaret(cased(insert, name, isSmall)), boost }
}

/** A signature without its parameters; the caret goes where the first was. @param {string} name @param {string} signature */
function template(name, signature) {
  const rest = signature.slice(name.length)
  // Words of the grammar and texts stay: `EXTRACT(… FROM …)`.
  if (!/[A-Z']/.test(rest)) return rest === '' || rest === '()' ? name + rest : `${name}(_)`
  let isFirst = true
  return name + rest.replace(/'[^']*'|[a-z_]+|…/g, (word) => (word.startsWith("'") ? word : isFirst ? ((isFirst = false), '_') : ''))
}

/** @param {string} word @param {boolean} isSmall @param {boolean} isAfterValue @returns {Completion} */
function wordCompletion(word, isSmall, isAfterValue) {
  const label = word.replace(/ ?[(_].*$/, '')
  const startsValue = /^(?:CASE|NOT|NULL|TRUE|FALSE|INTERVAL|DISTINCT)\b/.test(word)
  const isWanted = startsValue !== isAfterValue
  return { label: cased(label, label, isSmall), kind: 'keyword', ...atCaret(cased(word, label, isSmall)), boost: isWanted ? LIKELY : UNLIKELY }
}

/** In the case in which the user has begun; some names have one of their own. @param {string} text @param {string} name @param {boolean} isSmall */
function cased(text, name, isSmall) {
  return isSmall && !/[a-z]/.test(name) ? text.toLowerCase() : text
}

/** @param {string} text with `_` at the caret */
function atCaret(text) {
  const caret = text.search(/(?:^|[ (])_(?:[ ),]|$)/)
  if (caret < 0) return { insert: text }
  const at = text.indexOf('_', caret)
  return { insert: text.slice(0, at) + text.slice(at + 1), caret: at }
}

/** @type {typeof import('../../completion.d.ts').describeSql} */
export function describeSql(sql, offset, given) {
  const context = given || {}
  const dialect = dialectOf(context)
  if (!dialect) return undefined
  const tokens = tokensOf(sql, dialect)
  const index = tokens.findIndex(({ start, text }) => start <= offset && offset < start + text.length)
  const token = tokens[index]
  if (!token || (token.kind !== 'word' && token.kind !== 'quoted')) return undefined
  const place = { from: token.start, to: token.start + token.text.length }
  const name = unquoted(token, dialect.quotes[1])
  if (tokens[index + 1]?.text === '(' && token.kind === 'word') {
    const { functions } = vocabularyOf(context.datasourceType)
    const known = functions.find((one) => one.name === name) || functions.find((one) => one.name.toLowerCase() === name.toLowerCase())
    return known && { ...place, title: known.signature, ...(known.kind !== 'function' && { detail: `${known.kind} function` }) }
  }
  // A field of something else is no column.
  const owner = tokens[index - 1]?.text === '.' ? tokens[index - 2] : undefined
  if (owner && !(context.table && isNamed(context.table, unquoted(owner, dialect.quotes[1])))) return undefined
  const columns = columnsOf(context.table)
  const column = columns.find((one) => one.name === name) || columns.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!column) return undefined
  const detail = column.isCustomColumn ? 'custom column' : column.dataType
  const info = column.isCustomColumn ? column.sql : column.label
  return { ...place, title: column.name, ...(detail && { detail }), ...(info && { info }) }
}

/**
 * Whether the table has this name, possibly with its schema before it.
 *
 * @param {SqlTable} table
 * @param {string} name
 */
function isNamed(table, name) {
  const parts = (table.name ?? '').split('.')
  return parts[parts.length - 1]?.toLowerCase() === name.toLowerCase()
}
