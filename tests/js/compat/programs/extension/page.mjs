import { render } from './render.mjs'

document.querySelector('#page').textContent = render()
document.querySelector('#service-worker').textContent = await chrome.runtime.sendMessage('render')
