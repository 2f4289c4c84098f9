/**
 * The same as `datamart-validator/monaco`, for a program that uses `datamart-validator/slim`: it
 * validates with the module passed to that entry's `init`, and contains none. Until then
 * `connectDatamart` throws.
 */
export * from './monaco.js'
