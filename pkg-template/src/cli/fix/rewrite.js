/**
 * Writes a fixed text to its file in such a way that the user's text survives whatever ends the
 * program.
 */
// @ts-check

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../usage-error.js'
import { pathBelow } from '../shown/words.js'

/** No pattern for datamarts matches it. */
const KEPT = '.before-fix'

/**
 * The file is written in place: replacing it would lose its hard links, and its owner or access
 * list if these are not the writer's own. During the write there is a copy next to it.
 *
 * @param {string} file
 * @param {string} before the text that was read from it
 * @param {string} after
 * @param {readonly string[]} roots the files and folders that were given; a file outside them is
 * not written, even if a link points to it
 * @throws {UsageError} without the name of the file
 */
export function rewrite(file, before, after, roots) {
  const target = realpathSync(file)
  if (roots.every((root) => pathBelow(root, target) === undefined)) {
    throw new UsageError(`not fixed: a symbolic link points to ${target}, outside the folder that was given`)
  }
  const copy = `${target}${KEPT}`
  const descriptor = attempt('the fixes could not be written', () => openSync(target, 'r+'))
  try {
    const old = readFileSync(descriptor)
    if (!old.equals(Buffer.from(before))) throw new UsageError('not fixed: the file changed in the meantime; check it again')
    keep(copy, old)
    try {
      replace(descriptor, Buffer.from(after))
    } catch (error) {
      const lost = `the fixes could not be written (${reasonOf(error)})`
      attempt(`${lost}, and the file is damaged; its previous contents are in ${path.basename(copy)}`, () => replace(descriptor, old))
      rmSync(copy)
      throw new UsageError(`${lost}; the file is unchanged`)
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
      throw new UsageError(`not fixed: a temporary copy could not be written next to the file: ${reasonOf(error)}`)
    }
    // Left by a program that ended before it had changed anything.
    if (attempt('the fixes could not be written', () => readFileSync(copy)).equals(content)) return
    throw new UsageError(
      `not fixed: ${path.basename(copy)} next to it has its contents from before an interrupted --fix; keep the right version and delete that file`,
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
    throw new UsageError(`${failure}: ${reasonOf(error)}`)
  }
}

/** @param {unknown} error of a call of the file system that writes */
export function reasonOf(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission to write'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder'
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : message
}
