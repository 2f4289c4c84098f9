import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { program } from '../../program.mjs'

// On each request, in the server that `next start` runs.
export const dynamic = 'force-dynamic'

export default function Page() {
  return <output id="server">{program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })}</output>
}
