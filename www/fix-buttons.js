/** The buttons of issues that have a fix. */
// @ts-check

import { byId, h, prose } from './dom.js'

/** @typedef {import('./package.js').Fix} Fix */

/** @param {Fix} fix */
export function drawFix({ title, edits: [edit] }) {
  // Repairs of the text need not wait until it can be parsed.
  const waits = 'textRange' in edit ? '' : ' issue-fix-waits'
  return h('button', { type: 'button', class: `button issue-fix${waits}` }, ...prose(title))
}

/**
 * While the text cannot be parsed, marks the buttons whose fixes have to wait.
 *
 * @param {Element} list
 * @param {boolean} wait
 */
export function markFixes(list, wait) {
  byId('fixes-wait').hidden = !wait
  for (const button of list.querySelectorAll('.issue-fix-waits')) {
    // Not `disabled`, so that it can be focused and its reason is announced.
    if (wait) {
      button.setAttribute('aria-disabled', 'true')
      button.setAttribute('aria-describedby', 'fixes-wait')
      button.setAttribute('title', byId('fixes-wait').textContent ?? '')
    } else {
      for (const name of ['aria-disabled', 'aria-describedby', 'title']) button.removeAttribute(name)
    }
  }
}
