/** Finds the files that patterns, folders and names mean. */
// @ts-check

import { lstatSync, readlinkSync, statSync } from 'node:fs'
import path from 'node:path'
import { isForbidden, withoutValue } from '../misuse.js'
import { reasonOf } from './read.js'

/** @typedef {import('../types.d.ts').Failure} Failure */

/** Standard input, as a file. */
export const STANDARD_INPUT = '-'

const NEVER = ['**/node_modules/**', '**/.git/**']

/**
 * @param {readonly string[]} patterns
 * @param {readonly string[]} ignored patterns of files that are left out
 * @param {readonly string[]} own files that are known to be no datamarts, such as the catalog; left out unless they are named
 * @returns {Promise<{ files: string[], failures: Failure[] }>} the files in the order of the patterns, each once
 */
export async function findFiles(patterns, ignored, own = []) {
  /** @type {Failure[]} */
  const failures = []
  /** @type {Map<string, string>} */
  const files = new Map()
  const leftOut = new Set(own.map((file) => path.resolve(file)))
  for (const pattern of patterns) {
    const { found, failure, isNamed = false } = await expand(pattern, ignored)
    const kept = isNamed ? found : found.filter((file) => !leftOut.has(path.resolve(file)))
    const reason = failure ?? (kept.length === 0 ? 'there are no files but those that options name' : undefined)
    // An option with a typo, such as `token=SECRET`, is taken for a file.
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
 * @returns {Promise<{ found: string[], failure?: string, isNamed?: boolean }>}
 */
async function expand(pattern, ignored) {
  if (pattern === STANDARD_INPUT) return { found: [pattern], isNamed: true }
  // A name that looks like a pattern, `[id].json`, is a name first.
  const { isFolder, error } = look(pattern)
  if (isFolder === false) return { found: [path.normalize(pattern)], isNamed: true }
  if (isFolder) {
    const found = await search('**/*.json', ignored, pattern)
    return found.length > 0 ? { found } : { found, failure: 'the folder has no JSON files' }
  }
  const { isDynamicPattern } = await globbing()
  // A search would come back empty where it may not look.
  if (!isDynamicPattern(pattern) || isForbidden(error)) return { found: [], failure: whyAbsent(pattern, error) }
  const found = await search(pattern, ignored)
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
  if (name === '') return 'the name is empty'
  const isAbsent = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT'
  if (isAbsent && lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink()) return `it is a symbolic link to ${readlinkSync(name)}, which is not there`
  return reasonOf(error)
}

/**
 * @param {string} pattern
 * @param {readonly string[]} ignored
 * @param {string} [folder]
 */
async function search(pattern, ignored, folder) {
  const isAbsolute = path.isAbsolute(folder ?? pattern)
  const { glob } = await globbing()
  const found = await glob(slashed(pattern), {
    cwd: folder ?? process.cwd(),
    ignore: [...NEVER, ...ignored],
    expandDirectories: false,
    absolute: isAbsolute,
  })
  const named = found.map((file) => path.normalize(folder === undefined || isAbsolute ? file : path.join(folder, file)))
  return named.sort((one, other) => (one < other ? -1 : 1))
}

/** Patterns have slashes everywhere. @param {string} pattern */
function slashed(pattern) {
  return path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
}

/** Loaded only where there is something to be searched: it takes as long as all the rest. */
const globbing = () => import('tinyglobby')

/**
 * The folder or file to be watched for a pattern.
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
