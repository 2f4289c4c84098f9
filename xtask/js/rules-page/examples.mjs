/**
 * Validates the examples of the rules with the package itself, and locates the issues in their
 * sources.
 */

import { runInNewContext } from 'node:vm'
import { laidOut } from './source.mjs'

/**
 * @param {import('../../../pkg-template/index.d.ts').RuleExample} example
 * @param {string} base the datamart whose fields the example changes, as JSON
 * @param {Pick<typeof import('../../../pkg-template/index.d.ts'), 'readReply' | 'validateDatamart'>} functions of the package
 */
export function judged({ kind, source, options }, base, { readReply, validateDatamart }) {
  // A whole text is about its exact characters, so it is left as it is.
  const shown = kind === 'fields' || kind === 'reply' ? laidOut(source) : source
  const given = options === undefined ? undefined : JSON.parse(options)
  const { issues = [] } = kind === 'reply' ? readReply(JSON.parse(source)) : validateDatamart(input(kind, shown, base), given)
  return {
    language: kind === 'javascript' ? 'javascript' : 'json',
    source: shown,
    options: options && laidOut(options),
    issues: issues.map((issue) => ({
      ...issue,
      place: placeIn(shown, issue.textRange),
      related: issue.related?.map((other) => ({ ...other, place: placeIn(shown, other.textRange) })),
    })),
  }
}

/**
 * The complete input of an example. If the example shows some fields as JSON, the result begins
 * with the source, so that positions are the same in both.
 */
function input(kind, source, base) {
  if (kind === 'text') return source
  const fields = JSON.parse(base)
  if (kind === 'javascript') return { ...fields, ...runInNewContext(`(${source})`) }
  const own = Object.keys(JSON.parse(source))
  const others = Object.entries(fields).filter(([name]) => !own.includes(name))
  const rest = others.map(([name, value]) => `, ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `${source.slice(0, source.lastIndexOf('}'))}${rest.join('')} }`
}

/**
 * The part of a range that is worth underlining. If something is missing from an object, the issue
 * covers the whole object; its first line is enough. Returns nothing for the whole example, or for
 * what it does not show.
 */
function placeIn(source, range) {
  if (!range || range.start === 0 || range.start >= source.length) return undefined
  const line = source.slice(range.start, range.end).indexOf('\n')
  return { start: range.start, end: line < 0 ? range.end : range.start + line }
}
