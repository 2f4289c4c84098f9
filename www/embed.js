/** The editor element in a page: what a front-end developer writes. */
// @ts-check

import 'datamart-validator/editor'

const editor = /** @type {import('datamart-validator/editor').DatamartEditorElement} */ (document.querySelector('datamart-editor'))

// This site's policy does not allow workers from `blob:`.
editor.workerUrl = new URL('./datamart-validator/editor/worker.js', location.href)

// Without the sample catalog at #blank.
if (location.hash !== '#blank') {
  const reply = await fetch('./samples/shop-catalog.json')
  editor.options = { datasourceType: 'postgres' }
  editor.catalog = await reply.json()
}
