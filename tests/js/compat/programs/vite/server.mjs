import { createServer } from 'vite'

const vite = await createServer({ appType: 'custom', server: { middlewareMode: true } })
const { render } = await vite.ssrLoadModule('/render.mjs')
console.log(render())
await vite.close()
