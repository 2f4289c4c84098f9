/**
 * The text editor: a plain textarea, whose own text is transparent, over a layer that shows the same text with colours
 * and underlines. Typing, undo, selection, spell-out and touch stay the browser's own. Only the lines in view are drawn.
 */
// @ts-check

import { drawLine } from './highlight.js'
import { h } from './dom.js'
import { TextLines, difference, shifter } from './text-lines.js'

/** @typedef {import('./highlight.js').Mark} Mark */
/** @typedef {import('./package.js').Range} Range */

/** Lines drawn above and below the view. */
const OVERSCAN = 12
/** A mark over more lines than this is drawn on the first ones only. */
const MARKED_LINES = 200
/** Beyond this many characters a replacement that can be undone would be felt. */
const UNDOABLE = 100_000
/** `insertText` is quick enough for a piece of this many characters. */
const QUICK = 500

/**
 * Writes into the focused textarea in a way that undo knows of: deprecated, and still the only one. In Chromium
 * `insertText` takes seconds for some hundred lines, and `insertHTML` milliseconds; Firefox has only the former, quick.
 *
 * @param {string} text
 */
function insertUndoably(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return document.execCommand('insertHTML', false, escaped) || document.execCommand('insertText', false, text)
}

export class Editor {
  #root
  #area
  #view
  #drawn
  #numbers
  #caretLine
  #lines
  /** @type {readonly Mark[]} */
  #marks = []
  /** The marks on each line. @type {Map<number, Mark[]>} */
  #marksOfLine = new Map()
  /** Where the names begin that are tinted. @type {ReadonlySet<number>} */
  #used = new Set()
  /** What is drawn, by line. @type {Map<number, { line: HTMLElement, number: HTMLElement }>} */
  #shown = new Map()
  #scheduled = 0
  #lineHeight = 20
  #padding = { left: 0, top: 0 }

