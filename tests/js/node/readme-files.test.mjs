/** The files of the README's recipes name what is there. */

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import { packageOf, readReadme } from '../readme.mjs'

const README = readReadme(process.env.PACKAGE_DIR)

test("the editor's files name the schema where it is", async () => {
  const blocks = README.blocks.filter(({ heading, language }) => heading === 'Forms and JSON Schema' && language === 'json')
  assert.equal(blocks.length, 2)
  const [file, settings] = blocks.map(({ code }) => JSON.parse(code))
  const schema = path.join(packageOf('.'), 'dist/schema.json')
  assert.equal(path.join('datamarts', file.$schema), schema)
  assert.equal(path.join(settings['json.schemas'][0].url), schema)
  assert.match(JSON.parse(await readFile(path.join(process.env.PACKAGE_DIR, schema), 'utf8')).$schema, /2020-12/)
})
