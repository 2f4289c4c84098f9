import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { expect, test } from 'vitest'
import { EXPECTED } from './expected.mjs'
import { program } from './program.mjs'

test('the package', () => {
  expect(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })).toBe(EXPECTED)
})