  /**
   * @param {HTMLElement} root
   * @param {{ input: () => void, caret: (offset: number) => void, step: (direction: 1 | -1) => void }} listeners
   */
  constructor(root, listeners) {
    this.#root = root
    this.#area = /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea'))
    this.#view = /** @type {HTMLElement} */ (root.querySelector('.mirror'))
    this.#drawn = h('div', { class: 'lines' })
    this.#caretLine = h('div', { class: 'caret-line' })
    this.#view.append(this.#caretLine, this.#drawn)
    this.#numbers = h('div', { class: 'numbers' })
    root.querySelector('.gutter')?.append(this.#numbers)
    this.#lines = new TextLines(this.#area.value)

    this.#area.addEventListener('input', () => {
      this.#textChanged()
      listeners.input()
    })
    this.#area.addEventListener('scroll', () => this.#draw(), { passive: true })
    this.#area.addEventListener('keydown', (event) => {
      if (event.key === 'F8') {
        event.preventDefault()
        listeners.step(event.shiftKey ? -1 : 1)
      } else if (event.key === 'Enter' && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        this.#breakLine(event)
      }
    })
    for (const type of ['selectionchange', 'focusin', 'focusout']) {
      document.addEventListener(type, () => {
        if (type === 'selectionchange' && document.activeElement !== this.#area) return
        this.#drawCaretLine()
        listeners.caret(this.caret)
      })
    }
    new ResizeObserver(() => this.#measure()).observe(this.#area)
    this.#measure()
  }

  get text() {
    return this.#lines.text
  }

  get caret() {
    return this.#area.selectionStart
  }

  /**
   * Puts another text in the place of the present one. Undo brings that back, unless the texts are very long.
   *
   * @param {string} text
   */
  replaceText(text) {
    if (text === this.text) return
    const area = this.#area
    if (text.length + this.text.length <= UNDOABLE && this.text !== '') {
      const focused = document.activeElement
      area.focus({ preventScroll: true })
      area.select()
      insertUndoably(text)
      if (area.value !== text) area.value = text
      if (focused instanceof HTMLElement && focused !== area) focused.focus({ preventScroll: true })
    } else {
      area.value = text
    }
    area.setSelectionRange(0, 0)
    area.scrollTo(0, 0)
    this.#textChanged()
  }

  /**
   * Changes only the piece in which another text differs from the present one, in a way that undo knows of.
   *
   * @param {string} text
   * @returns {Range} what was changed, in the new text
   */
  edit(text) {
    const area = this.#area
    const { head, tail } = difference(this.text, text)
    const piece = text.slice(head, text.length - tail)
    const changed = { start: head, end: text.length - tail }
    if (text === this.text) return changed
    area.focus({ preventScroll: true })
    area.setSelectionRange(head, this.text.length - tail)
    if (piece === '') document.execCommand('delete')
    else if (piece.length <= QUICK) document.execCommand('insertText', false, piece)
    else if (piece.length <= UNDOABLE) insertUndoably(piece)
    if (area.value !== text) area.value = text
    area.setSelectionRange(changed.start, changed.end)
    this.#textChanged()
    this.#reveal(changed.start, changed.end)
    return changed
  }

  /** Takes back the last change, as Ctrl+Z in the text does. */
  undo() {
    this.#area.focus({ preventScroll: true })
    document.execCommand('undo')
  }

  /** @param {readonly Mark[]} marks */
  setMarks(marks) {
    this.#marks = marks
    this.#indexMarks()
    this.#redraw()
  }

  /**
   * Tints the names that begin at these offsets, until the text changes.
   *
   * @param {readonly number[]} offsets
   */
  setUsed(offsets) {
    if (offsets.length === this.#used.size && offsets.every((offset) => this.#used.has(offset))) return
    this.#used = new Set(offsets)
    this.#redraw()
  }

  /** The offset of a line and column, both from one. @param {number} offset */
  position(offset) {
    const line = this.#lines.lineAt(offset)
    return { line: line + 1, column: offset - this.#lines.start(line) + 1 }
  }

  /** The issues whose marks are at an offset, its edges included. @param {number} offset */
  issuesAt(offset) {
    const marks = this.#marksOfLine.get(this.#lines.lineAt(offset)) ?? []
    return marks.filter(({ start, end }) => start <= offset && offset <= end).map(({ issue }) => issue)
  }

  /**
   * Selects a piece of the text and brings it into view.
   *
   * @param {Range} range
   */
  select({ start, end }) {
    this.#area.focus({ preventScroll: true })
    this.#area.setSelectionRange(start, end)
    this.#root.scrollIntoView({ block: 'nearest' })
    this.#reveal(start, end)
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  #reveal(start, end) {
    const area = this.#area
    const line = this.#lines.lineAt(start)
    const top = this.#padding.top + line * this.#lineHeight
    if (top < area.scrollTop + this.#lineHeight || top > area.scrollTop + area.clientHeight - 3 * this.#lineHeight) {
      area.scrollTop = top - area.clientHeight / 3
    }
    this.#draw()
    const left = this.#horizontal(line, start)
    const right = this.#horizontal(line, Math.min(end, this.#lines.end(line)))
    const margin = 24
    if (right + margin <= area.clientWidth) area.scrollLeft = 0
    else if (left < area.scrollLeft + margin || right > area.scrollLeft + area.clientWidth - margin) {
      area.scrollLeft = left - area.clientWidth / 4
    }
    this.#draw()
  }

  /**
   * How far from the left edge of the text's box an offset of a drawn line is.
   *
   * @param {number} line
   * @param {number} offset
   */
  #horizontal(line, offset) {
    const element = this.#shown.get(line)?.line
    if (!element) return 0
    let rest = offset - this.#lines.start(line)
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    range.selectNodeContents(element)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      if (rest <= length) {
        range.setEnd(node, rest)
        break
      }
      rest -= length
    }
    return this.#padding.left + range.getBoundingClientRect().width
  }

  /** A new line begins where the one before begins. @param {KeyboardEvent} event */
  #breakLine(event) {
    const { selectionStart, selectionEnd } = this.#area
    const start = this.#lines.start(this.#lines.lineAt(selectionStart))
    const before = this.text.slice(start, selectionStart)
    const indent = /^[ \t]*/.exec(before)?.[0] ?? ''
    const deeper = /[[{]\s*$/.test(before) ? '  ' : ''
    const closes = deeper && /^[ \t]*[\]}]/.test(this.text.slice(selectionEnd, selectionEnd + 20))
    if (!indent && !deeper) return
    event.preventDefault()
    document.execCommand('insertText', false, `\n${indent}${deeper}${closes ? `\n${indent}` : ''}`)
    if (closes) {
      const caret = selectionStart + 1 + indent.length + deeper.length
      this.#area.setSelectionRange(caret, caret)
    }
  }

  #textChanged() {
    const text = this.#area.value
    if (text === this.text) return
    // Until the new text is judged, the marks move along with it.
    const shift = shifter(this.text, text)
    this.#lines = new TextLines(text)
    this.#used = new Set()
    this.#marks = this.#marks.map((mark) => ({ ...mark, start: shift(mark.start), end: shift(mark.end) }))
    this.#indexMarks()
    this.#redraw()
  }

  #indexMarks() {
    this.#marksOfLine = new Map()
    for (const mark of this.#marks) {
      const first = this.#lines.lineAt(mark.start)
      const last = Math.min(this.#lines.lineAt(Math.max(mark.start, mark.end - 1)), first + MARKED_LINES)
      for (let line = first; line <= last; line++) {
        const marks = this.#marksOfLine.get(line)
        if (marks) marks.push(mark)
        else this.#marksOfLine.set(line, [mark])
      }
    }
  }

  /** Draws all lines anew before the next frame. */
  #redraw() {
    for (const { line, number } of this.#shown.values()) {
      line.remove()
      number.remove()
    }
    this.#shown.clear()
    this.#scheduled ||= requestAnimationFrame(() => this.#draw())
  }

  /** Brings the layer to where the textarea has scrolled, and draws the lines that have come into view. */
  #draw() {
    if (this.#scheduled) cancelAnimationFrame(this.#scheduled)
    this.#scheduled = 0
    const { scrollTop, scrollLeft, clientHeight } = this.#area
    this.#view.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`
    this.#numbers.style.transform = `translateY(${-scrollTop}px)`
    this.#root.style.setProperty('--digits', String(Math.max(2, String(this.#lines.count).length)))
    this.#drawCaretLine()

    const first = Math.max(0, Math.floor((scrollTop - this.#padding.top) / this.#lineHeight) - OVERSCAN)
    const last = Math.min(this.#lines.count - 1, Math.ceil((scrollTop + clientHeight) / this.#lineHeight) + OVERSCAN)
    for (const [index, { line, number }] of this.#shown) {
      if (index >= first && index <= last) continue
      line.remove()
      number.remove()
      this.#shown.delete(index)
    }
    for (let index = first; index <= last; index++) if (!this.#shown.has(index)) this.#drawLine(index)
  }

  /** @param {number} index */
  #drawLine(index) {
    const marks = this.#marksOfLine.get(index) ?? []
    const line = drawLine(this.text, this.#lines.start(index), this.#lines.end(index), marks, this.#used)
    const number = h('div', { class: 'number' }, index + 1)
    const begun = marks.filter(({ start }) => this.#lines.lineAt(start) === index)
    if (begun.length > 0) {
      number.classList.add(begun.some(({ severity }) => severity === 'error') ? 'number-error' : 'number-warning')
    }
    line.style.top = number.style.top = `${index * this.#lineHeight}px`
    this.#drawn.append(line)
    this.#numbers.append(number)
    this.#shown.set(index, { line, number })
  }

  #drawCaretLine() {
    const { selectionStart, selectionEnd } = this.#area
    this.#caretLine.hidden = document.activeElement !== this.#area || selectionStart !== selectionEnd
    if (this.#caretLine.hidden) return
    const top = this.#padding.top + this.#lines.lineAt(selectionStart) * this.#lineHeight
    this.#caretLine.style.top = `${top}px`
    this.#caretLine.style.left = `${this.#area.scrollLeft}px`
  }

  #measure() {
    const style = getComputedStyle(this.#area)
    this.#lineHeight = Number.parseFloat(style.lineHeight)
    this.#padding = { left: Number.parseFloat(style.paddingLeft), top: Number.parseFloat(style.paddingTop) }
    this.#redraw()
  }
}
