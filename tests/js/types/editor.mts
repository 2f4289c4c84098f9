// The element's properties and events, as a page uses them.

import { DatamartEditorElement, STRINGS, type EditorStrings } from 'datamart-validator/editor'
import { readReply, type Datamart, type Issue } from 'datamart-validator'
import { createClient, DatamartApiError } from 'datamart-validator/client'

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
editor.client = createClient({ baseUrl: '/api/databrain' })
editor.client = null
// @ts-expect-error there is no list
editor.client = { createDatamart: async () => ({ id: '' }), updateDatamart: async () => ({ id: '' }) }
editor.addEventListener('sent', ({ detail: { operation, outcome } }) => {
  const known: 'done' | 'not-done' | 'unknown' = outcome
  void [known, operation === 'create']
})
editor.open(datamart)
editor.showReply(readReply({ status: 200, body: '' }))
editor.showReply({ issues: [] })
editor.showReply(new DatamartApiError('', { code: '', issues: [], isRetryable: false, outcome: 'unknown' }))
editor.showReply(null)
editor.addEventListener('focus', (event) => void event.type)
const undo: EditorStrings['undo'] = STRINGS.undo
void [text, undo, document.querySelector('datamart-editor')?.checkValidity()]
