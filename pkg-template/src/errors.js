/** The errors that the package throws, beside `TypeError` for a wrong option. */
// @ts-check

import { visible } from './visible.js'

/** @typedef {import('../index.d.ts').Issue} Issue */

/** How many issues the message of a {@link DatamartInvalidError} tells; all of them are in `issues`. */
const TOLD = 3

// Fields, not assignments: these would fail where a program has frozen Error.prototype.

export class DatamartInvalidError extends Error {
  name = 'DatamartInvalidError'
  /** @type {readonly Issue[]} */
  issues

  /** @param {readonly Issue[]} issues */
  constructor(issues) {
    super(summary(issues.filter(({ severity }) => severity === 'error')))
    this.issues = issues
  }
}

export class WasmTrapError extends Error {
  name = 'WasmTrapError'
  /** @type {unknown} */
  cause

  /** @param {unknown} cause */
  constructor(cause) {
    super('datamart-validator: the WebAssembly module has crashed; this is a bug in the package. The next call starts it anew')
    this.cause = cause
  }
}

/** @param {readonly Issue[]} errors */
function summary(errors) {
  const lines = errors.slice(0, TOLD).map(({ path, message }) => `\n  ${visible(formatPath(path))}: ${visible(message)}`)
  const more = errors.length > TOLD ? `\n  and ${errors.length - TOLD} more` : ''
  return `the datamart has ${errors.length} error${errors.length === 1 ? '' : 's'}${lines.join('')}${more}`
}

/** @param {Issue['path']} path */
function formatPath(path) {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return text.replace(/^\./, '') || 'datamart'
}
