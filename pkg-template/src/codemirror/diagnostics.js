/** Issues as CodeMirror diagnostics. */
// @ts-check

import { plainMessage } from '../adapters/issue-text.js'
import { renderMessage } from './message.js'

/** @typedef {import('@codemirror/lint').Action} Action */
/** @typedef {import('@codemirror/lint').Diagnostic} Diagnostic */
/** @typedef {import('@codemirror/view').EditorView} EditorView */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').Range} Range */
/** @typedef {import('../../index.d.ts').RelatedPlace} RelatedPlace */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */

/**
 * @param {Issue} issue
 * @param {Range} range its range in the editor
 * @param {(other: RelatedPlace) => Range | undefined} placeOf the range of a related place in the
 * editor
 * @param {Action[]} actions
 * @returns {Diagnostic}
 */
export function diagnosticOf(issue, { start, end }, placeOf, actions) {
  return {
    from: start,
    to: end,
    severity: issue.severity,
    source: issue.code,
    markClass: `cm-issue cm-issue-${issue.code}`,
    message: plainMessage(issue),
    renderMessage: (view) => renderMessage(issue, view, placeOf),
    actions,
  }
}

/**
 * Applies the edits as one change that a single undo reverts.
 *
 * @param {EditorView} view
 * @param {readonly TextEdit[]} edits
 */
export function applyEdits(view, edits) {
  const changes = view.state.changes(edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })))
  // The caret goes after the first fixed part of the text.
  /** @type {number | undefined} */
  let caret
  changes.iterChangedRanges((_fromBefore, _toBefore, _from, to) => (caret ??= to))
  if (caret === undefined) return
  view.dispatch({ changes, selection: { anchor: caret }, scrollIntoView: true, userEvent: 'input.fix' })
}
