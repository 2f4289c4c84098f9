/** Connects models of Monaco with the validation and the completion of datamarts. */
// @ts-check

import { createValidator } from '#package'
import { connectModel } from './connected-model.js'

/** @typedef {import('monaco-editor').editor.ITextModel} Model */
/** @typedef {ReturnType<typeof settingsOf>} Settings */

/** How long typing has to pause, in milliseconds. */
const DELAY = 200

/** @type {typeof import('../../monaco.d.ts').connectDatamart} */
export function connectDatamart(monaco, models, given) {
  let settings = settingsOf(given)
  /** @type {Map<Model, ReturnType<typeof connectModel>>} */
  const connections = new Map()
  const disconnect = (/** @type {Model} */ model) => {
    const connection = connections.get(model)
    connections.delete(model)
    if (connection) connection.dispose()
  }
  const connect = (/** @type {Model} */ model) => {
    if (!connections.has(model)) connections.set(model, connectModel(monaco, model, () => settings, disconnect))
  }

  /** @type {import('monaco-editor').IDisposable[]} */
  const listeners = []
  if (typeof models === 'function') {
    const sort = (/** @type {Model} */ model) => (models(model) ? connect(model) : disconnect(model))
    listeners.push(
      monaco.editor.onDidCreateModel(sort),
      monaco.editor.onDidChangeModelLanguage(({ model }) => sort(model)),
    )
    monaco.editor.getModels().forEach(sort)
  } else {
    for (const model of /** @type {readonly Model[]} */ (Array.isArray(models) ? models : [models])) connect(model)
  }

  return {
    update(given) {
      const next = settingsOf(given)
      settings.dispose()
      settings = next
      for (const { check } of connections.values()) check()
    },
    dispose() {
      for (const part of [...listeners, ...connections.values()]) part.dispose()
      connections.clear()
      settings.dispose()
    },
  }
}

/** Options are read once: a catalog can be large. @param {Parameters<typeof connectDatamart>[2]} given */
function settingsOf(given) {
  const { validator, delay = DELAY, fixAllTitle = titleOfAll, ...context } = given || {}
  const own = validator ? undefined : createValidator(context)
  return {
    validator: /** @type {import('../../monaco.d.ts').DatamartJudge} */ (validator || own),
    context,
    delay,
    fixAllTitle,
    dispose: () => own && own.dispose(),
  }
}

/** @type {NonNullable<import('../../monaco.d.ts').ConnectOptions['fixAllTitle']>} */
function titleOfAll(count, code) {
  return code === undefined ? `Apply all ${count} certain fixes` : `Fix all ${count} issues of ${code}`
}
