/** Where the tables and the joins of the diagram stand. */
// @ts-check

import { Graph, layout } from '@dagrejs/dagre'

/** @typedef {{ name: string, type: string, isKey: boolean }} BoxColumn */
/** @typedef {{ table: string, columns: readonly BoxColumn[], more: number }} Box a table; `more` columns are not shown */
/** @typedef {{ index: number, parent: number, child: number, parentColumn: string, childColumn: string }} Edge by the indexes of boxes */
/** @typedef {Box & { x: number, y: number, height: number }} PlacedBox */

export const BOX_WIDTH = 200
export const HEAD_HEIGHT = 30
export const ROW_HEIGHT = 24

const MARGIN = 24
const GAP = 24
/** Room for lines and what is written on them. */
const BETWEEN = 64

/** @param {Box} box */
function heightOf({ columns, more }) {
  return HEAD_HEIGHT + ROW_HEIGHT * (columns.length + (more === 0 ? 0 : 1)) + 2
}

/**
 * Parents stand to the left of their children; tables without joins below them, in rows.
 *
 * @param {readonly Box[]} boxes
 * @param {readonly Edge[]} edges
 * @returns {{ boxes: readonly PlacedBox[], width: number, height: number }}
 */
export function place(boxes, edges) {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: BETWEEN, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { parent, child } of edges) {
    for (const end of [parent, child]) {
      const box = boxes[end]
      if (box) graph.setNode(String(end), { width: BOX_WIDTH, height: heightOf(box) })
    }
    if (parent !== child) graph.setEdge(String(parent), String(child))
  }
  const isJoined = graph.nodeCount() > 0
  if (isJoined) layout(graph)
  const { width = 0, height = 0 } = isJoined ? graph.graph() : {}
  const room = Math.max(width, 3 * (BOX_WIDTH + GAP) + MARGIN)
  let [x, y, rowHeight] = [MARGIN, isJoined ? height : MARGIN, 0]
  const placed = boxes.map((box, index) => {
    const own = heightOf(box)
    if (graph.hasNode(String(index))) {
      const node = graph.node(String(index))
      return { ...box, x: node.x - BOX_WIDTH / 2, y: node.y - own / 2, height: own }
    }
    if (x + BOX_WIDTH > room) [x, y, rowHeight] = [MARGIN, y + rowHeight + GAP, 0]
    const spot = { ...box, x, y, height: own }
    x += BOX_WIDTH + GAP
    rowHeight = Math.max(rowHeight, own)
    return spot
  })
  return {
    boxes: placed,
    width: Math.max(...placed.map(({ x }) => x + BOX_WIDTH), 0) + MARGIN,
    height: Math.max(...placed.map(({ y, height }) => y + height), 0) + MARGIN,
  }
}

/**
 * The line of a join, from column to column by the sides that face each other; one within a table
 * goes around its right side.
 *
 * @param {readonly PlacedBox[]} boxes
 * @param {Edge} edge
 * @returns {{ path: string, parent: { x: number, y: number }, child: { x: number, y: number } } | undefined}
 */
export function line(boxes, { parent, child, parentColumn, childColumn }) {
  const [from, to] = [boxes[parent], boxes[child]]
  if (!from || !to) return undefined
  const isLoop = parent === child
  const isLeft = !isLoop && to.x < from.x
  const isAbove = !isLoop && Math.abs(to.x - from.x) < BOX_WIDTH / 2
  const startSide = isLeft ? -1 : 1
  const endSide = isLoop || isAbove ? startSide : -startSide
  const start = { x: from.x + (startSide > 0 ? BOX_WIDTH : 0), y: rowOf(from, parentColumn) }
  const end = { x: to.x + (endSide > 0 ? BOX_WIDTH : 0), y: rowOf(to, childColumn) }
  const bend = Math.max(32, Math.abs(end.x - start.x) / 2)
  const path = `M${start.x} ${start.y}C${start.x + startSide * bend} ${start.y} ${end.x + endSide * bend} ${end.y} ${end.x} ${end.y}`
  const label = (/** @type {{ x: number, y: number }} */ { x, y }, /** @type {number} */ side) => ({ x: x + side * 9, y: y - 5 })
  return { path, parent: label(start, startSide), child: label(end, endSide) }
}

/** The middle of a column's row. @param {PlacedBox} box @param {string} column */
function rowOf({ y, columns }, column) {
  const index = columns.findIndex(({ name }) => name === column)
  return index < 0 ? y + HEAD_HEIGHT / 2 : y + HEAD_HEIGHT + ROW_HEIGHT * (index + 0.5)
}
