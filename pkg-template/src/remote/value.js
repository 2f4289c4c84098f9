/** Datamarts that are given as JSON text. */
// @ts-check

/** @param {unknown} datamart one that has been validated @returns {any} */
export function valueOf(datamart) {
  return typeof datamart === 'string' ? JSON.parse(datamart.replace(/^\ufeff/, '')) : datamart
}
