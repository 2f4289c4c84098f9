/** Small helpers to make elements. Everything that a user wrote becomes a text node, never markup. */
// @ts-check

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. A property that is a function listens; `class` and everything else is an attribute, left out when
 * it is null, undefined or false.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value == null || value === false) continue
    if (typeof value === 'function') element.addEventListener(name, /** @type {EventListener} */ (value))
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

/**
 * @param {Element} element
 * @param {(Child | Child[])[]} children
 */
export function fill(element, ...children) {
  element.replaceChildren()
  append(element, children)
}

/**
 * @param {Element} element
 * @param {(Child | Child[])[]} children
 */
function append(element, children) {
  for (const child of children.flat()) {
    if (child != null && child !== false) element.append(typeof child === 'number' ? String(child) : child)
  }
}

/**
 * The element with this id, which the page is known to have.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no element #${id}`)
  return /** @type {E} */ (element)
}

/**
 * A sentence of the package: what stands in backticks is what the user wrote, with spaces at its edges made visible.
 *
 * @param {string} sentence
 * @returns {Child[]}
 */
export function prose(sentence) {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? quoted(part) : part))
}

/** @param {string} text */
export function quoted(text) {
  return h('code', {}, text.replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length)))
}

/**
 * `1 error`, `2 errors`
 *
 * @param {number} count
 * @param {string} noun
 */
export function count(count, noun) {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/**
 * An icon of the sheet in index.html.
 *
 * @param {'error' | 'warning' | 'valid' | 'key'} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#icon-${name}`)
  svg.append(use)
  return svg
}
