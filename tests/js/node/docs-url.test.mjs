/** The documentation links of issues and rules. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { DatamartInvalidError, analyzeSql, buildRequest, createValidator, rules, validateDatamart } from 'datamart-validator'
import { PACKAGE, datamart } from './support/helpers.mjs'

const { name, version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'))
const PAGE = `https://unpkg.com/${name}@${version}/dist/rules/index.html`

/** Issues of the same mistakes, from each function that returns any. */
function issuesOf(options) {
  const wrong = datamart({ tableList: [], extra: 1 })
  const refused = (call) => {
    try {
      call(wrong)
    } catch (error) {
      assert.ok(error instanceof DatamartInvalidError)
      return error.issues
    }
  }
  const validator = createValidator(options)
  return [
    validateDatamart(wrong, options).issues,
    validateDatamart(JSON.stringify(wrong), options).issues,
    analyzeSql('SELECT 1', options).issues,
    refused((datamart) => buildRequest(datamart, options)),
    validator.validate(wrong).issues,
    validator.analyzeSql('SELECT 1').issues,
    refused((datamart) => validator.buildRequest(datamart)),
  ]
}

const urls = (issues) => issues.map(({ code, docsUrl }) => [code, docsUrl])
const expected = (issues, base) => issues.map(({ code }) => [code, `${base}#${code}`])

test('each issue links to the page of exactly this version', () => {
  readFileSync(path.join(PACKAGE, new URL(PAGE).pathname.replace(/^\/[^/]+\//, '')))
  for (const options of [undefined, null, {}, { docsBase: undefined }, { docsBase: null }]) {
    for (const issues of issuesOf(options)) {
      assert.ok(issues.length > 0)
      assert.deepEqual(urls(issues), expected(issues, PAGE))
    }
  }
})

test('docsBase replaces it unchanged', () => {
  for (const docsBase of ['rules/', '/docs/datamart/index.html', 'https://example.com/rules?lang=é', '']) {
    for (const issues of issuesOf({ docsBase, datasourceType: 'postgres' })) assert.deepEqual(urls(issues), expected(issues, docsBase))
  }
})

test('each rule links to the page too', () => {
  assert.deepEqual(urls(rules()), expected(rules(), PAGE))
})
