/** The list of issues: each leads to its place in the text. */
// @ts-check

import { count, fill, h, icon, prose, quoted } from './dom.js'
import { drawFix, markFixes } from './fix-buttons.js'
import { drawGroups } from './issue-groups.js'
import { formatPath } from './path.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {import('./issue-groups.js').Group} Group */

/** Issues listed at once; a button shows as many more. */
const LISTED = 100

export class IssueList {
  #list
  #more
  #goTo
  #fix
  /** In the order of the text. @type {readonly Issue[]} */
  #given = []
  /** @type {readonly Group[] | undefined} */
  #groups
  /** In the order of the list. @type {readonly Issue[]} */
  #issues = []
  /** What is drawn of them. @type {readonly HTMLElement[]} */
  #items = []
  #limit = LISTED
  /** What is on the screen, to leave it alone when nothing of it changes. */
  #shown = ''
  /** Whether fixes have to wait until the text can be read. */
  doFixesWait = false

  /**
   * @param {HTMLElement} list
   * @param {HTMLButtonElement} more
   * @param {(range: Range) => void} goTo
   * @param {(issue: Issue) => void} fix
   */
  constructor(list, more, goTo, fix) {
    this.#list = list
    this.#more = more
    this.#goTo = goTo
    this.#fix = fix
    more.addEventListener('click', () => {
      const next = this.#limit
      this.#limit += LISTED
      this.show(this.#given, this.#groups)
      this.#button(next)?.focus()
    })
    list.addEventListener('click', (event) => this.#click(/** @type {Element} */ (event.target)))
    list.addEventListener('keydown', (event) => this.#keydown(event))
  }

  /**
   * @param {readonly Issue[]} issues in the order of the text
   * @param {readonly Group[]} [groups] the same issues, to be listed under headings
   */
  show(issues, groups) {
    this.#given = issues
    this.#groups = groups
    this.#issues = groups ? groups.flatMap((group) => group.issues) : issues
    if (issues.length <= LISTED) this.#limit = LISTED
    const listed = this.#issues.slice(0, this.#limit)
    const key = JSON.stringify([listed.map(({ textRange, ...rest }) => rest), groups?.map(({ title, issues }) => [title, issues.length])])
    if (key !== this.#shown) {
      this.#shown = key
      this.#items = listed.map(drawIssue)
      fill(this.#list, groups ? drawGroups(groups, this.#items) : [...this.#items])
      this.#list.classList.toggle('grouped', groups !== undefined)
    }
    markFixes(this.#list, this.doFixesWait)
    const rest = issues.length - listed.length
    this.#more.hidden = rest === 0
    this.#more.textContent = `Show ${Math.min(rest, LISTED)} of ${count(rest, 'more issue')}`
  }

  /** Marks the issues at the caret. @param {readonly number[]} numbers in the order of the text */
  setCurrent(numbers) {
    const current = new Set(numbers.map((number) => this.#given[number]))
    for (const [index, item] of this.#items.entries()) {
      item.classList.toggle('issue-current', current.has(/** @type {Issue} */ (this.#issues[index])))
    }
  }

  /** Where an issue stands in the list. @param {Issue} issue */
  placeOf(issue) {
    return this.#issues.indexOf(issue)
  }

  /**
   * Puts the focus on the issue at a place of the list, or on the last one.
   *
   * @param {number} place
   * @returns {boolean} false when nothing is listed
   */
  focus(place) {
    const button = this.#button(Math.min(place, this.#items.length - 1))
    button?.focus()
    return button != null
  }

  /** Goes to the heading of a group. @param {string} key */
  goToGroup(key) {
    const groups = this.#groups ?? []
    const before = groups.slice(0, groups.findIndex((group) => group.key === key))
    const first = before.reduce((sum, { issues }) => sum + issues.length, 0)
    while (this.#limit <= first) this.#limit += LISTED
    this.show(this.#given, this.#groups)
    const heading = /** @type {HTMLElement | null} */ (this.#list.querySelector(`[data-group="${key}"]`))
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }

  /** @param {Element} target */
  #click(target) {
    // The link to the rule leads somewhere else.
    if (target.closest('a')) return
    const item = target.closest('.issue')
    const issue = this.#issues[this.#indexOf(item)]
    // Whoever marks words of a message to copy them wants to stay here.
    if (!issue || (!target.closest('button') && getSelection()?.type === 'Range')) return
    if (target.closest('.issue-fix')) return this.#fix(issue)
    const related = target.closest('[data-related]')?.getAttribute('data-related')
    const range = related == null ? issue.textRange : issue.related?.[Number(related)]?.textRange
    if (range) this.#goTo(range)
  }

  /** Arrow keys, Home and End go through the list. @param {KeyboardEvent} event */
  #keydown(event) {
    const item = /** @type {Element} */ (event.target).closest('.issue')
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    const at = this.#indexOf(item)
    const last = this.#items.length - 1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]
    const button = to === undefined ? undefined : this.#button(to)
    if (!button) return
    event.preventDefault()
    button.focus()
  }

  /** @param {Element | null} item */
  #indexOf(item) {
    return this.#items.indexOf(/** @type {HTMLElement} */ (item))
  }

  /** @param {number} index */
  #button(index) {
    return /** @type {HTMLElement | null | undefined} */ (this.#items[index]?.querySelector('.issue-go'))
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
        !issue.fix &&
        h('p', { class: 'issue-help' }, 'Suggestion: ', quoted(suggestion)),
      issue.fix && drawFix(issue.fix),
      related.map((place, index) =>
        h(
          'p',
          { class: 'issue-related' },
          h(
            'button',
            { type: 'button', class: 'link', 'data-related': index, disabled: !place.textRange },
            ...prose(place.message),
            h('span', { class: 'path' }, ' ', breakable(formatPath(place.path))),
          ),
        ),
      ),
      h(
        'p',
        { class: 'issue-meta' },
        h('span', { class: 'path' }, breakable(formatPath(path))),
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
