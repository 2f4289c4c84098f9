/** Inputs in which whoever compares all with all, or counts from the beginning each time, takes for ever. */

import { datamart } from './helpers.mjs'

const list = (length, item) => Array.from({ length }, (_, number) => item(number))
const column = { name: 'id' }
const table = (name, changes) => ({ name, columns: [column], ...changes })
const relationship = (number, changes) => ({ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: `c${number}`, relationshipName: `r${number}`, ...changes })

export const OBJECTS = {
  'equal tables': (size) => datamart({ tableList: list(size, () => table('orders')) }),
  'equal columns': (size) => datamart({ tableList: [table('orders', { columns: list(size, () => column) })] }),
  'equal aliases': (size) => datamart({ tableList: [table('orders', { columns: list(size, (n) => ({ name: `c${n}`, alias: 'x' })) })] }),
  'equal relationships': (size) => datamart({ relationships: list(size, () => relationship(0)) }),
  'near tables': (size) => datamart({ tableList: list(size, (n) => table(`table${n}`)), relationships: list(size, (n) => relationship(n, { childTableName: `tabel${n}` })) }),
  'near columns': (size) => datamart({ tableList: [table('orders', { columns: list(size, (n) => ({ name: `column_${n}` })) })], relationships: list(size, (n) => relationship(n, { parentColumnName: `colunm_${n}` })) }),
  'one name in many schemas': (size) => datamart({ tableList: list(size, (n) => table('orders', { schemaName: `s${n}` })), relationships: list(size, (n) => relationship(n)) }),
  'unknown keys': (size) => datamart(Object.fromEntries(list(size, (n) => [`tableLis${n}`, n]))),
  'half surrogates in a field': (size) => datamart({ tableList: [table('orders', { label: '\ud83d'.repeat(size) })] }),
  // Each of the issues names the key, so the result itself is a square: a smaller one.
  'half surrogates in a key': (size) => datamart({ ['\ud83d'.repeat(size / 5)]: 1 }),
  'names with spaces': (size) => datamart({ tableList: list(size, (n) => table(` t${n}`)) }),
}

/** The same as text, and texts that are no JSON. */
export const TEXTS = {
  ...Object.fromEntries(Object.entries(OBJECTS).map(([name, make]) => [name, (size) => JSON.stringify(make(size))])),
  'repeated keys': (size) => `{${'"a":1,'.repeat(size)}"b":1}`,
  'repeated keys far from the first': (size) => `{"a":1,"z":"${'x'.repeat(100 * size)}",${'"a":1,'.repeat(size)}"b":1}`,
  'half surrogates, not escaped': (size) => `{"name":"${'\ud83d'.repeat(size)}"}`,
  'wrong escapes': (size) => `{"name":"${'\\x'.repeat(size)}"}`,
  'control characters': (size) => `{"name":"${'\u0001'.repeat(size)}"}`,
  'members without keys': (size) => `{"tableList":[${'{@},'.repeat(size)}{}]}`,
  'items without values': (size) => `[${'@ ,'.repeat(size)}`,
  'commas': (size) => `[${','.repeat(size)}`,
  'colons': (size) => `{"a"${':'.repeat(size)}`,
  'quotes': (size) => '"'.repeat(size),
  'quotes on lines': (size) => '"\n'.repeat(size),
  'backslashes': (size) => `"${'\\'.repeat(size)}`,
  'words': (size) => `[${'x '.repeat(size)}`,
  'a long word': (size) => `[${'x'.repeat(size)}`,
  'closing brackets': (size) => `[${'}'.repeat(size)}`,
  'crossed brackets': (size) => `${'[{'.repeat(60)}${']}'.repeat(size)}`,
  'comments': (size) => '/**/'.repeat(size),
  'open comments': (size) => '/*'.repeat(size),
  'numbers that are none': (size) => `[${'01,'.repeat(size)}1]`,
  'a long number': (size) => `[${'1'.repeat(size)}]`,
  'line breaks': (size) => `{"tableList":[${'{\n},\n'.repeat(size)}{}]}`,
}
