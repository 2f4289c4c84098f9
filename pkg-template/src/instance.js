/** Instances of the WebAssembly module: started by the first call, thrown away when they trap, started anew by the next one. */
// @ts-check

import { createGlue } from '#glue'
import { compiledModule } from '#module'
import { WasmTrapError } from './errors.js'
import { explained } from './module/compile.js'
import { decoderClass, encoderClass } from './text-codec.js'

/** @typedef {import('./generated.d.ts').Glue} Glue */
/** @typedef {{ glue: Glue, memory: WebAssembly.Memory, most: number }} Instance `most`: with more bytes of memory it is not kept */

/**
 * Memory never shrinks again, so an instance that has taken so much of it is not kept. A datamart of 400 × 100 columns
 * takes 30 MB.
 */
export const KEPT_MEMORY = 40 * 1024 * 1024

/**
 * An instance that is started when it is needed and given up when it must not be used again: whatever is thrown out of it has left it in
 * an unknown state.
 *
 * @template {Instance} Started
 */
export class Held {
  #start
  /** @type {Started | undefined} */
  #instance

  /** @param {() => Started} start */
  constructor(start) {
    this.#start = start
  }

  /** The instance; for whoever wants to know at once whether it starts. */
  get() {
    return (this.#instance ??= this.#start())
  }

  /** Lets the instance go, memory and all. */
  release() {
    this.#instance = undefined
  }

  /**
   * @template Result
   * @param {(instance: Started) => Result} use
   * @returns {Result}
   */
  run(use) {
    const instance = this.get()
    try {
      const result = use(instance)
      if (instance.memory.buffer.byteLength > instance.most) this.release()
      return result
    } catch (error) {
      this.release()
      throw error instanceof WebAssembly.RuntimeError ? new WasmTrapError(error) : error
    }
  }
}

/** The instance of all calls that keep nothing. */
export const shared = /* @__PURE__ */ new Held(start)

/** @returns {Instance} */
export function start() {
  const module = compiledModule()
  const glue = createGlue(decoderClass(), encoderClass())
  try {
    const { memory } = glue.initSync({ module })
    return { glue, memory, most: KEPT_MEMORY }
  } catch (cause) {
    // WebKit compiles whatever the Content-Security-Policy says, and refuses here.
    throw explained(cause)
  }
}
