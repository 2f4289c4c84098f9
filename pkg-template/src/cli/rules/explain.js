/** `explain`: the purpose of a rule, with a wrong and a right example. */
// @ts-check

import { Command, Help } from 'commander'
import { rules, validateDatamart } from '#package'
import { format } from '../../text/json-text.js'
import { UsageError } from '../usage-error.js'
import { colorsFor, widthOf, write } from '../terminal.js'

/** @typedef {import('../../../index.d.ts').Rule} Rule */
/** @typedef {import('../../../index.d.ts').RuleExample} RuleExample */

const EXAMPLES = `
Examples:
  $ datamart-validator explain sql-syntax`

const MAX_WIDTH = 80
/** The largest number of rules listed because their codes contain the word. */
const MAX_ALIKE = 5

export function explainCommand() {
  const command = new Command('explain').description('explain a rule, with examples').argument('<codes...>', 'rule codes, such as sql-syntax')
  return command.addHelpText('after', EXAMPLES).action((codes, _, { optsWithGlobals }) => {
    const { color } = optsWithGlobals.call(command)
    const chosen = /** @type {string[]} */ (codes).map(ruleOf)
    write(chosen.map((rule) => explained(rule, color)).join('\n\n'))
  })
}

/** @param {string} code */
function ruleOf(code) {
  const rule = rules().find((rule) => rule.code === code)
  if (rule) return rule
  throw new UsageError(nearest(code), '`datamart-validator rules` lists all rules.')
}

/**
 * The package computes the nearest code: its error about an option names it.
 *
 * @param {string} code
 */
function nearest(code) {
  try {
    validateDatamart({}, { rules: { [code]: 'off' } })
  } catch (error) {
    const [, found] = /did you mean (`[^`]+`)\?$/.exec(/** @type {Error} */ (error).message) ?? []
    if (found) return `there is no rule \`${code}\`; did you mean ${found}?`
  }
  const alike = rules().filter((rule) => code !== '' && rule.code.includes(code.toLowerCase()))
  const names = alike.slice(0, MAX_ALIKE).map((rule) => `\`${rule.code}\``)
  return `there is no rule \`${code}\`${names.length > 0 ? `; did you mean ${names.join(', ')}?` : ''}`
}

/**
 * @param {Rule} rule
 * @param {boolean | undefined} color
 */
function explained(rule, color) {
  const { bold, dim, red, yellow, green } = colorsFor(process.stdout, color)
  const wrap = (/** @type {string} */ text) => new Help().boxWrap(text, Math.min(widthOf(process.stdout), MAX_WIDTH))
  const severity = { error: red('error'), warning: yellow('warning'), off: dim('off') }[rule.severity]
  const parts = [
    `${bold(rule.code)}  ${severity}  ${dim(rule.subject)}`,
    wrap(rule.what),
    wrap(rule.why),
    `${bold(red('Wrong'))}\n${example(rule.wrong)}`,
    `${bold(green('Right'))}\n${example(rule.right, rule.wrong.options)}`,
    dim(rule.docsUrl),
  ]
  return `${parts.join('\n\n')}\n`
}

/**
 * @param {RuleExample} example
 * @param {string} [shown] the options already shown
 */
function example({ kind, source, options }, shown) {
  const text = kind === 'fields' || kind === 'reply' ? narrow(source) : source
  const more = options === undefined ? [] : options === shown ? ['', 'with the same options'] : ['', 'with the options', '', ...narrow(options).split('\n')]
  return [...text.trimEnd().split('\n'), ...more].map((line) => `  ${line}`.trimEnd()).join('\n')
}

/** @param {string} json as written, or on more lines if it is too wide */
function narrow(json) {
  const isWide = json.split('\n').some((line) => line.length > MAX_WIDTH - 2)
  // The key before a list or an object is not counted.
  return (isWide ? format(json, MAX_WIDTH - 20) : json).trimEnd()
}
