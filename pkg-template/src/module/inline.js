/** The module of the default entry: its bytes travel in the script, so nothing is fetched and nothing has to be found. */
// @ts-check

import { WASM_BASE64 } from '#wasm-inline'
import { compileNow, explained, requireWebAssembly } from './compile.js'

export { SPARES } from './spares.js'

/** @type {WebAssembly.Module | undefined} */
let compiled

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling

/** The module; compiled here and now if nobody did it before. */
export function compiledModule() {
  return (compiled ??= compileNow(decodeBase64(WASM_BASE64), true))
}

/** Compiles the module without blocking the thread. */
export async function prepare() {
  if (compiled) return
  requireWebAssembly()
  compiling ??= WebAssembly.compile(decodeBase64(WASM_BASE64))
  try {
    const module = await compiling
    compiled ??= module
  } catch (cause) {
    compiling = undefined
    throw explained(cause, true)
  }
}

/** @param {string} base64 */
function decodeBase64(base64) {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
