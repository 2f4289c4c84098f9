/** How many instances are kept ready once the program has called `init`. */
// @ts-check

/**
 * Chromium before 115 starts none on the main thread at once, so whoever creates validators or recovers from a crash takes one of these,
 * and taking one starts the next. A component that React renders twice for a test creates two at once, beside those of a linter.
 * Each takes some 70 KB until it is used.
 */
export const SPARES = 4
