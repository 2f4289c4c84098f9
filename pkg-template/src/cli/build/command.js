/** `build`: the request that creates or updates the datamart in a file. It sends nothing. */
// @ts-check

import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { buildRequest, DatamartInvalidError } from '#package'
import { Judge } from '../check/judge.js'
import { addTo, emptySummary } from '../check/summary.js'
import { Pretty } from '../formats/pretty.js'
import { STANDARD_INPUT } from '../input/find.js'
import { readSource, readStandardInput } from '../input/read.js'
import { UsageError, RIGHT, withoutValue, WRONG } from '../usage-error.js'
import { usageErrorOf, readValidation, validationOptions } from '../options/validation.js'
import { jsonText } from '../shown/words.js'
import { colorsFor, widthOf, write } from '../terminal.js'
import { curl } from '../../text/curl.js'

/** @typedef {import('../../../index.d.ts').DatamartRequest} DatamartRequest */
/**
 * @typedef {import('../options/validation.js').ValidationFlags & {
 *   curl?: boolean, baseUrl?: string, endpoint?: string, token: boolean, tokenEnv: string, color?: boolean }} Flags
 */

const EXAMPLES = `
The service token is never printed, only the name of the environment variable that contains it.

Examples:
  $ datamart-validator build datamart.json --datasource-type postgres
  $ datamart-validator build datamart.json --curl | sh
  $ datamart-validator build datamart.json --operation update
  $ datamart-validator build datamart.json --base-url https://example.com/api/databrain --no-token

Exit codes: 0 when the request was built, 1 when the datamart has errors, 2 when something could not be read or the command line is wrong.`

/** @param {(exitCode: number) => void} end */
export function buildCommand(end) {
  const command = new Command('build')
    .description('print the request that creates or updates the datamart in a file')
    .argument('<file>', 'a file, or - for standard input')
    .option('--curl', 'print it as a shell command instead of JSON')
    .option('--base-url <url>', "base URL of the API; the vendor's host by default")
    .option('--endpoint <endpoint>', 'current or legacy')
    .option('--token-env <name>', 'environment variable with the service token', variableName, 'DATABRAIN_SERVICE_TOKEN')
    .option('--no-token', 'send no token, because a proxy adds it')
  for (const option of validationOptions()) command.addOption(option)
  return command.addHelpText('after', EXAMPLES).action(async (file, _, { optsWithGlobals }) => {
    end(await build(file, optsWithGlobals.call(command)))
  })
}

/** @param {string} given */
function variableName(given) {
  // Not quoted: it may be the token itself, passed instead of the variable's name.
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(given)) throw new UsageError('--token-env: expected the name of an environment variable, not the token')
  return given
}

/**
 * @param {string} file
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
async function build(file, flags) {
  const { options, validator } = readValidation(flags)
  const text = await textOf(file)
  const request = requestOf(text, validator, flags)
  const judge = new Judge({ options, isQuiet: false, roots: [], needsExcerpts: true }, validator)
  reportIssues(judge.text(file === STANDARD_INPUT ? 'stdin' : file, text), flags)
  if (!request) return WRONG
  const tokenName = flags.token ? flags.tokenEnv : undefined
  write(flags.curl ? curl(request, tokenName) : json(request, tokenName))
  return RIGHT
}

/** @param {string} file */
async function textOf(file) {
  try {
    return (file === STANDARD_INPUT ? await readStandardInput() : readSource(file)).text
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${existsSync(file) ? file : withoutValue(file)}: ${error.message}`) : error
  }
}

/**
 * @param {string} text
 * @param {import('../../../index.d.ts').Validator} validator
 * @param {Flags} flags
 * @returns {DatamartRequest | undefined} undefined if the datamart is invalid; never contains the
 * token
 */
function requestOf(text, validator, flags) {
  const { baseUrl, endpoint, tokenEnv } = flags
  try {
    const delivery = { baseUrl, endpoint: /** @type {'current' | 'legacy' | undefined} */ (endpoint) }
    const token = flags.token ? process.env[tokenEnv] : undefined
    // An invalid token is reported now, not by the server. The printed request is built without it.
    if (token) checkToken(token, tokenEnv)
    const request = validator.buildRequest(text, delivery)
    if (flags.curl && !/^https?:/.test(request.url)) throw new UsageError('--curl needs a complete URL, but --base-url is only a path')
    return request
  } catch (error) {
    if (error instanceof DatamartInvalidError) return undefined
    throw usageErrorOf(error)
  }
}

/**
 * @param {string} serviceToken
 * @param {string} name
 */
function checkToken(serviceToken, name) {
  const right = { name: 'a', datasourceName: 'a', tableList: [{ name: 'a', columns: [{ name: 'a' }] }] }
  try {
    buildRequest(right, { serviceToken })
  } catch (error) {
    throw new UsageError(`the environment variable ${name}: ${/** @type {Error} */ (error).message.replace(/^.*?`serviceToken`:? /, 'the token ')}`)
  }
}

/**
 * @param {DatamartRequest} request
 * @param {string | undefined} tokenName
 */
function json({ headers, body, ...request }, tokenName) {
  const authorization = tokenName === undefined ? {} : { Authorization: `Bearer $${tokenName}` }
  return `${jsonText({ ...request, headers: { ...headers, ...authorization }, body })}\n`
}

/**
 * Standard output contains the request, so the issues go to standard error.
 *
 * @param {import('../types.d.ts').FileReport} report
 * @param {Flags} flags
 */
function reportIssues(report, { color }) {
  if (!('failure' in report) && report.issues.length === 0) return
  const format = new Pretty({ colors: colorsFor(process.stderr, color), width: widthOf(process.stderr) })
  const summary = emptySummary()
  addTo(summary, report)
  // `build` fixes nothing.
  write(format.file(report) + format.end({ ...summary, fixable: 0 }), process.stderr)
}
