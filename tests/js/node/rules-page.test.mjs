/** The page that documents the rules, as packed. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { rules, validateDatamart } from 'datamart-validator'
import { PACKAGE } from './support/helpers.mjs'

const FOLDER = path.join(PACKAGE, 'dist/rules')
const PAGE = readFileSync(path.join(FOLDER, 'index.html'), 'utf8')

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/**
 * The visible text of some HTML, without whitespace: the page may lay out an example differently.
 */
const seen = (html) => squeezed(html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]))
const squeezed = (text) => text.replace(/\s+/g, '')

/** The part of the page about a rule. */
const article = (code) => PAGE.slice(PAGE.indexOf(`id="${code}"`)).split('</article>')[0]

for (const { code, subject, severity, what, why, wrong, right } of rules()) {
  test(`${code} has an anchor, texts and examples`, () => {
    assert.equal(PAGE.split(`<article class="rule" id="${code}"`).length, 2)
    const html = article(code)
    assert.ok(html.includes(`badge-${severity}`))
    const text = seen(html)
    for (const sentence of [what, why]) assert.ok(text.includes(squeezed(sentence.replaceAll('`', ''))), sentence)
    for (const example of [wrong, right]) {
      assert.ok(text.includes(squeezed(example.source)), example.source)
      assert.ok(text.includes(squeezed(example.options ?? '')), example.options)
    }
    assert.ok(PAGE.includes(`<h2 id="subject-${subject.toLowerCase().replaceAll(' ', '-')}-title">${subject}</h2>`))
  })
}

test('a wrong example shows its issues and where they are', () => {
  const { issues } = validateDatamart(rules().find(({ code }) => code === 'syntax').wrong.source)
  const html = article('syntax')
  assert.ok(seen(html).includes(squeezed(issues[0].message.replaceAll('`', ''))))
  assert.ok(seen(html).includes(squeezed(issues[0].help)))
  assert.match(html, /<mark class="mark-error">,<\/mark>/)
  assert.match(article('sql-cycle'), /<mark class="mark-error"><span class="s">tax<\/span><\/mark>/)
})

test('ids are unique, and no link on the page is broken', () => {
  const ids = [...PAGE.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [, id] of PAGE.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(id), id)
})

test('the page needs no other origin, and works under a strict content security policy', () => {
  const loaded = [...PAGE.matchAll(/<(?:script|link|img)\b[^>]*\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
  assert.equal(loaded.length, 4)
  for (const address of loaded) assert.ok(address.startsWith('./') && existsSync(path.join(FOLDER, address)), address)
  assert.doesNotMatch(PAGE, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
  const style = readFileSync(path.join(FOLDER, 'rules.css'), 'utf8')
  assert.doesNotMatch(style, /url\(|@import/)
})
