/** Which options are in force, and why: a sample brings some along, and some that are left over would judge the next text wrongly. */
// @ts-check

import { byId, fill, h, prose } from './dom.js'

/** @typedef {import('./read-catalog.js').Catalog} Catalog */
/** @typedef {import('./options.js').FormState} FormState */
/** @typedef {import('./package.js').ValidateOptions} ValidateOptions */
/** @typedef {{ state: FormState, catalog: Catalog | undefined }} Chosen */

export class OptionsInForce {
  #form
  #catalog
  #package
  #changed

  /**
   * @param {import('./options.js').OptionsForm} form
   * @param {import('./catalog.js').CatalogControl} catalog
   * @param {import('./package.js').Package} loaded
   * @param {() => void} changed
   */
  constructor(form, catalog, loaded, changed) {
    this.#form = form
    this.#catalog = catalog
    this.#package = loaded
    this.#changed = changed
    byId('reset-options').addEventListener('click', () => this.#reset())
  }

  /** As the package takes them, without those of the request. @returns {ValidateOptions} */
  get options() {
    const { baseUrl, endpoint, ...options } = this.#form.options
    return { ...options, catalog: this.#catalog.catalog?.schema }
  }

  /** After every verdict. @param {string} datasource that the datamart names */
  show(datasource) {
    const { catalog, missing } = this.#catalog
    byId('reset-options').hidden = !this.#form.isSet && !catalog && missing === undefined
    const isOther = Boolean(catalog?.datasource && datasource && catalog.datasource !== datasource)
    const words =
      missing === undefined
        ? `The catalog is of the datasource \`${catalog?.datasource}\`, and the datamart is on \`${datasource}\`.`
        : `This browser no longer has the catalog \`${missing.replaceAll('`', "'")}\`: until you choose it again, nothing is checked against it.`
    notify('catalog-notice', isOther || missing !== undefined ? words : '', {
      'Remove the catalog': () => {
        this.#catalog.set(undefined)
        this.#changed()
      },
      'Reset options': () => this.#reset(),
    })
  }

  /**
   * Sets what a sample needs, and takes off what would find mistakes in it that are none.
   *
   * @param {import('./samples.js').Sample} sample
   * @param {string} text of it
   */
  async choose({ title, datasourceType }, text) {
    const before = { state: this.#form.state, catalog: this.#catalog.catalog }
    if (datasourceType) {
      this.#form.state = { ...before.state, datasourceType }
      if (!before.catalog?.isSample) await this.#catalog.loadSample()
    } else if (!this.#fits(text)) {
      this.#form.state = { ...before.state, datasourceType: '' }
      if (before.catalog) this.#catalog.set(undefined)
    }
    const { state } = this.#form
    const lost = [
      before.state.datasourceType !== '' && before.state.datasourceType !== state.datasourceType && 'the datasource type',
      before.catalog && before.catalog !== this.#catalog.catalog && 'the catalog',
    ].filter(Boolean)
    const subject = `${lost.join(' and ')} ${lost.length > 1 ? 'were' : 'was'}`.replace(/^t/, 'T')
    const words = datasourceType
      ? `${subject} replaced: the sample “${title}” brings its own.`
      : `${subject} taken off: the sample “${title}” is made without.`
    notify('options-notice', lost.length > 0 ? words : '', {
      'Put back': () => this.#putBack(before),
    })
  }

  /** Whether a text has no more errors than without what is known of the database. @param {string} text */
  #fits(text) {
    const { options } = this
    const { datasourceType, catalog, ...others } = options
    if (datasourceType === undefined && catalog === undefined) return true
    return this.#errors(text, options) <= this.#errors(text, others)
  }

  /** @param {string} text @param {ValidateOptions} options */
  #errors(text, options) {
    const { issues } = this.#package.validateDatamart(text, options)
    return issues.filter(({ severity }) => severity === 'error').length
  }

  /** @param {Chosen} before */
  #putBack({ state, catalog }) {
    this.#form.state = state
    this.#catalog.set(catalog)
    this.forgetNotice()
    this.#changed()
  }

  #reset() {
    this.#form.reset()
    this.#catalog.set(undefined)
    this.forgetNotice()
    this.#changed()
    byId('datasource-type').focus()
  }

  /** Something that the user asked for has failed. @param {unknown} error */
  showFailure(error) {
    notify('options-notice', `This did not work: ${error instanceof Error ? error.message : String(error)}.`, {})
  }

  forgetNotice() {
    notify('options-notice', '', {})
  }
}

/**
 * @param {string} id
 * @param {string} words nothing to say hides it
 * @param {Record<string, () => void>} actions
 */
function notify(id, words, actions) {
  const place = byId(id)
  // What has been said is not said again on every keystroke.
  if (place.getAttribute('data-words') === words) return
  place.setAttribute('data-words', words)
  place.classList.toggle('shown', words !== '')
  fill(
    place,
    words && h('span', {}, ...prose(words)),
    words ? Object.entries(actions).map(([title, act]) => h('button', { type: 'button', class: 'link', click: act }, title)) : [],
  )
}
