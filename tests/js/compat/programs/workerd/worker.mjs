import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

export default {
  fetch: () => new Response(program({ buildRequest, DatamartInvalidError, validateDatamart })),
}
