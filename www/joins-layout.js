/** Where the tables and relationships stand in the picture of joins: parents above children, in rows. */
// @ts-check

/** @typedef {import('./package.js').Joins} Joins */
/** @typedef {import('./package.js').Joins['nodes'][number]} JoinNode */
/** @typedef {import('./package.js').Joins['edges'][number]} JoinEdge */
/**
 * @typedef {object} Box
 * @property {JoinNode} node
 * @property {string} label
 * @property {boolean} isReached
 * @property {number} row
 * @property {number} x of its left edge
 * @property {number} y of its upper edge
 * @property {number} width
 */
/** @typedef {{ edge: JoinEdge, path: string, parentEnd: Point, childEnd: Point }} Line */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ boxes: Box[], lines: Line[], width: number, height: number }} Layout */

export const BOX_HEIGHT = 28
const CHARACTER = 7.3
const LONGEST = 24
const GAP = 26
const ROW = 78
/** Room for loops and for lines that go around. */
const MARGIN = 30
const SWEEPS = 4

/**
 * @param {Joins} joins
 * @param {number} room to which the picture need not be shrunk
 * @returns {Layout}
 */
export function layOut({ nodes, edges }, room) {
  const reached = new Set(edges.flatMap(({ parent, child }) => [parent, child]))
  const names = new Map()
  for (const { name } of nodes) names.set(name, (names.get(name) ?? 0) + 1)
  const boxes = nodes.map((node) => {
    const full = names.get(node.name) > 1 && node.schemaName ? `${node.schemaName}.${node.name}` : node.name
    const units = [...full]
    const label = units.length > LONGEST ? `${units.slice(0, LONGEST - 1).join('')}…` : full
    return { node, label, isReached: reached.has(node.table), row: 0, x: 0, y: 0, width: Math.max(44, [...label].length * CHARACTER + 20) }
  })
  const boxOf = new Map(boxes.map((box) => [box.node.table, box]))
  const drawn = edges.filter(({ parent, child }) => boxOf.has(parent) && boxOf.has(child))

  const depths = findDepths([...reached], drawn)
  /** @type {Box[][]} */
  const layers = []
  for (const [table, depth] of depths) {
    const box = boxOf.get(table)
    if (box) (layers[depth] ??= []).push(box)
  }
  const rows = [...order(layers.filter(Boolean), drawn, boxOf), boxes.filter(({ isReached }) => !isReached)].flatMap((row) =>
    broken(row, room - 2 * MARGIN),
  )
  const width = Math.max(...rows.map(widthOf)) + 2 * MARGIN
  for (const [index, row] of rows.entries()) {
    let x = (width - widthOf(row)) / 2
    for (const box of row) {
      Object.assign(box, { row: index, x, y: 8 + index * ROW })
      x += box.width + GAP
    }
  }
  return { boxes, lines: drawLines(drawn, boxOf), width, height: 16 + (rows.length - 1) * ROW + BOX_HEIGHT }
}

/**
 * How far below the uppermost tables each one stands: below all its parents, as far as there is no cycle.
 *
 * @param {readonly number[]} tables
 * @param {readonly JoinEdge[]} edges
 */
function findDepths(tables, edges) {
  /** @type {Map<number, number[]>} */
  const parentsOf = new Map(tables.map((table) => [table, []]))
  /** @type {Map<number, number[]>} */
  const childrenOf = new Map(tables.map((table) => [table, []]))
  for (const { parent, child } of edges) {
    if (parent === child) continue
    parentsOf.get(child)?.push(parent)
    childrenOf.get(parent)?.push(child)
  }
  /** @type {Map<number, number>} */
  const depths = new Map()
  const open = new Set()
  /** @param {number} table @returns {number} */
  const depthOf = (table) => {
    const known = depths.get(table)
    if (known !== undefined) return known
    open.add(table)
    // A parent that is still open is part of a cycle, which has to be cut somewhere.
    const parents = (parentsOf.get(table) ?? []).filter((parent) => !open.has(parent))
    const depth = Math.max(-1, ...parents.map(depthOf)) + 1
    open.delete(table)
    depths.set(table, depth)
    return depth
  }
  for (const table of tables) depthOf(table)
  // What has no parent stands right above its first child.
  for (const table of tables) {
    const below = (childrenOf.get(table) ?? []).map((child) => depths.get(child) ?? 0)
    if (parentsOf.get(table)?.length === 0 && below.length > 0) depths.set(table, Math.max(0, Math.min(...below) - 1))
  }
  return depths
}

/**
 * Puts the tables of each layer near those that they are joined to.
 *
 * @param {Box[][]} layers
 * @param {readonly JoinEdge[]} edges
 * @param {ReadonlyMap<number, Box>} boxOf
 */
