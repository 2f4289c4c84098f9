/**
 * The documentation of the rules is correct: each wrong example has the issue it shows, each right
 * one has none.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { readReply, rules, validateDatamart } from 'datamart-validator'
import { codes, datamart, issueCodesOfTypes } from './support/helpers.mjs'

/** The validator's input, as documented for each kind. */
const INPUT = {
  fields: (source) => datamart(JSON.parse(source)),
  text: (source) => source,
  javascript: (source) => datamart(runInNewContext(`(${source})`)),
}

const judge = ({ kind, source, options }) => {
  if (kind === 'reply') {
    const { ok, issues = [] } = readReply(JSON.parse(source))
    return { valid: ok, issues }
  }
  return validateDatamart(INPUT[kind](source), options === undefined ? undefined : JSON.parse(options))
}

test('the codes are those of the type declarations, in the same order', () => {
  assert.deepEqual(
    rules().map(({ code }) => code),
    issueCodesOfTypes(),
  )
})

test('the rules of a subject are listed together', () => {
  const subjects = rules().map(({ subject }) => subject)
  const headings = subjects.filter((subject, index) => subject !== subjects[index - 1])
  assert.equal(headings.length, new Set(subjects).size)
  assert.ok(headings.length > 5)
})

/** Codes that inherently come with others. */
const WITH_OTHERS = { 'too-deep': ['unknown-field'], 'too-many-issues': ['type'] }

for (const rule of rules()) {
  const { code, subject, severity, what, why, wrong, right } = rule

  test(`${code}: the wrong example`, () => {
    const { valid, issues } = judge(wrong)
    const others = WITH_OTHERS[code] ?? []
    assert.ok(issues.some((issue) => issue.code === code))
    assert.deepEqual(
      [...new Set(codes({ issues }))].filter((found) => found !== code && !others.includes(found)),
      [],
    )
    // Rules that are off by default are switched on by the example's own options.
    const expected = severity === 'off' ? 'warning' : severity
    for (const issue of issues.filter((issue) => issue.code === code)) assert.equal(issue.severity, expected)
    assert.equal(valid, issues.every((issue) => issue.severity !== 'error'))
  })

  test(`${code}: the right example`, () => {
    assert.deepEqual(judge(right), { valid: true, issues: [] })
  })

  test(`${code}: the documentation`, () => {
    assert.deepEqual(Object.keys(rule).sort(), ['code', 'docsUrl', 'right', 'severity', 'subject', 'what', 'why', 'wrong'])
    assert.match(subject, /^[A-Z]\w+( \w+)*$/)
    for (const text of [what, why]) assert.match(text, /^\S.*[.`]$/su)
    for (const { kind } of [wrong, right]) assert.ok(kind === 'reply' || Object.hasOwn(INPUT, kind))
    assert.ok(['error', 'warning', 'off'].includes(severity))
  })
}

test('a message is one line, starts in lower case, has no final period and closes its backticks', () => {
  for (const { wrong } of rules()) {
    for (const { code, message } of judge(wrong).issues) {
      assert.match(message, /^(?![A-Z][a-z ])[^\n]*[^.\n]$/, code)
      assert.equal((message.match(/`/g) ?? []).length % 2, 0, message)
    }
  }
})

test('an issue has the documented keys and no others', () => {
  const known = ['code', 'severity', 'message', 'params', 'path', 'range', 'textRange', 'suggestion', 'help', 'fix', 'related', 'docsUrl']
  for (const { wrong } of rules()) {
    for (const issue of judge(wrong).issues) {
      assert.deepEqual(Object.keys(issue).filter((key) => !known.includes(key)), [])
      assert.equal(Object.getPrototypeOf(issue), Object.prototype)
      assert.ok(Object.values(issue).every((value) => value !== undefined && value !== null))
    }
  }
})
