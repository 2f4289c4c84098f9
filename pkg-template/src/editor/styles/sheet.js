/** The style sheet of all editors of a page. Constructed sheets are allowed by any policy. */
// @ts-check

import base from './base.css'
import layout from './layout.css'
import catalog from './catalog.css'
import grid from './grid.css'
import issues from './issues.css'
import narrow from './narrow.css'
import forced from './forced.css'

const parts = [base, layout, catalog, grid, issues]

/** @type {CSSStyleSheet | undefined} */
let made

export function sheet() {
  if (!made) {
    made = new CSSStyleSheet()
    write()
  }
  return made
}

/** Adds what views that are loaded on demand bring along. @param {...string} styles */
export function addStyles(...styles) {
  parts.push(...styles.filter((part) => !parts.includes(part)))
  write()
}

function write() {
  // These override all others.
  made?.replaceSync([...parts, narrow, forced].join('\n'))
}
