/** The sample: a small shop. */
// @ts-check

import { writtenAnew } from '../document/places.js'

const table = (/** @type {string} */ name, /** @type {object[]} */ columns) => ({ name, schemaName: 'shop', clientColumn: 'tenant_id', columns })

export const SAMPLE = writtenAnew({
  name: 'shop-sales',
  datasourceName: 'shop',
  tableList: [
    table('customers', [{ name: 'id', label: 'Customer number' }, { name: 'name' }, { name: 'country_code', label: 'Country' }, { name: 'created_at', label: 'Customer since', isApplyTimezone: true }]),
    table('orders', [
      { name: 'id', label: 'Order number' },
      { name: 'customer_id', isHide: true },
      { name: 'status' },
      { name: 'total' },
      { name: 'tax' },
      { name: 'placed_at', label: 'Placed at', isApplyTimezone: true },
      { name: 'net', label: 'Net', isCustomColumn: true, sql: 'total - tax' },
    ]),
    table('order_items', [
      { name: 'order_id', isHide: true },
      { name: 'quantity' },
      { name: 'unit_price', label: 'Unit price' },
      { name: 'revenue', label: 'Revenue', isCustomColumn: true, isAggregate: true, sql: 'SUM(quantity * unit_price)' },
    ]),
  ],
  tenancySettings: { tenancyLevel: 'TABLE', clientColumnType: 'NUMBER', schemaName: 'shop', tableName: 'tenants', tableClientNameColumn: 'name', tablePrimaryKeyColumn: 'id' },
  relationships: [
    { parentTableName: 'customers', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'customer_id', relationshipName: 'customers_to_orders', cardinality: 'OneToMany', join: 'LEFT JOIN' },
    { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'order_items', childColumnName: 'order_id', relationshipName: 'orders_to_items', cardinality: 'OneToMany', join: 'LEFT JOIN' },
  ],
})
