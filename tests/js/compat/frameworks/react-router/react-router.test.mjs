/** A loader and a page, rendered by the server, and what the page does in the browser. */

import { serverAndPage } from '../../support/framework.mjs'

serverAndPage({
  name: 'React Router',
  tools: ['@react-router/dev', 'node-24', 'Chromium'],
  framework: 'react-router',
  programs: 'app',
  development: ['react-router', 'dev', '--host', '127.0.0.1', '--port', '0'],
  build: ['react-router', 'build'],
  output: 'build/client',
  start: ['vite', 'preview', '--host', '127.0.0.1', '--port', '0'],
})
