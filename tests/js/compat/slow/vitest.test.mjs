import { environment } from '../support/environment.mjs'

for (const kind of ['node', 'jsdom']) {
  environment({ name: 'Vitest', called: `test in the environment ${kind}`, tools: ['vitest', 'Node.js'] }, async (project) => {
    project.use('program.mjs', 'expected.mjs', 'tests/datamart.test.mjs')
    // Also fails if there are no tests.
    await project.run('vitest', 'run', '--environment', kind)
  })
}
