import { render } from './render.mjs'

addEventListener('message', ({ ports: [port] }) => port.postMessage(render()))
