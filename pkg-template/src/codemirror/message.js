/**
 * The contents of a diagnostic: the message, the next step, the related places, the link to the
 * rule.
 */
// @ts-check

import { EditorView } from '@codemirror/view'

/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').Range} Range */
/** @typedef {import('../../index.d.ts').RelatedPlace} RelatedPlace */

/** Styles that the editor's own theme lacks. They inherit the colours of the tooltip. */
export const theme = /* @__PURE__ */ EditorView.baseTheme({
  '.cm-issue-help, .cm-issue-related, .cm-issue-docs': { fontSize: '90%' },
  '.cm-issue-text code': { fontFamily: 'monospace' },
  '.cm-issue-related button, .cm-issue-docs a': { color: 'inherit', textDecoration: 'underline' },
  '.cm-issue-related button': { padding: '0', border: 'none', background: 'none', font: 'inherit', textAlign: 'start', cursor: 'pointer' },
})

/**
 * User input becomes text nodes, never markup.
 *
 * @param {Issue} issue
 * @param {EditorView} view
 * @param {(other: RelatedPlace) => Range | undefined} placeOf the range of a related place in the
 * editor
 */
export function renderMessage({ message, help, related = [], docsUrl }, view, placeOf) {
  const body = element('div', 'cm-issue-text', ...prose(message))
  if (help !== undefined) body.append(element('div', 'cm-issue-help', ...prose(help)))
  for (const other of related) {
    const place = placeOf(other)
    body.append(element('div', 'cm-issue-related', place ? placeButton(other.message, place, view) : element('span', '', ...prose(other.message))))
  }
  const link = element('a', '', 'Documentation')
  // In a new tab, so that the text being edited is not lost.
  Object.assign(link, { href: docsUrl, target: '_blank', rel: 'noopener' })
  body.append(element('div', 'cm-issue-docs', link))
  return body
}

/**
 * @param {string} message
 * @param {Range} place
 * @param {EditorView} view
 */
function placeButton(message, { start, end }, view) {
  const button = element('button', '', ...prose(message))
  button.type = 'button'
  button.addEventListener('click', () => {
    // The text may have become shorter since.
    const { length } = view.state.doc
    view.dispatch({ selection: { anchor: Math.min(start, length), head: Math.min(end, length) }, scrollIntoView: true, userEvent: 'select' })
    view.focus()
  })
  return button
}

/**
 * Text in backticks is user input.
 *
 * @param {string} sentence
 */
export function prose(sentence) {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? element('code', '', part) : part))
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its class
 * @param {...(Node | string)} children
 */
export function element(tag, name, ...children) {
  const made = document.createElement(tag)
  if (name) made.className = name
  made.append(...children)
  return made
}
