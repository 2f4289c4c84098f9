/** The versions of Node.js that are not the machine's own, from npm packages that hold nothing else. Their names end with the platform. */

import assert from 'node:assert/strict'
import path from 'node:path'
import { environment, EXPECTED } from '../support/environment.mjs'

for (const version of [22, 24, 26]) {
  const tool = `node-${version}`
  // Rows of one name come in the order of their file, and the machine's own version has another file.
  environment({ name: `Node.js ${version}`, called: 'module; CommonJS script; command line', tools: [tool] }, async (project) => {
    const node = path.join(project.executables(tool), 'bin/node')
    project.use('program.mjs', 'node/main.mjs', 'node/main.cjs', 'node/datamart.json')
    project.useAsCommonJs('program')
    assert.equal(await project.run(node, 'main.mjs'), EXPECTED)
    assert.equal(await project.run(node, 'main.cjs'), EXPECTED)
    const cli = project.installed('datamart-validator/dist/cli.js')
    assert.equal(await project.run(node, cli, 'check', 'datamart.json'), '1 file checked: no issues')
  })
}
