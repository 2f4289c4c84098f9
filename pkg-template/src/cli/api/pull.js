/** `pull`: the datamarts of the API as files. */
// @ts-check

import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { mergeUnseen } from '#package'
import { readSource } from '../input/read.js'
import { count } from '../shown/words.js'
import { colorsFor, write } from '../terminal.js'
import { RIGHT, UNUSABLE, UsageError } from '../usage-error.js'
import { ask, connect, ENVIRONMENT } from './connection.js'
import { fileNameOf, sameFileKey } from './file-names.js'
import { formatOption, isFailure, outcomeLine, writeJson } from './outcomes.js'
import { writeFile } from './write-file.js'

/** @typedef {import('../../../index.d.ts').ImportedDatamart} ImportedDatamart */
/** @typedef {import('./outcomes.js').Outcome} Outcome */
/** @typedef {import('./outcomes.js').OutputFlags & { out: string }} Flags */

const EXAMPLES = `
An existing file keeps the fields that the API does not show. A file that is not a readable datamart
is never overwritten.
${ENVIRONMENT}

Examples:
  $ datamart-validator pull --out datamarts
  $ datamart-validator pull sales support --out datamarts

Exit codes: 0 when every datamart is in its file, 2 otherwise.`

/** @param {(exitCode: number) => void} end */
export function pullCommand(end) {
  const command = new Command('pull')
    .description('write the existing datamarts to files, one for each')
    .argument('[name...]', 'the datamarts to write; all of them by default')
    .requiredOption('-o, --out <folder>', 'the folder for the files; created if it does not exist')
    .addOption(formatOption())
  return command.addHelpText('after', EXAMPLES).action(async (names, _, { optsWithGlobals }) => {
    end(await pull(names, optsWithGlobals.call(command)))
  })
}

/**
 * @param {readonly string[]} names
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function pull(names, flags) {
  const existing = await ask(connect().listDatamarts())
  const wanted = names.length === 0 ? existing : existing.filter(({ datamart }) => names.includes(datamart.name))
  /** @type {Outcome[]} */
  const outcomes = [...new Set(names)]
    .filter((name) => !existing.some(({ datamart }) => datamart.name === name))
    .map((name) => ({ name, outcome: 'failed', message: 'the API has no datamart with this name' }))
  const folder = new Folder(flags.out)
  for (const imported of wanted) outcomes.push(folder.put(imported))
  const failures = outcomes.filter(isFailure).length
  if (flags.format === 'json') writeJson({ datamarts: outcomes }, flags)
  else write(outcomes.map((outcome) => outcomeLine(outcome, flags)).join('') + summary(outcomes, failures, flags))
  return failures > 0 ? UNUSABLE : RIGHT
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {number} failures
 * @param {Flags} flags
 */
function summary(outcomes, failures, { color }) {
  const { bold, red } = colorsFor(process.stdout, color)
  const changed = outcomes.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length
  const lost = failures === 0 ? '' : `, ${red(`${failures} failed`)}`
  const unseen = [...new Set(outcomes.flatMap(({ unseen = [] }) => unseen))].map((field) => `\`${field}\``).join(', ')
  const note = unseen === '' ? '' : `The API does not show ${unseen}: add them to the new files where a datamart uses them.\n`
  return bold(`${count(outcomes.length - failures, 'datamart')} pulled: ${changed === 0 ? 'nothing changed' : `${count(changed, 'file')} written`}${lost}\n`) + note
}

/** The folder of the files. Files are found by the datamart in them, so they may be renamed. */
class Folder {
  #path
  /** The files that contain a datamart of this name. @type {Map<string, string[]>} */
  #byName = new Map()
  /** What occupies a file name, by {@link sameFileKey}. @type {Map<string, string>} */
  #taken = new Map()

  /** @param {string} folder */
  constructor(folder) {
    this.#path = folder
    let files
    try {
      mkdirSync(folder, { recursive: true })
      files = readdirSync(folder).sort()
    } catch (error) {
      throw new UsageError(`--out: ${/** @type {Error} */ (error).message}`)
    }
    for (const file of files) {
      this.#taken.set(sameFileKey(file), file)
      const name = /\.json$/i.test(file) ? nameIn(path.join(folder, file)) : undefined
      if (name !== undefined) this.#byName.set(name, [...(this.#byName.get(name) ?? []), file])
    }
  }

  /**
   * @param {ImportedDatamart} imported
   * @returns {Outcome}
   */
  put(imported) {
    const { name } = imported.datamart
    try {
      const [known, other] = this.#byName.get(name) ?? []
      if (other !== undefined) throw new UsageError(`several files contain this datamart: ${known} and ${other}`)
      if (known !== undefined) return this.#update(known, imported)
      return this.#create(fileNameOf(name), imported)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return { name, outcome: 'failed', message: error.message }
    }
  }

  /** @param {string} file @param {ImportedDatamart} imported */
  #create(file, { datamart, unseen }) {
    const key = sameFileKey(file)
    const taken = this.#taken.get(key)
    if (taken !== undefined) throw new UsageError(`its file would be ${file}, but ${taken} exists and does not contain this datamart`)
    this.#taken.set(key, file)
    const target = path.join(this.#path, file)
    writeFile(this.#path, target, textOf(datamart))
    return { name: datamart.name, file: target, outcome: 'created', unseen }
  }

  /** @param {string} file @param {ImportedDatamart} imported */
  #update(file, imported) {
    const target = path.join(this.#path, file)
    const before = JSON.parse(readSource(target).text)
    const datamart = mergeUnseen(imported, before)
    const { name } = datamart
    // Formatting alone is the user's.
    if (JSON.stringify(before) === JSON.stringify(datamart)) return { name, file: target, outcome: 'unchanged' }
    writeFile(this.#path, target, textOf(datamart))
    return { name, file: target, outcome: 'updated' }
  }
}

/**
 * The name of the datamart in a file; undefined if it is not a readable datamart.
 *
 * @param {string} file
 */
function nameIn(file) {
  try {
    const { name, tableList } = Object(JSON.parse(readSource(file).text))
    return typeof name === 'string' && Array.isArray(tableList) ? name : undefined
  } catch {
    return undefined
  }
}

/** @param {unknown} datamart */
function textOf(datamart) {
  return `${JSON.stringify(datamart, null, 2)}\n`
}
