/** How tenants are kept apart, as changes of the document. */
// @ts-check

import { isObject, tablesOf, textOf } from './value.js'

/** @typedef {import('../../../index.d.ts').TextChange} Change */
/** @typedef {import('../../../index.d.ts').TenancyProposal} TenancyProposal */
/** @typedef {import('./value.js').Fields} Fields */
/** @typedef {'TABLE' | 'DATABASE' | 'MULTI_DATABASE'} Level */

export const LEVELS = /** @type {const} */ (['TABLE', 'DATABASE', 'MULTI_DATABASE'])

const BY_TABLE = ['clientColumnType', 'schemaName', 'tableName', 'tableClientNameColumn', 'tablePrimaryKeyColumn']
const BY_DATABASE = ['primaryDatabase']

/** The settings, without fields if there are none. @param {unknown} value @returns {Fields} */
export function settingsOf(value) {
  return isObject(value) && isObject(value.tenancySettings) ? value.tenancySettings : NOTHING
}

/** @type {Fields} */
const NOTHING = {}

/** @param {unknown} value @returns {Level | '' | undefined} nothing without settings, undefined for a level that does not exist */
export function levelOf(value) {
  if (!isObject(value) || value.tenancySettings === undefined || value.tenancySettings === null) return ''
  const { tenancyLevel } = settingsOf(value)
  return LEVELS.find((level) => level === tenancyLevel)
}

/** The fields that a level uses. @param {Level | '' | undefined} level @returns {readonly string[]} */
export function fieldsAt(level) {
  return level === 'TABLE' ? BY_TABLE : level ? BY_DATABASE : []
}

/** The fields to show: those that the level uses, and others that are there, so that they can be removed. @param {unknown} value */
export function shownFields(value) {
  const settings = settingsOf(value)
  const used = fieldsAt(levelOf(value))
  return [...BY_TABLE, ...BY_DATABASE].filter((field) => used.includes(field) || (settings[field] !== undefined && settings[field] !== null))
}

/**
 * Chooses a level, or none. Fields that it does not use go.
 *
 * @param {unknown} value
 * @param {Level | ''} level
 * @param {Fields} [earlier] fields that it had before
 * @returns {Change[]}
 */
export function setLevel(value, level, earlier = {}) {
  if (level === levelOf(value)) return []
  if (level === '') return [{ op: 'remove', path: ['tenancySettings'] }]
  const used = fieldsAt(level)
  const kept = Object.fromEntries(used.flatMap((field) => (earlier[field] === undefined ? [] : [[field, earlier[field]]])))
  if (!isObject(value) || !isObject(value.tenancySettings)) return [{ op: 'set', path: ['tenancySettings'], value: /** @type {any} */ ({ tenancyLevel: level, ...kept }) }]
  const settings = value.tenancySettings
  return [
    { op: 'set', path: ['tenancySettings', 'tenancyLevel'], value: level },
    ...[...BY_TABLE, ...BY_DATABASE].flatMap((field) => {
      const isThere = Object.hasOwn(settings, field)
      if (isThere && !used.includes(field)) return [/** @type {Change} */ ({ op: 'remove', path: ['tenancySettings', field] })]
      return !isThere && field in kept ? [/** @type {Change} */ ({ op: 'set', path: ['tenancySettings', field], value: kept[field] })] : []
    }),
  ]
}

/** Sets a field of the settings; one that holds nothing is removed. @param {unknown} value @param {string} field @param {string} text @returns {Change[]} */
export function setSetting(value, field, text) {
  const settings = settingsOf(value)
  const path = ['tenancySettings', field]
  if (text === '') return textOf(settings[field]) === '' && !isWrong(settings[field]) ? [] : [{ op: 'remove', path }]
  return settings[field] === text ? [] : [{ op: 'set', path, value: text }]
}

/** Whether a value is not what a text field can hold. @param {unknown} value */
function isWrong(value) {
  return value !== undefined && value !== null && typeof value !== 'string'
}

/**
 * Takes over what is proposed, and keeps what is there already.
 *
 * @param {unknown} value
 * @param {TenancyProposal} proposal
 * @returns {Change[]}
 */
export function applyTenancy(value, { tenancySettings, edits }) {
  const tables = tablesOf(value)
  const columns = edits.filter(({ path }) => path[0] === 'tableList' && !textOf(tables[Number(path[1])]?.clientColumn))
  if (levelOf(value) !== 'TABLE') return [...edits.filter(({ path }) => path[0] === 'tenancySettings'), ...columns]
  const settings = settingsOf(value)
  const missing = Object.entries(tenancySettings).filter(([field]) => settings[field] === undefined || settings[field] === null || settings[field] === '')
  return [...missing.map(([field, text]) => /** @type {Change} */ ({ op: 'set', path: ['tenancySettings', field], value: text })), ...columns]
}
