/** Datamarts given as JSON text. */
// @ts-check

/** @param {unknown} datamart a valid one @returns {any} */
export function valueOf(datamart) {
  return typeof datamart === 'string' ? JSON.parse(datamart.replace(/^\ufeff/, '')) : datamart
}
