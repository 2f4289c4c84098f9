/** A page that the server renders, and its script in the browser. */

import { serverAndPage } from '../../support/framework.mjs'

serverAndPage({
  name: 'Astro',
  tools: ['astro', 'node-24', 'Chromium'],
  framework: 'astro',
  programs: 'src',
  development: ['astro', 'dev', '--host', '127.0.0.1', '--port', '0'],
  build: ['astro', 'build'],
  output: 'dist/client',
  start: ['node', 'dist/server/entry.mjs'],
})
