/** The output of `program.mjs`, wherever it runs. */
export const EXPECTED = [
  'warning name `📈` is not a letter, digit, hyphen or underscore',
  'error tableList.0.schemaName `schemaName` is required on a datasource of type `postgres`, but missing',
  'error tableList.0.columns `columns` is empty, expected at least one item',
  'datamart-name-characters 12-14',
  'empty 61-63',
  'syntax 63-64',
  'POST /proxy/api/v2/data-app/datamarts größen',
  'refused for 3 issues',
  'false 3',
  'größe,price true',
  'tableList.0.columns',
].join(' | ')

/** The output of `program.mjs` and of `round-trip.mjs`. */
export const CONNECTED = [EXPECTED, 'sales', '400 not-done [name]', 'sales of warehouse', '403 not-done []'].join(' | ')
