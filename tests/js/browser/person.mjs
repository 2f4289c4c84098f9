/**
 * Someone who uses the editor by mouse, by keys alone, or by touch on a phone, and counts each click
 * or tap, and each keystroke. What is clicked or reached is found by its role and accessible name. Waiting is free.
 */

import assert from 'node:assert/strict'
import { eventually } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {'mouse' | 'keyboard' | 'touch'} Way */

/** Farther than anyone presses Tab. */
const PATIENCE_IN_TABS = 40

export class Person {
  clicks = 0
  keystrokes = 0
  #page
  #by

  /** @param {Page} page @param {Way} by */
  constructor(page, by) {
    this.#page = page
    this.#by = by
  }

  /** Whether there is something to point with. */
  get points() {
    return this.#by !== 'keyboard'
  }

  /** Whether it is a phone, which shows one part of the editor at a time. */
  get touches() {
    return this.#by === 'touch'
  }

  /** @param {Locator} target */
  async click(target) {
    assert.ok(this.points, 'there is nothing to point with')
    if (this.touches) await target.tap()
    else await target.click()
    this.clicks++
  }

  /** @param {...string} keys a number before a key repeats it, as in `3 ArrowDown` */
  async press(...keys) {
    for (const key of keys) {
      const [, times = '1', name = key] = /^(\d+) (.+)$/.exec(key) ?? []
      for (let at = 0; at < Number(times); at++) {
        await this.#page.keyboard.press(name)
        this.keystrokes++
      }
    }
  }

  /** @param {string} text */
  async type(text) {
    await this.#page.keyboard.type(text)
    this.keystrokes += [...text].length
  }

  /** Presses Tab until something has the focus, or Shift+Tab to go back. @param {Locator} target @param {'Tab' | 'Shift+Tab'} [key] */
  async tabTo(target, key = 'Tab') {
    await target.waitFor()
    for (let presses = 0; !(await hasFocus(target)); presses++) {
      assert.ok(presses < PATIENCE_IN_TABS, `${key} does not lead to ${target}`)
      await this.press(key)
    }
  }

  /** Uses a button, or whatever else Enter works in. @param {Locator} target @param {'Tab' | 'Shift+Tab'} [key] how it is reached without a mouse */
  async use(target, key) {
    if (this.points) return this.click(target)
    await this.tabTo(target, key)
    await this.press('Enter')
  }

  /** Goes to a field to type in it. @param {Locator} target @param {'Tab' | 'Shift+Tab'} [key] */
  goTo(target, key) {
    return this.points ? this.click(target) : this.tabTo(target, key)
  }

  /** Goes to a view, or to another part of the editor on a phone. @param {string} name */
  show(name) {
    return this.click(this.touches ? this.#page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }) : this.#page.getByRole('tab', { name }))
  }

  /** Drags something onto something else, which counts as a click. @param {Locator} from @param {Locator} to */
  async drag(from, to) {
    const [start, end] = [await middle(from), await middle(to)]
    if (this.touches) {
      const session = await this.#page.context().newCDPSession(this.#page)
      const touch = (/** @type {any} */ type, /** @type {object[]} */ touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints: /** @type {any} */ (touchPoints) })
      await touch('touchStart', [start])
      for (const part of [0.3, 0.6, 1]) await touch('touchMove', [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }])
      await touch('touchEnd', [])
      await session.detach()
    } else {
      await this.#page.mouse.move(start.x, start.y)
      await this.#page.mouse.down()
      await this.#page.mouse.move(end.x, end.y, { steps: 4 })
      await this.#page.mouse.up()
    }
    this.clicks++
  }

  /**
   * Prints what the task has taken. By keys alone, it may take `alone` of them, or as many as it may
   * take clicks and keystrokes with a mouse; on a phone, it may take `taps`, or as many as clicks.
   *
   * @param {import('node:test').TestContext} test
   * @param {{ clicks: number, keystrokes: number, alone?: number, taps?: number }} most
   */
  finish(test, most) {
    const { clicks, keystrokes } = this
    const allowed = this.points ? { clicks: this.touches ? (most.taps ?? most.clicks) : most.clicks, keystrokes: most.keystrokes } : { clicks: 0, keystrokes: most.alone ?? most.clicks + most.keystrokes }
    test.diagnostic(`${clicks} clicks of ${allowed.clicks}, ${keystrokes} keystrokes of ${allowed.keystrokes}`)
    assert.ok(clicks <= allowed.clicks && keystrokes <= allowed.keystrokes, `${clicks} clicks and ${keystrokes} keystrokes, but at most ${allowed.clicks} and ${allowed.keystrokes}`)
  }
}

/** @param {Locator} target */
async function middle(target) {
  await target.scrollIntoViewIfNeeded()
  const { x, y, width, height } = /** @type {NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>} */ (await target.boundingBox())
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
}

/** @param {Locator} target */
export function hasFocus(target) {
  return target.evaluate((element) => element.matches(':focus'))
}

/** Waits until something has the focus. @param {Locator} target */
export async function focused(target) {
  await target.waitFor()
  await eventually(async () => assert.ok(await hasFocus(target), `${target} has no focus`))
}
