/** Applies axe's rules to an open page. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Applies every rule once, and the rules about colours in each scheme. These take two thirds of the
 * time, and no other rule depends on the scheme.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} situation
 * @param {readonly ('light' | 'dark')[]} schemes if empty, the rules about colours are skipped
 */
export async function assertAccessible(page, situation, schemes) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(AXE)
  const [first, ...others] = schemes
  // During a transition between schemes, colours belong to neither.
  await page.emulateMedia({ colorScheme: first ?? 'light', reducedMotion: 'reduce' })
  assert.deepEqual(await violations(page, first ? 'all' : 'others'), [], `${situation}, ${first}`)
  for (const colorScheme of others) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page, 'colours'), [], `${situation}, ${colorScheme}`)
  }
}

/**
 * The rules of the style sheets that make colours or visibility depend on the page's width.
 * Whatever they do not affect need not be tested in each scheme at each width.
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
      // Describing what passes would take most of the time.
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`)
  }, rules)
}
