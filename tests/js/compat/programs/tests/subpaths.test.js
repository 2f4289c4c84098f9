const { readFileSync } = require('node:fs')
const { EXPECTED } = require('./expected.cjs')
const { program } = require('./program.cjs')
const schema = require('datamart-validator/schema.json')
const slim = require('datamart-validator/slim')

test('the subpaths of the package', () => {
  slim.initSync(readFileSync(require.resolve('datamart-validator/module.wasm')))
  expect(program(slim)).toBe(EXPECTED)
  expect(schema.type).toBe('object')
})
