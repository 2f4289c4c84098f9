/**
 * Instances of the WebAssembly module: started by the first call, discarded after a trap, started
 * again by the next call. Parts of the module are linked to an instance when they are needed.
 */
// @ts-check

import { createGlue } from '#glue'
import { WasmTrapError } from './errors.js'
import { explained, requireWebAssembly } from './module/compile.js'
import { decoderClass } from './text-codec.js'

/** @typedef {import('./generated.d.ts').Glue} Glue */
/**
 * @typedef {object} Source a module, which `./module/` provides
 * @property {() => WebAssembly.Module} compiled throws if it is missing and cannot be compiled now
 * @property {(source?: any) => Promise<unknown>} prepare compiles it without blocking the thread
 */
/**
 * @typedef {object} Part a part of the module
 * @property {() => WebAssembly.Module | undefined} compiled undefined if the module contains it
 * @property {(source?: any) => Promise<unknown>} prepare the result is `false` if there is nothing to
 * link
 */
/**
 * @typedef {object} Instance
 * @property {Glue} glue
 * @property {WebAssembly.Memory} memory
 * @property {number} most the largest memory, in bytes, with which it is kept
 * @property {WebAssembly.Exports} exports
 * @property {Set<Part>} linked
 */

/**
 * Memory never shrinks, so an instance with more than this is not kept. A datamart of 400 × 100
 * columns takes 30 MB.
 */
export const KEPT_MEMORY = 40 * 1024 * 1024

/**
 * @typedef {object} Slot
 * @property {() => boolean} isStarted whether there is an instance
 * @property {() => Instance} get returns the instance, and starts it if necessary
 * @property {() => void} release releases the instance with its memory
 * @property {<Result>(use: (instance: Instance) => Result) => Result} run
 */

/**
 * Holds an instance that is started on demand and dropped when it must not be reused: any exception
 * out of it leaves it in an unknown state.
 *
 * @param {() => Instance} start
 * @returns {Slot}
 */
export function instanceSlot(start) {
  /** @type {Instance | undefined} */
  let instance
  const get = () => (instance ??= start())
  const release = () => {
    instance = undefined
  }
  return {
    isStarted: () => instance !== undefined,
    get,
    release,
    run(use) {
      const started = get()
      try {
        const result = use(started)
        if (started.memory.buffer.byteLength > started.most) release()
        return result
      } catch (error) {
        release()
        throw error instanceof WebAssembly.RuntimeError ? new WasmTrapError(error) : error
      }
    },
  }
}

/** Compile and start the modules of the program. @type {Set<(source: unknown) => Promise<void>>} */
const starts = new Set()

/**
 * @typedef {object} Functions those of the module or of a part
 * @property {Slot['run']} run uses the instance for all calls that keep nothing
 * @property {(slot: Pick<Slot, 'get' | 'run'>) => Pick<Slot, 'run'>} within uses another instance
 */
/**
 * @typedef {object} OfInstances
 * @property {Slot['get']} get returns the instance for all calls that keep nothing
 * @property {() => Instance} start returns another one
 * @property {Set<Part>} parts those of the program
 *
 * @typedef {Functions & OfInstances} Instances the instances of one module
 */

/**
 * Provides the instances of a module, and lets `init` start it. A bundler omits the call, and with it
 * the module, if the program uses no function of the module.
 *
 * @param {Source} source
 * @param {number} spares how many are kept ready once the program has called `init`
 * @returns {Instances}
 */
