/** The entry `datamart-validator/monaco`: the Monaco editor's support for datamarts. */
export { connectDatamart } from './connect.js'
