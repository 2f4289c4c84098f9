/** The HTML from the server, and what the same page shows in the browser. */

import assert from 'node:assert/strict'
import { EDITED, hideColumn } from '../support/editor.mjs'
import { environment, EXPECTED } from '../support/environment.mjs'

for (const [bundler, ...flags] of [['Turbopack'], ['webpack', '--webpack']]) {
  environment(
    { name: 'Next.js', called: `server page, client page and page with the editor (\`/react\`), \`${['next build', ...flags].join(' ')}\` (${bundler})`, tools: ['next', 'Chromium'] },
    async (project) => {
      project.use('program.mjs', 'next/app', 'editor/datamart.mjs')
      await project.runWithoutWarning('next', 'build', ...flags)
      project.assertBytesApart('.next/static')
      const address = await project.start('next', 'start', '--hostname', '127.0.0.1', '--port', '0')
      for (const [page, outputs] of Object.entries({ server: ['server'], client: ['rendered', 'later'] })) {
        const html = await (await fetch(new URL(page, address))).text()
        assert.ok(html.includes(`<output id="${outputs[0]}">${EXPECTED}</output>`), html)
        const { results } = await project.open(new URL(page, address).href)
        assert.deepEqual(results, Object.fromEntries(outputs.map((id) => [id, EXPECTED])))
      }
      const html = await (await fetch(new URL('editor', address))).text()
      assert.match(html, /<datamart-editor><\/datamart-editor>/)
      const { results } = await project.open(new URL('editor', address).href, hideColumn)
      assert.deepEqual(results, EDITED)
    },
  )
}
