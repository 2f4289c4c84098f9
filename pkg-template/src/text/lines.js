/** The starts of the lines of a text. */
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

  /** Line and column from 1, as people and editors count. @param {number} offset */
  position(offset) {
    const line = this.lineAt(offset)
    return { line: line + 1, column: offset - this.start(line) + 1 }
  }

  /** @param {number} line */
  start(line) {
    return this.starts[line] ?? this.text.length
  }

  /** @param {number} line excluding the line feed */
  end(line) {
    return line + 1 < this.starts.length ? this.start(line + 1) - 1 : this.text.length
  }
}
