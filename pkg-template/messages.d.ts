/**
 * The parameters of messages. Made from the templates in `src/rules/` by the tests: do not edit.
 */

/** The parameters of each template: see `messages.json`. */
export interface MessageParams {
  readonly 'syntax.empty': {}
  readonly 'syntax.more-text': { readonly found: string }
  readonly 'syntax.more-text.help': {}
  readonly 'syntax.comment': {}
  readonly 'syntax.comment.help': {}
  readonly 'syntax.space': { readonly character: string }
  readonly 'syntax.space.one': { readonly character: string }
  readonly 'syntax.space.many': { readonly character: string; readonly count: string }
  readonly 'syntax.space.help': {}
  readonly 'syntax.space.fix': {}
  readonly 'syntax.space.remove.help': {}
  readonly 'syntax.space.remove.fix': {}
  readonly 'syntax.single-quote': {}
  readonly 'syntax.single-quote.help': {}
  readonly 'syntax.bare-key': { readonly found: string }
  readonly 'syntax.bare-key.help': {}
  readonly 'syntax.key': { readonly found: string }
  readonly 'syntax.colon': { readonly found: string }
  readonly 'syntax.no-value': { readonly key: string }
  readonly 'syntax.comma': { readonly found: string }
  readonly 'syntax.comma.help': {}
  readonly 'syntax.extra-comma': {}
  readonly 'syntax.trailing-comma': { readonly bracket: string }
  readonly 'syntax.extra-comma.help': {}
  readonly 'syntax.wrong-bracket': { readonly found: string; readonly expected: string }
  readonly 'syntax.wrong-bracket.related': {}
  readonly 'syntax.unclosed-bracket': { readonly found: string; readonly expected: string }
  readonly 'syntax.unclosed-bracket.related': {}
  readonly 'syntax.unclosed-string': {}
  readonly 'syntax.unclosed-string.help': {}
  readonly 'syntax.control-character': {}
  readonly 'syntax.control-character.help': {}
  readonly 'syntax.escape': { readonly found: string }
  readonly 'syntax.escape.help': {}
  readonly 'syntax.number': { readonly found: string }
  readonly 'syntax.number.help': {}
  readonly 'syntax.value': { readonly found: string }
  readonly 'syntax.repair.fix': {}
  readonly 'syntax.repair.removing.fix': {}
  readonly 'syntax.value.help': {}
  readonly 'duplicate-key': { readonly key: string }
  readonly 'duplicate-key.help': {}
  readonly 'duplicate-key.related': {}
  readonly 'not-json.function': {}
  readonly 'not-json.function.help': {}
  readonly 'not-json.symbol': {}
  readonly 'not-json.symbol.help': {}
  readonly 'not-json.bigint': {}
  readonly 'not-json.bigint.help': {}
  readonly 'not-json.not-finite': { readonly value: string }
  readonly 'not-json.not-finite.help': {}
  readonly 'not-json.undefined': {}
  readonly 'not-json.undefined.help': {}
  readonly 'not-json.cycle': {}
  readonly 'not-json.cycle.help': {}
  readonly 'not-json.date': {}
  readonly 'not-json.date.help': {}
  readonly 'not-json.instance': { readonly class: string }
  readonly 'not-json.instance.help': {}
  readonly 'not-json.surrogate': {}
  readonly 'not-json.surrogate.key': {}
  readonly 'not-json.surrogate.text': {}
  readonly 'not-json.surrogate.help': {}
  readonly 'too-deep': { readonly max: string }
  readonly 'too-deep.help': {}
  readonly 'too-large': {}
  readonly 'too-large.help': { readonly megabytes: string; readonly values: string }
  readonly 'too-many-issues': { readonly count: string }
  readonly 'too-many-issues.names': { readonly names: string }
  readonly 'too-many-issues.and-names': { readonly count: string; readonly names: string }
  readonly 'too-many-issues.help': {}
  readonly 'wrong-document.update': {}
  readonly 'wrong-document.update.help': {}
  readonly 'wrong-document.datamarts': {}
  readonly 'wrong-document.datamarts.help': {}
  readonly 'wrong-document.datamart': {}
  readonly 'wrong-document.datamart.help': {}
  readonly 'wrong-document.datasources': {}
  readonly 'wrong-document.datasources.help': {}
  readonly 'wrong-document.schema': {}
  readonly 'wrong-document.schema.help': {}
  readonly 'wrong-document.semantic': {}
  readonly 'wrong-document.semantic.help': { readonly path: string }
  readonly 'required': { readonly field: string }
  readonly 'required.null': { readonly field: string }
  readonly 'required.blank': { readonly field: string }
  readonly 'required.because': { readonly field: string; readonly condition: string; readonly value: string }
  readonly 'required.null.because': { readonly field: string; readonly condition: string; readonly value: string }
  readonly 'required.blank.because': { readonly field: string; readonly condition: string; readonly value: string }
  readonly 'required.help': { readonly found: string; readonly field: string }
  readonly 'required.fill.help': { readonly found: string; readonly field: string }
  readonly 'required.fix': { readonly found: string; readonly field: string }
  readonly 'required.related': { readonly found: string }
  readonly 'type.string': { readonly field: string; readonly found: string }
  readonly 'type.string.help': { readonly found: string }
  readonly 'type.flag': { readonly field: string; readonly found: string }
  readonly 'type.flag.help': {}
  readonly 'type.flag.fix': { readonly value: string }
  readonly 'type.list': { readonly field: string; readonly found: string }
  readonly 'type.list.help': {}
  readonly 'type.list.fix': {}
  readonly 'type.object': { readonly field: string; readonly found: string }
  readonly 'type.item': { readonly found: string }
  readonly 'type.datamart': { readonly found: string }
  readonly 'empty': { readonly field: string }
  readonly 'not-allowed-value': { readonly field: string; readonly found: string; readonly allowed: string }
  readonly 'unknown-field': { readonly field: string }
  readonly 'unknown-field.help': {}
  readonly 'unknown-field.semantic.help': { readonly path: string }
  readonly 'surrounding-space': { readonly field: string; readonly name: string }
  readonly 'surrounding-space.leading': { readonly field: string; readonly name: string }
  readonly 'surrounding-space.both': { readonly field: string; readonly name: string }
  readonly 'surrounding-space.help': {}
  readonly 'datamart-name-taken': { readonly name: string }
  readonly 'datamart-name-taken.help': {}
  readonly 'datamart-name-case': { readonly name: string; readonly taken: string }
  readonly 'datamart-name-case.whitespace': { readonly name: string; readonly taken: string }
  readonly 'datamart-name-case.composition': { readonly name: string; readonly taken: string }
  readonly 'datamart-name-case.help': {}
  readonly 'datamart-name-characters': { readonly character: string }
  readonly 'datamart-name-characters.help': {}
  readonly 'unknown-datamart': { readonly name: string }
  readonly 'unknown-datamart.help': {}
  readonly 'unknown-datasource': { readonly name: string }
  readonly 'unknown-datasource.help': {}
  readonly 'unusable-datasource': { readonly name: string }
  readonly 'unusable-datasource.help': {}
  readonly 'unusable-datasource.not-authenticated': { readonly name: string }
  readonly 'unusable-datasource.not-authenticated.help': {}
  readonly 'duplicate-table': { readonly table: string }
  readonly 'duplicate-table.help': {}
  readonly 'duplicate-table.related': {}
  readonly 'unknown-table': { readonly table: string }
  readonly 'unknown-table.help': {}
  readonly 'unknown-table.schema': { readonly schema: string }
  readonly 'unknown-table.elsewhere': { readonly table: string; readonly found: string; readonly schema: string }
  readonly 'unknown-table.several': { readonly table: string; readonly found: string; readonly schema: string }
  readonly 'unknown-table.several.help': {}
  readonly 'name-case': { readonly name: string; readonly found: string }
  readonly 'name-case.unquoted.help': {}
  readonly 'name-case.insensitive.help': {}
  readonly 'name-case.unclear.help': {}
  readonly 'repeated-schema': { readonly name: string; readonly schema: string }
  readonly 'repeated-schema.help': {}
  readonly 'schema-required': { readonly typeName: string }
  readonly 'schema-required.help': { readonly usual: string }
  readonly 'schema-recommended': { readonly typeName: string }
  readonly 'schema-recommended.catalog': {}
  readonly 'schema-recommended.help': {}
  readonly 'schema-unsupported': { readonly typeName: string }
  readonly 'schema-unsupported.catalog': {}
  readonly 'schema-unsupported.help': {}
  readonly 'index-pattern-unsupported': { readonly typeName: string }
  readonly 'index-pattern-unsupported.help': {}
  readonly 'everything-hidden': {}
  readonly 'everything-hidden.help': {}
  readonly 'everything-hidden.table': { readonly table: string }
  readonly 'everything-hidden.table.help': {}
  readonly 'duplicate-column': { readonly column: string }
  readonly 'duplicate-column.help': {}
  readonly 'duplicate-column.related': {}
  readonly 'duplicate-column.fix': {}
  readonly 'duplicate-alias.alias': { readonly alias: string }
  readonly 'duplicate-alias': { readonly alias: string }
  readonly 'duplicate-alias.help': {}
  readonly 'duplicate-alias.related': {}
  readonly 'unused-sql': {}
  readonly 'unused-sql.help': {}
  readonly 'timezone-unsupported': { readonly typeName: string }
  readonly 'timezone-unsupported.help': {}
  readonly 'timezone-not-set': {}
  readonly 'timezone-not-set.one': {}
  readonly 'timezone-not-set.many': { readonly count: string }
  readonly 'timezone-not-set.help': {}
  readonly 'timezone-not-a-date': { readonly column: string; readonly typeName: string }
  readonly 'timezone-not-a-date.help': {}
  readonly 'unknown-column': { readonly table: string; readonly column: string }
  readonly 'unknown-column.help': {}
  readonly 'shadowed-column': { readonly table: string; readonly column: string }
  readonly 'shadowed-column.client': { readonly column: string }
  readonly 'shadowed-column.help': {}
  readonly 'sql-syntax.equals-sign': {}
  readonly 'sql-syntax.equals-sign.help': {}
  readonly 'sql-syntax.value.between': { readonly before: string; readonly found: string }
  readonly 'sql-syntax.value.needed-after': { readonly found: string }
  readonly 'sql-syntax.value.needed-before': { readonly found: string }
  readonly 'sql-syntax.value.before-comma': {}
  readonly 'sql-syntax.value.after-comma': {}
  readonly 'sql-syntax.value.after': { readonly before: string }
  readonly 'sql-syntax.subquery': {}
  readonly 'sql-syntax.subquery.help': {}
  readonly 'sql-syntax.value.before': { readonly found: string }
  readonly 'sql-syntax.value': { readonly found: string }
  readonly 'sql-syntax.character.here': { readonly character: string }
  readonly 'sql-syntax.case.word': { readonly found: string }
  readonly 'sql-syntax.interval.length.help': { readonly before: string; readonly found: string }
  readonly 'sql-syntax.operator.comma': { readonly before: string; readonly found: string }
  readonly 'sql-syntax.operator': { readonly before: string; readonly found: string }
  readonly 'sql-syntax.question-mark': {}
  readonly 'sql-syntax.condition.help': {}
  readonly 'sql-syntax.semicolon': {}
  readonly 'sql-syntax.argument-name': {}
  readonly 'sql-syntax.end': {}
  readonly 'sql-syntax.unexpected': { readonly found: string }
  readonly 'sql-syntax.braces': { readonly dialect: string }
  readonly 'sql-syntax.type': {}
  readonly 'sql-syntax.type.help': {}
  readonly 'sql-syntax.subquery.argument': {}
  readonly 'sql-syntax.subquery.argument.help': {}
  readonly 'sql-syntax.argument': { readonly dialect: string }
  readonly 'sql-syntax.filter': { readonly dialect: string }
  readonly 'sql-syntax.filter.help': {}
  readonly 'sql-syntax.filter.parentheses': {}
  readonly 'sql-syntax.filter.where.help': {}
  readonly 'sql-syntax.filter.where': {}
  readonly 'sql-syntax.within-group': {}
  readonly 'sql-syntax.within-group.order': {}
  readonly 'sql-syntax.call-index': { readonly dialect: string }
  readonly 'sql-syntax.call-index.help': {}
  readonly 'sql-syntax.case.when': {}
  readonly 'sql-syntax.case.when.related': {}
  readonly 'sql-syntax.case.then': {}
  readonly 'sql-syntax.case.then.related': {}
  readonly 'sql-syntax.case.end.related': {}
  readonly 'sql-syntax.case.end': {}
  readonly 'sql-syntax.case.help': {}
  readonly 'sql-syntax.subquery.damage': { readonly found: string }
  readonly 'sql-syntax.between': {}
  readonly 'sql-syntax.between.help': {}
  readonly 'sql-syntax.ternary': {}
  readonly 'sql-syntax.comparison': { readonly found: string; readonly dialect: string }
  readonly 'sql-syntax.comparison.help': {}
  readonly 'sql-syntax.between.not': {}
  readonly 'sql-syntax.between.not.help': {}
  readonly 'sql-syntax.not': {}
  readonly 'sql-syntax.not.help': {}
  readonly 'sql-syntax.in.value': {}
  readonly 'sql-syntax.in': {}
  readonly 'sql-syntax.in.help': {}
  readonly 'sql-syntax.operator.foreign': { readonly found: string; readonly dialect: string }
  readonly 'sql-syntax.operator.foreign.help': { readonly operator: string }
  readonly 'sql-syntax.interval': {}
  readonly 'sql-syntax.interval.related': {}
  readonly 'sql-syntax.exists': {}
  readonly 'sql-syntax.any': {}
  readonly 'sql-syntax.any.help': {}
  readonly 'sql-syntax.is.other': { readonly found: string }
  readonly 'sql-syntax.is': {}
  readonly 'sql-syntax.is.help': {}
  readonly 'sql-syntax.type.as': {}
  readonly 'sql-syntax.type.after': { readonly found: string }
  readonly 'sql-syntax.parentheses': {}
  readonly 'sql-syntax.square-brackets': { readonly dialect: string }
  readonly 'sql-syntax.square-brackets.help': {}
  readonly 'sql-syntax.dot': {}
  readonly 'sql-syntax.index': {}
  readonly 'sql-syntax.over': {}
  readonly 'sql-syntax.over.help': {}
  readonly 'sql-syntax.by': { readonly found: string }
  readonly 'sql-syntax.nulls': {}
  readonly 'sql-syntax.bounds': {}
  readonly 'sql-syntax.bounds.related': {}
  readonly 'sql-syntax.bound': { readonly found: string }
  readonly 'sql-syntax.bound.direction': {}
  readonly 'sql-syntax.comment': {}
  readonly 'sql-syntax.comment.help': {}
  readonly 'sql-syntax.unexpected.dialect': { readonly found: string; readonly dialect: string }
  readonly 'sql-syntax.character': { readonly character: string }
  readonly 'sql-syntax.character.help': {}
  readonly 'sql-syntax.character.plain.help': { readonly plain: string }
  readonly 'sql-syntax.double-colon': { readonly dialect: string }
  readonly 'sql-syntax.placeholder': { readonly found: string }
  readonly 'sql-syntax.placeholder.help': {}
  readonly 'sql-syntax.bracket': { readonly found: string }
  readonly 'sql-syntax.bracket.help': {}
  readonly 'sql-syntax.bracket.other': { readonly found: string; readonly opener: string }
  readonly 'sql-syntax.bracket.other.related': {}
  readonly 'sql-syntax.unclosed': { readonly found: string }
  readonly 'sql-syntax.unclosed.several': { readonly found: string; readonly count: string }
  readonly 'sql-syntax.unclosed.related': {}
  readonly 'sql-syntax.too-deep': { readonly max: string }
  readonly 'sql-syntax.too-long': { readonly max: string }
  readonly 'sql-syntax.number': { readonly found: string; readonly dialect: string }
  readonly 'sql-syntax.backticks': { readonly dialect: string }
  readonly 'sql-syntax.backticks.help': {}
  readonly 'sql-syntax.string': {}
  readonly 'sql-syntax.quoted-name': {}
  readonly 'sql-syntax.string.apostrophe.help': {}
  readonly 'sql-syntax.string.help': { readonly quote: string }
  readonly 'sql-syntax.string.dollar.help': { readonly delimiter: string }
  readonly 'sql-syntax.curly-quote': {}
  readonly 'sql-syntax.name': { readonly found: string; readonly dialect: string }
  readonly 'sql-syntax.name.help': { readonly quote: string }
  readonly 'sql-not-an-expression.empty': {}
  readonly 'sql-not-an-expression.statement': { readonly found: string }
  readonly 'sql-not-an-expression.clause': { readonly found: string }
  readonly 'sql-not-an-expression.clause.help': {}
  readonly 'sql-not-an-expression.statement.help': {}
  readonly 'sql-not-an-expression.clause.rest.help': {}
  readonly 'sql-not-an-expression.semicolon': {}
  readonly 'sql-not-an-expression.semicolon.help': {}
  readonly 'sql-not-an-expression.statements': {}
  readonly 'sql-not-an-expression.list': {}
  readonly 'sql-not-an-expression.list.help': {}
  readonly 'sql-not-an-expression.as': {}
  readonly 'sql-not-an-expression.alias': { readonly found: string }
  readonly 'sql-not-an-expression.alias.help': {}
  readonly 'sql-not-an-expression.clause.inside': { readonly found: string }
  readonly 'sql-suspicious.from': {}
  readonly 'sql-suspicious.pipes': { readonly dialect: string }
  readonly 'sql-suspicious.pipes.help': {}
  readonly 'sql-suspicious.alias': { readonly found: string }
  readonly 'sql-suspicious.alias.help': {}
  readonly 'sql-suspicious.alias.bare': { readonly found: string }
  readonly 'sql-suspicious.alias.keyword': { readonly found: string }
  readonly 'sql-suspicious.null': { readonly found: string }
  readonly 'sql-suspicious.null.help': {}
  readonly 'sql-suspicious.null.not.help': {}
  readonly 'sql-suspicious.operator': { readonly found: string; readonly dialect: string }
  readonly 'sql-suspicious.operator.help': { readonly operator: string }
  readonly 'sql-suspicious.name': { readonly found: string }
  readonly 'sql-suspicious.column': { readonly found: string }
  readonly 'sql-suspicious.space': { readonly character: string }
  readonly 'sql-suspicious.space.help': {}
  readonly 'sql-suspicious.double-colon': { readonly dialect: string }
  readonly 'sql-suspicious.double-colon.help': {}
  readonly 'sql-suspicious.backticks': { readonly dialect: string }
  readonly 'sql-suspicious.backticks.help': {}
  readonly 'sql-suspicious.curly-quotes': {}
  readonly 'sql-suspicious.name.character': { readonly character: string; readonly dialect: string }
  readonly 'sql-suspicious.name.unquoted': { readonly found: string; readonly dialect: string }
  readonly 'sql-suspicious.name.unquoted.help': { readonly quote: string }
  readonly 'sql-other-table': { readonly column: string; readonly table: string }
  readonly 'sql-other-table.help': {}
  readonly 'sql-unknown-column': { readonly column: string }
  readonly 'sql-unknown-column.help': {}
  readonly 'sql-unknown-column.missing': { readonly column: string }
  readonly 'sql-unknown-column.missing.help': {}
  readonly 'sql-unknown-column.alias.help': { readonly suggestion: string }
  readonly 'sql-unknown-column.quotes.help': {}
  readonly 'sql-unknown-column.qualifier': { readonly name: string }
  readonly 'sql-unknown-column.qualifier.help': {}
  readonly 'sql-cycle': { readonly column: string }
  readonly 'sql-cycle.cycle': { readonly column: string; readonly path: string }
  readonly 'sql-cycle.help': {}
  readonly 'sql-cycle.related': { readonly column: string }
  readonly 'sql-nested-aggregate': { readonly found: string; readonly outer: string }
  readonly 'sql-nested-aggregate.related': {}
  readonly 'sql-aggregate-not-marked': { readonly function: string }
  readonly 'sql-aggregate-not-marked.help': {}
  readonly 'sql-aggregate-not-marked.fix': {}
  readonly 'sql-mixed-aggregate': { readonly column: string }
  readonly 'sql-mixed-aggregate.help': {}
  readonly 'sql-subquery': {}
  readonly 'sql-subquery.function': { readonly function: string }
  readonly 'sql-subquery.help': {}
  readonly 'table-not-isolated': { readonly table: string }
  readonly 'table-not-isolated.help': {}
  readonly 'table-not-isolated.hidden.help': {}
  readonly 'table-not-isolated.column.help': { readonly suggestion: string }
  readonly 'table-not-isolated.column.hidden.help': { readonly suggestion: string }
  readonly 'client-column-without-tenancy': {}
  readonly 'client-column-without-tenancy.one': {}
  readonly 'client-column-without-tenancy.many': { readonly count: string }
  readonly 'client-column-without-tenancy.update': {}
  readonly 'client-column-without-tenancy.help': {}
  readonly 'ignored-tenancy-field': { readonly field: string; readonly level: string }
  readonly 'ignored-tenancy-field.help': {}
  readonly 'multi-database-unsupported': { readonly typeName: string }
  readonly 'multi-database-unsupported.help': {}
  readonly 'unknown-client-column': { readonly table: string; readonly column: string }
  readonly 'unknown-client-column.help': {}
  readonly 'unknown-client-column.custom.help': {}
  readonly 'client-type-mismatch': { readonly column: string; readonly typeName: string; readonly expected: string }
  readonly 'client-type-mismatch.help': {}
  readonly 'client-type-mismatch.related': {}
  readonly 'client-type-mismatch.setting': { readonly expected: string; readonly column: string; readonly typeName: string }
  readonly 'client-type-mismatch.setting.help': { readonly suggestion: string }
  readonly 'client-type-mismatch.setting.one.help': { readonly suggestion: string }
  readonly 'client-type-mismatch.setting.many.help': { readonly suggestion: string; readonly count: string }
  readonly 'client-type-mismatch.setting.related': {}
  readonly 'unknown-mapping-table': { readonly table: string }
  readonly 'unknown-mapping-table.help': {}
  readonly 'unknown-mapping-table.elsewhere': { readonly found: string; readonly schema: string; readonly table: string }
  readonly 'unknown-mapping-column': { readonly table: string; readonly column: string }
  readonly 'unknown-mapping-column.help': {}
  readonly 'unknown-relationship-table': { readonly table: string }
  readonly 'unknown-relationship-table.help': {}
  readonly 'ambiguous-relationship-table': { readonly table: string; readonly schema: string; readonly other: string }
  readonly 'ambiguous-relationship-table.help': {}
  readonly 'ambiguous-relationship-table.related': {}
  readonly 'ambiguous-relationship-table.other.related': {}
  readonly 'unknown-relationship-column': { readonly table: string; readonly column: string }
  readonly 'unknown-relationship-column.help': {}
  readonly 'unknown-relationship-column.other-end.help': { readonly suggestion: string }
  readonly 'same-relationship-ends': { readonly column: string }
  readonly 'same-relationship-ends.help': {}
  readonly 'duplicate-relationship': { readonly child: string; readonly parent: string }
  readonly 'duplicate-relationship.help': {}
  readonly 'duplicate-relationship.related': {}
  readonly 'duplicate-relationship.fix': {}
  readonly 'duplicate-relationship-name': { readonly name: string }
  readonly 'duplicate-relationship-name.help': {}
  readonly 'duplicate-relationship-name.related': {}
  readonly 'incompatible-relationship-types': { readonly child: string; readonly childType: string; readonly parent: string; readonly parentType: string }
  readonly 'incompatible-relationship-types.help': {}
  readonly 'several-join-paths': { readonly child: string; readonly parent: string }
  readonly 'several-join-paths.help': {}
  readonly 'several-join-paths.related': {}
  readonly 'unreached-table': { readonly table: string }
  readonly 'unreached-table.help': {}
  readonly 'rejected': { readonly answer: string }
  readonly 'rejected.nothing': { readonly status: string }
  readonly 'rejected.html': { readonly status: string }
  readonly 'rejected.unreadable': { readonly status: string }
  readonly 'rejected.silent': { readonly status: string }
  readonly 'rejected.invalid': {}
  readonly 'rejected.no-id': {}
  readonly 'suggestion.help': { readonly suggestion: string }
  readonly 'suggestion.whitespace.help': { readonly suggestion: string }
  readonly 'suggestion.case.help': { readonly suggestion: string }
  readonly 'suggestion.composition.help': { readonly suggestion: string }
  readonly 'suggestion.fix': { readonly suggestion: string }
  readonly 'suggestion.set.fix': { readonly field: string; readonly suggestion: string }
  readonly 'suggestion.replace.fix': { readonly piece: string; readonly suggestion: string }
  readonly 'suggestion.all.fix': {}
  readonly 'suggestion.remove.fix': { readonly piece: string }
  readonly 'suggestion.rename.fix': { readonly suggestion: string }
  readonly 'schema.help': { readonly schema: string }
  readonly 'schema.several.help': { readonly schema: string; readonly other: string }
  readonly 'diff.table.added': { readonly table: string }
  readonly 'diff.table.removed': { readonly table: string }
  readonly 'diff.table.moved': { readonly table: string; readonly from: string; readonly to: string }
  readonly 'diff.column.added': { readonly column: string }
  readonly 'diff.column.removed': { readonly column: string }
  readonly 'diff.column.moved': { readonly column: string; readonly from: string; readonly to: string }
  readonly 'diff.relationship.added': { readonly relationship: string }
  readonly 'diff.relationship.removed': { readonly relationship: string }
  readonly 'diff.relationship.moved': { readonly relationship: string; readonly from: string; readonly to: string }
  readonly 'diff.tenancy.added': {}
  readonly 'diff.tenancy.removed': {}
  readonly 'diff.datasource': { readonly from: string; readonly to: string }
  readonly 'diff.set': { readonly field: string; readonly to: string }
  readonly 'diff.removed': { readonly field: string; readonly from: string }
  readonly 'diff.changed': { readonly field: string; readonly from: string; readonly to: string }
  readonly 'diff.of.set': { readonly field: string; readonly place: string; readonly to: string }
  readonly 'diff.of.removed': { readonly field: string; readonly place: string; readonly from: string }
  readonly 'diff.of.changed': { readonly field: string; readonly place: string; readonly from: string; readonly to: string }
  readonly 'diff.case': { readonly field: string; readonly from: string; readonly to: string }
  readonly 'diff.whitespace': { readonly field: string; readonly from: string; readonly to: string }
  readonly 'diff.composition': { readonly field: string; readonly from: string; readonly to: string }
  readonly 'proposal.named': { readonly column: string; readonly table: string; readonly key: string }
  readonly 'proposal.role': { readonly column: string; readonly table: string; readonly key: string }
  readonly 'proposal.same': { readonly column: string; readonly table: string; readonly key: string }
  readonly 'proposal.table': { readonly column: string; readonly table: string; readonly key: string }
  readonly 'proposal.parent': { readonly column: string; readonly table: string; readonly key: string }
  readonly 'proposal.tenancy': { readonly column: string; readonly count: string; readonly total: string; readonly table: string }
  readonly 'proposal.tenancy.unmapped': { readonly column: string; readonly count: string; readonly total: string }
}

