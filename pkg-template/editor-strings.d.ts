/** The texts of the editor by their keys. Written by the build from `src/editor/strings.js`. */
export interface EditorStrings {
  /** Datamart name */
  readonly 'name': string
  /** Untitled datamart */
  readonly 'name.placeholder': string
  /** Datasource */
  readonly 'datasource': string
  /** Datasource */
  readonly 'datasource.placeholder': string
  /** Read-only */
  readonly 'readOnly': string
  /** Undo */
  readonly 'undo': string
  /** Redo */
  readonly 'redo': string
  /** Open… */
  readonly 'open': string
  /** Save */
  readonly 'save': string
  /** Saved to {name} */
  readonly 'saved': string
  /** {name} could not be saved */
  readonly 'save.failed': string
  /** {name} was changed by another program */
  readonly 'save.changed': string
  /** Nothing has been overwritten. Undo brings the text here back. */
  readonly 'save.changed.help': string
  /** Load the file */
  readonly 'save.other': string
  /** Overwrite the file */
  readonly 'save.own': string
  /** Show the differences */
  readonly 'save.both': string
  /** Export */
  readonly 'export': string
  /** Copy the body of the request */
  readonly 'export.body': string
  /** Copy as fetch */
  readonly 'export.fetch': string
  /** Copy as curl */
  readonly 'export.curl': string
  /** Copy as code with this package */
  readonly 'export.package': string
  /** Download as a file */
  readonly 'export.file': string
  /** Copy request */
  readonly 'copy': string
  /** Create */
  readonly 'create': string
  /** Update */
  readonly 'update': string
  /** Copied */
  readonly 'copied': string
  /** The browser did not allow copying */
  readonly 'copied.failed': string
  /** Resolve 1 error first */
  readonly 'request.blocked.one': string
  /** Resolve {count} errors first */
  readonly 'request.blocked.other': string
  /** Checking… */
  readonly 'count.checking': string
  /** 1 error */
  readonly 'count.errors.one': string
  /** {count} errors */
  readonly 'count.errors.other': string
  /** 1 warning */
  readonly 'count.warnings.one': string
  /** {count} warnings */
  readonly 'count.warnings.other': string
  /** 1 to do */
  readonly 'count.todo.one': string
  /** {count} to do */
  readonly 'count.todo.other': string
  /** Valid */
  readonly 'count.valid': string
  /** Not started */
  readonly 'count.empty': string
  /** Catalog */
  readonly 'view.catalog': string
  /** Tables */
  readonly 'view.tables': string
  /** Relationships */
  readonly 'view.relationships': string
  /** Tenancy */
  readonly 'view.tenancy': string
  /** Changes */
  readonly 'view.changes': string
  /** JSON */
  readonly 'view.json': string
  /** Details */
  readonly 'view.details': string
  /** Issues */
  readonly 'view.issues': string
  /** Views */
  readonly 'views': string
  /** Catalog */
  readonly 'catalog': string
  /** Search tables and columns */
  readonly 'catalog.search': string
  /** No catalog */
  readonly 'catalog.none': string
  /** With the tables of the datasource, you pick instead of typing, and names and types are checked. */
  readonly 'catalog.none.help': string
  /** Load a catalog… */
  readonly 'catalog.load': string
  /** The API’s schema reply as JSON, or a CSV file with the columns table, column and type. */
  readonly 'catalog.formats': string
  /** Nothing matches “{query}” */
  readonly 'catalog.nothing': string
  /** Columns of {name} */
  readonly 'catalog.expand': string
  /** The catalog could not be read: {reason} */
  readonly 'catalog.failed': string
  /** In this datamart */
  readonly 'catalog.own': string
  /** These are the tables of {catalog}, but the datasource of the datamart is {datasource}. */
  readonly 'catalog.other': string
  /** Start a datamart */
  readonly 'start': string
  /** A datamart is the set of tables and columns that dashboards are built on. */
  readonly 'start.help': string
  /** From the catalog */
  readonly 'start.catalog': string
  /** Check tables and columns of your datasource. */
  readonly 'start.catalog.help': string
  /** Load the tables of your datasource, then check what you need. */
  readonly 'start.catalog.missing.help': string
  /** Open a file */
  readonly 'start.file': string
  /** A datamart, or the API’s list reply. */
  readonly 'start.file.help': string
  /** Look at a sample */
  readonly 'start.sample': string
  /** A small shop with joins and tenants. */
  readonly 'start.sample.help': string
  /** You can also drop a file anywhere here, or paste JSON in the JSON view. */
  readonly 'start.drop': string
  /** Tables and columns */
  readonly 'grid': string
  /** Name */
  readonly 'grid.name': string
  /** Type */
  readonly 'grid.type': string
  /** Label */
  readonly 'grid.label': string
  /** Alias */
  readonly 'grid.alias': string
  /** Hidden */
  readonly 'grid.hidden': string
  /** Time zone */
  readonly 'grid.timezone': string
  /** Expression */
  readonly 'grid.custom': string
  /** 1 column */
  readonly 'grid.columns.one': string
  /** {count} columns */
  readonly 'grid.columns.other': string
  /** Columns of {name} */
  readonly 'grid.collapse': string
  /** Add a custom column to {name} */
  readonly 'grid.add': string
  /** Custom column */
  readonly 'grid.add.short': string
  /** unnamed */
  readonly 'grid.unnamed': string
  /** No tables yet */
  readonly 'grid.none': string
  /** Check a table in the catalog, or add one by its name. */
  readonly 'grid.none.help': string
  /** Add a table */
  readonly 'grid.addTable': string
  /** Remove */
  readonly 'grid.remove': string
  /** {count} columns selected */
  readonly 'grid.selected': string
  /** Hide */
  readonly 'grid.hide': string
  /** Show */
  readonly 'grid.show': string
  /** Move {name} */
  readonly 'grid.moveHandle': string
  /** {name} is now at position {position} */
  readonly 'grid.moved': string
  /** {count} cells pasted */
  readonly 'grid.pasted': string
  /** {name} removed */
  readonly 'grid.removed': string
  /** {field} of {name} */
  readonly 'cell': string
  /** The text is not valid JSON */
  readonly 'broken': string
  /** The tables below are those of the last text that could be read. They are read-only until the text is repaired. */
  readonly 'broken.help': string
  /** Repair the text, or fix it in the JSON view. */
  readonly 'broken.help.none': string
  /** Repair */
  readonly 'broken.repair': string
  /** Show in JSON */
  readonly 'broken.json': string
  /** This JSON is not a datamart */
  readonly 'notDatamart': string
  /** A datamart is an object with the fields `name`, `datasourceName` and `tableList`. */
  readonly 'notDatamart.help': string
  /** Datamart as JSON */
  readonly 'json': string
  /** Choose… */
  readonly 'choose': string
  /** Suggested */
  readonly 'suggested': string
  /** Confident */
  readonly 'confidence.confident': string
  /** Possible */
  readonly 'confidence.possible': string
  /** Relationships */
  readonly 'relationships': string
  /** Show as */
  readonly 'relationships.show': string
  /** List */
  readonly 'relationships.show.list': string
  /** Diagram */
  readonly 'relationships.show.diagram': string
  /** Diagram of the joins */
  readonly 'relationships.diagram': string
  /** Drag a column onto the one that it refers to. The list does the same with the keyboard. */
  readonly 'relationships.diagram.help': string
  /** Zoom */
  readonly 'zoom': string
  /** Zoom out */
  readonly 'zoom.out': string
  /** Zoom in */
  readonly 'zoom.in': string
  /** Actual size */
  readonly 'zoom.none': string
  /** Fit */
  readonly 'zoom.fit': string
  /** 1 more column */
  readonly 'relationships.more.one': string
  /** {count} more columns */
  readonly 'relationships.more.other': string
  /** Fewer columns */
  readonly 'relationships.fewer': string
  /** No tables are joined yet. Pick two columns, or take a suggestion. */
  readonly 'relationships.none': string
  /** Joins connect the tables of the datamart. Add tables first. */
  readonly 'relationships.noTables': string
  /** relationship {position} */
  readonly 'relationships.unnamed': string
  /** Name */
  readonly 'relationships.relationshipName': string
  /** Parent */
  readonly 'relationships.parent': string
  /** Child */
  readonly 'relationships.child': string
  /** Parent table */
  readonly 'relationships.parentTableName': string
  /** Parent column */
  readonly 'relationships.parentColumnName': string
  /** Child table */
  readonly 'relationships.childTableName': string
  /** Child column */
  readonly 'relationships.childColumnName': string
  /** Cardinality */
  readonly 'relationships.cardinality': string
  /** Cardinality not set */
  readonly 'relationships.cardinality.none': string
  /** One to one */
  readonly 'relationships.OneToOne': string
  /** One to many */
  readonly 'relationships.OneToMany': string
  /** Many to one */
  readonly 'relationships.ManyToOne': string
  /** Many to many */
  readonly 'relationships.ManyToMany': string
  /** Join */
  readonly 'relationships.join': string
  /** Join not set */
  readonly 'relationships.join.none': string
  /** Remove {name} */
  readonly 'relationships.remove': string
  /** Join */
  readonly 'relationships.add': string
  /** Parent column */
  readonly 'relationships.add.parent': string
  /** Child column */
  readonly 'relationships.add.child': string
  /** 1 relationship added */
  readonly 'relationships.added.one': string
  /** {count} relationships added */
  readonly 'relationships.added.other': string
  /** Pick a column in both fields */
  readonly 'relationships.both': string
  /** “{name}” is not a column of this datamart’s tables */
  readonly 'relationships.noColumn': string
  /** These columns are joined already */
  readonly 'relationships.joined': string
  /** Suggested joins */
  readonly 'relationships.suggested': string
  /** Add all {count} confident ones */
  readonly 'relationships.addConfident': string
  /** Add {name} */
  readonly 'relationships.addOne': string
  /** Add */
  readonly 'relationships.addOne.short': string
  /** Names and types suggest no other joins. */
  readonly 'relationships.nothing': string
  /** Names suggest no other joins. A catalog with types helps to find them. */
  readonly 'relationships.nothing.catalog': string
  /** How are tenants kept apart? */
  readonly 'tenancy.level': string
  /** Not by this datamart */
  readonly 'tenancy.NONE': string
  /** Isolation is handled elsewhere, or there is only one tenant. */
  readonly 'tenancy.NONE.help': string
  /** By a column in each table */
  readonly 'tenancy.TABLE': string
  /** All tenants share the tables, and a column says which tenant a row belongs to. */
  readonly 'tenancy.TABLE.help': string
  /** By a database per tenant */
  readonly 'tenancy.DATABASE': string
  /** Each tenant has a database of its own. */
  readonly 'tenancy.DATABASE.help': string
  /** Over several databases */
  readonly 'tenancy.MULTI_DATABASE': string
  /** Tenants are spread over several databases. Only for SQL Server. */
  readonly 'tenancy.MULTI_DATABASE.help': string
  /** Apply */
  readonly 'tenancy.apply': string
  /** 1 table would not be isolated: {names} */
  readonly 'tenancy.leftOut.one': string
  /** {count} tables would not be isolated: {names} */
  readonly 'tenancy.leftOut.other': string
  /** Client mapping */
  readonly 'tenancy.mapping': string
  /** Where the client mapping is stored. */
  readonly 'tenancy.mapping.help': string
  /** Database */
  readonly 'tenancy.database': string
  /** The database that is used unless another one is given. */
  readonly 'tenancy.database.help': string
  /** Type of the client identifier */
  readonly 'tenancy.clientColumnType': string
  /** The type of the values in the client columns. */
  readonly 'tenancy.clientColumnType.help': string
  /** Number */
  readonly 'tenancy.NUMBER': string
  /** Text */
  readonly 'tenancy.STRING': string
  /** Schema */
  readonly 'tenancy.schemaName': string
  /** The schema of the table that maps clients. */
  readonly 'tenancy.schemaName.help': string
  /** Table */
  readonly 'tenancy.tableName': string
  /** The table that maps clients. */
  readonly 'tenancy.tableName.help': string
  /** Client column of that table */
  readonly 'tenancy.tableClientNameColumn': string
  /** The column with the client identifier. */
  readonly 'tenancy.tableClientNameColumn.help': string
  /** Primary key of that table */
  readonly 'tenancy.tablePrimaryKeyColumn': string
  /** The column that identifies a row. */
  readonly 'tenancy.tablePrimaryKeyColumn.help': string
  /** Primary database */
  readonly 'tenancy.primaryDatabase': string
  /** Empty for no default. */
  readonly 'tenancy.primaryDatabase.help': string
  /** Has no effect at this level. Empty it to remove it. */
  readonly 'tenancy.ignored': string
  /** Isolation of tables */
  readonly 'tenancy.tables': string
  /** {isolated} of {total} tables have a client column. Without one, every tenant sees all rows of a table unless the embed narrows it. */
  readonly 'tenancy.tables.help': string
  /** Go to the tables */
  readonly 'tenancy.tables.show': string
  /** Client column of {name} */
  readonly 'tenancy.clientColumnOf': string
  /** None */
  readonly 'tenancy.noColumn': string
  /** State */
  readonly 'tenancy.state': string
  /** Isolated */
  readonly 'tenancy.isolated': string
  /** Not isolated */
  readonly 'tenancy.open': string
  /** 1 change */
  readonly 'changes.count.one': string
  /** {count} changes */
  readonly 'changes.count.other': string
  /** 1 may break dashboards or the isolation of tenants */
  readonly 'changes.breaking.one': string
  /** {count} may break dashboards or the isolation of tenants */
  readonly 'changes.breaking.other': string
  /** Breaking */
  readonly 'changes.mark': string
  /** No changes */
  readonly 'changes.none': string
  /** Nothing has changed since the datamart was opened. */
  readonly 'changes.none.help': string
  /** The datamart has the same meaning as the original. */
  readonly 'changes.none.original': string
  /** No earlier version */
  readonly 'changes.new': string
  /** This datamart is new, so there is nothing to compare it with. */
  readonly 'changes.new.help': string
  /** Comparing… */
  readonly 'changes.pending': string
  /** The datamart cannot be compared with the original */
  readonly 'changes.failed': string
  /** 1 more change is not listed */
  readonly 'changes.more.one': string
  /** {count} more changes are not listed */
  readonly 'changes.more.other': string
  /** Take back */
  readonly 'changes.revert': string
  /** Taken back: {message} */
  readonly 'changes.reverted': string
  /** Details */
  readonly 'inspector': string
  /** Datamart */
  readonly 'inspector.datamart': string
  /** Table */
  readonly 'inspector.table': string
  /** Column */
  readonly 'inspector.column': string
  /** Custom column */
  readonly 'inspector.customColumn': string
  /** Name */
  readonly 'inspector.name': string
  /** Schema */
  readonly 'inspector.schema': string
  /** Label */
  readonly 'inspector.label': string
  /** Shown instead of the name. */
  readonly 'inspector.label.help': string
  /** Alias */
  readonly 'inspector.alias': string
  /** Hidden */
  readonly 'inspector.hidden': string
  /** Not offered to people who build dashboards. Joins and expressions still reach it. */
  readonly 'inspector.hidden.help': string
  /** Apply the time zone */
  readonly 'inspector.timezone': string
  /** Converts date-times to the time zone of the guest token. */
  readonly 'inspector.timezone.help': string
  /** Aggregate */
  readonly 'inspector.aggregate': string
  /** Computes one value from many rows. */
  readonly 'inspector.aggregate.help': string
  /** Custom column */
  readonly 'inspector.custom': string
  /** SQL expression */
  readonly 'inspector.sql': string
  /** Uses */
  readonly 'inspector.uses': string
  /** Client column */
  readonly 'inspector.clientColumn': string
  /** The column that tells tenants apart. */
  readonly 'inspector.clientColumn.help': string
  /** Type */
  readonly 'inspector.type': string
  /** not known without a catalog */
  readonly 'inspector.type.unknown': string
  /** not in the catalog */
  readonly 'inspector.type.missing': string
  /** Remove the table */
  readonly 'inspector.remove.table': string
  /** Remove the column */
  readonly 'inspector.remove.column': string
  /** Select a table or a column to see its details. */
  readonly 'inspector.nothing': string
  /** Tables */
  readonly 'inspector.tables': string
  /** Columns */
  readonly 'inspector.columns': string
  /** Relationships */
  readonly 'inspector.relationships': string
  /** Tenancy */
  readonly 'inspector.tenancy': string
  /** none */
  readonly 'inspector.tenancy.none': string
  /** Issues */
  readonly 'issues': string
  /** Show the list of issues */
  readonly 'issues.collapse': string
  /** Filter issues */
  readonly 'issues.filter': string
  /** Group by */
  readonly 'issues.group': string
  /** None */
  readonly 'issues.group.none': string
  /** Rule */
  readonly 'issues.group.rule': string
  /** Table */
  readonly 'issues.group.place': string
  /** No issues found. */
  readonly 'issues.none': string
  /** Nothing is checked before you start. */
  readonly 'issues.none.todo': string
  /** No issue matches the filter. */
  readonly 'issues.noMatch': string
  /** Fix all {count} */
  readonly 'issues.fixAll': string
  /** Fix */
  readonly 'issues.fix': string
  /** Datamart */
  readonly 'issues.elsewhere': string
  /** Error */
  readonly 'issues.error': string
  /** Warning */
  readonly 'issues.warning': string
  /** To do */
  readonly 'issues.todo': string
  /** 1 issue fixed */
  readonly 'issues.fixed.one': string
  /** {count} issues fixed */
  readonly 'issues.fixed.other': string
  /** The check could not run: {reason} */
  readonly 'issues.failed': string
  /** This datamart was changed in another tab */
  readonly 'elsewhere': string
  /** Nothing has been overwritten. Undo brings the text here back. */
  readonly 'elsewhere.help': string
  /** Load the other version */
  readonly 'elsewhere.other': string
  /** Keep this one */
  readonly 'elsewhere.own': string
  /** Your changes are not kept in this browser: {reason} */
  readonly 'keeping.failed': string
  /** Open a datamart */
  readonly 'file.choose': string
  /** Cancel */
  readonly 'cancel': string
  /** Close */
  readonly 'close': string
  /** Try again */
  readonly 'retry': string
  /** You are offline */
  readonly 'offline': string
  /** Go on editing: only this part has not been loaded. It appears when the connection is back. */
  readonly 'offline.help': string
  /** Go on editing, and try this again when the connection is back. */
  readonly 'offline.later': string
  /** This part could not be loaded */
  readonly 'notLoaded': string
  /** Keyboard shortcuts */
  readonly 'shortcuts': string
  /** Everywhere */
  readonly 'shortcuts.everywhere': string
  /** Next or previous area */
  readonly 'shortcuts.everywhere.region': string
  /** Next or previous issue */
  readonly 'shortcuts.everywhere.issue': string
  /** Undo */
  readonly 'shortcuts.everywhere.undo': string
  /** Redo */
  readonly 'shortcuts.everywhere.redo': string
  /** Save to the file */
  readonly 'shortcuts.everywhere.save': string
  /** This list, except while typing */
  readonly 'shortcuts.everywhere.this': string
  /** Catalog */
  readonly 'shortcuts.catalog': string
  /** From the search to what it found */
  readonly 'shortcuts.catalog.results': string
  /** Add the first column found */
  readonly 'shortcuts.catalog.first': string
  /** Add or remove */
  readonly 'shortcuts.catalog.check': string
  /** The same for a range */
  readonly 'shortcuts.catalog.range': string
  /** Show or hide columns */
  readonly 'shortcuts.catalog.open': string
  /** Tables */
  readonly 'shortcuts.grid': string
  /** Edit the cell, or just type */
  readonly 'shortcuts.grid.edit': string
  /** Next cell while editing */
  readonly 'shortcuts.grid.next': string
  /** Select more columns */
  readonly 'shortcuts.grid.select': string
  /** Select columns one by one */
  readonly 'shortcuts.grid.toggle': string
  /** Select all columns of the table */
  readonly 'shortcuts.grid.all': string
  /** Move the row */
  readonly 'shortcuts.grid.move': string
  /** Remove what is selected */
  readonly 'shortcuts.grid.remove': string
  /** Copy and paste cells */
  readonly 'shortcuts.grid.cells': string
  /** JSON */
  readonly 'shortcuts.json': string
  /** Complete */
  readonly 'shortcuts.json.complete': string
  /** Find and replace */
  readonly 'shortcuts.json.find': string
  /** From your account */
  readonly 'account': string
  /** A datamart that is there, or a new one for a datasource. */
  readonly 'account.help': string
  /** Datamarts */
  readonly 'account.datamarts': string
  /** New, for a datasource */
  readonly 'account.datasources': string
  /** Search by name */
  readonly 'account.search': string
  /** Open a file… */
  readonly 'account.file': string
  /** Loading… */
  readonly 'account.loading': string
  /** The account has no datamarts yet. */
  readonly 'account.none': string
  /** The list could not be loaded: {reason} */
  readonly 'account.failed': string
  /** 1 table */
  readonly 'account.tables.one': string
  /** {count} tables */
  readonly 'account.tables.other': string
  /** 1 more. Search for it by its name. */
  readonly 'account.more.one': string
  /** {count} more. Search for one by its name. */
  readonly 'account.more.other': string
  /** {name} is open */
  readonly 'account.opened': string
  /** Looking at the version in the account… */
  readonly 'send.looking': string
  /** Update {name}? */
  readonly 'send.review': string
  /** Update now */
  readonly 'send.confirm': string
  /** Nothing differs from the version in the account. */
  readonly 'send.none': string
  /** It was changed in the account meanwhile. The changes are counted from the version there, which the update replaces. */
  readonly 'send.changed': string
  /** The account has no datamart of this name any more. */
  readonly 'send.gone': string
  /** The API does not show {fields}. The update removes what the account has there, unless it is set here. */
  readonly 'send.unseen': string
  /** Sending… */
  readonly 'send.sending': string
  /** {name} was created */
  readonly 'send.create.done': string
  /** {name} was updated */
  readonly 'send.update.done': string
  /** {name} was not created */
  readonly 'send.create.failed': string
  /** {name} was not updated */
  readonly 'send.update.failed': string
  /** It is not known whether {name} was created */
  readonly 'send.create.unknown': string
  /** It is not known whether {name} was updated */
  readonly 'send.update.unknown': string
  /** It may have been done. Look before sending it again. */
  readonly 'send.unknown.help': string
  /** Look in the account */
  readonly 'send.lookUp': string
  /** The account does not have it, so it can be sent again. */
  readonly 'send.absent': string
  /** Another attempt may succeed. */
  readonly 'send.later': string
  /** Another attempt may succeed in {seconds} s. */
  readonly 'send.wait': string
}
