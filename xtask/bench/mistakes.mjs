// Mistakes that are planted into a datamart. A contender that does not find them must not be
// compared.

import { customColumns, generateDatamart } from './generate.mjs'

/** Mistakes of the shape. */
const SHAPE = {
  'a column without a name': ({ tableList }) => delete tableList[1].columns[2].name,
  'a flag that is a text': ({ tableList }) => { tableList[1].columns[2].isHide = 'yes' },
  'a table without columns': ({ tableList }) => { tableList[1].columns = [] },
  'an unknown join': ({ relationships }) => { relationships[1].join = 'SIDEWAYS JOIN' },
  'no tenancy level': ({ tenancySettings }) => delete tenancySettings.tenancyLevel,
}

const withSql = (change) => (datamart) => {
  const [column] = customColumns(datamart)
  column.sql = change(column.sql)
}

/** Mistakes beyond the shape. */
const RULES = {
  'a column listed twice': ({ tableList: [{ columns }] }) => columns.push({ ...columns[3], alias: undefined }),
  'a table listed twice': ({ tableList }) => { tableList[3].name = tableList[2].name },
  'a relationship name used twice': ({ relationships }) => { relationships[1].relationshipName = relationships[0].relationshipName },
  'a relationship with an unknown table': ({ relationships }) => { relationships[1].childTableName = 'nowhere' },
  'a relationship with an unknown column': ({ relationships }) => { relationships[1].childColumnName = 'nothing' },
  'SQL that breaks off': withSql((sql) => `${sql} || `),
  'SQL with an open parenthesis': withSql((sql) => `COALESCE(${sql}, ''`),
  'SQL that is a list': withSql((sql) => `${sql}, id`),
  'SQL with an alias': withSql((sql) => `${sql} AS more`),
  'SQL that is a statement': withSql((sql) => `SELECT ${sql}`),
  'SQL with an unknown column': withSql((sql) => `COALESCE(${sql}, no_such_column)`),
}

const input = (object) => ({ object, text: JSON.stringify(object) })

function ensureFound(contenders, mistakes) {
  const right = generateDatamart(10, 20)
  for (const { name, run, isValidator = true } of contenders) {
    if (!isValidator) continue
    if (!run(input(right))) throw new Error(`${name} finds a right datamart wrong`)
    for (const [mistake, plant] of Object.entries(mistakes)) {
      const wrong = structuredClone(right)
      plant(wrong)
      if (run(input(wrong))) throw new Error(`${name} does not find ${mistake}`)
    }
  }
}

export const ensureShapeIsChecked = (contenders) => ensureFound(contenders, SHAPE)
export const ensureAllIsChecked = (contenders) => ensureFound(contenders, { ...SHAPE, ...RULES })
