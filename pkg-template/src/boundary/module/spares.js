/** How many instances are kept ready once the program has called `init`. */
// @ts-check

/**
 * Chromium before 115 cannot start one synchronously on the main thread, so creating a validator or
 * recovering from a crash takes one of these, which starts the next. A component that React renders
 * twice in development creates two at once, in addition to those of a linter. Each takes about 70
 * KB until it is used.
 */
export const SPARES = 4
