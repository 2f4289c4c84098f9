/** The objects and fields of a datamart, from the contract in Rust. */
// @ts-check

import CONTRACT from '#contract'

/** @typedef {import('./locate.js').Container} Container */
/**
 * @typedef {object} Field
 * @property {string} doc
 * @property {'text' | 'flag' | 'choice' | 'object' | 'list'} kind
 * @property {readonly string[]} [choices]
 * @property {string} [of] the kind of object that it holds
 * @property {true} [isRequired]
 * @property {readonly [field: string, value: string | boolean]} [requiredIf]
 */
/** @typedef {{ doc: string, fields: Readonly<Record<string, Field>> }} ObjectKind */

/** @type {Readonly<Record<string, ObjectKind>>} */
export const KINDS = CONTRACT

const ROOT = 'Datamart'

/**
 * The kinds of the open containers: of an object its own, of a list that of its items; undefined
 * where the contract has nothing.
 *
 * @param {readonly Container[]} containers
 */
export function kindsOf(containers) {
  /** @type {string | undefined} */
  let expected = ROOT
  /** @type {(string | undefined)[]} */
  const kinds = []
  for (const { key } of containers) {
    if (key !== undefined) expected = fieldOf(kinds[kinds.length - 1], key)?.of
    kinds.push(expected)
  }
  return kinds
}

/** @param {string | undefined} kind @param {string | undefined} key @returns {Field | undefined} */
export function fieldOf(kind, key) {
  const fields = kind === undefined ? undefined : KINDS[kind]?.fields
  return fields && key !== undefined && Object.prototype.hasOwnProperty.call(fields, key) ? fields[key] : undefined
}

/** What a field holds, in a few words. @param {Field} field */
export function holds({ kind, choices = [], of = '' }) {
  if (kind === 'choice') return choices.join(' | ')
  if (kind === 'list') return `list of ${of}`
  return kind === 'object' ? of : { text: 'text', flag: 'true | false' }[kind]
}

/** When a field is required; empty if never. @param {Field} field */
export function need({ isRequired, requiredIf }) {
  if (isRequired) return 'required'
  return requiredIf ? `required if ${requiredIf[0]} is ${requiredIf[1]}` : ''
}
