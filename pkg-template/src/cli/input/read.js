/** Reads a file, or standard input, as text, and says clearly what is wrong with one that is none. */
// @ts-check

import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
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

/** @param {string} file */
function bytesOf(file) {
  try {
    const { size } = statSync(file)
    if (size > MAX_BYTES) throw tooLarge(size)
    return readFileSync(file)
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(reasonOf(error))
  }
}

/** @param {unknown} error of a call of the file system */
export function reasonOf(error) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error)
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
