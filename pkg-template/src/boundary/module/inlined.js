/** Modules whose bytes are in the script. */
// @ts-check

import { compileNow, explained, requireWebAssembly } from './compile.js'

/** @param {() => Uint8Array<ArrayBuffer>} bytes */
export function inlined(bytes) {
  /** @type {WebAssembly.Module | undefined} */
  let compiled
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let compiling
  return {
    /** The module; compiled synchronously unless it has been compiled before. */
    compiled: () => (compiled ??= compileNow(bytes(), true)),
    /** Compiles the module without blocking the thread. */
    async prepare() {
      if (compiled) return compiled
      requireWebAssembly()
      compiling ??= WebAssembly.compile(bytes())
      try {
        const module = await compiling
        return (compiled ??= module)
      } catch (cause) {
        compiling = undefined
        throw explained(cause, true)
      }
    },
    /** Uses a module that has been compiled elsewhere. @param {WebAssembly.Module} module */
    adopt(module) {
      compiled ??= module
    },
  }
}
