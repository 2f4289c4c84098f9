/**
 * For programs: one JSON document. The package's README describes its fields; new ones may be
 * added.
 */
// @ts-check

import { VERSION } from '#version'
import { jsonText } from '../shown/words.js'

/** @typedef {import('../types.d.ts').Format} Format */
/** @typedef {import('../types.d.ts').Failure} Failure */

/** Increased when a field is removed or changes its meaning. */
const FORMAT_VERSION = 1

/** @implements {Format} */
export class Json {
  /** @type {object[]} */
  #files = []
  /** @type {{ file: string, message: string }[]} */
  #failures = []

  /** @type {Format['file']} */
  file(report) {
    if ('failure' in report) {
      this.#failures.push({ file: report.file, message: report.failure })
    } else {
      const { file, ...rest } = report
      this.#files.push({ file, valid: rest.errors === 0, ...rest })
    }
    return ''
  }

  /** @type {Format['end']} */
  end({ files, wrong, errors, warnings, fixable, certain, fixed, failures }) {
    const document = {
      version: FORMAT_VERSION,
      validator: VERSION,
      summary: { files, wrong, errors, warnings, fixable, certain, fixed, failures },
      files: this.#files,
      failures: this.#failures,
    }
    return `${jsonText(document)}\n`
  }
}
