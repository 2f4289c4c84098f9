const { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } = require('datamart-validator')
const { EXPECTED } = require('./expected.cjs')
const { program } = require('./program.cjs')

test('the package', () => {
  expect(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })).toBe(EXPECTED)
})
