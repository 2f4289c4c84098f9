/**
 * Times each step from the import to the first result, and the calls after it. It is sent to pages
 * as text, so it must not use anything from outside. Compiling and instantiating are the times of
 * the engine's constructors; the rest is ours.
 *
 * @param {() => Promise<typeof import('datamart-validator')>} load
 * @param {string} datamart as JSON text, as an editor has it
 */
export async function timeStart(load, datamart) {
  const KEYSTROKES = 40
  /** @type {Record<string, [number, number]>} */
  const spans = {}
  for (const name of ['Module', 'Instance']) {
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      construct(...given) {
        const begun = performance.now()
        const made = Reflect.construct(...given)
        spans[name] = [begun, performance.now()]
        return made
      },
    })
  }
  const begun = performance.now()
  const { validateDatamart } = await load()
  const imported = performance.now()
  const { valid } = validateDatamart(datamart)
  const called = performance.now()
  if (!valid) throw new Error('the datamart has issues')
  const { Module, Instance } = spans
  const steps = {
    import: imported - begun,
    decode: Module[0] - imported,
    compile: Module[1] - Module[0],
    instantiate: Instance[1] - Module[1],
    'first run': called - Instance[1],
  }
  const keystrokes = []
  for (let i = 0; i < KEYSTROKES; i++) {
    // A different text each time, like text that is being typed.
    const text = datamart.replace('"name":"', `"name":"${'x'.repeat(i % 7)}`)
    const before = performance.now()
    validateDatamart(text)
    keystrokes.push(performance.now() - before)
  }
  keystrokes.sort((a, b) => a - b)
  return { ...steps, total: called - begun, keystroke: keystrokes[KEYSTROKES / 2] }
}
