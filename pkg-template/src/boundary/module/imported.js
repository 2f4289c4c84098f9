/**
 * The module of the entries for workerd and Vercel's edge runtime, which do not compile bytes at
 * run time but import compiled modules. It contains the core and all parts.
 */
// @ts-check

import module from '#module.wasm'
import { instancesOf } from '../instance.js'

/**
 * Such a runtime can always start an instance synchronously, and may drop work that a request
 * leaves unfinished, so there are no spares. Nothing is left to compile.
 */
const imported = { compiled: () => module, prepare: async () => module }

export const core = /* @__PURE__ */ instancesOf(imported, 0)

export { core as changes, core as proposals, core as reply, core as request }

/** @type {typeof import('../../../index.d.ts').loadModule} */
export const loadModule = async () => module
