/**
 * The types, with library checks, in several years of compilers: with every module resolution they
 * support, with and without the DOM.
 */

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { environment } from '../support/environment.mjs'

/** `module` and `moduleResolution`. */
const NODE_10 = ['commonjs', 'node']
const NODE_16 = ['node16', 'node16']
const BUNDLER = ['esnext', 'bundler']

/** @type {Record<string, string[][]>} */
const COMPILERS = {
  'typescript-4.7': [NODE_10, NODE_16],
  'typescript-5.0': [NODE_10, NODE_16, BUNDLER],
  'typescript-5.4': [NODE_10, NODE_16, BUNDLER],
  'typescript-5.9': [NODE_10, NODE_16, BUNDLER],
  'typescript-6': [NODE_16, BUNDLER],
  'typescript-7': [NODE_16, BUNDLER],
}

/** The last one has its own `Symbol.dispose`, from TypeScript 5.2 on. */
const LIBRARIES = ['es2020', 'es2020,dom', 'esnext']

for (const [compiler, settings] of Object.entries(COMPILERS)) {
  const called = 'types, checks of libraries included, with and without the DOM'
  environment({ name: 'TypeScript', called, tools: [compiler] }, async (project) => {
    project.use('types/consumer.ts')
    const tsc = project.installed(`${compiler}/bin/tsc`)
    // A package may run a compiler of another version than its own.
    const { stdout } = await project.execute(['node', tsc, '--version'])
    assert.equal(stdout.trim(), `Version ${await project.version(compiler)}`)
    assert.match(stdout, new RegExp(`^Version ${compiler.slice('typescript-'.length)}\\b`))
    for (const [module, resolution] of settings) {
      for (const library of LIBRARIES) {
        const compilerOptions = { noEmit: true, strict: true, target: 'es2020', module, moduleResolution: resolution, lib: library.split(','), types: [] }
        writeFileSync(path.join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
        await project.run('node', tsc, '--project', '.')
      }
    }
  })
}
