/** The completion entry as another editor uses it, in a CommonJS module. */

import completion = require('datamart-validator/completion')

export const labels = completion.completeDatamart('{', 1)?.options.map(({ label }: completion.Completion) => label)
