/** The text editor: CodeMirror with the lint source of the package. */
// @ts-check

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, syntaxHighlighting } from '@codemirror/language'
import { forEachDiagnostic, lintGutter, linter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorSelection, StateEffect, StateField, Transaction } from '@codemirror/state'
import {
  closeHoverTooltips,
  Decoration,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tagHighlighter, tags } from '@lezer/highlight'
import { datamartCompletionSource, datamartHover } from 'datamart-validator/codemirror'

/** @typedef {import('@codemirror/lint').Diagnostic} Diagnostic */
/** @typedef {import('@codemirror/state').Text} Text */
/** @typedef {import('./package.js').Range} Range */

/** So far from the edge of the view stands what is gone to, at least. */
const MARGIN = 60

/** What puts another text there is no input: whoever does it goes on by himself. */
const OPEN = 'open'

const colours = tagHighlighter([
  { tag: tags.propertyName, class: 'token-key' },
  { tag: tags.string, class: 'token-string' },
  { tag: tags.number, class: 'token-number' },
  { tag: [tags.bool, tags.null], class: 'token-word' },
])

/** Tints these pieces of the text. @type {import('@codemirror/state').StateEffectType<readonly Range[]>} */
const tint = StateEffect.define()
const tinted = Decoration.mark({ class: 'used' })
const tints = StateField.define({
  create: () => Decoration.none,
  update(shown, transaction) {
    // Until it is said anew, nothing is certain of another text.
    if (transaction.docChanged) shown = Decoration.none
    for (const effect of transaction.effects) {
      if (effect.is(tint)) shown = Decoration.set(effect.value.map(({ start, end }) => tinted.range(start, end)), true)
    }
    return shown
  },
  provide: (field) => EditorView.decorations.from(field),
})

export class Editor {
  #root
  #view
  /** The document as one text, made when it is asked for. @type {{ doc: Text, text: string } | undefined} */
  #read
  /** What is underlined, each with its number. @type {Map<Diagnostic, number>} */
  #numbers = new Map()
  #tinted = ''

  /**
   * @param {HTMLElement} root
   * @param {{ input: () => void, caret: () => void }} listeners
   * @param {() => import('datamart-validator/codemirror').DatamartContext} known what is known beside the text
   */
  constructor(root, listeners, known) {
    this.#root = root
    this.#view = new EditorView({
      parent: root,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        linter(null),
        history(),
        json(),
        syntaxHighlighting(colours),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [datamartCompletionSource(known)], icons: false }),
        datamartHover(known),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches({ minSelectionLength: 3 }),
        highlightSpecialChars(),
        tints,
        keymap.of([
          { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
          ...completionKeymap,
          ...closeBracketsKeymap,
          ...foldKeymap,
          ...searchKeymap,
          ...historyKeymap,
          // Without Tab, which leaves the text.
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({
          id: 'text',
          dir: 'ltr',
          // It can be reached without; not everything that reads a page knows.
          tabindex: '0',
          'aria-label': 'The datamart as JSON text',
          'aria-describedby': 'text-hint',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.isUserEvent(OPEN))) listeners.input()
          if (update.selectionSet || update.focusChanged) listeners.caret()
        }),
      ],
    })
    document.addEventListener('keydown', ({ key }) => {
      // Also with the focus elsewhere: the pointer alone has opened it.
      if (key === 'Escape') this.#view.dispatch({ effects: closeHoverTooltips })
    })
  }

  /** For lint sources and their actions. */
  get view() {
    return this.#view
  }

  get text() {
    const { doc } = this.#view.state
    if (this.#read?.doc !== doc) this.#read = { doc, text: doc.toString() }
    return this.#read.text
  }

  get caret() {
    return this.#view.state.selection.main.head
  }

  /** The offset of a line and column, both from one. @param {number} offset */
  position(offset) {
    const line = this.#view.state.doc.lineAt(offset)
    return { line: line.number, column: offset - line.from + 1 }
  }

  /**
   * Puts another text in the place of the present one. Undo brings that back.
   *
   * @param {string} text
   */
  replaceText(text) {
    const { length } = this.#view.state.doc
    this.#view.dispatch({
      changes: { from: 0, to: length, insert: text },
      selection: { anchor: 0 },
      userEvent: OPEN,
      annotations: length === 0 ? Transaction.addToHistory.of(false) : isolateHistory.of('full'),
      scrollIntoView: true,
    })
  }

  /** Takes back the last change, as Ctrl+Z in the text does. */
  undo() {
    this.focus()
    undo(this.#view)
  }

  focus() {
    this.#view.focus()
  }

  /** Goes to the next issue, or to the one before. @param {1 | -1} direction */
  step(direction) {
    this.focus()
    ;(direction === 1 ? nextDiagnostic : previousDiagnostic)(this.#view)
  }

  /** @param {readonly Diagnostic[]} diagnostics */
  setDiagnostics(diagnostics) {
    this.#numbers = new Map(diagnostics.map((diagnostic, number) => [diagnostic, number]))
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics))
  }

  /**
   * The numbers of the diagnostics at an offset, their edges included.
   *
   * @param {number} offset
   */
  diagnosticsAt(offset) {
    /** @type {number[]} */
    const numbers = []
    forEachDiagnostic(this.#view.state, (diagnostic, from, to) => {
      const number = this.#numbers.get(diagnostic)
      if (number !== undefined && from <= offset && offset <= to && !numbers.includes(number)) numbers.push(number)
    })
    return numbers
  }

  /** Tints pieces of the text until it changes. @param {readonly Range[]} places */
  setUsed(places) {
    const key = JSON.stringify(places)
    const isNone = this.#view.state.field(tints).size === 0
    if (places.length === 0 ? isNone : key === this.#tinted && !isNone) return
    this.#tinted = key
    this.#view.dispatch({ effects: tint.of(places) })
  }

  /**
   * Changes a piece of the text and selects what has come there.
   *
   * @param {Range} range
   * @param {string} insert
   */
  replace({ start, end }, insert) {
    this.#view.dispatch({ changes: { from: start, to: end, insert }, userEvent: 'input', annotations: isolateHistory.of('full') })
    this.select({ start, end: start + insert.length })
  }

  /**
   * Selects a piece of the text and brings it into view.
   *
   * @param {Range} range
   */
  select({ start, end }) {
    const range = EditorSelection.range(start, end)
    this.focus()
    this.#root.scrollIntoView({ block: 'nearest' })
    this.#view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'nearest', yMargin: MARGIN, xMargin: MARGIN }) })
  }
}
