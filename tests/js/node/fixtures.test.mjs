/**
 * The fixtures of the Rust tests through the package: as text, and as the object that the text
 * represents.
 */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { validateDatamart } from 'datamart-validator'
import { withoutDocsUrls, withoutTextRanges } from './support/helpers.mjs'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))

/** The SQL samples have their own format. */
const isFixture = (file) => /^(?!(sql|catalogs|cli)\/)[^/]+\/(ok|err)\/[^/]+\.(json|txt)$/.test(file) && !/\.(options|expected)\.json$/.test(file)

const inputs = readdirSync(DATA, { recursive: true })
  .map((file) => String(file).replaceAll(path.sep, '/'))
  .filter(isFixture)
  .sort()

const read = (file) => readFileSync(path.join(DATA, file), 'utf8')
const readBeside = (file, extension, otherwise) => {
  const beside = file.replace(/\.(json|txt)$/, extension)
  return existsSync(path.join(DATA, beside)) ? JSON.parse(read(beside)) : otherwise
}

/** The options with the catalog that they refer to or contain. */
function withCatalog(options) {
  return typeof options?.catalog === 'string' ? { ...options, catalog: JSON.parse(read(`catalogs/${options.catalog}.json`)) } : options
}

/**
 * Whether JSON.parse preserves everything that the validator sees: it drops repeated keys and
 * digits of numbers, and the value of a text that is a string would be read as JSON text.
 */
function survivesParsing(text) {
  try {
    const value = JSON.parse(text)
    return typeof value !== 'string' && JSON.stringify(value).length === minified(text).length
  } catch {
    return false
  }
}

/** The text without whitespace between tokens, with escapes written as by JSON.stringify. */
function minified(text) {
  return text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (token) => (token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : ''))
}

test('there are fixtures', () => {
  assert.ok(inputs.some((file) => file.includes('/ok/')))
  assert.ok(inputs.some((file) => file.includes('/err/')))
})

for (const file of inputs) {
  const text = read(file)
  const options = withCatalog(readBeside(file, '.options.json', undefined))
  const expected = readBeside(file, '.expected.json', [])
  const valid = expected.every(({ severity }) => severity !== 'error')

  test(`${file} as text`, () => {
    assert.ok(file.includes('/err/') === expected.length > 0, 'an err fixture has expected issues, an ok fixture has none')
    assert.deepEqual(withoutDocsUrls(validateDatamart(text, options)), { valid, issues: expected })
  })

  if (survivesParsing(text)) {
    test(`${file} as object`, () => {
      assert.deepEqual(withoutDocsUrls(validateDatamart(JSON.parse(text), options)), { valid, issues: withoutTextRanges(expected) })
    })
  }
}
