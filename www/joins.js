/** A picture of how the tables are joined, and the same in words. */
// @ts-check

import { count, h } from './dom.js'
import { BOX_HEIGHT, layOut } from './joins-layout.js'

/** @typedef {import('./package.js').Joins} Joins */
/** @typedef {import('./joins-layout.js').Box} Box */
/** @typedef {import('./joins-layout.js').Line} Line */

/** A picture of more tables would be a tangle. */
const DRAWN = 40
const DRAWN_EDGES = 120

/** @type {Record<string, [string, string]>} */
const ENDS = { OneToOne: ['1', '1'], OneToMany: ['1', 'n'], ManyToOne: ['n', '1'], ManyToMany: ['n', 'n'] }

/**
 * @param {Joins} joins
 * @param {number} room for it, in pixels
 */
export function drawJoins(joins, room) {
  const { nodes, edges } = joins
  if (edges.length === 0) return
  if (nodes.length > DRAWN || edges.length > DRAWN_EDGES) {
    return h('p', { class: 'note joins-note' }, `${count(nodes.length, 'table')} and ${count(edges.length, 'relationship')}: too many to be drawn.`)
  }
  const { boxes, lines, width, height } = layOut(joins, room)
  const alone = boxes.filter(({ isReached }) => !isReached)
  const picture = svg(
    'svg',
    {
      role: 'img',
      class: 'joins-picture',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'aria-label': `How ${count(nodes.length, 'table')} are joined by ${count(edges.length, 'relationship')}`,
    },
    ...lines.flatMap(drawLine),
    ...boxes.map(drawBox),
  )
  return h(
    'figure',
    { class: 'joins' },
    picture,
    h('ul', { class: 'visually-hidden' }, lines.map((line) => h('li', {}, inWords(line, boxes))), alone.map(({ label }) => h('li', {}, `${label}: joined to nothing`))),
    alone.length > 0 && h('figcaption', { class: 'note' }, 'Dashed: no relationship reaches it.'),
  )
}

/** @param {Box} box */
function drawBox({ node, label, isReached, x, y, width }) {
  const hidden = node.isHide ? ' join-hidden' : ''
  return svg(
    'g',
    { class: `join-table${isReached ? '' : ' join-unreached'}${hidden}` },
    svg('title', {}, node.schemaName ? `${node.schemaName}.${node.name}` : node.name),
    svg('rect', { x, y, width, height: BOX_HEIGHT, rx: 6 }),
    svg('text', { x: x + width / 2, y: y + BOX_HEIGHT / 2 }, label),
  )
}

/** @param {Line} line */
function drawLine({ edge, path, parentEnd, childEnd }) {
  const [parent, child] = ENDS[edge.cardinality ?? ''] ?? []
  const isLoop = edge.parent === edge.child
  const below = isLoop ? 0 : 12
  return [
    svg('path', { class: 'join-line', d: path }, svg('title', {}, edge.name ?? '')),
    parent && svg('text', { class: 'join-end', x: parentEnd.x + 4, y: parentEnd.y + (isLoop ? -6 : below) }, parent),
    child && svg('text', { class: 'join-end', x: childEnd.x + 4, y: childEnd.y + (isLoop ? 14 : -5) }, child),
  ].filter((part) => part !== undefined && part !== '')
}

/** @param {Line} line @param {readonly Box[]} boxes */
function inWords({ edge }, boxes) {
  const { parent, child, parentColumn, childColumn, cardinality } = edge
  const name = (/** @type {number} */ table) => boxes.find(({ node }) => node.table === table)?.label
  const columns = parentColumn !== null && childColumn !== null && ` (${parentColumn} = ${childColumn})`
  return [`${name(parent)} to ${parent === child ? 'itself' : name(child)}`, columns, cardinality && `, ${cardinality}`].filter(Boolean).join('')
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(SVGElement | string)} children
 */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}
