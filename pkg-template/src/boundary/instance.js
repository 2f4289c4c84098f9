/**
 * Instances of the WebAssembly module: started by the first call, discarded after a trap, started
 * again by the next call.
 */
// @ts-check

import { createGlue } from '#glue'
import { compiledModule, SPARES } from '#module'
import { WasmTrapError } from './errors.js'
import { explained } from './module/compile.js'
import { decoderClass, encoderClass } from './text-codec.js'

/** @typedef {import('./generated.d.ts').Glue} Glue */
/**
 * @typedef {{ glue: Glue, memory: WebAssembly.Memory, most: number }} Instance `most`: the largest
 * memory, in bytes, with which it is kept
 */

/**
 * Memory never shrinks, so an instance with more than this is not kept. A datamart of 400 × 100
 * columns takes 30 MB.
 */
export const KEPT_MEMORY = 40 * 1024 * 1024

/**
 * Holds an instance that is started on demand and dropped when it must not be reused: any exception
 * out of it leaves it in an unknown state.
 *
 * @template {Instance} Started
 */
export class InstanceSlot {
  #start
  /** @type {Started | undefined} */
  #instance

  /** @param {() => Started} start */
  constructor(start) {
    this.#start = start
  }

  /** Whether there is an instance. */
  get isStarted() {
    return this.#instance !== undefined
  }

  /** Returns the instance, and starts it if necessary. */
  get() {
    return (this.#instance ??= this.#start())
  }

  /** Releases the instance with its memory. */
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

/** The instance for all calls that keep nothing. */
export const shared = /* @__PURE__ */ new InstanceSlot(start)

/** Instances started ahead of demand. @type {Instance[]} */
const ready = []

/** Instances that are being started. @type {Set<Promise<void>>} */
const starting = new Set()

/** How many instances should be ready: none unless the program calls `init`. */
let wanted = 0

/** Returns a ready instance, or starts one. */
export function start() {
  const instance = ready.pop() ?? startNow()
  prepareSpares()
  return instance
}

/**
 * Starts instances without blocking the thread: one for the slot, unless it has one, and the
 * spares.
 *
 * @param {InstanceSlot<Instance>} slot
 */
export async function startAhead(slot) {
  if (SPARES === 0) return void slot.get()
  wanted = SPARES + (slot.isStarted ? 0 : 1)
  const all = prepareSpares()
  wanted = SPARES
  await all
  slot.get()
}

/** Starts as many as are missing, and waits for all of them. */
function prepareSpares() {
  while (ready.length + starting.size < wanted) {
    const spare = startLater().then((instance) => {
      ready.push(instance)
    })
    starting.add(spare)
    // A failure is ignored here; a call that needs the instance tries again and reports it.
    const done = () => void starting.delete(spare)
    spare.then(done, done)
  }
  return Promise.all(starting)
}

/** @returns {Instance} */
function startNow() {
  const module = compiledModule()
  const glue = newGlue()
  try {
    return finished(glue, module, new WebAssembly.Instance(module, glue.imports()))
  } catch (cause) {
    // WebKit compiles despite the Content-Security-Policy, and refuses here.
    throw explained(cause)
  }
}

/** @returns {Promise<Instance>} */
async function startLater() {
  const module = compiledModule()
  const glue = newGlue()
  try {
    return finished(glue, module, await WebAssembly.instantiate(module, glue.imports()))
  } catch (cause) {
    throw explained(cause)
  }
}

function newGlue() {
  return createGlue(decoderClass(), encoderClass())
}

/**
 * @param {Glue} glue
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Instance} instance
 * @returns {Instance}
 */
function finished(glue, module, instance) {
  return { glue, memory: glue.finish(instance, module).memory, most: KEPT_MEMORY }
}
