/** The WebAssembly instance: started by the first call, thrown away when it traps, started anew by the next one. */
// @ts-check

import { createGlue } from '#glue'
import { WASM_BASE64 } from '#wasm-inline'
import { WasmTrapError } from './errors.js'

/** @typedef {import('./generated.d.ts').Glue} Glue */

/** An input beyond this many bytes makes the instance's memory grow for good, so it is not kept. */
const KEPT_INPUT = 4 * 1024 * 1024

/** @type {WebAssembly.Module | undefined} */
let compiled
/** @type {Glue | undefined} */
let glue

/**
 * Calls an export. Whatever it throws has left the instance in an unknown state.
 *
 * @template {'validate' | 'buildRequest' | 'crash'} Name
 * @param {Name} name
 * @param {Parameters<Glue[Name]>} args
 * @returns {ReturnType<Glue[Name]>}
 */
export function call(name, ...args) {
  const current = (glue ??= start())
  try {
    const run = /** @type {(...args: unknown[]) => ReturnType<Glue[Name]>} */ (current[name])
    const result = run(...args)
    if (args.some((arg) => ArrayBuffer.isView(arg) && arg.byteLength > KEPT_INPUT)) discard(current)
    return result
  } catch (error) {
    discard(current)
    throw error instanceof WebAssembly.RuntimeError ? new WasmTrapError(error) : error
  }
}

/** @param {Glue} used */
function discard(used) {
  if (glue === used) glue = undefined
}

function start() {
  const created = createGlue()
  created.initSync({ module: (compiled ??= compile()) })
  return created
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
