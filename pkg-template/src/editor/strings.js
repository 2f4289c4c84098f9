/**
 * Every text of the interface by its key. The property `strings` replaces any of them. `{name}`
 * stands for a parameter; `one` and `other` differ by the parameter `count`.
 */
// @ts-check

export const STRINGS = {
  'name': 'Datamart name',
  'name.placeholder': 'Untitled datamart',
  'datasource': 'Datasource',
  'datasource.placeholder': 'Datasource',
  'undo': 'Undo',
  'redo': 'Redo',
  'open': 'Open…',
  'save': 'Save a copy',
  'copy': 'Copy request',
  'create': 'Create',
  'update': 'Update',
  'copied': 'Request copied',
  'copied.failed': 'The browser did not allow copying',
  'request.blocked.one': 'Resolve 1 error first',
  'request.blocked.other': 'Resolve {count} errors first',

  'count.checking': 'Checking…',
  'count.errors.one': '1 error',
  'count.errors.other': '{count} errors',
  'count.warnings.one': '1 warning',
  'count.warnings.other': '{count} warnings',
  'count.todo.one': '1 to do',
  'count.todo.other': '{count} to do',
  'count.valid': 'Valid',
  'count.empty': 'Not started',

  'view.catalog': 'Catalog',
  'view.tables': 'Tables',
  'view.json': 'JSON',
  'view.details': 'Details',
  'view.issues': 'Issues',
  'views': 'Views',

  'catalog': 'Catalog',
  'catalog.search': 'Search tables and columns',
  'catalog.none': 'No catalog',
  'catalog.none.help': 'With the tables of the datasource, you pick instead of typing, and names and types are checked.',
  'catalog.load': 'Load a catalog…',
  'catalog.formats': 'The API’s schema reply as JSON, or a CSV file with the columns table, column and type.',
  'catalog.nothing': 'Nothing matches “{query}”',
  'catalog.expand': 'Columns of {name}',
  'catalog.failed': 'The catalog could not be read: {reason}',
  'catalog.own': 'In this datamart',

  'start': 'Start a datamart',
  'start.help': 'A datamart is the set of tables and columns that dashboards are built on.',
  'start.catalog': 'From the catalog',
  'start.catalog.help': 'Check tables and columns of your datasource.',
  'start.catalog.missing.help': 'Load the tables of your datasource, then check what you need.',
  'start.file': 'Open a file',
  'start.file.help': 'A datamart, or the API’s list reply.',
  'start.sample': 'Look at a sample',
  'start.sample.help': 'A small shop with joins and tenants.',
  'start.drop': 'You can also drop a file anywhere here, or paste JSON in the JSON view.',

  'grid': 'Tables and columns',
  'grid.name': 'Name',
  'grid.type': 'Type',
  'grid.label': 'Label',
  'grid.alias': 'Alias',
  'grid.hidden': 'Hidden',
  'grid.timezone': 'Time zone',
  'grid.custom': 'Expression',
  'grid.columns.one': '1 column',
  'grid.columns.other': '{count} columns',
  'grid.collapse': 'Columns of {name}',
  'grid.add': 'Add a custom column to {name}',
  'grid.add.short': 'Custom column',
  'grid.unnamed': 'unnamed',
  'grid.none': 'No tables yet',
  'grid.none.help': 'Check a table in the catalog, or add one by its name.',
  'grid.addTable': 'Add a table',
  'grid.remove': 'Remove',
  'grid.selected': '{count} columns selected',
  'grid.hide': 'Hide',
  'grid.show': 'Show',
  'grid.moveHandle': 'Move {name}',
  'grid.moved': '{name} is now at position {position}',
  'grid.pasted': '{count} cells pasted',
  'grid.removed': '{name} removed',
  'cell': '{field} of {name}',

  'broken': 'The text is not valid JSON',
  'broken.help': 'The tables below are those of the last text that could be read. They are read-only until the text is repaired.',
  'broken.help.none': 'Repair the text, or fix it in the JSON view.',
  'broken.repair': 'Repair',
  'broken.json': 'Show in JSON',
  'notDatamart': 'This JSON is not a datamart',
  'notDatamart.help': 'A datamart is an object with the fields `name`, `datasourceName` and `tableList`.',

  'json': 'Datamart as JSON',

  'inspector': 'Details',
  'inspector.datamart': 'Datamart',
  'inspector.table': 'Table',
  'inspector.column': 'Column',
  'inspector.customColumn': 'Custom column',
  'inspector.name': 'Name',
  'inspector.schema': 'Schema',
  'inspector.label': 'Label',
  'inspector.label.help': 'Shown instead of the name.',
  'inspector.alias': 'Alias',
  'inspector.hidden': 'Hidden',
  'inspector.hidden.help': 'Not offered to people who build dashboards. Joins and expressions still reach it.',
  'inspector.timezone': 'Apply the time zone',
  'inspector.timezone.help': 'Converts date-times to the time zone of the guest token.',
  'inspector.aggregate': 'Aggregate',
  'inspector.aggregate.help': 'Computes one value from many rows.',
  'inspector.custom': 'Custom column',
  'inspector.sql': 'SQL expression',
  'inspector.uses': 'Uses',
  'inspector.clientColumn': 'Client column',
  'inspector.clientColumn.help': 'The column that tells tenants apart.',
  'inspector.type': 'Type',
  'inspector.type.unknown': 'not known without a catalog',
  'inspector.type.missing': 'not in the catalog',
  'inspector.remove.table': 'Remove the table',
  'inspector.remove.column': 'Remove the column',
  'inspector.nothing': 'Select a table or a column to see its details.',
  'inspector.tables': 'Tables',
  'inspector.columns': 'Columns',
  'inspector.relationships': 'Relationships',
  'inspector.tenancy': 'Tenancy',
  'inspector.tenancy.none': 'none',

  'issues': 'Issues',
  'issues.collapse': 'Show the list of issues',
  'issues.filter': 'Filter issues',
  'issues.group': 'Group by',
  'issues.group.none': 'None',
  'issues.group.rule': 'Rule',
  'issues.group.place': 'Table',
  'issues.none': 'No issues found.',
  'issues.none.todo': 'Nothing is checked before you start.',
  'issues.noMatch': 'No issue matches the filter.',
  'issues.fixAll': 'Fix all {count}',
  'issues.fix': 'Fix',
  'issues.elsewhere': 'Datamart',
  'issues.error': 'Error',
  'issues.warning': 'Warning',
  'issues.todo': 'To do',
  'issues.fixed.one': '1 issue fixed',
  'issues.fixed.other': '{count} issues fixed',
  'issues.failed': 'The check could not run: {reason}',

  'elsewhere': 'This datamart was changed in another tab',
  'elsewhere.help': 'Nothing has been overwritten. Which version should be kept? Undo brings the other one back.',
  'elsewhere.other': 'Load the other version',
  'elsewhere.own': 'Keep this one',
  'keeping.failed': 'Your changes are not kept in this browser: {reason}',

  'file.choose': 'Which datamart should be opened?',
  'cancel': 'Cancel',
}

/** @typedef {keyof typeof STRINGS} StringKey */
/** @typedef {(key: string, params?: Record<string, string | number>) => string} Translate */

/**
 * @param {Partial<Record<string, string>> | null | undefined} given
 * @returns {Translate}
 */
export function translator(given) {
  const all = /** @type {Record<string, string>} */ (STRINGS)
  return (key, params) => {
    const whole = params && 'count' in params && `${key}.other` in all ? `${key}.${Number(params.count) === 1 ? 'one' : 'other'}` : key
    const text = given?.[whole] ?? all[whole] ?? whole
    return params ? text.replace(/\{(\w+)\}/g, (match, name) => (name in params ? String(params[name]) : match)) : text
  }
}
