/** What Monaco asks for about one model. */
// @ts-check

import { actionProvider, KINDS } from './actions.js'
import { completionProvider, hoverProvider } from './completion.js'

/**
 * Providers are for the model whatever its language is now or later.
 *
 * @param {import('../../monaco.d.ts').Monaco} monaco
 * @param {import('./connected-model.js').ConnectedModel} connected
 */
export function registerProviders(monaco, connected) {
  const { scheme, fsPath } = connected.model.uri
  const selector = { scheme, pattern: fsPath, hasAccessToAllModels: true }
  const { languages } = monaco
  return [
    languages.registerCodeActionProvider(selector, actionProvider(monaco, connected), { providedCodeActionKinds: KINDS }),
    // Monaco completes JSON with what it finds elsewhere in the text, which is the same names again.
    languages.registerCompletionItemProvider({ ...selector, exclusive: true }, completionProvider(monaco, connected)),
    languages.registerHoverProvider(selector, hoverProvider(connected)),
  ]
}
