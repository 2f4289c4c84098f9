/** The commands, and what is said to whoever uses them wrongly. */
// @ts-check

import { Command, CommanderError } from 'commander'
import { VERSION } from '#version'
import { buildCommand } from './build/command.js'
import { checkCommand } from './check/command.js'
import { isForbidden, Misuse, RIGHT, UNUSABLE, withoutValue } from './misuse.js'
import { explainCommand } from './rules/explain.js'
import { rulesCommand } from './rules/list.js'
import { visible } from '../text/visible.js'
import { colorsFor, watchOutput, write } from './terminal.js'

/**
 * @param {readonly string[]} words what stands behind the name of the program
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
      if (file) write(`A file whose name begins with - is named ./${visible(file)}\n`, process.stderr)
      return error.exitCode === 0 ? RIGHT : UNUSABLE
    }
    const { bold, red } = colorsFor(process.stderr, program.opts().color)
    if (error instanceof Misuse || isForbidden(error)) {
      const hint = error instanceof Misuse && error.hint !== undefined ? `${error.hint}\n` : ''
      write(`${bold(red('error'))}: ${visible(error.message)}\n${hint}`, process.stderr)
    } else {
      const told = String(error instanceof Error ? (error.stack ?? error.message) : error).split('\n').map(visible).join('\n  | ')
      write(`${bold(red('error'))}: datamart-validator ${VERSION} has a bug: ${told}\n`, process.stderr)
    }
    return UNUSABLE
  }
}

/**
 * `-token=SECRET` would be `-t oken=SECRET`, and the error about that datasource type would quote the secret.
 *
 * @param {readonly string[]} words
 */
function refuseLongNames(words) {
  for (const word of words) {
    // A rule and its severity may follow -r.
    const [, name] = /^-([A-Za-qs-z][\w-]+)=/.exec(word) ?? []
    if (name !== undefined) throw new Misuse(`\`-${name}\` is not an option: long names start with two dashes`)
  }
}

/**
 * commander quotes what it does not know with its value, which may be a secret, and does not find the nearest name then.
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
 * commander's message quotes words of the command line, and may end with a line of our own names.
 *
 * @param {string} text
 */
function harmless(text) {
  const [, message = '', suggestion = ''] = /^([^]*?)(\n\(Did you mean .*\?\))?\n$/.exec(text) ?? [text, text]
  return `${visible(message)}${suggestion}\n`
}

/** `--fix` alone does not take the word behind it, which is a file. @param {readonly string[]} words */
function withFix(words) {
  const end = words.includes('--') ? words.indexOf('--') : words.length
  return words.map((word, at) => (word === '--fix' && at < end ? '--fix=certain' : word))
}

/** Whether somebody has left out `check`. @param {string | undefined} word */
function looksLikeFiles(word = '') {
  return /[./\\*]|^-$/.test(word)
}

/** @param {(exitCode: number) => void} end */
function commands(end) {
  const program = new Command('datamart-validator')
    .description('Tells exactly what is wrong with a DataBrain datamart before it is sent, and builds the request that sends it.')
    .version(VERSION, '-V, --version', 'print the version')
    .option('--color', 'use colours, wherever the output goes')
    .option('--no-color', 'use no colours')
    .helpCommand(false)
    .showHelpAfterError('Run it with --help to see what there is.')
  for (const command of [checkCommand(end), buildCommand(end), rulesCommand(), explainCommand()]) program.addCommand(command)
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('Run it with --help to see what there is.')
    command.configureHelp({ showGlobalOptions: true }).configureOutput({ outputError: (text, write) => write(harmless(text)) })
    quoteNamesOnly(command)
  }
  return program
}
