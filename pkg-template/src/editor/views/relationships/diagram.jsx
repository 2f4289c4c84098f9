/** The diagram of the joins: a column that is dragged onto another one is joined to it. */
// @ts-check

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { areJoined, join, relationshipsOf } from '../../document/relationships.js'
import { textOf } from '../../document/value.js'
import { goToPlace } from '../../state/navigation.js'
import { useSession } from '../../ui/context.js'
import { followPointer } from '../../ui/dragging.js'
import { Icon } from '../../ui/icons.jsx'
import { BOX_WIDTH, HEAD_HEIGHT, line, place, ROW_HEIGHT } from './layout.js'

/** @typedef {import('../../document/relationships.js').End} End */
/** @typedef {import('../../document/relationships.js').Choice} Choice */
/** @typedef {import('./layout.js').Edge} Edge */
/** @typedef {{ x: number, y: number, to: { x: number, y: number }, over?: End }} Dragged */

/** The height that it takes at most. */
const MOST_HEIGHT = 560

/** How small it becomes, by itself and at all, and how large. */
const [READABLE, LEAST, MOST] = [0.6, 0.25, 2]

const STEP = 1.25

/** What stands at the ends of a line: parent, child. @type {Record<string, readonly [string, string]>} */
const ENDS = { OneToOne: ['1', '1'], OneToMany: ['1', 'n'], ManyToOne: ['n', '1'], ManyToMany: ['n', 'n'] }

/**
 * @param {object} props
 * @param {ReadonlyMap<string, readonly Choice[]>} props.columns of each table
 * @param {ReadonlyMap<number, readonly import('../../../../index.d.ts').Issue[]>} props.issues
 * @param {readonly import('../../../../index.d.ts').RelationshipProposal[] | undefined} props.proposals
 */
export function Diagram({ columns, issues, proposals }) {
  const session = useSession()
  const t = session.t.value
  const canvas = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [opened, setOpened] = useState(/** @type {ReadonlySet<string>} */ (new Set()))
  const [dragged, setDragged] = useState(/** @type {Dragged | undefined} */ (undefined))
  const [note, setNote] = useState('')
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [zoom, setZoom] = useState(1)
  /** What of the diagram stays where in its box. */
  const fixed = useRef({ x: 0, y: 0, left: 0, top: 0 })
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

  /** @param {number} factor @param {number} [x] what stays where it is, from the left of the box, @param {number} [y] and from its top */
  const zoomBy = (factor, x, y) => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = /** @type {HTMLElement} */ (scroller.current)
    const [left, top] = [x ?? clientWidth / 2, y ?? clientHeight / 2]
    fixed.current = { x: (scrollLeft + left) / zoom, y: (scrollTop + top) / zoom, left, top }
    setZoom(Math.max(LEAST, Math.min(MOST, zoom * factor)))
  }
  /** Shows all of it. @param {number} least */
  const fit = (least) => {
    const { clientWidth } = /** @type {HTMLElement} */ (scroller.current)
    setZoom(Math.max(least, Math.min(1, clientWidth / placed.width, MOST_HEIGHT / placed.height)))
  }
  useLayoutEffect(() => fit(READABLE), [])
  useLayoutEffect(() => {
    const { x, y, left, top } = fixed.current
    scroller.current?.scrollTo(x * zoom - left, y * zoom - top)
  }, [zoom])

  /** A touchpad's pinch is a wheel with Ctrl. @param {WheelEvent} event */
  const onWheel = (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const { left, top } = /** @type {HTMLElement} */ (scroller.current).getBoundingClientRect()
    zoomBy(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top)
  }

  /** @param {PointerEvent} event @param {End} end */
  const onPointerDown = (event, end) => {
    if (event.button !== 0 || !session.canEdit.peek()) return
    const row = /** @type {HTMLElement} */ (event.currentTarget)
    const root = /** @type {ShadowRoot} */ (row.getRootNode())
    const point = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const { left, top } = /** @type {HTMLElement} */ (canvas.current).getBoundingClientRect()
      return { x: (clientX - left) / zoom, y: (clientY - top) / zoom }
    }
    const { x, y } = point(event)
    /** @type {End | undefined} */
    let over
    setNote('')
    const move = (/** @type {PointerEvent} */ event) => {
      const target = root.elementFromPoint(event.clientX, event.clientY)?.closest('[data-end]')
      over = target instanceof HTMLElement && target !== row ? JSON.parse(/** @type {string} */ (target.dataset.end)) : undefined
      setDragged({ x, y, to: point(event), over })
    }
    followPointer(event, move, (isDropped) => {
      setDragged(undefined)
      if (isDropped && over) connect(end, over)
    })
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
      <div class="section-head">
        <p class="soft" role="status">
          {note || t('relationships.diagram.help')}
        </p>
        <div class="segments" role="group" aria-label={t('zoom')}>
          <button type="button" aria-label={t('zoom.out')} title={t('zoom.out')} onClick={() => zoomBy(1 / STEP)}>
            <Icon name="dash" size={12} />
          </button>
          <button type="button" class="zoom" title={t('zoom.none')} onClick={() => zoomBy(1 / zoom)}>
            {Math.round(zoom * 100)}%
          </button>
          <button type="button" aria-label={t('zoom.in')} title={t('zoom.in')} onClick={() => zoomBy(STEP)}>
            <Icon name="plus" size={12} />
          </button>
          <button type="button" onClick={() => fit(LEAST)}>
            {t('zoom.fit')}
          </button>
        </div>
      </div>
      <div class="scroll diagram" ref={scroller} style={{ maxHeight: `${MOST_HEIGHT}px` }} onWheel={onWheel}>
        <div style={{ width: `${placed.width * zoom}px`, height: `${placed.height * zoom}px` }}>
          <div class={`canvas ${dragged ? 'is-dragging' : ''}`} ref={canvas} role="group" aria-label={t('relationships.diagram')} style={{ width: `${placed.width}px`, height: `${placed.height}px`, scale: zoom }}>
            <svg class="lines" width={placed.width} height={placed.height} aria-hidden="true">
              {edges.map((edge) => {
                const drawn = line(placed.boxes, edge)
                if (!drawn) return null
                const item = relationships[edge.index]
                const ends = ENDS[textOf(item?.cardinality)]
                return (
                  <g key={edge.index} class={`line ${issues.has(edge.index) ? `is-${worst(issues.get(edge.index) ?? [])}` : ''}`} data-relationship={textOf(item?.relationshipName)} onClick={() => goToPlace(session, ['relationships', edge.index, 'relationshipName'])}>
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
              {dragged && <path class="line-new" d={`M${dragged.x} ${dragged.y}L${dragged.to.x} ${dragged.to.y}`} />}
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
