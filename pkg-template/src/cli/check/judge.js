/** Checks files, one after the other. */
// @ts-check

import { createValidator } from '#package'
import { TextLines } from '../../text/lines.js'
import { applicable, fixText } from '../fix/fix-text.js'
import { rewrite } from '../fix/rewrite.js'
import { readSource } from '../input/read.js'
import { UsageError } from '../usage-error.js'
import { excerptOf } from '../shown/excerpt.js'

/** @typedef {import('../input/read.js').Source} Source */
/** @typedef {import('../types.d.ts').FileReport} FileReport */
/** @typedef {import('../types.d.ts').Judging} Judging */
/** @typedef {import('../types.d.ts').JudgedFile} JudgedFile */
/** @typedef {import('../types.d.ts').LocatedPlace} LocatedPlace */
/** @typedef {import('../../../index.d.ts').Range} Range */
/** @typedef {import('../../../index.d.ts').ValidationResult} ValidationResult */

export class Judge {
  #judging
  #validator

  /**
   * @param {Judging} judging
   * @param {import('../../../index.d.ts').Validator} [validator] with these options, if one exists
   * already
   */
  constructor(judging, validator = createValidator(judging.options)) {
    this.#judging = judging
    this.#validator = validator
  }

  /**
   * @param {string} file
   * @returns {FileReport}
   */
  file(file) {
    try {
      const { text, hasBom } = readSource(file)
      const { fixes } = this.#judging
      if (!fixes) return this.text(file, text)
      const { text: fixed, ...outcome } = fixText(text, (text) => this.#validator.validate(text), fixes)
      const mark = hasBom ? '\ufeff' : ''
      if (fixed !== text) rewrite(file, mark + text, mark + fixed, this.#judging.roots)
      return this.#report(file, fixed, outcome.result, outcome)
    } catch (error) {
      return failureOf(file, error)
    }
  }

  /**
   * @param {string} file its display name
   * @param {string} text
   * @returns {FileReport}
   */
  text(file, text) {
    try {
      return this.#report(file, text, this.#validator.validate(text))
    } catch (error) {
      return failureOf(file, error)
    }
  }

  /**
   * @param {string} file
   * @param {string} text
   * @param {ValidationResult} result
   * @param {Partial<Pick<ReturnType<typeof fixText>, 'fixed' | 'whyNot'>>} [outcome] the result of
   * fixing the file
   * @returns {JudgedFile}
   */
  #report(file, text, result, { fixed = 0, whyNot = () => undefined } = {}) {
    const { issues } = result
    // Fixes that were tried without success are not counted again.
    const fixable = applicable(result).filter((issue) => ['probable', undefined].includes(whyNot(issue)))
    const errors = issues.filter(({ severity }) => severity === 'error').length
    const shown = this.#judging.isQuiet ? issues.filter(({ severity }) => severity === 'error') : issues
    const locate = shown.length > 0 ? locator(text, this.#judging.needsExcerpts) : undefined
    return {
      file,
      errors,
      warnings: issues.length - errors,
      fixable: fixable.length,
      certain: fixable.filter(({ fix }) => fix.certainty === 'certain').length,
      fixed,
      issues: shown.map(({ related, ...issue }) => ({
        ...issue,
        ...locate?.(issue.textRange),
        ...reasonOf(whyNot(issue)),
        ...(related && { related: related.map((place) => ({ ...place, ...locate?.(place.textRange) })) }),
      })),
    }
  }
}

/** @param {import('../types.d.ts').WhyNotFixed | undefined} notFixed */
function reasonOf(notFixed) {
  return notFixed && { notFixed }
}

/**
 * @param {string} text
 * @param {boolean} needsExcerpts
 * @returns {(range: Range | undefined) => Pick<LocatedPlace, 'start' | 'end' | 'excerpt'>}
 */
function locator(text, needsExcerpts) {
  const lines = new TextLines(text)
  return (range) => {
    if (!range) return {}
    const places = { start: lines.position(range.start), end: lines.position(range.end) }
    return needsExcerpts ? { ...places, excerpt: excerptOf(lines, range) } : places
  }
}

/**
 * @param {string} file
 * @param {unknown} error
 */
export function failureOf(file, error) {
  if (error instanceof UsageError) return { file, failure: error.message }
  // A crash of the module is reported for the file that caused it; the others are still checked.
  if (error instanceof Error && error.name === 'WasmTrapError') return { file, failure: error.message }
  throw error
}

