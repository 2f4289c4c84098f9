import { Miniflare } from 'miniflare'

const worker = new Miniflare({
  // Do not look up where a request comes from.
  cf: false,
  modules: true,
  modulesRules: [
    { type: 'ESModule', include: ['**/*.js'] },
    { type: 'CompiledWasm', include: ['**/*.wasm'] },
  ],
  scriptPath: 'bundle/worker.js',
})
try {
  const response = await worker.dispatchFetch('http://localhost/')
  console.log(response.status, await response.text())
} finally {
  await worker.dispose()
}
