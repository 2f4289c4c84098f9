const { buildRequest, DatamartInvalidError, validateDatamart } = require('datamart-validator')
const { EXPECTED } = require('./expected.cjs')
const { program } = require('./program.cjs')

test('the package', () => {
  expect(program({ buildRequest, DatamartInvalidError, validateDatamart })).toBe(EXPECTED)
})
