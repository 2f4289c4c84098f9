/**
 * The module of entries from which nothing is ever omitted, CommonJS and the script tag: one with
 * everything, which is much smaller than the two of `./inline.js` together.
 */
// @ts-check

import { LENGTH, WIDTHS, moduleText } from '#wasm-full'
import { instancesOf } from '../instance.js'
import { inlined } from './inlined.js'
import { decodePrintable } from './printable.js'
import { SPARES } from './spares.js'

const whole = /* @__PURE__ */ inlined(() => decodePrintable(moduleText(), WIDTHS, LENGTH), SPARES)

export const core = /* @__PURE__ */ instancesOf(whole)

export { core as extras }

/** @type {typeof import('../../../index.d.ts').loadModule} */
export const loadModule = () => whole.prepare()
