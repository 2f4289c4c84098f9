/**
 * Shared by several test files. The package under test is the installed one, resolved as in any
 * user's project.
 */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { validateDatamart } from 'datamart-validator'

const require = createRequire(import.meta.url)

/** Where the package is installed. */
export const PACKAGE = path.dirname(require.resolve('datamart-validator/package.json'))

/** A folder from which `datamart-validator` resolves. */
export const CONSUMER = path.dirname(fileURLToPath(import.meta.url))

export const TYPES = readFileSync(path.join(PACKAGE, 'dist/index.d.ts'), 'utf8')

/** A new datamart without issues, with some fields changed. */
export const datamart = (changes = {}) => ({
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', columns: [{ name: 'id' }] }],
  ...changes,
})

/** The same with one column changed. */
export const withColumn = (changes) =>
  datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'other', ...changes }] }] })

export const codes = ({ issues }) => issues.map(({ code }) => code)

/** Asserts that the package works, after something that could have broken it. */
export function assertWorks() {
  assert.deepEqual(validateDatamart(datamart()), { valid: true, issues: [] })
  assert.deepEqual(codes(validateDatamart('{"name":"sales"}')), ['required', 'required'])
}

/** The issues of a text in the form of the same value's issues as an object. */
export function withoutTextRanges(issues) {
  const strip = ({ textRange, ...rest }) => rest
  return issues.map((issue) => {
    const stripped = strip(issue)
    if (stripped.related) stripped.related = stripped.related.map(strip)
    return stripped
  })
}

/** A result in the form of the fixtures, which do not depend on where a package is published. */
export function withoutDocsUrls({ issues, ...result }) {
  return { ...result, issues: issues.map(({ docsUrl, ...issue }) => issue) }
}

/** Freezes everything reachable. */
export function deepFreeze(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const key of Reflect.ownKeys(value)) deepFreeze(value[key])
  return value
}

/** Runs a module in a separate process and returns its output, parsed as JSON. */
export async function runModule(source, { nodeOptions = [], timeout = 0 } = {}) {
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, '--input-type=module', '--eval', source], {
    cwd: CONSUMER,
    timeout,
  })
  return JSON.parse(stdout)
}

/** The members of the union `IssueCode` in the type declarations. */
export function issueCodesOfTypes() {
  const [, union] = /export type IssueCode =((?:\s*\|\s*'[^']+')+)/.exec(TYPES)
  return [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code)
}
