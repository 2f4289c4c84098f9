/** Parts that come into, go from or move in an object or list, as changes of its text. */
// @ts-check

import { endsLine, readGap } from './gaps.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./draft.js').Part} Part */
/** @typedef {import('./draft.js').TextEdit} TextEdit */
/** @typedef {import('./gaps.js').Gap} Gap */

/**
 * The gaps in front of each part and behind the last one.
 *
 * @param {string} text
 * @param {JsonNode} node
 * @param {readonly Part[]} parts
 * @returns {Gap[]}
 */
export function gapsOf(text, node, parts) {
  return [...parts.keys(), parts.length].map((at) => gapAt(text, node, parts, at))
}

/**
 * The gap in front of a part, or behind the last one.
 *
 * @param {string} text
 * @param {JsonNode} node
 * @param {readonly Part[]} parts
 * @param {number} at
 */
function gapAt(text, node, parts, at) {
  const [previous, next] = [parts[at - 1], parts[at]]
  return readGap(text, previous ? endOf(previous) : node.start + 1, next ? startOf(next) : node.end - 1, !next)
}

/**
 * Parts that have come into, gone from or moved in an object or list that was not empty and is not.
 */
export class Reshaping {
  /**
   * @param {import('./layout.js').Layout} layout
   * @param {JsonNode} node
   * @param {readonly Part[]} before
   * @param {readonly Part[]} parts
   */
  constructor(layout, node, before, parts) {
    /** @type {Map<number, Gap>} */
    this.gaps = new Map()
    /** @type {TextEdit[]} */
    this.list = []
    this.layout = layout
    this.text = layout.text
    this.origin = node
    this.before = before
    this.parts = parts
    this.hasLastComma = this.gap(before.length).comma >= 0
    const like = before.find(({ origin }) => origin && (origin.members ?? origin.items)?.length)
    /** @type {import('./style.js').OnOneLine} */
    this.onOneLine = layout.style.like(like?.origin) ?? layout.style.onOneLine
    // A value of many lines would not fit into the line of the others.
    if (this.separator(0, 0) === undefined && layout.style.isInline(node)) this.onOneLine = 'compact'
  }

  /** @param {ReadonlySet<Part>} stays the parts that do not move */
  edits(stays) {
    const { before, parts } = this
    let last = -1
    /** @type {Part[]} */
    let added = []
    for (const part of [...parts, undefined]) {
      if (part && !stays.has(part)) {
        added.push(part)
        continue
      }
      const next = part ? part.index : before.length
      this.between(last, next, added)
      if (part) this.comma(part, part === parts.at(-1))
      added = []
      last = next
    }
    return this.list
  }

  /** @param {number} start @param {number} end @param {string} text */
  replace(start, end, text) {
    if (start < end || text !== '') this.list.push({ start, end, text })
  }

  /** The comma behind a part that stays. @param {Part} part @param {boolean} isLast */
  comma(part, isLast) {
    if (!isLast && part.index < this.before.length - 1) return
    const { comma } = this.gap(part.index + 1)
    const isWanted = !isLast || this.hasLastComma
    if (isWanted && comma < 0) this.replace(endOf(part), endOf(part), ',')
    if (!isWanted && comma >= 0) this.replace(comma, comma + 1, '')
  }

  /**
   * What is between two parts that stay.
   *
   * @param {number} last the index of the first one, -1 at the beginning
   * @param {number} next the index of the second one
   * @param {readonly Part[]} added
   */
  between(last, next, added) {
    const isTail = next === this.before.length
    const first = this.gap(last + 1)
    if (next - last === 1) {
      if (added.length === 0) return
      if (last < 0) this.replace(first.to, first.to, this.inFront(added, this.separatorAt(1)))
      else this.append(added, first, isTail, last)
      return
    }
    const isAppended = isTail && last >= 0
    if (added.length > 0) {
      if (isAppended) this.append(added, first, true, last)
      else if (isTail) this.replace(first.to, first.to, this.written(added, this.separatorAt(1), true))
      else this.replace(first.to, first.to, this.inFront(added, this.separatorAt(last + 2)))
    }
    for (let at = last + 1; at < next; at++) {
      const [gap, following] = [this.gap(at), this.gap(at + 1)]
      if (isAppended) {
        const comment = gap.comments.at(-1)
        const start = comment ? comment.end : gap.from
        const isOpen = comment ? this.text[comment.start + 1] === '/' : gap.endsInLine && added.length === 0
        this.replace(isOpen && !endsLine(this.text, this.gap(this.before.length).from) ? gap.to : start, following.from, '')
      } else {
        const isLast = at === this.before.length - 1
        this.replace(gap.to, isLast ? following.from : (following.comments[0]?.start ?? following.to), '')
      }
    }
  }

  /**
   * @param {readonly Part[]} added
   * @param {Gap} gap
   * @param {boolean} isTail
   * @param {number} last the index of the part before
   */
  append(added, gap, isTail, last) {
    const separator = this.separatorAt(last + 1)
    const lines = gap.endsInLine && !/^\r?\n/.test(separator) ? this.newLine() : separator
    const isOpen = this.endsInLine(added) && ![gap, this.gap(this.before.length)].every(({ from }) => endsLine(this.text, from))
    const written = this.written(added, separator, isTail && !this.hasLastComma)
    this.replace(gap.from, gap.from, lines + written + (isOpen ? this.newLine() : ''))
  }

