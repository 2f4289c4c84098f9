/** The errors of calls to the API. */
// @ts-check

import { branded } from '../boundary/errors.js'
import { setOwn } from '../boundary/own-member.js'

/** @typedef {import('../../client.d.ts').ApiFailure} ApiFailure */

/** @type {typeof import('../../client.d.ts').DatamartApiError} */
export const DatamartApiError = /** @type {any} */ (/* @__PURE__ */ branded(
  'DatamartApiError',
  class extends Error {
    /** @param {string} message @param {ApiFailure} failure */
    constructor(message, failure) {
      super(message)
      // Unknown facts are absent, not undefined.
      for (const [key, fact] of Object.entries(failure)) if (fact !== undefined) setOwn(this, key, fact)
    }

    toJSON() {
      const { name, message } = this
      return Object.assign({ name, message }, this)
    }
  },
))

export const DatamartUnseenError = /* @__PURE__ */ branded(
  'DatamartUnseenError',
  class extends Error {
    code = /** @type {const} */ ('DATAMART_UNSEEN')
    unseen

    /** @param {readonly string[]} unseen */
    constructor(unseen) {
      const fields = unseen.map((field) => `\`${field}\``).join(', ')
      super(`the API does not show ${fields}, so this update could erase them; apply mergeUnseen, or pass \`ignoreUnseen: true\``)
      this.unseen = unseen
    }
  },
)
