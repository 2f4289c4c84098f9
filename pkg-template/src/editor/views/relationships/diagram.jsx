/** The diagram of the joins: a column that is dragged onto another one is joined to it. */
// @ts-check

import { useMemo, useRef, useState } from 'preact/hooks'
import { areJoined, join, relationshipsOf } from '../../document/relationships.js'
import { textOf } from '../../document/value.js'
import { useSession } from '../../ui/context.js'
import { BOX_WIDTH, HEAD_HEIGHT, line, place, ROW_HEIGHT } from './layout.js'

/** @typedef {import('../../document/relationships.js').End} End */
/** @typedef {import('../../document/relationships.js').Choice} Choice */
/** @typedef {import('./layout.js').Edge} Edge */
/** @typedef {{ end: End, x: number, y: number, toX: number, toY: number, over?: End }} Dragged */

/** What stands at the ends of a line: parent, child. @type {Record<string, readonly [string, string]>} */
const ENDS = { OneToOne: ['1', '1'], OneToMany: ['1', 'n'], ManyToOne: ['n', '1'], ManyToMany: ['n', 'n'] }

/**
 * @param {object} props
 * @param {ReadonlyMap<string, readonly Choice[]>} props.columns of each table
 * @param {ReadonlyMap<number, readonly import('../../../../index.d.ts').Issue[]>} props.issues
 * @param {readonly import('../../../../index.d.ts').RelationshipProposal[] | undefined} props.proposals
 * @param {(index: number) => void} props.edit shows a relationship in the list
 */
