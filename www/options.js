/** What the options bar says. */
// @ts-check

import { byId } from './dom.js'

/** @typedef {import('./package.js').RequestOptions} RequestOptions */
/** @typedef {NonNullable<RequestOptions['datasourceType']>} DatasourceType */

/** As the form holds it, and as it is kept. */
export const DEFAULTS = {
  datasourceType: '',
  guestTokenTimezone: '',
  existingDatamarts: '',
  strict: false,
  baseUrl: '/api/databrain',
  endpoint: 'current',
}

/** @typedef {typeof DEFAULTS} FormState */

/** Those that say how the datamart is judged; the others are about the request. @type {(keyof FormState)[]} */
const OF_VERDICT = ['datasourceType', 'guestTokenTimezone', 'existingDatamarts', 'strict']

/** @type {{ [name in keyof FormState]: string }} */
const FIELDS = {
  datasourceType: 'datasource-type',
  guestTokenTimezone: 'guest-token-timezone',
  existingDatamarts: 'existing-datamarts',
  strict: 'strict',
  baseUrl: 'base-url',
  endpoint: 'endpoint',
}

/** @type {DatasourceType[]} */
const DATASOURCE_TYPES = [
  'athena',
  'awss3',
  'bigquery',
  'clickhouse',
  'cockroachdb',
  'csv',
  'databricks',
  'elasticsearch',
  'firebolt',
  'mongodb',
  'mssql',
  'mysql',
  'opensearch',
  'postgres',
  'redshift',
  'singlestore',
  'snowflake',
  'trino',
]

export class OptionsForm {
  /** @param {() => void} changed */
  constructor(changed) {
    const select = /** @type {HTMLSelectElement} */ (byId(FIELDS.datasourceType))
    for (const type of DATASOURCE_TYPES) select.add(new Option(type))
    for (const id of Object.values(FIELDS)) {
      byId(id).addEventListener('input', () => {
        this.#showSet()
        changed()
      })
    }
  }

  /** Whether the verdict is another one than without options, as far as this form goes. */
  get isSet() {
    const { state } = this
    return OF_VERDICT.some((name) => state[name] !== DEFAULTS[name])
  }

  /** Takes back the options of the verdict. */
  reset() {
    this.state = { ...this.state, ...Object.fromEntries(OF_VERDICT.map((name) => [name, DEFAULTS[name]])) }
  }

  /** An option in force can be seen. */
  #showSet() {
    const { state } = this
    for (const name of OF_VERDICT) {
      byId(FIELDS[name]).closest('.field, .switch')?.classList.toggle('field-set', state[name] !== DEFAULTS[name])
    }
  }

  /** @returns {FormState} */
  get state() {
    const entries = Object.entries(FIELDS).map(([name, id]) => {
      const field = /** @type {HTMLInputElement} */ (byId(id))
      return [name, field.type === 'checkbox' ? field.checked : field.value]
    })
    return Object.fromEntries(entries)
  }

  /** @param {Partial<FormState>} state */
  set state(state) {
    for (const [name, id] of Object.entries(FIELDS)) {
      const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (byId(id))
      const key = /** @type {keyof FormState} */ (name)
      // What was kept may come from another version of the page.
      const value = typeof state[key] === typeof DEFAULTS[key] ? state[key] : DEFAULTS[key]
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true
      else field.value = String(value)
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = String(DEFAULTS[key])
    }
    this.#showSet()
  }

  /** As the package takes them. @returns {RequestOptions} */
  get options() {
    const { datasourceType, guestTokenTimezone, existingDatamarts, strict, baseUrl, endpoint } = this.state
    const names = existingDatamarts
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    return {
      datasourceType: datasourceType ? /** @type {DatasourceType} */ (datasourceType) : undefined,
      guestTokenTimezone: guestTokenTimezone ? guestTokenTimezone === 'true' : undefined,
      existingDatamarts: names.length > 0 ? names : undefined,
      strict,
      baseUrl: baseUrl.trim(),
      endpoint: endpoint === 'legacy' ? 'legacy' : 'current',
    }
  }
}
