/**
 * Completes issues on this side of the boundary: links to the documentation, and texts from
 * messages that are functions.
 */
// @ts-check

import { PUBLISHED } from '#version'
import { assertOptions } from '../boundary/options.js'
import { lookAtPrototype, setOwn } from '../boundary/own-member.js'

/** The documentation of the rules in exactly this version, as published with the package. */
export const DOCS_BASE = `${PUBLISHED}rules/index.html`

/** @typedef {(params: object) => unknown} Write */
/** @typedef {{ docsBase: unknown, functions: ReadonlyMap<string, Write> | undefined }} Presentation */
/** @typedef {import('../../index.d.ts').Issue} Issue */

/** @type {Presentation} */
export const DEFAULT = { docsBase: DOCS_BASE, functions: undefined }

/**
 * Begins the template that represents a function in the module; the function's key follows. No
 * other text contains it.
 */
const FUNCTION = '\0'

/**
 * Extracts the options used on this side. Each option is read once, so the module gets a copy.
 *
 * @param {{ docsBase?: unknown, messages?: unknown } | null | undefined} options
 * @returns {{ given: object | null | undefined, presentation: Presentation }} `given` is for the
 * module, which refuses invalid options
 */
export function withPresentation(options) {
  assertOptions(options)
  if (options == null || !(Object.hasOwn(options, 'docsBase') || Object.hasOwn(options, 'messages'))) {
    return { given: options, presentation: DEFAULT }
  }
  const given = { ...options }
  const docsBase = Object.hasOwn(given, 'docsBase') ? given.docsBase : undefined
  const { templates, functions } = withoutFunctions(Object.hasOwn(given, 'messages') ? given.messages : undefined)
  if (functions) setOwn(given, 'messages', templates)
  return { given, presentation: { docsBase: docsBase ?? DOCS_BASE, functions } }
}

/**
 * The module supports only templates. It writes one that represents the function, which is called
 * with the issue's parameters afterwards.
 *
 * @param {unknown} messages
 * @returns {{ templates: unknown, functions: ReadonlyMap<string, Write> | undefined }}
 */
function withoutFunctions(messages) {
  if (typeof messages !== 'object' || !messages || Array.isArray(messages)) return { templates: messages, functions: undefined }
  const entries = Object.entries(messages)
  // A Map, for example, reaches the module unchanged, which refuses it by its type.
  if (entries.length === 0) return { templates: messages, functions: undefined }
  const functions = new Map(entries.filter(([, message]) => typeof message === 'function'))
  return { templates: Object.fromEntries(entries.map(([key, message]) => [key, functions.has(key) ? FUNCTION + key : message])), functions }
}

/**
 * Completes issues that the module has returned.
 *
 * @param {Issue[]} issues
 * @param {Presentation} presentation
 */
export function present(issues, { docsBase, functions }) {
  if (issues.length > 0) lookAtPrototype()
  for (const issue of issues) {
    setOwn(issue, 'docsUrl', `${docsBase}#${issue.code}`)
    if (!functions?.size) continue
    write(issue, 'message', issue.params, functions)
    write(issue, 'help', issue.params, functions)
    if (Object.hasOwn(issue, 'fix') && issue.fix) write(issue.fix, 'title', issue.params, functions)
    if (Object.hasOwn(issue, 'related')) issue.related?.forEach((place) => write(place, 'message', place.params, functions))
  }
}

/**
 * The same for the changes between two datamarts, which have messages but no rules.
 *
 * @param {{ params: object }[]} changes
 * @param {Presentation} presentation
 */
export function presentChanges(changes, { functions }) {
  if (!functions?.size) return
  lookAtPrototype()
  for (const change of changes) write(change, 'message', change.params, functions)
}

/**
 * The same for the reasons of proposals.
 *
 * @param {{ params: object }[]} proposals
 * @param {Presentation} presentation
 */
export function presentReasons(proposals, { functions }) {
  if (!functions?.size) return
  lookAtPrototype()
  for (const proposal of proposals) write(proposal, 'reason', proposal.params, functions)
}

/**
 * @param {object} object
 * @param {string} member
 * @param {object} params
 * @param {ReadonlyMap<string, Write>} functions
 */
function write(object, member, params, functions) {
  const text = Object.hasOwn(object, member) ? /** @type {Record<string, string>} */ (object)[member] : undefined
  if (!text?.startsWith(FUNCTION)) return
  const key = text.slice(FUNCTION.length)
  const written = functions.get(key)?.(params)
  if (typeof written !== 'string') throw new TypeError(`datamart-validator: option \`messages\`: \`${key}\`: the function must return a string`)
  setOwn(object, member, written)
}
