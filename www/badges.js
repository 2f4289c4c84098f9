/** How many errors and warnings something has. */
// @ts-check

import { count, h, icon } from './dom.js'

/** @param {readonly import('./package.js').Issue[]} issues */
export function severityBadges(issues) {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const warnings = issues.length - errors
  return h(
    'span',
    { class: 'badges' },
    errors > 0 && badge('error', errors),
    warnings > 0 && badge('warning', warnings),
  )
}

/**
 * @param {'error' | 'warning'} severity
 * @param {number} number
 */
function badge(severity, number) {
  return h(
    'span',
    { class: `badge badge-${severity}` },
    icon(severity),
    h('span', { 'aria-hidden': 'true' }, number),
    h('span', { class: 'visually-hidden' }, ` ${count(number, severity)}`),
  )
}
