import {
  applyFix,
  buildRequest,
  createValidator,
  type Datamart,
  DatamartInvalidError,
  datamartSchema,
  type Issue,
  validateDatamart,
  type Validator,
} from 'datamart-validator'
import { init, initSync, validateDatamart as slimly } from 'datamart-validator/slim'

const result = validateDatamart({}, { rules: { 'unknown-field': 'off' }, datasourceType: 'postgres' })
export const issue: Issue | undefined = result.issues[0]
export const first: Issue | undefined = result.valid ? undefined : result.issues[0]
export const datamart: Datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [] }
export const validator: Validator = createValidator()
validator[Symbol.dispose]()
export const started: Promise<void> = init(new Uint8Array(1))
initSync(new ArrayBuffer(1))
export const valid: boolean = slimly({}).valid
export const fixed: Datamart = first?.fix ? applyFix(datamart, first.fix) : datamart
export const checked: readonly Issue[] | undefined = datamartSchema()['~standard'].validate({}).issues
try {
  buildRequest(datamart)
} catch (error) {
  if (error instanceof DatamartInvalidError) {
    const code: 'DATAMART_INVALID' = error.code
    const issues: readonly Issue[] = error.toJSON().issues
    void [code, issues]
  }
}
// @ts-expect-error there is no such option
validateDatamart({}, { strct: true })
// @ts-expect-error init needs a source
init()
