/** Questions in a terminal. */
// @ts-check

import { createInterface } from 'node:readline/promises'
import { visible } from '../../text/visible.js'
import { UsageError } from '../usage-error.js'

export class Questions {
  #terminal = createInterface({ input: process.stdin, output: process.stdout })
  /** Rejects at the end of the input, which leaves a question without an answer. @type {Promise<never>} */
  #ended = new Promise((_, reject) => this.#terminal.once('close', () => reject(new UsageError('nothing was written'))))

  constructor() {
    // It also ends after the last answer.
    this.#ended.catch(() => {})
  }

  /**
   * Asks until the answer is accepted.
   *
   * @param {string} question
   * @param {{ optional?: string, check?: (answer: string) => void }} [limits] `optional` is shown as
   * what no answer means; `check` throws a UsageError for a wrong one
   * @returns {Promise<string>} empty for no answer
   */
  async ask(question, { optional, check } = {}) {
    for (;;) {
      const prompt = `${question}${optional === undefined ? '' : ` [${visible(optional)}]`}: `
      const answer = (await Promise.race([this.#terminal.question(prompt), this.#ended])).trim()
      if (answer === '' && optional !== undefined) return answer
      try {
        if (answer === '') throw new UsageError('an answer is needed')
        check?.(answer)
        return answer
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        process.stdout.write(`  ${visible(error.message)}\n`)
      }
    }
  }

  close() {
    this.#terminal.close()
  }
}
