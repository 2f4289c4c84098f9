/** Finds the files that patterns, folders and names refer to. */
// @ts-check

import fs, { statSync } from 'node:fs'
import path from 'node:path'
import { isForbidden, withoutValue } from '../usage-error.js'
import { reasonOf } from './read.js'

/** @typedef {import('../types.d.ts').Failure} Failure */

/** Standard input in the list of files. */
export const STANDARD_INPUT = '-'

const NEVER = ['**/node_modules/**', '**/.git/**']

/**
 * @param {readonly string[]} patterns
 * @param {readonly string[]} ignored patterns of files to skip
 * @param {readonly string[]} own files known not to be datamarts, such as the catalog; skipped
 * unless they are named explicitly
 * @returns {Promise<{ files: string[], failures: Failure[] }>} the files in the order of the
 * patterns, each once
 */
export async function findFiles(patterns, ignored, own = []) {
  /** @type {Failure[]} */
  const failures = []
  /** @type {Map<string, string>} */
  const files = new Map()
  const leftOut = new Set(own.map((file) => path.resolve(file)))
  for (const pattern of patterns) {
    const { found, failure, isNamed = false } = await expand(pattern, ignored, failures)
    const kept = isNamed ? found : found.filter((file) => !leftOut.has(path.resolve(file)))
    const reason = failure ?? (kept.length === 0 ? 'the only files here are those that options refer to' : undefined)
    // A mistyped option, such as `token=SECRET`, is taken as a file.
    if (reason !== undefined) failures.push({ file: found.length === 0 ? withoutValue(pattern) : pattern, failure: reason })
    for (const file of kept) {
      const key = file === STANDARD_INPUT ? file : path.resolve(file)
      if (!files.has(key)) files.set(key, file)
    }
  }
  return { files: [...files.values()], failures }
}

/**
 * @param {string} pattern
 * @param {readonly string[]} ignored
 * @param {Failure[]} failures receives the folders that cannot be searched
 * @returns {Promise<{ found: string[], failure?: string, isNamed?: boolean }>}
 */
async function expand(pattern, ignored, failures) {
  if (pattern === STANDARD_INPUT) return { found: [pattern], isNamed: true }
  // A name that looks like a pattern, `[id].json`, is a name first.
  const { isFolder, error } = look(pattern)
  if (isFolder === false) return { found: [path.normalize(pattern)], isNamed: true }
  if (isFolder) {
    const found = await search('**/*.[jJ][sS][oO][nN]', ignored, failures, pattern)
    return found.length > 0 ? { found } : { found, failure: 'the folder contains no JSON files' }
  }
  const { isDynamicPattern } = await globbing()
  // A search would return nothing if access is forbidden.
  if (!isDynamicPattern(pattern) || isForbidden(error)) return { found: [], failure: whyAbsent(pattern, error) }
  const found = await search(pattern, ignored, failures)
  return found.length > 0 ? { found } : { found, failure: 'no file matches this pattern' }
}

/**
 * @param {string} name
 * @returns {{ isFolder: boolean, error?: undefined } | { isFolder?: undefined, error: unknown }}
 */
function look(name) {
  try {
    return { isFolder: statSync(name).isDirectory() }
  } catch (error) {
    return { error }
  }
}

/** @param {string} name @param {unknown} error */
function whyAbsent(name, error) {
  return name === '' ? 'the name is empty' : reasonOf(error, name)
}

/**
 * @param {string} pattern
 * @param {readonly string[]} ignored
 * @param {Failure[]} failures
 * @param {string} [folder]
 */
async function search(pattern, ignored, failures, folder) {
  const isAbsolute = path.isAbsolute(folder ?? pattern)
  const { glob } = await globbing()
  const found = await glob(slashed(pattern), {
    cwd: folder ?? process.cwd(),
    ignore: [...NEVER, ...ignored],
    expandDirectories: false,
    absolute: isAbsolute,
    fs: noticing((folder, error) => failures.push({ file: path.relative(process.cwd(), folder) || '.', failure: `the folder could not be searched: ${reasonOf(error, folder)}` })),
  })
  const named = found.map((file) => path.normalize(folder === undefined || isAbsolute ? file : path.join(folder, file)))
  return named.sort((one, other) => (one < other ? -1 : 1))
}

/** The status of a dangling link. */
const NO_FOLDER = /** @type {fs.Stats} */ ({ isDirectory: () => false })

/**
 * The search itself skips dangling links, pipes, sockets, devices, and folders without read
 * permission. With this file system it finds them by their names, so that they are reported as files
 * that cannot be read.
 *
 * @param {(folder: string, error: NodeJS.ErrnoException) => void} onUnreadable
 */
function noticing(onUnreadable) {
  return /** @type {Partial<typeof fs>} */ (
    /** @type {unknown} */ ({
      /** @param {string} file @param {(error: null, path: string) => void} done */
      realpath: (file, done) => fs.realpath(file, (error, real) => done(null, error ? file : real)),
      /** @param {string} file @param {(error: null, stats: fs.Stats) => void} done */
      stat: (file, done) => fs.stat(file, (error, stats) => done(null, error ? NO_FOLDER : stats)),
      /**
       * @param {string} folder
       * @param {{ withFileTypes: true }} options
       * @param {(error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void} done
       */
      readdir: (folder, options, done) =>
        fs.readdir(folder, options, (error, entries) => {
          // A pattern may refer to something that does not exist.
          if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') onUnreadable(folder, error)
          for (const entry of entries ?? []) if (!entry.isDirectory() && !entry.isSymbolicLink()) entry.isFile = () => true
          done(error, entries)
        }),
    })
  )
}

/** Patterns use slashes on all platforms. @param {string} pattern */
function slashed(pattern) {
  return path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
}

/** Loaded only for searching: it takes as long as everything else. */
const globbing = () => import('tinyglobby')

/**
 * The real paths of what was given: files, folders, and the folders in which patterns begin.
 *
 * @param {readonly string[]} patterns
 */
export async function rootsOf(patterns) {
  const places = await Promise.all(patterns.map(watchedPlace))
  return places.flatMap((place) => (fs.existsSync(place) ? fs.realpathSync(place) : []))
}

/**
 * The folder or file to watch for a pattern.
 *
 * @param {string} pattern
 */
export async function watchedPlace(pattern) {
  const { isDynamicPattern } = await globbing()
  if (!look(pattern).error || !isDynamicPattern(pattern)) return pattern
  const steps = slashed(pattern).split('/')
  const fixed = steps.slice(0, steps.findIndex((step) => isDynamicPattern(step)))
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.')
}
