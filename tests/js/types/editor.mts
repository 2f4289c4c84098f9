// The element's properties and events, as a page uses them.

import { DatamartEditorElement, STRINGS, type EditorStrings } from 'datamart-validator/editor'
import type { Datamart, Issue } from 'datamart-validator'

declare const datamart: Datamart

const editor: DatamartEditorElement = document.createElement('datamart-editor')
editor.value = datamart
editor.value = '{}'
editor.value = null
editor.original = datamart
editor.original = '{}'
editor.original = undefined
const text: string = editor.value
editor.catalog = { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] }
editor.options = { datasourceType: 'postgres', strict: true }
// @ts-expect-error an unknown datasource type
editor.options = { datasourceType: 'oracle' }
editor.strings = { undo: 'Rückgängig' }
// @ts-expect-error there is no such text
editor.strings = { unknown: '' }
editor.addEventListener('issues', ({ detail }) => {
  const issues: readonly Issue[] = detail.issues
  void issues
})
editor.addEventListener('submit', ({ detail: { request } }) => void fetch(request.url, request))
editor.addEventListener('focus', (event) => void event.type)
const undo: EditorStrings['undo'] = STRINGS.undo
void [text, undo, document.querySelector('datamart-editor')?.checkValidity()]
