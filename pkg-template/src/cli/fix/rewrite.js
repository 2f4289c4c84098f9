/** Writes a fixed text into its file, so that whatever ends the program meanwhile, what the user wrote is still there. */
// @ts-check

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Misuse } from '../misuse.js'
import { pathBelow } from '../shown/words.js'

/** No pattern for datamarts matches it. */
const KEPT = '.before-fix'

/**
 * The file is written in place: a new file under its name would lose its hard links, and its owner or its access list where these are not the
 * writer's own. For that moment a copy lies beside it.
 *
 * @param {string} file
 * @param {string} before what was read from it
 * @param {string} after
 * @param {readonly string[]} roots the files and folders that were given; what lies elsewhere is not written, whatever links lead there
 * @throws {Misuse} which does not name the file
 */
export function rewrite(file, before, after, roots) {
  const target = realpathSync(file)
  if (roots.every((root) => pathBelow(root, target) === undefined)) {
    throw new Misuse(`its fixes are not written: a symbolic link leads to ${target}, outside of the folder that was given`)
  }
  const copy = `${target}${KEPT}`
  const descriptor = attempt('its fixes cannot be written', () => openSync(target, 'r+'))
  try {
    const old = readFileSync(descriptor)
    if (!old.equals(Buffer.from(before))) throw new Misuse('it has changed while its fixes were made: check it once more')
    keep(copy, old)
    try {
      replace(descriptor, Buffer.from(after))
    } catch (error) {
      const lost = `its fixes cannot be written (${reasonOf(error)})`
      attempt(`${lost}, and it is broken now: what it was is in ${path.basename(copy)}`, () => replace(descriptor, old))
      rmSync(copy)
      throw new Misuse(`${lost}: it is what it was`)
    }
    rmSync(copy)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * @param {string} copy
 * @param {Buffer} content
 */
function keep(copy, content) {
  try {
    writeFileSync(copy, content, { flag: 'wx', flush: true, mode: 0o600 })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
      rmSync(copy, { force: true })
      throw new Misuse(`its fixes are not written, because no copy of it can be kept beside it for that moment: ${reasonOf(error)}`)
    }
    // A program that ended before it had changed anything has left it.
    if (attempt('its fixes cannot be written', () => readFileSync(copy)).equals(content)) return
    throw new Misuse(
      `its fixes are not written: ${path.basename(copy)} beside it is what it was before a --fix that was interrupted; keep what is right and delete that file`,
    )
  }
}

/**
 * @param {number} descriptor
 * @param {Buffer} content
 */
function replace(descriptor, content) {
  for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at, content.length - at, at)
  ftruncateSync(descriptor, content.length)
  fsyncSync(descriptor)
}

/**
 * @template T
 * @param {string} failure
 * @param {() => T} action
 * @returns {T}
 */
function attempt(failure, action) {
  try {
    return action()
  } catch (error) {
    throw new Misuse(`${failure}: ${reasonOf(error)}`)
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'the permission to write is missing'
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : message
}
