/** Writes HTML: whatever is put into a template is escaped, unless it is HTML already. */

class Html {
  constructor(text) {
    this.text = text
  }

  toString() {
    return this.text
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A value as HTML: lists are joined; null, undefined and false are omitted. */
function written(value) {
  if (Array.isArray(value)) return value.map(written).join('')
  if (value === undefined || value === null || value === false) return ''
  return value instanceof Html ? value.text : String(value).replace(/[&<>"']/g, (character) => ESCAPES[character])
}

/**
 * A template tag: html`<p>${text}</p>`. The template's own lines lose their indentation, which
 * would be a tenth of the page.
 */
export function html(pieces, ...values) {
  const flush = pieces.map((piece) => piece.replace(/\n\s+/g, '\n'))
  return new Html(flush.reduce((text, piece, index) => text + written(values[index - 1]) + piece))
}

/**
 * A sentence of the package: text in backticks is code, with leading and trailing spaces made
 * visible.
 */
export function prose(sentence) {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part))
}

export function code(text) {
  return html`<code>${text.replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length))}</code>`
}

/** An icon from the sheet in the template. */
export function icon(name) {
  return html`<svg class="icon icon-${name}" aria-hidden="true"><use href="#page-icon-${name}"/></svg>`
}
