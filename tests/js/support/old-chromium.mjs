/** Makes other engines behave like Chromium before version 115 on a page's main thread. */

/**
 * Makes WebAssembly refuse to compile or start more than 4 KB synchronously, with Chromium's
 * messages. It is sent to pages and other processes as text, so it must not use anything from
 * outside.
 */
export function refuseSynchronousStart() {
  const LIMIT = 4096
  const { compile, Instance, Module } = WebAssembly
  const refused = (what, instead) =>
    new RangeError(`WebAssembly.${what} is disallowed on the main thread, if the buffer size is larger than 4KB. ${instead}.`)
  /** The byte lengths of modules. */
  const lengths = new WeakMap()
  WebAssembly.compile = async (bytes, ...rest) => {
    const module = await compile(bytes, ...rest)
    lengths.set(module, bytes.byteLength)
    return module
  }
  WebAssembly.Module = new Proxy(Module, {
    construct(target, [bytes, ...rest], newTarget) {
      if (bytes.byteLength > LIMIT) throw refused('Compile', 'Use WebAssembly.compile, or compile on a worker thread')
      const module = Reflect.construct(target, [bytes, ...rest], newTarget)
      lengths.set(module, bytes.byteLength)
      return module
    },
  })
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, [module, ...rest], newTarget) {
      // A module that was not compiled here may have any length.
      if (!(lengths.get(module) <= LIMIT)) throw refused('Instance', 'Use WebAssembly.instantiate')
      return Reflect.construct(target, [module, ...rest], newTarget)
    },
  })
}

/**
 * A report on the package in a page or process where nothing starts synchronously. It must not use
 * anything from outside either.
 *
 * @param {typeof import('datamart-validator')} api
 * @param {() => Promise<void>} init
 */
export async function workWhereNothingStartsAtOnce({ createValidator, diffDatamarts, validateDatamart, WasmTrapError }, init) {
  const CRASH = { [Symbol.for('datamart-validator.crash')]: true }
  const RIGHT = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }
  const caught = (run) => {
    try {
      return String(run())
    } catch (error) {
      return error instanceof WasmTrapError ? 'WasmTrapError' : `${error.name}: ${error.message}`
    }
  }
  const report = {}
  // It is in a part of the module.
  const compare = () => diffDatamarts(RIGHT, RIGHT).changes.length
  report.before = [() => validateDatamart(RIGHT).valid, () => createValidator().validate(RIGHT).valid, compare].map(caught)

  await Promise.all([init(), init()])
  let starting = 0
  const { instantiate } = WebAssembly
  WebAssembly.instantiate = (...given) => {
    starting++
    return instantiate(...given).finally(() => starting--)
  }
  // All in one turn, without time for the browser to start others.
  const validators = Array.from({ length: 3 }, () => createValidator({ strict: true }))
  report.after = [
    () => validateDatamart(RIGHT).valid,
    ...validators.map((validator) => () => validator.validate(RIGHT).valid),
    () => validateDatamart(RIGHT, CRASH),
    () => validateDatamart(RIGHT).valid,
    compare,
  ].map(caught)

  report.crashes = []
  for (let times = 0; times < 6; times++) {
    // Until the next instances have started.
    do await new Promise((resolve) => setTimeout(resolve, 10))
    while (starting > 0)
    report.crashes.push(
      [
        () => validateDatamart(RIGHT, CRASH),
        () => validateDatamart(RIGHT).valid,
        () => validators[0].buildRequest(RIGHT, CRASH),
        () => validators[0].validate(RIGHT).valid,
        () => createValidator().validate({}).valid,
      ].map(caught).join(),
    )
  }

  await init()
  const held = []
  const last = caught(() => {
    while (held.length < 1000) held.push(createValidator())
  })
  report.exhausted = [held.length < 1000, last, caught(() => held[0].validate(RIGHT).valid)]
  await init()
  report.again = [() => createValidator().validate(RIGHT).valid, () => validateDatamart(RIGHT).valid, compare].map(caught)
  return report
}

const REFUSED =
  'Error: datamart-validator: this browser starts WebAssembly on the main thread only asynchronously, and no started instance is ready; ' +
  'call `await init()` first, and again after creating many validators at once'

/**
 * The expected report. @param {string} [before] what is thrown before `init`, for the entry that
 * receives the module
 */
export const WORKS_AFTER_INIT = (before = REFUSED) => ({
  before: [before, before, before],
  after: ['true', 'true', 'true', 'true', 'WasmTrapError', 'true', '0'],
  crashes: Array(6).fill('WasmTrapError,true,WasmTrapError,true,false'),
  exhausted: [true, REFUSED, 'true'],
  again: ['true', 'true', '0'],
})

export const NO_MODULE_YET =
  'Error: datamart-validator/slim has no module yet: call `await init(source)` or `initSync(bytes)` first, ' +
  "with the file 'datamart-validator/module.wasm'"
