/**
 * The module of the default entry: its bytes are part of the script, so nothing has to be fetched or
 * located. Bundlers omit the parts that the program does not use.
 */
// @ts-check

import * as coreText from '#wasm-core'
import * as changesText from '#wasm-changes'
import * as proposalsText from '#wasm-proposals'
import * as replyText from '#wasm-reply'
import * as requestText from '#wasm-request'
import { instancesOf, partOf } from '../instance.js'
import { decoded } from './decode.js'
import { inlined } from './inlined.js'
import { SPARES } from './spares.js'

const coreModule = /* @__PURE__ */ inlined(coreBytes)

/** Validation. */
export const core = /* @__PURE__ */ instancesOf(coreModule, SPARES)

/** Requests. */
export const request = /* @__PURE__ */ partOf(core, /* @__PURE__ */ inlined(() => requestSection().subarray(requestText.HEADER)))

/** Replies. */
export const reply = /* @__PURE__ */ partOf(core, /* @__PURE__ */ inlined(() => replySection().subarray(replyText.HEADER)))

/** Lists and differences. */
export const changes = /* @__PURE__ */ partOf(core, /* @__PURE__ */ inlined(() => changesSection().subarray(changesText.HEADER)))

/** Proposals and joins. */
export const proposals = /* @__PURE__ */ partOf(core, /* @__PURE__ */ inlined(() => proposalsSection().subarray(proposalsText.HEADER)))

/** The core with the parts in sections, where `./given.js` finds them. */
const whole = /* @__PURE__ */ inlined(wholeBytes)

/** @type {typeof import('../../../index.d.ts').loadModule} */
export async function loadModule() {
  const module = await whole.prepare()
  // It is as good as the core alone, which then need not be compiled.
  coreModule.adopt(module)
  return module
}

function coreBytes() {
  return decoded(coreText.TEXT, coreText.WIDTHS, coreText.LENGTH)
}

// Each is a custom section that contains the part; `HEADER` is where it begins. Written out, because
// bundlers omit only what is accessed by its name.

function changesSection() {
  return decoded(changesText.TEXT, changesText.WIDTHS, changesText.LENGTH)
}

function proposalsSection() {
  return decoded(proposalsText.TEXT, proposalsText.WIDTHS, proposalsText.LENGTH)
}

function replySection() {
  return decoded(replyText.TEXT, replyText.WIDTHS, replyText.LENGTH)
}

function requestSection() {
  return decoded(requestText.TEXT, requestText.WIDTHS, requestText.LENGTH)
}

function wholeBytes() {
  const all = [coreBytes(), changesSection(), proposalsSection(), replySection(), requestSection()]
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of all) {
    bytes.set(each, at)
    at += each.length
  }
  return bytes
}
