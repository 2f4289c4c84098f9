/** What errors say. */
// @ts-check

/** Hosts may reject with anything. @param {unknown} error */
export function messageOf(error) {
  const { message } = Object(error)
  return typeof message === 'string' && message !== '' ? message : String(error)
}

/** What an error says to users, who need not know which package it is from. @param {unknown} error */
export function reasonOf(error) {
  return messageOf(error).replace(/^datamart-validator: /, '')
}
