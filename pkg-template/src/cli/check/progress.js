/** A progress line, shown on a terminal and only if the command takes a while. */
// @ts-check

/** The delay before the line appears, in milliseconds. */
const PATIENCE = 300
const INTERVAL = 80

export class Progress {
  #total
  #stream
  #isShown = false
  #last = Date.now() + PATIENCE

  /**
   * @param {number} total
   * @param {NodeJS.WriteStream} stream
   */
  constructor(total, stream) {
    this.#total = total
    // Nothing is shown if it could not be erased.
    this.#stream = stream.isTTY && process.env.TERM !== 'dumb' ? stream : undefined
  }

  /** @param {number} done the number of files */
  show(done) {
    const now = Date.now()
    // Nothing is waited for after the last file.
    if (!this.#stream || done >= this.#total || now - this.#last < INTERVAL) return
    this.#last = now
    this.#isShown = true
    this.#stream.write(`\r${done} of ${this.#total} files checked (${Math.floor((100 * done) / this.#total)} %)\x1b[K`)
  }

  /** Erases the line, before other output or at the end. */
  clear() {
    if (this.#isShown) this.#stream?.write('\r\x1b[K')
    this.#isShown = false
  }
}
