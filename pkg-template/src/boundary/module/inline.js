/** The module of the default entry: its bytes travel in the script, so nothing is fetched and nothing has to be found. */
// @ts-check

import { LENGTH, moduleText, WIDTHS } from '#wasm-inline'
import { compileNow, explained, requireWebAssembly } from './compile.js'
import { decodePrintable } from './printable.js'

export { SPARES } from './spares.js'

/** @type {WebAssembly.Module | undefined} */
let compiled

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling

/** The module; compiled here and now if nobody did it before. */
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
