/** What a worker does for the editor, and the main thread where there is no worker. */
// @ts-check

import { fixAll } from '../../fix/all.js'
import { textEdits } from '../../text/edits.js'

/** @typedef {typeof import('../../../index.d.ts')} Package */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../../../index.d.ts').RequestOptions} RequestOptions */
/** @typedef {ReturnType<typeof createCalls>} Calls */

/**
 * Options are read once, when they change: a catalog can be large.
 *
 * @param {Pick<Package, 'createValidator' | 'diffDatamarts' | 'importDatamarts' | 'mergeUnseen' | 'proposeRelationships' | 'proposeTenancy'>} loaded
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
    /** @param {import('../../../index.d.ts').ImportedDatamart} imported @param {string} text of a datamart that has the unseen fields */
    mergeUnseen: (imported, text) => loaded.mergeUnseen(imported, JSON.parse(text)),
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
     * @param {string} text
     * @param {string} code of the issues that are fixed
     */
    fixAll: (text, code) => fixAll(text, validating(), (issue) => issue.code === code),
    dispose() {
      validator?.dispose()
      validator = undefined
    },
  }
}
