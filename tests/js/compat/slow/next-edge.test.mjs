/** Next.js's edge runtime, without permission to compile bytes. */

import assert from 'node:assert/strict'
import path from 'node:path'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

for (const [bundler, ...flags] of [['Turbopack'], ['webpack', '--webpack']]) {
  const called = `route and middleware, \`${['next build', ...flags].join(' ')}\` (${bundler})`
  environment({ name: 'Next.js, edge runtime', called, tools: ['next', 'Node.js'] }, async (project) => {
    project.use('program.mjs', 'round-trip.mjs', 'next-edge/app', 'next-edge/middleware.js', 'next-edge/refuse-bytes.cjs')
    await project.run('next', 'build', ...flags)
    const next = path.join(project.installed('next'), 'dist/bin/next')
    const address = await project.start('node', '--require', './refuse-bytes.cjs', next, 'start', '--hostname', '127.0.0.1', '--port', '0')
    /** @param {string} name */
    const answer = async (name) => (await fetch(new URL(name, address))).text()
    assert.match(await answer('bytes'), /disallowed by embedder/)
    assert.equal(await answer('route'), CONNECTED)
    assert.equal(await answer('middleware'), EXPECTED)
  })
}
