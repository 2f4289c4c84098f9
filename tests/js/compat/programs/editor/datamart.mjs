/** What pages with the editor open, and what they show of it. */

export const DATAMART = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] }

/** @param {string} text of the datamart */
export function isHidden(text) {
  return String(JSON.parse(text).tableList[0].columns[0].isHide)
}
