/** What a worker does for the editor, and the main thread where there is no worker. */
// @ts-check

import { applyTogether } from '../../cli/fix/together.js'
import { textEdits } from '../../text/edits.js'
import { fixableIssues } from '../../text/readable.js'

/** @typedef {typeof import('../../../index.d.ts')} Package */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../../../index.d.ts').RequestOptions} RequestOptions */
/** @typedef {ReturnType<typeof createCalls>} Calls */

/** Fixes that overlap are applied one round after the other. */
const MOST_ROUNDS = 20

/**
 * Options are read once, when they change: a catalog can be large.
 *
 * @param {Pick<Package, 'createValidator' | 'diffDatamarts' | 'importDatamarts' | 'proposeRelationships' | 'proposeTenancy'>} loaded
 */
export function createCalls(loaded) {
  /** @type {import('../../../index.d.ts').Validator<any> | undefined} */
  let validator
  /** @type {import('../../../index.d.ts').ProposeOptions} */
  let known = {}

  const validating = () => (validator ??= loaded.createValidator({}))

  return {
    /** @param {ValidateOptions} options */
    setOptions(options) {
      const next = loaded.createValidator(options)
      validator?.dispose()
      validator = next
      const { catalog, datasourceType, messages } = options
      known = { catalog, datasourceType, messages }
    },
    /** @param {string} text */
    validate: (text) => validating().validate(text),
    /** @param {string} sql */
    analyzeSql: (sql) => validating().analyzeSql(sql),
    /** @param {string} text @param {import('../../../index.d.ts').DeliveryOptions} [delivery] */
    buildRequest: (text, delivery) => validating().buildRequest(text, delivery),
    /** @param {string} before @param {string} after */
    diffDatamarts: (before, after) => loaded.diffDatamarts(before, after, { messages: known.messages }),
    /** @param {string} reply */
    importDatamarts: (reply) => loaded.importDatamarts(reply),
    /** @param {string} text */
    proposeRelationships: (text) => loaded.proposeRelationships(text, known),
    /** @param {string} text */
    proposeTenancy: (text) => loaded.proposeTenancy(text, known),
    /**
     * @param {string} text
     * @param {import('../../../index.d.ts').Fix} fix of an issue of this text
     */
    fix: (text, fix) => textEdits(text, fix),
    /**
     * Applies the fixes of all issues of one code, until none is left that makes progress.
     *
     * @param {string} text
     * @param {string} code
     * @returns {{ text: string, count: number }}
     */
    fixAll(text, code) {
      let count = 0
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const fixes = fixableIssues(validating().validate(text).issues).flatMap((issue) => (issue.code === code && issue.fix ? [issue.fix] : []))
        if (fixes.length === 0) break
        const { text: edited, chosen } = applyTogether(text, fixes)
        if (chosen.size === 0 || edited === text) break
        text = edited
        count += chosen.size
      }
      return { text, count }
    },
    dispose() {
      validator?.dispose()
      validator = undefined
    },
  }
}
