/** Sends the datamart through the gateway next to the page. What the reply says is shown with the issues until the text changes. */
// @ts-check

import { byId, fill, h, prose } from './dom.js'
import { nodeAt, readTree } from './json-text.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Package} Package */

/** Where the demo serves the gateway. */
const GATEWAY = '/api/databrain'

export class Sending {
  #package
  #judge
  #changed
  /** @type {{ text: string, issues: Issue[], message: import('./dom.js').Child[] } | undefined} */
  #answered

  /**
   * @param {Package} loaded
   * @param {import('./judge.js').Judge} judge
   * @param {() => void} changed called when a reply has arrived
   */
  constructor(loaded, judge, changed) {
    this.#package = loaded
    this.#judge = judge
    this.#changed = changed
  }

  /** @param {() => string} text */
  install(text) {
    byId('send').addEventListener('click', () => this.#send(text()))
  }

  /** What the API said of this very text. @param {string} text @returns {readonly Issue[]} */
  issuesOf(text) {
    return this.#answered?.text === text ? this.#answered.issues : []
  }

  /** @param {string} text */
  show(text) {
    fill(byId('sent'), ...(this.#answered?.text === text ? this.#answered.message : []))
  }

  /** @param {string} text */
  async #send(text) {
    const button = /** @type {HTMLButtonElement} */ (byId('send'))
    button.disabled = true
    try {
      const { url, ...init } = this.#judge.buildRequest(text, { baseUrl: GATEWAY })
      const response = await fetch(url, init)
      const reply = this.#package.readReply({ status: response.status, body: await response.text(), headers: response.headers }, text)
      this.#answered = reply.ok
        ? { text, issues: [], message: [h('strong', {}, 'Created. '), 'The API has ', h('code', {}, reply.id), '.'] }
        : { text, issues: located(text, reply.issues), message: [h('strong', {}, 'Not created. '), ...prose(reply.error.message)] }
    } catch (error) {
      this.#answered = { text, issues: [], message: [h('strong', {}, 'Not sent. '), String(error)] }
    } finally {
      button.disabled = false
    }
    this.#changed()
  }
}

/**
 * The issues with their place in the text, which a reply does not have.
 *
 * @param {string} text
 * @param {readonly Issue[]} issues
 */
function located(text, issues) {
  const root = readTree(text)
  return issues.map((issue) => {
    const node = nodeAt(root, issue.path)
    return node ? { ...issue, textRange: { start: node.start, end: node.end } } : issue
  })
}
