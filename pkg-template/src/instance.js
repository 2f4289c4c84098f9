/** Instances of the WebAssembly module: the shared one is started by the first call, thrown away when it traps, started anew by the next one. */
// @ts-check

import { createGlue } from '#glue'
import { WASM_BASE64 } from '#wasm-inline'
import { WasmTrapError } from './errors.js'

/** @typedef {import('./generated.d.ts').Glue} Glue */
/** @typedef {{ glue: Glue, memory: WebAssembly.Memory }} Instance */

/**
 * Memory never shrinks again, so an instance that has taken so much more of it is not kept. A datamart of 400 × 100 columns
 * takes 30 MB.
 */
export const KEPT_MEMORY = 40 * 1024 * 1024

/** @type {WebAssembly.Module | undefined} */
let compiled
/** @type {Instance | undefined} */
let shared

/**
 * Calls an export of the shared instance. Whatever it throws has left the instance in an unknown state.
 *
 * @template {'validate' | 'buildRequest' | 'analyzeSql' | 'describeJoins' | 'crash'} Name
 * @param {Name} name
 * @param {Parameters<Glue[Name]>} args
 * @returns {ReturnType<Glue[Name]>}
 */
export function call(name, ...args) {
  const instance = (shared ??= start())
  try {
    const run = /** @type {(...args: unknown[]) => ReturnType<Glue[Name]>} */ (instance.glue[name])
    const result = run(...args)
    if (instance.memory.buffer.byteLength > KEPT_MEMORY) discard(instance)
    return result
  } catch (error) {
    discard(instance)
    throw trap(error)
  }
}

/** @param {Instance} used */
function discard(used) {
  if (shared === used) shared = undefined
}

/**
 * @param {unknown} error what a call has thrown
 * @returns {unknown} what to throw
 */
export function trap(error) {
  return error instanceof WebAssembly.RuntimeError ? new WasmTrapError(error) : error
}

/** @returns {Instance} */
export function start() {
  const glue = createGlue()
  const { memory } = glue.initSync({ module: (compiled ??= compile()) })
  return { glue, memory }
}

function compile() {
  try {
    return new WebAssembly.Module(decodeBase64(WASM_BASE64))
  } catch (cause) {
    const message =
      "datamart-validator: the browser refuses to compile WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy"
    throw isBlocked(cause) ? Object.assign(new Error(message), { cause }) : cause
  }
}

/** @param {unknown} error */
function isBlocked(error) {
  return error instanceof Error && /Content Security Policy|unsafe-eval/i.test(error.message)
}

/** @param {string} base64 */
function decodeBase64(base64) {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
