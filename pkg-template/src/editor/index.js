/** The entry `datamart-validator/editor`: defines `<datamart-editor>`. */
// @ts-check

import { DatamartEditorElement } from './element.js'

export { STRINGS } from './strings.js'
export { DatamartEditorElement }

// On a server there is nothing to define; another copy of the package may have defined it.
if (globalThis.customElements && !customElements.get('datamart-editor')) customElements.define('datamart-editor', DatamartEditorElement)
