/** Instances of the WebAssembly module: started by the first call, thrown away when they trap, started anew by the next one. */
// @ts-check

import { createGlue } from '#glue'
import { compiledModule, SPARES } from '#module'
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

  /** Whether there is an instance. */
  get isStarted() {
    return this.#instance !== undefined
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

/** Started ahead, for whoever needs an instance next. @type {Instance[]} */
const ready = []

/** On their way to be ready. @type {Set<Promise<void>>} */
const starting = new Set()

/** How many are to be ready: none unless the program calls `init`. */
let wanted = 0

/** One that is ready, else one that is started now. */
export function start() {
  const instance = ready.pop() ?? startNow()
  prepareSpares()
  return instance
}

/**
 * Starts instances without blocking the thread: one to be held, unless there is one, and those that are kept ready.
 *
 * @param {Held<Instance>} held
 */
export async function startAhead(held) {
  if (SPARES === 0) return void held.get()
  wanted = SPARES + (held.isStarted ? 0 : 1)
  const all = prepareSpares()
  wanted = SPARES
  await all
  held.get()
}

/** Starts as many as are missing, and waits for all. */
function prepareSpares() {
  while (ready.length + starting.size < wanted) {
    const spare = startLater().then((instance) => {
      ready.push(instance)
    })
    starting.add(spare)
    // What fails here is left out; a call that needs it tries again, and says why.
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
    // WebKit compiles whatever the Content-Security-Policy says, and refuses here.
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
