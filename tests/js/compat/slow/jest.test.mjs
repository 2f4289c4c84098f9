import { environment } from '../support/environment.mjs'

for (const kind of ['node', 'jsdom']) {
  environment({ name: 'Jest', called: `test in the environment ${kind}`, tools: ['jest', 'Node.js'] }, async (project) => {
    project.useAsCommonJs('program', 'expected')
    project.use('tests/datamart.test.js')
    // Also fails if there are no tests.
    await project.run('jest', '--env', kind)
  })
}

// It does not support `exports`.
environment({ name: 'Jest', called: 'test; test of the subpaths', tools: ['jest-27', 'Node.js'] }, async (project) => {
  project.useAsCommonJs('program', 'expected')
  project.use('tests/datamart.test.js', 'tests/subpaths.test.js')
  await project.run('node', project.installed('jest-27/bin/jest.js'))
})
