/** Completions and descriptions as CodeMirror shows them. */
// @ts-check

import { completeDatamart, completeSql, describeAt, describeSql } from '#completion'
import { EditorView, hoverTooltip } from '@codemirror/view'

import { element, prose } from './message.js'

/** @typedef {import('@codemirror/autocomplete').Completion} Offered */
/** @typedef {import('@codemirror/autocomplete').CompletionContext} CompletionContext */
/** @typedef {import('@codemirror/autocomplete').CompletionResult} CompletionResult */
/** @typedef {import('../../completion.d.ts').Completion} Completion */
/** @typedef {import('../../completion.d.ts').CompletionKind} CompletionKind */
/** @typedef {import('../../completion.d.ts').Completions} Completions */
/** @typedef {import('../../completion.d.ts').Description} Description */

/** CodeMirror's types of completions, which have icons. @type {Readonly<Record<CompletionKind, string>>} */
const TYPES = {
  key: 'property',
  value: 'enum',
  snippet: 'class',
  schema: 'namespace',
  table: 'class',
  column: 'property',
  customColumn: 'variable',
  keyword: 'keyword',
  function: 'function',
  aggregate: 'function',
  window: 'function',
}

/** As long as only letters are added, the same completions fit, until one of them is written out. */
const SAME_WORD = /^[\p{L}_][\p{L}\p{N}_$]*$/u

/** Where a completion has left something to fill in, the next one opens by itself. @type {WeakMap<EditorView, number>} */
const LEFT = new WeakMap()

/** @type {typeof import('../../codemirror.d.ts').datamartCompletionSource} */
export function datamartCompletionSource(given) {
  return (context) => {
    const { pos, state } = context
    const result = completeDatamart(state.doc.toString(), pos, contextOf(given))
    // Where nothing has been typed, nothing is in the way, except between two quotes.
    if (!result || !(isWanted(context) || result.from < pos || isBetweenQuotes(context))) return null
    // CodeMirror compares labels with all that is replaced, so what is after the caret comes later.
    return shown({ ...result, to: pos }, context, state.sliceDoc(pos, result.to))
  }
}

/** @type {typeof import('../../codemirror.d.ts').sqlCompletionSource} */
export function sqlCompletionSource(given) {
  return (context) => {
    const { pos, state } = context
    const known = contextOf(given) ?? {}
    // Without a table or a dialect, there is nothing to go by.
    if (!known.table && !known.datasourceType && !known.validator) return null
    const result = completeSql(state.doc.toString(), pos, known)
    const isBegun = result && (result.from < pos || /\.\s*$/.test(state.sliceDoc(0, pos)))
    return result && (isBegun || isWanted(context)) ? shown(result, context) : null
  }
}

/** @param {CompletionContext} context */
function isWanted({ explicit, pos, view }) {
  return explicit || (view !== undefined && LEFT.get(view) === pos)
}

/** @param {CompletionContext} context */
function isBetweenQuotes({ pos, state }) {
  return state.sliceDoc(pos - 1, pos + 1) === '""'
}

/**
 * @param {Completions} result
 * @param {CompletionContext} context
 * @param {string} [tail] text after the caret that is replaced too
 * @returns {CompletionResult | null}
 */
function shown({ from, to, also, options: all }, { pos, state, explicit }, tail = '') {
  // What is there already would only take the next Enter.
  const written = state.sliceDoc(from, to) + tail
  const options = explicit ? all : all.filter(({ insert }) => insert !== written)
  if (options.length === 0) return null
  const labels = new Set(options.map(({ label }) => label))
  const isQuoted = /^["`[]/.test(state.sliceDoc(from, pos))
  return {
    from,
    to,
    options: options.map((option) => offered(option, from, tail, also)),
    ...(!isQuoted && { validFor: (text) => SAME_WORD.test(text) && !labels.has(text) }),
  }
}

/**
 * @param {Completion} option
 * @param {number} from
 * @param {string} tail
 * @param {Completions['also']} also
 * @returns {Offered}
 */
function offered({ label, kind, detail, info, insert, caret, boost }, from, tail, also = []) {
  const isPlain = caret === undefined && also.length === 0 && tail === ''
  return {
    label,
    type: TYPES[kind],
    ...(detail && { detail }),
    ...(info && { info: info.includes('`') ? () => element('div', '', ...prose(info)) : info }),
    ...(boost && { boost }),
    ...((insert !== label || !isPlain) && { apply: isPlain ? insert : applied }),
  }

  /** @param {EditorView} view @param {unknown} _ @param {number} start @param {number} end */
  function applied(view, _, start, end) {
    // The text before may have changed since.
    const moved = start - from
    const before = also.map((change) => ({ from: change.start + moved, to: change.end + moved, insert: change.text }))
    const rest = view.state.sliceDoc(end, end + tail.length) === tail ? tail.length : 0
    const changes = view.state.changes([...before, { from: start, to: end + rest, insert }])
    const anchor = before.reduce((at, change) => at + change.insert.length - (change.to - change.from), start) + (caret ?? insert.length)
    LEFT.set(view, anchor)
    // As if it had been typed, so that the next completion opens.
    view.dispatch({ changes, selection: { anchor }, scrollIntoView: true, userEvent: caret === undefined ? 'input.complete' : 'input.type.complete' })
  }
}

/** @type {typeof import('../../codemirror.d.ts').datamartHover} */
export function datamartHover(given) {
  return hover((text, offset) => describeAt(text, offset, contextOf(given)))
}

/** @type {typeof import('../../codemirror.d.ts').sqlHover} */
export function sqlHover(given) {
  return hover((text, offset) => describeSql(text, offset, contextOf(given)))
}

/** Styles that the editor's own theme lacks. */
const theme = /* @__PURE__ */ EditorView.baseTheme({
  '.cm-datamart-hover': { padding: '3px 6px', maxWidth: '40em' },
  '.cm-datamart-hover code': { fontFamily: 'monospace' },
  '.cm-datamart-hover-detail': { opacity: '0.8' },
  '.cm-datamart-hover-title': { fontWeight: 'bold' },
})

/** @param {(text: string, offset: number) => Description | undefined} describe */
function hover(describe) {
  const tooltip = hoverTooltip(({ state }, pos, side) => {
    const found = describe(state.doc.toString(), side < 0 ? Math.max(pos - 1, 0) : pos)
    if (!found) return null
    const { from, to, title, detail, info } = found
    const create = () => {
      const head = element('div', 'cm-datamart-hover-head', element('code', 'cm-datamart-hover-title', title))
      if (detail) head.append(' ', element('span', 'cm-datamart-hover-detail', detail))
      const dom = element('div', 'cm-datamart-hover', head)
      if (info) dom.append(element('div', 'cm-datamart-hover-info', ...prose(info)))
      return { dom }
    }
    return { pos: from, end: to, above: true, create }
  })
  return [tooltip, theme]
}

/**
 * @template Context
 * @param {Context | (() => Context | null | undefined) | null | undefined} given
 * @returns {Context | undefined}
 */
function contextOf(given) {
  return (typeof given === 'function' ? /** @type {() => Context | null | undefined} */ (given)() : given) ?? undefined
}
