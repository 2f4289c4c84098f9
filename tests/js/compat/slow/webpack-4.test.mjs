/** webpack 4, which reads ES2019 and does not support `exports`. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

/**
 * In webpack 4, `.mjs` modules cannot import a package that has no `exports` for it. @param
 * {import('../support/project.mjs').Project} project
 */
function useProgram(project) {
  project.useLowered('program.mjs')
  project.useLowered('round-trip.mjs')
  project.useLowered('browser/page.mjs', 'page.js')
  project.use('webpack-4/build.cjs', 'webpack-4/url.cjs', 'webpack-4/slim.js')
}

environment({ name: 'webpack', called: 'page, production mode', tools: ['webpack-4', 'Chromium'] }, async (project) => {
  useProgram(project)
  await project.run('node', 'build.cjs', './page.js')
  project.assertBytesApart('dist')
  project.page('<script defer src="./dist/main.js"></script>', 'page')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: CONNECTED })
  assert.deepEqual(requests, ['/', '/dist/main.js'])
})

environment({ name: 'webpack', called: 'page, `/slim` given the URL of `/module.wasm`, and `/schema.json`', tools: ['webpack-4', 'Chromium'] }, async (project) => {
  useProgram(project)
  await project.run('node', 'build.cjs', './slim.js')
  project.page('<script defer src="./dist/main.js"></script>', 'page', 'schema')
  const { results, requests } = await project.open(await project.serve())
  const { title } = JSON.parse(readFileSync(path.join(project.installed('datamart-validator'), 'dist/schema.json'), 'utf8'))
  assert.deepEqual(results, { page: EXPECTED, schema: title })
  assert.deepEqual(requests, ['/', '/dist/main.js', '/dist/module.wasm'])
})
