/** Uses no function of the extras, so a bundler should leave them out. */
import { validateDatamart } from 'datamart-validator'

document.title = String(validateDatamart({}).valid)
