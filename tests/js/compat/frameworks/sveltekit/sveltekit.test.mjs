/** A page that the server renders, and what it does in the browser. */

import { serverAndPage } from '../../support/framework.mjs'

serverAndPage({
  name: 'SvelteKit',
  tools: ['@sveltejs/kit', 'node-24', 'Chromium'],
  framework: 'sveltekit',
  programs: 'src',
  development: ['vite', '--host', '127.0.0.1', '--port', '0'],
  build: ['vite', 'build'],
  output: 'build/client',
  start: ['node', 'serve.js'],
})
