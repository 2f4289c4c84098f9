/**
 * One editor at work: what changes its document, and what follows from a change. Views read the
 * signals of its state and change the document by `change`.
 */
// @ts-check

import { batch, signal } from '@preact/signals'

import { newDatamart } from '../document/actions.js'
import { writtenAnew } from '../document/places.js'
import { parse, shared } from '../document/value.js'
import { editsOf } from '../../text/edits.js'
import { readJson } from '../../text/json-text.js'
import { Engine, latestWins } from '../worker/engine.js'
import { isSamePath } from './issues.js'
import { clamped } from './navigation.js'
import { messageOf } from './reason.js'
import { State } from './state.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../../../index.d.ts').TextChange} Change */
/** @typedef {import('../document/document.js').Origin} Origin */
/** @typedef {import('./state.js').PaneName} PaneName */
/** @typedef {import('./state.js').Verdict} Verdict */

/** A text up to this length is read again after each key, a longer one when the typing pauses. */
const READ_AT_ONCE = 30_000
const PAUSE = 150

export class Session extends State {
  engine
  /** What keeps the text between visits, if the host has a storage. @type {import('@preact/signals').Signal<import('./keeping.js').Keeper | undefined>} */
  keeper = signal(undefined)
  #hooks
  /** Fails while the options are wrong. @type {Promise<unknown>} */
  #optionsSet = Promise.resolve()
  #validate
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #reading
  #isDisposed = false
  #stopFollowing = () => {}
  #isFlushing = false
  /** The present text as a tree with positions, once a change is being typed. @type {ReturnType<typeof readJson> | undefined} */
  #positions
  #isPreparing = false
  /** @type {import('./keeping.js').EditorStorage | null | undefined} */
  #storage
  /** What typing somewhere has not written to the document yet. @type {Set<() => void>} */
  #pending = new Set()
  /** @type {Promise<import('./account.js').Account> | undefined} */
  #account

  /**
   * @param {object} hooks
   * @param {() => string | URL | undefined} hooks.workerUrl
   * @param {() => void} hooks.changed the user has changed the text
   * @param {() => void} hooks.edited the text has changed, whoever did it
   * @param {() => void} hooks.read the text has been read, which may be put off while someone types
   * @param {(verdict: Verdict) => void} hooks.judged
   * @param {(sent: import('../../../editor.d.ts').DatamartEditorEvents['sent']['detail']) => void} hooks.sent the outcome is known, or known to be unknown
   */
  constructor(hooks) {
    super()
    this.#hooks = hooks
    this.engine = new Engine(hooks.workerUrl)
    this.#validate = latestWins(
      (/** @type {string} */ text) => this.#validated(text),
      (result, text) => this.#judge({ text, valid: result.valid, issues: result.issues }),
      (error) => this.#fail(error),
    )
    this.load(import('./following.js'), ({ follow }) => {
      if (!this.#isDisposed) this.#stopFollowing = follow(this)
    })
  }

  get text() {
    return this.document.text
  }

  /**
   * Another document takes the place of the present one.
   *
   * @param {string} text
   * @param {string} [opened] the text that it was when it was opened, if it has changed since
   */
  open(text, opened) {
    batch(() => {
      this.selection.value = {}
      this.visited.value = new Set()
      this.isMature.value = text.trim() !== ''
      this.verdict.value = undefined
      this.currentIssue.value = undefined
      this.revealed.value = undefined
      this.comparison.value = undefined
      this.accountHas.value = new Map()
      this.forgetReply()
      this.document.open(text, opened)
    })
  }

