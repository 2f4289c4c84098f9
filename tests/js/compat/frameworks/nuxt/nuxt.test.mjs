/** A page and a route of the server, and what the page does in the browser. */

import { serverAndPage } from '../../support/framework.mjs'

serverAndPage({
  name: 'Nuxt',
  tools: ['nuxt', 'node-24', 'Chromium'],
  framework: 'nuxt',
  programs: 'shared',
  development: ['nuxt', 'dev', '--host', '127.0.0.1', '--port', '0'],
  build: ['nuxt', 'build'],
  output: '.output/public',
  start: ['node', '.output/server/index.mjs'],
})
