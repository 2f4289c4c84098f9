// Measures the start step by step: of the package in fresh Node processes, and of the smallest
// program, bundled, in fresh pages of Chromium slowed down to the speed of a phone.
//
//   node index.mjs [--json <file>]

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { generateDatamart } from '../generate.mjs'
import { median } from '../measure.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { TYPED } from './input.mjs'
import { timeStart } from './steps.mjs'

const ROUNDS = 11
const SLOWER = 4

/**
 * The median and minimum of each step; the rest is noise of the machine. @param {Record<string,
 * number>[]} rounds
 */
function summary(rounds) {
  return Object.fromEntries(
    Object.keys(rounds[0]).map((step) => {
      const times = rounds.map((round) => round[step])
      return [step, { median: median(times), min: Math.min(...times) }]
    }),
  )
}

function inNode() {
  const script = fileURLToPath(new URL('process.mjs', import.meta.url))
  return summary(Array.from({ length: ROUNDS }, () => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }))))
}

/** A program that only validates, as it is published. */
async function program() {
  const { outputFiles } = await build({
    stdin: { contents: "export { validateDatamart } from 'datamart-validator'", resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return outputFiles[0].contents
}

/** An empty page, the program, and a module that exports almost nothing. */
async function serve() {
  const files = {
    '/': ['text/html', '<!doctype html><link rel="icon" href="data:,">'],
    '/program.js': ['text/javascript', await program()],
    '/empty.js': ['text/javascript', 'export const nothing = 0'],
  }
  // With these two headers the clock has its highest resolution.
  const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
  const server = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? []
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': type, ...isolated }).end(body)
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)))
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() }
}

async function inChromium() {
  const { address, stop } = await serve()
  const browser = await launchChromium()
  const fresh = async (expression) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(address)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const measured = await page.evaluate(expression)
    await context.close()
    return measured
  }
  const text = JSON.stringify(JSON.stringify(generateDatamart(...TYPED)))
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await fresh(`(async () => { const begun = performance.now(); await import('/empty.js'); return performance.now() - begun })()`)
    rounds.push({ 'empty import': empty, ...(await fresh(`(${timeStart})(() => import('/program.js'), ${text})`)) })
  }
  const version = browser.version()
  await browser.close()
  stop()
  return { version, ...summary(rounds) }
}

const { values: options } = parseArgs({ options: { json: { type: 'string' } } })
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}-${process.arch}`
const node = inNode()
const { version, ...chromium } = await inChromium()
const columns = { [`Node ${process.version}`]: node, [`Chromium ${version.split('.')[0]}, ${SLOWER} times slower`]: chromium }

console.log(`${machine}; median (minimum) of ${ROUNDS} fresh processes and pages, in milliseconds\n`)
console.log(`${''.padEnd(16)}${Object.keys(columns).map((name) => name.padStart(30)).join('')}`)
for (const step of Object.keys(chromium)) {
  const cells = Object.values(columns).map(({ [step]: times }) => (times ? `${times.median.toFixed(2)} (${times.min.toFixed(2)})` : '-'))
  console.log(`${step.padEnd(16)}${cells.map((cell) => cell.padStart(30)).join('')}`)
}
console.log(`\nkeystroke: a later validation of the JSON text of ${TYPED.join(' × ')} tables × columns, another text each time`)
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, node, chromium }, null, 2)}\n`)
