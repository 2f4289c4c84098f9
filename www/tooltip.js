/** The messages of an underline in the summary while the pointer is on it. Esc closes it; the pointer may move onto it. */
// @ts-check

import { fill, h, icon, prose } from './dom.js'

const CLOSE_AFTER = 200
const GAP = 6

/**
 * @param {HTMLElement} root with underlines in it
 * @param {(issue: number) => import('./package.js').Issue | undefined} issueAt
 */
export function installTooltip(root, issueAt) {
  const tooltip = h('div', { class: 'tooltip', role: 'tooltip', hidden: true })
  document.body.append(tooltip)
  /** @type {Element | undefined} */
  let shownFor
  let closing = 0

  const close = () => {
    clearTimeout(closing)
    closing = 0
    shownFor = undefined
    tooltip.hidden = true
  }
  const closeSoon = () => {
    if (!tooltip.hidden) closing ||= setTimeout(close, CLOSE_AFTER)
  }
  const keep = () => {
    clearTimeout(closing)
    closing = 0
  }

  /** @param {Element} mark */
  const open = (mark) => {
    keep()
    if (mark === shownFor) return
    const numbers = (mark.getAttribute('data-issues') ?? '').split(' ').map(Number)
    const issues = numbers.map(issueAt).filter((issue) => issue !== undefined)
    if (issues.length === 0) return close()
    shownFor = mark
    fill(
      tooltip,
      issues.map((issue) => h('p', {}, icon(issue.severity), h('span', {}, ...prose(issue.message)))),
    )
    tooltip.hidden = false
    place(mark)
  }

  /** @param {Element} mark */
  const place = (mark) => {
    const at = mark.getBoundingClientRect()
    const { width, height } = tooltip.getBoundingClientRect()
    const below = at.bottom + GAP + height <= innerHeight
    tooltip.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`
    tooltip.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`
  }

  root.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return
    const mark = /** @type {Element} */ (event.target).closest('.mark')
    if (mark) open(mark)
    else closeSoon()
  })
  root.addEventListener('pointerleave', closeSoon)
  root.addEventListener('pointerdown', close)
  document.addEventListener('input', close)
  document.addEventListener('scroll', close, { capture: true, passive: true })
  tooltip.addEventListener('pointerenter', keep)
  tooltip.addEventListener('pointerleave', closeSoon)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
}
