/** `check --watch`: judges again whenever a file changes, comes or goes. */
// @ts-check

import { statSync } from 'node:fs'
import { findFiles, watchedPlace } from '../input/find.js'
import { Misuse, RIGHT } from '../misuse.js'
import { readValidation } from '../options/validation.js'
import { write } from '../terminal.js'
import { formatOf, judgingOf } from './command.js'
import { Judge } from './judge.js'
import { addTo, emptySummary, limitWarnings } from './summary.js'

/** @typedef {import('./command.js').Flags} Flags */
/** @typedef {import('../types.d.ts').FileReport} FileReport */

/** One save is several events: it is waited for the last of them, in milliseconds. */
const SETTLE = 60

const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H'

const NEVER = /[/\\](node_modules|\.git)([/\\]|$)/

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 * @returns {Promise<number>} when the user ends it
 */
export async function watchFiles(patterns, flags) {
  const rounds = new Rounds(patterns, flags)
  const own = [flags.config, flags.catalog, flags.datasources, flags.existingDatamarts].filter((file) => file !== undefined)
  // Not loaded by those who do not watch.
  const { watch } = await import('chokidar')
  const watcher = watch([...(await Promise.all(patterns.map(watchedPlace))), ...own], { ignoreInitial: true, ignored: (file) => NEVER.test(file) })
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void rounds.ask(), SETTLE)
  })
  try {
    await new Promise((resolve, reject) => {
      watcher.on('error', (error) => reject(new Misuse(`the files cannot be watched: ${/** @type {Error} */ (error).message}`)))
      watcher.on('ready', () => rounds.ask().catch(reject))
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve)
      // Whoever has read the results has gone.
      process.stdout.once('close', resolve)
      rounds.onFailure = reject
    })
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
  return RIGHT
}

class Rounds {
  #patterns
  #flags
  /** The reports of files that have not changed since, as long as the options have not either. @type {Map<string, { state: string, report: FileReport }>} */
  #known = new Map()
  /** The files that the options were read from, and how they were. @type {string[]} */
  #own = []
  #basis = ''
  /** @type {Judge | undefined} */
  #judge
  #isRunning = false
  #isAsked = false
  /** @type {(error: unknown) => void} */
  onFailure = () => {}

  /**
   * @param {readonly string[]} patterns
   * @param {Flags} flags
   */
  constructor(patterns, flags) {
    this.#patterns = patterns
    this.#flags = flags
  }

  /** One round after the other; however often it is asked meanwhile, one more follows. */
  async ask() {
    this.#isAsked = true
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      while (this.#isAsked) {
        this.#isAsked = false
        await this.#round()
      }
    } catch (error) {
      this.onFailure(error)
    } finally {
      this.#isRunning = false
    }
  }

  async #round() {
    const text = await this.#text()
    write(`${process.stdout.isTTY ? CLEAR_SCREEN : ''}${text}Watching for changes; Ctrl-C ends it.\n`)
  }

  async #text() {
    try {
      return await this.#verdict()
    } catch (error) {
      // A catalog that is just being edited, for one.
      if (error instanceof Misuse) return `error: ${error.message}\n`
      throw error
    }
  }

  async #verdict() {
    if (!this.#judge || this.#basis !== basisOf(this.#own)) {
      this.#judge = undefined
      const { options, files, validator } = readValidation(this.#flags)
      this.#own = files
      this.#basis = basisOf(files)
      this.#judge = new Judge(judgingOf(options, this.#flags), validator)
      this.#known.clear()
    }
    const { files, failures } = await findFiles(this.#patterns, this.#flags.ignore ?? [], this.#own)
    const format = formatOf(this.#flags)
    const summary = emptySummary()
    let text = ''
    for (const report of [...failures, ...files.map((file) => this.#report(file))]) {
      addTo(summary, report)
      text += format.file(report)
    }
    limitWarnings(summary, this.#flags.maxWarnings)
    return text + format.end(summary)
  }

  /** @param {string} file */
  #report(file) {
    const state = stateOf(file)
    const known = this.#known.get(file)
    if (known && known.state === state) return known.report
    const report = /** @type {Judge} */ (this.#judge).file(file)
    // What has been mended has changed.
    this.#known.set(file, { state, report })
    return report
  }
}

/** @param {readonly string[]} files */
function basisOf(files) {
  return files.map(stateOf).join('\n')
}

/** What changes with a file. @param {string} file */
function stateOf(file) {
  try {
    const { mtimeMs, size, ino } = statSync(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'absent'
  }
}
