/** The control for the catalog: none, the sample, a file, or pasted JSON. */
// @ts-check

import { byId, count, fill, prose } from './dom.js'
import { installMenu } from './menu.js'
import { readCatalog } from './read-catalog.js'
import { loadSampleCatalog } from './samples.js'
import { forgetCatalog, keepCatalog, restoreCatalog, restoreSchema } from './storage.js'

/** @typedef {import('./read-catalog.js').Catalog} Catalog */

export class CatalogControl {
  #createValidator
  #changed
  #close
  /** @type {Catalog | undefined} */
  #catalog
  /** The name of a catalog that was given and that this browser no longer has. @type {string | undefined} */
  #missing
  /** Counts what was asked for: a slow file must not take the place of what was chosen after it. */
  #asked = 0

  /**
   * @param {import('./package.js').Package['createValidator']} createValidator
   * @param {() => void} changed somebody has chosen another one
   */
  constructor(createValidator, changed) {
    this.#createValidator = createValidator
    this.#changed = changed
    const menu = byId('catalog-menu')
    this.#close = installMenu(menu)

    const file = /** @type {HTMLInputElement} */ (byId('catalog-file'))
    byId('catalog-choose').addEventListener('click', () => file.click())
    file.addEventListener('change', () => {
      this.#readFile(file.files?.[0])
      // The same file again, once it is mended.
      file.value = ''
    })
    byId('catalog-sample').addEventListener('click', () => this.#attempt(() => this.loadSample()))
    byId('catalog-use').addEventListener('click', () => {
      const { value } = /** @type {HTMLTextAreaElement} */ (byId('catalog-text'))
      this.#attempt(async () => this.set(readCatalog(value, {}, createValidator)))
    })
    byId('catalog-remove').addEventListener('click', () => {
      this.set(undefined)
      menu.querySelector('summary')?.focus()
      changed()
    })
    installDrop(byId('catalog'), (dropped) => this.#readFile(dropped))
  }

  get catalog() {
    return this.#catalog
  }

  get missing() {
    return this.#missing
  }

  /** Shows and keeps it. @param {Catalog | undefined} catalog */
  set(catalog) {
    this.#show(catalog)
    this.#keep()
  }

  /** @param {Catalog | undefined} catalog @param {string} [missing] */
  #show(catalog, missing) {
    this.#asked++
    this.#catalog = catalog
    this.#missing = missing
    this.#showProblem('')
    byId('catalog-not-kept').hidden = true
    const facts = catalog && `${count(catalog.tables, 'table')}, ${count(catalog.columns, 'column')}`
    byId('catalog-name').textContent = catalog ? catalog.name : 'none'
    byId('catalog-facts').textContent = facts ?? ''
    byId('catalog').classList.toggle('field-set', catalog !== undefined)
    byId('catalog-remove').hidden = catalog === undefined && missing === undefined
  }

  async #keep() {
    const catalog = this.#catalog
    if (!catalog) return forgetCatalog()
    const isKept = await keepCatalog(catalog)
    if (catalog === this.#catalog) byId('catalog-not-kept').hidden = isKept
  }

  async loadSample() {
    this.set(await this.#sample())
  }

  /** What was kept at the last visit. */
  async restore() {
    const kept = restoreCatalog()
    if (!kept) return
    try {
      this.#show(kept.isSample ? await this.#sample() : readCatalog(JSON.stringify(await restoreSchema(kept)), kept, this.#createValidator))
      // A catalog of an older version of the page moves to where it is kept now.
      if (kept.schema !== undefined) this.#keep()
    } catch {
      // No reason not to start, but a verdict without it would be another one.
      this.#show(undefined, kept.name)
    }
  }

  async #sample() {
    return readCatalog(await loadSampleCatalog(), { name: 'sample shop', isSample: true }, this.#createValidator)
  }

  /** @param {File | undefined} file */
  #readFile(file) {
    if (!file) return
    return this.#attempt(async () => {
      const asked = ++this.#asked
      const text = await file.text()
      if (asked === this.#asked) this.set(readCatalog(text, { name: file.name }, this.#createValidator))
    }, file.name)
  }

  /**
   * @param {() => Promise<void>} load
   * @param {string} [name]
   */
  async #attempt(load, name) {
    try {
      await load()
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      byId('catalog-menu').setAttribute('open', '')
      return this.#showProblem(name === undefined ? words : `\`${name.replaceAll('`', "'")}\`: ${words}`)
    }
    this.#close()
    this.#changed()
  }

  /** @param {string} problem */
  #showProblem(problem) {
    fill(byId('catalog-problem'), ...prose(problem))
  }
}

/**
 * @param {HTMLElement} target
 * @param {(file: File) => void} dropped
 */
function installDrop(target, dropped) {
  /** @param {DragEvent} event */
  const isOver = (event) => target.contains(/** @type {Node} */ (event.target))
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    // A file that is dropped beside the control must not take the place of the page.
    event.preventDefault()
    event.dataTransfer.dropEffect = isOver(event) ? 'copy' : 'none'
    target.classList.toggle('drop', isOver(event))
  })
  document.addEventListener('dragleave', () => target.classList.remove('drop'))
  document.addEventListener('drop', (event) => {
    target.classList.remove('drop')
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    if (isOver(event)) dropped(file)
  })
}
