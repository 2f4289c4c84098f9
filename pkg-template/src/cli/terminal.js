/** What the two output streams can do, and writing to them. */
// @ts-check

import pico from 'picocolors'
import { visible } from '../text/visible.js'
import { UNUSABLE } from './misuse.js'

/** Where there is no terminal that has a width. */
const WIDTH = 100
/** Nobody reads longer lines well. */
const MAX_WIDTH = 160
const MIN_WIDTH = 20

/**
 * @param {NodeJS.WriteStream} stream
 * @param {boolean | undefined} wanted what `--color` or `--no-color` says
 */
export function colorsFor(stream, wanted) {
  return pico.createColors(wanted ?? hasColors(stream))
}

/** @param {NodeJS.WriteStream} stream */
function hasColors(stream) {
  // https://no-color.org, https://force-color.org: what is empty is not set.
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** @param {NodeJS.WriteStream} stream */
export function widthOf(stream) {
  return Math.min(Math.max(stream.columns || WIDTH, MIN_WIDTH), MAX_WIDTH)
}

/** A reader that goes away, such as `head`, is no error: what is left is not written, and the verdict stands. A full disk is one. */
export function watchOutput() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return
      if (stream === process.stdout) process.stderr.write(`error: standard output cannot be written: ${visible(error.message)}\n`)
      process.exit(UNUSABLE)
    })
  }
}

/**
 * @param {string} text
 * @param {NodeJS.WriteStream} [stream]
 */
export function write(text, stream = process.stdout) {
  if (text !== '' && !stream.destroyed) stream.write(text)
}
