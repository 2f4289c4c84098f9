/** Valid datamarts of many shapes: no issue, one request, and the same again after loading. What opens them to other tenants is reported. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest, importDatamarts, validateDatamart } from 'datamart-validator'
import { validDatamart } from './support/valid-datamarts.mjs'

const COUNT = 300

/** @param {(drawn: ReturnType<typeof validDatamart>, seed: number) => void} check */
function forEachDatamart(check) {
  for (let seed = 1; seed <= COUNT; seed++) check(validDatamart(seed), seed)
}

const codesAt = ({ issues }, path) => issues.filter((issue) => JSON.stringify(issue.path) === JSON.stringify(path)).map(({ code }) => code)

test('a valid datamart has no issue, as an object and as text', () => {
  forEachDatamart(({ datamart, options }, seed) => {
    assert.deepEqual(validateDatamart(datamart, options).issues, [], `seed ${seed}: ${JSON.stringify({ datamart, options })}`)
    assert.deepEqual(validateDatamart(JSON.stringify(datamart), options).issues, [], `text, seed ${seed}`)
  })
})

test('the body of its request is a datamart with the same request', () => {
  forEachDatamart(({ datamart, options }, seed) => {
    const { body } = buildRequest(datamart, { ...options, baseUrl: '/api' })
    const { datamartName, ...sent } = JSON.parse(body)
    const again = options.operation === 'update' ? { name: datamartName, datasourceName: datamart.datasourceName, ...sent } : sent
    assert.equal(buildRequest(again, { ...options, baseUrl: '/api' }).body, body, `seed ${seed}`)
  })
})

/** The datamart as the API lists it. */
function listed({ name, datasourceName, tableList, tenancySettings, relationships }, tables) {
  const typeOf = (table, column) => tables.find((it) => it.name === table.name).columns.find((it) => it.name === column.name)?.dataType
  return {
    name,
    companyIntegration: { name: datasourceName },
    datamartOrganization: tenancySettings ?? null,
    datamartTables: tableList.map(({ name: tableName, columns, ...table }) => ({
      tableName,
      ...table,
      datamartTableColumns: columns.map(({ name: columnName, sql = '', ...column }) => ({ columnName, datatype: typeOf({ name: tableName }, { name: columnName }) ?? null, sql, ...column })),
    })),
    datamartRelationships: relationships ?? [],
  }
}

test('loaded from the list of the API, it has the same request except for nulls and what the list does not show', () => {
  forEachDatamart(({ datamart, options, tables }, seed) => {
    const [{ datamart: imported }] = importDatamarts({ data: [listed(datamart, tables)] })
    const request = (it) => buildRequest(it, { ...options, operation: 'update', existingDatamarts: undefined, baseUrl: '/api' })
    const shown = (key, value) => (value === null || key === 'primaryDatabase' ? undefined : value)
    const body = (it) => JSON.parse(JSON.stringify(JSON.parse(request(it).body), shown))
    assert.deepEqual(body(imported), body(datamart), `seed ${seed}`)
  })
})

/** Expressions that read other rows than those of the tenant, and where an engine accepts them. */
const LEAKS = [
  ['(SELECT MAX(secret) FROM others)'],
  ['EXISTS (SELECT 1 FROM others WHERE others.id = id)'],
  ['id IN (SELECT id FROM others)'],
  ['COALESCE((SELECT secret FROM archive.others LIMIT 1), 0)'],
  ['(WITH mine AS (SELECT secret FROM others) SELECT secret FROM mine)'],
  ['(SELECT 1 UNION ALL SELECT secret FROM others)'],
  ['SUM((SELECT secret FROM others))'],
  ['CASE WHEN id = (((SELECT 1 FROM others))) THEN 1 END'],
  ['others.secret'],
  ['archive.others.secret'],
  ['id UNION SELECT secret FROM others'],
  ['id; SELECT secret FROM others'],
  ['id) FROM others --'],
  ["query_to_xml('SELECT secret FROM others', true, false, '')::text", 'postgres'],
  ["dblink('dbname=other', 'SELECT secret FROM others')", 'postgres'],
  ['id IN (TABLE others)', 'postgres'],
  ['(SELECT 1 FROM unnest(ARRAY[1]) AS a(v), others)', 'postgres'],
  ["joinGet('others', 'secret', id)", 'clickhouse'],
  ['id IN others', 'clickhouse'],
  ['(FROM others SELECT secret)', 'clickhouse'],
  ['id /*!50000 + (SELECT secret FROM others) */', 'mysql'],
  ['(SELECT secret FROM OPENJSON(id) CROSS APPLY others(1))', 'mssql'],
  ['(SELECT x FROM UNNEST([1]) AS x, others)', 'bigquery'],
  ["(SELECT secret FROM EXTERNAL_QUERY('connection', 'SELECT secret FROM others'))", 'bigquery'],
]

test('SQL that reads other rows than those of the tenant has an issue', () => {
  forEachDatamart(({ datamart, options }, seed) => {
    for (const [sql, datasourceType] of LEAKS) {
      if (options.datasourceType === 'mongodb' || (datasourceType && datasourceType !== options.datasourceType)) continue
      const number = seed % datamart.tableList.length
      const changed = structuredClone(datamart)
      const length = changed.tableList[number].columns.push({ name: 'leak', isCustomColumn: true, isAggregate: true, sql })
      const path = ['tableList', number, 'columns', length - 1, 'sql']
      assert.notDeepEqual(codesAt(validateDatamart(changed, options), path), [], `seed ${seed}: ${sql}`)
    }
  })
})

test('a table that is no longer isolated has an issue', () => {
  forEachDatamart(({ datamart, options }, seed) => {
    const number = datamart.tableList.findIndex(({ clientColumn }) => clientColumn)
    if (number < 0) return
    const [without, unsettled, shadowed] = [0, 1, 2].map(() => structuredClone(datamart))
    without.tableList[number].clientColumn = ' '
    assert.deepEqual(codesAt(validateDatamart(without, options), ['tableList', number, 'clientColumn']), ['table-not-isolated'], `seed ${seed}`)
    delete unsettled.tenancySettings
    assert.deepEqual(codesAt(validateDatamart(unsettled, options), ['tableList', number, 'clientColumn']), ['client-column-without-tenancy'], `seed ${seed}`)
    const table = shadowed.tableList[number]
    table.columns = [...table.columns.filter(({ name }) => name !== 'tenant_id'), { name: 'tenant_id', isCustomColumn: true, sql: '1' }]
    const path = ['tableList', number, 'columns', table.columns.length - 1, 'name']
    assert.deepEqual(codesAt(validateDatamart(shadowed, options), path), ['shadowed-column'], `seed ${seed}`)
  })
})
