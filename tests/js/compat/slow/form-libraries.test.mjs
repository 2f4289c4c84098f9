/** The types of form libraries and frameworks: one program that uses all of them must compile. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { environment } from '../support/environment.mjs'

const LIBRARIES = ['@conform-to/react', '@tanstack/react-form', '@tanstack/react-start', 'react-hook-form', 'sveltekit-superforms', 'vee-validate', 'vue', 'typescript-5.9']

environment({ name: 'Form libraries', called: 'types: the schema, results and fields', tools: LIBRARIES }, async (project) => {
  project.use('types/forms.tsx')
  const compilerOptions = { noEmit: true, strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve', lib: ['es2022', 'dom', 'dom.iterable'], types: [], skipLibCheck: true }
  writeFileSync(path.join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['forms.tsx'] }))
  await project.run('node', project.installed('typescript-5.9/bin/tsc'), '--project', '.')
})
