/**
 * The same as `datamart-validator/codemirror`, for a program that uses `datamart-validator/slim`:
 * it validates with the module passed to that entry's `init`, and contains none. Until then every
 * source throws when the editor lints.
 */
export * from './codemirror.js'
