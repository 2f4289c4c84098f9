/** How the issues are listed: as they stand in the text, or under their tables. */
// @ts-check

import { byId } from './dom.js'
import { groupIssues, tableGroup } from './issue-groups.js'
import { keepOrder, restoreOrder } from './storage.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {'place' | 'table'} Order */

export class IssueOrder {
  #list
  /** @type {HTMLInputElement[]} */
  #choices = [...document.querySelectorAll('input')].filter(({ name }) => name === 'issue-order')
  /** @type {readonly Issue[]} */
  #issues = []
  /** @type {readonly { name: string, schema: string }[]} */
  #tables = []

  /** @param {import('./issues.js').IssueList} list */
  constructor(list) {
    this.#list = list
    this.#order = restoreOrder()
    for (const choice of this.#choices) {
      choice.addEventListener('change', () => {
        keepOrder(this.#order)
        this.#draw()
      })
    }
  }

  /** @returns {Order} */
  get #order() {
    return this.#choices.find(({ checked }) => checked)?.value === 'table' ? 'table' : 'place'
  }

  /** @param {Order} order */
  set #order(order) {
    for (const choice of this.#choices) choice.checked = choice.value === order
  }

  /** As on a first visit. */
  reset() {
    this.#order = 'place'
  }

  /**
   * @param {readonly Issue[]} issues in the order of the text
   * @param {readonly { name: string, schema: string }[]} tables
   */
  show(issues, tables) {
    this.#issues = issues
    this.#tables = tables
    this.#draw()
  }

  /** Lists the issues by table, and goes to those of one. @param {number} table */
  goToTable(table) {
    this.#order = 'table'
    keepOrder('table')
    this.#draw()
    this.#list.goToGroup(tableGroup(table))
  }

  #draw() {
    byId('issue-order').hidden = this.#issues.length === 0
    this.#list.show(this.#issues, this.#order === 'table' ? groupIssues(this.#issues, this.#tables) : undefined)
  }
}
