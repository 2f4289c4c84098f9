/**
 * Opens the account's datamarts and sends to it, through the client that the host provides. Nothing
 * is repeated unless it is known that it was not carried out.
 */
// @ts-check

import { batch, effect } from '@preact/signals'
import { writtenAnew } from '../document/places.js'
import { parse } from '../document/value.js'
import { isSamePath } from './issues.js'
import { goTo } from './navigation.js'
import { reasonOf } from './reason.js'
import { factsOf, stillAt } from './replies.js'

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./state.js').ImportedDatamart} ImportedDatamart */
/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../../index.d.ts').DatasourceSchema} DatasourceSchema */
/** @typedef {import('./replies.js').Failure} Failure */
/** @typedef {'create' | 'update'} Operation */
/**
 * What the account has of a document.
 *
 * @typedef {object} Stored
 * @property {string} name
 * @property {string} text
 * @property {readonly string[]} unseen fields that the API did not show
 * @property {DatasourceSchema} [catalog]
 */
/**
 * What is going on, and what came of it: `looking` asks for the version that the account has now,
 * which `review` compares with.
 *
 * @typedef {object} Sending
 * @property {'looking' | 'review' | 'sending' | 'done' | 'not-done' | 'unknown'} step
 * @property {Operation} operation
 * @property {string} name
 * @property {'changed' | 'gone' | 'absent'} [found] what is different from what was expected
 * @property {readonly string[]} [unseen] fields that an update would erase
 * @property {Failure} [failure]
 */

export class Account {
  #session
  #sent
  /** What the reply's issues are about. @type {unknown} */
  #about
  /** What the user is waiting for and may leave. */
  #waiting = new AbortController()
  /** What is shown again if the user does not wait for it. @type {Sending | undefined} */
  #before
  /** Until the editor is removed. */
  #lifetime = new AbortController()
  /** The documents whose catalog has been asked for, by the text that was opened. */
  #asked = new Set()
  /** @type {(() => void)[]} */
  #stops

  /** @param {Session} session @param {(sent: import('../../../editor.d.ts').DatamartEditorEvents['sent']['detail']) => void} sent */
  constructor(session, sent) {
    this.#session = session
    this.#sent = sent
    /** @type {unknown[]} */
    let known = [session.operation.peek(), session.knownCatalog.peek()]
    this.#stops = [
      effect(() => {
        const now = [session.operation.value, session.knownCatalog.value]
        if (now.some((item, at) => item !== known[at])) session.applyOptions()
        known = now
      }),
      effect(() => {
        if (session.client.value && session.stored.value) void this.#loadCatalog(session.document.opened.value)
      }),
      effect(() => this.#follow(session.value.value)),
      effect(() => {
        void session.document.state.value.doc
        if (session.sending.peek()?.step === 'done') session.sending.value = undefined
      }),
    ]
  }

  stop() {
    this.#waiting.abort()
    this.#lifetime.abort()
    for (const stop of this.#stops) stop()
  }

  get #client() {
    const client = this.#session.client.peek()
    if (!client) throw new Error('there is no client')
    return client
  }

