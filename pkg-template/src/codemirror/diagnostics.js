/** Issues as CodeMirror's diagnostics. */
// @ts-check

import { plainMessage, renderMessage } from './message.js'

/** @typedef {import('@codemirror/lint').Action} Action */
/** @typedef {import('@codemirror/lint').Diagnostic} Diagnostic */
/** @typedef {import('@codemirror/view').EditorView} EditorView */
/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').Range} Range */
/** @typedef {import('../../index.d.ts').RelatedPlace} RelatedPlace */
/** @typedef {import('../text/edits.js').TextEdit} TextEdit */

/**
 * @param {Issue} issue
 * @param {Range} range of it in the editor
 * @param {(other: RelatedPlace) => Range | undefined} placeOf where a related place stands in the editor
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
 * Does the edits as one change, which one undo takes back.
 *
 * @param {EditorView} view
 * @param {readonly TextEdit[]} edits
 */
export function applyEdits(view, edits) {
  const changes = view.state.changes(edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })))
  // The caret goes behind what is fixed first in the text.
  /** @type {number | undefined} */
  let caret
  changes.iterChangedRanges((_fromBefore, _toBefore, _from, to) => (caret ??= to))
  if (caret === undefined) return
  view.dispatch({ changes, selection: { anchor: caret }, scrollIntoView: true, userEvent: 'input.fix' })
}

/** What an action is called: in a button nothing is marked. @param {Fix} fix */
export function titleOf({ title }) {
  return title.replaceAll('`', '')
}
