/** The regions of the editor: F6 goes from one to the next, and the focus stays in them. */
// @ts-check

import { useLayoutEffect } from 'preact/hooks'

/** In their order on the screen. Those that are hidden are left out. */
const REGIONS = ['.top', '.pane-tabs', '.catalog', '.view-tabs', '.view', '.inspector', '.issues']

/** Where the focus goes in a region, unless to the first that can take it: a repair, the active cell, the active issue. */
const PREFERRED = ['.banner .primary', '[data-active]', '.issue-main', 'button, input, select, a, [tabindex]']

/**
 * Moves the focus to the next region.
 *
 * @param {HTMLElement} app
 * @param {1 | -1} step
 * @returns {boolean} whether there is one; beyond the last one, the key is the browser's
 */
export function goToRegion(app, step) {
  const focus = /** @type {ShadowRoot} */ (app.getRootNode()).activeElement
  const from = REGIONS.findIndex((region) => focus?.closest(region))
  for (let at = from + step; at in REGIONS; at += step) {
    const region = app.querySelector(/** @type {string} */ (REGIONS[at]))
    const target = region && firstOf(region)
    if (!target) continue
    target.focus()
    return true
  }
  return false
}

/** Where the focus should go in a region. @param {Element} region */
function firstOf(region) {
  for (const selector of PREFERRED) {
    /** @type {NodeListOf<HTMLElement>} */
    const all = region.querySelectorAll(selector)
    const first = [...all].find((element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
    if (first) return first
  }
}

/**
 * Keeps the focus in a region when what has it goes, as the button of a suggestion that was used:
 * otherwise it would be lost, and with it all keys.
 *
 * @param {{ current: HTMLElement | null }} region that can take the focus
 */
export function useKeptFocus(region) {
  useLayoutEffect(() => {
    const box = /** @type {HTMLElement} */ (region.current)
    /** What has the focus, or had it when it was removed. @type {EventTarget | null} */
    let last = null
    const remember = (/** @type {FocusEvent} */ { target }) => void (last = target)
    // Removing an element takes the focus from it, too, but then it is gone when this runs. It runs
    // before the element's own handlers, which may remove what a user has left.
    const forget = () => queueMicrotask(() => last instanceof Node && last.isConnected && !last.contains(focused()) && (last = null))
    const focused = () => /** @type {ShadowRoot} */ (box.getRootNode()).activeElement
    const observer = new MutationObserver(() => {
      if (!(last instanceof Node) || last.isConnected) return
      last = null
      if (!focused()) (firstOf(box) ?? box).focus({ preventScroll: true })
    })
    observer.observe(box, { childList: true, subtree: true })
    box.addEventListener('focus', remember, true)
    box.addEventListener('blur', forget, true)
    return () => {
      observer.disconnect()
      box.removeEventListener('focus', remember, true)
      box.removeEventListener('blur', forget, true)
    }
  }, [])
}
