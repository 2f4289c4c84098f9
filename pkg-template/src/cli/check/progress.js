/** A line that tells how far it has come, on a terminal and only when it takes a while. */
// @ts-check

/** Sooner than that nobody waits, in milliseconds. */
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
    // Where nothing can be taken away again, nothing is shown.
    this.#stream = stream.isTTY && process.env.TERM !== 'dumb' ? stream : undefined
  }

  /** @param {number} done how many files */
  show(done) {
    const now = Date.now()
    // After the last file it is not waited for anything.
    if (!this.#stream || done >= this.#total || now - this.#last < INTERVAL) return
    this.#last = now
    this.#isShown = true
    this.#stream.write(`\r${done} of ${this.#total} files checked (${Math.floor((100 * done) / this.#total)} %)\x1b[K`)
  }

  /** Takes the line away, before something else is written or at the end. */
  clear() {
    if (this.#isShown) this.#stream?.write('\r\x1b[K')
    this.#isShown = false
  }
}