/** The parameters of the issues of each code. */
export interface IssueParams {
  readonly 'syntax': { readonly bracket?: string; readonly character?: string; readonly count?: string; readonly expected?: string; readonly field?: string; readonly found?: string; readonly key?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'duplicate-key': { readonly key: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'not-json': { readonly class?: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly value?: string }
  readonly 'too-deep': { readonly max: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'too-large': { readonly field?: string; readonly megabytes?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly values?: string }
  readonly 'too-many-issues': { readonly count?: string; readonly field?: string; readonly names?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'wrong-document': { readonly field?: string; readonly other?: string; readonly path?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'required': { readonly field: string; readonly condition?: string; readonly found?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly value?: string }
  readonly 'type': { readonly found: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly value?: string }
  readonly 'empty': { readonly field: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'not-allowed-value': { readonly field: string; readonly found: string; readonly allowed: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-field': { readonly field: string; readonly other?: string; readonly path?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'surrounding-space': { readonly field: string; readonly name: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'datamart-name-taken': { readonly name: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'datamart-name-case': { readonly name: string; readonly taken: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'datamart-name-characters': { readonly character: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-datamart': { readonly name: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-datasource': { readonly name: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unusable-datasource': { readonly name: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'duplicate-table': { readonly table: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-table': { readonly field?: string; readonly found?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly table?: string }
  readonly 'name-case': { readonly name: string; readonly found: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'repeated-schema': { readonly name: string; readonly schema: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly suggestion?: string }
  readonly 'schema-required': { readonly typeName: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly usual?: string }
  readonly 'schema-recommended': { readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly typeName?: string }
  readonly 'schema-unsupported': { readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly typeName?: string }
  readonly 'index-pattern-unsupported': { readonly typeName: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'everything-hidden': { readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly table?: string }
  readonly 'duplicate-column': { readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'duplicate-alias': { readonly alias: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unused-sql': { readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'timezone-unsupported': { readonly typeName: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'timezone-not-set': { readonly count?: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'timezone-not-a-date': { readonly column: string; readonly typeName: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-column': { readonly table: string; readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'shadowed-column': { readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string; readonly table?: string }
  readonly 'sql-syntax': { readonly before?: string; readonly character?: string; readonly count?: string; readonly delimiter?: string; readonly dialect?: string; readonly field?: string; readonly found?: string; readonly max?: string; readonly opener?: string; readonly operator?: string; readonly other?: string; readonly piece?: string; readonly plain?: string; readonly quote?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-not-an-expression': { readonly field?: string; readonly found?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-suspicious': { readonly character?: string; readonly dialect?: string; readonly field?: string; readonly found?: string; readonly operator?: string; readonly other?: string; readonly piece?: string; readonly quote?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-other-table': { readonly column: string; readonly table: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-unknown-column': { readonly column?: string; readonly field?: string; readonly name?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-cycle': { readonly column: string; readonly field?: string; readonly other?: string; readonly path?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-nested-aggregate': { readonly found: string; readonly outer: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-aggregate-not-marked': { readonly function: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-mixed-aggregate': { readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'sql-subquery': { readonly field?: string; readonly function?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'table-not-isolated': { readonly table: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'client-column-without-tenancy': { readonly count?: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'ignored-tenancy-field': { readonly field: string; readonly level: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'multi-database-unsupported': { readonly typeName: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-client-column': { readonly table: string; readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'client-type-mismatch': { readonly column: string; readonly typeName: string; readonly expected: string; readonly count?: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-mapping-table': { readonly table: string; readonly field?: string; readonly found?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-mapping-column': { readonly table: string; readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unknown-relationship-table': { readonly table: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'ambiguous-relationship-table': { readonly table: string; readonly schema: string; readonly other: string; readonly field?: string; readonly piece?: string; readonly suggestion?: string }
  readonly 'unknown-relationship-column': { readonly table: string; readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'same-relationship-ends': { readonly column: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'duplicate-relationship': { readonly child: string; readonly parent: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'duplicate-relationship-name': { readonly name: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'incompatible-relationship-types': { readonly child: string; readonly childType: string; readonly parent: string; readonly parentType: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'several-join-paths': { readonly child: string; readonly parent: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'unreached-table': { readonly table: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly suggestion?: string }
  readonly 'rejected': { readonly answer?: string; readonly field?: string; readonly other?: string; readonly piece?: string; readonly schema?: string; readonly status?: string; readonly suggestion?: string }
}
