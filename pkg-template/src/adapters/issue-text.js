/** The texts of an issue for places without markup. */
// @ts-check

/** @param {import('../../index.d.ts').Issue} issue */
export function plainMessage({ message, help }) {
  return help === undefined ? message : `${message}\n${help}`
}

/** The label of an action. @param {import('../../index.d.ts').Fix} fix */
export function titleOf({ title }) {
  return title.replaceAll('`', '')
}
