/** The custom element `<datamart-editor>`. */
// @ts-check

import { effect } from '@preact/signals'
import { writtenAnew } from './document/places.js'
import { Session } from './state/session.js'
import { mount } from './views/app.jsx'
import { sheet } from './styles/sheet.js'

/** @typedef {import('./state/state.js').Verdict} Verdict */

/** Without a DOM, as on a server, there is nothing to extend. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {})

export class DatamartEditorElement extends Base {
  static formAssociated = true
  static observedAttributes = ['readonly', 'action']

  #internals = this.attachInternals()
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true })
  /** @type {Session | undefined} */
  #session
  /** @type {(() => void) | undefined} */
  #unmount
  /** What was set while the element is not connected. */
  #text = ''
  /** What the host has set last: what a reset of the form goes back to. */
  #initial = ''
  /** What was opened, while the element is not connected and the text differs from it. @type {string | undefined} */
  #opened
  /** What the account has of it, meanwhile. @type {ReadonlyMap<string, import('./state/account.js').Stored> | undefined} */
  #accountHas
  /** @type {{ original?: any, catalog?: any, options?: any, storage?: any, client?: any, strings?: any, messages?: any, workerUrl?: string | URL }} */
  #given = {}

  get value() {
    this.#session?.flush()
    return this.#session?.text ?? this.#text
  }

  set value(value) {
    const text = textOfValue(value)
    this.#initial = text
    if (text === this.value) return
    this.#text = text
    this.#opened = undefined
    this.#accountHas = undefined
    this.#session?.open(text)
  }

  /** @param {unknown} value */
  open(value) {
    const text = textOfValue(value)
    if (this.#session) this.#session.replaceWith(text)
    else this.value = text
  }

  get original() {
    return this.#given.original
  }

  set original(original) {
    this.#given.original = original
    if (this.#session) this.#session.givenOriginal.value = originalOf(original)
  }

  get catalog() {
    return this.#given.catalog
  }

  set catalog(catalog) {
    this.#given.catalog = catalog
    if (this.#session) this.#session.catalogSource.value = catalog
    this.#applyOptions()
  }

  get options() {
    return this.#given.options
  }

  set options(options) {
    this.#given.options = options
    this.#applyOptions()
  }

  get messages() {
    return this.#given.messages
  }

  set messages(messages) {
    this.#given.messages = messages
    this.#applyOptions()
  }

  get readOnly() {
    return this.hasAttribute('readonly')
  }

  set readOnly(readOnly) {
    this.toggleAttribute('readonly', Boolean(readOnly))
  }

  get action() {
    return this.getAttribute('action') ?? ''
  }

  set action(action) {
    this.setAttribute('action', action)
  }

  get name() {
    return this.getAttribute('name') ?? ''
  }

  set name(name) {
    this.setAttribute('name', name)
  }

  get storage() {
    return this.#given.storage
  }

  set storage(storage) {
    this.#given.storage = storage
    this.#session?.keepIn(storage)
  }

  get client() {
    return this.#given.client
  }

  set client(client) {
    this.#given.client = client
    if (this.#session) this.#session.client.value = client
  }

  /** @param {unknown} reply */
  showReply(reply) {
    this.#session?.withAccount((account) => account.showReply(reply))
  }

  get strings() {
    return this.#given.strings
  }

  set strings(strings) {
    this.#given.strings = strings
    if (this.#session) this.#session.strings.value = strings
  }

  get workerUrl() {
    return this.#given.workerUrl
  }

  /** Counts when the worker starts, soon after the element has been connected. */
  set workerUrl(workerUrl) {
    this.#given.workerUrl = workerUrl
  }

  get form() {
    return this.#internals.form
  }

  get validity() {
    return this.#internals.validity
  }

  get validationMessage() {
    return this.#internals.validationMessage
  }

  get willValidate() {
    return this.#internals.willValidate
  }

  checkValidity() {
    return this.#internals.checkValidity()
  }

  reportValidity() {
    return this.#internals.reportValidity()
  }

  connectedCallback() {
    this.#takeEarlyProperties()
    this.#root.adoptedStyleSheets = [sheet()]
    const session = new Session({
      workerUrl: () => this.#given.workerUrl,
      edited: () => this.#setPending(),
      read: () => this.#internals.setFormValue(session.text),
      changed: () => this.dispatchEvent(new CustomEvent('change', { detail: { text: session.text } })),
      judged: (verdict) => this.#judged(verdict),
      sent: (detail) => this.dispatchEvent(new CustomEvent('sent', { detail })),
    })
    this.#session = session
    session.strings.value = this.#given.strings
    session.readOnly.value = this.readOnly || this.#isDisabled
    session.action.value = actionOf(this.getAttribute('action'))
    session.client.value = this.#given.client
    session.catalogSource.value = this.#given.catalog
    this.#applyOptions()
    session.givenOriginal.value = originalOf(this.#given.original)
    session.open(this.#text, this.#opened)
    if (this.#accountHas) session.accountHas.value = this.#accountHas
    session.keepIn(this.#given.storage)
    const unmount = mount(session, this.#root, (detail) => {
      const isLeft = this.dispatchEvent(new CustomEvent('submit', { detail, cancelable: true })) && Boolean(session.client.peek())
      // The host sends it, so the last reply is outdated.
      if (!isLeft) session.forgetReply()
      return isLeft
    })
    const stop = effect(() => {
      this.#internals.ariaBusy = String(session.isChecking.value)
    })
    this.#unmount = () => {
      stop()
      unmount()
    }
  }

  disconnectedCallback() {
    const session = this.#session
    if (!session) return
    session.flush()
    this.#text = session.text
    this.#opened = session.document.opened.peek()
    this.#accountHas = session.accountHas.peek()
    this.#unmount?.()
    this.#session = undefined
    session.dispose()
  }

  /** @param {string} name @param {string | null} _before @param {string | null} after */
  attributeChangedCallback(name, _before, after) {
    const session = this.#session
    if (!session) return
    if (name === 'readonly') session.readOnly.value = after !== null || this.#isDisabled
    else {
      session.action.value = actionOf(after)
      session.applyOptions()
    }
  }

  #isDisabled = false

  /** @param {boolean} isDisabled */
  formDisabledCallback(isDisabled) {
    this.#isDisabled = isDisabled
    if (this.#session) this.#session.readOnly.value = this.readOnly || isDisabled
  }

  formResetCallback() {
    this.value = this.#initial
  }

  /** @param {string} state */
  formStateRestoreCallback(state) {
    this.value = state
  }

  /** A property set before the element was defined hides the accessor. */
  #takeEarlyProperties() {
    for (const name of /** @type {const} */ (['value', 'original', 'catalog', 'options', 'messages', 'readOnly', 'storage', 'client', 'strings', 'workerUrl'])) {
      if (!Object.hasOwn(this, name)) continue
      const value = this[name]
      delete (/** @type {any} */ (this)[name])
      ;/** @type {any} */ (this)[name] = value
    }
  }

  /** Leaves the catalog alone, which may be one that the user has loaded. */
  #applyOptions() {
    const session = this.#session
    if (!session) return
    const { options, messages } = this.#given
    session.options.value = { ...options, ...(messages && { messages }) }
    session.applyOptions()
  }

  #setPending() {
    if (this.#session) this.#setInvalid(this.#session.t.peek()('count.checking'))
  }

  /** @param {string} message */
  #setInvalid(message) {
    const anchor = this.#root.firstElementChild
    this.#internals.setValidity({ customError: true }, message, anchor instanceof HTMLElement ? anchor : undefined)
  }

  /** @param {Verdict} verdict */
  #judged({ text, valid, issues }) {
    const session = this.#session
    if (!session || text !== session.text) return
    const errors = issues.filter(({ severity }) => severity === 'error').length
    if (valid) this.#internals.setValidity({})
    else this.#setInvalid(session.t.peek()('count.errors', { count: errors }))
    this.dispatchEvent(new CustomEvent('issues', { detail: { valid, issues } }))
  }
}

/** @param {string | null} attribute */
function actionOf(attribute) {
  return attribute === 'create' || attribute === 'update' ? attribute : undefined
}

/** @param {unknown} value a document or its text, if any */
function textOfValue(value) {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : writtenAnew(value)
}

/** The text of an original; undefined if there is none. @param {unknown} original */
function originalOf(original) {
  const text = textOfValue(original)
  return text.trim() === '' ? undefined : text
}
