/**
 * Keeps the text, and a catalog that was loaded from a file, in the storage of the host.
 *
 * Each version that is kept has a name of its own. If the storage has one that nobody here has seen,
 * another tab has written it: nothing is written over it before the user has decided.
 */
// @ts-check

import { effect, signal } from '@preact/signals'
import { messageOf } from './reason.js'

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('../../../editor.d.ts').EditorStorage} EditorStorage */
/** @typedef {import('./account.js').Stored} Stored */
/** @typedef {{ version: string, text: string, opened?: string, stored?: Stored }} Kept what was opened, and what the account has of it, only if it has */

const TEXT = 'text'
const CATALOG = 'catalog'

/** The text is kept when it has not changed for so long, in milliseconds. */
const PAUSE = 400

export class Keeper {
  #session
  #storage
  /** The version that was read or written last. @type {string | undefined} */
  #seen
  /** The text that need not be kept, because it is kept or because it is unchanged. @type {string | undefined} */
  #text
  /** What the account had when that text was kept. @type {Stored | undefined} */
  #stored
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting
  /** One thing at a time. @type {Promise<void>} */
  #busy = Promise.resolve()
  /** @type {(() => void)[]} */
  #stops = []
  #isStarted = false
  #isStopped = false

  /** What another tab has written meanwhile. @type {import('@preact/signals').Signal<Kept | undefined>} */
  other = signal(undefined)
  /** Why nothing is kept. */
  problem = signal('')

  /** @param {Session} session @param {EditorStorage} storage */
  constructor(session, storage) {
    this.#session = session
    this.#storage = storage
    this.#do(() => this.#start())
  }

  /** Opens what was kept, unless the host has given a text. */
  async #start() {
    const [kept, catalog] = await Promise.all([this.#read(), this.#storage.get(CATALOG)])
    if (this.#isStopped) return
    this.#seen = kept?.version
    const session = this.#session
    if (kept && session.isBlank.peek() && !session.document.canUndo.peek()) this.#open(session, kept)
    if (catalog && session.catalogSource.peek() === undefined) {
      session.catalogSource.value = JSON.parse(catalog)
      session.applyOptions()
    }
    // A text that the host has given is not the user's work. The user may have changed it by now.
    this.#text = session.document.canUndo.peek() ? undefined : session.text
    this.#stored = session.stored.peek()
    this.#isStarted = true
    this.#stops.push(
      effect(() => {
        void session.document.state.value.doc
        void session.stored.value
        clearTimeout(this.#waiting)
        this.#waiting = setTimeout(() => this.save(), PAUSE)
      }),
    )
  }

  /** @param {Session} session @param {Kept} kept */
  #open(session, { text, opened, stored }) {
    session.open(text, opened)
    if (!stored) return
    session.accountHas.value = new Map([[opened ?? text, stored]])
    session.withAccount(() => undefined)
  }

  /** Keeps the present text. */
  save() {
    clearTimeout(this.#waiting)
    if (this.#isStarted) this.#do(() => this.#save())
  }

  async #save() {
    const { text } = this.#session
    if ((text === this.#text && this.#session.stored.peek() === this.#stored) || this.other.peek()) return
    const kept = await this.#read()
    if (kept && kept.version !== this.#seen && kept.text !== text) {
      this.other.value = kept
      return
    }
    await this.#write(text)
  }

  /** @param {string} text */
  async #write(text) {
    const version = crypto.randomUUID()
    this.#seen = version
    this.#text = text
    const stored = this.#session.stored.peek()
    this.#stored = stored
    const origin = stored && { opened: this.#session.document.opened.peek(), stored: { ...stored, catalog: undefined } }
    if (text.trim() === '') await this.#storage.remove(TEXT)
    else await this.#storage.set(TEXT, JSON.stringify(/** @type {Kept} */ ({ version, text, ...origin })))
  }

  /** @returns {Promise<Kept | undefined>} */
  async #read() {
    const text = await this.#storage.get(TEXT)
    try {
      const kept = text ? JSON.parse(text) : undefined
      return typeof kept?.text === 'string' && typeof kept.version === 'string' ? kept : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps a catalog, or forgets it. @param {unknown} catalog */
  keepCatalog(catalog) {
    this.#do(async () => {
      if (catalog === undefined) await this.#storage.remove(CATALOG)
      else await this.#storage.set(CATALOG, JSON.stringify(catalog))
    })
  }

  /** The user has decided between the version here and that of the other tab, or sees what differs. @param {'own' | 'other' | 'both'} which */
  resolve(which) {
    const other = this.other.peek()
    this.other.value = undefined
    if (!other) return
    this.#seen = other.version
    this.#text = other.text
    if (which === 'other') this.#session.replaceWith(other.text)
    else this.#do(() => this.#write(this.#session.text))
  }

  stop() {
    this.save()
    this.#isStopped = true
    for (const stop of this.#stops) stop()
    clearTimeout(this.#waiting)
  }

  /** @param {() => Promise<void>} act */
  #do(act) {
    this.#busy = this.#busy.then(act).then(
      () => void (this.problem.value = ''),
      (error) => void (this.problem.value = messageOf(error)),
    )
  }
}
