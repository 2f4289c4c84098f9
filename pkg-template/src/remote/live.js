/**
 * Validation with the API's own schema and names. They are cached for minutes, and fetched again
 * before a datamart is refused because of them.
 */
// @ts-check

import { validateDatamart } from '#package'
import { unwrapped } from './session.js'
import { valueOf } from './value.js'
import { unlessAborted } from './waiting.js'

/** @typedef {import('../../index.d.ts').Operation} Operation */
/** @typedef {import('../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {AbortSignal | null | undefined} Signal */

/** How long replies are cached, in milliseconds. */
const KEPT = 5 * 60_000

/** How old a reply may be to refuse a datamart, in milliseconds. */
const FRESH = 10_000

/** The most replies in the cache, which must not grow with what is sent to a server. */
const MOST = 64

/** In these runtimes, a request cannot wait for the I/O of another one. */
const IS_APART = 'EdgeRuntime' in globalThis || globalThis.navigator?.userAgent === 'Cloudflare-Workers'

export function createLive() {
  /** @type {Map<string, { at: number, value: unknown }>} */
  const kept = new Map()
  /** @type {Map<string, Promise<unknown>>} */
  const coming = new Map()

  /**
   * @template Value
   * @param {string} key
   * @param {number} oldest in milliseconds
   * @param {() => Promise<Value>} ask
   * @returns {Promise<Value>}
   */
  async function get(key, oldest, ask) {
    const found = kept.get(key)
    if (found && Date.now() - found.at < oldest) return /** @type {Value} */ (found.value)
    const asked = coming.get(key) ?? ask().finally(() => coming.delete(key))
    if (!IS_APART) coming.set(key, asked)
    const value = await asked
    kept.delete(key)
    kept.set(key, { at: Date.now(), value })
    for (const first of kept.keys()) if (kept.size > MOST) kept.delete(first)
    return /** @type {Value} */ (value)
  }

  /**
   * @param {Session} session
   * @param {any} datamart
   * @param {number} oldest in milliseconds
   * @param {ValidateOptions} given takes precedence over the API's replies
   * @returns {Promise<ValidateOptions>}
   */
  async function ask(session, datamart, oldest, given) {
    /** @param {string} what @param {() => Promise<any>} run */
    const part = (what, run) => get(keyOf(session, what), oldest, run)
    const [datasources, existingDatamarts] = await Promise.all([
      part('datasources', async () => unwrapped(await session.run('datasources'))),
      part('datamarts', async () => (await session.list()).map(({ datamart: { name, datasourceName } }) => ({ name, datasourceName }))),
    ])
    // Optional in an update.
    const datasourceName = datamart.datasourceName ?? existingDatamarts.find((/** @type {any} */ { name }) => name === datamart.name)?.datasourceName
    const isThere = datasources.some((/** @type {any} */ entry) => entry?.name === datasourceName)
    const catalog =
      given.catalog ??
      (isThere ? await part(`schema ${datasourceName}`, async () => unwrapped(await session.run('schema', { parameters: { datasourceName } }))) : undefined)
    return {
      ...given,
      datasources: given.datasources ?? datasources,
      existingDatamarts: given.existingDatamarts ?? existingDatamarts,
      catalog,
    }
  }

  return {
    /**
     * Writes a datamart with the options for its validation.
     *
     * @template Result
     * @param {Session} session
     * @param {unknown} datamart
     * @param {Operation} operation
     * @param {ValidateOptions} given
     * @param {Signal} signal
     * @param {(options: ValidateOptions) => Promise<Result>} write
     */
    async write(session, datamart, operation, given, signal, write) {
      const isWrong = (/** @type {ValidateOptions} */ options) => !validateDatamart(datamart, { ...options, operation }).valid
      // An invalid datamart needs no request to be refused.
      if (isWrong(given)) return write(given)
      const value = valueOf(datamart)
      // The request continues after an abort: other calls may wait for it.
      const known = await unlessAborted(ask(session, value, KEPT, given), signal)
      if (isWrong(known)) return write(await unlessAborted(ask(session, value, FRESH, given), signal))
      try {
        return await write(known)
      } finally {
        this.forgetNames(session)
      }
    },
    /** After a write, the cached names are outdated. @param {Session} session */
    forgetNames: (session) => void kept.delete(keyOf(session, 'datamarts')),
  }
}

/** Keeps organisations apart. @param {Session} session @param {string} what */
function keyOf({ key }, what) {
  return JSON.stringify([key, what])
}
