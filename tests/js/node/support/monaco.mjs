/** As much of Monaco as the package's entry needs, without a page. `tests/js/browser/monaco.test.mjs` has the real one. */

/** Something that happens, as Monaco's events. */
function event() {
  /** @type {Set<(value: any) => void>} */
  const listeners = new Set()
  const subscribe = (/** @type {(value: any) => void} */ listener) => {
    listeners.add(listener)
    return { dispose: () => listeners.delete(listener) }
  }
  return { subscribe, listeners, fire: (/** @type {any} */ value) => [...listeners].forEach((listener) => listener(value)) }
}

export class StandInModel {
  #text
  #version = 1
  #language
  #changed = event()
  #disposing = event()
  onDidChangeContent = this.#changed.subscribe
  onWillDispose = this.#disposing.subscribe

  /** @param {string} text @param {string} [name] @param {string} [language] */
  constructor(text, name = 'datamart.json', language = 'json') {
    this.#text = text
    this.#language = language
    this.uri = { scheme: 'file', path: `/${name}`, fsPath: `/${name}` }
  }

  getValue = () => this.#text
  getValueLength = () => this.#text.length
  getVersionId = () => this.#version
  getLanguageId = () => this.#language

  /** @param {string} text */
  setValue(text) {
    this.#text = text
    this.#version++
    this.#changed.fire({})
  }

  dispose() {
    this.#disposing.fire(undefined)
  }

  get listenerCount() {
    return this.#changed.listeners.size + this.#disposing.listeners.size
  }

  #lines() {
    return this.#text.split(/(?<=\n)/)
  }

  /** @param {number} offset */
  getPositionAt(offset) {
    const before = this.#text.slice(0, offset).split('\n')
    return { lineNumber: before.length, column: before.at(-1).length + 1 }
  }

  /** @param {{ lineNumber: number, column: number }} position */
  getOffsetAt({ lineNumber, column }) {
    const lines = this.#lines()
    const before = lines.slice(0, lineNumber - 1).join('').length
    return before + Math.min(column - 1, (lines[lineNumber - 1] ?? '').replace(/\r?\n$/, '').length)
  }

  /** @param {any} range */
  getValueInRange({ startLineNumber, startColumn, endLineNumber, endColumn }) {
    const at = (/** @type {number} */ lineNumber, /** @type {number} */ column) => this.getOffsetAt({ lineNumber, column })
    return this.#text.slice(at(startLineNumber, startColumn), at(endLineNumber, endColumn))
  }

  /** The range of a part of the text. @param {string} part */
  rangeOf(part) {
    const start = this.getPositionAt(this.#text.indexOf(part))
    const end = this.getPositionAt(this.#text.indexOf(part) + part.length)
    return { getStartPosition: () => start, getEndPosition: () => end }
  }

  /** What changes in lines and columns make of the text. @param {readonly { range: any, text: string }[]} edits */
  edited(edits) {
    const changes = edits.map(({ range, text }) => ({
      start: this.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      end: this.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
      text,
    }))
    let edited = ''
    let seen = 0
    for (const { start, end, text } of changes.sort((one, other) => one.start - other.start)) {
      edited += this.#text.slice(seen, start) + text
      seen = Math.max(seen, end)
    }
    return edited + this.#text.slice(seen)
  }
}

/** @param {...StandInModel} models that exist already */
export function standInMonaco(...models) {
  const created = event()
  const switched = event()
  /** @type {Record<'actions' | 'completions' | 'hovers', Set<any>>} */
  const providers = { actions: new Set(), completions: new Set(), hovers: new Set() }
  /** @type {Map<StandInModel, any[]>} */
  const markers = new Map()
  const register = (/** @type {Set<any>} */ kind) => (/** @type {any} */ selector, /** @type {any} */ provider) => {
    const entry = { selector, ...provider }
    kind.add(entry)
    return { dispose: () => kind.delete(entry) }
  }
  const only = (/** @type {Set<any>} */ kind) => [...kind][0]
  return {
    markers,
    providers,
    created,
    switched,
    editor: {
      getModels: () => models,
      onDidCreateModel: created.subscribe,
      onDidChangeModelLanguage: switched.subscribe,
      setModelMarkers: (/** @type {StandInModel} */ model, /** @type {string} */ owner, /** @type {any[]} */ all) => {
        if (owner !== 'datamart-validator') throw new Error(`markers of ${owner}`)
        markers.set(model, all)
      },
    },
    languages: {
      CompletionItemInsertTextRule: { KeepWhitespace: 1, InsertAsSnippet: 4 },
      CompletionItemKind: { Property: 9, EnumMember: 16, Snippet: 27, Module: 8, Struct: 6, Field: 3, Variable: 4, Keyword: 17, Function: 1 },
      CompletionTriggerKind: { Invoke: 0, TriggerCharacter: 1 },
      registerCodeActionProvider: register(providers.actions),
      registerCompletionItemProvider: register(providers.completions),
      registerHoverProvider: register(providers.hovers),
    },
    MarkerSeverity: { Warning: 4, Error: 8 },
    Uri: { parse: (/** @type {string} */ url) => ({ url }) },

    /** The actions for a part of the text. @param {StandInModel} model @param {string} part @returns {any[]} */
    actions: (model, part) => only(providers.actions).provideCodeActions(model, model.rangeOf(part), {}).actions,
    /** The text after an action. @param {StandInModel} model @param {any} action @returns {string} */
    apply: (model, action) => model.edited(only(providers.actions).resolveCodeAction(action).edit.edits.map((/** @type {any} */ { textEdit }) => textEdit)),
    /** What is completed at `¦`; by itself after a character has been typed. @param {StandInModel} model @param {string} text @param {string} [typed] */
    complete: (model, text, typed) => {
      const at = text.indexOf('¦')
      model.setValue(text.replace('¦', ''))
      return only(providers.completions).provideCompletionItems(model, model.getPositionAt(at), typed === undefined ? { triggerKind: 0 } : { triggerKind: 1, triggerCharacter: typed })
    },
    /** @param {StandInModel} model @param {string} part */
    hover: (model, part) => only(providers.hovers).provideHover(model, model.getPositionAt(model.getValue().indexOf(part)))?.contents.map((/** @type {any} */ { value }) => value),
  }
}
