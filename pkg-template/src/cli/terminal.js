/** What the two output streams support, and writing to them. */
// @ts-check

import pico from 'picocolors'
import { visible } from '../text/visible.js'
import { UNUSABLE } from './usage-error.js'

/** The width if there is no terminal. */
const WIDTH = 100
/** Longer lines are hard to read. */
const MAX_WIDTH = 160
const MIN_WIDTH = 20

/**
 * @param {NodeJS.WriteStream} stream
 * @param {boolean | undefined} wanted from `--color` or `--no-color`
 */
export function colorsFor(stream, wanted) {
  return pico.createColors(wanted ?? hasColors(stream))
}

/** @param {NodeJS.WriteStream} stream */
function hasColors(stream) {
  // https://no-color.org, https://force-color.org: an empty variable counts as unset.
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** @param {NodeJS.WriteStream} stream */
export function widthOf(stream) {
  return Math.min(Math.max(stream.columns || WIDTH, MIN_WIDTH), MAX_WIDTH)
}

/**
 * A reader that closes the stream, such as `head`, is not an error: the remaining output is
 * dropped, and the exit code stays. A full disk is an error.
 */
export function watchOutput() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return
      if (stream === process.stdout) process.stderr.write(`error: could not write to standard output: ${visible(error.message)}\n`)
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
