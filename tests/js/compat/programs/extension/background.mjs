import { render } from './render.mjs'

chrome.runtime.onMessage.addListener((_message, _sender, reply) => reply(render()))