function order(layers, edges, boxOf) {
  /** @type {Map<Box, Box[]>} */
  const neighbours = new Map()
  for (const { parent, child } of edges) {
    const ends = [boxOf.get(parent), boxOf.get(child)]
    for (const [from, to] of [ends, ends.toReversed()]) {
      if (from && to && from !== to) neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    }
  }
  /** Where in its layer a table stands, from 0 to 1. @type {Map<Box, number>} */
  const places = new Map()
  const note = (/** @type {Box[]} */ layer) => layer.forEach((box, index) => places.set(box, (index + 0.5) / layer.length))
  layers.forEach(note)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = new Map(
        layer.map((box) => {
          const around = (neighbours.get(box) ?? []).filter((other) => !layer.includes(other))
          const sum = around.reduce((sum, other) => sum + (places.get(other) ?? 0), 0)
          return [box, around.length > 0 ? sum / around.length : (places.get(box) ?? 0)]
        }),
      )
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
      note(layer)
    }
  }
  return layers
}

/** @param {readonly Box[]} row */
function widthOf(row) {
  return row.reduce((sum, { width }) => sum + width + GAP, -GAP)
}

/** Breaks a row that is too wide into several. @param {Box[]} row @param {number} widest */
function broken(row, widest) {
  /** @type {Box[][]} */
  const rows = []
  for (const box of row) {
    const last = rows.at(-1)
    if (last && widthOf([...last, box]) <= widest) last.push(box)
    else rows.push([box])
  }
  return rows
}

/**
 * @param {readonly JoinEdge[]} edges
 * @param {ReadonlyMap<number, Box>} boxOf
 * @returns {Line[]}
 */
function drawLines(edges, boxOf) {
  const ends = edges.map((edge) => ({ edge, parent: /** @type {Box} */ (boxOf.get(edge.parent)), child: /** @type {Box} */ (boxOf.get(edge.child)) }))
  const down = ends.filter(({ parent, child }) => child.row > parent.row)
  /**
   * Lines that leave a table on the same side stand apart, in the order of where they go.
   *
   * @param {Box} box
   * @param {'parent' | 'child'} side
   * @param {JoinEdge} edge
   */
  const portOf = (box, side, edge) => {
    const other = side === 'parent' ? 'child' : 'parent'
    const all = down.filter((end) => end[side] === box).sort((a, b) => centre(a[other]) - centre(b[other]))
    const index = all.findIndex((end) => end.edge === edge)
    return box.x + (box.width * (index + 1)) / (all.length + 1)
  }
  return ends.map(({ edge, parent, child }) => {
    if (parent === child) return loop(edge, parent)
    if (child.row > parent.row) {
      const from = { x: portOf(parent, 'parent', edge), y: parent.y + BOX_HEIGHT }
      const to = { x: portOf(child, 'child', edge), y: child.y }
      const bend = (to.y - from.y) / 2
      return line(edge, from, to, `C ${from.x} ${from.y + bend} ${to.x} ${to.y - bend}`)
    }
    return around(edge, parent, child)
  })
}

/** A line to a table beside or above goes around on the right. @param {JoinEdge} edge @param {Box} parent @param {Box} child */
function around(edge, parent, child) {
  if (parent.row === child.row) {
    const [from, to] = [
      { x: centre(parent), y: parent.y + BOX_HEIGHT },
      { x: centre(child), y: child.y + BOX_HEIGHT },
    ]
    return line(edge, from, to, `C ${from.x} ${from.y + 26} ${to.x} ${to.y + 26}`)
  }
  const from = { x: parent.x + parent.width, y: parent.y + BOX_HEIGHT / 2 }
  const to = { x: child.x + child.width, y: child.y + BOX_HEIGHT / 2 }
  const far = Math.max(from.x, to.x) + MARGIN
  return line(edge, from, to, `C ${far} ${from.y} ${far} ${to.y}`)
}

/** @param {JoinEdge} edge @param {Box} box */
function loop(edge, box) {
  const right = box.x + box.width
  const from = { x: right, y: box.y + 9 }
  const to = { x: right, y: box.y + BOX_HEIGHT - 7 }
  return line(edge, from, to, `C ${right + 28} ${from.y - 12} ${right + 28} ${to.y + 12}`)
}

/** @param {JoinEdge} edge @param {Point} from @param {Point} to @param {string} curve @returns {Line} */
function line(edge, from, to, curve) {
  return { edge, path: `M ${from.x} ${from.y} ${curve} ${to.x} ${to.y}`, parentEnd: from, childEnd: to }
}

/** @param {Box} box */
function centre(box) {
  return box.x + box.width / 2
}
