/**
 * A framework that renders pages on the server and makes them interactive in the browser: both call
 * the package, and `/editor` has the editor. `frameworks/<name>/project` has the pages.
 */

import assert from 'node:assert/strict'
import { EDITED, hideColumn } from './editor.mjs'
import { environment, EXPECTED } from './environment.mjs'

/**
 * @param {object} framework
 * @param {string} framework.name
 * @param {readonly string[]} framework.tools
 * @param {string} framework.framework
 * @param {string} framework.programs the folder of its project for programs
 * @param {readonly [string, ...string[]]} framework.development the command of the development server
 * @param {readonly [string, ...string[]]} framework.build
 * @param {string} framework.output the folder with the scripts of the built page
 * @param {readonly [string, ...string[]]} framework.start the command of the server that was built
 */
export function serverAndPage({ name, tools, framework, programs, development, build, output, start }) {
  /** @param {import('./project.mjs').Project} project @param {string} address */
  const works = async (project, address) => {
    const html = await (await fetch(address)).text()
    assert.ok(html.includes(`>${EXPECTED}</output>`), html)
    const { results } = await project.open(address)
    assert.deepEqual([...new Set(Object.values(results))], [EXPECTED], JSON.stringify(results))

    const editor = new URL('editor', address).href
    assert.match(await (await fetch(editor)).text(), /<datamart-editor[^>]*><\/datamart-editor>/)
    assert.deepEqual((await project.open(editor, hideColumn)).results, EDITED)
  }

  environment({ name, called: 'server, page and page with the editor: development server with a cold cache', tools, framework }, async (project) => {
    project.useIn(programs, 'program.mjs', 'render.mjs', 'editor/datamart.mjs')
    await works(project, await project.start(...development))
  })

  environment({ name, called: `server, page and page with the editor: \`${build.join(' ')}\``, tools, framework }, async (project) => {
    project.useIn(programs, 'program.mjs', 'render.mjs', 'editor/datamart.mjs')
    await project.runWithoutWarning(...build)
    project.assertBytesApart(output)
    await works(project, await project.start(...start))
  })
}
