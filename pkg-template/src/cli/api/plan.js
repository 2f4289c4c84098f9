/** What `push` would do to the datamart of each file, which is what `diff` shows. */
// @ts-check

import { createValidator, diffDatamarts, mergeUnseen } from '#package'
import { isImpossible } from '../../client/examine.js'
import { Judge } from '../check/judge.js'
import { findFiles } from '../input/find.js'
import { readSource } from '../input/read.js'
import { count } from '../shown/words.js'
import { UsageError } from '../usage-error.js'
import { ask } from './connection.js'

/** @typedef {import('../../../client.d.ts').Client} Client */
/** @typedef {import('../../../index.d.ts').Datamart} Datamart */
/** @typedef {import('../../../index.d.ts').DatasourceEntry} DatasourceEntry */
/** @typedef {import('../../../index.d.ts').DatasourceSchema} DatasourceSchema */
/** @typedef {import('../../../index.d.ts').Change} Change */
/** @typedef {import('../../../index.d.ts').ImportedDatamart} ImportedDatamart */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../types.d.ts').FileReport} FileReport */

/**
 * @typedef {object} Step
 * @property {string} file
 * @property {'create' | 'update' | 'unchanged' | 'invalid' | 'refused' | 'failed'} action
 * @property {string} [name] of the datamart
 * @property {Datamart} [datamart] in the file
 * @property {readonly Change[]} [changes] of an update
 * @property {number} [omitted] how many changes are not listed
 * @property {boolean} [isBreaking]
 * @property {string} [message] why it cannot be done
 * @property {FileReport} [report] the issues
 */

/**
 * @param {readonly string[]} patterns
 * @param {Client} client
 * @param {ValidateOptions} options
 * @returns {Promise<Step[]>} in the order of the files
 */
export async function planFor(patterns, client, options) {
  const { files, failures } = await findFiles(patterns, [])
  if (files.includes('-')) throw new UsageError('expected files: standard input is not one')
  const live = new Live(client, options)
  const known = await live.existing()
  /** @type {Step[]} */
  const steps = failures.map(({ file, failure }) => ({ file, action: 'failed', message: failure }))
  /** @type {Map<string, string>} */
  const seen = new Map()
  for (const file of files) {
    const step = await stepFor(file, known, live)
    const other = step.name === undefined ? undefined : seen.get(step.name)
    if (step.name !== undefined && other === undefined) seen.set(step.name, file)
    steps.push(other === undefined ? step : { file, action: 'failed', name: step.name, message: `${other} contains the same datamart` })
  }
  return steps
}

/**
 * @param {string} file
 * @param {ReadonlyMap<string, ImportedDatamart>} known
 * @param {Live} live
 * @returns {Promise<Step>}
 */
async function stepFor(file, known, live) {
  let text
  try {
    ;({ text } = readSource(file))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { file, action: 'failed', message: error.message }
  }
  const datamart = parsed(text)
  const name = typeof datamart?.name === 'string' ? datamart.name : undefined
  const before = name === undefined ? undefined : known.get(name)
  const report = await live.judge(file, text, datamart, before ? 'update' : 'create')
  if ('failure' in report) return { file, action: 'failed', message: report.failure }
  if (report.errors > 0) return { file, action: 'invalid', name, message: count(report.errors, 'error'), report }
  if (name === undefined || datamart === undefined) return { file, action: 'failed', message: 'it contains no datamart' }
  if (before === undefined) return { file, action: 'create', name, datamart, report }
  // What the API does not show is no difference, and an update need not name the datasource.
  const after = { ...datamart, datasourceName: datamart.datasourceName || before.datamart.datasourceName }
  const { changes, isBreaking, omitted } = diffDatamarts(mergeUnseen(before, datamart), after)
  const plan = { file, name, datamart, changes, omitted, isBreaking, report }
  const refused = changes.find(isImpossible)
  if (refused) return { ...plan, action: 'refused', message: reasonFor(refused) }
  return { ...plan, action: changes.length > 0 ? 'update' : 'unchanged' }
}

/** Why an update cannot express a change. @param {Change} change */
function reasonFor({ subject, from, to }) {
  const limit = subject === 'tenancy' ? 'remove `tenancySettings`' : `change the datasource from \`${from}\` to \`${to}\``
  return `an update cannot ${limit}; delete the datamart and create it again`
}

/** @param {string} text @returns {Datamart | undefined} */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The API's lists and schemas, each requested once. */
class Live {
  #client
  #options
  /** @type {Map<string, Promise<DatasourceSchema>>} */
  #catalogs = new Map()
  /** @type {DatasourceEntry[]} */
  #datasources = []
  /** @type {string[]} */
  #names = []

  /** @param {Client} client @param {ValidateOptions} options */
  constructor(client, options) {
    this.#client = client
    this.#options = options
  }

  /** The datamarts that exist, by name. */
  async existing() {
    const list = await ask(this.#client.listDatamarts())
    this.#datasources = await ask(this.#client.listDatasources())
    this.#names = list.map(({ datamart }) => datamart.name)
    return new Map(list.map((imported) => [imported.datamart.name, imported]))
  }

  /**
   * @param {string} file
   * @param {string} text
   * @param {Datamart | undefined} datamart
   * @param {'create' | 'update'} operation
   * @returns {Promise<FileReport>}
   */
  async judge(file, text, datamart, operation) {
    /** @type {ValidateOptions} */
    const options = {
      datasources: this.#datasources,
      existingDatamarts: this.#names,
      catalog: await this.#catalog(datamart?.datasourceName),
      ...this.#options,
      operation,
    }
    const validator = createValidator(options)
    return new Judge({ options, isQuiet: false, roots: [], needsExcerpts: true }, validator).text(file, text)
  }

  /** @param {unknown} datasource */
  async #catalog(datasource) {
    const isKnown = this.#datasources.some(({ name }) => name === datasource)
    if (this.#options.catalog != null || typeof datasource !== 'string' || !isKnown) return undefined
    const asked = this.#catalogs.get(datasource) ?? ask(this.#client.getSchema(datasource))
    this.#catalogs.set(datasource, asked)
    return asked
  }
}
