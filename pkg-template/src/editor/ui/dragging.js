/** What is dragged by a pointer: mouse, pen or finger. */
// @ts-check

/**
 * Follows a pointer that was pressed on a handle until it is released, wherever it goes.
 *
 * @param {PointerEvent} pressed
 * @param {(event: PointerEvent) => void} move
 * @param {(isDropped: boolean) => void} end not dropped if the browser has taken the pointer, as for scrolling
 */
export function followPointer(pressed, move, end) {
  pressed.preventDefault()
  const handle = /** @type {HTMLElement} */ (pressed.currentTarget)
  handle.setPointerCapture(pressed.pointerId)
  const over = new AbortController()
  /** @param {Event} event */
  const stop = ({ type }) => {
    over.abort()
    end(type === 'pointerup')
  }
  handle.addEventListener('pointermove', move, over)
  handle.addEventListener('pointerup', stop, over)
  handle.addEventListener('pointercancel', stop, over)
}
