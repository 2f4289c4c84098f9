/** `diff`: what `push` would change. */
// @ts-check

import { Command } from 'commander'
import { readValidation } from '../options/validation.js'
import { colorsFor, write } from '../terminal.js'
import { RIGHT, UNUSABLE, WRONG } from '../usage-error.js'
import { connect, ENVIRONMENT } from './connection.js'
import { formatOption, writeJson } from './outcomes.js'
import { liveOptions } from './options.js'
import { planFor } from './plan.js'
import { planSummary, planText, stepData } from './show.js'

/** @typedef {import('./outcomes.js').OutputFlags & import('../options/validation.js').ValidationFlags} Flags */

const EXAMPLES = `
Breaking changes, which may break dashboards or the isolation of tenants, are marked. Fields that
the API does not show are not compared.
${ENVIRONMENT}

Examples:
  $ datamart-validator diff datamarts
  $ datamart-validator diff datamarts --format json

Exit codes: 0 when push would change nothing, 1 when it would, 2 when it could not.`

/** @param {(exitCode: number) => void} end */
export function diffCommand(end) {
  const command = new Command('diff')
    .description('show what push would change')
    .argument('<file...>', 'files, folders or patterns')
    .addOption(formatOption())
  for (const option of liveOptions()) command.addOption(option)
  return command.addHelpText('after', EXAMPLES).action(async (patterns, _, { optsWithGlobals }) => {
    end(await diff(patterns, optsWithGlobals.call(command)))
  })
}

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function diff(patterns, flags) {
  const { options } = readValidation(flags)
  const steps = await planFor(patterns, connect(options), options)
  if (flags.format === 'json') writeJson({ files: steps.map(stepData) }, flags)
  else write(`${planText(steps, flags)}${colorsFor(process.stdout, flags.color).bold(planSummary(steps))}\n`)
  if (steps.some(({ action }) => action === 'failed' || action === 'invalid' || action === 'refused')) return UNUSABLE
  return steps.some(({ action }) => action !== 'unchanged') ? WRONG : RIGHT
}
