/** `rules`: every rule with its severity. */
// @ts-check

import { Command, Help, Option } from 'commander'
import { rules } from '#package'
import { jsonText } from '../shown/words.js'
import { colorsFor, widthOf, write } from '../terminal.js'

const EXAMPLES = `
Examples:
  $ datamart-validator rules
  $ datamart-validator rules --format json`

/** A wider table is hard to read. */
const MAX_WIDTH = 120

export function rulesCommand() {
  const command = new Command('rules')
    .description('list every rule with its severity')
    .addOption(new Option('-f, --format <format>', 'output format').choices(['pretty', 'json']).default('pretty'))
  return command.addHelpText('after', EXAMPLES).action((_, { optsWithGlobals }) => {
    const { format, color } = optsWithGlobals.call(command)
    write(format === 'json' ? `${jsonText(rules())}\n` : table(color))
  })
}

/** @param {boolean | undefined} color */
function table(color) {
  const { bold, dim, red, yellow } = colorsFor(process.stdout, color)
  const all = rules()
  const codes = Math.max(...all.map(({ code }) => code.length))
  const indent = ' '.repeat(codes + ' warning '.length + 3)
  const room = Math.min(widthOf(process.stdout), MAX_WIDTH) - indent.length
  let subject = ''
  let text = ''
  for (const rule of all) {
    if (rule.subject !== subject) text += `${subject === '' ? '' : '\n'}${bold(rule.subject)}\n`
    subject = rule.subject
    const severity = { error: red('error  '), warning: yellow('warning'), off: dim('off    ') }[rule.severity]
    const what = new Help().boxWrap(rule.what, room).replaceAll('\n', `\n${indent}`)
    text += `  ${rule.code.padEnd(codes)}  ${severity} ${what}\n`
  }
  return `${text}\nFor details: datamart-validator explain CODE\n`
}
