/**
 * What every environment runs of the client and the gateway: the client sends through the gateway,
 * and the API behind it is a function.
 *
 * @param {Pick<typeof import('datamart-validator/client'), 'createClient' | 'DatamartApiError'>
 *   & Pick<typeof import('datamart-validator/gateway'), 'createGateway'>} api
 */
export async function roundTrip({ createClient, createGateway, DatamartApiError }) {
  const names = []
  const api = async (url, { method, headers, body }) => {
    if (headers.Authorization !== 'Bearer dbn_token') return reply(401, { error: { code: 'AUTH_ERROR', message: 'wrong token' } })
    if (method === 'GET') return reply(200, { data: names.map((name) => ({ name, companyIntegration: { name: 'warehouse' }, datamartTables: [], datamartRelationships: [] })) })
    const { name } = JSON.parse(body)
    if (names.includes(name)) return reply(400, { error: { code: 'INVALID_REQUEST_BODY', message: 'Datamart name already exists' } })
    names.push(name)
    return reply(200, { id: name, error: null })
  }
  const gateway = createGateway({
    serviceToken: (token) => token,
    authorize: (request) => request.headers.get('x-user') === 'admin',
    operations: ['create', 'list'],
    fetch: api,
  })
  const send = (user) => (url, { headers, ...init }) => gateway(new Request(url, { ...init, headers: { ...headers, 'x-user': user } }), 'dbn_token')
  const client = (user) => createClient({ baseUrl: 'https://app.example/api/databrain', fetch: send(user) })

  const datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'größen', columns: [{ name: 'id' }] }] }
  const failure = (error) => (error instanceof DatamartApiError ? `${error.status} ${error.outcome} [${error.issues.map(({ path }) => path.join('.'))}]` : String(error))
  const told = [(await client('admin').createDatamart(datamart)).id]
  told.push(await client('admin').createDatamart(datamart).then(String, failure))
  told.push((await client('admin').listDatamarts()).map(({ datamart: { name, datasourceName } }) => `${name} of ${datasourceName}`).join())
  told.push(await client('nobody').listDatamarts().then(String, failure))
  return told.join(' | ')
}

function reply(status, body) {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
