/**
 * The module of the default entry: its bytes are part of the script, so nothing has to be fetched
 * or located.
 */
// @ts-check

import { LENGTH, moduleText, WIDTHS } from '#wasm-inline'
import { compileNow, explained, requireWebAssembly } from './compile.js'
import { decodePrintable } from './printable.js'

export { SPARES } from './spares.js'

/** @type {WebAssembly.Module | undefined} */
let compiled

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling

/** The module; compiled synchronously unless it has been compiled before. */
export function compiledModule() {
  return (compiled ??= compileNow(moduleBytes(), true))
}

/** Compiles the module without blocking the thread. */
export async function prepare() {
  if (compiled) return
  requireWebAssembly()
  compiling ??= WebAssembly.compile(moduleBytes())
  try {
    const module = await compiling
    compiled ??= module
  } catch (cause) {
    compiling = undefined
    throw explained(cause, true)
  }
}

function moduleBytes() {
  return decodePrintable(moduleText(), WIDTHS, LENGTH)
}
