/** A resolver for React Hook Form that keeps all facts about an issue. */
// @ts-check

import { setOwn } from '../boundary/own-member.js'
import { nameOf } from './names.js'

/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../forms.d.ts').ResolverOptions} ResolverOptions */

/** @type {(judge: import('../../forms.d.ts').Judge, config?: import('../../forms.d.ts').ResolverConfig | null) => any} */
export function datamartResolver(judge, config) {
  const validate = typeof judge === 'function' ? judge : (/** @type {unknown} */ values) => judge.validate(values)
  /** @type {(values: unknown, context: unknown, options?: ResolverOptions) => unknown} */
  return (values, _context, options) => {
    const result = validate(values)
    config?.onResult?.(result)
    return result.valid ? { values, errors: {} } : { values: {}, errors: errorsOf(result.issues, values, options ?? {}) }
  }
}

/**
 * The errors in the shape of the form. Warnings do not prevent a submission, so they are only part
 * of errors at the same field.
 *
 * @param {readonly Issue[]} issues
 * @param {unknown} values
 * @param {ResolverOptions} options
 */
function errorsOf(issues, values, { names = [], fields, criteriaMode }) {
  /** @type {Map<string, Issue[]>} */
  const groups = new Map()
  for (const issue of issues) {
    const name = nameOf(issue.path, 'dots')
    groups.set(name, [...(groups.get(name) ?? []), issue])
  }
  const errors = {}
  for (const [name, group] of groups) {
    const first = group.find(({ severity }) => severity === 'error')
    if (!first) continue
    const { code, message, path } = first
    const ref = at(fields, path)?.ref
    const types = criteriaMode === 'all' ? Object.fromEntries(group.map(({ code, message }) => [code, message])) : undefined
    const error = { type: code, message, issues: group, ...(ref && { ref }), ...(types && { types }) }
    // The form looks there for errors about a list with fields, and about the whole form.
    const isRoot = path.length === 0 || (Array.isArray(at(values, path)) && names.some((field) => field.startsWith(`${name}.`)))
    place(errors, isRoot ? [...path, 'root'] : path, error)
  }
  return errors
}

/**
 * Adds an error, to those of the values inside its own, if there are any.
 *
 * @param {object} errors
 * @param {readonly (string | number)[]} path
 * @param {object} error
 */
function place(errors, path, error) {
  let inner = errors
  path.forEach((key, index) => {
    let next = own(inner, key)
    if (next === undefined) {
      next = typeof path[index + 1] === 'number' ? [] : {}
      setOwn(inner, key, next)
    }
    inner = next
  })
  for (const [key, fact] of Object.entries(error)) setOwn(inner, key, fact)
}

/** @param {unknown} value @param {readonly (string | number)[]} path */
function at(value, path) {
  return path.reduce(own, value)
}

/** @param {any} value @param {string | number} key */
function own(value, key) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined
}
