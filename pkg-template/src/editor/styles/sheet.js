/** The style sheet of all editors of a page. Constructed sheets are allowed by any policy. */
// @ts-check

import base from './base.css'
import layout from './layout.css'
import catalog from './catalog.css'
import grid from './grid.css'
import inspector from './inspector.css'
import issues from './issues.css'
import forms from './forms.css'
import narrow from './narrow.css'
import forced from './forced.css'

const parts = [base, layout, catalog, grid, inspector, issues, forms]

/** @type {CSSStyleSheet | undefined} */
let made

export function sheet() {
  if (!made) {
    made = new CSSStyleSheet()
    write()
  }
  return made
}

/** Adds what a view that is loaded on demand brings along. @param {string} styles */
export function addStyles(styles) {
  parts.push(styles)
  write()
}

function write() {
  // These override all others.
  made?.replaceSync([...parts, narrow, forced].join('\n'))
}