export function Diagram({ columns, issues, proposals, edit }) {
  const session = useSession()
  const t = session.t.value
  const canvas = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [opened, setOpened] = useState(/** @type {ReadonlySet<string>} */ (new Set()))
  const [dragged, setDragged] = useState(/** @type {Dragged | undefined} */ (undefined))
  const [note, setNote] = useState('')
  const relationships = relationshipsOf(session.value.value)

  const { edges, placed } = useMemo(() => {
    const tables = [...columns.keys()]
    const keys = new Set(relationships.flatMap(keysOf))
    for (const { relationship } of proposals ?? []) for (const key of keysOf(relationship)) keys.add(key)
    const boxes = tables.map((table) => {
      const all = (columns.get(table) ?? []).map((column) => ({ ...column, isKey: keys.has(keyOf(table, column.name)) }))
      const shown = opened.has(table) ? all : all.filter(({ isKey }) => isKey)
      return { table, columns: shown, more: all.length - all.filter(({ isKey }) => isKey).length }
    })
    const at = new Map(tables.map((table, index) => [table, index]))
    const edges = relationships.flatMap((item, index) => {
      const [parent, child] = [at.get(textOf(item.parentTableName)), at.get(textOf(item.childTableName))]
      return parent === undefined || child === undefined ? [] : [{ index, parent, child, parentColumn: textOf(item.parentColumnName), childColumn: textOf(item.childColumnName) }]
    })
    return { edges, placed: place(boxes, edges) }
  }, [columns, session.value.value, proposals, opened])

  /** @param {PointerEvent} event @param {End} end */
  const onPointerDown = (event, end) => {
    if (event.button !== 0 || !session.canEdit.peek()) return
    event.preventDefault()
    const row = /** @type {HTMLElement} */ (event.currentTarget)
    const box = /** @type {HTMLElement} */ (canvas.current)
    const root = /** @type {ShadowRoot} */ (row.getRootNode())
    row.setPointerCapture(event.pointerId)
    const point = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const { left, top } = box.getBoundingClientRect()
      return { x: clientX - left, y: clientY - top }
    }
    const start = point(event)
    /** @type {Dragged} */
    let now = { end, ...start, toX: start.x, toY: start.y }
    setNote('')
    const move = (/** @type {PointerEvent} */ event) => {
      const { x, y } = point(event)
      const target = root.elementFromPoint(event.clientX, event.clientY)?.closest('[data-end]')
      const over = target instanceof HTMLElement && target !== row ? JSON.parse(/** @type {string} */ (target.dataset.end)) : undefined
      now = { ...now, toX: x, toY: y, over }
      setDragged(now)
    }
    const stop = (/** @type {Event} */ event) => {
      row.removeEventListener('pointermove', move)
      row.removeEventListener('pointerup', stop)
      row.removeEventListener('pointercancel', stop)
      setDragged(undefined)
      if (event.type === 'pointerup' && now.over) connect(end, now.over)
    }
    row.addEventListener('pointermove', move)
    row.addEventListener('pointerup', stop)
    row.addEventListener('pointercancel', stop)
  }

  /** The column that refers to another one is the child. @param {End} child @param {End} parent */
  const connect = (child, parent) => {
    const value = session.value.peek()
    if (areJoined(value, parent, child)) return setNote(t('relationships.joined'))
    session.change(join(value, parent, child))
    session.announcement.value = t('relationships.added', { count: 1 })
  }

  /** @param {string} table */
  const toggle = (table) => {
    const next = new Set(opened)
    if (!next.delete(table)) next.add(table)
    setOpened(next)
  }

  return (
    <>
      <p class="soft" role="status">
        {note || t('relationships.diagram.help')}
      </p>
      <div class="scroll diagram">
        <div class={`canvas ${dragged ? 'is-dragging' : ''}`} ref={canvas} role="group" aria-label={t('relationships.diagram')} style={{ width: `${placed.width}px`, height: `${placed.height}px` }}>
          <svg class="lines" width={placed.width} height={placed.height} aria-hidden="true">
            {edges.map((edge) => {
              const drawn = line(placed.boxes, edge)
              if (!drawn) return null
              const item = relationships[edge.index]
              const ends = ENDS[textOf(item?.cardinality)]
              return (
                <g key={edge.index} class={`line ${issues.has(edge.index) ? `is-${worst(issues.get(edge.index) ?? [])}` : ''}`} data-relationship={textOf(item?.relationshipName)} onClick={() => edit(edge.index)}>
                  <title>{textOf(item?.relationshipName)}</title>
                  <path class="line-target" d={drawn.path} />
                  <path class="line-stroke" d={drawn.path} />
                  {ends && (
                    <>
                      <text x={drawn.parent.x} y={drawn.parent.y}>
                        {ends[0]}
                      </text>
                      <text x={drawn.child.x} y={drawn.child.y}>
                        {ends[1]}
                      </text>
                    </>
                  )}
                </g>
              )
            })}
            {dragged && <path class="line-new" d={`M${dragged.x} ${dragged.y}L${dragged.toX} ${dragged.toY}`} />}
          </svg>
          {placed.boxes.map((box) => (
            <div key={box.table} class="table-box" style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${BOX_WIDTH}px`, height: `${box.height}px` }}>
              <div class="table-head mono" style={{ height: `${HEAD_HEIGHT}px` }}>
                {box.table}
              </div>
              {box.columns.map(({ name, type, isKey }) => {
                const end = { table: box.table, column: name }
                const isOver = dragged?.over?.table === box.table && dragged.over.column === name
                return (
                  <div
                    key={name}
                    class={`table-column ${isOver ? 'is-over' : ''} ${isKey ? 'is-key' : ''}`}
                    data-end={JSON.stringify(end)}
                    style={{ height: `${ROW_HEIGHT}px` }}
                    onPointerDown={(event) => onPointerDown(event, end)}
                  >
                    <span class="mono">{name}</span>
                    <span class="fine">{type}</span>
                  </div>
                )
              })}
              {box.more > 0 && <More box={box} isOpen={opened.has(box.table)} toggle={() => toggle(box.table)} />}
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

/** Shows the columns that join nothing, or hides them. @param {{ box: import('./layout.js').Box, isOpen: boolean, toggle: () => void }} props */
function More({ box, isOpen, toggle }) {
  const t = useSession().t.value
  const text = isOpen ? t('relationships.fewer') : t('relationships.more', { count: box.more })
  return (
    <button type="button" class="table-more" style={{ height: `${ROW_HEIGHT}px` }} aria-expanded={isOpen} aria-label={`${text}: ${box.table}`} onClick={toggle}>
      {text}
    </button>
  )
}

/** @param {string} table @param {string} column */
function keyOf(table, column) {
  return JSON.stringify([table, column])
}

/** The columns that a relationship joins. @param {object} relationship */
function keysOf(relationship) {
  const { parentTableName, parentColumnName, childTableName, childColumnName } = /** @type {Record<string, unknown>} */ (relationship)
  return [keyOf(textOf(parentTableName), textOf(parentColumnName)), keyOf(textOf(childTableName), textOf(childColumnName))]
}

/** @param {readonly import('../../../../index.d.ts').Issue[]} issues */
function worst(issues) {
  return issues.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
}
