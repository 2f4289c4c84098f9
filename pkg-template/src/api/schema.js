/**
 * A datamart as Standard Schema and Standard JSON Schema, for form libraries and others:
 * https://standardschema.dev.
 */
// @ts-check

import { JSON_SCHEMA, UPDATE_DIFFERENCES } from '#standard-schema'
import { validateDatamart } from './functions.js'
import { assertOptions } from '../boundary/options.js'
import { setOwn } from '../boundary/own-member.js'
import { createValidator } from './validator.js'

/** @typedef {import('../../index.d.ts').Datamart} Datamart */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').ValidateOptions} ValidateOptions */

/** The supported JSON Schema dialects and their URLs. */
const DIALECTS = new Map([
  ['draft-2020-12', 'https://json-schema.org/draft/2020-12/schema'],
  ['draft-07', 'http://json-schema.org/draft-07/schema#'],
])

/**
 * @param {ValidateOptions | null} [options]
 * @returns {import('../../index.d.ts').DatamartSchema<any>} as the overloads say
 */
export function datamartSchema(options) {
  assertOptions(options)
  /** @type {((datamart: unknown) => import('../../index.d.ts').ValidationResult) | undefined} */
  let judge
  const jsonSchema = (/** @type {import('../../index.d.ts').JsonSchemaOptions} */ { target }) => jsonSchemaOf(options?.operation, target)
  return {
    '~standard': {
      version: 1,
      vendor: 'datamart-validator',
      validate: (datamart) => resultFor(datamart, (judge ??= judgeWith(options))(datamart)),
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  }
}

/**
 * A catalog is read once. Other options are read each time, which takes microseconds; this way a
 * form that recreates its schema on every render does not create an instance of the module each
 * time.
 *
 * @param {ValidateOptions | null | undefined} options
 */
function judgeWith(options) {
  if (options?.catalog == null) return (/** @type {unknown} */ datamart) => validateDatamart(datamart, options)
  const validator = createValidator(options)
  return (/** @type {unknown} */ datamart) => validator.validate(datamart)
}

/**
 * @param {unknown} datamart
 * @param {import('../../index.d.ts').ValidationResult} verdict
 * @returns {import('../../index.d.ts').DatamartSchemaResult}
 */
function resultFor(datamart, { valid, issues }) {
  // A list of failures has no place for warnings: most readers show the first text of each path as
  // an error.
  if (!valid) {
    const errors = /** @type {unknown} */ (issues.filter(({ severity }) => severity === 'error'))
    return { issues: /** @type {readonly [Issue, ...Issue[]]} */ (errors) }
  }
  const value = /** @type {Datamart} */ (typeof datamart === 'string' ? JSON.parse(datamart.replace(/^\ufeff/, '')) : datamart)
  const success = { value }
  // Readers check `issues`, which must not come from Object.prototype.
  if ('issues' in success) setOwn(success, 'issues', undefined)
  return success
}

/**
 * @param {unknown} operation
 * @param {string} target
 */
function jsonSchemaOf(operation, target) {
  const dialect = DIALECTS.get(target)
  if (dialect === undefined) {
    throw new Error(`datamart-validator: found the JSON Schema target \`${target}\`, expected ${[...DIALECTS.keys()].map((name) => `\`${name}\``).join(' or ')}`)
  }
  const schema = { ...JSON.parse(JSON_SCHEMA), $schema: dialect }
  if (operation !== 'update') return schema
  const { required, properties } = JSON.parse(UPDATE_DIFFERENCES)
  return { ...schema, required, properties: { ...schema.properties, ...properties } }
}
