/** Uses no function of a part of the module, so a bundler should leave all of them out. */
import { validateDatamart } from 'datamart-validator'

document.title = String(validateDatamart({}).valid)
