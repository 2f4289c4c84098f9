/** A `<details>` that behaves as a menu button does: Esc, a click elsewhere and leaving it close it. */
// @ts-check

/**
 * @param {HTMLElement} details
 * @returns {() => void} closes it, with the focus where it was opened
 */
export function installMenu(details) {
  const close = () => details.removeAttribute('open')
  const closeAndReturn = () => {
    close()
    details.querySelector('summary')?.focus()
  }
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.hasAttribute('open')) return
    event.stopPropagation()
    closeAndReturn()
  })
  details.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !details.contains(/** @type {Node} */ (event.relatedTarget))) close()
  })
  document.addEventListener('pointerdown', (event) => {
    if (!details.contains(/** @type {Node} */ (event.target))) close()
  })
  return closeAndReturn
}
