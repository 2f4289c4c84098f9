// Measures what the editor does on the main thread, by Chromium's tracing: the work of each key, and
// the longest task, which is the longest time that nothing is drawn.
//
//   node frames.mjs [--check]

import process from 'node:process'
import { catalog, largeText, set, settled, withPage } from './page.mjs'

/** Milliseconds of work per key or click, and of the longest task. With the processor slowed down only the latter counts. */
const BUDGETS = { work: 8, task: 50, slowTask: 200 }

/** @typedef {import('playwright-core').Page} Page */

/** What happens once, when the typing pauses, counts little among so many. */
const KEYS = 'the quick brown fox jumps over the lazy dog'

/** @type {Record<string, { prepare: (page: Page) => Promise<void>, act: (page: Page) => Promise<number>, isTyping?: boolean }>} */
const TASKS = {
  'type in 500 KB of JSON': {
    isTyping: true,
    async prepare(page) {
      await set(page, { value: largeText() })
      await page.getByRole('tab', { name: 'JSON' }).click()
      await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
      await page.keyboard.press('Control+Home')
      for (let line = 0; line < 3; line++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('End')
    },
    act: (page) => type(page, KEYS),
  },
  'type a label in the grid, 500 KB': {
    isTyping: true,
    async prepare(page) {
      await set(page, { value: largeText() })
      await page.getByRole('row').nth(3).getByRole('gridcell').nth(2).click()
      await page.keyboard.press('F2')
    },
    act: (page) => type(page, KEYS),
  },
  'commit a label in the grid, 500 KB': {
    async prepare(page) {
      await set(page, { value: largeText() })
      await page.getByRole('row').nth(3).getByRole('gridcell').nth(2).click()
      await page.keyboard.press('F2')
      await page.keyboard.type('x')
    },
    async act(page) {
      await page.keyboard.press('Enter')
      return 1
    },
  },
  'move down in the grid, 500 KB': {
    isTyping: true,
    async prepare(page) {
      await set(page, { value: largeText() })
      await page.getByRole('row').nth(3).getByRole('gridcell').nth(2).click()
    },
    async act(page) {
      for (let key = 0; key < 30; key++) await page.keyboard.press('ArrowDown')
      return 30
    },
  },
  'search 2,000 × 100 columns': {
    isTyping: true,
    async prepare(page) {
      await page.locator('datamart-editor').evaluate((editor, small) => {
        const { tables } = small
        editor.catalog = { tables: Array.from({ length: 2000 }, (_, index) => ({ ...tables[index % tables.length], name: `${tables[index % tables.length].name}_${index}` })) }
      }, catalog(100, 100))
      await page.getByRole('searchbox', { name: 'Search tables and columns' }).focus()
    },
    act: (page) => type(page, 'ship_order'),
  },
  'check a table of 100 columns, 500 KB': {
    async prepare(page) {
      await set(page, { value: largeText(), catalog: catalog(200, 100) })
      await page.getByRole('searchbox', { name: 'Search tables and columns' }).fill('archive')
    },
    async act(page) {
      await page.getByRole('group', { name: 'Catalog' }).getByRole('checkbox').first().click()
      return 1
    },
  },
}

/** @param {Page} page @param {string} keys */
async function type(page, keys) {
  for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key)
  return keys.length
}

/** Tasks of the page's main thread, in milliseconds. @param {Page} page @param {() => Promise<number>} act */
async function traced(page, act) {
  const session = await page.context().newCDPSession(page)
  /** @type {any[]} */
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] } })
  const count = await act()
  await settled(page)
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await complete
  const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain' && events.some(({ name: other, pid, args: { data } = {} }) => other === 'EventDispatch' && pid && data))
  const dispatch = events.find(({ name }) => name === 'EventDispatch')
  const thread = dispatch ?? main
  const tasks = events.filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === thread.pid && tid === thread.tid).map(({ dur, tdur }) => (tdur ?? dur) / 1000)
  return { work: tasks.reduce((sum, task) => sum + task, 0) / count, longest: Math.max(0, ...tasks) }
}

const isChecking = process.argv.includes('--check')
let failures = 0
console.log(`${''.padEnd(40)}  work per key   longest task   longest, slowed down 4 times`)
for (const [name, { prepare, act, isTyping }] of Object.entries(TASKS)) {
  const measure = async (/** @type {number} */ rate) => {
    /** @type {{ work: number, longest: number } | undefined} */
    let result
    await withPage({ viewport: { width: 1440, height: 900 } }, async (page) => {
      await prepare(page)
      await settled(page)
      if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate })
      result = await traced(page, () => act(page))
    })
    return /** @type {{ work: number, longest: number }} */ (result)
  }
  const [fast, slow] = [await measure(1), await measure(4)]
  const over = [isTyping && fast.work > BUDGETS.work, fast.longest > BUDGETS.task, slow.longest > BUDGETS.slowTask]
  const shown = [fast.work, fast.longest, slow.longest].map((number, index) => `${number.toFixed(1)} ms${over[index] ? ' !' : '  '}`.padStart(13))
  console.log(`${name.padEnd(40)}${shown.join('  ')}`)
  failures += over.filter(Boolean).length
}
if (isChecking && failures > 0) process.exitCode = 1
