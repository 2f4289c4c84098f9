/** A CommonJS module as users write it. */

import datamartValidator = require('datamart-validator')

const { validateDatamart, DatamartInvalidError } = datamartValidator
const result: datamartValidator.ValidationResult = validateDatamart('{}')
if (!result.valid) console.log(result.issues[0].code satisfies datamartValidator.IssueCode, DatamartInvalidError.name)
// @ts-expect-error there is no such function
datamartValidator.validate('{}')
import slim = require('datamart-validator/slim')
const slimly: slim.ValidationResult = slim.validateDatamart('{}')
slim.initSync(new Uint8Array())
if (slimly.valid) console.log(slimly.issues.length)
export = result