  /** @param {readonly Part[]} added @param {string} separator */
  inFront(added, separator) {
    const written = this.written(added, separator, false)
    return this.endsInLine(added) && !/^\r?\n/.test(separator) ? written + this.newLine() : written + separator
  }

  /**
   * New and moved parts with their commas.
   *
   * @param {readonly Part[]} parts
   * @param {string} separator
   * @param {boolean} isLast whether nothing follows
   */
  written(parts, separator, isLast) {
    let written = ''
    for (const [at, part] of parts.entries()) {
      const { text, behind, endsInLine } = this.part(part, separator)
      const isEnd = at === parts.length - 1
      written += `${text}${isEnd && isLast ? '' : ','}${behind}`
      if (!isEnd) written += endsInLine && !/^\r?\n/.test(separator) ? this.newLine() : separator
    }
    return written
  }

  /** @param {readonly Part[]} added */
  endsInLine(added) {
    const last = added.at(-1)
    return last !== undefined && last.index >= 0 && this.gap(last.index + 1).endsInLine
  }

  /**
   * A part as text, and the comments behind its comma.
   *
   * @param {Part} part
   * @param {string} separator
   */
  part(part, separator) {
    const { style, source } = this.layout
    if (part.index >= 0) {
      const [gap, following] = [this.gap(part.index), this.gap(part.index + 1)]
      const end = endOf(part)
      const behind = following.comma < 0 ? this.text.slice(end, following.from) : this.text.slice(end, following.comma) + this.text.slice(following.comma + 1, following.from)
      return { text: this.layout.edited(gap.to, end), behind, endsInLine: following.endsInLine }
    }
    const indent = /\n([ \t]*)$/.exec(separator)?.[1] ?? style.indentation(this.origin.start)
    const key = part.key === undefined ? '' : JSON.stringify(part.key) + this.colon()
    return { text: key + style.write(part.value, indent, this.onOneLine, source), behind: '', endsInLine: false }
  }

  /** Between a key and its value. */
  colon() {
    const [member] = this.origin.members ?? []
    const own = member && this.text.slice(member.keyToken.end, member.value.start)
    return own && /^[ \t]*:[ \t]*$/.test(own) ? own : this.layout.style.colon
  }

  /** What separates a part from the one before, if there is a part before it. @param {number} at */
  separatorAt(at) {
    const { before } = this
    const wanted = Math.max(1, Math.min(at, before.length - 1))
    const own = before.length > 1 ? (this.separator(wanted, before.length - 1) ?? this.spaces(wanted)) : this.separator(0, 0)
    return own ?? this.layout.style.comma.slice(1)
  }

  /**
   * The line break and the indentation of a part, if it has its own line.
   *
   * @param {number} at
   * @param {number} last
   */
  separator(at, last) {
    const part = at <= last ? this.before[at] : undefined
    if (!part) return undefined
    const { to } = this.gap(at)
    const indent = this.layout.style.lineStart(to)
    return indent === undefined || this.text.lastIndexOf('\n', to) < this.origin.start ? undefined : this.layout.style.newline + indent
  }

  /** The spaces in front of a part. @param {number} at */
  spaces(at) {
    const { from, to, comments } = this.gap(at)
    const between = this.text.slice(from, to)
    return comments.length === 0 && /^[ \t]*$/.test(between) ? between : undefined
  }

  newLine() {
    const { style } = this.layout
    return style.newline + style.indentation(this.origin.start) + style.unit
  }

  /** The gap in front of a part, or behind the last one. @param {number} at @returns {Gap} */
  gap(at) {
    let gap = this.gaps.get(at)
    if (!gap) {
      gap = gapAt(this.text, this.origin, this.before, at)
      this.gaps.set(at, gap)
    }
    return gap
  }
}

/** @param {Part} part of the text */
function startOf({ keyToken, origin }) {
  return (keyToken ?? /** @type {JsonNode} */ (origin)).start
}

/** @param {Part} part of the text */
function endOf({ origin }) {
  return /** @type {JsonNode} */ (origin).end
}

/**
 * As many parts as possible that are in the same order as before: the others move.
 *
 * @param {readonly Part[]} parts
 * @returns {ReadonlySet<Part>}
 */
export function stayingParts(parts) {
  const old = parts.filter(({ index }) => index >= 0)
  // The longest ascending sequence: the last part of the best one of each length, and the one before each.
  /** @type {Part[]} */
  const ends = []
  /** @type {Map<Part, Part | undefined>} */
  const previous = new Map()
  for (const part of old) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (/** @type {Part} */ (ends[middle]).index < part.index) low = middle + 1
      else high = middle
    }
    previous.set(part, ends[low - 1])
    ends[low] = part
  }
  const stays = new Set()
  for (let part = ends.at(-1); part; part = previous.get(part)) stays.add(part)
  return stays
}
