/**
 * The modules of the default entry: their bytes are part of the script, so nothing has to be fetched
 * or located. Bundlers omit the extras if the program uses no function of them.
 */
// @ts-check

import * as coreText from '#wasm-core'
import * as extrasText from '#wasm-extras'
import { instancesOf } from '../instance.js'
import { inlined } from './inlined.js'
import { decodePrintable } from './printable.js'
import { EXTRAS_SPARES, SPARES } from './spares.js'

const coreModule = /* @__PURE__ */ inlined(coreBytes, SPARES)

/** Validation and requests. */
export const core = /* @__PURE__ */ instancesOf(coreModule)

/** Everything else. */
export const extras = /* @__PURE__ */ instancesOf(/* @__PURE__ */ inlined(() => extrasSection().subarray(extrasText.HEADER), EXTRAS_SPARES))

/** The core with the extras in a section, where `./given.js` finds them. */
const whole = /* @__PURE__ */ inlined(wholeBytes, 0)

/** @type {typeof import('../../../index.d.ts').loadModule} */
export async function loadModule() {
  const module = await whole.prepare()
  // It is as good as the core alone, which then need not be compiled.
  coreModule.adopt(module)
  return module
}

function coreBytes() {
  return decodePrintable(coreText.moduleText(), coreText.WIDTHS, coreText.LENGTH)
}

/** A custom section that contains the module; `HEADER` is where it begins. */
function extrasSection() {
  return decodePrintable(extrasText.moduleText(), extrasText.WIDTHS, extrasText.LENGTH)
}

function wholeBytes() {
  const bytes = new Uint8Array(coreText.LENGTH + extrasText.LENGTH)
  bytes.set(coreBytes())
  bytes.set(extrasSection(), coreText.LENGTH)
  return bytes
}
