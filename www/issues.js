/** The list of issues: each leads to its place in the text. */
// @ts-check

import { count, fill, h, icon, prose, quoted } from './dom.js'
import { pathText } from './json-text.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */

/** Issues listed at once; a button shows as many more. */
const LISTED = 100

export class IssueList {
  #list
  #more
  #goTo
  /** @type {readonly Issue[]} */
  #issues = []
  #limit = LISTED
  /** What is on the screen, to leave it alone when nothing of it changes. */
  #shown = ''

  /**
   * @param {HTMLElement} list
   * @param {HTMLButtonElement} more
   * @param {(range: Range) => void} goTo
   */
  constructor(list, more, goTo) {
    this.#list = list
    this.#more = more
    this.#goTo = goTo
    more.addEventListener('click', () => {
      const next = this.#limit
      this.#limit += LISTED
      this.show(this.#issues)
      this.#button(next)?.focus()
    })
    list.addEventListener('click', (event) => this.#click(/** @type {Element} */ (event.target)))
    list.addEventListener('keydown', (event) => this.#keydown(event))
  }

  /** @param {readonly Issue[]} issues */
  show(issues) {
    this.#issues = issues
    if (issues.length <= LISTED) this.#limit = LISTED
    const listed = issues.slice(0, this.#limit)
    const key = JSON.stringify(listed.map(({ textRange, ...rest }) => rest))
    if (key !== this.#shown) {
      this.#shown = key
      fill(this.#list, listed.map(drawIssue))
    }
    const rest = issues.length - listed.length
    this.#more.hidden = rest === 0
    this.#more.textContent = `Show ${Math.min(rest, LISTED)} of ${count(rest, 'more issue')}`
  }

  /** Marks the issues at the caret. @param {readonly number[]} numbers */
  setCurrent(numbers) {
    for (const [index, item] of [...this.#list.children].entries()) {
      item.classList.toggle('issue-current', numbers.includes(index))
    }
  }

  /** @param {Element} target */
  #click(target) {
    // The link to the rule leads somewhere else.
    if (target.closest('a')) return
    const item = target.closest('.issue')
    const index = item ? [...this.#list.children].indexOf(item) : -1
    const issue = this.#issues[index]
    // Whoever marks words of a message to copy them wants to stay here.
    if (!issue || (!target.closest('button') && getSelection()?.type === 'Range')) return
    const related = target.closest('[data-related]')?.getAttribute('data-related')
    const range = related == null ? issue.textRange : issue.related?.[Number(related)]?.textRange
    if (range) this.#goTo(range)
  }

  /** Arrow keys, Home and End go through the list. @param {KeyboardEvent} event */
  #keydown(event) {
    const item = /** @type {Element} */ (event.target).closest('.issue')
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    const at = [...this.#list.children].indexOf(item)
    const last = this.#list.children.length - 1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]
    const button = to === undefined ? undefined : this.#button(to)
    if (!button) return
    event.preventDefault()
    button.focus()
  }

  /** @param {number} index */
  #button(index) {
    return /** @type {HTMLElement | null | undefined} */ (this.#list.children[index]?.querySelector('.issue-go'))
  }
}

/** @param {Issue} issue */
function drawIssue(issue) {
  const { severity, code, message, path, help, suggestion, docsUrl, related = [] } = issue
  return h(
    'li',
    { class: `issue issue-${severity}` },
    icon(severity),
    h(
      'div',
      { class: 'issue-body' },
      h(
        'button',
        { type: 'button', class: 'issue-go' },
        h('span', { class: 'visually-hidden' }, `${severity}: `),
        ...prose(message),
      ),
      help && h('p', { class: 'issue-help' }, ...prose(help)),
      suggestion !== undefined &&
        !help?.includes(`\`${suggestion}\``) &&
        h('p', { class: 'issue-help' }, 'Suggestion: ', quoted(suggestion)),
      related.map((place, index) =>
        h(
          'p',
          { class: 'issue-related' },
          h(
            'button',
            { type: 'button', class: 'link', 'data-related': index, disabled: !place.textRange },
            ...prose(place.message),
            h('span', { class: 'path' }, ' ', breakable(pathText(place.path))),
          ),
        ),
      ),
      h(
        'p',
        { class: 'issue-meta' },
        h('span', { class: 'path' }, breakable(pathText(path))),
        // In a tab of its own: the text that is being written stays as it is.
        h('a', { class: 'code', href: docsUrl, target: '_blank', rel: 'noopener', title: 'What this rule is about, in a new tab' }, code),
      ),
    ),
  )
}

/** Lets a long path break at its dots. @param {string} path */
function breakable(path) {
  return path.replaceAll('.', '.\u200b')
}
