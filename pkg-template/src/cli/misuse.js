/** Exit codes, and the error of whoever used the command wrongly. */
// @ts-check

/** No datamart has an error. */
export const RIGHT = 0
/** A datamart has an error, or there are more warnings than are let pass. */
export const WRONG = 1
/** The command was used wrongly, or something could not be read. */
export const UNUSABLE = 2

/** Something to be told without a stack: it is no bug. */
export class Misuse extends Error {
  name = 'Misuse'
}
