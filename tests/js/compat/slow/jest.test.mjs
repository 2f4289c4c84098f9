import { environment } from '../support/environment.mjs'

for (const kind of ['node', 'jsdom']) {
  environment({ name: 'Jest', called: `test in the environment ${kind}`, tools: ['jest', 'Node.js'] }, async (project) => {
    project.useAsCommonJs('program', 'expected')
    project.use('tests/datamart.test.js')
    // Fails when there is no test, too.
    await project.run('jest', '--env', kind)
  })
}
