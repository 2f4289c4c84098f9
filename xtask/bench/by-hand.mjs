// What a schema cannot express, as one would write it by hand next to a schema library and an SQL
// parser: duplicate names, names that refer to nothing, SQL that is broken or uses unlisted
// columns. Ours has more rules than these.

const folded = (name) => name.trim().toLowerCase()

/** Reports each repeated name; returns all names. */
function unique(names, place, issues) {
  const seen = new Map()
  names.forEach((name, index) => {
    if (!name) return
    const first = seen.get(name)
    if (first === undefined) seen.set(name, index)
    else issues.push({ path: [...place, index], message: `${name} is also at ${first}` })
  })
  return seen
}

function checkSql(table, place, listed, columnsOf, issues) {
  table.columns.forEach(({ isCustomColumn, sql }, index) => {
    if (!isCustomColumn || !sql) return
    const path = [...place, 'columns', index, 'sql']
    try {
      for (const column of columnsOf(sql)) {
        const isHere = column.table === undefined || folded(column.table) === folded(table.name)
        if (!isHere || !listed.has(folded(column.name))) issues.push({ path, message: `no column ${column.name} in ${table.name}` })
      }
    } catch (error) {
      issues.push({ path, message: error.message })
    }
  })
}

function checkTable(table, index, columnsOf, issues) {
  const place = ['tableList', index]
  const names = unique(table.columns.map(({ name }) => folded(name)), [...place, 'columns'], issues)
  table.columns.forEach(({ alias }, index) => {
    if (alias && names.has(folded(alias))) issues.push({ path: [...place, 'columns', index, 'alias'], message: `${alias} is a column` })
  })
  unique(table.columns.map(({ alias }) => alias && folded(alias)), [...place, 'columns'], issues)
  checkSql(table, place, names, columnsOf, issues)
  return names
}

function checkRelationships(relationships, columnsByTable, issues) {
  const place = ['relationships']
  unique(relationships.map(({ relationshipName }) => folded(relationshipName)), place, issues)
  const ends = (it) => [[it.parentTableName, it.parentColumnName], [it.childTableName, it.childColumnName]]
  unique(relationships.map((it) => ends(it).map((end) => end.map(folded).join('.')).sort().join(' = ')), place, issues)
  relationships.forEach((relationship, index) => {
    for (const [table, column] of ends(relationship)) {
      const columns = columnsByTable.get(folded(table))
      if (!columns) issues.push({ path: [...place, index], message: `no table ${table}` })
      else if (!columns.has(folded(column))) issues.push({ path: [...place, index], message: `no column ${column} in ${table}` })
    }
  })
}

/**
 * All issues of a datamart with a valid shape.
 *
 * @param columnsOf the columns that an SQL expression refers to; throws if it is not an expression
 */
export function issuesOf(datamart, columnsOf) {
  const issues = []
  const { tableList, relationships } = datamart
  unique(tableList.map(({ schemaName, name }) => folded(`${schemaName ?? ''}.${name}`)), ['tableList'], issues)
  const columnsByTable = new Map()
  tableList.forEach((table, index) => columnsByTable.set(folded(table.name), checkTable(table, index, columnsOf, issues)))
  checkRelationships(relationships ?? [], columnsByTable, issues)
  return issues
}
