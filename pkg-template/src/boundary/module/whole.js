/**
 * The module of entries from which nothing is ever omitted, CommonJS and the script tag: one with
 * everything, which is smaller than the core and the parts of `./inline.js` together.
 */
// @ts-check

import { LENGTH, TEXT, WIDTHS } from '#wasm-full'
import { instancesOf } from '../instance.js'
import { decoded } from './decode.js'
import { inlined } from './inlined.js'
import { SPARES } from './spares.js'

const whole = /* @__PURE__ */ inlined(() => decoded(TEXT, WIDTHS, LENGTH))

export const core = /* @__PURE__ */ instancesOf(whole, SPARES)

export { core as changes, core as proposals, core as reply, core as request }

/** @type {typeof import('../../../index.d.ts').loadModule} */
export const loadModule = () => whole.prepare()
