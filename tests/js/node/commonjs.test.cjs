/** A CommonJS file as users write it. */

'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { DatamartInvalidError, buildRequest, validateDatamart } = require('datamart-validator')

test('a CommonJS file needs require() and nothing else', () => {
  assert.equal(validateDatamart('{}').valid, false)
  assert.throws(() => buildRequest('{}'), DatamartInvalidError)
})
