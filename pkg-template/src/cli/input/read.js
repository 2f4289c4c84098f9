/** Reads a file, or standard input, as text, and says clearly what is wrong with one that is none. */
// @ts-check

import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, statSync } from 'node:fs'
import { Misuse } from '../misuse.js'

/** The package reads 32 Mi UTF-16 code units, of which none takes more than three bytes. */
const MAX_BYTES = 3 * 32 * 1024 * 1024

const BOM = '\ufeff'

/** What is said of the errors that users meet. @type {Record<string, string>} */
const REASONS = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder, expected a file',
  EACCES: 'the permission to read it is missing',
  EPERM: 'the permission to read it is missing',
  ELOOP: 'it is a symbolic link that leads to itself',
  ENAMETOOLONG: 'its name is too long',
}

/** @typedef {{ text: string, hasBom: boolean }} Source `text` is without the byte order mark */

/**
 * @param {string} file
 * @returns {Source}
 * @throws {Misuse} which does not name the file
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
 * Only regular files are read, and no more of them than the limit: a pipe may never end, and a device such as /dev/zero does not.
 *
 * @param {string} file
 */
function bytesOf(file) {
  try {
    // Opening a device may already do something, and what the name stands for may change before it is opened: so both are looked at.
    refuseUnlessRegular(statSync(file))
    // Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return bytesFrom(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(reasonOf(error, file))
  }
}

/** @param {number} descriptor */
function bytesFrom(descriptor) {
  const stats = fstatSync(descriptor)
  refuseUnlessRegular(stats)
  // The size is only a hint: a file may grow meanwhile, and those in /proc have none. One byte more shows that there is no more.
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
  if (stats.isDirectory()) throw new Misuse('it is a folder, expected a file')
  if (stats.isFIFO()) throw new Misuse('it is a pipe, expected a regular file, or - for standard input')
  if (stats.isSocket()) throw new Misuse('it is a socket, expected a regular file')
  if (!stats.isFile()) throw new Misuse('it is a device, expected a regular file')
  if (stats.size > MAX_BYTES) throw tooLarge(stats.size)
}

/**
 * @param {unknown} error of a call of the file system
 * @param {string} file
 */
export function reasonOf(error, file) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'ENOENT' && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return `it is a symbolic link to ${readlinkSync(file)}, which is not there`
  return REASONS[code] ?? message
}

/** @param {number} size */
function tooLarge(size) {
  return new Misuse(`it has ${Math.round(size / 1e6)} MB or more; at most 32 MB of text are read`)
}

/**
 * @param {Buffer} bytes
 * @returns {Source}
 */
function decode(bytes) {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new Misuse('it is written in UTF-16, and JSON is read in UTF-8: save it as UTF-8')
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    // Text in UTF-16 without a mark has a zero in every other byte.
    const head = bytes.subarray(0, 64)
    throw new Misuse(
      head.filter((byte) => byte === 0).length * 3 > head.length ? 'it seems to be written in UTF-16, and JSON is read in UTF-8: save it as UTF-8' : 'it is no text: it holds bytes that are zero',
    )
  }
  const text = bytes.toString('utf8')
  if (!isUtf8(bytes)) throw new Misuse(`it is not written in UTF-8: ${firstWrongByte(bytes, text)}; save it as UTF-8`)
  const hasBom = text.startsWith(BOM)
  return { text: hasBom ? text.slice(1) : text, hasBom }
}

/**
 * @param {Buffer} bytes
 * @param {string} text decoded with a replacement character for what is no UTF-8
 */
function firstWrongByte(bytes, text) {
  let at = text.indexOf('\ufffd')
  let offset = Buffer.byteLength(text.slice(0, at))
  // The character may stand there by itself.
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