  /**
   * Changes the datamart as one step of undo.
   *
   * @param {readonly Change[]} changes
   * @param {string} [userEvent]
   */
  change(changes, userEvent) {
    if (changes.length === 0 || !this.canEdit.peek()) return
    this.flush()
    this.read()
    if (this.isBroken.peek()) return
    const { text } = this
    if (text.trim() === '') return
    this.document.edit(editsOf(text, changes, this.#positions), userEvent)
  }

  /** Reads the text for a change that is being typed, which takes half of a change's time, while nothing else happens. */
  prepare() {
    if (this.#positions || this.#isPreparing) return
    this.#isPreparing = true
    ;(globalThis.requestIdleCallback ?? setTimeout)(() => {
      this.#isPreparing = false
      if (!this.#isDisposed) this.#positions ??= readJson(this.text)
    })
  }

  /** A new datamart in place of a blank text; nothing if there is one. @param {object} [fields] */
  begin(fields) {
    if (this.text.trim() !== '' || this.readOnly.peek()) return
    const datasourceName = this.catalog.peek()?.datasource ?? ''
    const text = writtenAnew(newDatamart({ datasourceName, ...fields }))
    this.document.edit([{ start: 0, end: this.text.length, text }])
  }

  /**
   * Replaces the whole text by another document, as one step of undo.
   *
   * @param {string} text
   * @param {FileSystemFileHandle} [handle] the file that it can be saved to
   */
  replaceWith(text, handle) {
    this.flush()
    this.choices.value = undefined
    this.pane.value = this.view.peek()
    this.selection.value = {}
    this.revealed.value = undefined
    this.isMature.value = true
    this.document.replace(text, handle)
  }

  undo() {
    this.flush()
    if (!this.readOnly.peek()) this.document.undo()
  }

  redo() {
    this.flush()
    if (!this.readOnly.peek()) this.document.redo()
  }

  /**
   * Has a view's own text written to the document before anything else happens with it.
   *
   * @param {() => void} write
   * @returns {() => void} takes it back
   */
  onFlush(write) {
    this.#pending.add(write)
    return () => void this.#pending.delete(write)
  }

  flush() {
    if (this.#isFlushing) return
    this.#isFlushing = true
    try {
      for (const write of [...this.#pending]) write()
    } finally {
      this.#isFlushing = false
    }
  }

  /** Marks a field as visited: from now on a missing value is an issue. @param {Issue['path']} path */
  visit(path) {
    const key = JSON.stringify(path)
    if (!this.visited.peek().has(key)) this.visited.value = new Set(this.visited.peek()).add(key)
  }

  /** Reads the text now, if that has been put off. */
  read() {
    if (this.#reading === undefined) return
    clearTimeout(this.#reading)
    this.#reading = undefined
    this.#read()
  }

  /** The verdict on the present text with the present options; undefined if there is none, which is shown. @returns {Promise<Verdict | undefined>} */
  async settled() {
    this.flush()
    const { text } = this
    const verdict = this.verdict.peek()
    if (verdict?.text === text && !this.isChecking.peek() && !this.failure.peek()) return verdict
    try {
      const { valid, issues } = await this.#validated(text)
      return { text, valid, issues }
    } catch (error) {
      return this.#fail(error)
    }
  }

  /** With the newest options: the worker answers calls in their order. @param {string} text */
  async #validated(text) {
    await this.#optionsSet
    return this.engine.call('validate', text)
  }

  /** @param {PaneName} pane */
  show(pane) {
    batch(() => {
      this.pane.value = pane
      if (pane !== 'catalog' && pane !== 'details' && pane !== 'issues') {
        this.flush()
        this.read()
        this.view.value = pane
      }
    })
  }

  /** What is known in addition to the datamart: the options, with the catalog and the operation. @returns {ValidateOptions} */
  context() {
    const options = this.options.peek()
    const catalog = /** @type {ValidateOptions['catalog']} */ (this.knownCatalog.peek())
    const operation = options.operation ?? (this.operation.peek() === 'update' ? 'update' : undefined)
    return { ...options, ...(catalog && { catalog }), ...(operation && { operation }) }
  }

  /** Uses other options for validation. A verdict without them, which is on its way, is dropped. */
  applyOptions() {
    this.#optionsSet = this.engine.call('setOptions', this.context())
    // The check shows it.
    this.#optionsSet.catch(() => undefined)
    this.check()
  }

  /**
   * Uses a part of the editor when it is loaded.
   *
   * @template Part
   * @param {Promise<Part>} part
   * @param {(part: Part) => unknown} use
   */
  load(part, use) {
    void part.then(use, (error) => (this.notLoaded.value = messageOf(error)))
  }

  /** Validates the present text. */
  check() {
    if (this.#isDisposed) return
    this.isChecking.value = true
    this.#validate(this.text)
  }

  /** @param {import('./keeping.js').EditorStorage | null | undefined} storage */
  keepIn(storage) {
    this.keeper.peek()?.stop()
    this.keeper.value = undefined
    this.#storage = storage
    if (!storage) return
    this.load(import('./keeping.js'), ({ Keeper }) => {
      if (this.#storage === storage && !this.#isDisposed) this.keeper.value = new Keeper(this, storage)
    })
  }

  /** Uses what opens and sends datamarts. @param {(account: import('./account.js').Account) => unknown} use */
  withAccount(use) {
    this.#account ??= import('./account.js').then(({ Account }) => new Account(this, this.#hooks.sent))
    this.load(this.#account, use)
    // The next attempt may load it.
    this.#account.catch(() => (this.#account = undefined))
  }

  forgetReply() {
    batch(() => {
      this.replied.value = []
      this.sending.value = undefined
    })
  }

  dispose() {
    this.keeper.peek()?.stop()
    this.#account?.then((account) => account.stop(), () => undefined)
    this.#isDisposed = true
    this.#stopFollowing()
    clearTimeout(this.#reading)
    this.#reading = undefined
    this.engine.dispose()
  }

  /** @param {Origin} origin @param {readonly import('@codemirror/state').Transaction[]} transactions */
  changed(origin, transactions) {
    this.#positions = undefined
    // In the view of the text; other views do not type into the document.
    const isTyped = transactions.some((transaction) => transaction.isUserEvent('input') || transaction.isUserEvent('delete'))
    if (isTyped) this.isMature.value = true
    if (isTyped && this.document.state.peek().doc.length > READ_AT_ONCE) {
      clearTimeout(this.#reading)
      this.#reading = setTimeout(() => this.read(), PAUSE)
    } else {
      clearTimeout(this.#reading)
      this.#reading = undefined
      this.#read()
    }
    this.#hooks.edited()
    if (origin === 'user') this.#hooks.changed()
  }

  #read() {
    const { text } = this
    const isBlank = text.trim() === ''
    const parsed = isBlank ? { value: undefined } : parse(text)
    batch(() => {
      this.isBlank.value = isBlank
      this.isBroken.value = !parsed
      if (!parsed) return
      this.value.value = shared(this.value.peek(), parsed.value)
      this.selection.value = clamped(this.selection.peek(), this.value.peek())
    })
    this.#hooks.read()
    this.check()
  }

  /** @param {Verdict} verdict */
  #judge(verdict) {
    if (this.#isDisposed) return
    batch(() => {
      const before = this.currentIssue.peek()
      this.verdict.value = { ...verdict, issues: shared(this.verdict.peek()?.issues, verdict.issues) }
      this.isChecking.value = verdict.text !== this.text
      this.failure.value = ''
      const issues = this.issues.peek()
      if (before && !issues.includes(before)) {
        this.currentIssue.value = issues.find(({ code, path }) => code === before.code && isSamePath(path, before.path))
      }
    })
    this.#hooks.judged(verdict)
  }

  /** @param {unknown} error @returns {undefined} */
  #fail(error) {
    if (this.#isDisposed) return
    this.isChecking.value = false
    this.failure.value = messageOf(error)
  }
}
