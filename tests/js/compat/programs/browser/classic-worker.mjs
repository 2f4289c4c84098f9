const worker = new Worker(new URL('./worker.mjs', import.meta.url))
worker.onmessage = ({ data }) => (document.querySelector('#classic-worker').textContent = data)
worker.onerror = ({ message }) => (document.querySelector('#classic-worker').textContent = message || 'the worker did not start')