export function instancesOf(source, spares) {
  /** @type {Set<Part>} */
  const parts = new Set()

  /** Those that are linked ahead of demand. @type {Set<Part>} */
  const prepared = new Set()

  const shared = instanceSlot(start)

  /** Instances started ahead of demand. @type {Instance[]} */
  const ready = []

  /** Instances that are being started. @type {Set<Promise<void>>} */
  const starting = new Set()

  /** How many instances should be ready: none unless the program calls `init`. */
  let wanted = 0

  /** Returns a ready instance, or starts one. */
  function start() {
    const instance = ready.pop() ?? startNow(source)
    prepareSpares()
    return instance
  }

  /** Starts as many as are missing, and waits for all of them. */
  function prepareSpares() {
    while (ready.length + starting.size < wanted) {
      const spare = startLater(source, prepared).then((instance) => {
        ready.push(instance)
      })
      starting.add(spare)
      // A failure is ignored here; a call that needs the instance tries again and reports it.
      const done = () => void starting.delete(spare)
      spare.then(done, done)
    }
    return Promise.all(starting)
  }

  /**
   * Starts instances without blocking the thread: the shared one, unless there is one, and the
   * spares.
   */
  starts.add(async (given) => {
    await source.prepare(given)
    const preparePart = async (/** @type {Part} */ part) => {
      if ((await part.prepare(given)) !== false) prepared.add(part)
    }
    await Promise.all([...parts].map(preparePart))
    if (spares === 0) return void shared.get()
    wanted = spares + (shared.isStarted() ? 0 : 1)
    const all = prepareSpares()
    wanted = spares
    await all
    shared.get()
  })

  return { run: shared.run, get: shared.get, start, parts, within: (slot) => slot }
}

/**
 * Provides the functions of a part. A bundler omits the call, and with it the part, if the program
 * uses none of them.
 *
 * @param {Instances} core
 * @param {Part} part
 * @returns {Functions}
 */
export function partOf(core, part) {
  core.parts.add(part)
  /** @type {Functions['within']} */
  const within = ({ get, run }) => ({
    run(use) {
      // Outside of `run`: an instance to which nothing could be linked is as good as before.
      linkNow(get(), part)
      return run(use)
    },
  })
  return { run: within(core).run, within }
}

/**
 * Compiles and starts every module that the program contains.
 *
 * @param {unknown} source only used if the program provides the module
 */
export async function startAll(source) {
  // Before the modules do: a program may contain none.
  requireWebAssembly()
  await Promise.all([...starts].map((start) => start(source)))
}

/**
 * @param {Source} source
 * @returns {Instance}
 */
function startNow(source) {
  const module = source.compiled()
  const glue = newGlue()
  try {
    return finished(glue, module, new WebAssembly.Instance(module, glue.imports()))
  } catch (cause) {
    // WebKit compiles despite the Content-Security-Policy, and refuses here.
    throw explained(cause)
  }
}

/**
 * @param {Source} source
 * @param {Set<Part>} parts
 * @returns {Promise<Instance>}
 */
async function startLater(source, parts) {
  const module = source.compiled()
  const glue = newGlue()
  try {
    const instance = finished(glue, module, await WebAssembly.instantiate(module, glue.imports()))
    await Promise.all([...parts].map((part) => linkLater(instance, part)))
    return instance
  } catch (cause) {
    throw explained(cause)
  }
}

/**
 * A part uses the core's memory and functions, and puts its own into the core's table.
 *
 * @param {Instance} instance
 * @param {Part} part
 */
function linkNow({ exports, linked }, part) {
  if (linked.has(part)) return
  const module = part.compiled()
  try {
    if (module) new WebAssembly.Instance(module, { core: exports })
  } catch (cause) {
    throw explained(cause)
  }
  linked.add(part)
}

/**
 * @param {Instance} instance
 * @param {Part} part
 */
async function linkLater({ exports, linked }, part) {
  const module = part.compiled()
  if (module) await WebAssembly.instantiate(module, { core: exports })
  linked.add(part)
}

function newGlue() {
  return createGlue(decoderClass())
}

/**
 * @param {Glue} glue
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Instance} instance
 * @returns {Instance}
 */
function finished(glue, module, instance) {
  const exports = glue.finish(instance, module)
  return { glue, memory: exports.memory, most: KEPT_MEMORY, exports, linked: new Set() }
}
