/** Where the lines of a text begin, how two texts differ, and where a place goes when the text is edited. */
// @ts-check

export class TextLines {
  /** @param {string} text */
  constructor(text) {
    this.text = text
    /** The offset of each line. */
    this.starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  get count() {
    return this.starts.length
  }

  /** @param {number} offset */
  lineAt(offset) {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.start(middle) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** @param {number} line */
  start(line) {
    return this.starts[line] ?? this.text.length
  }

  /** @param {number} line the line feed is not part of it */
  end(line) {
    return line + 1 < this.starts.length ? this.start(line + 1) - 1 : this.text.length
  }
}

/**
 * How many units two texts have in common at their beginnings and at their ends.
 *
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  return { head, tail }
}

/**
 * Carries offsets of a text over one edit of it: what stands before the edit stays, what stands behind it moves along.
 *
 * @param {string} before
 * @param {string} after
 * @returns {(offset: number) => number}
 */
export function shifter(before, after) {
  const { head, tail } = difference(before, after)
  const untouched = before.length - tail
  return (offset) => {
    if (offset <= head) return offset
    return offset >= untouched ? offset + after.length - before.length : Math.min(offset, after.length - tail)
  }
}
