/** Completes the JSON text of a datamart. */
// @ts-check

import { KINDS, holds, need } from './contract.js'
import { namesFor, objectsFor } from './names-in-datamart.js'
import { OPEN_ARRAY, OPEN_OBJECT, Scanner, STRING, WORD } from './scanner.js'
import { siteAt } from './site.js'
import { completeSqlIn } from './sql-in-json.js'
import { CARET, indentationAt, written } from './write.js'

/** @typedef {import('./contract.js').Field} Field */
/** @typedef {import('./site.js').Site} Site */
/** @typedef {import('../../completion.d.ts').Completion} Completion */
/** @typedef {import('../../completion.d.ts').DatamartContext} DatamartContext */
/**
 * A completion before it is fitted into the text: `json` is what `written` takes.
 *
 * @typedef {Omit<Completion, 'insert' | 'caret'> & { json: string }} Draft
 */

/** Longer objects take a line for each member. */
const LONG = 80

/** @type {typeof import('../../completion.d.ts').completeDatamart} */
export function completeDatamart(text, offset, options) {
  const context = options || {}
  const site = siteAt(text, offset, context)
  const { role, token, field } = site
  if (!role) return undefined
  if (field && site.key === 'sql' && token?.isString) return completeSqlIn(site, offset, context)
  const drafts = role === 'key' ? keys(site) : values(site, context)
  return fitted(site, offset, drafts)
}

/** The fields that the object does not have yet. @param {Site} site @returns {Draft[]} */
function keys(site) {
  const { kind, token, text } = site
  const fields = kind === undefined ? {} : KINDS[kind]?.fields ?? {}
  const others = site.parts().filter(({ keyStart }) => !token || keyStart !== token.start)
  const taken = new Set(others.map(({ key }) => key))
  // A key with a colon after it has its value already.
  const isRenamed = token !== undefined && nextSign(text, token.end) === ':'
  return Object.entries(fields)
    .filter(([name]) => !taken.has(name))
    .map(([name, field], index) => ({
      label: name,
      kind: /** @type {const} */ ('key'),
      detail: [holds(field), need(field)].filter(Boolean).join(', '),
      info: field.doc,
      json: isRenamed ? JSON.stringify(name) : `${JSON.stringify(name)}: ${blank(field)}`,
      boost: (field.isRequired ? 50 : 0) - index - (name.startsWith('$') ? 50 : 0),
    }))
}

/** What a new field holds. @param {Field} field @returns {string} */
function blank({ kind, of = '' }) {
  if (kind === 'flag') return 'true'
  if (kind === 'list') return `[${CARET}]`
  return kind === 'object' ? newObject(of) : `"${CARET}"`
}

/** An object with its required fields; the caret goes into the first. @param {string} kind @returns {string} */
function newObject(kind) {
  const required = Object.entries(KINDS[kind]?.fields ?? {}).filter(([, { isRequired }]) => isRequired)
  const members = required.map(([name, field], index) => `${JSON.stringify(name)}: ${index === 0 ? blank(field) : blank(field).replace(CARET, '')}`)
  const line = `{ ${members.join(', ')} }`
  return line.length > LONG || kind === 'Datamart' ? `{\n\t${members.join(',\n\t')}\n}` : line
}

/** @param {Site} site @param {DatamartContext} options @returns {Draft[]} */
function values(site, options) {
  const { kind, field, inList, containers } = site
  if (containers.length === 0) return [newDraft('Datamart')]
  if (inList) return kind === undefined ? [] : [...objectsFor(site), newDraft(kind)]
  if (!field) return []
  const { kind: type, choices = [], of = '', isRequired, doc } = field
  const plain = (/** @type {readonly string[]} */ all) =>
    all.map((json, index) => ({ label: json.replace(/"/g, ''), kind: /** @type {const} */ ('value'), info: doc, json, boost: -index }))
  if (type === 'flag') return plain(['true', 'false'])
  if (type === 'choice') return plain([...choices.map((choice) => JSON.stringify(choice)), ...(isRequired ? [] : ['null'])])
  if (type === 'text') return namesFor(site, options)
  return type === 'list' ? [{ label: '[ ]', kind: 'snippet', json: `[${CARET}]` }] : [newDraft(of)]
}

/** @param {string} kind @returns {Draft} */
function newDraft(kind) {
  const noun = kind.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase()
  return { label: `new ${noun}`, kind: 'snippet', info: KINDS[kind]?.doc, json: newObject(kind), boost: -90 }
}

/**
 * Fits completions into the text: what is typed is replaced, with its closing quote, and commas
 * that are missing are added.
 *
 * @param {Site} site
 * @param {number} offset
 * @param {readonly Draft[]} drafts
 * @returns {ReturnType<typeof completeDatamart>}
 */
function fitted({ text, token, missingComma, role, inList }, offset, drafts) {
  const isInside = token?.isString === true
  const from = token ? token.start + (isInside ? 1 : 0) : offset
  const to = token || role === 'key' || inList ? token?.end ?? offset : endOfValue(text, offset)
  const fitting = isInside ? drafts.filter(({ json }) => json.startsWith('"')) : drafts
  if (to === undefined || fitting.length === 0) return undefined
  const sign = nextSign(text, to)
  const comma = sign === '' || ',]}'.includes(sign) || (role === 'key' && sign === ':') ? '' : ','
  const indentation = indentationAt(text, from)
  return {
    from,
    to,
    ...(missingComma !== undefined && { also: [{ start: missingComma, end: missingComma, text: ',' }] }),
    options: fitting.map(({ json, ...draft }) => ({ ...draft, ...written(isInside ? json.slice(1) : json, comma, indentation) })),
  }
}

/**
 * The end of the value after a position, which takes its place; the position where there is none,
 * and undefined if the value is an object or a list.
 *
 * @param {string} text
 * @param {number} at
 */
function endOfValue(text, at) {
  const scanner = new Scanner(text, at)
  if (!scanner.next()) return at
  const { kind, end } = scanner
  if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) return undefined
  // Before a colon it is the next key.
  return (kind === STRING || kind === WORD) && nextSign(text, end) !== ':' ? end : at
}

/** The first character of the token at or after a position. @param {string} text @param {number} at */
function nextSign(text, at) {
  const scanner = new Scanner(text, at)
  return scanner.next() ? text.charAt(scanner.start) : ''
}
