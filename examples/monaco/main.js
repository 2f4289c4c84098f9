import * as monaco from 'monaco-editor'
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'
import JsonWorker from 'monaco-editor/language/json/json.worker.js?worker'
import { connectDatamart } from 'datamart-validator/monaco'
// In your application: the API's schema reply.
import catalog from './catalog.json'

self.MonacoEnvironment = { getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) }

const editor = monaco.editor.create(document.querySelector('main'), {
  value: JSON.stringify({ name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'Orders', schemaName: 'public', columns: [{ name: 'id' }] }] }, null, 2),
  language: 'json',
  automaticLayout: true,
  quickSuggestions: { strings: true },
})

// The package reports syntax errors too.
monaco.json.jsonDefaults.setDiagnosticsOptions({ validate: false })
connectDatamart(monaco, editor.getModel(), { catalog, datasourceType: 'postgres' })

const output = document.querySelector('output')
monaco.editor.onDidChangeMarkers(() => {
  const markers = monaco.editor.getModelMarkers({ owner: 'datamart-validator' })
  output.value = markers.length === 0 ? 'No issues' : markers.map(({ message }) => message).join('\n')
})
