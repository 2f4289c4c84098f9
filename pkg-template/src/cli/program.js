/** The commands, and the errors for wrong usage. */
// @ts-check

import { Command, CommanderError } from 'commander'
import { VERSION } from '#version'
import { catalogCommand } from './api/catalog.js'
import { diffCommand } from './api/diff.js'
import { gatewayCommand } from './api/gateway.js'
import { pullCommand } from './api/pull.js'
import { pushCommand } from './api/push.js'
import { buildCommand } from './build/command.js'
import { checkCommand } from './check/command.js'
import { initCommand } from './init/command.js'
import { isForbidden, UsageError, RIGHT, UNUSABLE, withoutValue } from './usage-error.js'
import { explainCommand } from './rules/explain.js'
import { rulesCommand } from './rules/list.js'
import { visible } from '../text/visible.js'
import { colorsFor, watchOutput, write } from './terminal.js'

/**
 * @param {readonly string[]} words the arguments after the program's name
 * @returns {Promise<number>} the exit code
 */
export async function run(words) {
  watchOutput()
  let exitCode = RIGHT
  const program = commands((code) => (exitCode = code))
  try {
    refuseLongNames(words)
    await program.parseAsync(withFix(words), { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownCommand' && looksLikeFiles(words[0])) {
        write(`To check files: datamart-validator check ${visible(words[0] ?? '')}\n`, process.stderr)
      }
      const file = error.code === 'commander.unknownOption' && words.find((word) => /^-[^=]*\.json$/.test(word))
      if (file) write(`To check a file whose name begins with -, write ./${visible(file)}\n`, process.stderr)
      return error.exitCode === 0 ? RIGHT : UNUSABLE
    }
    const { bold, red } = colorsFor(process.stderr, program.opts().color)
    if (error instanceof UsageError || isForbidden(error)) {
      const hint = error instanceof UsageError && error.hint !== undefined ? `${error.hint}\n` : ''
      write(`${bold(red('error'))}: ${visible(error.message)}\n${hint}`, process.stderr)
    } else {
      const text = String(error instanceof Error ? (error.stack ?? error.message) : error).split('\n').map(visible).join('\n  | ')
      write(`${bold(red('error'))}: datamart-validator ${VERSION} has a bug: ${text}\n`, process.stderr)
    }
    return UNUSABLE
  }
}

/**
 * `-token=SECRET` would mean `-t oken=SECRET`, and the error about that datasource type would quote
 * the secret.
 *
 * @param {readonly string[]} words
 */
function refuseLongNames(words) {
  for (const word of words) {
    // A rule and its severity may follow -r.
    const [, name] = /^-([A-Za-qs-z][\w-]+)=/.exec(word) ?? []
    if (name !== undefined) throw new UsageError(`\`-${name}\` is not an option: long names start with two dashes`)
  }
}

/**
 * commander quotes unknown options with their values, which may be secrets, and then does not find
 * the nearest name.
 *
 * @param {Command} command
 */
function quoteNamesOnly(command) {
  const internal = /** @type {{ args: string[], unknownOption(flag: string): void, unknownCommand(): void }} */ (/** @type {unknown} */ (command))
  const { unknownOption, unknownCommand } = internal
  internal.unknownOption = (flag) => unknownOption.call(command, withoutValue(flag))
  internal.unknownCommand = () => {
    const [name = '', ...others] = command.args
    command.args = [withoutValue(name), ...others]
    unknownCommand.call(command)
  }
}

/**
 * commander's message quotes command-line words, and may end with a line of our own option names.
 *
 * @param {string} text
 */
function harmless(text) {
  const [, message = '', suggestion = ''] = /^([^]*?)(\n\(Did you mean .*\?\))?\n$/.exec(text) ?? [text, text]
  return `${visible(message)}${suggestion}\n`
}

/** Keeps `--fix` from consuming the next word, which is a file. @param {readonly string[]} words */
function withFix(words) {
  const end = words.includes('--') ? words.indexOf('--') : words.length
  return words.map((word, at) => (word === '--fix' && at < end ? '--fix=certain' : word))
}

/** Whether the user has probably omitted `check`. @param {string | undefined} word */
function looksLikeFiles(word = '') {
  return /[./\\*]|^-$/.test(word)
}

/** @param {(exitCode: number) => void} end */
function commands(end) {
  const program = new Command('datamart-validator')
    .description('Finds every mistake in a DataBrain datamart before it is sent, and keeps datamarts in files.')
    .version(VERSION, '-V, --version', 'print the version')
    .option('--color', 'always use colours')
    .option('--no-color', 'use no colours')
    .helpCommand(false)
    .showHelpAfterError('Run with --help for usage.')
  const api = [pullCommand, diffCommand, pushCommand, catalogCommand, gatewayCommand].map((command) => command(end))
  for (const command of [checkCommand(end), buildCommand(end), initCommand(end), ...api, rulesCommand(), explainCommand()]) program.addCommand(command)
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('Run with --help for usage.')
    command.configureHelp({ showGlobalOptions: true }).configureOutput({ outputError: (text, write) => write(harmless(text)) })
    quoteNamesOnly(command)
  }
  return program
}
