/**
 * Someone who uses the editor by mouse or by keys alone, and counts each click and each keystroke.
 * What is clicked or reached is found by its role and accessible name. Waiting is free.
 */

import assert from 'node:assert/strict'
import { eventually } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** Farther than anyone presses Tab. */
const PATIENCE_IN_TABS = 40

export class Person {
  clicks = 0
  keystrokes = 0
  #page
  #hasMouse

  /** @param {Page} page @param {'mouse' | 'keyboard'} by */
  constructor(page, by) {
    this.#page = page
    this.#hasMouse = by === 'mouse'
  }

  get hasMouse() {
    return this.#hasMouse
  }

  /** @param {Locator} target */
  async click(target) {
    assert.ok(this.#hasMouse, 'there is no mouse')
    await target.click()
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
    if (this.#hasMouse) return this.click(target)
    await this.tabTo(target, key)
    await this.press('Enter')
  }

  /** Goes to a field to type in it. @param {Locator} target @param {'Tab' | 'Shift+Tab'} [key] */
  goTo(target, key) {
    return this.#hasMouse ? this.click(target) : this.tabTo(target, key)
  }

  /**
   * Prints what the task has taken. By keys alone, it may take `alone` of them, or as many as it may
   * take clicks and keystrokes with a mouse.
   *
   * @param {import('node:test').TestContext} test
   * @param {{ clicks: number, keystrokes: number, alone?: number }} most
   */
  finish(test, most) {
    const { clicks, keystrokes } = this
    const allowed = this.#hasMouse ? most : { clicks: 0, keystrokes: most.alone ?? most.clicks + most.keystrokes }
    test.diagnostic(`${clicks} clicks of ${allowed.clicks}, ${keystrokes} keystrokes of ${allowed.keystrokes}`)
    assert.ok(clicks <= allowed.clicks && keystrokes <= allowed.keystrokes, `${clicks} clicks and ${keystrokes} keystrokes, but at most ${allowed.clicks} and ${allowed.keystrokes}`)
  }
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
