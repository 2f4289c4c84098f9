/** Completions and descriptions as Monaco shows them. */
// @ts-check

import { completeDatamart, describeAt } from '#completion'
import { changeOf, rangeOf } from './marker.js'

/** @typedef {import('monaco-editor').languages.CompletionItem} Offered */
/** @typedef {import('./connected-model.js').ConnectedModel} ConnectedModel */
/** @typedef {import('../../completion.d.ts').Completions} Completions */

/** Monaco's kinds, which have icons; all others are functions. @type {Partial<Record<import('../../completion.d.ts').CompletionKind, keyof typeof import('monaco-editor').languages.CompletionItemKind>>} */
const KINDS = {
  key: 'Property',
  value: 'EnumMember',
  snippet: 'Snippet',
  schema: 'Module',
  table: 'Struct',
  column: 'Field',
  customColumn: 'Variable',
  keyword: 'Keyword',
}

/** What has been typed when a value comes next. */
const AFTER_KEY = /[^\\]"\s*:\s*$/

/** The command by which Monaco opens its list. */
const OPEN = { id: 'editor.action.triggerSuggest', title: '' }

/**
 * @param {import('../../monaco.d.ts').Monaco} monaco
 * @param {ConnectedModel} connected
 * @returns {import('monaco-editor').languages.CompletionItemProvider}
 */
export function completionProvider({ languages }, { model, settings }) {
  const { CompletionItemInsertTextRule: rules, CompletionItemKind, CompletionTriggerKind } = languages
  return {
    triggerCharacters: ['"', ':', ' ', '.'],
    provideCompletionItems(asked, position, { triggerKind, triggerCharacter }) {
      if (asked !== model) return undefined
      const text = model.getValue()
      const at = model.getOffsetAt(position)
      const result = completeDatamart(text, at, settings().context)
      if (!result || (triggerKind === CompletionTriggerKind.TriggerCharacter && !isWanted(result, text, at, triggerCharacter))) return undefined
      // Monaco replaces a part of a line.
      const to = Math.min(result.to, model.getOffsetAt({ ...position, column: Infinity }))
      const rest = to < result.to ? [{ start: to, end: result.to, text: '' }] : []
      const { from, also = [] } = result
      const range = rangeOf(model, { start: from, end: to })
      const others = [...also, ...rest].map((edit) => changeOf(model, edit))
      const ranked = [...result.options].sort(({ boost: one = 0 }, { boost: other = 0 }) => other - one)
      const suggestions = ranked.map(({ label, kind, detail, info, insert, caret }, rank) => ({
        label,
        kind: CompletionItemKind[KINDS[kind] || 'Function'],
        detail,
        documentation: info && { value: prose(info) },
        sortText: String(rank).padStart(6, '0'),
        range,
        additionalTextEdits: others,
        // It is indented already.
        ...(caret === undefined
          ? { insertText: insert, insertTextRules: rules.KeepWhitespace }
          : {
              insertText: `${escaped(insert.slice(0, caret))}$0${escaped(insert.slice(caret))}`,
              insertTextRules: rules.KeepWhitespace | rules.InsertAsSnippet,
              // Something is left to fill in.
              command: OPEN,
            }),
      }))
      // The rest of a value on another line moves with what is typed.
      return { suggestions, incomplete: rest.length > 0 }
    },
  }
}

/**
 * Whether completions should open by themselves: a character that also ends a value, or separates
 * words of SQL, opens none.
 *
 * @param {Completions} result
 * @param {string} text
 * @param {number} at
 * @param {string | undefined} typed
 */
function isWanted({ from, also }, text, at, typed) {
  if (typed === '"') return !also
  return from < at || typed === '.' || AFTER_KEY.test(text.slice(Math.max(at - 200, 0), at))
}

/** @param {ConnectedModel} connected @returns {import('monaco-editor').languages.HoverProvider} */
export function hoverProvider({ model, settings }) {
  return {
    provideHover(asked, position) {
      const found = asked === model && describeAt(model.getValue(), model.getOffsetAt(position), settings().context)
      if (!found) return undefined
      const { from, to, title, detail = '', info = '' } = found
      const value = `${code(title)} ${plain(detail)}\n\n${prose(info)}`
      return { range: rangeOf(model, { start: from, end: to }), contents: [{ value }] }
    },
  }
}

/** A part of a snippet. @param {string} text */
function escaped(text) {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** A sentence in Markdown, in which only backticks have a meaning. @param {string} sentence */
function prose(sentence) {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? code(part) : plain(part))).join('')
}

/** @param {string} text */
function plain(text) {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** Longer fences than the text contains. @param {string} text */
function code(text) {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) || []).map(({ length }) => length)))
  return `${fence} ${text} ${fence}`
}
