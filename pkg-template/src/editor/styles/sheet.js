/** The style sheet of all editors of a page. Constructed sheets are allowed by any policy. */
// @ts-check

import base from './base.css'
import layout from './layout.css'
import catalog from './catalog.css'
import grid from './grid.css'
import inspector from './inspector.css'
import issues from './issues.css'
import forms from './forms.css'
import diagram from './diagram.css'
import narrow from './narrow.css'
import forced from './forced.css'

/** @type {CSSStyleSheet | undefined} */
let made

export function sheet() {
  if (!made) {
    made = new CSSStyleSheet()
    made.replaceSync([base, layout, catalog, grid, inspector, issues, forms, diagram, narrow, forced].join('\n'))
  }
  return made
}
