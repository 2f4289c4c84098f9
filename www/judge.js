/** Judges the text with the options in force. They are read once, not on every keystroke: a catalog can be large. */
// @ts-check

/** @typedef {import('./package.js').Package} Package */
/** @typedef {import('./package.js').ValidateOptions} ValidateOptions */
/** @typedef {import('./package.js').Validator} Validator */

export class Judge {
  #package
  /** @type {Validator | undefined} */
  #validator
  /** @type {ValidateOptions['catalog']} */
  #catalog
  /** The other options, to tell whether they have changed. */
  #others = ''

  /** @param {Package} loaded */
  constructor(loaded) {
    this.#package = loaded
  }

  /**
   * @param {ValidateOptions} options
   * @throws {TypeError} for options that the package refuses
   */
  setOptions({ catalog, ...others }) {
    const key = JSON.stringify(others)
    if (this.#validator && catalog === this.#catalog && key === this.#others) return
    this.#validator?.dispose()
    this.#validator = undefined
    this.#validator = this.#package.createValidator({ ...others, catalog })
    this.#catalog = catalog
    this.#others = key
  }

  /** Has the options in force, and is another one when they change. */
  get validator() {
    if (!this.#validator) this.setOptions({})
    return /** @type {Validator} */ (this.#validator)
  }

  /** @param {string} text */
  validate(text) {
    return this.validator.validate(text)
  }

  /**
   * @param {string} text
   * @param {import('./package.js').DeliveryOptions} delivery
   */
  buildRequest(text, delivery) {
    return this.validator.buildRequest(text, delivery)
  }
}
