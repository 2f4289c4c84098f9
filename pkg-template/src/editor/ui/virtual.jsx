/** Rows of equal height, of which only those in view are in the document. */
// @ts-check

import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows above and below the visible ones, so that scrolling shows no gap. */
const MARGIN = 6

export const ROW_HEIGHT = 28

/**
 * @typedef {object} Scroller
 * @property {(index: number) => void} reveal scrolls a row into view, if it is not
 * @property {() => number} page how many rows are in view
 */

/**
 * @param {object} props
 * @param {number} props.count
 * @param {(index: number) => import('preact').ComponentChildren} props.row
 * @param {number} [props.keep] a row that stays in the document because it has the focus
 * @param {import('preact').ComponentChildren} [props.head] stays at the top
 * @param {number} [props.headHeight]
 * @param {{ current: Scroller | null }} [props.scroller]
 * @param {string} [props.class]
 * @param {Record<string, unknown>} [props.attributes] of the element that scrolls
 */
export function VirtualRows({ count, row, keep = -1, head, headHeight = 0, scroller, class: name = '', attributes = {} }) {
  const element = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [{ first, last }, setWindow] = useState({ first: 0, last: 40 })

  const measure = () => {
    const box = element.current
    if (!box) return
    const first = Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - MARGIN)
    const last = Math.ceil((box.scrollTop + box.clientHeight) / ROW_HEIGHT) + MARGIN
    setWindow((before) => (before.first === first && before.last === last ? before : { first, last }))
  }

  useLayoutEffect(() => {
    const box = /** @type {HTMLDivElement} */ (element.current)
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(measure, [count])

  if (scroller) {
    scroller.current = {
      reveal(index) {
        const box = element.current
        if (!box || index < 0) return
        const top = index * ROW_HEIGHT
        const height = box.clientHeight - headHeight
        if (top < box.scrollTop) box.scrollTop = top
        else if (top + ROW_HEIGHT > box.scrollTop + height) box.scrollTop = top + ROW_HEIGHT - height
        measure()
      },
      page: () => Math.max(1, Math.floor(((element.current?.clientHeight ?? 0) - headHeight) / ROW_HEIGHT) - 1),
    }
  }

  const end = Math.min(count, last)
  /** @type {import('preact').VNode[]} */
  const rows = []
  /** @param {number} index */
  const add = (index) => void rows.push(<div class="slot" role="presentation" key={index} style={{ top: `${index * ROW_HEIGHT}px` }}>{row(index)}</div>)
  if (keep >= 0 && keep < Math.min(first, count)) add(keep)
  for (let index = Math.min(first, end); index < end; index++) add(index)
  if (keep >= end && keep < count) add(keep)
  return (
    <div ref={element} class={`scroll ${name}`} onScroll={measure} {...attributes}>
      {head}
      <div class="rows" role="presentation" style={{ height: `${count * ROW_HEIGHT}px` }}>
        {rows}
      </div>
    </div>
  )
}
