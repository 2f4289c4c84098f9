/** `check`: reports what is wrong with the datamarts in files. */
// @ts-check

import { Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS } from '../formats/index.js'
import { findFiles, rootsOf, STANDARD_INPUT } from '../input/find.js'
import { UsageError } from '../usage-error.js'
import { readValidation, validationOptions } from '../options/validation.js'
import { write } from '../terminal.js'
import { formatOf, judgingOf } from './flags.js'
import { Progress } from './progress.js'
import { judgeAll } from './run.js'
import { addTo, emptySummary, exitCodeOf, limitWarnings } from './summary.js'
import { watchFiles } from './watch.js'

/** @typedef {import('../types.d.ts').Judging} Judging */
/** @typedef {import('../types.d.ts').Failure} Failure */
/** @typedef {import('./flags.js').Flags} Flags */

const EXAMPLES = `
Examples:
  $ datamart-validator check datamart.json
  $ datamart-validator check 'datamarts/**/*.json' --catalog schema.json --datasource-type postgres
  $ generate-datamart | datamart-validator check - --format json
  $ datamart-validator check datamarts --fix
  $ datamart-validator check datamarts --format sarif > results.sarif

Exit codes: 0 if there are no errors, 1 if a datamart has errors, 2 if something could not be read or the command line is wrong.`

/** @param {(exitCode: number) => void} end */
export function checkCommand(end) {
  const command = new Command('check')
    .description('report what is wrong with the datamarts in files')
    .argument('<patterns...>', 'files, folders, patterns such as \'datamarts/**/*.json\', or - for standard input')
    .addOption(new Option('-f, --format <format>', 'output format').choices(Object.keys(FORMATS)).default('pretty'))
    .option('-q, --quiet', 'show only errors')
    .option('--max-warnings <number>', 'fail if there are more warnings', wholeNumber)
    .addOption(new Option('--fix [which]', 'apply certain fixes to the files; --fix=all: also probable ones').choices(['certain', 'all']).preset('certain'))
    .option('-w, --watch', 'check again whenever a file changes')
    .option('--ignore <pattern>', 'skip these files (repeatable)', (pattern, /** @type {string[]} */ before = []) => [...before, pattern])
    .option('--stdin-filename <name>', 'name of standard input in the output')
    .option('--threads <number>', 'number of threads (default: chosen automatically)', wholeNumber)
  for (const option of validationOptions()) command.addOption(option)
  return command.addHelpText('after', EXAMPLES).action(async (patterns, _, { optsWithGlobals }) => {
    end(await check(patterns, optsWithGlobals.call(command)))
  })
}

/** @param {string} given */
function wholeNumber(given) {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('expected a whole number')
  return Number(given)
}

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function check(patterns, flags) {
  refuseConflicts(patterns, flags)
  if (flags.watch) return watchFiles(patterns, flags)
  const begin = performance.now()
  const { options, files: own, validator } = readValidation(flags)
  const reading = performance.now() - begin
  const found = await findFiles(patterns, flags.ignore ?? [], own)
  const { threads, stdinFilename: inputName = 'stdin' } = flags
  const roots = flags.fix ? await rootsOf(patterns) : []
  return report(found, judgingOf(options, flags, roots), { threads, inputName, validator, reading }, flags)
}

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 */
function refuseConflicts(patterns, { fix, watch, format }) {
  const readsInput = patterns.includes(STANDARD_INPUT)
  if (readsInput && fix) throw new UsageError('--fix changes files, so it cannot be used with standard input')
  if (readsInput && watch) throw new UsageError('--watch watches files, so it cannot be used with standard input')
  if (watch && format !== 'pretty') throw new UsageError(`--watch cannot be used with --format ${format}`)
}

/**
 * @param {{ files: readonly string[], failures: readonly Failure[] }} found
 * @param {Judging} judging
 * @param {import('./run.js').RunOptions} run
 * @param {Flags} flags
 */
async function report({ files, failures }, judging, run, flags) {
  const format = formatOf(flags)
  const progress = new Progress(files.length, process.stderr)
  const summary = emptySummary()
  /** @param {import('../types.d.ts').FileReport} report */
  const add = (report) => {
    addTo(summary, report)
    const text = format.file(report)
    if (text !== '') progress.clear()
    write(text)
    progress.show(summary.files)
  }
  failures.forEach(add)
  for await (const report of judgeAll(files, judging, run)) add(report)
  limitWarnings(summary, flags.maxWarnings)
  progress.clear()
  write(format.end(summary))
  return exitCodeOf(summary)
}