  /** Ends what is being waited for, and begins to wait for something else. */
  #wait() {
    this.#waiting.abort()
    this.#waiting = new AbortController()
    return this.#waiting.signal
  }

  /** Opens one of the account's datamarts, as one step of undo. @param {ImportedDatamart} imported */
  open({ datamart, unseen }) {
    const session = this.#session
    const text = writtenAnew(datamart)
    const stored = { name: datamart.name, text, unseen }
    batch(() => {
      session.forgetReply()
      remember(session, text, stored)
      session.replaceWith(text)
    })
    session.announcement.value = session.t.peek()('account.opened', { name: datamart.name })
  }

  /** The catalog for a document that the account has. @param {string} key the text that was opened */
  async #loadCatalog(key) {
    const session = this.#session
    const datasourceName = session.datasourceName.peek()
    if (this.#asked.has(key) || !datasourceName) return
    this.#asked.add(key)
    const catalog = await this.#schema(datasourceName)
    const stored = session.accountHas.peek().get(key)
    if (catalog && stored) remember(session, key, { ...stored, catalog })
  }

  /** An empty document for a datasource. @param {string} datasourceName */
  async begin(datasourceName) {
    const session = this.#session
    const catalog = await this.#schema(datasourceName)
    if (!catalog) return
    if (!session.isBlank.peek()) session.replaceWith('')
    session.isMature.value = false
    session.catalogSource.value = catalog
    session.applyOptions()
    session.show('catalog')
  }

  /** @param {string} datasourceName @returns {Promise<DatasourceSchema | undefined>} */
  async #schema(datasourceName) {
    const session = this.#session
    const { signal } = this.#lifetime
    session.catalogProblem.value = ''
    try {
      return await this.#client.getSchema?.(datasourceName, { signal })
    } catch (error) {
      // A gateway may not serve it.
      if (!signal.aborted && ![403, 404, 405].includes(factsOf(error).status ?? 0)) session.catalogProblem.value = session.t.peek()('catalog.failed', { reason: reasonOf(error) })
      return undefined
    }
  }

  /** Begins what the primary action stands for: a new datamart is sent, an update is shown before. */
  async submit() {
    const session = this.#session
    const step = session.sending.peek()?.step
    if (step === 'sending' || step === 'looking') return
    if (step === 'unknown' && this.#client.getDatamart) return this.lookUp()
    if (session.operation.peek() === 'create') return this.send()
    await this.#look((fresh) => this.#review(fresh))
  }

  /**
   * Asks for the datamart as the account has it now.
   *
   * @param {(fresh: ImportedDatamart | undefined | null) => Promise<void> | void} use called with
   * null if that cannot be known
   */
  async #look(use) {
    const session = this.#session
    const sending = { operation: session.operation.peek() ?? 'create', name: this.#name }
    const before = session.sending.peek()
    const signal = this.#wait()
    this.#before = before?.step === 'unknown' ? before : undefined
    session.sending.value = { ...before, ...sending, step: 'looking' }
    /** @type {ImportedDatamart | undefined | null} */
    let fresh = null
    try {
      fresh = this.#client.getDatamart ? await this.#client.getDatamart(sending.name, { signal }) : null
    } catch {
      // What comes next says it, or does not need it.
    }
    if (!signal.aborted) await use(fresh)
  }

  get #name() {
    return this.#session.name.peek()
  }

  /** Shows what an update would change. @param {ImportedDatamart | undefined | null} fresh */
  async #review(fresh) {
    const session = this.#session
    const key = session.document.opened.peek()
    const before = session.original.peek()
    const stored = session.stored.peek()
    const name = this.#name
    /** @type {Sending} */
    const review = { step: 'review', operation: 'update', name, unseen: stored?.unseen }
    if (fresh === undefined) {
      review.found = 'gone'
      forget(session, key)
    } else if (fresh) {
      const { text, isChanged } = await this.#compared(fresh, before ?? session.text)
      const isKnown = stored !== undefined || session.givenOriginal.peek() !== undefined
      if (isChanged && isKnown) review.found = 'changed'
      if (isChanged || !isKnown) review.unseen = fresh.unseen
      if (isChanged || !stored) remember(session, key, { ...stored, name, text: isChanged ? text : (before ?? text), unseen: review.unseen ?? fresh.unseen })
      review.unseen ??= fresh.unseen
    }
    batch(() => {
      session.show('changes')
      session.sending.value = review
    })
  }

  /**
   * A datamart of the account with the fields that only the other text has, and whether both differ
   * in anything that the API shows.
   *
   * @param {ImportedDatamart} fresh
   * @param {string} text
   */
  async #compared(fresh, text) {
    const { engine } = this.#session
    const merged = await engine.call('mergeUnseen', fresh, text).catch(() => fresh.datamart)
    const now = writtenAnew(merged)
    const { changes } = await engine.call('diffDatamarts', text, now)
    return { text: now, isChanged: changes.some(({ kind }) => kind !== 'moved') }
  }

  /** Sends the present text, unless it has an error. */
  async send() {
    const session = this.#session
    const verdict = await session.settled()
    if (!verdict) return void (session.sending.value = undefined)
    const { text, valid, issues } = verdict
    const first = issues.find(({ severity }) => severity === 'error')
    if (!valid && first) {
      session.sending.value = undefined
      return goTo(session, first)
    }
    const operation = session.operation.peek() ?? 'create'
    const name = this.#name
    const key = session.document.opened.peek()
    const about = parse(text)?.value
    this.#waiting.abort()
    batch(() => {
      session.replied.value = []
      session.sending.value = { step: 'sending', operation, name }
    })
    try {
      // Not aborted when the editor is removed: what has been sent may be carried out anyway.
      const { id } = operation === 'update' ? await this.#client.updateDatamart(text) : await this.#client.createDatamart(text)
      this.#done({ operation, name: id || name, text, key })
    } catch (error) {
      this.#failed(factsOf(error), { operation, name, about })
    }
  }

  /** Finds out what became of a request whose outcome is unknown. */
  async lookUp() {
    const session = this.#session
    const before = session.sending.peek()
    if (!before) return
    const { operation } = before
    await this.#look(async (fresh) => {
      const { text } = session
      const key = session.document.opened.peek()
      if (fresh === null) session.sending.value = { ...before, step: 'unknown' }
      else if (!fresh) session.sending.value = { ...before, step: 'not-done', found: 'absent' }
      else {
        const { isChanged } = await this.#compared(fresh, text)
        if (!isChanged) this.#done({ operation, name: fresh.datamart.name, text, key })
        else {
          // Another attempt to create it is an update.
          if (operation === 'create') remember(session, key, { name: fresh.datamart.name, text: writtenAnew(fresh.datamart), unseen: fresh.unseen })
          await this.#review(fresh)
        }
      }
    })
  }

  /** @param {{ operation: Operation, name: string, text: string, key: string }} sent */
  #done({ operation, name, text, key }) {
    const session = this.#session
    batch(() => {
      remember(session, key, { ...session.accountHas.peek().get(key), name, text, unseen: [] })
      session.sending.value = { step: 'done', operation, name }
      session.replied.value = []
    })
    this.#sent({ operation, outcome: 'done', id: name })
  }

  /** @param {Failure} failure @param {{ operation: Operation, name: string, about: unknown }} sent */
  #failed(failure, { operation, name, about }) {
    const session = this.#session
    const own = session.verdict.peek()?.issues ?? []
    const issues = failure.issues.filter(({ code, path }) => !own.some((issue) => issue.code === code && isSamePath(issue.path, path)))
    batch(() => {
      this.#about = about
      session.replied.value = issues.map(({ range, textRange, ...issue }) => issue)
      // The user may have gone on editing.
      this.#follow(session.value.peek())
      session.sending.value = { step: failure.outcome === 'unknown' ? 'unknown' : 'not-done', operation, name, failure }
    })
    const first = session.replied.peek().find(({ path }) => path.length > 0)
    if (first) goTo(session, first)
    this.#sent({ operation, outcome: failure.outcome, issues: failure.issues })
  }

  /** Shows a reply to what the host has sent itself. @param {unknown} reply */
  showReply(reply) {
    const session = this.#session
    if (reply === undefined || reply === null) return this.dismiss()
    const operation = session.operation.peek() ?? 'create'
    const facts = factsOf(reply)
    if (facts.outcome === 'done') {
      const { text } = session
      return this.#done({ operation, name: facts.id ?? this.#name, text, key: session.document.opened.peek() })
    }
    this.#failed(facts, { operation, name: this.#name, about: session.value.peek() })
  }

  /** Nothing is shown any more, and nothing is waited for; but an unknown outcome stays one. */
  dismiss() {
    this.#waiting.abort()
    const { sending } = this.#session
    if (sending.peek()?.step === 'looking' && this.#before) sending.value = this.#before
    else this.#session.forgetReply()
  }

  /** Drops the reply's issues whose places have been edited, and moves the others with their places. @param {unknown} value */
  #follow(value) {
    const before = this.#about
    this.#about = value
    const { replied } = this.#session
    if (replied.peek().length === 0 || before === value) return
    replied.value = replied.peek().flatMap((issue) => {
      const path = stillAt(issue.path, before, value)
      return path ? (isSamePath(path, issue.path) ? issue : { ...issue, path }) : []
    })
  }
}

/** @param {Session} session @param {string} key the text that was opened @param {Stored} stored */
export function remember(session, key, stored) {
  session.accountHas.value = new Map(session.accountHas.peek()).set(key, stored)
}

/** @param {Session} session @param {string} key the text that was opened */
function forget(session, key) {
  const others = new Map(session.accountHas.peek())
  others.delete(key)
  session.accountHas.value = others
}
