/** An editor checks much of a literal of type Datamart already. */

import { validateDatamart, buildRequest, type Column, type Datamart, type Relationship, type Table, type TenancySettings } from 'datamart-validator'

export const smallest: Datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }

export const whole: Datamart = {
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [
    {
      name: 'orders',
      schemaName: 'public',
      clientColumn: 'tenant_id',
      isHide: false,
      label: 'Orders',
      indexPattern: null,
      columns: [
        { name: 'id', alias: 'order_id', label: 'Number', isHide: true },
        { name: 'total', isCustomColumn: true, sql: 'price * count', isAggregate: false, isApplyTimezone: null },
      ],
    },
  ],
  tenancySettings: {
    tenancyLevel: 'TABLE',
    clientColumnType: 'NUMBER',
    primaryDatabase: null,
    schemaName: 'public',
    tableName: 'clients',
    tableClientNameColumn: 'name',
    tablePrimaryKeyColumn: 'id',
  },
  relationships: [
    {
      parentTableName: 'orders',
      parentColumnName: 'customer_id',
      childTableName: 'customers',
      childColumnName: 'id',
      relationshipName: 'orders_to_customers',
      cardinality: 'ManyToOne',
      join: null,
    },
  ],
}

// Forms use null for what is not filled in.
export const form: Datamart = { ...smallest, tenancySettings: null, relationships: null }

// @ts-expect-error name is required
export const nameless: Datamart = { datasourceName: 'warehouse', tableList: [] }
// @ts-expect-error datasourceName is required
export const sourceless: Datamart = { name: 'sales', tableList: [] }
// @ts-expect-error tableList is required
export const tableless: Datamart = { name: 'sales', datasourceName: 'warehouse' }
// @ts-expect-error a misspelled field
export const misspelt: Datamart = { ...smallest, relationship: [] }
// @ts-expect-error a required field is not null
export const nameNull: Datamart = { ...smallest, name: null }
// @ts-expect-error one table is not a list of tables
export const oneTable: Datamart = { ...smallest, tableList: { name: 'orders', columns: [] } }
// @ts-expect-error names are texts
export const namesAlone: Datamart = { ...smallest, tableList: ['orders'] }

// @ts-expect-error columns are required
export const table: Table = { name: 'orders' }
// @ts-expect-error a string is not a flag
export const hidden: Table = { name: 'orders', columns: [], isHide: 'true' }
// @ts-expect-error a misspelled field
export const label: Table = { name: 'orders', columns: [], lable: 'Orders' }
// @ts-expect-error name is required
export const column: Column = { alias: 'id' }
// @ts-expect-error sql is a string
export const sql: Column = { name: 'total', isCustomColumn: true, sql: 1 }
// @ts-expect-error the level is required
export const level: TenancySettings = { clientColumnType: 'NUMBER' }
// @ts-expect-error values are case-sensitive
export const lower: TenancySettings = { tenancyLevel: 'table' }
// @ts-expect-error one of two
export const clientType: TenancySettings = { tenancyLevel: 'TABLE', clientColumnType: 'INTEGER' }
// @ts-expect-error the name is required
export const unnamed: Relationship = { parentTableName: 'a', parentColumnName: 'b', childTableName: 'c', childColumnName: 'd' }

const ends = { parentTableName: 'a', parentColumnName: 'b', childTableName: 'c', childColumnName: 'd', relationshipName: 'e' }
export const joined: Relationship = { ...ends, join: 'FULL JOIN', cardinality: 'OneToOne' }
// @ts-expect-error no such join
export const crossed: Relationship = { ...ends, join: 'CROSS JOIN' }
// @ts-expect-error values are case-sensitive
export const many: Relationship = { ...ends, cardinality: 'manyToOne' }

// The functions accept anything: judging it is their purpose.
declare const anything: unknown
export const verdicts = [validateDatamart(whole), validateDatamart('{}'), validateDatamart(anything), validateDatamart(undefined), validateDatamart(null)]
export const requests = [buildRequest(whole), buildRequest(JSON.stringify(whole))]
// @ts-expect-error an argument is required
validateDatamart()

// The schema's URL, for editors.
export const withSchema: Datamart = { ...whole, $schema: 'https://unpkg.com/datamart-validator/dist/schema.json' }
