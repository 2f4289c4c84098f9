/** The commands, and what is said to whoever uses them wrongly. */
// @ts-check

import { Command, CommanderError } from 'commander'
import { VERSION } from '#version'
import { buildCommand } from './build/command.js'
import { checkCommand } from './check/command.js'
import { isForbidden, Misuse, RIGHT, UNUSABLE } from './misuse.js'
import { explainCommand } from './rules/explain.js'
import { rulesCommand } from './rules/list.js'
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
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownCommand' && looksLikeFiles(words[0])) {
        write(`To check files: datamart-validator check ${words.join(' ')}\n`, process.stderr)
      }
      const file = error.code === 'commander.unknownOption' && words.find((word) => /^-.*\.json$/.test(word))
      if (file) write(`A file whose name begins with - is named ./${file}\n`, process.stderr)
      return error.exitCode === 0 ? RIGHT : UNUSABLE
    }
    const { bold, red } = colorsFor(process.stderr, program.opts().color)
    if (error instanceof Misuse || isForbidden(error)) {
      write(`${bold(red('error'))}: ${error.message}\n`, process.stderr)
    } else {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
      write(`${bold(red('error'))}: datamart-validator ${VERSION} has a bug: ${told}\n`, process.stderr)
    }
    return UNUSABLE
  }
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
    command.configureHelp({ showGlobalOptions: true })
  }
  return program
}
