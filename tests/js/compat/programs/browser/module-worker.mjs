const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
worker.onmessage = ({ data }) => (document.querySelector('#module-worker').textContent = data)
worker.onerror = ({ message }) => (document.querySelector('#module-worker').textContent = message || 'the worker did not start')
