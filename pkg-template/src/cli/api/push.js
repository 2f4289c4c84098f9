/** `push`: creates and updates datamarts to match their files. */
// @ts-check

import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import { DatamartApiError } from '../../client/index.js'
import { DatamartInvalidError } from '#package'
import { readValidation } from '../options/validation.js'
import { colorsFor, write } from '../terminal.js'
import { RIGHT, UNUSABLE, UsageError, WRONG } from '../usage-error.js'
import { connect, ENVIRONMENT, usageErrorOf } from './connection.js'
import { liveOptions } from './options.js'
import { formatOption, isFailure, outcomeLine, writeJson } from './outcomes.js'
import { planFor } from './plan.js'
import { planSummary, planText, stepData } from './show.js'

/** @typedef {import('../../../client.d.ts').Client} Client */
/** @typedef {import('./outcomes.js').Outcome} Outcome */
/** @typedef {import('./plan.js').Step} Step */
/** @typedef {import('./outcomes.js').OutputFlags & import('../options/validation.js').ValidationFlags & { yes?: boolean }} Flags */

const EXAMPLES = `
Files are validated with the API's own lists and schema. Nothing is sent if one of them cannot be
pushed. Ctrl+C stops after the current datamart; a second Ctrl+C stops immediately.
${ENVIRONMENT}

Examples:
  $ datamart-validator push datamarts
  $ datamart-validator push datamarts --yes --format json

Exit codes: 0 when every datamart matches its file, 1 when a datamart is invalid or the changes were
not confirmed, 2 otherwise.`

/** @param {(exitCode: number) => void} end */
export function pushCommand(end) {
  const command = new Command('push')
    .description('create or update the datamarts in files')
    .argument('<file...>', 'files, folders or patterns')
    .option('-y, --yes', 'send without asking')
    .addOption(formatOption())
  for (const option of liveOptions()) command.addOption(option)
  return command.addHelpText('after', EXAMPLES).action(async (patterns, _, { optsWithGlobals }) => {
    end(await push(patterns, optsWithGlobals.call(command)))
  })
}

/**
 * @param {readonly string[]} patterns
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function push(patterns, flags) {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  if (!flags.yes && (!isTerminal || flags.format === 'json')) throw new UsageError('push asks for confirmation, which requires a terminal; add --yes')
  const { options } = readValidation(flags)
  const client = connect(options)
  const steps = await planFor(patterns, client, options)
  const isPretty = flags.format === 'pretty'
  if (isPretty) write(`${planText(steps, flags)}${colorsFor(process.stdout, flags.color).bold(planSummary(steps))}\n`)

  const wrong = steps.filter(({ action }) => action === 'failed' || action === 'invalid' || action === 'refused')
  if (wrong.length > 0) {
    if (isPretty) write('Nothing was sent.\n')
    writeJson({ files: steps.map((step) => ({ ...stepData(step), outcome: wrong.includes(step) ? step.action : 'not sent' })) }, flags)
    return wrong.every(({ action }) => action === 'invalid') ? WRONG : UNUSABLE
  }
  const pending = steps.filter(({ action }) => action !== 'unchanged')
  if (pending.length > 0 && !flags.yes && !(await confirmed())) {
    write('Nothing was sent.\n')
    return WRONG
  }
  /** @type {Map<Step, Outcome>} */
  const outcomes = new Map()
  for await (const [step, outcome] of send(pending, client)) {
    outcomes.set(step, outcome)
    if (isPretty) write(outcomeLine(outcome, flags))
  }
  writeJson({ files: steps.map((step) => ({ ...stepData(step), ...(outcomes.get(step) ?? { outcome: 'unchanged' }) })) }, flags)
  return [...outcomes.values()].some(isFailure) ? UNUSABLE : RIGHT
}

async function confirmed() {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await asking.question('Send these changes? [y/N] ')).trim())
  } catch {
    // Ctrl+C or Ctrl+D instead of an answer.
    return false
  } finally {
    asking.close()
  }
}

/**
 * @param {readonly Step[]} steps
 * @param {Client} client
 * @returns {AsyncGenerator<[Step, Outcome], void, void>}
 */
async function* send(steps, client) {
  const interruption = new AbortController()
  let isStopping = false
  const interrupt = () => {
    if (isStopping) interruption.abort()
    isStopping = true
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  try {
    for (const step of steps) {
      const { file, name } = step
      if (isStopping) {
        yield [step, { file, name, outcome: 'not sent', message: 'stopped before it was sent' }]
        continue
      }
      const outcome = await sendOne(step, client, interruption.signal)
      // The others would fail too: an unreachable API, a wrong token.
      if (outcome.isFatal) isStopping = true
      yield [step, { file, name, ...outcome.reported }]
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

/**
 * @param {Step} step
 * @param {Client} client
 * @param {AbortSignal} signal
 * @returns {Promise<{ reported: Outcome, isFatal?: boolean }>}
 */
async function sendOne({ action, datamart }, client, signal) {
  try {
    await (action === 'create' ? client.createDatamart(datamart, { signal }) : client.updateDatamart(datamart, { signal }))
    return { reported: { outcome: action === 'create' ? 'created' : 'updated' } }
  } catch (error) {
    if (signal.aborted) return { reported: { outcome: 'unknown', message: 'interrupted while it was being sent; `diff` shows whether it arrived' } }
    if (error instanceof DatamartInvalidError) {
      return { reported: { outcome: 'refused', message: error.issues.map(({ message }) => message).join('; ') } }
    }
    if (!(error instanceof DatamartApiError)) throw usageErrorOf(error)
    const isFatal = error.status === undefined || error.status >= 500 || error.status === 401 || error.status === 403
    const details = error.issues.map(({ message }) => message).filter((message) => !error.message.includes(message))
    const message = [error.message, ...details].join('; ')
    return { reported: { outcome: error.outcome === 'unknown' ? 'unknown' : 'failed', message }, isFatal }
  }
}
