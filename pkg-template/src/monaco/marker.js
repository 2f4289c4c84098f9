/** Issues and changes as Monaco has them: in lines and columns. */
// @ts-check

import { plainMessage } from '../adapters/issue-text.js'

/** @typedef {import('monaco-editor').editor.ITextModel} Model */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').Range} Range */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */
/** @typedef {import('../../monaco.d.ts').Monaco} Monaco */

/**
 * @param {Monaco} monaco
 * @param {Model} model
 * @param {Issue} issue
 * @returns {import('monaco-editor').editor.IMarkerData}
 */
export function markerOf({ MarkerSeverity, Uri }, model, issue) {
  const { code, severity, docsUrl, related = [] } = issue
  return {
    ...rangeOf(model, placeOf(model, issue)),
    severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: plainMessage(issue),
    source: 'datamart',
    code: docsUrl ? { value: code, target: Uri.parse(absolute(docsUrl)) } : code,
    relatedInformation: related.flatMap(({ message, textRange }) => (textRange ? [{ resource: model.uri, message, ...rangeOf(model, textRange) }] : [])),
  }
}

/** Where an issue is shown: without a range, as of a text that is too large, at the beginning. @param {Model} model @param {Issue} issue @returns {Range} */
export function placeOf(model, { textRange }) {
  return textRange ?? { start: 0, end: Math.min(1, model.getValueLength()) }
}

/** @param {Model} model @param {Range} range in UTF-16 units @returns {import('monaco-editor').IRange} */
export function rangeOf(model, { start, end }) {
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(end)
  return { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column }
}

/** @param {Model} model @param {TextEdit} edit */
export function changeOf(model, edit) {
  return { range: rangeOf(model, edit), text: edit.text }
}

/** Monaco takes a path for a file. @param {string} url that may be relative to the page */
function absolute(url) {
  return typeof document === 'undefined' ? url : new URL(url, document.baseURI).href
}
