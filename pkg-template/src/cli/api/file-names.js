/** The file of a datamart: names of datamarts are user input, and not every name can be that of a file. */
// @ts-check

import { UsageError } from '../usage-error.js'

const SUFFIX = '.json'

/** The longest name that common file systems accept, in bytes. */
const MAX_BYTES = 255

/** Names that Windows keeps for devices, whatever their suffix. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Everything but letters, digits, marks and what is harmless in every file system and shell. */
const UNSAFE = /[^\p{L}\p{N}\p{M}_. -]|^[. -]|[. ]$/gu

/**
 * The name of a datamart's file. Characters that are unsafe in a file name are percent-encoded, so
 * different names have different files, and none leads out of the folder.
 *
 * @param {string} name
 * @throws {UsageError} if the name is too long
 */
export function fileNameOf(name) {
  const safe = name.normalize('NFC').replace(UNSAFE, encode)
  const file = (DEVICE.test(safe) ? encode(safe.slice(0, 1)) + safe.slice(1) : safe) + SUFFIX
  if (Buffer.byteLength(file) > MAX_BYTES) throw new UsageError('the name is too long for a file name')
  return file
}

/** @param {string} character */
function encode(character) {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

/**
 * The same key for file names that are the same file where case or Unicode composition does not
 * count, as on macOS and Windows.
 *
 * @param {string} file
 */
export function sameFileKey(file) {
  return file.normalize('NFC').toLowerCase().toUpperCase().toLowerCase()
}
