/** The package, loaded so that a failure can be told, and its types for the other files. */
// @ts-check

/** @typedef {typeof import('../pkg-template/index.d.ts')} Package */
/** @typedef {import('../pkg-template/index.d.ts').Issue} Issue */
/** @typedef {import('../pkg-template/index.d.ts').Severity} Severity */
/** @typedef {import('../pkg-template/index.d.ts').Range} Range */
/** @typedef {import('../pkg-template/index.d.ts').Fix} Fix */
/** @typedef {import('../pkg-template/index.d.ts').Edit} Edit */
/** @typedef {import('../pkg-template/index.d.ts').Joins} Joins */
/** @typedef {import('../pkg-template/index.d.ts').DatasourceSchema} DatasourceSchema */
/** @typedef {import('../pkg-template/index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../pkg-template/index.d.ts').ValidationResult} ValidationResult */
/** @typedef {import('../pkg-template/index.d.ts').DeliveryOptions} DeliveryOptions */
/** @typedef {import('../pkg-template/index.d.ts').Validator} Validator */
/** @typedef {import('../pkg-template/index.d.ts').RequestOptions} RequestOptions */
/** @typedef {import('../pkg-template/index.d.ts').DatamartRequest} DatamartRequest */
/** @typedef {import('../pkg-template/index.d.ts').DatasourceType} DatasourceType */
/** @typedef {import('../pkg-template/index.d.ts').SqlAnalysis} SqlAnalysis */
/** @typedef {import('../pkg-template/index.d.ts').SqlColumn} SqlColumn */

/** @returns {Promise<Package>} */
export async function loadPackage() {
  const loaded = await import('datamart-validator')
  // The first call compiles the module: if that is not allowed here, it shows now.
  loaded.validateDatamart({})
  return loaded
}
