// The client and the gateway, as a program in TypeScript uses them.

import { mergeUnseen, type DatasourceEntry, type DatasourceSchema, type ImportedDatamart, type Issue } from 'datamart-validator'
import {
  createClient,
  DatamartApiError,
  DatamartUnseenError,
  type ApiFailure,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Outcome,
  type UpdateOptions,
  type WriteResult,
} from 'datamart-validator/client'
import { createGateway, type Gateway, type GatewayOperation, type GatewayOptions } from 'datamart-validator/gateway'

declare const variables: { readonly TOKEN?: string }

const client: Client = createClient({ serviceToken: variables.TOKEN, timeout: 5_000, retries: 2, validate: 'live', datasourceType: 'postgres', strict: true })
createClient()
createClient({ baseUrl: '/api/databrain', fetch })
createClient({ serviceToken: () => variables.TOKEN })
createClient({ serviceToken: async () => 'token' })
const options: ClientOptions = { serviceToken: null, baseUrl: undefined }
createClient(options)
// @ts-expect-error each method has its own
createClient({ operation: 'update' })
// @ts-expect-error there is no such option
createClient({ token: 'x' })
// @ts-expect-error
createClient({ validate: 'lively' })
// @ts-expect-error
createClient({ serviceToken: 5 })

export async function use(signal: AbortSignal, datamart: unknown): Promise<Outcome | undefined> {
  const call: CallOptions = { signal }
  const update: UpdateOptions = { ignoreUnseen: true, signal }
  const all: ImportedDatamart[] = await client.listDatamarts(call)
  const one: ImportedDatamart | undefined = await client.getDatamart('sales')
  // @ts-expect-error it may not exist
  one.datamart
  const created: WriteResult = await client.createDatamart(datamart, call)
  await client.updateDatamart(all[0], update)
  if (one) await client.updateDatamart(mergeUnseen(one, datamart))
  const nothing: void = await client.deleteDatamart(created.id)
  const datasources: DatasourceEntry[] = await client.listDatasources()
  const catalog: DatasourceSchema = await client.getSchema('warehouse')
  createClient({ catalog, datasources, existingDatamarts: all.map(({ datamart: { name } }) => name) })
  try {
    await client.createDatamart(datamart)
  } catch (error) {
    if (error instanceof DatamartUnseenError) return void error.unseen.map((field) => field.toUpperCase())
    if (!(error instanceof DatamartApiError)) throw error
    const status: number | undefined = error.status
    const issues: readonly Issue[] = error.issues
    const failure: ApiFailure = error
    const { name, outcome }: { name: 'DatamartApiError'; outcome: Outcome } = error.toJSON()
    void [status, issues, failure, name, error.retryAfter?.toFixed(), error.code.length]
    return outcome
  }
  return nothing as undefined
}

interface Env {
  readonly TOKEN: string
}

const gateway = createGateway({ serviceToken: (env: Env) => env.TOKEN, authorize: async (request, operation, env: Env) => request.headers.has('x') && operation === 'create' && env.TOKEN !== '' })
export const worker = { fetch: gateway }
const response: Promise<Response> = gateway(new Request('https://app.example/'), { TOKEN: 'x' })
// @ts-expect-error the platform is missing
gateway(new Request('https://app.example/'))
void response

const plain: Gateway = createGateway({ serviceToken: variables.TOKEN, authorize: () => true })
export const { GET, POST, PUT, DELETE } = plain.handlers
const reply: Promise<Response> = POST(new Request('https://app.example/'))
void reply

createGateway<[Env, { waitUntil(promise: Promise<unknown>): void }]>({
  serviceToken: async ({ TOKEN }) => TOKEN,
  authorize: () => Promise.resolve(true),
  basePath: '/api/databrain',
  operations: ['create', 'update', 'delete', 'list', 'datasources', 'schema'],
  validate: (request, env) => ({ strict: request.url === env.TOKEN }),
  allowedOrigins: ['https://app.example'],
  maxBytes: 1024,
})
const operation: GatewayOperation = 'schema'
const given: GatewayOptions = { serviceToken: 'x', authorize: (_, asked) => asked === operation, validate: 'live' }
createGateway(given)
createGateway({ serviceToken: 'x', authorize: () => true, validate: { datasourceType: 'postgres' } })
// @ts-expect-error it decides who may do what
createGateway({ serviceToken: 'x' })
// @ts-expect-error
createGateway({ serviceToken: 'x', authorize: () => 'yes' })
// @ts-expect-error
createGateway({ serviceToken: 'x', authorize: () => true, operations: ['read'] })
