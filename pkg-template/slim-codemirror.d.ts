/**
 * The same as `datamart-validator/codemirror` for a program that uses `datamart-validator/slim`: it judges by the module that `init` of that
 * entry has been given, and brings no other. Until then every source throws when the editor lints.
 */
export * from './codemirror.js'
