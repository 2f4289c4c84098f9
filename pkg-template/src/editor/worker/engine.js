/**
 * Runs the package's functions in a worker, or on the main thread where workers are not allowed.
 *
 * A worker is started from `workerUrl`, else from a blob. If a Content-Security-Policy refuses both,
 * or an option cannot be sent to a worker (a function in `messages`), the main thread takes over.
 */
// @ts-check

/** @typedef {import('./calls.js').Calls} Calls */
/** @typedef {{ resolve: (value: any) => void, reject: (reason: unknown) => void }} Waiting */
/** @typedef {(name: string, args: unknown[]) => unknown} Run */

/** The worker refused to start, or has crashed. */
class WorkerLost extends Error {}

export class Engine {
  #workerUrl
  /** @type {Promise<Run> | undefined} */
  #running
  /** @type {(() => void) | undefined} */
  #stop
  /** The options that whatever is started next begins with. @type {object} */
  #options = {}
  #isDisposed = false

  /** @param {() => string | URL | undefined} workerUrl asked when a worker is about to start, which a page may set after it has added the editor */
  constructor(workerUrl) {
    this.#workerUrl = workerUrl
  }

  /**
   * @template {keyof Calls} Name
   * @param {Name} name
   * @param {Parameters<Calls[Name]>} args
   * @returns {Promise<Awaited<ReturnType<Calls[Name]>>>}
   */
  async call(name, ...args) {
    if (name === 'setOptions') this.#options = /** @type {object} */ (args[0])
    if (this.#isDisposed) throw new WorkerLost('the editor has been removed')
    const run = await (this.#running ??= this.#start())
    try {
      return /** @type {any} */ (await run(name, args))
    } catch (error) {
      const cannotBeSent = error instanceof DOMException && error.name === 'DataCloneError'
      if ((!cannotBeSent && !(error instanceof WorkerLost)) || this.#isDisposed) throw error
      this.#stop?.()
      const local = await (this.#running = this.#startLocally())
      return /** @type {any} */ (local(name, args))
    }
  }

  dispose() {
    this.#isDisposed = true
    this.#stop?.()
    this.#running = undefined
  }

  /** @returns {Promise<Run>} */
  async #start() {
    try {
      return await this.#startWorker()
    } catch (error) {
      if (this.#isDisposed) throw error
      return this.#startLocally()
    }
  }

  /** @returns {Promise<Run>} */
  async #startWorker() {
    const { loadModule } = await import('datamart-validator')
    const module = await loadModule()
    const given = this.#workerUrl()
    const blob = given === undefined ? await blobUrl() : undefined
    if (this.#isDisposed) throw new WorkerLost('the editor has been removed')
    const worker = new Worker(/** @type {string | URL} */ (given ?? blob))
    /** @type {Map<number, Waiting>} */
    const waiting = new Map()
    let last = 0
    /** @param {object} message */
    const ask = (message) =>
      new Promise((resolve, reject) => {
        worker.postMessage({ ...message, id: ++last })
        waiting.set(last, { resolve, reject })
      })
    worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = /** @type {Waiting} */ (waiting.get(id))
      waiting.delete(id)
      if (error) reject(Object.assign(new Error(error.message), error))
      else resolve(result)
    }
    this.#stop = () => {
      worker.terminate()
      if (blob !== undefined) URL.revokeObjectURL(blob)
      for (const { reject } of waiting.values()) reject(new WorkerLost('the worker has been stopped'))
      waiting.clear()
    }
    worker.onerror = () => this.#stop?.()
    await ask({ module })
    await ask({ name: 'setOptions', args: [this.#options] }).catch((error) => {
      if (error instanceof DOMException || error instanceof WorkerLost) throw error
    })
    return (name, args) => ask({ name, args })
  }

  /** @returns {Promise<Run>} */
  async #startLocally() {
    const [loaded, { createCalls }] = await Promise.all([import('datamart-validator'), import('./calls.js')])
    await loaded.init()
    const calls = createCalls(loaded)
    this.#stop = () => calls.dispose()
    try {
      calls.setOptions(this.#options)
    } catch {
      // Reported by the call that set them.
    }
    return (name, args) => /** @type {any} */ (calls)[name](...args)
  }
}

/** The worker's script as a URL, to be revoked with the worker. */
async function blobUrl() {
  const { default: script } = await import('./script.js')
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
}

/**
 * Runs a call for the newest argument only: while one is running, at most one waits, and what has
 * been overtaken by a newer one is dropped.
 *
 * @template Argument
 * @template Result
 * @param {(argument: Argument) => Promise<Result>} run
 * @param {(result: Result, argument: Argument) => void} use called with results that are still wanted
 * @param {(error: unknown, argument: Argument) => void} fail
 */
export function latestWins(run, use, fail) {
  /** @type {{ argument: Argument } | undefined} */
  let next
  let isRunning = false
  const work = async () => {
    isRunning = true
    while (next) {
      const { argument } = next
      next = undefined
      try {
        const result = await run(argument)
        if (!next) use(result, argument)
      } catch (error) {
        if (!next) fail(error, argument)
      }
    }
    isRunning = false
  }
  return (/** @type {Argument} */ argument) => {
    next = { argument }
    if (!isRunning) void work()
  }
}
