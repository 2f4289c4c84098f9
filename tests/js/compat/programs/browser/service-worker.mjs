await navigator.serviceWorker.register('./service.js')
const { active } = await navigator.serviceWorker.ready
const { port1, port2 } = new MessageChannel()
port1.onmessage = ({ data }) => (document.querySelector('#service-worker').textContent = data)
active.postMessage('render', [port2])
