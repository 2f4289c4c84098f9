/** The validation options as flags and as a configuration file. */
// @ts-check

import path from 'node:path'
import { Option } from 'commander'
import { createValidator } from '#package'
import { UsageError } from '../usage-error.js'
import { readJson } from './read-json.js'

/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../../../index.d.ts').Validator} Validator */

/**
 * @typedef {object} ValidationFlags
 * @property {string} [config]
 * @property {string} [operation]
 * @property {string} [datasourceType]
 * @property {string} [catalog]
 * @property {string} [datasources]
 * @property {string} [existingDatamarts]
 * @property {string} [messages]
 * @property {boolean} [guestTokenTimezone]
 * @property {Record<string, string>} [rule]
 * @property {boolean} [strict]
 * @property {string} [docsBase]
 */

/** Each option of the package with its flag. @type {Record<string, string>} */
const FLAGS = {
  operation: '--operation',
  datasourceType: '--datasource-type',
  catalog: '--catalog',
  datasources: '--datasources',
  existingDatamarts: '--existing-datamarts',
  guestTokenTimezone: '--guest-token-timezone',
  rules: '--rule',
  messages: '--messages',
  strict: '--strict',
  docsBase: '--docs-base',
  baseUrl: '--base-url',
  endpoint: '--endpoint',
  tables: '--table',
}

/** Options whose flag takes a file name. */
const FILES = /** @type {const} */ (['catalog', 'datasources', 'existingDatamarts', 'messages'])

/** @returns {Option[]} */
export function validationOptions() {
  return [
    new Option('--operation <operation>', 'create (the default) or update'),
    new Option('-t, --datasource-type <type>', 'type of the datasource, such as postgres'),
    new Option('-c, --catalog <file>', "tables of the datasource: the API's schema reply"),
    new Option('--datasources <file>', "datasources: the API's list reply, or a list of names"),
    new Option('--existing-datamarts <file>', "existing datamarts: the API's list reply, or a list of names"),
    new Option('--guest-token-timezone', 'the guest token sets a time zone'),
    new Option('--no-guest-token-timezone', 'the guest token does not set a time zone'),
    new Option('-r, --rule <code=severity>', 'set a rule to off, warning or error (repeatable)').argParser(withRule),
    new Option('--messages <file>', 'your own texts by their keys, as in messages.de.json'),
    new Option('--strict', 'treat every warning as an error'),
    new Option('--docs-base <url>', "base URL of the rules' documentation"),
    new Option('--config <file>', 'read options from a JSON file; command-line flags override it'),
  ]
}

/**
 * @param {string} given
 * @param {Record<string, string> | undefined} before
 */
function withRule(given, before) {
  const [, code, severity] = /^([^=]+)=(.+)$/.exec(given) ?? []
  if (code === undefined || severity === undefined) {
    throw new UsageError(`--rule: expected a rule with a severity, such as unknown-field=off, found \`${given}\``)
  }
  return { ...before, [code]: severity }
}

/**
 * @param {ValidationFlags} flags
 * @returns {{ options: ValidateOptions, files: string[], validator: Validator }} `files` are the
 * files that were read for the options
 * @throws {UsageError}
 */
export function readValidation(flags) {
  const config = readConfig(flags.config)
  const named = filesOf(flags, config)
  /** @type {Record<string, unknown>} */
  const options = { ...config.options }
  for (const [name, file] of named) {
    options[name] = readJson(file, flags[name] === undefined ? `${flags.config}: ${name}` : /** @type {string} */ (FLAGS[name]))
  }
  for (const name of /** @type {const} */ (['operation', 'datasourceType', 'guestTokenTimezone', 'strict', 'docsBase'])) {
    if (flags[name] !== undefined) options[name] = flags[name]
  }
  if (flags.rule) options.rules = { .../** @type {object | undefined} */ (options.rules), ...flags.rule }
  try {
    return { options, files: listed(flags, named), validator: createValidator(options) }
  } catch (error) {
    throw usageErrorOf(error, (name) => flags[/** @type {keyof ValidationFlags} */ (name === 'rules' ? 'rule' : name)] === undefined && flags.config)
  }
}

/**
 * The files that `readValidation` reads, including those that are currently missing or broken.
 *
 * @param {ValidationFlags} flags
 */
export function optionFiles(flags) {
  return listed(flags, filesOf(flags, readable(flags.config)))
}

/** @param {string | undefined} file */
function readable(file) {
  try {
    return readConfig(file)
  } catch (error) {
    if (error instanceof UsageError) return NO_CONFIG
    throw error
  }
}

/**
 * @param {ValidationFlags} flags
 * @param {Config} config
 */
function filesOf(flags, config) {
  return FILES.flatMap((name) => {
    const file = flags[name] ?? config.files[name]
    return file === undefined ? [] : [/** @type {const} */ ([name, file])]
  })
}

/**
 * @param {ValidationFlags} flags
 * @param {ReturnType<typeof filesOf>} named
 */
function listed({ config }, named) {
  return [...(config === undefined ? [] : [config]), ...named.map(([, file]) => file)]
}

/**
 * @typedef {{ options: Record<string, unknown>, files: Record<string, string> }} Config `files` are
 * the options that refer to a file
 */

/** @type {Config} */
const NO_CONFIG = { options: {}, files: {} }

/**
 * @param {string | undefined} file
 * @returns {Config}
 */
function readConfig(file) {
  if (file === undefined) return NO_CONFIG
  const read = readJson(file, '--config')
  if (typeof read !== 'object' || !read || Array.isArray(read)) throw new UsageError(`--config: ${file} does not contain an object with options`)
  const { $schema, ...options } = /** @type {Record<string, unknown>} */ (read)
  /** @type {Record<string, string>} */
  const files = {}
  for (const name of FILES) {
    const named = options[name]
    if (typeof named !== 'string') continue
    // Relative to the configuration file, not to the working directory.
    files[name] = path.join(path.dirname(file), named)
    delete options[name]
  }
  return { options, files }
}

/**
 * The package's error about an option, in terms of the command line.
 *
 * @param {unknown} error
 * @param {(name: string) => string | false | undefined} [sourceOf] the configuration file that an
 * option comes from, if any
 */
export function usageErrorOf(error, sourceOf) {
  if (!(error instanceof TypeError)) return error
  // There are too many rules for one line.
  const message = error.message.replace(/(unknown rule `.*`), expected one of .*$/s, '$1')
  const hint = message === error.message ? undefined : '`datamart-validator rules` lists all rules.'
  const [, name = '', rest = ''] = /^datamart-validator: option `(\w+)`:? ?(.*)$/s.exec(message) ?? []
  const source = sourceOf?.(name)
  if (source) return new UsageError(`${source}: ${message.replace(/^datamart-validator: /, '')}`, hint)
  return new UsageError(FLAGS[name] === undefined ? message : `${FLAGS[name]}: ${rest}`, hint)
}
