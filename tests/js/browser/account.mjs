/**
 * A site of its own in front of a stand-in of the API, for tests of what the editor opens and sends:
 * the page, the gateway and the API are those of the demo, each over HTTP. Import it before
 * `support.mjs`, and that dynamically, because it sets the address of the site.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageOf } from '../readme.mjs'
import { startStandIn } from '../support/stand-in-api/index.mjs'

const SERVER = fileURLToPath(new URL('../../../xtask/js/serve.mjs', import.meta.url))

export const TABLES = [
  { name: 'customers', schema: 'public', columns: columns('id integer, tenant_id integer, name text, email text') },
  { name: 'orders', schema: 'public', columns: columns('id integer, tenant_id integer, customer_id integer, total numeric') },
]

/** @param {string} list */
function columns(list) {
  return list.split(', ').map((column) => {
    const [name, dataType] = column.split(' ')
    return { name, dataType }
  })
}

/** A datamart that is valid. @param {string} name @param {Record<string, unknown>} [change] */
export function stored(name, change = {}) {
  return {
    name,
    datasourceName: 'shop',
    tableList: [
      { name: 'customers', schemaName: 'public', columns: [{ name: 'id' }, { name: 'name', label: 'Name' }] },
      { name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'customer_id' }, { name: 'total' }] },
    ],
    ...change,
  }
}

export async function startSite() {
  const api = await startStandIn({ datasources: { shop: { tables: TABLES }, archive: { isDisabled: true, tables: [] } } })
  const server = spawn(process.execPath, [SERVER, process.env.SITE_DIR ?? '', packageOf(process.env.PACKAGE_DIR), '0'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url },
  })
  const [address] = await once(server.stdout.setEncoding('utf8'), 'data')
  after(async () => {
    // It ends when its input closes.
    server.stdin.end()
    await once(server, 'exit')
    await api.close()
  })
  process.env.SITE_URL = address.trim()
  return api
}
