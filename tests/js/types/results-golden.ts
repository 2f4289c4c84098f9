/** Results as the fixtures in tests/data have them, with `docsUrl`: each is of the declared type. */

import type { InvalidResult, ValidResult, ValidationResult } from 'datamart-validator'

/** unknown-field/err/field_of_another_object.expected.json */
export const unknownField = {
  valid: true,
  issues: [
    {
      code: 'unknown-field',
      docsUrl: 'rules/#unknown-field',
      severity: 'warning',
      message: 'unknown field `clientColumn`',
      params: { field: 'clientColumn' },
      path: ['tableList', 0, 'columns', 0, 'clientColumn'],
      textRange: { start: 164, end: 178 },
      help: 'It is sent unchanged. Remove it unless the server knows it.'
    }
  ]
} as const satisfies ValidResult

/** duplicate-key/err/around_an_object.expected.json */
export const duplicateKey = {
  valid: false,
  issues: [
    {
      code: 'duplicate-key',
      docsUrl: 'rules/#duplicate-key',
      severity: 'error',
      message: 'the object has the key `label` twice',
      params: { key: 'label' },
      path: ['tableList', 0, 'label'],
      textRange: { start: 143, end: 150 },
      help: 'Remove one of the two: only the last value of a repeated key counts.',
      related: [
        {
          message: 'the first one is here',
          params: {},
          path: ['tableList', 0, 'label'],
          textRange: { start: 84, end: 91 }
        }
      ]
    }
  ]
} as const satisfies InvalidResult

/** not-allowed-value/err/client_column_type.expected.json */
export const notAllowedValue = {
  valid: false,
  issues: [
    {
      code: 'not-allowed-value',
      docsUrl: 'rules/#not-allowed-value',
      severity: 'error',
      message: '`clientColumnType` is `Number`, expected one of NUMBER, STRING',
      params: {
        field: 'clientColumnType',
        found: 'Number',
        allowed: 'NUMBER, STRING',
        suggestion: 'NUMBER'
      },
      path: ['tenancySettings', 'clientColumnType'],
      textRange: { start: 293, end: 301 },
      suggestion: 'NUMBER',
      help: 'Did you mean `NUMBER`?',
      fix: {
        title: 'Change to `NUMBER`',
        certainty: 'certain',
        edits: [
          {
            path: ['tenancySettings', 'clientColumnType'],
            op: 'set',
            value: 'NUMBER'
          }
        ]
      }
    }
  ]
} as const satisfies InvalidResult

/** surrounding-space/err/datasource_in_list.expected.json */
export const surroundingSpace = {
  valid: true,
  issues: [
    {
      code: 'surrounding-space',
      docsUrl: 'rules/#surrounding-space',
      severity: 'error',
      message: '`datasourceName` has trailing whitespace: `warehouse `',
      params: { field: 'datasourceName', name: 'warehouse ', suggestion: 'warehouse' },
      path: ['datasourceName'],
      textRange: { start: 41, end: 53 },
      suggestion: 'warehouse',
      help: 'Remove the whitespace. The name is sent unchanged and would match nothing.',
      fix: {
        title: 'Change to `warehouse`',
        certainty: 'certain',
        edits: [
          {
            path: ['datasourceName'],
            op: 'set',
            value: 'warehouse'
          }
        ]
      }
    }
  ]
} as const satisfies ValidResult

/** duplicate-table/err/three.expected.json */
export const duplicateTable = {
  valid: true,
  issues: [
    {
      code: 'duplicate-table',
      docsUrl: 'rules/#duplicate-table',
      severity: 'warning',
      message: 'the table `orders` is listed twice',
      params: { table: 'orders' },
      path: ['tableList', 2, 'name'],
      textRange: { start: 332, end: 340 },
      help: 'Put the columns of both into one table and remove the other.',
      related: [
        {
          message: 'the first one is here',
          params: {},
          path: ['tableList', 0, 'name'],
          textRange: { start: 91, end: 99 }
        }
      ]
    },
    {
      code: 'duplicate-table',
      docsUrl: 'rules/#duplicate-table',
      severity: 'warning',
      message: 'the table `orders` is listed twice',
      params: { table: 'orders' },
      path: ['tableList', 3, 'name'],
      textRange: { start: 467, end: 475 },
      help: 'Put the columns of both into one table and remove the other.',
      related: [
        {
          message: 'the first one is here',
          params: {},
          path: ['tableList', 0, 'name'],
          textRange: { start: 91, end: 99 }
        }
      ]
    }
  ]
} as const satisfies ValidResult

/** syntax/err/bad_escape.expected.json */
export const syntax = {
  valid: false,
  issues: [
    {
      code: 'syntax',
      docsUrl: 'rules/#syntax',
      severity: 'error',
      message: 'found `\\s`, which is not a valid escape',
      params: { found: '\\s' },
      path: ['name'],
      textRange: { start: 15, end: 17 },
      help: 'Write a backslash as \\\\. JSON has the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u0000.'
    },
    {
      code: 'syntax',
      docsUrl: 'rules/#syntax',
      severity: 'error',
      message: 'found `\\u`, which is not a valid escape',
      params: { found: '\\u' },
      path: ['datasourceName'],
      textRange: { start: 49, end: 51 },
      help: 'Write a backslash as \\\\. JSON has the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u0000.'
    }
  ]
} as const satisfies InvalidResult

export const all: ValidationResult[] = [unknownField, duplicateKey, notAllowedValue, surroundingSpace, duplicateTable, syntax]

// @ts-expect-error a verdict of false has an issue
export const silent = { valid: false, issues: [] } as const satisfies ValidationResult
// @ts-expect-error no such code
export const unknownCode = { valid: true, issues: [{ code: 'nope', severity: 'warning', message: 'x', path: [], docsUrl: '#nope' }] } as const satisfies ValidationResult
// @ts-expect-error every issue has a path
export const pathless = { valid: true, issues: [{ code: 'empty', severity: 'warning', message: 'x', docsUrl: '#empty' }] } as const satisfies ValidationResult
// @ts-expect-error every issue says where its rule is documented
export const undocumented = { valid: true, issues: [{ code: 'empty', severity: 'warning', message: 'x', path: [] }] } as const satisfies ValidationResult
