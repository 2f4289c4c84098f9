/**
 * Each environment is one test: a project in which the package is called, and a row of the table in
 * the README.
 */

import { appendFileSync } from 'node:fs'
import { testInAttempts } from '../../support/attempts.mjs'
import { closeBrowsers, isBrowser } from './browser.mjs'
import { Project } from './project.mjs'

export { CONNECTED, EXPECTED } from '../programs/expected.mjs'

/**
 * The names in the table of tools whose packages have other names. @type {Record<string, string>}
 */
const TITLES = {
  '@angular/core': 'Angular',
  '@conform-to/react': 'Conform',
  '@react-router/dev': 'React Router',
  '@rsbuild/core': 'Rsbuild',
  '@rspack/core': 'Rspack',
  '@sveltejs/kit': 'SvelteKit',
  '@swc/core': 'SWC',
  '@tanstack/react-form': 'TanStack Form',
  '@tanstack/react-start': 'TanStack Start',
  '@yarnpkg/cli-dist': 'Yarn',
  astro: 'Astro',
  bun: 'Bun',
  'chromium-92': 'Chromium',
  'chromium-103': 'Chromium',
  'chromium-114': 'Chromium',
  deno: 'Deno',
  jest: 'Jest',
  'jest-27': 'Jest',
  next: 'Next.js',
  'node-22': 'Node.js',
  'node-24': 'Node.js',
  'node-26': 'Node.js',
  nuxt: 'Nuxt',
  parcel: 'Parcel',
  'react-hook-form': 'React Hook Form',
  rolldown: 'Rolldown',
  rollup: 'Rollup',
  'sveltekit-superforms': 'Superforms',
  terser: 'Terser',
  typescript: 'TypeScript',
  'typescript-4.7': 'TypeScript',
  'typescript-5.0': 'TypeScript',
  'typescript-5.4': 'TypeScript',
  'typescript-5.9': 'TypeScript',
  'typescript-6': 'TypeScript',
  'typescript-7': 'TypeScript',
  'vee-validate': 'VeeValidate',
  vite: 'Vite',
  vitest: 'Vitest',
  vue: 'Vue',
  'webpack-4': 'webpack',
}

/**
 * @typedef {object} Environment
 * @property {string} name
 * @property {string} called what loads the package
 * @property {string} [result]
 * @property {readonly string[]} tools npm packages, or `Node.js` and browsers, whose versions the
 * table shows. A package with a Node.js runs the others
 * @property {string} [framework] a folder of `frameworks/`, which the project is a copy of
 */

/**
 * @param {Environment} environment
 * @param {(project: Project) => Promise<void>} run
 */
export function environment({ name, called, result = 'works', tools, framework }, run) {
  const browser = tools.find(isBrowser)
  const title = [name, called, browser].filter(Boolean).join(', ')
  testInAttempts(title, async () => {
    const project = new Project(title, { browser, framework, node: tools.find((tool) => tool.startsWith('node-')) })
    try {
      await run(project)
    } catch (error) {
      await closeBrowsers()
      throw error
    } finally {
      await project.stop()
    }
    // Only what has passed becomes a row.
    if (process.env.ENVIRONMENTS) {
      const versions = await Promise.all(tools.map(async (tool) => `${TITLES[tool] ?? tool} ${await project.version(tool)}`))
      appendFileSync(process.env.ENVIRONMENTS, `${JSON.stringify([name, versions.join(', '), called, result])}\n`)
    }
  })
}
