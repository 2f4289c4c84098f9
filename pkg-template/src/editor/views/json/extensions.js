/** What CodeMirror needs to edit the datamart's text. */
// @ts-check

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { effect } from '@preact/signals'
import { datamartCompletionSource, datamartHover, datamartLinter, refreshLint } from 'datamart-validator/codemirror'
import { pathAt, placeOf } from '../../document/places.js'

/** @typedef {import('../../state/session.js').Session} Session */

/** Colours come from the editor's own properties, so that they follow its scheme. */
const highlighting = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--token-key)' },
  { tag: tags.string, color: 'var(--token-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--token-value)' },
  { tag: tags.invalid, color: 'var(--error)' },
])

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-code)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
  '.cm-gutters': { background: 'var(--pane)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine': { background: 'var(--hover)' },
  '.cm-activeLineGutter': { background: 'transparent', color: 'var(--ink)' },
  '.cm-selectionMatch': { background: 'var(--chosen)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--selection)' },
  '.cm-tooltip': { background: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px', boxShadow: 'var(--shadow)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-panels': { background: 'var(--sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  // Drawn without images, which a page's policy may refuse.
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0', textDecoration: 'underline 1.5px', textUnderlineOffset: '0.22em', textDecorationSkipInk: 'none' },
  '.cm-lintRange-error': { background: 'color-mix(in oklab, var(--error) 12%, transparent)', textDecorationColor: 'var(--error)', textDecorationStyle: 'wavy' },
  '.cm-lintRange-warning': { background: 'color-mix(in oklab, var(--warning) 14%, transparent)', textDecorationColor: 'var(--warning)', textDecorationStyle: 'wavy' },
  '.cm-foldPlaceholder': { background: 'var(--hover)', border: 'none', color: 'var(--soft)' },
})

/** What the caret is in is selected when it has stayed there for so long, in milliseconds. */
const CARET_PAUSE = 200

/** @param {Session} session */
export function extensions(session) {
  return [
    // Undo and redo are the document's, whichever view has the focus.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap]),
    lineNumbers(),
    foldGutter(),
    codeFolding(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [datamartCompletionSource(() => session.context())] }),
    datamartHover(() => session.context()),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    syntaxHighlighting(highlighting),
    theme,
    readOnly.of([]),
    // The worker has already judged the text: lint when it has answered, and never otherwise.
    datamartLinter({ validate: (text) => verdictOn(session, text) }, { delay: 1_000_000_000 }),
    EditorView.contentAttributes.of({ 'aria-label': session.t.peek()('json'), dir: 'ltr', tabindex: '0' }),
  ]
}

const readOnly = new Compartment()

/** @param {Session} session @param {string} text @returns {any} */
function verdictOn(session, text) {
  const verdict = session.verdict.peek()
  if (verdict?.text !== text) return { valid: true, issues: [] }
  const replied = session.replied.peek().flatMap((issue) => ({ ...issue, textRange: placeOf(text, issue.path) ?? { start: 0, end: 0 } }))
  return { ...verdict, issues: [...verdict.issues, ...replied] }
}

/**
 * Keeps the view up to date with what is not part of the text.
 *
 * @param {Session} session
 * @param {EditorView} view
 * @returns {() => void} ends it
 */
export function follow(session, view) {
  const { table, column, to = column } = session.selection.peek()
  const place = table === undefined ? undefined : placeOf(session.text, ['tableList', table, ...(to === undefined ? [] : ['columns', to])])
  if (place) view.dispatch({ selection: { anchor: place.start }, effects: EditorView.scrollIntoView(place.start, { y: 'center' }), userEvent: 'select' })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  const stops = [
    () => clearTimeout(waiting),
    // The details follow the caret.
    effect(() => {
      const { main } = session.document.state.value.selection
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        if (!view.hasFocus || session.isBroken.peek()) return
        const [list, table, columns, column] = pathAt(session.text, main.head)
        if (list !== 'tableList' || typeof table !== 'number') session.selection.value = {}
        else session.selection.value = columns === 'columns' && typeof column === 'number' ? { table, column, to: column } : { table }
      }, CARET_PAUSE)
    }),
    effect(() => {
      void session.issues.value
      // A view must not be updated while it updates.
      queueMicrotask(() => refreshLint(view))
    }),
    effect(() => {
      const isReadOnly = session.readOnly.value
      queueMicrotask(() => view.dispatch({ effects: readOnly.reconfigure([EditorState.readOnly.of(isReadOnly)]) }))
    }),
    effect(() => {
      const revealed = session.revealed.value
      if (!revealed) return
      const { range = placeOf(session.text, revealed.path) } = revealed
      if (!range) return
      const { length } = view.state.doc
      const [anchor, head] = [Math.min(range.start, length), Math.min(range.end, length)]
      queueMicrotask(() => {
        view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }), userEvent: 'select' })
        view.focus()
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
