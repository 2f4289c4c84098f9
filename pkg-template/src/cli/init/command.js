/** `init`: a new datamart from a catalog. */
// @ts-check

import { closeSync, openSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { draftDatamart, proposeRelationships, validateDatamart } from '#package'
import { fileNameOf } from '../api/file-names.js'
import { formatOption, writeJson } from '../api/outcomes.js'
import { reasonOf } from '../fix/rewrite.js'
import { readJson } from '../options/read-json.js'
import { usageErrorOf } from '../options/validation.js'
import { count, fileText } from '../shown/words.js'
import { write } from '../terminal.js'
import { RIGHT, UsageError } from '../usage-error.js'
import { visible } from '../../text/visible.js'
import { Questions } from './questions.js'

/** @typedef {import('../../../index.d.ts').Datamart} Datamart */
/** @typedef {import('../../../index.d.ts').DatasourceSchema} DatasourceSchema */
/** @typedef {{ catalog?: string, name?: string, datasourceName?: string, datasourceType?: string, table?: string[], out?: string }} Choices */
/** @typedef {import('../api/outcomes.js').OutputFlags & Choices} Flags */

const EXAMPLES = `
The datamart has the tables and columns of the catalog, and the relationships and tenancy settings
that are certain enough. It is checked before it is written, and no file is overwritten. In a
terminal, init asks for what is missing.

Examples:
  $ datamart-validator catalog warehouse --out schema.json
  $ datamart-validator init --catalog schema.json
  $ datamart-validator init --catalog schema.json --name sales --table orders --table customers

Exit codes: 0 when the datamart was written, 2 otherwise.`

/** @param {(exitCode: number) => void} end */
export function initCommand(end) {
  const command = new Command('init')
    .description('write a new datamart with the tables of a catalog')
    .option('-c, --catalog <file>', "tables of the datasource: the API's schema reply")
    .option('--table <name>', 'a table, if not all of them (repeatable)', (name, before = /** @type {string[]} */ ([])) => [...before, name])
    .option('--name <name>', 'name of the datamart')
    .option('--datasource-name <name>', 'name of the datasource, if the catalog does not contain it')
    .option('-t, --datasource-type <type>', 'type of the datasource, such as postgres')
    .option('-o, --out <file>', 'the file to write; by default the name of the datamart with .json')
    .addOption(formatOption())
  return command.addHelpText('after', EXAMPLES).action(async (_, { optsWithGlobals }) => {
    end(await init(optsWithGlobals.call(command)))
  })
}

/**
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function init(flags) {
  const asked = process.stdin.isTTY && process.stdout.isTTY && flags.format !== 'json' ? await ask(flags) : flags
  if (asked.catalog === undefined) throw new UsageError('--catalog is missing: the file with the tables of the datasource', 'To write it: datamart-validator catalog <datasource> --out schema.json')
  const catalog = catalogOf(asked.catalog)
  if (asked.datasourceName === undefined && datasourceNameOf(catalog) === undefined) {
    throw new UsageError('--datasource-name is missing: the catalog does not contain it')
  }
  const options = { catalog, datasourceType: /** @type {any} */ (asked.datasourceType) }
  const datamart = draft(catalog, asked)
  const possible = proposeRelationships(datamart, options).map(({ relationship, reason }) => ({ relationship, reason }))
  const leftOut = validateDatamart(datamart, options).issues.filter(({ code }) => code === 'table-not-isolated')
  const file = asked.out ?? fileNameOf(datamart.name)
  writeNew(file, `${JSON.stringify(datamart, null, 2)}\n`)
  if (flags.format === 'json') writeJson({ file, tables: datamart.tableList.length, relationships: datamart.relationships?.length, possible }, flags)
  else write(summary(file, datamart, possible, leftOut.map(({ message }) => message)))
  return RIGHT
}

/**
 * @param {Flags} flags
 * @returns {Promise<Choices>}
 */
async function ask(flags) {
  const questions = new Questions()
  try {
    const choices = { ...flags }
    choices.catalog ??= await questions.ask('File with the tables of the datasource', { check: (file) => void catalogOf(file) })
    const catalog = catalogOf(choices.catalog)
    choices.datasourceName ??= datasourceNameOf(catalog) ?? (await questions.ask('Name of the datasource'))
    choices.datasourceType ??= (await questions.ask('Type of the datasource', { optional: 'unknown', check: (datasourceType) => void draft(catalog, { datasourceType }) })) || undefined
    const names = tablesOf(catalog).map(({ name }) => visible(String(name)))
    choices.table ??= list(
      await questions.ask(`Tables, separated by commas (${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''})`, {
        optional: 'all',
        check: (tables) => void draft(catalog, { ...choices, table: list(tables) }),
      }),
    )
    const { name } = draft(catalog, choices)
    choices.name ??= (await questions.ask('Name of the datamart', { optional: name })) || name
    return choices
  } finally {
    questions.close()
  }
}

/** @param {string} answer */
function list(answer) {
  const tables = answer.split(',').map((name) => name.trim()).filter(Boolean)
  return tables.length > 0 ? tables : undefined
}

/** @param {string} file @returns {any} a schema reply, as far as anybody knows */
function catalogOf(file) {
  return readJson(file, '--catalog')
}

/** @param {any} catalog @returns {{ name?: unknown }[]} */
function tablesOf(catalog) {
  const { tables } = catalog?.data ?? catalog ?? {}
  return Array.isArray(tables) ? tables.map((table) => table ?? {}) : []
}

/** @param {any} catalog */
function datasourceNameOf(catalog) {
  const name = (catalog?.data ?? catalog)?.datasourceName
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}

/**
 * @param {DatasourceSchema} catalog
 * @param {Choices} choices
 */
function draft(catalog, { name, datasourceName, datasourceType, table }) {
  try {
    return draftDatamart(catalog, { name, datasourceName, datasourceType: /** @type {any} */ (datasourceType), tables: table })
  } catch (error) {
    throw usageErrorOf(error)
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeNew(file, text) {
  try {
    const descriptor = openSync(file, 'wx')
    try {
      writeFileSync(descriptor, text)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    const exists = /** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST'
    throw new UsageError(`${file}: not written: ${exists ? 'the file exists' : reasonOf(error)}`, exists ? 'Choose another file with --out.' : undefined)
  }
}

/**
 * @param {string} file
 * @param {Datamart} datamart
 * @param {{ reason: string }[]} possible
 * @param {string[]} leftOut
 */
function summary(file, { tableList, relationships, tenancySettings }, possible, leftOut) {
  const tenancy = tenancySettings ? `, tenants by \`${visible(tableList.find(({ clientColumn }) => clientColumn)?.clientColumn ?? '')}\`` : ''
  const lines = [`${fileText(file)}: ${count(tableList.length, 'table')} and ${count(relationships?.length ?? 0, 'relationship')}${tenancy}`]
  for (const message of leftOut) lines.push(`warning: ${visible(message)}`)
  if (possible.length > 0) lines.push(`Not added, because less certain: ${count(possible.length, 'relationship')}`)
  for (const { reason } of possible) lines.push(`  ${visible(reason)}`)
  return `${lines.join('\n')}\n`
}
