import { createClient, DatamartApiError } from 'datamart-validator/client'

const client = createClient({ baseUrl: '/api/databrain' })
const datamart = { name: 'verkäufe', datasourceName: 'warehouse', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }] }] }
const failure = (error) => (error instanceof DatamartApiError ? `${error.status} ${error.issues.map(({ path }) => path.join('.'))}` : String(error))

async function run() {
  const told = [(await client.createDatamart(datamart)).id]
  told.push(await client.createDatamart(datamart).then(String, failure))
  told.push((await client.listDatamarts()).map(({ datamart: { tableList } }) => tableList[0].name).join())
  told.push((await client.listDatasources()).map(({ name }) => name).join())
  told.push(await client.deleteDatamart('verkäufe').then(String, failure))
  return told.join(' | ')
}

run()
  .catch(String)
  .then((told) => {
    document.querySelector('#page').textContent = told
  })
