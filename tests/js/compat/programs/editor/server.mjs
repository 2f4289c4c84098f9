import { createServer } from 'vite'

const vite = await createServer({ appType: 'custom', server: { middlewareMode: true } })
await vite.ssrLoadModule('datamart-validator/editor')
console.log(typeof globalThis.customElements)
await vite.close()
