/** Writes whole files: whatever ends the program, a file has its old or its new content. */
// @ts-check

import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { reasonOf } from '../fix/rewrite.js'
import { pathBelow } from '../shown/words.js'
import { UsageError } from '../usage-error.js'

/**
 * @param {string} folder the file must be below it, also where a symbolic link leads
 * @param {string} file
 * @param {string} text
 * @throws {UsageError} without the name of the file
 */
export function writeFile(folder, file, text) {
  const { target, mode } = targetOf(file)
  if (pathBelow(realpathSync(folder), target) === undefined) {
    throw new UsageError(`not written: a symbolic link points to ${target}, outside the folder`)
  }
  const draft = `${target}.${process.pid}.tmp`
  try {
    const descriptor = openSync(draft, 'wx', mode)
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new UsageError(`not written: ${reasonOf(error)}`)
  }
}

/** @param {string} file */
function targetOf(file) {
  try {
    const target = realpathSync(file)
    return { target, mode: statSync(target).mode }
  } catch {
    // A dangling link is replaced, not followed.
    return { target: path.join(realpathSync(path.dirname(file)), path.basename(file)), mode: 0o666 }
  }
}
