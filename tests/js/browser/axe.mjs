/** axe's rules on a page that is open. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Applies every rule, and those about colours in each of the schemes. They take two thirds of the time, and no other rule knows of a
 * scheme.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} situation
 * @param {readonly ('light' | 'dark')[]} schemes without any, the rules about colours are left out
 */
export async function assertAccessible(page, situation, schemes) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(AXE)
  const [first, ...others] = schemes
  // A colour on its way from one scheme to the other is neither's.
  await page.emulateMedia({ colorScheme: first ?? 'light', reducedMotion: 'reduce' })
  assert.deepEqual(await violations(page, first ? 'all' : 'others'), [], `${situation}, ${first}`)
  for (const colorScheme of others) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page, 'colours'), [], `${situation}, ${colorScheme}`)
  }
}

/**
 * The rules of the style sheets by which colours, or what is seen at all, depend on the width of the page. What is not among them need
 * not be looked at in each scheme at each width.
 *
 * @param {import('playwright-core').Page} page
 */
export function coloursByWidth(page) {
  return page.evaluate(() =>
    [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('width'))
      .flatMap(({ cssRules }) => [...cssRules])
      .filter(({ style }) => /\b(color|background(-color)?|opacity|display: (none|block)|visibility)\b/.test(style?.cssText ?? ''))
      .map(({ selectorText }) => selectorText),
  )
}

/** @param {import('playwright-core').Page} page @param {'all' | 'colours' | 'others'} rules @returns {Promise<string[]>} */
function violations(page, rules) {
  return page.evaluate(async (rules) => {
    const { axe } = globalThis
    const wanted = axe.getRules().filter(({ enabled, tags }) => enabled && (rules === 'all' || tags.includes('cat.color') === (rules === 'colours')))
    const { violations } = await axe.run(document, {
      runOnly: wanted.map(({ ruleId }) => ruleId),
      // What is found to be right need not be described: that takes most of the time.
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`)
  }, rules)
}
