import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { expect, test } from 'vitest'
import { EXPECTED } from './expected.mjs'
import { program } from './program.mjs'

test('the package', () => {
  expect(program({ buildRequest, DatamartInvalidError, validateDatamart })).toBe(EXPECTED)
})
