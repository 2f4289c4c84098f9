/** What errors say. */
// @ts-check

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}

/** What an error says to users, who need not know which package it is from. @param {unknown} error */
export function reasonOf(error) {
  return messageOf(error).replace(/^datamart-validator: /, '')
}
