/** The issues of one model, and their markers. */
// @ts-check

import { markerOf } from './marker.js'
import { registerProviders } from './providers.js'

/** @typedef {import('monaco-editor').editor.ITextModel} Model */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../monaco.d.ts').Monaco} Monaco */
/** @typedef {import('./connect.js').Settings} Settings */

/** The owner of the markers. */
const OWNER = 'datamart-validator'

/**
 * A model as its providers need it.
 *
 * @typedef {object} ConnectedModel
 * @property {Model} model
 * @property {() => Settings} settings
 * @property {() => readonly Issue[]} issues those of the present text
 */

/**
 * @param {Monaco} monaco
 * @param {Model} model
 * @param {() => Settings} settings
 * @param {(model: Model) => void} onDispose called when the model ends
 */
export function connectModel(monaco, model, settings, onDispose) {
  /** @type {readonly Issue[]} */
  let issues = []
  /** The version of the model that has these issues. @type {number | undefined} */
  let version
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  const mark = (/** @type {import('monaco-editor').editor.IMarkerData[]} */ markers) => monaco.editor.setModelMarkers(model, OWNER, markers)

  /** Validates the present text, and marks its issues. */
  const check = () => {
    clearTimeout(waiting)
    issues = settings().validator.validate(model.getValue()).issues
    version = model.getVersionId()
    mark(issues.map((issue) => markerOf(monaco, model, issue)))
  }
  const present = () => {
    if (version !== model.getVersionId()) check()
    return issues
  }
  check()
  const parts = [
    model.onDidChangeContent(() => {
      clearTimeout(waiting)
      waiting = setTimeout(present, settings().delay)
    }),
    model.onWillDispose(() => onDispose(model)),
    ...registerProviders(monaco, { model, settings, issues: present }),
  ]
  const dispose = () => {
    clearTimeout(waiting)
    for (const part of parts) part.dispose()
    mark([])
  }
  return { check, dispose }
}
