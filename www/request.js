/** The request that would be sent, or why there is none. */
// @ts-check

import { byId, count, fill, h, prose } from './dom.js'
import { format } from './json-text.js'
import { drawLine } from './highlight.js'

/** @typedef {import('./package.js').Package} Package */
/** @typedef {import('./package.js').DatamartRequest} DatamartRequest */
/** @typedef {import('./package.js').RequestOptions} RequestOptions */
/** @typedef {'body' | 'fetch' | 'package'} View */

/** More lines are copied, but not drawn. */
const DRAWN = 400

export class RequestView {
  #package
  #judge
  /** @type {DatamartRequest | undefined} */
  #request
  /** @type {RequestOptions} */
  #options = {}
  /** What the copy button copies. */
  #source = ''

  /**
   * @param {Package} loaded
   * @param {import('./judge.js').Judge} judge
   */
  constructor(loaded, judge) {
    this.#package = loaded
    this.#judge = judge
    for (const input of document.getElementsByName('request-view')) {
      input.addEventListener('change', () => this.#drawSource())
    }
    byId('copy').addEventListener('click', () => this.#copy())
  }

  /**
   * Builds the request.
   *
   * @param {string} text
   * @param {RequestOptions} options those of the judge included: one can see how the package is called
   * @returns {boolean} whether the base URL is accepted
   */
  show(text, options) {
    this.#options = options
    this.#request = undefined
    let problem = ''
    /** @type {import('./dom.js').Child[]} */
    let reason = []
    try {
      this.#request = this.#judge.buildRequest(text, { baseUrl: options.baseUrl, endpoint: options.endpoint })
    } catch (error) {
      if (error instanceof this.#package.DatamartInvalidError) {
        const errors = error.issues.filter(({ severity }) => severity === 'error').length
        const stands = errors === 1 ? 'stands' : 'stand'
        reason = [
          h('strong', {}, 'No request is built. '),
          `While ${count(errors, 'error')} ${stands}, `,
          h('code', {}, 'buildRequest'),
          ' throws ',
          h('code', {}, 'DatamartInvalidError'),
          ' with the issues, so an invalid datamart is never sent by accident.',
        ]
      } else if (error instanceof TypeError) {
        problem = error.message.replace(/^datamart-validator: /, '')
        reason = [h('strong', {}, 'No request is built. '), h('code', {}, 'buildRequest'), ' refuses the base URL.']
      } else {
        reason = [h('strong', {}, 'No request is built. '), String(error)]
      }
    }
    showProblem(problem)
    byId('no-request').hidden = this.#request !== undefined
    byId('request-details').hidden = this.#request === undefined
    fill(byId('no-request'), ...reason)
    if (this.#request) this.#draw(this.#request)
    return problem === ''
  }

  /** @param {DatamartRequest} request */
  #draw({ method, url, headers }) {
    fill(byId('request-line'), h('span', { class: 'method' }, method), ' ', h('span', {}, url.replaceAll('/', '/\u200b')))
    fill(
      byId('request-headers'),
      Object.entries(headers).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]).flat(),
    )
    this.#drawSource()
  }

  #drawSource() {
    if (!this.#request) return
    const view = chosenView()
    const source = this.#sourceOf(view, this.#request)
    this.#source = source
    const lines = source.split('\n')
    let at = 0
    const drawn = lines.slice(0, DRAWN).map((line) => {
      const start = at
      at += line.length + 1
      return view === 'package' ? h('div', { class: 'line' }, line) : drawLine(source, start, start + line.length)
    })
    const rest = lines.length - drawn.length
    fill(byId('source'), ...drawn)
    byId('source-rest').textContent = rest > 0 ? `and ${count(rest, 'more line')}; copying takes all of them` : ''
    byId('copied').textContent = ''
  }

  /**
   * @param {View} view
   * @param {DatamartRequest} request
   */
  #sourceOf(view, request) {
    if (view === 'package') return packageSnippet(this.#options)
    const body = format(request.body).trimEnd()
    return view === 'body' ? body : fetchSnippet(request, body)
  }

  async #copy() {
    let outcome = 'Copied'
    try {
      await navigator.clipboard.writeText(this.#source)
    } catch {
      const range = document.createRange()
      range.selectNodeContents(byId('source'))
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      outcome = 'The browser does not allow it: copy the selected text'
    }
    byId('copied').textContent = outcome
  }
}

/** @param {string} problem */
function showProblem(problem) {
  const field = byId('base-url')
  const place = byId('base-url-problem')
  place.hidden = problem === ''
  fill(place, ...prose(problem))
  if (problem) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

/** @returns {View} */
function chosenView() {
  const chosen = /** @type {HTMLInputElement | null} */ (document.querySelector('[name=request-view]:checked'))
  return /** @type {View} */ (chosen?.value ?? 'body')
}

/**
 * @param {DatamartRequest} request
 * @param {string} body
 */
function fetchSnippet({ url, method, headers, body: sent }, body) {
  // In JavaScript, unlike in JSON, this key would set the prototype.
  const isLiteral = !sent.includes('__proto__')
  const written = isLiteral ? `JSON.stringify(${body.replaceAll('\n', '\n  ')})` : JSON.stringify(sent)
  return [
    `const response = await fetch(${jsText(url)}, {`,
    `  method: ${jsText(method)},`,
    '  headers: {',
    ...Object.entries(headers).map(([name, value]) => `    ${jsText(name)}: ${jsText(value)},`),
    '  },',
    `  body: ${written},`,
    '})',
  ].join('\n')
}

/** @param {RequestOptions} options */
function packageSnippet(options) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== false && value !== 'current')
  const lines = given.map(([name, value]) => (name === 'catalog' ? '  catalog,' : `  ${name}: ${literal(value)},`))
  return [
    "import { buildRequest } from 'datamart-validator'",
    '',
    ...(options.catalog ? ['// catalog: the reply of the schema call'] : []),
    `const { url, ...init } = buildRequest(datamart${lines.length > 0 ? `, {\n${lines.join('\n')}\n}` : ''})`,
    'const response = await fetch(url, init)',
  ].join('\n')
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? jsText(value) : String(value)
}

/** @param {string} text */
function jsText(text) {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
