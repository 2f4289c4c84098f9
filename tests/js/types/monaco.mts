/** The Monaco entry with the types of the real editor, in an ES module. */

import * as monaco from 'monaco-editor'
import { createValidator, type DatasourceTable, type ValidationResult } from 'datamart-validator'
import { connectDatamart, type ConnectOptions, type DatamartConnection, type DatamartModels, type Monaco } from 'datamart-validator/monaco'
import { connectDatamart as connectSlim } from 'datamart-validator/slim/monaco'

declare const table: DatasourceTable

export const namespace: Monaco = monaco
const editor = monaco.editor.create(document.body, { language: 'json' })
const model = monaco.editor.createModel('{}', 'json')
const validator = createValidator()

export const options: ConnectOptions = { catalog: { tables: [table] }, datasourceType: 'postgres', delay: 0, fixAllTitle: (count, code) => `${count} ${code ?? ''}` }
export const models: DatamartModels[] = [model, [model], (one) => one.uri.path.endsWith('.json')]
export const connection: DatamartConnection = connectDatamart(monaco, model, options)
export const disposables: monaco.IDisposable[] = [connection, connectSlim(monaco, [model, model])]
connection.update({ validator })
connection.update({ validator: { validate: (text: string): ValidationResult => validator.validate(text) } })
connection.update()
const opened = editor.getModel()
if (opened) connectDatamart(monaco, opened)
// @ts-expect-error an editor may have no model
connectDatamart(monaco, editor.getModel())
// @ts-expect-error there is no such datasource
connectDatamart(monaco, model, { datasourceType: 'postgresql' })
