/** Lays out the source of an example and renders it, with colours and with mistakes underlined. */

import { tokens } from '../../../pkg-template/src/text/json-text.js'
import { html } from './html.mjs'

/** Characters per line on a wide page. */
const WIDTH = 100

/** The source, on several lines if it is too long for one. Text that is not JSON stays as it is. */
export function laidOut(source) {
  if (source.split('\n').every((line) => line.length <= WIDTH)) return source
  try {
    return write(JSON.parse(source), 0, 0)
  } catch {
    return source
  }
}

/**
 * @param {unknown} value
 * @param {number} indent of the line
 * @param {number} used characters of the line besides it
 */
function write(value, indent, used) {
  const line = writeInline(value)
  const isContainer = typeof value === 'object' && value !== null
  if (!isContainer || indent + used + line.length <= WIDTH) return line
  // A list of one object opens and closes together with it, as in the shorter examples.
  if (Array.isArray(value) && value.length === 1) return `[${write(value[0], indent, used + 2)}]`
  const inner = indent + 2
  const items = Array.isArray(value)
    ? value.map((item) => write(item, inner, 1))
    : Object.entries(value).map(([key, member]) => {
        const name = `${JSON.stringify(key)}: `
        return name + write(member, inner, name.length + 1)
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${items.map((item) => ' '.repeat(inner) + item).join(',\n')}\n${' '.repeat(indent)}${close}`
}

function writeInline(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(writeInline).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${writeInline(member)}`)
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
}

/** The classes of tokens, short because there are thousands of them. */
const CLASSES = { key: 'k', string: 's', number: 'n', word: 'w' }

/**
 * Renders a source. Text covered by several marks gets the first one.
 *
 * @param {string} text
 * @param {'json' | 'javascript'} language
 * @param {{ start: number, end: number, class: string }[]} marks
 */
export function drawSource(text, language, marks = []) {
  // The page has colours for JSON only.
  const coloured = language === 'json' ? [...tokens(text)].filter(({ kind }) => kind in CLASSES) : []
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...coloured, ...marks]) cuts.add(start).add(end)
  const edges = [...cuts].sort((a, b) => a - b)
  const pieces = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1]
    const covers = (stretch) => stretch.start <= start && stretch.end >= end
    const token = coloured.find(covers)
    const words = text.slice(start, end)
    const drawn = token ? html`<span class="${CLASSES[kindShown(text, token)]}">${words}</span>` : words
    return { drawn, mark: marks.find(covers) }
  })
  // Pieces under the same mark share one element, so that the underline has no gaps.
  const groups = []
  for (const { drawn, mark } of pieces) {
    const last = groups.at(-1)
    if (last && last.mark === mark) last.drawn.push(drawn)
    else groups.push({ mark, drawn: [drawn] })
  }
  return groups.map(({ mark, drawn }) => (mark ? html`<mark class="${mark.class}">${drawn}</mark>` : drawn))
}

function kindShown(text, token) {
  if (token.kind !== 'string') return token.kind
  return /^\s*:/.test(text.slice(token.end)) ? 'key' : 'string'
}
