/**
 * The entry `datamart-validator/forms`. It contains no validation, so it fits every way to load the
 * module.
 */
export { fromFormData } from './form-data.js'
export { groupByField, issuesAt } from './issues.js'
export { datamartResolver } from './resolver.js'
