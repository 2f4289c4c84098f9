/** Reads a file or standard input as text, with clear errors for what is not text. */
// @ts-check

import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, statSync } from 'node:fs'
import { UsageError } from '../usage-error.js'

/** The package reads 32 Mi UTF-16 code units, each of which takes at most three bytes. */
const MAX_BYTES = 3 * 32 * 1024 * 1024

const BOM = '\ufeff'

/** Texts for the errors that users meet. @type {Record<string, string>} */
const REASONS = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'it is a folder, expected a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'it is a symbolic link to itself',
  ENAMETOOLONG: 'its name is too long',
}

/** @typedef {{ text: string, hasBom: boolean }} Source `text` excludes the byte order mark */

/**
 * @param {string} file
 * @returns {Source}
 * @throws {UsageError} without the name of the file
 */
export function readSource(file) {
  return decode(bytesOf(file))
}

/** @returns {Promise<Source>} */
export async function readStandardInput() {
  const chunks = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.length
    if (size > MAX_BYTES) throw tooLarge(size)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks))
}

/**
 * Only regular files are read, and not beyond the limit: a pipe may never end, and a device such as
 * /dev/zero never does.
 *
 * @param {string} file
 */
function bytesOf(file) {
  try {
    // Opening a device may already have an effect, and the file may be replaced before it is
    // opened, so both the name and the descriptor are checked.
    refuseUnlessRegular(statSync(file))
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return bytesFrom(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(reasonOf(error, file))
  }
}

/** @param {number} descriptor */
function bytesFrom(descriptor) {
  const stats = fstatSync(descriptor)
  refuseUnlessRegular(stats)
  // The size is only a hint: a file may grow meanwhile, and files in /proc have none. One extra
  // byte shows that there is nothing more.
  let bytes = Buffer.alloc(stats.size + 1)
  let length = 0
  for (;;) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, null)
    length += count
    if (length > MAX_BYTES) throw tooLarge(length)
    if (count === 0) return bytes.subarray(0, length)
    if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2)
  }
}

/** @param {import('node:fs').Stats} stats */
function refuseUnlessRegular(stats) {
  if (stats.isDirectory()) throw new UsageError('it is a folder, expected a file')
  if (stats.isFIFO()) throw new UsageError('it is a pipe, expected a regular file, or - for standard input')
  if (stats.isSocket()) throw new UsageError('it is a socket, expected a regular file')
  if (!stats.isFile()) throw new UsageError('it is a device, expected a regular file')
  if (stats.size > MAX_BYTES) throw tooLarge(stats.size)
}

/**
 * @param {unknown} error from the file system
 * @param {string} file
 */
export function reasonOf(error, file) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'ENOENT' && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return `it is a symbolic link to ${readlinkSync(file)}, which does not exist`
  return REASONS[code] ?? message
}

/** @param {number} size */
function tooLarge(size) {
  return new UsageError(`it has at least ${Math.round(size / 1e6)} MB; the limit is 32 MB of text`)
}

/**
 * @param {Buffer} bytes
 * @returns {Source}
 */
function decode(bytes) {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UsageError('it is encoded in UTF-16; save it as UTF-8')
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    // UTF-16 text without a mark has a zero in every other byte.
    const head = bytes.subarray(0, 64)
    throw new UsageError(
      head.filter((byte) => byte === 0).length * 3 > head.length ? 'it seems to be encoded in UTF-16; save it as UTF-8' : 'it is not text: it contains zero bytes',
    )
  }
  const text = bytes.toString('utf8')
  if (!isUtf8(bytes)) throw new UsageError(`it is not encoded in UTF-8: ${firstWrongByte(bytes, text)}; save it as UTF-8`)
  const hasBom = text.startsWith(BOM)
  return { text: hasBom ? text.slice(1) : text, hasBom }
}

/**
 * @param {Buffer} bytes
 * @param {string} text decoded with replacement characters for invalid UTF-8
 */
function firstWrongByte(bytes, text) {
  let at = text.indexOf('\ufffd')
  let offset = Buffer.byteLength(text.slice(0, at))
  // The file itself may contain this character.
  while (bytes.subarray(offset, offset + 3).equals(Buffer.from('\ufffd'))) {
    const next = text.indexOf('\ufffd', at + 1)
    offset += Buffer.byteLength(text.slice(at, next))
    at = next
  }
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  return `line ${line}, column ${column} has the byte 0x${bytes.subarray(offset, offset + 1).toString('hex')}`
}
