import { Miniflare } from 'miniflare'

const worker = new Miniflare({
  // Where a request comes from is not to be looked up.
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
