/** `catalog`: the tables of a datasource as a file for `--catalog`. */
// @ts-check

import path from 'node:path'
import { Command } from 'commander'
import { count, fileText } from '../shown/words.js'
import { write } from '../terminal.js'
import { RIGHT, UsageError } from '../usage-error.js'
import { ask, connect, ENVIRONMENT } from './connection.js'
import { formatOption, writeJson } from './outcomes.js'
import { writeFile } from './write-file.js'

/** @typedef {import('./outcomes.js').OutputFlags & { out?: string }} Flags */

const EXAMPLES = `${ENVIRONMENT}

Examples:
  $ datamart-validator catalog warehouse --out warehouse.catalog.json
  $ datamart-validator check datamarts --catalog warehouse.catalog.json

Exit codes: 0 when the catalog was written, 2 otherwise.`

/** @param {(exitCode: number) => void} end */
export function catalogCommand(end) {
  const command = new Command('catalog')
    .description('write the tables and columns of a datasource, for --catalog')
    .argument('<datasource>', 'name of the datasource')
    .option('-o, --out <file>', 'the file to write; standard output by default')
    .addOption(formatOption())
  return command.addHelpText('after', EXAMPLES).action(async (datasource, _, { optsWithGlobals }) => {
    end(await catalog(datasource, optsWithGlobals.call(command)))
  })
}

/**
 * @param {string} datasource
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function catalog(datasource, flags) {
  const schema = await ask(connect().getSchema(datasource))
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if (flags.out === undefined) {
    write(text)
    return RIGHT
  }
  try {
    writeFile(path.dirname(flags.out), flags.out, text)
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`--out: ${flags.out}: ${error.message}`) : error
  }
  const tables = schema.tables.length
  const columns = schema.tables.reduce((sum, table) => sum + (table.columns?.length ?? 0), 0)
  if (flags.format === 'json') writeJson({ file: flags.out, tables, columns }, flags)
  else write(`${fileText(flags.out)}: ${count(tables, 'table')} and ${count(columns, 'column')} of ${datasource}\n`)
  return RIGHT
}
