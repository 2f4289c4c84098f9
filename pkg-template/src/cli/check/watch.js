/** `check --watch`: checks again whenever a file changes, appears or disappears. */
// @ts-check

import { statSync } from 'node:fs'
import { findFiles, rootsOf, watchedPlace } from '../input/find.js'
import { UsageError, RIGHT } from '../usage-error.js'
import { optionFiles, readValidation } from '../options/validation.js'
import { visible } from '../../text/visible.js'
import { write } from '../terminal.js'
import { formatOf, judgingOf } from './flags.js'
import { Judge } from './judge.js'
import { addTo, emptySummary, limitWarnings } from './summary.js'

/** @typedef {import('./flags.js').Flags} Flags */
/** @typedef {import('../types.d.ts').Failure} Failure */
/** @typedef {import('../types.d.ts').FileReport} FileReport */

/** One save causes several events: waits this many milliseconds for the last of them. */
const SETTLE = 60

/**
 * The polling interval for files and folders that no watcher follows reliably because they may not
 * exist, in milliseconds.
 */
const LOOK = 250

/**
 * How often a new folder is looked into: the watcher reads one before it watches it, so what appears
 * in between causes no event.
 */
const LOOKS = 20

const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H'

const NEVER = /[/\\](node_modules|\.git)([/\\]|$)/

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 * @returns {Promise<number>} when the user stops it
 */
export async function watchFiles(patterns, flags) {
  const rounds = new Rounds(patterns, flags)
  const places = await Promise.all(patterns.map(watchedPlace))
  // Loaded only for watching.
  const { watch } = await import('chokidar')
  /** @type {NodeJS.Timeout | undefined} */
  let settling
  let looks = 0
  const begin = () =>
    watch(places, { ignoreInitial: true, ignored: (file) => NEVER.test(file) })
      .on('all', () => {
        clearTimeout(settling)
        settling = setTimeout(() => void rounds.ask(), SETTLE)
      })
      .on('addDir', () => (looks = LOOKS))
      .on('ready', () => void rounds.ask())
      .on('error', (error) => rounds.onFailure(new UsageError(`the files could not be watched: ${/** @type {Error} */ (error).message}`)))
  let folders = foldersAt(places)
  let watcher = begin()
  const looking = setInterval(() => {
    if (looks-- > 0 || rounds.isOutdated()) void rounds.ask()
    const now = foldersAt(places)
    if (now === folders) return
    // The watcher stays with a deleted folder, and does not see a new one of the same name.
    folders = now
    void watcher.close()
    watcher = begin()
  }, LOOK)
  try {
    await new Promise((resolve, reject) => {
      rounds.onFailure = reject
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve)
      // The reader of the results has closed the stream.
      process.stdout.once('close', resolve)
    })
  } finally {
    clearInterval(looking)
    clearTimeout(settling)
    setImmediate(end)
  }
  return RIGHT
}

/**
 * Ends the process, once everything is written. A watcher that is closed may keep it running if
 * folders have disappeared.
 */
function end() {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

class Rounds {
  #patterns
  #flags
  /**
   * The reports of files that have not changed since, as long as the options have not changed
   * either. @type {Map<string, { state: string, report: FileReport }>}
   */
  #known = new Map()
  /** The files that the options come from, and their state. @type {string[]} */
  #own = []
  #basis = ''
  /** Everything that the last round has shown, with its state. */
  #seen = ''
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

  /** Whether a file that the options come from has changed. */
  isOutdated() {
    return basisOf(this.#own) !== this.#basis
  }

  /** One round at a time; requests during a round cause exactly one more. */
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
    if (text === undefined) return
    write(`${process.stdout.isTTY ? CLEAR_SCREEN : ''}${text}Watching for changes; press Ctrl-C to stop.\n`)
  }

  async #text() {
    try {
      return await this.#verdict()
    } catch (error) {
      // For example, a catalog that is being edited.
      if (error instanceof UsageError) return `error: ${visible(error.message)}\n`
      throw error
    }
  }

  /**
   * @returns {Promise<string | undefined>} undefined if nothing has changed: one save may be seen
   * twice
   */
  async #verdict() {
    const judge = this.#judgeNow(this.#flags.fix ? await rootsOf(this.#patterns) : [])
    const { files, failures } = await findFiles(this.#patterns, this.#flags.ignore ?? [], this.#own)
    if (this.#stateOf(files, failures) === this.#seen) return undefined
    const format = formatOf(this.#flags)
    const summary = emptySummary()
    let text = ''
    for (const report of [...failures, ...files.map((file) => this.#report(file, judge))]) {
      addTo(summary, report)
      text += format.file(report)
    }
    limitWarnings(summary, this.#flags.maxWarnings)
    this.#seen = this.#stateOf(files, failures, (file) => this.#known.get(file)?.state)
    return text + format.end(summary)
  }

  /**
   * Uses the current options.
   *
   * @param {readonly string[]} roots
   */
  #judgeNow(roots) {
    // The state is recorded before reading, so that a change in between causes another round.
    this.#own = optionFiles(this.#flags)
    const basis = basisOf(this.#own)
    if (this.#judge && this.#basis === basis) return this.#judge
    this.#judge = undefined
    this.#basis = basis
    this.#seen = ''
    this.#known.clear()
    const { options, validator } = readValidation(this.#flags)
    this.#judge = new Judge(judgingOf(options, this.#flags, roots), validator)
    return this.#judge
  }

  /**
   * @param {readonly string[]} files
   * @param {readonly Failure[]} failures
   * @param {(file: string) => string | undefined} [state]
   */
  #stateOf(files, failures, state = stateOf) {
    return JSON.stringify([failures, files.map((file) => [file, state(file)])])
  }

  /**
   * @param {string} file
   * @param {Judge} judge
   * @returns {FileReport}
   */
  #report(file, judge) {
    const state = stateOf(file)
    const known = this.#known.get(file)
    if (known && known.state === state) return known.report
    const report = judge.file(file)
    if ('failure' in report || report.fixed === 0) this.#known.set(file, { state, report })
    // A fixed file has changed, and is counted as fixed only once.
    else this.#known.set(file, { state: stateOf(file), report: { ...report, fixed: 0 } })
    return report
  }
}

/** @param {readonly string[]} files */
function basisOf(files) {
  return files.map(stateOf).join('\n')
}

/** Which folders exist, to detect later changes. @param {readonly string[]} places */
function foldersAt(places) {
  return places
    .map((place) => {
      const stat = statSync(place, { throwIfNoEntry: false })
      // The number alone may be that of a folder which was deleted.
      return stat?.isDirectory() ? `${stat.ino} ${stat.birthtimeMs}` : typeof stat
    })
    .join(' ')
}

/** A string that changes with the file. @param {string} file */
function stateOf(file) {
  try {
    const { mtimeMs, size, ino } = statSync(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'absent'
  }
}
