/**
 * The document: JSON text in a CodeMirror state, the only source of truth. Every change of any view
 * is one transaction, and so one step of undo.
 */
// @ts-check

import { history, invertedEffects, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { Compartment, EditorState, StateEffect, StateField, Transaction } from '@codemirror/state'
import { computed, signal } from '@preact/signals'
import { replacement } from '../../text/difference.js'

/** @typedef {import('@codemirror/state').Extension} Extension */
/** @typedef {import('@codemirror/state').TransactionSpec} TransactionSpec */
/** @typedef {import('@codemirror/view').EditorView} EditorView */
/** @typedef {import('../../../index.d.ts').TextEdit} TextEdit */
/** @typedef {'open' | 'user' | 'program'} Origin `open`: another document; `program`: the same one, changed by the host */

/** @type {Extension} */
const NONE = []

/** @typedef {import('../state/saving.js').OpenedFile} OpenedFile */
/** What was opened: its text, and the file it can be saved to. @typedef {{ text: string, file?: OpenedFile }} Opened */

/** @type {import('@codemirror/state').StateEffectType<Opened>} */
const setOpened = StateEffect.define()

/** What was opened last. Opening another document can be undone. @type {StateField<Opened>} */
const openedField = StateField.define({
  create: () => ({ text: '' }),
  update: (opened, { effects }) => effects.find((effect) => effect.is(setOpened))?.value ?? opened,
  provide: (field) => invertedEffects.of(({ startState, effects }) => (effects.some((effect) => effect.is(setOpened)) ? [setOpened.of(startState.field(field))] : [])),
})

/**
 * A file to save to, before it has the present text.
 *
 * @param {FileSystemFileHandle} handle
 * @param {string} [text] what it has; nothing is overwritten that is something else
 * @returns {OpenedFile}
 */
const newFile = (handle, text) => ({ handle, text, saved: signal(undefined) })

export class Document {
  /** What the view of the text adds when it is first shown. @type {Extension} */
  #extensions = NONE
  #compartment = new Compartment()
  #changed
  /** The view that shows the text, while there is one. @type {EditorView | undefined} */
  #view
  /** @type {string | undefined} */
  #text

  /** The state of the text; replaced with every transaction. */
  state

  canUndo = computed(() => undoDepth(this.state.value) > 0)
  canRedo = computed(() => redoDepth(this.state.value) > 0)
  /** The text as it was opened. */
  opened = computed(() => this.state.value.field(openedField).text)
  /** The file that the text is saved to. */
  file = computed(() => this.state.value.field(openedField).file)
  /** Whether that file does not have the present text. */
  isUnsaved = computed(() => {
    const saved = this.file.value?.saved.value
    return this.file.value !== undefined && !(saved && this.state.value.doc.eq(saved))
  })

  /**
   * @param {(origin: Origin, transactions: readonly Transaction[]) => void} changed called after each
   * change of the text
   */
  constructor(changed) {
    this.#changed = changed
    this.state = signal(this.#fresh(''))
  }

  /** @param {string} text @param {string} [opened] */
  #fresh(text, opened = text) {
    return EditorState.create({ doc: text, extensions: [openedField.init(() => ({ text: opened })), history(), EditorState.allowMultipleSelections.of(true), this.#compartment.of(this.#extensions)] })
  }

  /** Adds what the view of the text needs; once. @param {Extension} extensions */
  extend(extensions) {
    if (this.#extensions !== NONE) return
    this.#extensions = extensions
    this.dispatch({ effects: this.#compartment.reconfigure(extensions) })
  }

  /** The whole text. */
  get text() {
    return (this.#text ??= this.state.peek().doc.toString())
  }

  /**
   * Replaces the document by another one, whose history is empty.
   *
   * @param {string} text
   * @param {string} [opened] the text that it was when it was opened, if it has changed since
   */
  open(text, opened) {
    const state = this.#fresh(text, opened)
    if (this.#view) this.#view.setState(state)
    this.#take(state)
    this.#changed('open', [])
  }

  /**
   * Changes the text by edits that do not overlap, as one step of undo.
   *
   * @param {readonly TextEdit[]} edits
   * @param {string} [userEvent]
   * @param {Opened} [opened] if the edits open another document
   */
  edit(edits, userEvent = 'edit', opened) {
    if (edits.length === 0) return
    this.dispatch({
      ...(opened !== undefined && { effects: setOpened.of(opened) }),
      changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      userEvent,
      annotations: isolateHistory.of('full'),
    })
  }

  /**
   * Opens another document, as one step of undo.
   *
   * @param {string} text
   * @param {FileSystemFileHandle} [handle] the file that it can be saved to
   */
  replace(text, handle) {
    const file = handle && newFile(handle, text)
    this.edit([replacement(this.text, text)], undefined, { text, file })
    if (file) file.saved.value = this.state.peek().doc
  }

  /** Saves the document to another file from now on. @param {FileSystemFileHandle} handle */
  bind(handle) {
    const file = newFile(handle)
    this.dispatch({ effects: setOpened.of({ text: this.opened.peek(), file }), annotations: Transaction.addToHistory.of(false) })
    return file
  }

  /** Changes are counted from another text of the same file from now on. @param {string} text */
  rebase(text) {
    this.dispatch({ effects: setOpened.of({ text, file: this.file.peek() }), annotations: Transaction.addToHistory.of(false) })
  }

  /** @param {TransactionSpec} spec */
  dispatch(spec) {
    if (this.#view) this.#view.dispatch(spec)
    else this.#apply([this.state.peek().update(spec)])
  }

  undo() {
    return undo(this.#target())
  }

  redo() {
    return redo(this.#target())
  }

  #target() {
    return { state: this.state.peek(), dispatch: (/** @type {Transaction} */ transaction) => (this.#view ? this.#view.dispatch(transaction) : this.#apply([transaction])) }
  }

  /**
   * Connects the view that shows the text. It must pass its transactions to the result.
   *
   * @param {EditorView | undefined} view
   */
  attach(view) {
    this.#view = view
  }

  /** Takes over what the view has done. @param {readonly Transaction[]} transactions */
  follow(transactions) {
    this.#apply(transactions)
  }

  /** @param {readonly Transaction[]} transactions */
  #apply(transactions) {
    const last = transactions.at(-1)
    if (!last) return
    const isChanged = transactions.some(({ docChanged }) => docChanged)
    if (isChanged) this.#take(last.state)
    else this.state.value = last.state
    if (isChanged) this.#changed(transactions.some((transaction) => transaction.annotation(Transaction.remote)) ? 'program' : 'user', transactions)
  }

  /** @param {EditorState} state */
  #take(state) {
    this.#text = undefined
    this.state.value = state
  }
}
